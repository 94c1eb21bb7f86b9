/**
 * Runs the Drools rules: those that derive facts from dated events, and those that review facts and
 * advice. The classes that a rule's text can name are {@link org.parley.derive.Situation} and
 * {@link org.parley.derive.Happening}, for deriving {@link org.parley.derive.Derivations}, and for
 * review {@link org.parley.derive.KnownFact}, {@link org.parley.derive.Advised}, {@link
 * org.parley.derive.EarlierAdvice} and {@link org.parley.derive.Findings}.
 */
@API(status = API.Status.INTERNAL)
package org.parley.derive;

import org.apiguardian.api.API;

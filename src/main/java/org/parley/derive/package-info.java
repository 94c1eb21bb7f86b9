/**
 * Derives facts from dated events with Drools rules. The classes that a rule's text can name are
 * {@link org.parley.derive.Situation}, {@link org.parley.derive.Happening} and {@link
 * org.parley.derive.Derivations}.
 */
package org.parley.derive;

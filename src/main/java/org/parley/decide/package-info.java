/**
 * Answers the decisions of a knowledge base from known facts: {@link
 * org.parley.decide.ReferenceEngine} is Kogito's DMN engine.
 */
package org.parley.decide;

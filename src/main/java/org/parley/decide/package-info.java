/**
 * Answers the decisions of a knowledge base from known facts: {@link org.parley.decide.TableEngine}
 * through masks made of the tables, {@link org.parley.decide.ReferenceEngine} through Kogito's DMN
 * engine. The second says what is right; the first must equal it.
 */
package org.parley.decide;

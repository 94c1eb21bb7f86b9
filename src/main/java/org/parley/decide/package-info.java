/**
 * Answers the decisions of a knowledge base from known facts. {@link org.parley.decide.TableEngine}
 * is the door; the rooms behind it stand in this order, and each knows only those before it: {@code
 * answer} (tables as masks, and what they answer), {@code reference} (Kogito's DMN engine, which
 * says what is right and which the masks must equal), {@code compile} (makes masks of tables and
 * keeps them), {@code world} (counts combinations of facts), {@code search} (looks for facts, and
 * tries changes of cells).
 */
@API(status = API.Status.INTERNAL)
package org.parley.decide;

import org.apiguardian.api.API;

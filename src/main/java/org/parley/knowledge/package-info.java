/**
 * Reads a knowledge base, {@code dmn/} and {@code rules/}, and links it into one immutable {@link
 * org.parley.knowledge.KnowledgeBase}.
 */
@API(status = API.Status.INTERNAL)
package org.parley.knowledge;

import org.apiguardian.api.API;

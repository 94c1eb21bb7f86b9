/**
 * Reads a knowledge base, {@code dmn/} and {@code rules/}, and links it into one immutable {@link
 * org.parley.knowledge.KnowledgeBase}.
 */
package org.parley.knowledge;

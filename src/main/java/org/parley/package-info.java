/**
 * The embedding API: {@link org.parley.Parley} loads a knowledge base, an {@link
 * org.parley.Advisor} advises on a {@link org.parley.Case}, an {@link org.parley.Advice} explains
 * itself. All results are immutable, and no type of a rules engine appears in a signature.
 */
package org.parley;

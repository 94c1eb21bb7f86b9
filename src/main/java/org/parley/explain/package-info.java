/**
 * Assembles the {@link org.parley.Advice}: verdicts, reasons, topics and the trace that they follow
 * from.
 */
package org.parley.explain;

/**
 * Assembles the {@link org.parley.Advice}: verdicts, reasons, guidance and the trace that they
 * follow from.
 */
package org.parley.explain;

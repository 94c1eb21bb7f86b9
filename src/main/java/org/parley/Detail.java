package org.parley;

/** How much a report on an advice says. */
public enum Detail {
  /** What is favoured, and what must be known beside it. */
  SHORT,
  /** Also all that goes with it, and what can be argued about. */
  FULL,
  /** Also how every decision came about, down to rows, facts and events. */
  TRACE
}

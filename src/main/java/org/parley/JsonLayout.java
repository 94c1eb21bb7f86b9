package org.parley;

/** How JSON is laid out. */
public enum JsonLayout {
  /** On one line, without a line break at its end. */
  COMPACT,
  /** For people, with a line for each key, and a line break at the end. */
  PRETTY
}

package org.parley.report.document;

/** How a piece of text sounds; nothing is said by tone alone. */
public enum Tone {
  /** Plain text. */
  PLAIN(""),
  /** What the eye should meet first. */
  STRONG("1"),
  /** What stands behind, such as where a row can be looked up. */
  DIM("2"),
  /** An id, as tables and files write it. */
  CODE(""),
  /** A heading. */
  HEADING("1;36"),
  /** What must not be overlooked. */
  ALERT("1;33"),
  /** Best of four. */
  GOOD("32"),
  /** Second of four. */
  FAIR("36"),
  /** Third of four. */
  POOR("33"),
  /** Last of four. */
  BAD("31"),
  /** What a change takes away. */
  GONE("31"),
  /** What a change brings. */
  COME("32");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The text in this tone, as a terminal understands it. */
  String paint(String text) {
    return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}

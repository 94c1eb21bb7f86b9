package org.parley.report;

/** How a piece of terminal text sounds; nothing is said by tone alone. */
enum Tone {
  PLAIN(""),
  STRONG("1"),
  DIM("2"),
  HEADING("1;36"),
  ALERT("1;33"),
  GOOD("32"),
  FAIR("36"),
  POOR("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The text in this tone, as a terminal understands it. */
  String paint(String text) {
    return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}

package org.parley.author.sheet;

/**
 * A cell as a spreadsheet holds it.
 *
 * @param text what it says
 * @param kind what it is
 */
record GridCell(String text, Kind kind) {
  static final GridCell EMPTY = text("");

  /** What a cell is. */
  enum Kind {
    /** Text, as it was typed. */
    TEXT,
    /** A number, without the look that the spreadsheet gives it. */
    NUMBER,
    /** A number that the spreadsheet shows as a date or a time. */
    DATE,
    /** Something that the spreadsheet calculates. */
    FORMULA,
    /** A message that the spreadsheet cannot calculate. */
    ERROR,
    /** Part of the cell that the text names, with which the spreadsheet shows it as one. */
    MERGED
  }

  static GridCell text(String text) {
    return new GridCell(text, Kind.TEXT);
  }

  /** What it says, with one kind of line break and no blanks around it. */
  String plain() {
    return text.replace("\r\n", "\n").strip();
  }

  boolean isBlank() {
    return kind == Kind.TEXT && text.isBlank();
  }
}

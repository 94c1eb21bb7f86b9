package org.parley.report;

import org.parley.Verdict;

/** The signs of terminal output, each with one that any terminal can show. */
enum Sign {
  RECOMMENDED("●", "*"),
  VIABLE("◐", "+"),
  WEAK("○", "o"),
  BLOCKED("✕", "x"),
  BULLET("•", "-"),
  FULL("█", "#"),
  EMPTY("░", "."),
  SEPARATOR("·", "|"),
  ALERT("▌", "!"),
  ARROW("→", "->"),
  FORK("├─ ", "|- "),
  LAST_FORK("└─ ", "`- "),
  RAIL("│  ", "|  ");

  private final String rich;
  private final String simple;

  Sign(String rich, String simple) {
    this.rich = rich;
    this.simple = simple;
  }

  /** The sign for a character set that has it, or its stand-in. */
  String in(boolean unicode) {
    return unicode ? rich : simple;
  }

  /** The mark of a verdict; its word always stands beside it. */
  static Sign of(Verdict.Level level) {
    return switch (level) {
      case RECOMMENDED -> RECOMMENDED;
      case VIABLE -> VIABLE;
      case WEAK -> WEAK;
      case BLOCKED -> BLOCKED;
    };
  }
}

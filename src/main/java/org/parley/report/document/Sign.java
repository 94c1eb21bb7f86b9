package org.parley.report.document;

import org.parley.Verdict;

/** The signs of reports, each with a stand-in that any terminal can show. */
public enum Sign {
  /** A recommended option. */
  RECOMMENDED("●", "*"),
  /** A viable option. */
  VIABLE("◐", "+"),
  /** A weak option. */
  WEAK("○", "o"),
  /** A blocked option, or an error. */
  BLOCKED("✕", "x"),
  /** An item of a list. */
  BULLET("•", "-"),
  /** The filled part of a bar. */
  FULL("█", "#"),
  /** The empty part of a bar. */
  EMPTY("░", "."),
  /** Between parts of a line. */
  SEPARATOR("·", "|"),
  /** Beside what must not be overlooked. */
  ALERT("▌", "!"),
  /** From what was to what is. */
  ARROW("→", "->"),
  /** A branch of a tree. */
  FORK("├─ ", "|- "),
  /** The last branch of a tree. */
  LAST_FORK("└─ ", "`- "),
  /** Beside the branches of a tree. */
  RAIL("│  ", "|  ");

  private final String rich;
  private final String simple;

  Sign(String rich, String simple) {
    this.rich = rich;
    this.simple = simple;
  }

  /** The sign; where text is laid out for a screen without it, its stand-in is shown. */
  @Override
  public String toString() {
    return rich;
  }

  String simple() {
    return simple;
  }

  /** The mark of a verdict; its word always stands beside it. */
  public static Sign of(Verdict.Level level) {
    return valueOf(level.name());
  }
}

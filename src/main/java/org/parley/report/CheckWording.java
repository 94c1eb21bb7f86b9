package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import org.parley.author.check.CheckResult;
import org.parley.author.check.Level;
import org.parley.author.check.TurnedOff;

/** The sentences that every form of a check's result says. */
final class CheckWording {
  static final String ALL_ANALYSED = "Everything was analysed.";

  private CheckWording() {}

  /** What was looked at. */
  static String subject(CheckResult result) {
    return "Checked %s with %s, and %s"
        .formatted(
            count(result.tables(), "table"),
            count(result.rows(), "row"),
            count(result.cases(), "case file"));
  }

  /** Such as {@code 2 errors, 1 warning}. */
  static String summary(CheckResult result) {
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      if (result.count(level) > 0) {
        parts.add(count(result.count(level), level.label()));
      }
    }
    return parts.isEmpty() ? "No finding." : String.join(", ", parts) + ".";
  }

  /** Such as {@code gap in 'ripeness', 2 findings}. */
  static String turnedOff(TurnedOff off) {
    String where = off.setting().where();
    return off.setting().check()
        + (where.isEmpty() ? " everywhere" : " in '" + where + "'")
        + ", "
        + count(off.findings().size(), "finding");
  }

  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}

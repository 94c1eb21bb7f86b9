package org.parley.regress.tck;

import java.math.BigDecimal;
import java.time.Duration;
import org.parley.regress.tck.TckOutcome.Verdict;

/** A file that cannot be run, and why. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Verdict verdict;
  private final boolean late;

  private Unusable(Verdict verdict, String why, boolean late) {
    super(why);
    this.verdict = verdict;
    this.late = late;
  }

  /** What Parley does not run, for safety. */
  static Unusable refused(String why) {
    return new Unusable(Verdict.REFUSED, why, false);
  }

  /** What nobody could run. */
  static Unusable broken(String why) {
    return new Unusable(Verdict.FAILED, why, false);
  }

  /** What did not end within its time. */
  static Unusable late(Duration limit) {
    String seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    return new Unusable(Verdict.FAILED, "took longer than %s s".formatted(seconds), true);
  }

  /** Whether it did not end within its time. */
  boolean isLate() {
    return late;
  }

  Verdict verdict() {
    return verdict;
  }
}

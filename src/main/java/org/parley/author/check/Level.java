package org.parley.author.check;

import java.util.Locale;

/** How grave a finding is, the gravest first. */
public enum Level {
  /** Something gives wrong advice, or none. */
  ERROR,
  /** Something is likely a slip. */
  WARNING,
  /** Something could be said better. */
  NOTE;

  /** As it is written, such as {@code warning}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is as grave as another, or graver. */
  public boolean reaches(Level other) {
    return compareTo(other) <= 0;
  }
}

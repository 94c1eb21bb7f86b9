package org.parley.author.check;

import java.util.Locale;
import org.parley.Labelled;

/** How grave a finding is, the gravest first. */
public enum Level implements Labelled {
  /** Something gives wrong advice, or none. */
  ERROR,
  /** Something is likely a slip. */
  WARNING,
  /** Something could be said better. */
  NOTE;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is as grave as another, or graver. */
  public boolean reaches(Level other) {
    return compareTo(other) <= 0;
  }
}

package org.parley.decide.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a search has to end with what it has: when its thread is interrupted, or after a time. Made
 * for one search by one thread.
 */
public final class Deadline {
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final boolean timed;
  private final long end;
  private boolean over;

  /**
   * @param limit how long the search may take, from now; {@code null} for as long as it takes
   */
  public Deadline(@Nullable Duration limit) {
    timed = limit != null;
    end = limit == null ? 0 : System.nanoTime() + bounded(limit).toNanos();
  }

  private static Duration bounded(Duration limit) {
    return limit.isNegative() ? Duration.ZERO : limit.compareTo(FOREVER) < 0 ? limit : FOREVER;
  }

  /** Whether to end now; once it is so, it stays so. The thread stays interrupted. */
  public boolean isOver() {
    over =
        over || Thread.currentThread().isInterrupted() || (timed && System.nanoTime() - end >= 0);
    return over;
  }

  /** Whether the search was told to end before it had all. */
  public boolean hasCutShort() {
    return over;
  }
}

package org.parley.explain;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The calls of an advisor that are under way: what they need is given back when the last ends. */
final class Calls {
  private static final long CLOSED = 1L << 62;

  private final Runnable end;
  private final AtomicLong state = new AtomicLong();

  /**
   * @param end gives back what the calls need; run once
   */
  Calls(Runnable end) {
    this.end = end;
  }

  /**
   * Makes a call.
   *
   * @throws IllegalStateException after {@link #close}
   */
  <T> T of(Supplier<T> call) {
    if (!begun()) {
      throw new IllegalStateException(
          "the advisor is closed, or was loaded anew since: ask one that is open");
    }
    try {
      return call.get();
    } finally {
      if (state.decrementAndGet() == CLOSED) {
        end.run();
      }
    }
  }

  private boolean begun() {
    return state.getAndUpdate(s -> s < CLOSED ? s + 1 : s) < CLOSED;
  }

  /** Whether no call is made any more. */
  boolean areClosed() {
    return state.get() >= CLOSED;
  }

  /** Lets no further call begin. */
  void close() {
    if (state.getAndUpdate(s -> s < CLOSED ? s + CLOSED : s) == 0) {
      end.run();
    }
  }
}

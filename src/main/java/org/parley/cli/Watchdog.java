package org.parley.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.ParleyException;
import org.parley.knowledge.Limit;

/**
 * Says so, and ends the process, where a step takes longer than anybody waits: for knowledge that
 * nobody foresaw. Steps that may well take long are not watched.
 */
final class Watchdog {
  /** Seconds that a step may take; 0 for any time. */
  static final String SETTING = "PARLEY_TIME_LIMIT";

  private static final int OF_ANALYSIS = 10;

  private final Duration limit;
  private final Consumer<String> end;
  private Timer timer;

  /**
   * @param limit how long a step may take; zero for any time
   * @param end is told what took longer, on another thread; it ends the process
   */
  Watchdog(Duration limit, Consumer<String> end) {
    this.limit = limit;
    this.end = end;
  }

  /** One that lets everything take its time. */
  static Watchdog asleep() {
    return new Watchdog(Duration.ZERO, message -> {});
  }

  /**
   * How long a step may take.
   *
   * @param setting what the user has set, or {@code null}
   */
  static Duration limit(String setting) {
    if (setting == null || setting.isBlank()) {
      return Duration.ofSeconds(Limit.SECONDS.most());
    }
    if (!setting.matches("\\d{1,6}")) {
      throw new ParleyException("%s is set to no number of seconds".formatted(SETTING));
    }
    return Duration.ofSeconds(Integer.parseInt(setting));
  }

  /**
   * Does a step.
   *
   * @param step what it is, such as {@code reading the models}
   */
  <T> T watch(String step, Supplier<T> work) {
    return watch(step, limit, work);
  }

  /**
   * Does an analysis, which may take ten times as long as a step.
   *
   * @param step what it is, such as {@code checking the tables}
   */
  <T> T watchAnalysis(String step, Supplier<T> work) {
    return watch(step, limit.multipliedBy(OF_ANALYSIS), work);
  }

  private <T> T watch(String step, Duration most, Supplier<T> work) {
    if (most.isZero()) {
      return work.get();
    }
    TimerTask late =
        new TimerTask() {
          @Override
          public void run() {
            end.accept(
                "%s takes more than %d second%s and is given up; %s=SECONDS allows more"
                    .formatted(step, most.toSeconds(), most.toSeconds() == 1 ? "" : "s", SETTING));
          }
        };
    schedule(late, most);
    try {
      return work.get();
    } finally {
      late.cancel();
    }
  }

  private synchronized void schedule(TimerTask late, Duration most) {
    if (timer == null) {
      timer = new Timer("parley-watchdog", /* isDaemon= */ true);
    }
    timer.schedule(late, most.toMillis());
  }
}

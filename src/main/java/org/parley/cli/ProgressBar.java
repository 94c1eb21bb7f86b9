package org.parley.cli;

import java.util.Locale;
import org.parley.batch.RunWatcher;

/** Shows on a screen how far a long run has come, and how long it will take. */
final class ProgressBar implements RunWatcher {
  private static final long SECOND = 1_000_000_000L;
  private static final long BETWEEN = SECOND / 5;
  private static final int CELLS = 24;
  private static final int PER_CENT = 100;
  private static final int MINUTE = 60;

  private final Terminal terminal;
  private final long begun = System.nanoTime();
  private long first = -1;
  private long last;
  private boolean shown;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(long records, long position, long size) {
    long now = System.nanoTime();
    if (first < 0) {
      first = now;
    }
    if (!terminal.showsProgress() || now - begun < SECOND || now - last < BETWEEN) {
      return;
    }
    last = now;
    shown = true;
    double seconds = (double) (now - first) / SECOND;
    double rate = seconds == 0 ? 0 : records / seconds;
    String text = String.format(Locale.ROOT, "%,d records, %,.0f a second", records, rate);
    terminal.overwrite(size > 0 && position > 0 ? bar(position, size, seconds) + text : text);
  }

  private static String bar(long position, long size, double seconds) {
    double done = Math.min(1, (double) position / size);
    int full = (int) Math.round(done * CELLS);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f%%  %s left  ",
        "#".repeat(full),
        "-".repeat(CELLS - full),
        done * PER_CENT,
        time(Math.round(seconds / done - seconds)));
  }

  private static String time(long seconds) {
    return seconds < MINUTE
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d:%02d min", seconds / MINUTE, seconds % MINUTE);
  }

  /** Clears it away. */
  void end() {
    if (shown) {
      terminal.overwrite("");
    }
  }
}

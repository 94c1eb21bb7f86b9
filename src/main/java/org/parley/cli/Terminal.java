package org.parley.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.parley.report.document.Style;

/**
 * Where commands print, and how.
 *
 * @param out for data
 * @param err for messages
 * @param colour whether to use colour
 * @param charset what the reader's screen can show
 * @param width its columns
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colour, Charset charset, int width) {

  /** The launcher says with it that standard output is a screen, and how wide. */
  private static final String COLUMNS = "parley.columns";

  /** The launcher says with it that standard error is a screen. */
  private static final String MESSAGES_ON_SCREEN = "parley.messages";

  Terminal {
    out = new ShownPrinter(out, colour);
    err = new ShownPrinter(err, false);
  }

  /** The process's own. Data is always UTF-8; a screen that shows less gets plainer signs. */
  static Terminal ofProcess() {
    int columns = Integer.getInteger(COLUMNS, 0);
    boolean screen = columns > 0;
    Map<String, String> env = System.getenv();
    return new Terminal(
        new Printer(new FileOutputStream(FileDescriptor.out)),
        new Printer(new FileOutputStream(FileDescriptor.err)),
        screen && env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM")),
        screen ? charset(env) : StandardCharsets.UTF_8,
        screen ? columns : Style.DEFAULT_WIDTH);
  }

  /** Whether messages go to a screen that a line can be written over on. */
  boolean showsProgress() {
    return Boolean.getBoolean(MESSAGES_ON_SCREEN);
  }

  /** Writes a line over the one that was written so before. */
  void overwrite(String line) {
    if (err instanceof ShownPrinter shown) {
      shown.overwrite(line, Math.max(1, width - 1));
    }
  }

  /**
   * Where bytes of data go: as they are, unless somebody looks at them on a screen. Each write has
   * whole lines.
   */
  OutputStream data() {
    boolean own = out instanceof ShownPrinter shown && shown.printer() != null;
    if (own && Integer.getInteger(COLUMNS, 0) == 0) {
      out.flush();
      return new FileOutputStream(FileDescriptor.out);
    }
    return new OutputStream() {
      @Override
      public void write(int one) {
        throw new UnsupportedOperationException("whole lines only");
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        out.print(new String(bytes, from, length, StandardCharsets.UTF_8));
      }

      @Override
      public void flush() {
        out.flush();
      }
    };
  }

  /** Says something beside the data. */
  void note(String message) {
    err.println(message);
    err.flush();
  }

  Style style() {
    return Style.of(colour, charset, width);
  }

  /** A page that is written to a file or a pipe. */
  Style plainStyle() {
    return Style.of(false, StandardCharsets.UTF_8, width);
  }

  private static Charset charset(Map<String, String> env) {
    String locale =
        env.getOrDefault("LC_ALL", env.getOrDefault("LC_CTYPE", env.getOrDefault("LANG", "")));
    boolean utf8 = locale.toUpperCase(Locale.ROOT).replace("-", "").endsWith("UTF8");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return utf8 || windows ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
  }
}

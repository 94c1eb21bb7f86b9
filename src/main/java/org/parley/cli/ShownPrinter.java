package org.parley.cli;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Shown;

/**
 * The last thing that a text passes on its way to a terminal: what acts or hides there is marked,
 * whoever wrote it. Only the colours of this program get through.
 */
final class ShownPrinter extends PrintWriter {
  /** Weights and colours; not the one that hides text. */
  private static final Pattern COLOUR =
      Pattern.compile("\u001b\\[(?:[0-7]|[1-4][0-9])(?:;(?:[0-7]|[1-4][0-9]))*m");

  private final PrintWriter target;
  private final boolean colour;

  /**
   * @param colour whether this program writes colours to it
   */
  ShownPrinter(PrintWriter target, boolean colour) {
    super(target);
    this.target = target;
    this.colour = colour;
  }

  /** The process's own, which knows why it failed; {@code null} where it prints elsewhere. */
  Printer printer() {
    return target instanceof Printer own ? own : null;
  }

  @Override
  public void write(int c) {
    write(String.valueOf((char) c));
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length));
  }

  @Override
  public void write(String text, int from, int length) {
    write(text.substring(from, from + length));
  }

  @Override
  public void write(String text) {
    String shown = colour ? painted(text) : Shown.text(text);
    super.write(shown, 0, shown.length());
  }

  /** Writes a line over what stands in the last one. */
  void overwrite(String line, int width) {
    String shown = Shown.line(line);
    String cut = shown.substring(0, Math.min(width, shown.length()));
    String text = "\r" + cut + "\u001b[K" + (cut.isEmpty() ? "" : "\r");
    super.write(text, 0, text.length());
    flush();
  }

  private static String painted(String text) {
    StringBuilder out = new StringBuilder();
    Matcher paint = COLOUR.matcher(text);
    int from = 0;
    while (paint.find()) {
      out.append(Shown.text(text.substring(from, paint.start()))).append(paint.group());
      from = paint.end();
    }
    return out.append(Shown.text(text.substring(from))).toString();
  }
}

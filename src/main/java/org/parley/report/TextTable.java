package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Shown;

/** A small table of figures for a terminal: names flush left, figures flush right below them. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final int optional;

  TextTable(List<String> head) {
    this(head, 0);
  }

  /**
   * A table.
   *
   * @param optional how many of the last columns may be left out where there is no room for them
   */
  TextTable(List<String> head, int optional) {
    this.optional = optional;
    add(head);
  }

  TextTable add(List<String> cells) {
    lines.add(cells.stream().map(Shown::line).toList());
    return this;
  }

  void write(Page page) {
    int columns = lines.get(0).size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .map(c -> lines.stream().mapToInt(l -> TextWidth.of(l.get(c))).max().orElse(0))
            .boxed()
            .toList();
    int least = columns - optional;
    while (columns > least && !page.hasRoomFor(width(widths.subList(0, columns)))) {
      columns--;
    }
    Tone tone = Tone.DIM;
    for (List<String> line : lines) {
      page.unbroken(new Page.Lead(tone, text(line.subList(0, columns), widths)));
      tone = Tone.PLAIN;
    }
  }

  private static int width(List<Integer> widths) {
    return widths.stream().mapToInt(w -> w + GAP.length()).sum() - GAP.length();
  }

  private static String text(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(c -> padded(cells.get(c), widths.get(c), c == 0))
        .collect(Collectors.joining(GAP));
  }

  private static String padded(String cell, int width, boolean left) {
    String blank = " ".repeat(width - TextWidth.of(cell));
    return left ? cell + blank : blank + cell;
  }
}

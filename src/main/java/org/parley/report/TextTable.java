package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small table of figures for a terminal: names flush left, figures flush right below them. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();

  TextTable(List<String> head) {
    add(head);
  }

  TextTable add(List<String> cells) {
    lines.add(cells.stream().map(CleanText::of).toList());
    return this;
  }

  void write(Page page) {
    int columns = lines.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> lines.stream().mapToInt(l -> TextWidth.of(l.get(c))).max().orElse(0))
            .toArray();
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      String lead =
          IntStream.range(0, columns - 1)
              .mapToObj(c -> padded(line.get(c), widths[c], c == 0) + GAP)
              .collect(Collectors.joining());
      String last = line.get(columns - 1);
      Tone tone = i == 0 ? Tone.DIM : Tone.PLAIN;
      String blank = " ".repeat(widths[columns - 1] - TextWidth.of(last));
      page.item(new Page.Lead(tone, lead + blank), Prose.of(tone, last));
    }
  }

  private static String padded(String cell, int width, boolean left) {
    String blank = " ".repeat(width - TextWidth.of(cell));
    return left ? cell + blank : blank + cell;
  }
}

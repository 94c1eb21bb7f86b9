package org.parley.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Shown;
import org.parley.report.document.Page.Lead;

/** Writes a document for a terminal. */
public final class TextWriter {
  private static final String INDENT = "  ";
  private static final int BAR = 20;
  private static final int MOST_LABEL = 31;
  private static final int MOST_HEAD = 24;
  private static final int LEAST_HEAD = 12;

  private final Page page;
  private String indent = "";
  // whether a list or the like stands right above
  private boolean behindList;

  private TextWriter(Style style) {
    this.page = new Page(style);
  }

  /** The document as text that ends with a line break. */
  public static String write(Document document, Style style) {
    TextWriter writer = new TextWriter(style);
    document.letterhead().ifPresent(writer::classification);
    writer.head(document);
    document.front().forEach(b -> writer.block(b, 1));
    document.body().forEach(b -> writer.block(b, 1));
    writer.page.blank();
    document.foot().forEach(writer::line);
    document.letterhead().ifPresent(writer::classification);
    return writer.page.text().stripTrailing() + "\n";
  }

  private void head(Document document) {
    line(Words.strong(document.id()).then(Tone.STRONG, document.title()));
    document.setting().stream()
        .map(parts -> Words.parts(Tone.PLAIN, parts.toArray(String[]::new)))
        .forEach(this::line);
    page.blank();
    document.letterhead().ifPresent(this::head);
  }

  private void head(Letterhead head) {
    line(Words.strong(head.kind()));
    indented(() -> fields(head.lines()));
    page.blank();
  }

  private void classification(Letterhead head) {
    if (!head.classification().isEmpty()) {
      page.blank();
      line(Words.of(Tone.ALERT, head.classification()));
      page.blank();
    }
  }

  private void line(Words words) {
    page.paragraph(Lead.of(indent), words);
  }

  private void item(String lead, Words words) {
    page.paragraph(new Lead(Tone.DIM, indent + lead), words);
  }

  private void block(Block block, int depth) {
    if (block instanceof Block.Section section) {
      section(section, depth);
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Block.Result result) {
      page.blank();
      line(Words.strong((result.lead() + " " + result.answer().toUpperCase(Locale.ROOT)).strip()));
      if (!result.fields().isEmpty()) {
        indented(() -> fields(result.fields()));
      }
    } else if (block instanceof Block.Fields fields) {
      indented(() -> fields(fields.fields()));
    } else if (block instanceof Block.Items items) {
      indented(() -> items(items));
    } else if (block instanceof Block.Table table) {
      indented(() -> table(table));
    } else if (block instanceof Block.Bars bars) {
      indented(() -> bars(bars));
    } else if (block instanceof Block.Columns columns) {
      Stream.concat(columns.left().stream(), columns.right().stream())
          .forEach(b -> block(b, depth));
    }
  }

  /** Whatever is set in stands two columns in, on whichever level. */
  private void indented(Runnable content) {
    String outside = indent;
    indent = INDENT;
    content.run();
    indent = outside;
    behindList = true;
  }

  private void section(Block.Section section, int depth) {
    behindList = false;
    page.blank();
    if (depth == 1) {
      page.paragraph(Lead.NONE, Words.of(Tone.HEADING, section.title().text()));
    } else {
      page.paragraph(Lead.of(INDENT), section.title());
    }
    String outside = indent;
    indent = INDENT;
    section.body().forEach(b -> block(b, depth + 1));
    indent = outside;
  }

  private void paragraph(Block.Paragraph paragraph) {
    if (behindList) {
      page.blank();
      behindList = false;
    }
    switch (paragraph.manner()) {
      case BANNER -> {
        Lead bar = new Lead(Tone.ALERT, Sign.ALERT + " ");
        page.blank().paragraph(bar, bar, paragraph.words()).blank();
      }
      case ANSWER -> {
        line(paragraph.words());
        page.blank();
      }
      case PLAIN, NOTE -> line(paragraph.words());
    }
  }

  private void fields(List<Block.Field> fields) {
    int width = Math.min(MOST_LABEL, widest(fields.stream().map(Block.Field::name))) + 2;
    for (Block.Field field : fields) {
      String label = padded(lower(field.name()), width);
      for (Words value : field.values()) {
        item(label, value);
        label = " ".repeat(width);
      }
    }
  }

  /** A label in running text begins with a small letter, if it is a word and no name. */
  private static String lower(String label) {
    return label.length() > 1 && Character.isLowerCase(label.charAt(1))
        ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
        : label;
  }

  private void items(Block.Items items) {
    if (items.order() == Block.Order.TREE) {
      for (Block.Item root : items.items()) {
        page.blank();
        branch(root, "", "");
      }
      return;
    }
    int digits = String.valueOf(items.items().size()).length();
    for (int i = 0; i < items.items().size(); i++) {
      item(
          items.items().get(i),
          switch (items.order()) {
            case NUMBERED -> ("%" + digits + "d. ").formatted(i + 1);
            case WARNING -> "! ";
            default -> Sign.BULLET + " ";
          },
          items.order() == Block.Order.WARNING ? Tone.ALERT : Tone.DIM);
    }
  }

  private void item(Block.Item item, String sign, Tone tone) {
    Lead lead =
        item.mark() == null
            ? new Lead(tone, indent + sign)
            : new Lead(item.mark().tone(), indent + item.mark().sign() + " ");
    page.paragraph(lead, item.words());
    item.notes().forEach(note -> page.paragraph(lead.blank(), note));
    String outside = indent;
    indent = lead.blank().text();
    item.below().forEach(below -> item(below, Sign.BULLET + " ", Tone.DIM));
    indent = outside;
  }

  private void branch(Block.Item item, String head, String tail) {
    Lead rest = new Lead(Tone.DIM, tail);
    page.paragraph(new Lead(Tone.DIM, head), rest, item.words());
    item.notes().forEach(note -> page.paragraph(rest, rest, note));
    for (int i = 0; i < item.below().size(); i++) {
      boolean last = i == item.below().size() - 1;
      branch(
          item.below().get(i),
          tail + (last ? Sign.LAST_FORK : Sign.FORK),
          tail + (last ? "   " : Sign.RAIL));
    }
  }

  private void bars(Block.Bars bars) {
    int width = Math.min(MOST_LABEL, widest(bars.bars().stream().map(Block.Bar::name))) + 1;
    for (Block.Bar bar : bars.bars()) {
      int full = (int) (bar.share() * BAR);
      Tone tone = full == BAR ? Tone.GOOD : Tone.FAIR;
      Words drawn =
          Words.of(tone, Sign.FULL.toString().repeat(full))
              .and(Tone.DIM, Sign.EMPTY.toString().repeat(BAR - full))
              .then(Tone.PLAIN, bar.figures())
              .then(Tone.DIM, bar.aside());
      item(padded(bar.name(), width), drawn);
    }
  }

  private void table(Block.Table table) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns().stream().map(c -> Words.plain(c.title()).text()).toList());
    table.lines().stream()
        .filter(line -> !line.isHeading())
        .map(line -> line.cells().stream().map(TextWriter::flat).toList())
        .forEach(cells::add);
    List<Integer> widths =
        IntStream.range(0, table.columns().size())
            .mapToObj(c -> widest(cells.stream().map(line -> line.get(c))))
            .collect(Collectors.toCollection(ArrayList::new));
    int figures = widths.stream().skip(1).mapToInt(w -> w + INDENT.length()).sum();
    int room = page.width() - INDENT.length() - figures;
    boolean fits =
        widths.get(0) <= room
            || (room >= LEAST_HEAD && table.columns().stream().skip(1).allMatch(c -> c.figures()));
    if (fits && table.columns().stream().noneMatch(Block.Column::clear)) {
      widths.set(0, Math.min(widths.get(0), room));
      grid(table, widths);
    } else {
      int head = widest(table.lines().stream().map(line -> flat(line.cells().get(0))));
      table.lines().forEach(line -> stacked(table.columns(), line, head));
    }
  }

  private void grid(Block.Table table, List<Integer> widths) {
    List<Block.Cell> titles =
        table.columns().stream().map(c -> new Block.Cell(Words.plain(c.title()))).toList();
    page.unbroken(new Lead(Tone.DIM, row(table.columns(), titles, widths)));
    for (Block.Line line : table.lines()) {
      if (line.isHeading()) {
        line(line.cells().get(0).lines().get(0));
      } else {
        List<Block.Cell> cells = line.cells();
        if (TextWidth.of(flat(cells.get(0))) > widths.get(0)) {
          line(cells.get(0).lines().get(0));
          cells = new ArrayList<>(cells);
          cells.set(0, new Block.Cell(Words.NONE));
        }
        page.unbroken(Lead.of(row(table.columns(), cells, widths)));
      }
    }
  }

  private String row(List<Block.Column> columns, List<Block.Cell> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            c -> {
              String cell = flat(cells.get(c));
              String blank = " ".repeat(widths.get(c) - TextWidth.of(cell));
              return columns.get(c).figures() ? blank + cell : cell + blank;
            })
        .collect(Collectors.joining(INDENT, indent, ""));
  }

  /** A row as a paragraph: its head, the short cells behind it, and below them the long ones. */
  private void stacked(List<Block.Column> columns, Block.Line line, int head) {
    Words words = loud(line.cells().get(0));
    if (line.isHeading()) {
      page.blank();
      line(words);
      return;
    }
    boolean aligned = head <= MOST_HEAD;
    String lead = aligned ? padded(words.text(), head + 2) : "";
    Words all = aligned ? Words.NONE : words;
    List<Words> below = new ArrayList<>();
    for (int i = 1; i < line.cells().size(); i++) {
      List<Words> lines = line.cells().get(i).lines();
      Words label =
          columns.get(i).clear() || columns.get(i).title().isEmpty()
              ? Words.NONE
              : Words.dim(lower(columns.get(i).title()) + ":");
      if (lines.size() > 1 || (columns.get(i).clear() && i > 1)) {
        lines.forEach(l -> below.add(below.isEmpty() ? label.then(l) : l));
      } else if (!lines.isEmpty()) {
        all = all.listed(label.then(toned(line.cells().get(i).tone(), lines.get(0))));
      }
    }
    Tone tone = words.isEmpty() ? Tone.PLAIN : words.spans().get(0).tone();
    page.paragraph(
        new Lead(tone, indent + lead),
        Lead.of(indent + (aligned ? " ".repeat(head + 2) : INDENT)),
        all);
    below.forEach(l -> page.paragraph(Lead.of(indent + INDENT), l));
  }

  private static Words loud(Block.Cell cell) {
    return toned(
        cell.tone() == Tone.PLAIN ? Tone.STRONG : cell.tone(),
        cell.lines().isEmpty() ? Words.NONE : cell.lines().get(0));
  }

  /** Plain words take the tone of their cell. */
  private static Words toned(Tone tone, Words words) {
    return new Words(
        words.spans().stream()
            .map(
                s ->
                    s.tone() == Tone.PLAIN ? new Words.Span(tone, s.text(), s.glued(), s.row()) : s)
            .toList());
  }

  private static String flat(Block.Cell cell) {
    return cell.lines().stream().map(Words::text).collect(Collectors.joining("; "));
  }

  private static int widest(Stream<String> texts) {
    return texts.mapToInt(TextWidth::of).max().orElse(0);
  }

  private static String padded(String text, int width) {
    String line = Shown.line(text);
    return line + " ".repeat(Math.max(1, width - TextWidth.of(line)));
  }
}

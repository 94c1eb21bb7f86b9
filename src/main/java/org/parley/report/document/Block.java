package org.parley.report.document;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of a document. Every notation writes every kind, so that none of them can drift. */
public sealed interface Block {

  /**
   * What is said of one matter, below a heading.
   *
   * @param folded whether a page shows it only when it is asked for
   */
  record Section(Words title, boolean folded, List<Block> body) implements Block {

    public Section {
      body = List.copyOf(body);
    }
  }

  /** A paragraph. */
  record Paragraph(Manner manner, Words words) implements Block {}

  /** How a paragraph is meant. */
  enum Manner {
    /** Plain text. */
    PLAIN,
    /** The answer in one sentence. */
    ANSWER,
    /** How to read what stands there. */
    NOTE,
    /** What must not be overlooked. */
    BANNER
  }

  /**
   * The answer, with what goes with it.
   *
   * @param lead the words before it, such as {@code The tables favour:}, or the answer itself
   * @param answer a few words; said loudly
   * @param fields what goes with it
   */
  record Result(String lead, String answer, List<Field> fields) implements Block {

    public Result {
      fields = List.copyOf(fields);
    }
  }

  /** Things by name. */
  record Fields(List<Field> fields) implements Block {

    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A thing by its name.
   *
   * @param values what it is; the first is the answer, the others say more
   */
  record Field(String name, List<Words> values) {

    public Field {
      values = List.copyOf(values);
    }

    public Field(String name, Words value) {
      this(name, List.of(value));
    }
  }

  /** A list. */
  record Items(Order order, List<Item> items) implements Block {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** How the items of a list follow each other. */
  enum Order {
    /** In no order. */
    NONE,
    /** One after the other. */
    NUMBERED,
    /** In no order, and none must be overlooked. */
    WARNING,
    /** As branches of a tree. */
    TREE
  }

  /**
   * An item of a list.
   *
   * @param mark a sign before it, or {@code null} for that of the list
   * @param notes where it can be looked up, or what else is to be said
   * @param below what belongs under it
   */
  record Item(Mark mark, Words words, List<Words> notes, List<Item> below) {

    public Item {
      notes = List.copyOf(notes);
      below = List.copyOf(below);
    }

    public Item(Words words) {
      this(null, words, List.of(), List.of());
    }

    public Item(String words) {
      this(Words.plain(words));
    }

    /** This with a further note; none where it is empty. */
    public Item note(Words note) {
      return note.isEmpty() ? this : new Item(mark, words, append(notes, note), below);
    }

    /** This with an item below. */
    public Item with(Item item) {
      return new Item(mark, words, notes, append(below, item));
    }

    /** This with an item below for each thing. */
    public <T> Item with(Collection<T> things, Function<? super T, Item> item) {
      return new Item(
          mark, words, notes, Stream.concat(below.stream(), things.stream().map(item)).toList());
    }

    /** This with an item below for each of the first things, and how many more there are. */
    public <T> Item with(List<T> things, int most, Function<? super T, Item> item) {
      return with(Document.some(things, most, item).items(), one -> one);
    }

    private static <T> List<T> append(List<T> list, T last) {
      return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
  }

  /** A sign in a tone; what it says must stand in words beside it. */
  record Mark(Tone tone, String sign) {}

  /**
   * A table. A terminal without room for it shows each row as a paragraph.
   *
   * @param caption what it shows
   * @param lines its rows; the first cell of each is its head
   */
  record Table(String caption, List<Column> columns, List<Line> lines) implements Block {

    public Table {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A column of a table.
   *
   * @param note what stands below its title, or an empty string
   * @param figures whether it holds figures, which stand flush right
   * @param clear whether its cells say by themselves what they are
   */
  record Column(String title, String note, boolean figures, boolean clear) {

    public Column(String title) {
      this(title, "", false, false);
    }

    /** Columns of text. */
    public static List<Column> all(String... titles) {
      return Stream.of(titles).map(Column::new).toList();
    }

    /** A column of figures. */
    public static Column figures(String title) {
      return new Column(title, "", true, false);
    }

    /** A column of text and columns of figures behind it. */
    public static List<Column> figures(Column head, String... titles) {
      return Stream.concat(Stream.of(head), Stream.of(titles).map(Column::figures)).toList();
    }

    /** A column whose cells say by themselves what they are. */
    public static Column clear(String title) {
      return new Column(title, "", false, true);
    }
  }

  /**
   * A row of a table.
   *
   * @param tone how the whole of it sounds
   * @param cells one for each column; a single one is the heading of the rows that follow
   */
  record Line(Tone tone, List<Cell> cells) {

    public Line {
      cells = List.copyOf(cells);
    }

    public Line(Words... cells) {
      this(Tone.PLAIN, Stream.of(cells).map(Cell::new).toList());
    }

    /** A row of plain texts. */
    public static Line of(Object... texts) {
      return new Line(
          Stream.of(texts).map(text -> Words.plain(text.toString())).toArray(Words[]::new));
    }

    boolean isHeading() {
      return cells.size() == 1;
    }
  }

  /**
   * A cell of a table.
   *
   * @param tone how it sounds
   * @param lines what it holds
   */
  record Cell(Tone tone, List<Words> lines) {

    public Cell {
      lines = List.copyOf(lines);
    }

    public Cell(List<Words> lines) {
      this(Tone.PLAIN, lines);
    }

    public Cell(Words words) {
      this(Tone.PLAIN, words.isEmpty() ? List.of() : List.of(words));
    }
  }

  /** Shares of a whole. */
  record Bars(String caption, List<Bar> bars) implements Block {

    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A share of a whole.
   *
   * @param share from 0 to 1
   * @param figures the share in figures, and what it is a share of
   */
  record Bar(String name, double share, String figures, String aside) {

    /** A part of a count; 100% means all, never nearly all. */
    public static Bar of(String name, int part, int total) {
      double share = total == 0 ? 1 : (double) part / total;
      return new Bar(
          name, share, Figures.percent(part, total) + "%", "%d of %d".formatted(part, total));
    }
  }

  /**
   * A drawing, for pages only: what it shows must stand beside it in words.
   *
   * @param svg the drawing
   * @param sizes whether a page offers to enlarge it
   */
  record Picture(Svg svg, boolean sizes) implements Block {}

  /** What only a page has room for: it shows whole what stands elsewhere in short. */
  record PageOnly(List<Block> body) implements Block {

    public PageOnly {
      body = List.copyOf(body);
    }
  }

  /** Parts that stand side by side where there is room. */
  record Columns(List<Block> left, List<Block> right) implements Block {

    public Columns {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }
}

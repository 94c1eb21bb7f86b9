package org.parley.report.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a report says, before it is laid out: a small tree that {@link TextWriter}, {@link
 * MarkdownWriter} and {@link HtmlWriter} write. It is put together once and not changed afterwards.
 */
public final class Document {
  private final String title;
  private final String id;
  private final List<List<String>> setting;
  private final List<Block> front = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private final List<Words> foot = new ArrayList<>();
  private Letterhead letterhead;

  /** A document with a title. */
  public Document(String title) {
    this("", title, List.of());
  }

  /**
   * A document about a case.
   *
   * @param id its short name, or an empty string
   * @param setting lines that say where it stands, each of several parts
   */
  public Document(String id, String title, List<List<String>> setting) {
    this.id = id;
    this.title = title;
    this.setting = setting.stream().map(List::copyOf).toList();
  }

  /** Adds to what stands first, and on paper on a page of its own where anything follows. */
  public Document front(Block... blocks) {
    front.addAll(List.of(blocks));
    return this;
  }

  /** Adds blocks. */
  public Document add(Block... blocks) {
    body.addAll(List.of(blocks));
    return this;
  }

  /** Adds a section; none where there is nothing to say in it. */
  public Document section(String title, Block... blocks) {
    if (blocks.length > 0) {
      body.add(section(Words.plain(title), blocks));
    }
    return this;
  }

  /** Adds a section; none where there is nothing to say in it. */
  public Document section(String title, List<? extends Block> blocks) {
    return section(title, blocks.toArray(Block[]::new));
  }

  /**
   * Adds a section that a page shows only when it is asked for, and paper only where it is open.
   */
  public Document folded(String title, List<Block> blocks) {
    body.add(folded(Words.plain(title), blocks));
    return this;
  }

  /** Adds a section with a list; none where the list is empty. */
  public Document list(String title, List<String> items) {
    return items.isEmpty() ? this : section(title, list(items));
  }

  /** Makes a memo of it. */
  public Document letterhead(Letterhead head) {
    letterhead = head;
    return this;
  }

  /** Adds to what stands last. */
  public Document foot(Words... words) {
    foot.addAll(Stream.of(words).filter(w -> !w.isEmpty()).toList());
    return this;
  }

  String title() {
    return title;
  }

  String id() {
    return id;
  }

  List<List<String>> setting() {
    return setting;
  }

  List<Block> front() {
    return front;
  }

  List<Block> body() {
    return body;
  }

  List<Words> foot() {
    return foot;
  }

  /** What makes a memo of it; empty where it is none. */
  Optional<Letterhead> letterhead() {
    return Optional.ofNullable(letterhead);
  }

  /** A section. */
  public static Block.Section section(Words title, Block... blocks) {
    return new Block.Section(title, false, List.of(blocks));
  }

  /** A section. */
  public static Block.Section section(Words title, List<? extends Block> blocks) {
    return new Block.Section(title, false, List.copyOf(blocks));
  }

  /** A section that a page shows only when it is asked for. */
  public static Block.Section folded(Words title, List<Block> blocks) {
    return new Block.Section(title, true, blocks);
  }

  /** A paragraph. */
  public static Block.Paragraph paragraph(String text) {
    return new Block.Paragraph(Block.Manner.PLAIN, Words.plain(text));
  }

  /** How to read what stands there. */
  public static Block.Paragraph note(String text) {
    return new Block.Paragraph(Block.Manner.NOTE, Words.dim(text));
  }

  /** The answer in one sentence. */
  public static Block.Paragraph answer(Tone tone, String text) {
    return new Block.Paragraph(Block.Manner.ANSWER, Words.of(tone, text));
  }

  /** What must not be overlooked. */
  public static Block.Paragraph banner(String text) {
    return new Block.Paragraph(Block.Manner.BANNER, Words.of(Tone.ALERT, text));
  }

  /** A list of sentences. */
  public static Block.Items list(List<String> items) {
    return items(items, Block.Item::new);
  }

  /** A list with an item for each thing. */
  public static <T> Block.Items items(Collection<T> things, Function<? super T, Block.Item> item) {
    return items(things.stream().map(item).toList());
  }

  /**
   * A list of the first things, and how many more there are.
   *
   * @param most how many to tell
   */
  public static <T> Block.Items some(
      List<T> things, int most, Function<? super T, Block.Item> item) {
    return items(
        Stream.concat(
                things.stream().limit(most).map(item), more(things, most).map(Block.Item::new))
            .toList());
  }

  /** The first things in words, and how many more there are. */
  public static <T> List<Words> first(List<T> things, int most, Function<? super T, Words> words) {
    return Stream.concat(things.stream().limit(most).map(words), more(things, most)).toList();
  }

  private static Stream<Words> more(List<?> things, int most) {
    return things.size() > most
        ? Stream.of(Words.dim("and %d more".formatted(things.size() - most)))
        : Stream.of();
  }

  /** A table with a row for each thing. */
  public static <T> Block.Table table(
      String caption,
      List<Block.Column> columns,
      Collection<T> things,
      Function<? super T, Block.Line> line) {
    return new Block.Table(caption, columns, things.stream().map(line).toList());
  }

  /** A list. */
  public static Block.Items items(List<Block.Item> items) {
    return new Block.Items(Block.Order.NONE, items);
  }

  /** A thing by its name. */
  public static Block.Field field(String name, String value) {
    return new Block.Field(name, Words.plain(value));
  }
}

package org.parley.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Said;
import org.parley.Shown;

/**
 * Text in tones, before it is laid out. Every text passes through {@link Shown} on its way in and
 * is escaped by whoever writes it, so that nothing of a case or a table can steer a terminal or a
 * page.
 *
 * @param spans the pieces in their order
 */
public record Words(List<Span> spans) {
  /** No words. */
  public static final Words NONE = new Words(List.of());

  public Words {
    spans = List.copyOf(spans);
  }

  /**
   * A piece of text.
   *
   * @param tone how it sounds
   * @param text what it says, on one line
   * @param glued whether it sticks to the piece before it, as a colon does
   * @param row the id of the row that said it, or an empty string
   */
  public record Span(Tone tone, String text, boolean glued, String row) {}

  /** Plain words. */
  public static Words plain(String text) {
    return of(Tone.PLAIN, text);
  }

  /** Words that the eye should meet first. */
  public static Words strong(String text) {
    return of(Tone.STRONG, text);
  }

  /** Words that stand behind. */
  public static Words dim(String text) {
    return of(Tone.DIM, text);
  }

  /** Words in a tone. */
  public static Words of(Tone tone, String text) {
    return NONE.then(tone, text);
  }

  /** A sentence of a table; it keeps the row that said it. */
  public static Words of(Said said) {
    return NONE.add(Tone.PLAIN, said.text(), false, said.row());
  }

  /** The id of a row. */
  public static Words row(String id) {
    return NONE.thenRow(id);
  }

  /** A subject with what is said of it: {@code subject: text}. */
  public static Words about(String subject, String text) {
    return strong(subject).and(Tone.STRONG, ":").then(Tone.PLAIN, text);
  }

  /** The parts that are not blank, with a middle dot between them. */
  public static Words parts(Tone tone, String... parts) {
    return NONE.listed(tone, parts);
  }

  /** This and a text behind a space; blank text adds nothing. */
  public Words then(Tone tone, String text) {
    return add(tone, text, false, "");
  }

  /** This and the id of a row behind a space. */
  public Words thenRow(String id) {
    return add(Tone.CODE, id, false, id);
  }

  /** This and a text that sticks to what stands before it. */
  public Words and(Tone tone, String text) {
    return add(tone, text, true, "");
  }

  /** This and other words behind a space. */
  public Words then(Words other) {
    return new Words(Stream.concat(spans.stream(), other.spans.stream()).toList());
  }

  /** This and the parts that are not blank, with a middle dot between all. */
  public Words listed(Tone tone, String... parts) {
    Words all = this;
    for (String part : parts) {
      all = all.listed(of(tone, part));
    }
    return all;
  }

  /** This, a middle dot, and other words; nothing is added to where one of the two is empty. */
  public Words listed(Words other) {
    return isEmpty() || other.isEmpty()
        ? then(other)
        : then(Tone.DIM, Sign.SEPARATOR.toString()).then(other);
  }

  /** From what was to what is. */
  public Words turned(String before, String after) {
    return then(Tone.GONE, before).then(Tone.DIM, Sign.ARROW.toString()).then(Tone.COME, after);
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** All of it without tones. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(text.isEmpty() || span.glued() ? "" : " ").append(span.text());
    }
    return text.toString();
  }

  private Words add(Tone tone, String text, boolean glued, String row) {
    String line = Shown.line(text);
    if (line.isEmpty()) {
      return this;
    }
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(tone, line, glued && !spans.isEmpty(), row));
    return new Words(longer);
  }
}

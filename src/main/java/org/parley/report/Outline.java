package org.parley.report;

import java.util.ArrayList;
import java.util.List;
import org.parley.Advice;
import org.parley.Changes;

/**
 * What an answer says, before it is laid out for a terminal or as Markdown. Texts are not escaped
 * yet; that is done where they are laid out.
 */
final class Outline {
  private final List<Part> parts = new ArrayList<>();

  /** A part of an answer. */
  sealed interface Part {
    /** What the answer is about. */
    record About(Advice advice) implements Part {}

    /** The heading of what follows. */
    record Heading(String text) implements Part {}

    /** The answer itself. */
    record Result(String lead, String result) implements Part {}

    /** A paragraph. */
    record Paragraph(String text) implements Part {}

    /** Where something can be looked up, or how to read what stands there. */
    record Note(int depth, String text) implements Part {}

    /**
     * An entry of a list.
     *
     * @param depth how deep it stands, from 0
     * @param subject what it is about, or an empty string
     */
    record Point(int depth, String subject, String text) implements Part {}

    /** A share of a whole, from 0 to 1. */
    record Share(String subject, double share) implements Part {}
  }

  /** Says which case the answer is about. */
  Outline about(Advice advice) {
    return add(new Part.About(advice));
  }

  Outline heading(String text) {
    return add(new Part.Heading(text));
  }

  Outline result(String lead, String result) {
    return add(new Part.Result(lead, result));
  }

  Outline paragraph(String text) {
    return add(new Part.Paragraph(text));
  }

  Outline note(int depth, String text) {
    return add(new Part.Note(depth, text));
  }

  Outline point(int depth, String subject, String text) {
    return add(new Part.Point(depth, subject, text));
  }

  Outline share(String subject, double share) {
    return add(new Part.Share(subject, share));
  }

  /** The first sentences about a group of changes, and how many more there are. */
  Outline list(Changes.Group group, List<String> sentences, int most) {
    point(0, ArgumentWording.heading(group), "");
    sentences.stream().limit(most).forEach(s -> point(1, "", s));
    return sentences.size() > most
        ? note(1, "and %d more".formatted(sentences.size() - most))
        : this;
  }

  private Outline add(Part part) {
    parts.add(part);
    return this;
  }

  /** Laid out for a terminal. */
  String text(Style style) {
    OutlineText text = new OutlineText(style);
    parts.forEach(text::add);
    return text.end();
  }

  /** Laid out as Markdown. */
  String markdown() {
    OutlineMarkdown markdown = new OutlineMarkdown();
    parts.forEach(markdown::add);
    return markdown.end();
  }
}

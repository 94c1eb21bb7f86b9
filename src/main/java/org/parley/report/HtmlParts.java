package org.parley.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import org.parley.Shown;

/**
 * The parts that HTML pages are made of. Every text passes through {@link Shown} and is escaped;
 * nothing that comes from a case or a table is ever written as markup.
 */
final class HtmlParts {
  private static final int BAR = 160;
  private static final int BAR_HEIGHT = 12;

  private HtmlParts() {}

  /** A text, escaped. */
  static DomContent words(String words) {
    return text(Shown.line(words));
  }

  /** A small addition behind a text; nothing where it is blank. */
  static DomContent aside(String words) {
    return iff(!Wording.isBlank(words), span(words(words)).withClass("aside"));
  }

  /** Where a row can be looked up: its id, and the works that it rests on. */
  static DomContent lookUp(String row, String source) {
    return span(code(words(row)), iff(!Wording.isBlank(source), span(text(" · "), words(source))))
        .withClass("aside");
  }

  /** A part of the page that the table of contents leads to. */
  static SectionTag part(String id, String title, DomContent... content) {
    return section(h2(title).withId(id)).attr("aria-labelledby", id).with(content);
  }

  /** Sentences below a heading; nothing where there are none. */
  static DomContent sentences(String title, List<String> sentences) {
    return iff(!sentences.isEmpty(), div(h3(words(title)), list(sentences)).withClass("block"));
  }

  /** A list without an order. */
  static DomContent list(List<String> sentences) {
    return ul(each(sentences, s -> li(words(s))));
  }

  /** A box that scrolls sideways by itself, so that the page need not; keys reach it too. */
  static DomContent scroller(String label, DomContent content) {
    return div(content)
        .withClass("scroll")
        .attr("role", "region")
        // a section of the page may have the same name
        .attr("aria-label", Shown.line(label) + ", can be scrolled")
        .attr("tabindex", "0");
  }

  /** The head of a table. */
  static TrTag columns(String... names) {
    return tr(each(List.of(names), HtmlParts::column));
  }

  /** The head of a column. */
  static ThTag column(String name) {
    return th(words(name)).attr("scope", "col");
  }

  /** The head of a row. */
  static ThTag row(DomContent... content) {
    return th(content).attr("scope", "row");
  }

  /** A share as a bar; the figure always stands beside it. */
  static DomContent bar(double share) {
    return Svg.of("svg")
        .withClass("bar")
        .at("width", BAR)
        .at("height", BAR_HEIGHT)
        .attr("aria-hidden", "true")
        .with(Svg.rect(0, 0, share * BAR, BAR_HEIGHT).withClass("filled"));
  }

  /** A text that fits into a drawing; the whole of it must stand elsewhere. */
  static String shortened(String words, int most) {
    String clean = Shown.line(words);
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
  }
}

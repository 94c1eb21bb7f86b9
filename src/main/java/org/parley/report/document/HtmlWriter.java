package org.parley.report.document;

import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.text;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Shown;

/**
 * Writes a document as an HTML page: one file that needs nothing else and may fetch nothing. Its
 * policy lets through its own style sheet, and no script at all. Nothing that comes from a case or
 * a table is ever written as markup.
 */
public final class HtmlWriter {
  private static final String SHEET = sheet("report.css");
  private static final String MEMO = sheet("memo.css");
  private static final DomContent NOTHING = text("");

  /** What the next element of its kind ends as well, and a page has by the thousand. */
  private static final String ENDS_BY_ITSELF = "</(?:li|td|th|tr)>";

  private static final int BAR = 160;
  private static final int BAR_HEIGHT = 12;
  private static final int MANY_SECTIONS = 4;

  private final Set<String> ids = new HashSet<>(Set.of("content"));
  private String heading = "";

  private HtmlWriter() {}

  private static final class Tag extends ContainerTag<Tag> {
    Tag(String name) {
      super(name);
    }
  }

  private static Tag tag(String name, DomContent... content) {
    return new Tag(name).with(content);
  }

  /** The document as HTML that ends with a line break. */
  public static String write(Document document) {
    return new HtmlWriter().page(document);
  }

  private String page(Document document) {
    Optional<Letterhead> memo = document.letterhead();
    String sheet = memo.isPresent() ? MEMO : SHEET;
    List<DomContent> front = blocks(document.front(), 3);
    List<Block> blocks =
        document.body().stream()
            .flatMap(b -> b instanceof Block.PageOnly page ? page.body().stream() : Stream.of(b))
            .toList();
    List<Block.Section> sections =
        blocks.stream()
            .filter(Block.Section.class::isInstance)
            .map(Block.Section.class::cast)
            .toList();
    // the table of contents links to what follows it, so the ids are given out once
    List<String> anchors = sections.stream().map(s -> id(s.title().text())).toList();
    DomContent contents =
        tag(
                "nav",
                tag(
                    "ul",
                    each(
                        IntStream.range(0, anchors.size()).boxed().toList(),
                        i ->
                            tag(
                                "li",
                                tag("a", words(sections.get(i).title()))
                                    .attr("href", "#" + anchors.get(i))))))
            .attr("aria-label", "Contents");
    List<DomContent> body = new ArrayList<>();
    int place = 0;
    for (Block block : blocks) {
      body.add(
          block instanceof Block.Section section
              ? part(section, anchors.get(place++))
              : block(block, 2));
    }
    return Shown.markup(
        "<!DOCTYPE html>\n"
            + tag(
                    "html",
                    tag(
                        "head",
                        meta().withCharset("utf-8"),
                        meta()
                            .attr("http-equiv", "Content-Security-Policy")
                            .withContent(policy(sheet)),
                        meta()
                            .withName("viewport")
                            .withContent("width=device-width, initial-scale=1"),
                        meta().withName("referrer").withContent("no-referrer"),
                        tag("title", text(Shown.line(document.title()))),
                        tag("style", rawHtml(sheet))),
                    tag(
                            "body",
                            tag("a", text("To the content"))
                                .attr("href", "#content")
                                .withClass("skip"),
                            tag(
                                    "main",
                                    memo.map(HtmlWriter::classification).orElse(NOTHING),
                                    memo.map(m -> memoHead(document, m))
                                        .orElseGet(() -> headline(document)),
                                    iff(
                                        !front.isEmpty(),
                                        tag("div", each(front, b -> b)).withClass("front")),
                                    iff(
                                        memo.isEmpty() && sections.size() >= MANY_SECTIONS,
                                        contents),
                                    each(body, b -> b))
                                .withId("content"),
                            iff(
                                !document.foot().isEmpty(),
                                tag(
                                    "footer",
                                    tag("div", each(document.foot(), w -> tag("p", words(w)))),
                                    memo.map(HtmlWriter::classification).orElse(NOTHING))))
                        .withCondClass(memo.filter(Letterhead::small).isPresent(), "small"))
                .attr("lang", "en")
                .render()
                .replaceAll(ENDS_BY_ITSELF, "")
            + "\n");
  }

  private static DomContent headline(Document document) {
    List<Words> lines =
        document.setting().stream()
            .map(parts -> Words.parts(Tone.PLAIN, parts.toArray(String[]::new)))
            .filter(w -> !w.isEmpty())
            .toList();
    Words kicker = Words.plain(document.id()).listed(lines.isEmpty() ? Words.NONE : lines.get(0));
    return tag(
            "header",
            iff(!kicker.isEmpty(), tag("p", words(kicker)).withClass("kicker")),
            tag("h1", Svg.words(document.title())),
            each(lines.stream().skip(1).toList(), l -> tag("p", words(l)).withClass("parties")))
        .withClass("head");
  }

  private static DomContent classification(Letterhead memo) {
    return iff(
        !memo.classification().isEmpty(),
        tag("p", Svg.words(memo.classification())).withClass("classification"));
  }

  private static DomContent memoHead(Document document, Letterhead memo) {
    return tag(
            "header",
            tag("p", Svg.words(memo.kind())).withClass("kind"),
            fields(memo.lines()).withClass("fields"),
            tag("div", tag("p", text("Subject")).withClass("subject"), headline(document))
                .withClass("about"))
        .withClass("letterhead");
  }

  private List<DomContent> blocks(List<Block> blocks, int depth) {
    return blocks.stream().map(b -> block(b, depth)).toList();
  }

  private DomContent block(Block block, int depth) {
    if (block instanceof Block.Section section) {
      return subsection(section, depth);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return paragraph(paragraph);
    }
    if (block instanceof Block.Result result) {
      return result(result);
    }
    if (block instanceof Block.Fields fields) {
      return fields(fields.fields()).withClass("fields");
    }
    if (block instanceof Block.Items items) {
      return items(items);
    }
    if (block instanceof Block.Table table) {
      return table(table);
    }
    if (block instanceof Block.Bars bars) {
      return bars(bars);
    }
    if (block instanceof Block.Picture picture) {
      return picture(picture);
    }
    if (block instanceof Block.PageOnly page) {
      return each(blocks(page.body(), depth), b -> b);
    }
    Block.Columns columns = (Block.Columns) block;
    return tag("div", column(columns.left(), depth), column(columns.right(), depth))
        .withClass("columns");
  }

  private DomContent column(List<Block> blocks, int depth) {
    return tag("div", each(blocks(blocks, depth), b -> b)).withClass("column");
  }

  private DomContent part(Block.Section section, String id) {
    heading = section.title().text();
    DomContent title = tag("h2", words(section.title())).withId(id);
    DomContent body = each(blocks(section.body(), 3), b -> b);
    Tag part = tag("section").attr("aria-labelledby", id);
    return section.folded()
        ? part.withClass("folded").with(tag("details", tag("summary", title), body))
        : part.with(title, body);
  }

  private DomContent subsection(Block.Section section, int depth) {
    heading = section.title().text();
    // a summary is no heading
    DomContent body = each(blocks(section.body(), section.folded() ? depth : depth + 1), b -> b);
    if (section.folded()) {
      return tag("details", tag("summary", words(section.title())), body);
    }
    DomContent words = words(section.title());
    return tag("div", tag("h" + Math.max(2, Math.min(4, depth)), words), body).withClass("block");
  }

  private static DomContent paragraph(Block.Paragraph paragraph) {
    DomContent words = words(paragraph.words());
    return switch (paragraph.manner()) {
      case PLAIN -> tag("p", words);
      case ANSWER -> tag("p", tag("strong", words)).withClass("lead");
      case NOTE -> tag("p", words(paragraph.words(), Tone.DIM)).withClass("note");
      case BANNER -> tag("p", tag("strong", words)).withClass("banner");
    };
  }

  private DomContent result(Block.Result result) {
    String id = id(result.lead());
    boolean alone = result.answer().isEmpty();
    Tag heading =
        alone
            ? tag("h2", Svg.words(result.lead()))
            : tag(
                "h2",
                tag("span", Svg.words(result.lead())).withClass("label"),
                text(" "),
                tag("span", Svg.words(result.answer())).withClass("posture"));
    return tag("section", heading.withId(id), fields(result.fields()))
        .withClass("favoured")
        .attr("aria-labelledby", id);
  }

  private static Tag fields(List<Block.Field> fields) {
    return tag(
        "dl",
        each(
            fields,
            field ->
                tag(
                    "div",
                    tag("dt", Svg.words(field.name())),
                    tag(
                        "dd",
                        each(
                            field.values().stream().limit(1).toList(),
                            v -> tag("span", words(v, Tone.STRONG)).withClass("strong")),
                        each(field.values().stream().skip(1).toList(), HtmlWriter::aside)))));
  }

  private static DomContent items(Block.Items items) {
    DomContent all = each(items.items(), HtmlWriter::item);
    return items.order() == Block.Order.NUMBERED
        ? tag("ol", all)
        : tag("ul", all).withClass(items.order().name().toLowerCase(Locale.ROOT));
  }

  private static DomContent item(Block.Item item) {
    Tag line = tag("li");
    if (item.mark() != null) {
      line.withClass("marked")
          .with(
              tag("span", text(item.mark().sign()))
                  .withClass("mark " + name(item.mark().tone()))
                  .attr("aria-hidden", "true"));
    }
    return line.with(
        words(item.words()),
        each(item.notes(), note -> tag("div", words(note, Tone.DIM))),
        iff(!item.below().isEmpty(), tag("ul", each(item.below(), HtmlWriter::item))));
  }

  private static DomContent aside(Words words) {
    return tag("span", words(words, Tone.DIM)).withClass("aside");
  }

  private DomContent table(Block.Table table) {
    List<DomContent> bodies = new ArrayList<>();
    List<Tag> rows = new ArrayList<>();
    for (Block.Line line : table.lines()) {
      if (line.isHeading() && !rows.isEmpty()) {
        bodies.add(tag("tbody", each(List.copyOf(rows), r -> r)));
        rows.clear();
      }
      rows.add(row(line, table.columns()));
    }
    bodies.add(tag("tbody", each(rows, r -> r)));
    return scroller(
        table.caption(),
        tag(
                "table",
                captioned(table.caption()),
                tag("thead", tag("tr", each(table.columns(), HtmlWriter::column))),
                each(bodies, b -> b))
            .withCondClass(isToned(table), "heat")
            .withCondClass(!isToned(table) && table.columns().size() > 4, "wide"));
  }

  /** Whether every cell behind the head of its row either has a tone or is empty. */
  private static boolean isToned(Block.Table table) {
    return table.lines().stream()
        .flatMap(line -> line.cells().stream().skip(1))
        .allMatch(cell -> cell.tone() != Tone.PLAIN || cell.lines().isEmpty());
  }

  /** Not shown where the heading above says the same. */
  private DomContent captioned(String caption) {
    return tag("caption", Svg.words(caption)).withCondClass(caption.equals(heading), "hidden");
  }

  private static DomContent column(Block.Column column) {
    if (column.title().isEmpty()) {
      return tag("td");
    }
    return tag(
            "th",
            Svg.words(column.title()),
            iff(!column.note().isEmpty(), tag("small", Svg.words(column.note()))))
        .attr("scope", "col")
        .withCondClass(column.figures(), "count");
  }

  private static Tag row(Block.Line line, List<Block.Column> columns) {
    if (line.isHeading()) {
      return tag(
          "tr",
          tag("th", lines(line.cells().get(0), line.tone()))
              .attr("scope", "rowgroup")
              .attr("colspan", columns.size())
              .withClass("group"));
    }
    List<DomContent> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Block.Cell cell = line.cells().get(i);
      String looks = columns.get(i).figures() ? "count" : "";
      looks = (cell.tone() == Tone.PLAIN ? looks : looks + " " + name(cell.tone())).strip();
      DomContent said = lines(cell, line.tone());
      cells.add(
          (i == 0 ? tag("th", said).attr("scope", "row") : tag("td", said))
              .withCondClass(!looks.isEmpty(), looks));
    }
    return tag("tr", each(cells, cell -> cell))
        .withCondClass(line.tone() != Tone.PLAIN, name(line.tone()));
  }

  private static DomContent lines(Block.Cell cell, Tone around) {
    return cell.lines().size() == 1
        ? words(cell.lines().get(0), around)
        : each(cell.lines(), l -> tag("div", words(l, around)));
  }

  private DomContent bars(Block.Bars bars) {
    return scroller(
        bars.caption(),
        tag(
            "table",
            captioned(bars.caption()),
            tag(
                "tbody",
                each(
                    bars.bars(),
                    bar ->
                        tag(
                            "tr",
                            tag("th", Svg.words(bar.name())).attr("scope", "row"),
                            tag("td", drawn(bar), Svg.words(bar.figures())),
                            tag("td", Svg.words(bar.aside())))))));
  }

  private static DomContent drawn(Block.Bar bar) {
    return Svg.of("svg")
        .withClass("bar")
        .at("width", BAR)
        .at("height", BAR_HEIGHT)
        .attr("aria-hidden", "true")
        .with(Svg.rect(0, 0, bar.share() * BAR, BAR_HEIGHT).withClass("filled"));
  }

  private DomContent picture(Block.Picture picture) {
    String id = id("drawing");
    return tag(
            "figure",
            iff(
                picture.sizes(),
                tag(
                    "fieldset",
                    tag("legend", text("Size")),
                    size(id, "fit", "to fit", false),
                    size(id, "full", "full", true),
                    size(id, "large", "double", false))),
            scroller(heading.isEmpty() ? "Drawing" : "Drawing: " + heading, picture.svg()))
        .withClass("drawing");
  }

  private static DomContent size(String id, String size, String name, boolean chosen) {
    return tag(
        "label",
        input()
            .withType("radio")
            .withName(id + "-size")
            .withClass(size)
            .withCondChecked(chosen)
            .withValue(size),
        text(name));
  }

  /** A box that scrolls sideways by itself, so that the page need not; keys reach it too. */
  private static DomContent scroller(String label, DomContent content) {
    return tag("div", content)
        .withClass("scroll")
        .attr("role", "region")
        // a section of the page may have the same name
        .attr("aria-label", Shown.line(label) + ", can be scrolled")
        .attr("tabindex", "0");
  }

  private static DomContent words(Words words) {
    return words(words, Tone.PLAIN);
  }

  /**
   * Words, where neighbours in one tone are one element.
   *
   * @param around the tone of what stands around them, which need not be said again
   */
  private static DomContent words(Words words, Tone around) {
    List<DomContent> parts = new ArrayList<>();
    List<Words.Span> spans = words.spans();
    for (int i = 0; i < spans.size(); i++) {
      Words.Span span = spans.get(i);
      parts.add(text(i == 0 || span.glued() ? "" : " "));
      StringBuilder said = new StringBuilder(span.text());
      while (i + 1 < spans.size() && isOne(span, spans.get(i + 1))) {
        i++;
        said.append(spans.get(i).glued() ? "" : " ").append(spans.get(i).text());
      }
      parts.add(spoken(span, said.toString(), around));
    }
    return each(parts, part -> part);
  }

  private static boolean isOne(Words.Span span, Words.Span next) {
    return span.tone() == next.tone() && span.row().isEmpty() && next.row().isEmpty();
  }

  private static DomContent spoken(Words.Span span, String text, Tone around) {
    DomContent said = Svg.words(text);
    if (span.tone() == Tone.CODE) {
      return tag("code", said);
    }
    if (!span.row().isEmpty()) {
      return tag("span", said).attr("data-row", Shown.line(span.row()));
    }
    if (span.tone() == Tone.PLAIN || span.tone() == around) {
      return said;
    }
    // the two that a page has by the hundred
    return span.tone() == Tone.STRONG
        ? tag("b", said)
        : span.tone() == Tone.DIM
            ? tag("small", said)
            : tag("span", said).withClass(name(span.tone()));
  }

  private static String name(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  /** An id for a place of the page, which no other place has. */
  private String id(String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 && !plain.isEmpty() ? plain : plain + "-" + n)
        .filter(ids::add)
        .findFirst()
        .orElseThrow();
  }

  private static String policy(String sheet) {
    return "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(Base64.getEncoder().encodeToString(sha256(sheet)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String sheet(String name) {
    try (InputStream file = HtmlWriter.class.getResourceAsStream(name)) {
      byte[] sheet = Objects.requireNonNull(file, name).readAllBytes();
      // the policy of the page holds a hash of it, and browsers read every line end as one
      return new String(sheet, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

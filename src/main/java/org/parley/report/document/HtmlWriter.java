package org.parley.report.document;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.TagCreator;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import j2html.tags.specialized.TrTag;
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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Shown;
import org.parley.report.document.Block.Bar;
import org.parley.report.document.Block.Bars;
import org.parley.report.document.Block.Cell;
import org.parley.report.document.Block.Column;
import org.parley.report.document.Block.Columns;
import org.parley.report.document.Block.Field;
import org.parley.report.document.Block.Fields;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Items;
import org.parley.report.document.Block.Line;
import org.parley.report.document.Block.Order;
import org.parley.report.document.Block.PageOnly;
import org.parley.report.document.Block.Paragraph;
import org.parley.report.document.Block.Picture;
import org.parley.report.document.Block.Result;
import org.parley.report.document.Block.Section;
import org.parley.report.document.Block.Table;

/**
 * Writes a document as an HTML page: one file that needs nothing else and may fetch nothing. Its
 * policy lets through its own style sheet, and no script at all. Nothing that comes from a case or
 * a table is ever written as markup.
 */
public final class HtmlWriter {
  private static final String SHEET = sheet();
  private static final int BAR = 160;
  private static final int BAR_HEIGHT = 12;
  private static final int MANY_SECTIONS = 4;

  private final Set<String> ids = new HashSet<>();
  private String heading = "";

  private HtmlWriter() {}

  /** The document as HTML that ends with a line break. */
  public static String write(Document document) {
    return new HtmlWriter().page(document);
  }

  private String page(Document document) {
    List<DomContent> front = blocks(document.front(), 3);
    List<Block> blocks =
        document.body().stream()
            .flatMap(b -> b instanceof PageOnly page ? page.body().stream() : Stream.of(b))
            .toList();
    List<Section> sections =
        blocks.stream().filter(Section.class::isInstance).map(Section.class::cast).toList();
    // the table of contents links to what follows it, so the ids are given out once
    List<String> anchors = sections.stream().map(s -> id(s.title().text())).toList();
    DomContent contents =
        nav(ul(
                each(
                    IntStream.range(0, anchors.size()).boxed().toList(),
                    i -> li(a(words(sections.get(i).title())).withHref("#" + anchors.get(i))))))
            .attr("aria-label", "Contents");
    List<DomContent> body = new ArrayList<>();
    int place = 0;
    for (Block block : blocks) {
      body.add(
          block instanceof Section section ? part(section, anchors.get(place++)) : block(block, 2));
    }
    return Shown.markup(
        "<!DOCTYPE html>\n"
            + html(
                    head(
                        meta().withCharset("utf-8"),
                        meta().attr("http-equiv", "Content-Security-Policy").withContent(policy()),
                        meta()
                            .withName("viewport")
                            .withContent("width=device-width, initial-scale=1"),
                        meta().withName("referrer").withContent("no-referrer"),
                        title(Shown.line(document.title())),
                        style(rawHtml(SHEET))),
                    body(
                        a("To the content").withHref("#content").withClass("skip"),
                        main(
                                headline(document),
                                iff(!front.isEmpty(), div(each(front, b -> b)).withClass("front")),
                                iff(sections.size() >= MANY_SECTIONS, contents),
                                each(body, b -> b))
                            .withId("content"),
                        iff(
                            !document.foot().isEmpty(),
                            footer(div(each(document.foot(), w -> p(words(w))))))))
                .withLang("en")
                .render()
            + "\n");
  }

  private static DomContent headline(Document document) {
    List<Words> lines =
        document.setting().stream()
            .map(parts -> Words.parts(Tone.PLAIN, parts.toArray(String[]::new)))
            .filter(w -> !w.isEmpty())
            .toList();
    Words kicker = Words.plain(document.id()).listed(lines.isEmpty() ? Words.NONE : lines.get(0));
    return header(
            iff(!kicker.isEmpty(), p(words(kicker)).withClass("kicker")),
            h1(Svg.words(document.title())),
            each(lines.stream().skip(1).toList(), l -> p(words(l)).withClass("parties")))
        .withClass("head");
  }

  private List<DomContent> blocks(List<Block> blocks, int depth) {
    return blocks.stream().map(b -> block(b, depth)).toList();
  }

  private DomContent block(Block block, int depth) {
    if (block instanceof Section section) {
      return subsection(section, depth);
    }
    if (block instanceof Paragraph paragraph) {
      return paragraph(paragraph);
    }
    if (block instanceof Result result) {
      return result(result);
    }
    if (block instanceof Fields fields) {
      return fields(fields.fields()).withClass("fields");
    }
    if (block instanceof Items items) {
      return items(items);
    }
    if (block instanceof Table table) {
      return table(table);
    }
    if (block instanceof Bars bars) {
      return bars(bars);
    }
    if (block instanceof Picture picture) {
      return picture(picture);
    }
    if (block instanceof PageOnly page) {
      return each(blocks(page.body(), depth), b -> b);
    }
    Columns columns = (Columns) block;
    return div(column(columns.left(), depth), column(columns.right(), depth)).withClass("columns");
  }

  private DomContent column(List<Block> blocks, int depth) {
    return div(each(blocks(blocks, depth), b -> b)).withClass("column");
  }

  private DomContent part(Section section, String id) {
    heading = section.title().text();
    return section(h2(words(section.title())).withId(id))
        .attr("aria-labelledby", id)
        .with(blocks(section.body(), 3));
  }

  private DomContent subsection(Section section, int depth) {
    heading = section.title().text();
    DomContent body = each(blocks(section.body(), depth + 1), b -> b);
    if (section.folded()) {
      return details(summary(words(section.title())), body);
    }
    DomContent words = words(section.title());
    return div(depth <= 2 ? h2(words) : depth == 3 ? h3(words) : h4(words), body)
        .withClass("block");
  }

  private static DomContent paragraph(Paragraph paragraph) {
    DomContent words = words(paragraph.words());
    return switch (paragraph.manner()) {
      case PLAIN -> p(words);
      case ANSWER -> p(strong(words)).withClass("lead");
      case NOTE -> p(words).withClass("note");
      case BANNER -> p(strong(words)).withClass("banner");
    };
  }

  private DomContent result(Result result) {
    String id = id(result.lead());
    return section(
            h2(
                    span(Svg.words(result.lead())).withClass("label"),
                    text(" "),
                    span(Svg.words(result.answer())).withClass("posture"))
                .withId(id),
            fields(result.fields()))
        .withClass("favoured")
        .attr("aria-labelledby", id);
  }

  private static ContainerTag<?> fields(List<Field> fields) {
    return dl(
        each(
            fields,
            field ->
                div(
                    dt(Svg.words(field.name())),
                    dd(
                        each(
                            field.values().stream().limit(1).toList(),
                            v -> span(words(v)).withClass("strong")),
                        each(
                            field.values().stream().skip(1).toList(),
                            v -> span(words(v)).withClass("aside"))))));
  }

  private static DomContent items(Items items) {
    DomContent all = each(items.items(), HtmlWriter::item);
    return items.order() == Order.NUMBERED
        ? ol(all)
        : ul(all).withClass(items.order().name().toLowerCase(Locale.ROOT));
  }

  private static DomContent item(Item item) {
    LiTag line = li();
    if (item.mark() != null) {
      line.withClass("marked")
          .with(
              span(item.mark().sign())
                  .withClass("mark " + name(item.mark().tone()))
                  .attr("aria-hidden", "true"));
    }
    return line.with(
        words(item.words()),
        each(item.notes(), note -> span(words(note)).withClass("aside")),
        iff(!item.below().isEmpty(), ul(each(item.below(), HtmlWriter::item))));
  }

  private DomContent table(Table table) {
    List<DomContent> bodies = new ArrayList<>();
    List<TrTag> rows = new ArrayList<>();
    for (Line line : table.lines()) {
      if (line.isHeading() && !rows.isEmpty()) {
        bodies.add(tbody(each(List.copyOf(rows), r -> r)));
        rows.clear();
      }
      rows.add(row(line, table.columns()));
    }
    bodies.add(tbody(each(rows, r -> r)));
    return scroller(
        table.caption(),
        TagCreator.table(
                captioned(table.caption()),
                thead(tr(each(table.columns(), HtmlWriter::column))),
                each(bodies, b -> b))
            .withCondClass(table.columns().size() > 4, "wide"));
  }

  /** Not shown where the heading above says the same. */
  private DomContent captioned(String caption) {
    return TagCreator.caption(Svg.words(caption)).withCondClass(caption.equals(heading), "hidden");
  }

  private static DomContent column(Column column) {
    if (column.title().isEmpty()) {
      return td();
    }
    return th(
            Svg.words(column.title()),
            iff(!column.note().isEmpty(), div(Svg.words(column.note())).withClass("seen")))
        .attr("scope", "col")
        .withCondClass(column.figures(), "count");
  }

  private static TrTag row(Line line, List<Column> columns) {
    if (line.isHeading()) {
      return tr(
          th(lines(line.cells().get(0)))
              .attr("scope", "rowgroup")
              .attr("colspan", columns.size())
              .withClass("group"));
    }
    List<DomContent> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = line.cells().get(i);
      String looks = columns.get(i).figures() ? "count" : "";
      looks = (cell.tone() == Tone.PLAIN ? looks : looks + " " + name(cell.tone())).strip();
      cells.add(
          (i == 0 ? th(lines(cell)).attr("scope", "row") : td(lines(cell)))
              .withCondClass(!looks.isEmpty(), looks));
    }
    return tr(each(cells, cell -> cell))
        .withCondClass(line.tone() != Tone.PLAIN, name(line.tone()));
  }

  private static DomContent lines(Cell cell) {
    return cell.lines().size() == 1
        ? words(cell.lines().get(0))
        : each(cell.lines(), l -> div(words(l)));
  }

  private DomContent bars(Bars bars) {
    return scroller(
        bars.caption(),
        TagCreator.table(
            captioned(bars.caption()),
            tbody(
                each(
                    bars.bars(),
                    bar ->
                        tr(
                            th(Svg.words(bar.name())).attr("scope", "row"),
                            td(drawn(bar), Svg.words(bar.figures())),
                            td(Svg.words(bar.aside())))))));
  }

  private static DomContent drawn(Bar bar) {
    return Svg.of("svg")
        .withClass("bar")
        .at("width", BAR)
        .at("height", BAR_HEIGHT)
        .attr("aria-hidden", "true")
        .with(Svg.rect(0, 0, bar.share() * BAR, BAR_HEIGHT).withClass("filled"));
  }

  private DomContent picture(Picture picture) {
    String id = id("drawing");
    return figure(
            iff(
                picture.sizes(),
                fieldset(
                    legend("Size"),
                    size(id, "fit", "to fit", false),
                    size(id, "full", "full", true),
                    size(id, "large", "double", false))),
            scroller(heading.isEmpty() ? "Drawing" : "Drawing: " + heading, picture.svg()))
        .withClass("drawing");
  }

  private static DomContent size(String id, String size, String name, boolean chosen) {
    return label(
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
    return div(content)
        .withClass("scroll")
        .attr("role", "region")
        // a section of the page may have the same name
        .attr("aria-label", Shown.line(label) + ", can be scrolled")
        .attr("tabindex", "0");
  }

  private static DomContent words(Words words) {
    List<DomContent> parts = new ArrayList<>();
    for (Words.Span span : words.spans()) {
      parts.add(text(parts.isEmpty() || span.glued() ? "" : " "));
      parts.add(spoken(span));
    }
    return each(parts, part -> part);
  }

  private static DomContent spoken(Words.Span span) {
    DomContent said = Svg.words(span.text());
    if (span.tone() == Tone.CODE) {
      return code(said);
    }
    if (span.tone() == Tone.PLAIN) {
      return span.row().isEmpty() ? said : span(said).attr("data-row", Shown.line(span.row()));
    }
    return span(said).withClass(name(span.tone()));
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

  private static String policy() {
    return "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(Base64.getEncoder().encodeToString(sha256(SHEET)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String sheet() {
    try (InputStream file = HtmlWriter.class.getResourceAsStream("report.css")) {
      byte[] sheet = Objects.requireNonNull(file, "report.css").readAllBytes();
      // the policy of the page holds a hash of it, and browsers read every line end as one
      return new String(sheet, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

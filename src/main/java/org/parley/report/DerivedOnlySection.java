package org.parley.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.regress.DerivedOnly;
import org.parley.regress.DerivedOnly.Comparison;
import org.parley.regress.DerivedOnly.Difference;

/** The part of a regression that compares derived with coded facts. */
final class DerivedOnlySection {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TITLE = "On events alone";
  static final String CAUTION =
      "Analysts know more than the events of a file say: a derived value that differs is a question"
          + " to both, to the coding and to the rule.";

  private static final String SUMMARY =
      "%d of %d cases with events keep their recommendation without the coded facts that a rule"
          + " could derive.";

  private DerivedOnlySection() {}

  static void text(Page page, DerivedOnly run) {
    page.heading(TITLE);
    page.item(
        Page.Lead.of(""),
        Prose.plain(
            SUMMARY.formatted(run.recommendations().agree(), run.recommendations().compared())));
    page.blank().paragraph(Prose.dim("Derived, of those coded; and equal, of those derived:"));
    for (Comparison fact : run.facts().stream().filter(f -> f.coded() > 0).toList()) {
      page.item(
          new Page.Lead(Tone.DIM, "%-31s".formatted(fact.name())),
          Prose.plain("%d of %d, %d equal".formatted(fact.derived(), fact.coded(), fact.equal())));
    }
    page.blank().paragraph(Prose.dim(CAUTION));
  }

  static void markdown(StringBuilder page, DerivedOnly run) {
    page.append("\n## ").append(TITLE).append("\n\n");
    page.append(SUMMARY.formatted(run.recommendations().agree(), run.recommendations().compared()));
    page.append("\n\n").append(CAUTION).append("\n\n");
    page.append(Markdown.head("fact", "coded", "derived", "equal", "where they differ"));
    run.facts().forEach(f -> page.append(row(f)));
  }

  private static String row(Comparison fact) {
    return Markdown.row(
        Markdown.escape(fact.name()),
        String.valueOf(fact.coded()),
        String.valueOf(fact.derived()),
        String.valueOf(fact.equal()),
        subjects(fact.differ()));
  }

  private static String subjects(List<Difference> differ) {
    return differ.stream().map(d -> Markdown.escape(d.subject())).collect(Collectors.joining(", "));
  }

  static DomContent html(DerivedOnly run) {
    return HtmlParts.part(
        "derived-only",
        TITLE,
        p(SUMMARY.formatted(run.recommendations().agree(), run.recommendations().compared())),
        p(CAUTION).withClass("caution"),
        HtmlParts.scroller(
            TITLE,
            table(
                thead(HtmlParts.columns("Fact", "Coded", "Derived", "Equal", "Where they differ")),
                tbody(each(run.facts(), DerivedOnlySection::line)))));
  }

  private static DomContent line(Comparison fact) {
    return tr(
        HtmlParts.row(HtmlParts.words(fact.name())),
        td(String.valueOf(fact.coded())).withClass("count"),
        td(String.valueOf(fact.derived())).withClass("count"),
        td(String.valueOf(fact.equal())).withClass("count"),
        td(
            HtmlParts.words(
                fact.differ().stream()
                    .map(Difference::subject)
                    .collect(Collectors.joining(", ")))));
  }

  static JsonNode json(DerivedOnly run) {
    ObjectNode json = NODES.objectNode();
    json.set("facts", Json.array(run.facts(), DerivedOnlySection::fact));
    json.putObject("recommendations")
        .put("same", run.recommendations().agree())
        .put("total", run.recommendations().compared());
    json.put("caution", CAUTION);
    return json;
  }

  private static JsonNode fact(Comparison fact) {
    ObjectNode json = NODES.objectNode();
    json.put("name", fact.name());
    json.put("coded", fact.coded());
    json.put("derived", fact.derived());
    json.put("equal", fact.equal());
    json.set("differ", Json.array(fact.differ(), DerivedOnlySection::difference));
    return json;
  }

  private static JsonNode difference(Difference difference) {
    return NODES
        .objectNode()
        .put("case", difference.subject())
        .put("coded", difference.coded())
        .put("derived", difference.derived())
        .put("rule", difference.rule());
  }
}

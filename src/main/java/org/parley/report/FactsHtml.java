package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Fact;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** Shows the facts of a case with where each comes from, and what is not known. */
final class FactsHtml {
  private static final String COLUMNS = "5";

  private final Advice advice;
  private final Vocabulary vocabulary;
  private final PathToPosture path;

  FactsHtml(Dossier dossier, PathToPosture path) {
    this.advice = dossier.advice();
    this.vocabulary = dossier.vocabulary();
    this.path = path;
  }

  DomContent render() {
    return div(
        p("In bold the facts that the posture rests on.").withClass("note"),
        HtmlParts.scroller(
            "Facts",
            table(
                    caption("Facts with where they come from"),
                    thead(HtmlParts.columns("Fact", "Value", "Origin", "Why", "Source")),
                    each(groups().entrySet(), g -> group(g.getKey(), g.getValue())))
                .withClass("wide")),
        unknown(),
        findings());
  }

  private Map<String, List<Fact>> groups() {
    Map<String, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : advice.facts()) {
      String group = vocabulary.fact(fact.name()).map(FactType::group).orElse("other");
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(fact);
    }
    return groups;
  }

  private DomContent group(String name, List<Fact> facts) {
    return tbody(
        tr(
            th(HtmlParts.words(name))
                .attr("scope", "rowgroup")
                .attr("colspan", COLUMNS)
                .withClass("group")),
        each(facts, this::fact));
  }

  private DomContent fact(Fact fact) {
    return tr(
        HtmlParts.row(HtmlParts.words(fact.name()))
            .withCondClass(!path.holds(fact.name()), "other"),
        td(HtmlParts.words(fact.value())),
        td(each(Wording.provenance(fact), part -> div(HtmlParts.words(part)))),
        td(HtmlParts.words(fact.why())),
        td(HtmlParts.words(fact.source())));
  }

  private DomContent unknown() {
    return iff(
        !advice.unknown().isEmpty(),
        div(
            h3(HtmlParts.words(Wording.unknownHeading(advice))),
            p(HtmlParts.words(String.join(", ", advice.unknown())))));
  }

  private DomContent findings() {
    return iff(
        !advice.findings().isEmpty(),
        div(
            h3(Wording.FINDINGS),
            ul(
                each(
                    advice.findings(),
                    f ->
                        li(
                            span(HtmlParts.words(f.kind() + ":")).withClass("strong"),
                            text(" "),
                            HtmlParts.words(f.message()))))));
  }
}

package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import org.parley.Shown;
import org.parley.regress.CoverageResult;

/** Renders coverage as one HTML file that needs nothing else. */
public final class CoverageHtml {

  private CoverageHtml() {}

  /** The result as an HTML page. */
  public static String render(CoverageResult result) {
    return HtmlPage.render(
        "Coverage",
        HtmlStyle.SHEET,
        main(
            h1("What the cases exercise"),
            summary(result),
            details(result),
            result.mutants() == null ? rawHtml("") : MutantHtml.of(result.mutants())));
  }

  private static DomContent summary(CoverageResult result) {
    return div(
        p(
            "%d cases, %d of them made up to exercise rows."
                .formatted(result.cases(), result.synthetic())),
        table(
            caption("Exercised by the cases"),
            thead(
                tr(
                    th("what").attr("scope", "col"),
                    th("share").attr("scope", "col"),
                    th("count").attr("scope", "col"))),
            tbody(
                row(
                    "statements encoded",
                    result.statements().encoded(),
                    result.statements().total()),
                row(
                    "statements exercised",
                    result.statements().exercised(),
                    result.statements().total()),
                row("rows exercised", result.rows().exercised(), result.rows().total()),
                row("rules exercised", result.rules().exercised(), result.rules().total()),
                row("values seen", result.values().seen(), result.values().total()))));
  }

  private static DomContent row(String label, int part, int total) {
    int percent = total == 0 ? 100 : part * 100 / total;
    return tr(
        th(label).attr("scope", "row"),
        td(HtmlParts.bar(percent / 100.0), span(percent + "%")),
        td("%d of %d".formatted(part, total)));
  }

  private static DomContent details(CoverageResult result) {
    return div(
        list("Statements that stand in no row or rule", result.statements().missing()),
        list("Statements whose rows and rules no case exercises", result.statements().never()),
        list(
            "Rows that decide in no case",
            result.rows().never().stream().map(r -> r.id() + " (" + r.table() + ")").toList()),
        list("Rules that fire in no case", result.rules().never()),
        list(
            "Values that no case has",
            result.values().never().stream()
                .map(u -> u.fact() + ": " + String.join(", ", u.values()))
                .toList()));
  }

  private static DomContent list(String title, List<String> entries) {
    return entries.isEmpty()
        ? rawHtml("")
        : section(h2(title), ul(each(entries, e -> li(code(Shown.line(e))))));
  }
}

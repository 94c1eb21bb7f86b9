package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.explain.UsedTable;
import org.parley.explain.UsedTable.Fate;
import org.parley.explain.UsedTable.UsedRow;

/** Shows decision tables as they were used: the rows that fired, and the cells that failed. */
final class TablesHtml {
  private static final String ANY = "-";

  private final Advice advice;

  TablesHtml(Advice advice) {
    this.advice = advice;
  }

  /** A table whole, with what its columns saw. */
  DomContent whole(UsedTable table) {
    return details(
            summary(
                span(HtmlParts.words(table.decision().name())).withClass("strong"),
                text(": "),
                HtmlParts.words(result(table))),
            p(HtmlParts.words(table.decision().question())).withClass("question"),
            HtmlParts.scroller("Table " + table.decision().name(), rows(table, table.rows())))
        .withClass("table");
  }

  /** A table with only those of its rows that fired. */
  DomContent fired(UsedTable table) {
    List<UsedRow> fired = table.rows().stream().filter(r -> r.fate() != Fate.FAILED).toList();
    return details(
            summary(
                span(HtmlParts.words(table.decision().name())).withClass("strong"),
                text(" (%d of %d rows)".formatted(fired.size(), table.rows().size()))),
            p(HtmlParts.words(table.decision().question())).withClass("question"),
            HtmlParts.scroller("Rows of " + table.decision().name(), rows(table, fired)))
        .withClass("table");
  }

  private String result(UsedTable table) {
    return advice
        .trace(table.decision().name())
        .map(DecisionTrace::result)
        .map(Wording::result)
        .orElse("");
  }

  private static DomContent rows(UsedTable table, List<UsedRow> rows) {
    return table(
        caption(
            HtmlParts.words(
                "%s, hit policy %s, in %s"
                    .formatted(
                        table.decision().name(),
                        table.decision().decisionTable().hitPolicy(),
                        table.decision().file()))),
        thead(
            tr(
                HtmlParts.column("Row"),
                each(columns(table), c -> column(table, c)),
                HtmlParts.column("Answer"),
                HtmlParts.column("Why"))),
        tbody(each(rows, r -> row(table, r))));
  }

  private static List<Integer> columns(UsedTable table) {
    return IntStream.range(0, table.seen().size()).boxed().toList();
  }

  private static DomContent column(UsedTable table, int column) {
    return HtmlParts.column(table.decision().decisionTable().inputs().get(column).expression())
        .with(
            div(HtmlParts.words("is " + Wording.known(table.seen().get(column))))
                .withClass("seen"));
  }

  private static DomContent row(UsedTable table, UsedRow row) {
    List<TdTag> cells = new ArrayList<>();
    for (int column : columns(table)) {
      cells.add(cell(row, column));
    }
    return tr(
            HtmlParts.row(
                span(fate(row.fate())).withClass("fate"), code(HtmlParts.words(row.row().id()))),
            each(cells, c -> c),
            td(HtmlParts.words(String.join("; ", row.results()))).withClass("answer"),
            td(
                HtmlParts.words(row.why()),
                iff(
                    !Wording.isBlank(row.row().source()),
                    span(HtmlParts.words(row.row().source())).withClass("aside"))))
        .withClass(row.fate().name().toLowerCase(Locale.ROOT));
  }

  private static TdTag cell(UsedRow row, int column) {
    String test = row.row().tests().get(column);
    boolean fails = row.failing().contains(column);
    if (test.equals(ANY)) {
      return td(span("any").withClass("any"));
    }
    return fails
        ? td(
                span("✕ ").attr("aria-hidden", "true"),
                HtmlParts.words(test),
                span(" fails").withClass("hidden"))
            .withClass("fails")
        : td(HtmlParts.words(test));
  }

  private static String fate(Fate fate) {
    return switch (fate) {
      case DECIDED -> "● decided ";
      case OUTRANKED -> "○ matched, outranked ";
      case FAILED -> "";
    };
  }
}

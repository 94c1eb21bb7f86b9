package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Confusion;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Observed;
import org.parley.regress.RegressionResult.Tally;

/** Renders a regression as one HTML file that needs nothing else. */
public final class RegressionHtml {
  private static final String SHEET =
      HtmlStyle.SHEET
          + """
          .lead{font-size:1.15rem;margin:.25rem 0 1rem}
          .caution{border-left:.3rem solid var(--accent);padding:.4rem .9rem;margin:1rem 0}
          .aside{color:var(--dim)}
          .scroll{overflow-x:auto}
          .wide{min-width:40rem}
          .id,.count{white-space:nowrap}
          .count{text-align:right;font-variant-numeric:tabular-nums}
          .same{font-weight:700;border:2px solid var(--accent);padding-right:.5rem}
          @media print{.scroll{overflow:visible}}
          """;

  private RegressionHtml() {}

  /** The result as an HTML page. */
  public static String render(RegressionResult result) {
    return HtmlPage.render(
        "Regression",
        SHEET,
        main(
            h1("Regression"),
            pinned(result),
            mismatches(result.expected().differ()),
            iff(result.observed().compared() > 0, history(result.observed())),
            derivedOnly(result)));
  }

  private static DomContent pinned(RegressionResult result) {
    int differ = result.expected().differ().size();
    List<String> unpinned = result.expected().unpinned();
    return div(
        p(strong(RegressionText.verdict(result.expected().agree() + differ, differ)))
            .withClass("lead"),
        iff(
            !unpinned.isEmpty(),
            p(HtmlParts.words("Not pinned: " + String.join(", ", unpinned) + "."))
                .withClass("aside")));
  }

  private static DomContent derivedOnly(RegressionResult result) {
    return result.derivedOnly() == null
        ? rawHtml("")
        : DerivedOnlySection.html(result.derivedOnly());
  }

  private static DomContent mismatches(List<Mismatch> differ) {
    return iff(
        !differ.isEmpty(),
        HtmlParts.part(
            "mismatches",
            "Cases that come out otherwise",
            HtmlParts.scroller(
                "Mismatches",
                table(
                        thead(HtmlParts.columns("Case", "Expected", "Actual", "Decided by")),
                        tbody(each(differ, RegressionHtml::mismatch)))
                    .withClass("wide"))));
  }

  private static DomContent mismatch(Mismatch mismatch) {
    return tr(
        HtmlParts.row(HtmlParts.words(mismatch.subject())).withClass("id"),
        td(HtmlParts.words(mismatch.expected().describe())),
        td(strong(HtmlParts.words(mismatch.actual().describe()))),
        td(each(mismatch.rows(), RegressionHtml::row)));
  }

  private static DomContent row(DecidingRow row) {
    return div(
        code(HtmlParts.words(row.id())),
        text(" "),
        HtmlParts.aside("(" + row.table() + ")"),
        text(" "),
        HtmlParts.words(row.why()));
  }

  private static DomContent history(Observed observed) {
    return HtmlParts.part(
        "history",
        "Beside what history shows",
        p(HtmlParts.words(RegressionText.CAUTION)).withClass("caution"),
        agreement(observed),
        iff(observed.confusion().total() > 0, confusion(observed.confusion())),
        iff(!observed.differ().isEmpty(), differences(observed.differ())));
  }

  private static DomContent agreement(Observed observed) {
    int compared = observed.compared();
    return HtmlParts.scroller(
        "Agreement",
        table(
            caption(
                "Agreement with what was observed, and what learners reach that know nothing"
                    + " of the field"),
            thead(HtmlParts.columns("What", "Share", "Count", "95% interval")),
            tbody(
                tally("all observations", observed.all()),
                tally("facts close to the choice hidden", observed.allWithoutCloseFacts()),
                tally(
                    "for comparison: always the largest class",
                    new Tally(compared, observed.baselines().largestClass())),
                tally(
                    "for comparison: naive Bayes, each case left out in turn",
                    new Tally(compared, observed.baselines().naiveBayes())),
                tally(
                    "for comparison: naive Bayes, each conflict left out in turn",
                    new Tally(compared, observed.baselines().naiveBayesByConflict())),
                each(tallies(observed.byPosture())),
                each(tallies(observed.byUnofficialTrack())))));
  }

  private static Stream<DomContent> tallies(Map<String, Tally> tallies) {
    return tallies.entrySet().stream().map(e -> tally("observed: " + e.getKey(), e.getValue()));
  }

  private static DomContent tally(String label, Tally tally) {
    double share = tally.compared() == 0 ? 0 : (double) tally.agree() / tally.compared();
    return tr(
        HtmlParts.row(HtmlParts.words(label)),
        td(HtmlParts.bar(share), span(Figures.percent(share) + "%")),
        td("%d of %d".formatted(tally.agree(), tally.compared())).withClass("id"),
        td(RegressionText.range(tally)));
  }

  private static DomContent confusion(Confusion confusion) {
    List<String> postures = Confusion.postures();
    List<Integer> places = IntStream.range(0, postures.size()).boxed().toList();
    return HtmlParts.part(
        "confusion",
        "Which posture was advised where which was observed",
        HtmlParts.scroller(
            "Confusion table",
            table(
                caption("Rows: observed. Columns: advised. Framed: both alike."),
                thead(
                    tr(
                        HtmlParts.column("Observed"),
                        each(postures, p -> HtmlParts.column(p).withClass("count")),
                        HtmlParts.column("Same").withClass("count"),
                        HtmlParts.column("95% interval").withClass("count"))),
                tbody(each(places, i -> confusion(confusion, i))))));
  }

  private static DomContent confusion(Confusion confusion, int observed) {
    Tally tally = confusion.tally(observed);
    List<Integer> counts = confusion.counts().get(observed);
    return tr(
        HtmlParts.row(HtmlParts.words(Confusion.postures().get(observed))),
        each(
            IntStream.range(0, counts.size()).boxed().toList(),
            i ->
                td(String.valueOf(counts.get(i)))
                    .withClass(i == observed ? "count same" : "count")),
        td("%d of %d".formatted(tally.agree(), tally.compared())).withClass("count"),
        iffElse(
            tally.compared() == 0,
            td("none observed").withClass("count"),
            td(RegressionText.range(tally)).withClass("count")));
  }

  private static DomContent differences(List<Difference> differ) {
    return HtmlParts.part(
        "differences",
        "Where history and tables differ",
        HtmlParts.scroller(
            "Differences",
            table(
                    thead(HtmlParts.columns("Case", "History", "Tables", "Because")),
                    tbody(each(differ, RegressionHtml::difference)))
                .withClass("wide")));
  }

  private static DomContent difference(Difference difference) {
    return tr(
        HtmlParts.row(HtmlParts.words(difference.subject())).withClass("id"),
        td(HtmlParts.words(difference.observed().describe())),
        td(HtmlParts.words(difference.advised().describe())),
        td(HtmlParts.words(difference.because())));
  }
}

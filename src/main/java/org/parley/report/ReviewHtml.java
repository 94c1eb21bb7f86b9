package org.parley.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;
import org.parley.regress.Impact.ResponsibleRow;

/** Renders the review of a change as one HTML file that needs nothing else. */
public final class ReviewHtml {
  private static final String SHEET =
      HtmlStyle.SHEET
          + """
          :root{--gone:#9b2c1d;--come:#1d6b3a}
          @media (prefers-color-scheme:dark){:root{--gone:#ff9d8a;--come:#7fd6a0}}
          h3{font-size:1rem;margin:1.2rem 0 .2rem}
          .gone{color:var(--gone);text-decoration:line-through}
          .come{color:var(--come);font-weight:600}
          .aside{color:var(--dim);font-size:.9em}
          .scroll{overflow-x:auto}
          td ul{margin:0;padding-left:1rem}
          tbody th{white-space:nowrap}
          """;

  private ReviewHtml() {}

  /** The review as an HTML page. */
  public static String render(ChangeReview review) {
    return HtmlPage.render(
        ReviewWording.title(review),
        SHEET,
        main(
            h1(HtmlParts.words(ReviewWording.title(review))),
            p(strong(HtmlParts.words(ReviewWording.summary(review.diff())))),
            each(review.diff().names(), name -> decision(name, review.diff())),
            entries("vocabulary", "Vocabulary", review.diff().vocabulary()),
            entries("rules", "Rules", review.diff().rules()),
            each(review.impact().stream().toList(), ReviewHtml::impact),
            iff(
                !review.problems().isEmpty(),
                HtmlParts.part(
                    "problems",
                    "The cases cannot be run",
                    HtmlParts.list(review.problems().stream().map(Object::toString).toList()))),
            each(review.notes(), note -> p(HtmlParts.words(note)).withClass("aside"))));
  }

  private static DomContent decision(String name, KnowledgeDiff diff) {
    return HtmlParts.part(
        "decision-" + name.replaceAll("[^A-Za-z0-9]+", "-"),
        name,
        div(
            each(
                diff.decisions(name),
                c ->
                    div(
                        p(text("Decision " + c.kind().word() + " "), HtmlParts.aside(c.file())),
                        details(c.details()))),
            each(diff.rows(name), ReviewHtml::row)));
  }

  private static DomContent row(RowChange row) {
    boolean single = row.kind() == Kind.ADDED || row.kind() == Kind.REMOVED;
    return div(
        h3(code(HtmlParts.words(row.id())), text(" "), HtmlParts.aside(ReviewWording.place(row))),
        iff(
            single,
            p(
                span(HtmlParts.words(ReviewWording.says(row)))
                    .withClass(row.kind() == Kind.ADDED ? "come" : "gone"))),
        iff(single, p(HtmlParts.aside(row.why()))),
        iff(
            !single,
            ul(
                each(
                    row.cells(),
                    c -> turn(c.column(), ReviewWording.before(c), ReviewWording.after(c))))));
  }

  private static DomContent details(List<Detail> details) {
    return iff(
        !details.isEmpty(),
        ul(
            each(
                details,
                d ->
                    turn(
                        d.what(),
                        ReviewWording.orNothing(d.before()),
                        ReviewWording.orNothing(d.after())))));
  }

  private static DomContent turn(String what, String before, String after) {
    return li(HtmlParts.words(what + ":"), text(" "), turn(before, after));
  }

  private static DomContent turn(String before, String after) {
    return span(
        span(HtmlParts.words(before)).withClass("gone"),
        text(" → "),
        span(HtmlParts.words(after)).withClass("come"));
  }

  private static DomContent entries(String id, String title, List<EntryChange> entries) {
    return iff(
        !entries.isEmpty(),
        HtmlParts.part(
            id,
            title,
            each(
                entries,
                e ->
                    div(
                        h3(
                            HtmlParts.words(e.name()),
                            text(" "),
                            HtmlParts.aside(e.type() + " " + e.kind().word())),
                        details(ReviewWording.details(e))))));
  }

  private static DomContent impact(Impact impact) {
    List<String> elsewhere = ReviewWording.elsewhere(impact);
    return div(
        HtmlParts.part(
            "cases",
            "What it does to the cases",
            p(HtmlParts.words(ReviewWording.moved(impact))),
            iff(!impact.moved().isEmpty(), moves(impact)),
            iff(!elsewhere.isEmpty(), h3("Other answers change as well")),
            iff(!elsewhere.isEmpty(), HtmlParts.list(elsewhere)),
            p(HtmlParts.aside(ReviewWording.agreement(impact)))),
        HtmlParts.part(
            "combinations",
            "Among all combinations of facts",
            HtmlParts.list(ReviewWording.shares(impact))));
  }

  private static DomContent moves(Impact impact) {
    return HtmlParts.scroller(
        "Cases that change",
        table(
            thead(HtmlParts.columns("case", "before and now", "also", "rows")),
            tbody(each(impact.moved(), ReviewHtml::move))));
  }

  private static DomContent move(Move move) {
    return tr(
        HtmlParts.row(
            HtmlParts.words(move.subject()),
            iff(move.changesPinned(), span(" (pinned)").withClass("aside"))),
        td(
            move.changesStance()
                ? turn(move.before().describe(), move.after().describe())
                : HtmlParts.words(move.after().describe() + ", as before")),
        td(HtmlParts.list(ReviewWording.changes(move))),
        td(ul(each(move.rows(), ReviewHtml::responsible))));
  }

  private static DomContent responsible(ResponsibleRow row) {
    return li(
        code(HtmlParts.words(row.id())),
        text(" "),
        HtmlParts.words(ReviewWording.role(row) + ":"),
        text(" "),
        HtmlParts.aside(row.why()));
  }
}

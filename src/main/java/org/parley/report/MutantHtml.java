package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import org.parley.regress.MutationResult;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;

/** Tells in HTML which changes of cells no case notices. */
final class MutantHtml {

  private MutantHtml() {}

  static DomContent of(MutationResult result) {
    return div(
        h2("Cells whose change a case notices"),
        p(MutantWording.tried(result)),
        p(MutantWording.SCORE),
        score(result.all()),
        parts("By kind of change", "kind", result.byKind()),
        parts("By table", "table", result.byTable()),
        HtmlParts.sentences("Not analysed", result.notAnalysed()),
        survivors(result));
  }

  private static DomContent score(Score all) {
    return table(
        caption("All changes"),
        thead(HtmlParts.columns("what", "share", "count")),
        tbody(
            row("noticed: the score", all.noticed(), all.counted()),
            row("by history alone", all.byHistory(), all.counted()),
            row("since a pin breaks", all.pinned(), all.counted()),
            row("since history agrees otherwise", all.observed(), all.counted()),
            row("cells with a change noticed", all.cellsNoticed(), all.cells())));
  }

  private static DomContent row(String label, int part, int total) {
    return tr(
        HtmlParts.row(HtmlParts.words(label)),
        td(
            HtmlParts.bar(total == 0 ? 1 : (double) part / total),
            span(CoverageText.percent(part, total).strip())),
        td("%d of %d".formatted(part, total)));
  }

  private static DomContent parts(String title, String name, List<Part> parts) {
    return table(
        caption(title),
        thead(HtmlParts.columns(name, "share", "noticed")),
        tbody(each(parts, p -> row(p.name(), p.score().noticed(), p.score().counted()))));
  }

  private static DomContent survivors(MutationResult result) {
    return div(
        h2("Changes that no case notices: %d".formatted(result.survivors().size())),
        HtmlParts.list(MutantWording.survivors(result)),
        each(MutantText.byTable(result).entrySet(), e -> survivors(e.getKey(), e.getValue())));
  }

  private static DomContent survivors(String table, List<Survivor> survivors) {
    return details(
        summary(HtmlParts.words("%s: %d".formatted(table, survivors.size()))),
        ul(
            each(
                survivors,
                s ->
                    li(
                        code(HtmlParts.words(s.mutant().row())),
                        text(" "),
                        HtmlParts.words(MutantWording.change(s.mutant())),
                        text(" → "),
                        HtmlParts.words(MutantWording.remedy(s))))));
  }
}

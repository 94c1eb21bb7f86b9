package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import org.parley.Briefing;
import org.parley.Changes;
import org.parley.OpenQuestions;
import org.parley.SimilarCase;
import org.parley.WhyNot;
import org.parley.knowledge.Vocabulary;

/** The parts of a report that an analyst argues with: why not, what would change, what is open. */
final class ArgumentHtml {
  private static final int MOST_SETS = 8;
  private static final int MOST_ALL = 60;

  private final Briefing briefing;
  private final Vocabulary vocabulary;

  ArgumentHtml(Dossier dossier) {
    this.briefing = dossier.briefing();
    this.vocabulary = dossier.vocabulary();
  }

  DomContent whyNot() {
    return div(p(ArgumentWording.WAYS).withClass("note"), each(briefing.whyNot(), this::whyNot));
  }

  private DomContent whyNot(WhyNot whyNot) {
    List<WhyNot.Way> ways = ArgumentWording.ways(whyNot);
    return div(
            h3(HtmlParts.words(ArgumentWording.heading(whyNot))),
            ul(
                each(
                    whyNot.verdict().rows(),
                    r -> li(HtmlParts.words(r.why()), HtmlParts.lookUp(r.id(), r.source())))),
            iff(ways.isEmpty(), p(HtmlParts.words(ArgumentWording.noWay(whyNot)))),
            each(ways, w -> way(whyNot, w)))
        .withClass("block");
  }

  private DomContent way(WhyNot whyNot, WhyNot.Way way) {
    return div(
            p(
                HtmlParts.words(way.row().why()),
                HtmlParts.lookUp(way.row().id(), way.row().source())),
            HtmlParts.list(ArgumentWording.obstacles(way, vocabulary)),
            p(HtmlParts.words(ArgumentWording.outcome(whyNot, way))).withClass("note"))
        .withClass("way");
  }

  DomContent changes() {
    Changes changes = briefing.changes();
    Map<Changes.Group, List<String>> groups = ChangeSentences.of(changes.sets());
    return div(
        p(HtmlParts.words(ArgumentWording.searched(changes))).withClass("note"),
        HtmlParts.sentences("How far the other postures are", ArgumentWording.distances(changes)),
        each(groups.entrySet(), g -> group(g.getKey(), g.getValue())),
        iff(
            !changes.robust().isEmpty(),
            details(
                summary(
                    "%d facts do not change the posture by themselves, whatever their value"
                        .formatted(changes.robust().size())),
                p(HtmlParts.words(String.join(", ", changes.robust()))))));
  }

  private static DomContent group(Changes.Group group, List<String> sets) {
    List<String> first = sets.subList(0, Math.min(MOST_SETS, sets.size()));
    List<String> rest = sets.subList(first.size(), Math.min(MOST_ALL, sets.size()));
    int unsaid = sets.size() - first.size() - rest.size();
    String meaning = ArgumentWording.meaning(group);
    return div(
            h3(HtmlParts.words(ArgumentWording.heading(group))),
            iff(!meaning.isEmpty(), p(HtmlParts.words(meaning)).withClass("note")),
            HtmlParts.list(first),
            iff(
                !rest.isEmpty(),
                details(
                    summary("%d more".formatted(sets.size() - first.size())),
                    HtmlParts.list(rest),
                    iff(unsaid > 0, p("And %d that are not shown.".formatted(unsaid))))))
        .withClass("block " + (group == Changes.Group.CONDITION ? "condition" : "change"));
  }

  DomContent questions() {
    OpenQuestions questions = briefing.questions();
    return div(
        p(HtmlParts.words(ArgumentWording.holds(questions))),
        iff(!questions.opened().isEmpty(), possible(questions)),
        iff(
            !ArgumentWording.learnFirst(questions).isEmpty(),
            div(
                h3("What to learn first"),
                p("Each answer with the postures that are possible then.").withClass("note"),
                HtmlParts.scroller(
                    "What to learn first",
                    table(
                        caption("Facts to learn, most telling first"),
                        thead(HtmlParts.columns("Fact", "Answer", "Then possible")),
                        each(ArgumentWording.learnFirst(questions), ArgumentHtml::question))))));
  }

  private static DomContent possible(OpenQuestions questions) {
    return div(
        HtmlParts.scroller(
            "Postures that are still possible",
            table(
                caption("Postures that are still possible"),
                thead(HtmlParts.columns("Posture", "Share of the combinations")),
                tbody(
                    each(
                        questions.possible(),
                        possible ->
                            tr(
                                HtmlParts.row(HtmlParts.words(possible.posture().label())),
                                td(
                                    HtmlParts.bar(possible.share()),
                                    HtmlParts.words(Figures.share(possible.share())))))))),
        p(HtmlParts.words(ArgumentWording.basis(questions))).withClass("note"));
  }

  private static DomContent question(OpenQuestions.Question question) {
    List<OpenQuestions.Answer> answers = question.answers();
    return tbody(
        each(
            answers,
            answer ->
                tr(
                    iff(
                        answer.equals(answers.get(0)),
                        HtmlParts.row(HtmlParts.words(question.fact()))
                            .attr("rowspan", answers.size())),
                    td(HtmlParts.words(answer.value())),
                    td(HtmlParts.words(ArgumentWording.shares(answer.possible()))))));
  }

  DomContent similar() {
    return div(
        p(ArgumentWording.ALIKE).withClass("note"),
        each(briefing.similar(), ArgumentHtml::similar));
  }

  private static DomContent similar(SimilarCase similar) {
    List<SimilarCase.Difference> differences = ArgumentWording.differences(similar);
    return div(
            h3(
                HtmlParts.words(Wording.title(similar.subject())),
                HtmlParts.aside(Wording.id(similar.subject()))),
            p(
                HtmlParts.bar(similar.likeness()),
                HtmlParts.words(Figures.share(similar.likeness()) + " alike"),
                HtmlParts.aside(String.join(" · ", Wording.setting(similar.subject())))),
            p(
                HtmlParts.words(
                    "Advised: %s. Done: %s."
                        .formatted(
                            ArgumentWording.advised(similar), ArgumentWording.done(similar)))),
            iff(
                !differences.isEmpty(),
                div(
                    h4("Where they differ most"),
                    HtmlParts.list(
                        differences.stream().map(ArgumentWording::difference).toList()))))
        .withClass("block similar");
  }
}

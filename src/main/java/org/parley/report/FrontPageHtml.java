package org.parley.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.FiredRow;
import org.parley.Verdict;
import org.parley.explain.Redaction;

/** Page one of the report of a case: a briefing that stands alone. */
final class FrontPageHtml {
  private static final String REDACTED = "redacted";

  private final Advice advice;

  FrontPageHtml(Advice advice) {
    this.advice = advice;
  }

  DomContent head() {
    Case subject = advice.subject();
    return header(
            p(HtmlParts.words(
                    listed(
                        Stream.concat(
                                Stream.of(Wording.id(subject)), Wording.setting(subject).stream())
                            .toList())))
                .withClass("kicker"),
            h1(HtmlParts.words(Wording.title(subject))),
            p(HtmlParts.words(listed(Wording.actors(subject)))).withClass("parties"),
            iff(
                !Wording.isBlank(subject.summary()),
                p(HtmlParts.words(subject.summary())).withClass("summary")),
            iff(Wording.isOngoing(advice), banner(Wording.ONGOING)),
            iff(isRedacted(), banner("Redacted: " + Redaction.NOTICE)))
        .withClass("head");
  }

  private boolean isRedacted() {
    return advice.findings().stream().anyMatch(f -> f.kind().equals(REDACTED));
  }

  private static DomContent banner(String words) {
    return p(strong(HtmlParts.words(words))).withClass("banner");
  }

  private static String listed(List<String> parts) {
    return String.join(" · ", parts.stream().filter(part -> !Wording.isBlank(part)).toList());
  }

  DomContent body() {
    return div(
            recommendation(),
            div(
                    div(
                            reasons(),
                            options(),
                            HtmlParts.sentences(
                                "What waiting costs",
                                Wording.texts(advice.topic("cost of waiting"))))
                        .withClass("column"),
                    div(
                            runnerUp(),
                            HtmlParts.sentences(
                                "Risks of this advice",
                                Wording.texts(advice.topic("risks of this advice"))),
                            HtmlParts.sentences("Warnings", Wording.texts(advice.warnings())))
                        .withClass("column"))
                .withClass("columns"),
            steps(),
            p(HtmlParts.words(Wording.CAVEAT)).withClass("caveat"))
        .withClass("front");
  }

  private DomContent recommendation() {
    return section(
            h2(
                    span(Wording.FAVOUR).withClass("label"),
                    HtmlParts.words(" "),
                    span(HtmlParts.words(advice.posture().label())).withClass("posture"))
                .withId("favoured"),
            dl(
                pair("Combined with", Wording.combined(advice)),
                pair("Unofficial track", advice.unofficialTrack().label()),
                div(
                    dt("Confidence"),
                    dd(
                        span(HtmlParts.words(advice.confidence().level().label()))
                            .withClass("strong"),
                        each(Wording.reliance(advice), HtmlParts::aside))),
                iff(
                    !Wording.review(advice).isEmpty(),
                    div(
                        dt("Look again"),
                        dd(span(HtmlParts.words(reviewDay())).withClass("strong"))))))
        .withClass("favoured")
        .attr("aria-labelledby", "favoured");
  }

  private String reviewDay() {
    return advice
        .reviewBy()
        .map(day -> "by " + day + " at the latest")
        .orElseGet(() -> "within %d days".formatted(advice.reviewWithinDays().orElse(0)));
  }

  private static DomContent pair(String name, String value) {
    return div(dt(name), dd(span(HtmlParts.words(value)).withClass("strong")));
  }

  private DomContent reasons() {
    List<FiredRow> reasons = Wording.reasons(advice);
    return iff(
        !reasons.isEmpty(),
        div(
                h3("Why"),
                ul(
                    each(
                        reasons,
                        r -> li(HtmlParts.words(r.why()), HtmlParts.lookUp(r.id(), r.source())))))
            .withClass("block"));
  }

  private DomContent options() {
    return HtmlParts.scroller(
        "The four options",
        table(
                caption("The four options"),
                thead(HtmlParts.columns("Option", "Verdict", "Why")),
                tbody(each(advice.verdicts(), this::option)))
            .withClass("options"));
  }

  private DomContent option(Verdict verdict) {
    String level = verdict.level().label().toLowerCase(Locale.ROOT);
    return tr(
            HtmlParts.row(HtmlParts.words(verdict.option().label())),
            td(
                span(Sign.of(verdict.level()).in(true) + " ")
                    .withClass("sign")
                    .attr("aria-hidden", "true"),
                span(HtmlParts.words(level)).withClass("word")),
            td(each(verdict.rows(), this::reason)))
        .withClass(level);
  }

  /** What stands under "Why" already is not said twice. */
  private DomContent reason(FiredRow row) {
    return Wording.reasons(advice).contains(row)
        ? div(span("See above: "), code(HtmlParts.words(row.id())))
        : div(HtmlParts.words(row.why()), HtmlParts.lookUp(row.id(), row.source()));
  }

  private DomContent runnerUp() {
    List<String> arguments = Wording.texts(advice.runnerUp().arguments());
    return HtmlParts.sentences(
        Wording.bestCaseFor(advice.runnerUp().verdict()),
        arguments.isEmpty() ? List.of(Wording.NO_CASE) : arguments);
  }

  private DomContent steps() {
    return iff(
        !advice.steps().isEmpty(),
        div(h3("Steps"), ol(each(advice.steps(), s -> li(HtmlParts.words(s.text())))))
            .withClass("block"));
  }
}

package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Advice;
import org.parley.FiredRow;
import org.parley.Verdict;

/** Renders an advice for a terminal. Immutable and thread-safe. */
public final class AdviceText {
  private final Style style;

  public AdviceText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /**
   * The advice as text that ends with a line break.
   *
   * @param full whether to show how every decision came about
   */
  public String render(Advice advice, boolean full) {
    Page page = new Page(style);
    new Headline(style).write(page, advice);
    recommendation(page, advice);
    reasons(page, advice);
    options(page, advice);
    runnerUp(page, advice);
    steps(page, advice);
    warnings(page, advice);
    guidance(page, advice, full);
    review(page, advice);
    secondOpinion(page, advice);
    findings(page, advice);
    unknown(page, advice);
    if (full && !advice.trace().isEmpty()) {
      new TraceText(style, page).write(TraceTree.of(advice));
    }
    footer(page, advice);
    return page.text();
  }

  private static void recommendation(Page page, Advice advice) {
    page.blank();
    page.paragraph(Prose.strong(Wording.FAVOUR).then(Tone.STRONG, Wording.loud(advice.posture())));
    page.item(label("combined with"), Prose.plain(Wording.combined(advice)));
    page.item(label("unofficial track"), Prose.plain(advice.unofficialTrack().label()));
    page.item(label("confidence"), Prose.plain(advice.confidence().level().label()));
    Wording.reliance(advice).forEach(reason -> page.item(label(""), Prose.plain(reason)));
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, "%-18s".formatted(text));
  }

  private void reasons(Page page, Advice advice) {
    List<FiredRow> reasons = Wording.reasons(advice);
    if (!reasons.isEmpty()) {
      page.heading("Why");
      reasons.forEach(row -> reason(page, row, style.sign(Sign.BULLET) + " "));
    }
  }

  private void reason(Page page, FiredRow row, String lead) {
    Page.Lead dot = new Page.Lead(Tone.DIM, lead);
    page.item(dot, Prose.plain(row.why()));
    page.item(dot.blank(), Prose.dim(row.id()).listed(Tone.DIM, separator(), row.source()));
  }

  private void options(Page page, Advice advice) {
    page.heading("The four options");
    List<FiredRow> told = Wording.reasons(advice);
    advice.verdicts().forEach(verdict -> option(page, verdict, told));
  }

  private void option(Page page, Verdict verdict, List<FiredRow> told) {
    String mark = style.sign(Sign.of(verdict.level()));
    Tone tone = tone(verdict.level());
    page.item(
        new Page.Lead(tone, "%s %-21s".formatted(mark, verdict.option().label())),
        Prose.of(tone, verdict.level().label()));
    for (FiredRow row : verdict.rows()) {
      if (told.contains(row)) {
        page.item(Page.Lead.of("  "), Prose.dim("see above:").then(Tone.DIM, row.id()));
      } else {
        reason(page, row, "  ");
      }
    }
  }

  private static Tone tone(Verdict.Level level) {
    return switch (level) {
      case RECOMMENDED -> Tone.GOOD;
      case VIABLE -> Tone.FAIR;
      case WEAK -> Tone.POOR;
      case BLOCKED -> Tone.BAD;
    };
  }

  private static void runnerUp(Page page, Advice advice) {
    Verdict second = advice.runnerUp().verdict();
    page.heading(Wording.bestCaseFor(second));
    if (advice.runnerUp().arguments().isEmpty()) {
      page.indented(Prose.dim(Wording.NO_CASE));
    }
    advice.runnerUp().arguments().forEach(argument -> page.bullet(Prose.plain(argument.text())));
  }

  private static void steps(Page page, Advice advice) {
    if (!advice.steps().isEmpty()) {
      page.heading("Steps");
      page.numbered(Wording.texts(advice.steps()).stream().map(Prose::plain).toList());
    }
  }

  private static void warnings(Page page, Advice advice) {
    if (!advice.warnings().isEmpty()) {
      page.heading("Warnings");
      Page.Lead lead = new Page.Lead(Tone.ALERT, "! ");
      advice.warnings().forEach(warning -> page.item(lead, Prose.plain(warning.text())));
    }
  }

  private static void guidance(Page page, Advice advice, boolean full) {
    Wording.guidance(advice, full)
        .forEach(
            (title, texts) -> {
              page.heading(title);
              texts.forEach(text -> page.bullet(Prose.plain(text)));
            });
  }

  private static void review(Page page, Advice advice) {
    String review = Wording.review(advice);
    if (!review.isEmpty()) {
      page.blank().paragraph(Prose.strong(review));
    }
  }

  private static void secondOpinion(Page page, Advice advice) {
    advice
        .secondOpinion()
        .ifPresent(
            opinion -> {
              page.heading(Wording.SECOND_OPINION);
              Wording.secondOpinion(opinion)
                  .forEach(sentence -> page.indented(Prose.plain(sentence)));
            });
  }

  private static void findings(Page page, Advice advice) {
    if (!advice.findings().isEmpty()) {
      page.heading(Wording.FINDINGS);
      advice
          .findings()
          .forEach(
              f ->
                  page.bullet(
                      Prose.strong(f.kind()).and(Tone.STRONG, ":").then(Tone.PLAIN, f.message())));
    }
  }

  private static void unknown(Page page, Advice advice) {
    if (!advice.unknown().isEmpty()) {
      page.heading(Wording.unknownHeading(advice));
      page.indented(Prose.plain(String.join(", ", advice.unknown())));
    }
  }

  private void footer(Page page, Advice advice) {
    page.blank();
    page.paragraph(
        Prose.dim("knowledge " + advice.knowledge().shortVersion())
            .listed(Tone.DIM, separator(), advice.knowledge().engine()));
    page.paragraph(Prose.plain(Wording.CAVEAT));
  }

  private String separator() {
    return style.sign(Sign.SEPARATOR);
  }
}

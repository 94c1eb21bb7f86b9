package org.parley.report;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Case;
import org.parley.FiredRow;
import org.parley.Verdict;

/** Renders an advice as Markdown, with the same content as {@link AdviceText}. */
public final class AdviceMarkdown {

  /**
   * The advice as Markdown that ends with a line break.
   *
   * @param full whether to show how every decision came about
   */
  public String render(Advice advice, boolean full) {
    return write(advice, full, null);
  }

  /** The advice with all that can be argued about, as Markdown that ends with a line break. */
  public String render(Dossier dossier) {
    return write(dossier.advice(), true, dossier);
  }

  private static String write(Advice advice, boolean full, Dossier dossier) {
    StringBuilder page = new StringBuilder();
    headline(page, advice);
    recommendation(page, advice);
    reasons(page, advice);
    options(page, advice);
    runnerUp(page, advice);
    steps(page, Wording.texts(advice.steps()));
    list(page, "Warnings", Wording.texts(advice.warnings()));
    Wording.guidance(advice, full).forEach((title, texts) -> list(page, title, texts));
    review(page, advice);
    secondOpinion(page, advice);
    findings(page, advice);
    unknown(page, advice);
    if (dossier != null) {
      new ArgumentMarkdown(page, dossier.vocabulary()).write(dossier.briefing());
    }
    if (full && !advice.trace().isEmpty()) {
      new TraceMarkdown(page).write(advice);
    }
    footer(page, advice);
    return page.toString();
  }

  private static void headline(StringBuilder page, Advice advice) {
    Case subject = advice.subject();
    page.append("# ").append(Markdown.listed(List.of(id(subject), Wording.title(subject))));
    page.append("\n\n");
    paragraph(page, Wording.setting(subject));
    paragraph(page, Wording.actors(subject));
    if (Wording.isOngoing(advice)) {
      page.append("> **").append(Wording.ONGOING).append("**\n\n");
    }
  }

  private static void paragraph(StringBuilder page, List<String> parts) {
    if (!parts.isEmpty()) {
      page.append(Markdown.listed(parts)).append("\n\n");
    }
  }

  private static String id(Case subject) {
    String id = Wording.id(subject);
    return id == null ? "" : id;
  }

  private static void recommendation(StringBuilder page, Advice advice) {
    page.append("## ").append(Wording.FAVOUR).append(' ');
    page.append(Wording.loud(advice.posture())).append("\n\n");
    page.append("- **Combined with:** ").append(Markdown.escape(Wording.combined(advice)));
    page.append("\n- **Unofficial track:** ").append(advice.unofficialTrack());
    page.append("\n- **Confidence:** ").append(advice.confidence().level()).append('\n');
    Wording.reliance(advice)
        .forEach(reason -> page.append("  - ").append(Markdown.escape(reason)).append('\n'));
  }

  private static void reasons(StringBuilder page, Advice advice) {
    List<FiredRow> reasons = Wording.reasons(advice);
    if (!reasons.isEmpty()) {
      heading(page, "Why");
      reasons.forEach(row -> page.append("- ").append(sentence(row)).append('\n'));
    }
  }

  private static String sentence(FiredRow row) {
    return Markdown.escape(row.why()) + " (" + lookUp(row) + ")";
  }

  private static String lookUp(FiredRow row) {
    String source = Markdown.escape(row.source());
    return "*" + Markdown.escape(row.id()) + "*" + (source.isEmpty() ? "" : ", " + source);
  }

  private static void options(StringBuilder page, Advice advice) {
    heading(page, "The four options");
    page.append(Markdown.head("", "Option", "Verdict", "Why", "Row and source"));
    advice.verdicts().forEach(verdict -> page.append(option(verdict)));
  }

  private static String option(Verdict verdict) {
    return Markdown.row(
        Sign.of(verdict.level()).in(true),
        verdict.option().label(),
        verdict.level().label(),
        lines(verdict.rows().stream().map(row -> Markdown.escape(row.why())).toList()),
        lines(verdict.rows().stream().map(AdviceMarkdown::lookUp).toList()));
  }

  private static String lines(List<String> texts) {
    return texts.stream().collect(Collectors.joining("<br>"));
  }

  private static void runnerUp(StringBuilder page, Advice advice) {
    Verdict second = advice.runnerUp().verdict();
    List<String> arguments = Wording.texts(advice.runnerUp().arguments());
    String title = Wording.bestCaseFor(second);
    list(page, title, arguments.isEmpty() ? List.of(Wording.NO_CASE) : arguments);
  }

  private static void steps(StringBuilder page, List<String> steps) {
    if (!steps.isEmpty()) {
      heading(page, "Steps");
      for (int i = 0; i < steps.size(); i++) {
        page.append(i + 1).append(". ").append(Markdown.escape(steps.get(i))).append('\n');
      }
    }
  }

  private static void review(StringBuilder page, Advice advice) {
    String review = Wording.review(advice);
    if (!review.isEmpty()) {
      page.append("\n**").append(review).append("**\n");
    }
  }

  private static void secondOpinion(StringBuilder page, Advice advice) {
    advice
        .secondOpinion()
        .ifPresent(o -> list(page, Wording.SECOND_OPINION, Wording.secondOpinion(o)));
  }

  private static void findings(StringBuilder page, Advice advice) {
    if (!advice.findings().isEmpty()) {
      heading(page, Wording.FINDINGS);
      advice
          .findings()
          .forEach(
              finding ->
                  page.append("- **")
                      .append(Markdown.escape(finding.kind()))
                      .append(":** ")
                      .append(Markdown.escape(finding.message()))
                      .append('\n'));
    }
  }

  private static void unknown(StringBuilder page, Advice advice) {
    if (!advice.unknown().isEmpty()) {
      heading(page, Wording.unknownHeading(advice));
      page.append(Markdown.escape(String.join(", ", advice.unknown()))).append('\n');
    }
  }

  private static void footer(StringBuilder page, Advice advice) {
    String version = "knowledge " + advice.knowledge().shortVersion();
    page.append("\n---\n\n").append(Wording.CAVEAT).append("\n\n");
    page.append(Markdown.listed(List.of(version, advice.knowledge().engine()))).append('\n');
  }

  private static void list(StringBuilder page, String title, List<String> items) {
    if (!items.isEmpty()) {
      heading(page, title);
      items.forEach(item -> page.append("- ").append(Markdown.escape(item)).append('\n'));
    }
  }

  private static void heading(StringBuilder page, String title) {
    page.append("\n## ").append(title).append("\n\n");
  }
}

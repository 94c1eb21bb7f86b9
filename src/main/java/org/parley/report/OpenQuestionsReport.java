package org.parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Possibility;
import org.parley.OpenQuestions.Question;

/** Tells what open facts could still change in an advice. Immutable and thread-safe. */
public final class OpenQuestionsReport {
  private static final int MOST_QUESTIONS = 5;

  private final Advice advice;
  private final OpenQuestions questions;

  public OpenQuestionsReport(Advice advice, OpenQuestions questions) {
    this.advice = Objects.requireNonNull(advice, "advice");
    this.questions = Objects.requireNonNull(questions, "questions");
  }

  /** As text for a terminal that ends with a line break. */
  public String text(Style style) {
    return outline().text(style);
  }

  /** As Markdown. */
  public String markdown() {
    return outline().markdown();
  }

  private Outline outline() {
    Outline outline = new Outline().about(advice);
    outline.result(Wording.FAVOUR, Wording.loud(advice.posture()));
    if (questions.opened().isEmpty()) {
      return outline.paragraph("All facts are known: nothing is open.");
    }
    outline.heading("Postures still possible");
    questions.possible().forEach(p -> outline.share(p.posture().label(), p.share()));
    outline.paragraph(holds());
    outline.note(0, counted());
    if (!questions.questions().isEmpty()) {
      outline.heading("What to learn first");
      questions.questions().stream().limit(MOST_QUESTIONS).forEach(q -> question(outline, q));
    }
    rest(outline);
    return outline;
  }

  private String holds() {
    if (questions.holds()) {
      return "The present advice holds whatever the answers are.";
    }
    double share =
        questions.possible().stream()
            .filter(p -> p.posture() == questions.posture())
            .mapToDouble(Possibility::share)
            .sum();
    return share == 0
        ? "The present advice rests on these facts being unknown: no answer to all of them leads to"
            + " it."
        : "The present advice holds in %s of the worlds.".formatted(Figures.share(share));
  }

  private String counted() {
    String facts =
        questions.opened().size() == 1
            ? "One fact is open."
            : questions.opened().size() + " facts are open.";
    String how =
        questions.exact()
            ? "every one was counted"
            : String.format(
                Locale.ROOT, "a sample was counted, ± %.1f points", questions.error() * 100);
    return "%s What the posture rests on among them makes %s worlds; %s. %s"
        .formatted(
            facts,
            number(questions.worlds()),
            how,
            "A share counts worlds; it does not say how likely they are.");
  }

  private static String number(double worlds) {
    return worlds < 1e9
        ? String.format(Locale.ROOT, "%,.0f", worlds)
        : String.format(Locale.ROOT, "%.1e", worlds);
  }

  private void question(Outline outline, Question question) {
    outline.point(
        0,
        question.fact(),
        String.format(
            Locale.ROOT,
            "an answer leaves %.1f postures open, where %.1f are now",
            Math.pow(2, entropy() - question.narrowing()),
            Math.pow(2, entropy())));
    question.answers().forEach(a -> outline.point(1, a.value(), implies(a)));
  }

  /** Of the postures that are possible, in bits: two to its power counts them, weighed. */
  private double entropy() {
    return -questions.possible().stream()
        .mapToDouble(p -> p.share() * Math.log(p.share()) / Math.log(2))
        .sum();
  }

  private static String implies(Answer answer) {
    if (answer.possible().size() == 1) {
      return "always " + answer.possible().get(0).posture();
    }
    return answer.possible().stream()
        .map(p -> p.posture() + " " + Figures.share(p.share()))
        .collect(Collectors.joining(", "));
  }

  private void rest(Outline outline) {
    List<String> telling = questions.questions().stream().map(Question::fact).toList();
    List<String> idle = questions.opened().stream().filter(f -> !telling.contains(f)).toList();
    if (telling.size() > MOST_QUESTIONS) {
      outline.heading("Also worth learning");
      outline.paragraph(String.join(", ", telling.subList(MOST_QUESTIONS, telling.size())));
    }
    if (!idle.isEmpty()) {
      outline.heading("Open, but of no consequence for the posture");
      outline.paragraph(String.join(", ", idle));
    }
  }
}

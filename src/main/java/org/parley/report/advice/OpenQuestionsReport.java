package org.parley.report.advice;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.section;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Question;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Words;
import org.parley.report.json.AboutCase;
import org.parley.report.words.Wording;

/** Tells what open facts could still change in an advice. */
public final class OpenQuestionsReport {
  private static final int MOST_QUESTIONS = 5;
  private static final MathContext ROUGHLY = new MathContext(2);

  private OpenQuestionsReport() {}

  /** The answer. */
  public static Report of(Advice advice, OpenQuestions questions) {
    return new Report(
        () ->
            Wording.about(advice)
                .front(Wording.result(advice, advice.posture().label(), List.of()))
                .add(blocks(questions).toArray(Block[]::new)),
        () -> AboutCase.of(advice, questions));
  }

  /** What is said of them. */
  static List<Block> blocks(OpenQuestions questions) {
    if (questions.opened().isEmpty()) {
      return List.of(paragraph("All facts are known: nothing is open."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        section(
            Words.plain("Postures still possible"),
            new Block.Bars(
                "Share of the worlds",
                questions.possible().stream()
                    .map(
                        p ->
                            new Block.Bar(
                                p.posture().label(), p.share(), Figures.share(p.share()), ""))
                    .toList()),
            paragraph(holds(questions)),
            note(counted(questions))));
    if (!questions.questions().isEmpty()) {
      blocks.add(
          section(
              Words.plain("What to learn first"),
              Document.items(
                  questions.questions().stream().limit(MOST_QUESTIONS).toList(),
                  q -> question(questions, q))));
    }
    rest(questions, blocks);
    return blocks;
  }

  private static String holds(OpenQuestions questions) {
    if (questions.holds()) {
      return "The present advice holds whatever the answers are.";
    }
    if (!questions.exact() && (questions.share() == 0 || questions.share() == 1)) {
      return "The present advice holds in %s of the sample; a world that was not counted may differ."
          .formatted(questions.share() == 0 ? "no world" : "every world");
    }
    return questions.share() == 0
        ? "The present advice rests on these facts being unknown: no answer to all of them leads to"
            + " it."
        : "The present advice holds in %s of the worlds."
            .formatted(Figures.share(questions.share()));
  }

  private static String counted(OpenQuestions questions) {
    int open = questions.opened().size();
    String how =
        questions.exact()
            ? "every one was counted"
            : String.format(
                Locale.ROOT, "a sample was counted, ± %.1f points", questions.error() * 100);
    return "%s open. What the posture rests on among them makes %s worlds; %s. %s"
        .formatted(
            Figures.count(open, "fact") + (open == 1 ? " is" : " are"),
            number(questions.worlds()),
            how,
            "A share counts worlds; it does not say how likely they are.");
  }

  private static String number(double worlds) {
    return worlds < 1e9
        ? String.format(Locale.ROOT, "%,.0f", worlds)
        : "about "
            + String.format(
                Locale.ROOT, "%,d", new BigDecimal(worlds).round(ROUGHLY).toBigInteger());
  }

  private static Block.Item question(OpenQuestions questions, Question question) {
    return new Block.Item(
            Words.about(
                question.fact(),
                String.format(
                    Locale.ROOT,
                    "an answer leaves %.1f postures open, where %.1f are now",
                    question.posturesOpen(),
                    questions.posturesOpen())))
        .with(
            question.answers(), a -> new Block.Item(Words.about(a.value(), implies(questions, a))));
  }

  private static String implies(OpenQuestions questions, Answer answer) {
    if (answer.possible().size() == 1) {
      return (questions.exact() ? "always " : "always, in the sample, ")
          + answer.possible().get(0).posture();
    }
    return answer.possible().stream()
        .map(p -> p.posture() + " " + Figures.share(p.share()))
        .collect(Collectors.joining(", "));
  }

  private static void rest(OpenQuestions questions, List<Block> blocks) {
    List<String> telling = questions.questions().stream().map(Question::fact).toList();
    List<String> idle = questions.opened().stream().filter(f -> !telling.contains(f)).toList();
    if (telling.size() > MOST_QUESTIONS) {
      blocks.add(
          section(
              Words.plain("Also worth learning"),
              paragraph(String.join(", ", telling.subList(MOST_QUESTIONS, telling.size())))));
    }
    if (!idle.isEmpty()) {
      blocks.add(
          section(
              Words.plain(
                  "Open, but of no consequence for the posture"
                      + (questions.exact() ? "" : " in the sample")),
              paragraph(String.join(", ", idle))));
    }
  }
}

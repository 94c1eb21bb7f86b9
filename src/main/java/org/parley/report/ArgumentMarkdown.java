package org.parley.report;

import java.util.List;
import org.parley.Briefing;
import org.parley.Changes;
import org.parley.OpenQuestions;
import org.parley.SimilarCase;
import org.parley.WhyNot;
import org.parley.knowledge.Vocabulary;

/** Writes what can be argued about as Markdown, with the same content as {@link ArgumentHtml}. */
final class ArgumentMarkdown {
  private static final int MOST_SETS = 20;

  private final StringBuilder page;
  private final Vocabulary vocabulary;

  ArgumentMarkdown(StringBuilder page, Vocabulary vocabulary) {
    this.page = page;
    this.vocabulary = vocabulary;
  }

  void write(Briefing briefing) {
    whyNot(briefing.whyNot());
    changes(briefing.changes());
    questions(briefing.questions());
    if (!briefing.similar().isEmpty()) {
      similar(briefing.similar());
    }
  }

  private void whyNot(List<WhyNot> all) {
    heading(2, ArgumentWording.WHY_NOT);
    paragraph(ArgumentWording.WAYS);
    for (WhyNot whyNot : all) {
      heading(3, ArgumentWording.heading(whyNot));
      whyNot.verdict().rows().forEach(r -> item(0, r.why() + " (row " + r.id() + ")"));
      List<WhyNot.Way> ways = ArgumentWording.ways(whyNot);
      if (ways.isEmpty()) {
        item(0, ArgumentWording.noWay(whyNot));
      }
      for (WhyNot.Way way : ways) {
        item(0, "Nearest: " + way.row().why() + " (row " + way.row().id() + ")");
        ArgumentWording.obstacles(way, vocabulary).forEach(o -> item(1, o));
        item(1, ArgumentWording.outcome(whyNot, way));
      }
    }
  }

  private void changes(Changes changes) {
    heading(2, ArgumentWording.CHANGES);
    paragraph(ArgumentWording.searched(changes));
    ArgumentWording.distances(changes).forEach(d -> item(0, d));
    ChangeSentences.of(changes.sets()).forEach(this::group);
    if (!changes.robust().isEmpty()) {
      page.append('\n');
      paragraph(
          "Facts that do not change the posture by themselves, whatever their value: "
              + String.join(", ", changes.robust()));
    }
  }

  private void group(Changes.Group group, List<String> sets) {
    heading(3, ArgumentWording.heading(group));
    if (!ArgumentWording.meaning(group).isEmpty()) {
      paragraph(ArgumentWording.meaning(group));
    }
    sets.stream().limit(MOST_SETS).forEach(s -> item(0, s));
    if (sets.size() > MOST_SETS) {
      item(0, "and %d more".formatted(sets.size() - MOST_SETS));
    }
  }

  private void questions(OpenQuestions questions) {
    heading(2, ArgumentWording.QUESTIONS);
    paragraph(ArgumentWording.holds(questions));
    if (questions.opened().isEmpty()) {
      return;
    }
    page.append(Markdown.head("Posture", "Share of the combinations"));
    questions
        .possible()
        .forEach(p -> page.append(Markdown.row(p.posture().label(), Figures.share(p.share()))));
    page.append('\n');
    paragraph(ArgumentWording.basis(questions));
    List<OpenQuestions.Question> first = ArgumentWording.learnFirst(questions);
    if (!first.isEmpty()) {
      heading(3, "What to learn first");
      page.append(Markdown.head("Fact", "Answer", "Then possible"));
      first.forEach(this::question);
    }
  }

  private void question(OpenQuestions.Question question) {
    for (OpenQuestions.Answer answer : question.answers()) {
      page.append(
          Markdown.row(
              Markdown.escape(question.fact()),
              Markdown.escape(answer.value()),
              Markdown.escape(ArgumentWording.shares(answer.possible()))));
    }
  }

  private void similar(List<SimilarCase> all) {
    heading(2, ArgumentWording.SIMILAR);
    paragraph(ArgumentWording.ALIKE);
    for (SimilarCase similar : all) {
      item(
          0,
          "%s (%s): %s alike. Advised: %s. Done: %s."
              .formatted(
                  Wording.title(similar.subject()),
                  similar.subject().id(),
                  Figures.share(similar.likeness()),
                  ArgumentWording.advised(similar),
                  ArgumentWording.done(similar)));
      ArgumentWording.differences(similar).forEach(d -> item(1, ArgumentWording.difference(d)));
    }
  }

  private void heading(int depth, String title) {
    page.append('\n').append("#".repeat(depth)).append(' ').append(Markdown.escape(title));
    page.append("\n\n");
  }

  private void paragraph(String words) {
    page.append(Markdown.escape(words)).append("\n\n");
  }

  private void item(int depth, String words) {
    page.append("  ".repeat(depth)).append("- ").append(Markdown.escape(words)).append('\n');
  }
}

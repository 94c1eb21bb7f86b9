package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.parley.Said;
import org.parley.Topic;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;

/**
 * What an advice says in sentences, chosen and ordered by the annotations of the rows that say it.
 *
 * @param footer what the others leave to the foot of the page
 */
record Sentences(List<Said> steps, List<Said> warnings, List<Topic> topics, List<Said> footer) {

  /**
   * Of one evaluation.
   *
   * @param results what the decisions answered, with the names of the case, by their places
   */
  static Sentences of(TracePlan plan, Evaluation evaluation, IntFunction<Object> results) {
    Speech speech = new Speech(plan, evaluation, results);
    List<Said> steps = speech.body(FinalDecisions.STEPS);
    List<Said> warnings = speech.body(FinalDecisions.WARNINGS);
    List<Topic> topics = new ArrayList<>();
    for (Decision topic : plan.topics()) {
      List<Said> sentences = speech.body(topic.name());
      if (!sentences.isEmpty()) {
        topics.add(new Topic(topic.name(), topic.title(), sentences));
      }
    }
    return new Sentences(steps, warnings, List.copyOf(topics), inOrder(speech.footer));
  }

  /** A sentence with the annotations of its row. */
  private record Annotated(Said said, int weight) {}

  private static final class Speech {
    private final TracePlan plan;
    private final Evaluation evaluation;
    private final IntFunction<Object> results;
    private final List<Annotated> footer = new ArrayList<>();

    Speech(TracePlan plan, Evaluation evaluation, IntFunction<Object> results) {
      this.plan = plan;
      this.evaluation = evaluation;
      this.results = results;
    }

    /** What a decision says where it speaks; what it leaves to the foot is put aside. */
    List<Said> body(String decision) {
      int place = plan.place(decision);
      if (place < 0) {
        return List.of();
      }
      List<?> answers = answers(results.apply(place));
      List<TracePlan.Line> rows = rows(plan, evaluation, place, answers.size());
      List<Annotated> body = new ArrayList<>(answers.size());
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i) != null) {
          TracePlan.Line row = rows.isEmpty() ? null : rows.get(i);
          Said said = new Said(String.valueOf(answers.get(i)), row == null ? "" : row.id());
          (row != null && row.atFoot() ? footer : body)
              .add(new Annotated(said, row == null ? 0 : row.weight()));
        }
      }
      return inOrder(body);
    }
  }

  private static List<?> answers(Object result) {
    if (result instanceof List<?> list) {
      return list;
    }
    return result == null ? List.of() : List.of(result);
  }

  /**
   * The rows that gave the answers of a decision, one for each; none where it is not clear which
   * row gave which.
   */
  static List<TracePlan.Line> rows(TracePlan plan, Evaluation evaluation, int place, int answers) {
    List<TracePlan.Line> rows = new ArrayList<>(answers);
    for (Evaluation.Match match : evaluation.matches(place)) {
      if (match.decided()) {
        rows.add(plan.decisions().get(place).rows().get(match.row() - 1));
      }
    }
    return rows.size() == answers ? rows : List.of();
  }

  /** Weightiest first; what several rows say is said once, by none of them alone. */
  private static List<Said> inOrder(List<Annotated> sentences) {
    sentences.sort(Comparator.comparingInt(Annotated::weight).reversed());
    Map<String, Said> said = new LinkedHashMap<>();
    for (Annotated one : sentences) {
      said.merge(one.said().text(), one.said(), (a, b) -> a.equals(b) ? a : new Said(a.text(), ""));
    }
    return List.copyOf(said.values());
  }
}

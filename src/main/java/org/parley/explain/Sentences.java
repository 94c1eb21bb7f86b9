package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.Said;
import org.parley.Shown;
import org.parley.Topic;
import org.parley.knowledge.Decision;

/**
 * What an advice says in sentences, chosen and ordered by the annotations of the rows that say it.
 *
 * @param footer what the others leave to the foot of the page
 */
record Sentences(List<Said> steps, List<Said> warnings, List<Topic> topics, List<Said> footer) {

  static Sentences of(TracePlan plan, Trace trace) {
    Speech speech = new Speech(plan, trace);
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

  private static final Comparator<Annotated> HEAVIEST_FIRST =
      Comparator.comparingInt(Annotated::weight).reversed();

  /** A sentence with the annotations of its row. */
  private record Annotated(Said said, int weight) {}

  private static final class Speech {
    private final TracePlan plan;
    private final Trace trace;
    private final List<Annotated> footer = new ArrayList<>();

    Speech(TracePlan plan, Trace trace) {
      this.plan = plan;
      this.trace = trace;
    }

    /** What a decision says where it speaks; what it leaves to the foot is put aside. */
    List<Said> body(String decision) {
      int place = plan.place(decision);
      List<?> answers = trace.answers(place);
      List<TracePlan.Line> rows = trace.rows(place, answers.size());
      List<Annotated> body = new ArrayList<>(answers.size());
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i) != null && !Shown.line(answers.get(i).toString()).isEmpty()) {
          TracePlan.Line row = rows.isEmpty() ? null : rows.get(i);
          Said said = new Said(trace.text(answers.get(i)), row == null ? "" : row.id());
          (row != null && row.atFoot() ? footer : body)
              .add(new Annotated(said, row == null ? 0 : row.weight()));
        }
      }
      return inOrder(body);
    }
  }

  /** Weightiest first; what several rows say is said once, by none of them alone. */
  private static List<Said> inOrder(List<Annotated> sentences) {
    sentences.sort(HEAVIEST_FIRST);
    List<Said> said = new ArrayList<>(sentences.size());
    for (Annotated one : sentences) {
      int twin = 0;
      while (twin < said.size() && !said.get(twin).text().equals(one.said().text())) {
        twin++;
      }
      if (twin == said.size()) {
        said.add(one.said());
      } else if (!said.get(twin).equals(one.said())) {
        said.set(twin, new Said(one.said().text(), ""));
      }
    }
    return List.copyOf(said);
  }
}

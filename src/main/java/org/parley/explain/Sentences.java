package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parley.Said;
import org.parley.Shown;
import org.parley.Topic;
import org.parley.knowledge.Decision;

/**
 * What an advice says in sentences, chosen and ordered by the annotations of the rows that say it.
 *
 * @param more what the others have no room for, by decision
 * @param footer what the others leave to the foot of the page
 */
record Sentences(
    List<Said> steps,
    List<Said> warnings,
    List<Topic> topics,
    List<Topic> more,
    List<Said> footer) {

  /**
   * The sentences of an advice.
   *
   * @param room how many of a decision there is room for, by its name, or {@code null}
   */
  static Sentences of(TracePlan plan, Trace trace, Object room) {
    Speech speech = new Speech(plan, trace, room instanceof Map<?, ?> limits ? limits : Map.of());
    List<Said> steps = speech.body(FinalDecisions.STEPS, "Steps");
    List<Said> warnings = speech.body(FinalDecisions.WARNINGS, "Warnings");
    List<Topic> topics = new ArrayList<>();
    for (Decision topic : plan.topics()) {
      List<Said> sentences = speech.body(topic.name(), topic.title());
      if (!sentences.isEmpty()) {
        topics.add(new Topic(topic.name(), topic.title(), sentences));
      }
    }
    speech.footer.sort(HEAVIEST_FIRST);
    return new Sentences(
        steps, warnings, List.copyOf(topics), List.copyOf(speech.more), said(speech.footer));
  }

  /**
   * What one decision says where it speaks.
   *
   * @param room how many of a decision there is room for, by its name, or {@code null}
   */
  static List<Said> of(TracePlan plan, Trace trace, Object room, String decision) {
    return new Speech(plan, trace, room instanceof Map<?, ?> limits ? limits : Map.of())
        .body(decision, "");
  }

  private static final Comparator<Annotated> HEAVIEST_FIRST =
      Comparator.comparingInt(Annotated::weight).reversed();

  /**
   * A sentence with the annotations of its row.
   *
   * @param place where it stands among those of its decision
   */
  private record Annotated(Said said, int weight, int place) {}

  private static final class Speech {
    private final TracePlan plan;
    private final Trace trace;
    private final Map<?, ?> room;
    private final List<Annotated> footer = new ArrayList<>();
    private final List<Topic> more = new ArrayList<>();

    Speech(TracePlan plan, Trace trace, Map<?, ?> room) {
      this.plan = plan;
      this.trace = trace;
      this.room = room;
    }

    /** What a decision says where it speaks; what it leaves out or to the foot is put aside. */
    List<Said> body(String decision, String title) {
      int place = plan.place(decision);
      List<?> answers = trace.answers(place);
      List<TracePlan.Line> rows = trace.rows(place, answers.size());
      List<Annotated> body = new ArrayList<>(answers.size());
      for (int i = 0; i < answers.size(); i++) {
        if (says(answers.get(i))) {
          TracePlan.Line row = rows.isEmpty() ? null : rows.get(i);
          Said said = new Said(trace.text(answers.get(i)), row == null ? "" : row.id());
          (row != null && row.atFoot() ? footer : body)
              .add(new Annotated(said, row == null ? 0 : row.weight(), i));
        }
      }
      body.sort(HEAVIEST_FIRST);
      int most = room.get(decision) instanceof Number limit ? limit.intValue() : body.size();
      List<Annotated> first = body;
      List<Annotated> rest = List.of();
      if (most < body.size()) {
        first = new ArrayList<>(body.subList(0, most));
        rest = new ArrayList<>(body.subList(most, body.size()));
      }
      if (decision.equals(FinalDecisions.STEPS)) {
        // the weight says which of them count; the table says in which order they are taken
        first.sort(Comparator.comparingInt(Annotated::place));
      }
      if (!rest.isEmpty()) {
        if (decision.equals(FinalDecisions.STEPS)) {
          rest.sort(Comparator.comparingInt(Annotated::place));
        }
        more.add(new Topic(decision, title, said(rest)));
      }
      return said(first);
    }
  }

  /** Whether anything is to be seen of an answer. */
  static boolean says(Object answer) {
    // most texts are told by their first letter
    return answer != null
        && (!answer.toString().isBlank() || !Shown.line(answer.toString()).isEmpty());
  }

  /** What several rows say is said once, by none of them alone. */
  private static List<Said> said(List<Annotated> sentences) {
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

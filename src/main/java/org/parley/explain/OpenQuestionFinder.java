package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Possibility;
import org.parley.OpenQuestions.Question;
import org.parley.Posture;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.world.Deadline;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.FactType;

/** Finds what open facts could still change in the posture of one case. */
final class OpenQuestionFinder {
  private static final int SAMPLE = 1_000_000;
  private static final int SAMPLE_ONE_BY_ONE = 10_000;

  private final TableEngine engine;
  private final FactSpace space;
  private final Posture posture;
  private final byte[] codes;
  private final List<String> names;

  /**
   * @param facts the values that are known
   * @param posture the posture that they lead to
   */
  OpenQuestionFinder(TableAdvice.Shared shared, Map<String, String> facts, Posture posture) {
    this(shared, shared.engine().codes().encode(facts), posture);
  }

  /**
   * @param codes of the facts, as {@link org.parley.decide.answer.FactCodes} gives them
   * @param posture the posture that they lead to
   */
  OpenQuestionFinder(TableAdvice.Shared shared, byte[] codes, Posture posture) {
    this.engine = shared.engine();
    this.space = shared.space();
    this.posture = posture;
    this.codes = codes.clone();
    this.names = shared.knowledge().vocabulary().factNames();
  }

  /**
   * Counts the worlds.
   *
   * @param open the names of the facts that are open
   * @param deadline when to end with a sample of as many worlds as have been visited
   */
  OpenQuestions find(Set<String> open, Deadline deadline) {
    List<FactSpace.Axis> axes =
        space.axes().stream().filter(a -> open.contains(a.fact().name())).toList();
    List<Worlds.Open> opened =
        axes.stream().map(a -> new Worlds.Open(a.column(), codes(a))).toList();
    Optional<Worlds> counted = engine.worlds(FinalDecisions.POSTURE, codes, opened, deadline);
    double size = opened.stream().mapToDouble(o -> o.codes().size()).reduce(1, (a, b) -> a * b);
    ColumnEvaluator evaluator = engine.columns(List.of(FinalDecisions.POSTURE));
    int sample = evaluator.isBulk() ? SAMPLE : SAMPLE_ONE_BY_ONE;
    WorldCounter counter = new WorldCounter(evaluator, codes, opened, deadline);
    Optional<Worlds> exact =
        counted.or(() -> size <= sample ? counter.all((int) size) : Optional.empty());
    Worlds worlds = exact.orElseGet(() -> counter.some(sample));
    List<Posture> postures = postures(evaluator);
    return new OpenQuestions(
        posture,
        names.stream().filter(open::contains).toList(),
        size,
        exact.isPresent(),
        exact.isPresent() ? 0 : 1 / Math.sqrt(counter.visited()),
        possible(postures, worlds::count),
        questions(axes, worlds, postures));
  }

  private static List<Integer> codes(FactSpace.Axis axis) {
    return axis.values().stream()
        .filter(FactSpace.Value::isKnown)
        .map(FactSpace.Value::code)
        .toList();
  }

  private static List<Posture> postures(ColumnEvaluator evaluator) {
    return evaluator.results(FinalDecisions.POSTURE).stream()
        .map(FinalDecisions::postureOf)
        .toList();
  }

  /** How many worlds lead to the result of a code. */
  private interface Count {
    double of(int result);
  }

  private static List<Possibility> possible(List<Posture> postures, Count count) {
    double all = 0;
    for (int result = 0; result < postures.size(); result++) {
      all += count.of(result);
    }
    List<Possibility> possible = new ArrayList<>();
    for (int result = 0; result < postures.size(); result++) {
      if (count.of(result) > 0) {
        possible.add(new Possibility(postures.get(result), count.of(result) / all));
      }
    }
    possible.sort(
        Comparator.comparingDouble(Possibility::share)
            .reversed()
            .thenComparing(Possibility::posture));
    return possible;
  }

  private static List<Question> questions(
      List<FactSpace.Axis> axes, Worlds worlds, List<Posture> postures) {
    double now = entropy(possible(postures, worlds::count));
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      int open = i;
      List<FactSpace.Value> values = axes.get(i).values();
      List<FactSpace.Value> told = new ArrayList<>();
      List<Answer> answers = new ArrayList<>();
      double then = 0;
      List<Integer> codes = codes(axes.get(i));
      for (int place = 0; place < codes.size(); place++) {
        int value = place;
        List<Possibility> possible = possible(postures, r -> worlds.count(open, value, r));
        add(axes.get(i), values.get(codes.get(place)), possible, told, answers);
        double share = 0;
        for (int result = 0; result < worlds.results(); result++) {
          share += worlds.count(open, value, result) / worlds.size();
        }
        then += share * entropy(possible);
      }
      if (answers.stream().anyMatch(a -> !a.possible().equals(answers.get(0).possible()))) {
        questions.add(
            new Question(
                axes.get(i).fact().name(), Math.max(0, now - then), Math.pow(2, then), answers));
      }
    }
    questions.sort(Comparator.comparingDouble(Question::narrowing).reversed());
    return questions;
  }

  /** Neighbouring bands of a number with which the same is possible are one. */
  private static void add(
      FactSpace.Axis axis,
      FactSpace.Value value,
      List<Possibility> possible,
      List<FactSpace.Value> told,
      List<Answer> answers) {
    int last = answers.size() - 1;
    FactSpace.Value all = value;
    if (axis.fact().kind() == FactType.Kind.NUMBER
        && last >= 0
        && answers.get(last).possible().equals(possible)) {
      all = new FactSpace.Value(value.code(), told.remove(last).least(), value.greatest());
      answers.remove(last);
    }
    told.add(all);
    answers.add(new Answer(all.label(), possible));
  }

  private static double entropy(List<Possibility> possible) {
    return possible.stream().mapToDouble(Possibility::bits).sum();
  }
}

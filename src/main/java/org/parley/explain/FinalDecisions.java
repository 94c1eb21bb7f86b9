package org.parley.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.decide.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** The decisions that an advice is made of: the only names of the domain that Java knows. */
public final class FinalDecisions {
  /** The posture. */
  public static final String POSTURE = "posture";

  /** The unofficial track beside it. */
  public static final String UNOFFICIAL_TRACK = "unofficial track";

  static final String COMBINED_WITH = "combined with";
  static final String STEPS = "steps";

  /** What to beware of. */
  public static final String WARNINGS = "warnings";

  /** What in a case does not go together. */
  static final List<String> CONTRADICTIONS =
      List.of("war contradictions", "talks contradictions", "track-two contradictions");

  static final String ARGUMENTS = "arguments";
  static final String FORMAT = "format";
  static final String RISKS = "risks of this advice";
  static final String COST_OF_WAITING = "cost of waiting";
  static final String WHO_MUST_AGREE = "who must agree";
  static final String OUTLOOK = "outlook";
  static final String THIRD_PARTY_INITIATIVES = "third-party initiatives";
  static final String TRACK_TWO_ADVICE = "track two advice";
  static final String EXIT_AND_FALLBACK = "exit and fallback";
  // a name of FEEL cannot begin with "if"
  static final String IF_IT_LEAKS = "leak response";
  static final String REVIEW_TRIGGERS = "review triggers";
  static final String REVIEW_WITHIN_DAYS = "review within days";
  // no part of an advice: how much facts count when cases are compared
  static final String FACT_WEIGHTS = "fact weights";

  private FinalDecisions() {}

  /** The names of all of them. */
  public static Set<String> names() {
    Set<String> names =
        new TreeSet<>(
            Set.of(
                POSTURE,
                UNOFFICIAL_TRACK,
                COMBINED_WITH,
                STEPS,
                WARNINGS,
                ARGUMENTS,
                FORMAT,
                RISKS,
                COST_OF_WAITING,
                WHO_MUST_AGREE,
                OUTLOOK,
                THIRD_PARTY_INITIATIVES,
                TRACK_TWO_ADVICE,
                EXIT_AND_FALLBACK,
                IF_IT_LEAKS,
                REVIEW_TRIGGERS,
                REVIEW_WITHIN_DAYS,
                FACT_WEIGHTS));
    names.addAll(CONTRADICTIONS);
    for (Posture option : Posture.values()) {
      names.add(verdict(option));
    }
    return names;
  }

  /** What keeps a knowledge base from answering what an advice needs; empty where nothing does. */
  public static List<Problem> problems(KnowledgeBase knowledge) {
    List<Problem> problems = new ArrayList<>();
    requireLabels(knowledge, POSTURE, Labelled.labels(Posture.class), problems);
    requireLabels(knowledge, UNOFFICIAL_TRACK, Labelled.labels(UnofficialTrack.class), problems);
    for (Posture option : Posture.values()) {
      requireLabels(knowledge, verdict(option), Labelled.labels(Verdict.Level.class), problems);
    }
    return problems;
  }

  /** The verdict on a posture. */
  public static String verdict(Posture option) {
    return option.label() + " verdict";
  }

  /**
   * Refuses a knowledge base that does not answer what an advice needs.
   *
   * @throws ParleyException with every decision that is missing or answers in other words
   */
  static void require(KnowledgeBase knowledge) {
    List<Problem> problems = problems(knowledge);
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
  }

  private static void requireLabels(
      KnowledgeBase knowledge, String name, List<String> labels, List<Problem> problems) {
    Decision decision = knowledge.decision(name).orElse(null);
    if (decision == null) {
      problems.add(
          Problem.in("dmn/", "no model has the decision '%s'".formatted(name))
              .as(Problem.Kind.MISSING_DECISION));
    } else if (decision.allowed().isEmpty() || !labels.containsAll(decision.allowed())) {
      problems.add(
          new Problem(
              Place.of(decision.file()).in("decision", name),
              "its type must allow %s and nothing else".formatted(String.join(", ", labels)),
              Problem.Kind.MISSING_DECISION));
    }
  }

  /**
   * The decisions whose answers reach somebody: those that an advice gives, and those that no other
   * decision reads, which serve the second opinion and the comparison of cases.
   */
  static List<String> answersOf(KnowledgeBase knowledge) {
    Set<String> read = new HashSet<>();
    knowledge.decisions().forEach(d -> read.addAll(d.decisions()));
    Set<String> given = new HashSet<>(List.of(POSTURE, UNOFFICIAL_TRACK));
    Stream.of(Posture.values()).forEach(p -> given.add(verdict(p)));
    return knowledge.decisions().stream()
        .map(Decision::name)
        .filter(name -> given.contains(name) || !read.contains(name))
        .toList();
  }

  /** The posture that the tables favour in one evaluation. */
  public static Posture posture(Evaluation evaluation) {
    return postureOf(evaluation.value(POSTURE));
  }

  /** The posture that a result of the decision stands for. */
  static Posture postureOf(Object result) {
    return Labelled.find(Posture.class, String.valueOf(result)).orElseThrow();
  }

  /** The unofficial track that they favour. */
  public static UnofficialTrack track(Evaluation evaluation) {
    return Labelled.find(UnofficialTrack.class, evaluation.text(UNOFFICIAL_TRACK)).orElseThrow();
  }

  /** How they judge a posture. */
  static Verdict.Level level(Posture option, Evaluation evaluation) {
    return Labelled.find(Verdict.Level.class, evaluation.text(verdict(option))).orElseThrow();
  }
}

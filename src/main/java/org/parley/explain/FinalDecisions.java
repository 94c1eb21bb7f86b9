package org.parley.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.DecisionTrace;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;

/** The decisions that an advice is made of: the only names of the domain that Java knows. */
public final class FinalDecisions {
  /** The posture. */
  public static final String POSTURE = "posture";

  /** The unofficial track beside it. */
  public static final String UNOFFICIAL_TRACK = "unofficial track";

  static final String COMBINED_WITH = "combined with";

  /** What is recommended; a table has a say when one of these rests on it. */
  public static final List<String> RECOMMENDATION =
      List.of(POSTURE, UNOFFICIAL_TRACK, COMBINED_WITH);

  /**
   * Topics that readers of JSON find under a key of their own, in the order in which an advice
   * gives them. A knowledge base may lack any of them and have others.
   */
  public static final Map<String, String> TOPIC_KEYS = topicKeys();

  static final String STEPS = "steps";

  /** What to beware of. */
  public static final String WARNINGS = "warnings";

  /** What in a case does not go together. */
  static final List<String> CONTRADICTIONS =
      List.of("war contradictions", "talks contradictions", "track-two contradictions");

  static final String ARGUMENTS = "arguments";
  static final String REVIEW_WITHIN_DAYS = "review within days";
  // how many sentences of a decision an advice has room for, by its name
  static final String ROOM = "room for sentences";
  // no part of an advice: how much facts count when cases are compared
  static final String FACT_WEIGHTS = "fact weights";

  private FinalDecisions() {}

  /**
   * Some decisions and all that they read, tested or not, nearest first. A function of the models
   * has no trace and is left out, as is what is not among the decisions.
   */
  public static Set<String> behind(List<DecisionTrace> trace, List<String> decisions) {
    return behind(
        trace.stream().collect(Collectors.toMap(DecisionTrace::decision, Function.identity())),
        decisions);
  }

  /**
   * The same.
   *
   * @param byName the trace by its decisions
   */
  static Set<String> behind(Map<String, DecisionTrace> byName, List<String> decisions) {
    Set<String> names = new LinkedHashSet<>(decisions);
    names.retainAll(byName.keySet());
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      for (String next : byName.get(open.remove()).decisions()) {
        if (byName.containsKey(next) && names.add(next)) {
          open.add(next);
        }
      }
    }
    return names;
  }

  private static Map<String, String> topicKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("risks", "risks of this advice");
    keys.put("costOfWaiting", "cost of waiting");
    keys.put("format", "format");
    keys.put("mustAgree", "who must agree");
    keys.put("outlook", "outlook");
    keys.put("thirdParty", "third-party initiatives");
    keys.put("trackTwo", "track two advice");
    keys.put("fallback", "exit and fallback");
    // a name of FEEL cannot begin with "if"
    keys.put("ifLeaked", "leak response");
    keys.put("reviewWhen", "review triggers");
    return Collections.unmodifiableMap(keys);
  }

  /** Whether an advice says by itself what a decision has answered. */
  static boolean isTold(String decision) {
    return Set.of(POSTURE, UNOFFICIAL_TRACK, REVIEW_WITHIN_DAYS).contains(decision)
        || Stream.of(Posture.values()).anyMatch(option -> verdict(option).equals(decision));
  }

  /** The names of all of them but topics. */
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
                REVIEW_WITHIN_DAYS,
                ROOM,
                FACT_WEIGHTS));
    names.addAll(CONTRADICTIONS);
    for (Posture option : Posture.values()) {
      names.add(verdict(option));
    }
    return names;
  }

  /**
   * Whether a decision that no other one reads is a topic of the advice: a table that collects
   * sentences, and that an advice does not use for something else.
   */
  public static boolean isTopic(String name, DecisionTable table) {
    return table != null
        && table.hitPolicy().equals("COLLECT")
        && table.aggregation().isEmpty()
        && table.outputs().size() == 1
        && table.outputs().get(0).values().isEmpty()
        && table.outputs().get(0).types().stream().allMatch(FinalDecisions::isFreeText)
        && !names().contains(name);
  }

  private static boolean isFreeText(DecisionTable.Type type) {
    return type.base().equals("string") && type.allowed().isEmpty();
  }

  /**
   * The topics of a knowledge base: those with a key of their own in the order of {@link
   * #TOPIC_KEYS}, then the others in the order of the models, files by name.
   */
  static List<Decision> topics(KnowledgeBase knowledge) {
    List<String> first = List.copyOf(TOPIC_KEYS.values());
    Set<String> read = read(knowledge);
    return knowledge.decisions().stream()
        .filter(d -> !read.contains(d.name()) && isTopic(d.name(), d.decisionTable()))
        .sorted(
            Comparator.comparingInt(
                d -> first.contains(d.name()) ? first.indexOf(d.name()) : first.size()))
        .toList();
  }

  /** The part of an answer that has to be the name of a fact; empty where none has to. */
  public static Optional<String> namesFacts(String decision) {
    return decision.equals(FACT_WEIGHTS) ? Optional.of(FactWeights.FACT) : Optional.empty();
  }

  /** Whether a decision answers with options, which stand in no order. */
  public static boolean isOption(String decision) {
    return decision.equals(POSTURE) || decision.equals(UNOFFICIAL_TRACK);
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
    if (knowledge.plain().isPresent()) {
      throw new ParleyException(
          "a plain DMN file has no posture to advise on: it is read by check, diff, table, link,"
              + " knowledge and tck");
    }
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
    Set<String> read = read(knowledge);
    Set<String> given = given();
    return knowledge.decisions().stream()
        .map(Decision::name)
        .filter(name -> given.contains(name) || !read.contains(name))
        .toList();
  }

  /** The decisions that another one reads. */
  private static Set<String> read(KnowledgeBase knowledge) {
    Set<String> read = new HashSet<>();
    knowledge.decisions().forEach(d -> read.addAll(d.decisions()));
    return read;
  }

  /** The core: the posture, the unofficial track and the verdicts, and all that they rest on. */
  public static List<Decision> core(KnowledgeBase knowledge) {
    return knowledge.behind(given());
  }

  private static Set<String> given() {
    Set<String> given = new HashSet<>(List.of(POSTURE, UNOFFICIAL_TRACK));
    Stream.of(Posture.values()).forEach(p -> given.add(verdict(p)));
    return given;
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

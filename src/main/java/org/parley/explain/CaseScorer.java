package org.parley.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Basis;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.world.Deadline;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * Scores one case after another whose facts are encoded: what the tables favour in it, in constants
 * and ids of rows. It says what the advice on the case says, without the words. Not thread-safe.
 */
public final class CaseScorer {
  /** One file has few sets of rows, and more cases than there is room for. */
  static final int MOST_KEPT = 20_000;

  private static final int BITS = Long.SIZE / Explanation.MOST_REASONS;
  private static final long MOST_ROWS = 1 << 12;

  /** No decision with constants has more results. */
  private static final int VERDICTS = 5;

  private final TableAdvice.Shared shared;
  private final TracePlan plan;
  private final Answers answers;
  private final Result<Posture> posture;
  private final Result<UnofficialTrack> track;
  private final Map<Posture, Result<Verdict.Level>> verdicts = new EnumMap<>(Posture.class);
  private final List<Result<Verdict.Level>> ofPostures;
  private final Map<Integer, List<String>> judgements = new HashMap<>();
  private final List<Default> defaults;
  private final List<String> facts;
  // by fact: the code of what is not known, or -1 where that says something
  private final int[] unknownCodes;
  private final boolean[] postureRests;
  private final Map<Long, List<String>> reasons = new HashMap<>();
  private final Spoken warnings;
  private final Map<String, Reliance> reliances = new HashMap<>();
  // whether three rows do not go into one key
  private final boolean isLarge;
  private byte[] codes = {};
  private int unknown;
  // of the facts that the posture may rest on
  private int knownBehind;

  /**
   * A decision that answers with constants.
   *
   * @param place among the decisions
   * @param byCode the constants by the codes of the results
   */
  private record Result<E>(int place, List<E> byCode) {}

  /**
   * How a decision answers where nothing is known.
   *
   * @param place among the decisions
   * @param code of the result
   * @param rows those that give it
   */
  private record Default(int place, int code, List<Evaluation.Match> rows) {}

  /**
   * How far to rely on a posture.
   *
   * @param shares of each posture among the ways to fill in what is not known; each way counts
   *     alike, so they are no probabilities
   * @param exact whether every way was counted; else a sample was
   */
  public record Reliance(Confidence level, Map<Posture, Double> shares, boolean exact) {

    public Reliance {
      shares = Map.copyOf(shares);
    }
  }

  private CaseScorer(TableAdvice.Shared shared) {
    this.shared = shared;
    this.plan = shared.plan();
    KnowledgeBase knowledge = shared.knowledge();
    this.isLarge =
        plan.decisions().size() * MOST_ROWS > 1L << BITS
            || plan.decisions().stream().anyMatch(part -> part.rows().size() >= MOST_ROWS);
    this.warnings = new Spoken(plan, shared.engine(), FinalDecisions.WARNINGS);
    this.answers = shared.engine().answers(decisions(knowledge));
    this.posture = result(Posture.class, FinalDecisions.POSTURE);
    this.track = result(UnofficialTrack.class, FinalDecisions.UNOFFICIAL_TRACK);
    for (Posture option : Posture.values()) {
      verdicts.put(option, result(Verdict.Level.class, FinalDecisions.verdict(option)));
    }
    this.ofPostures = List.copyOf(verdicts.values());
    this.facts = knowledge.vocabulary().factNames();
    this.unknownCodes = new int[facts.size()];
    this.postureRests = new boolean[facts.size()];
    byte[] unknown = shared.engine().codes().encode(Map.of());
    int place = 0;
    for (FactType fact : knowledge.vocabulary().facts()) {
      unknownCodes[place] = fact.ifAbsent().isEmpty() ? unknown[place] & 0xFF : -1;
      postureRests[place] = shared.basis().facts().contains(fact.name());
      place++;
    }
    answers.answer(unknown);
    this.defaults = shared.basis().decisions().stream().map(this::byDefault).toList();
  }

  /**
   * A scorer of an advisor's cases.
   *
   * @return empty where not every decision has masks and a result in every possible case: there
   *     only the advice itself can tell
   */
  public static Optional<CaseScorer> of(TableAdvisor advisor) {
    return advisor.engine().answersAll()
        ? Optional.of(new CaseScorer(advisor.shared()))
        : Optional.empty();
  }

  private static List<String> decisions(KnowledgeBase knowledge) {
    List<String> decisions = new ArrayList<>();
    FinalDecisions.core(knowledge).forEach(d -> decisions.add(d.name()));
    Stream.of(FinalDecisions.WARNINGS, FinalDecisions.ROOM)
        .filter(name -> knowledge.decision(name).isPresent())
        .forEach(decisions::add);
    return decisions;
  }

  private <E extends Enum<E> & Labelled> Result<E> result(Class<E> type, String decision) {
    return new Result<>(
        plan.place(decision),
        shared.engine().results(decision).stream()
            .map(result -> Labelled.find(type, String.valueOf(result)).orElseThrow())
            .toList());
  }

  private Default byDefault(Decision decision) {
    int place = plan.place(decision.name());
    return new Default(place, answers.code(place), deciding(place));
  }

  private List<Evaluation.Match> deciding(int place) {
    return answers.matches(place).stream().filter(Evaluation.Match::decided).toList();
  }

  /**
   * Takes the next case.
   *
   * @param facts a code for each fact of the vocabulary, in its order, as {@link
   *     org.parley.decide.answer.FactCodes} gives them; must stay as it is until the next case
   */
  public void score(byte[] facts) {
    codes = facts;
    answers.answer(facts);
    unknown = 0;
    knownBehind = 0;
    for (int fact = 0; fact < facts.length; fact++) {
      if (!isKnown(fact)) {
        unknown++;
      } else if (postureRests[fact]) {
        knownBehind++;
      }
    }
  }

  private <E> E of(Result<E> result) {
    return result.byCode().get(answers.code(result.place()));
  }

  /** The posture that the tables favour. */
  public Posture posture() {
    return of(posture);
  }

  /** The unofficial track beside it. */
  public UnofficialTrack unofficialTrack() {
    return of(track);
  }

  /** How they judge a posture. */
  public Verdict.Level verdict(Posture option) {
    return of(verdicts.get(option));
  }

  /**
   * What is favoured and how the postures are judged, in words: the posture, the unofficial track,
   * the verdicts in the order of the postures, and the basis. The same object wherever it says the
   * same.
   */
  public List<String> judgement() {
    Basis basis = basis();
    int key = basis == Basis.DEFAULTS ? 2 : basis == Basis.FACTS ? 1 : 0;
    key = key * VERDICTS + answers.code(posture.place());
    key = key * VERDICTS + answers.code(track.place());
    for (Result<Verdict.Level> verdict : ofPostures) {
      key = key * VERDICTS + answers.code(verdict.place());
    }
    return judgements.computeIfAbsent(
        key,
        k ->
            Stream.of(
                    Stream.of(posture().label(), unofficialTrack().label()),
                    Stream.of(Posture.values()).map(option -> verdict(option).label()),
                    Stream.of(basis.label()))
                .flatMap(labels -> labels)
                .toList());
  }

  /** What the posture rests on. */
  public Basis basis() {
    return shared.basis().judge(isByDefault(), knownBehind);
  }

  private boolean isByDefault() {
    for (Default one : defaults) {
      if (answers.code(one.place()) != one.code()) {
        return false;
      }
    }
    for (Default one : defaults) {
      if (!decides(one.rows(), answers.matches(one.place()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether some rows are those that decide among others. */
  private static boolean decides(List<Evaluation.Match> rows, List<Evaluation.Match> all) {
    int met = 0;
    for (Evaluation.Match match : all) {
      if (match.decided() && (met == rows.size() || rows.get(met++).row() != match.row())) {
        return false;
      }
    }
    return met == rows.size();
  }

  /** How many facts are not known. */
  public int unknown() {
    return unknown;
  }

  private boolean isKnown(int fact) {
    return (codes[fact] & 0xFF) != unknownCodes[fact];
  }

  /** The ids of the rows that weigh most for the posture, strongest first; at most three. */
  public List<String> reasons() {
    List<Trace.Deciding> rows =
        Trace.reasons(plan, answers, verdicts.get(posture()).place(), Explanation.MOST_REASONS);
    long key = 0;
    for (Trace.Deciding row : rows) {
      key = (key << BITS) + row.place() * MOST_ROWS + row.line().number();
    }
    List<String> known = reasons.get(key);
    if (known == null) {
      known = rows.stream().map(row -> row.line().id()).toList();
      if (reasons.size() < MOST_KEPT && !isLarge) {
        reasons.put(key, known);
      }
    }
    return known;
  }

  /** The ids of the rows that warn, weightiest first. */
  public List<String> warnings() {
    return warnings.of(answers);
  }

  /** How far to rely on the posture. */
  public Reliance reliance() {
    String key = new String(relevant(), StandardCharsets.ISO_8859_1);
    Reliance known = reliances.get(key);
    if (known == null) {
      known = judged();
      if (reliances.size() < MOST_KEPT) {
        reliances.put(key, known);
      }
    }
    return known;
  }

  /** The codes of the facts that the posture may rest on. */
  private byte[] relevant() {
    byte[] relevant = new byte[codes.length];
    for (FactSpace.Axis axis : shared.space().axes()) {
      relevant[axis.column()] = codes[axis.column()];
    }
    return relevant;
  }

  private Reliance judged() {
    Set<String> open = new LinkedHashSet<>();
    for (int fact = 0; fact < codes.length; fact++) {
      if (!isKnown(fact)) {
        open.add(facts.get(fact));
      }
    }
    OpenQuestions questions =
        new OpenQuestionFinder(shared, codes, posture()).find(open, new Deadline(null));
    Map<Posture, Double> shares = new EnumMap<>(Posture.class);
    Stream.of(Posture.values()).forEach(p -> shares.put(p, 0.0));
    questions.possible().forEach(p -> shares.put(p.posture(), p.share()));
    return new Reliance(
        RelianceJudge.level(questions, /* doubtful= */ false), shares, questions.exact());
  }
}

package org.parley.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.FiredRow;
import org.parley.ParleyException;
import org.parley.explain.FinalDecisions;
import org.parley.explain.PathToPosture;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.precedent.Precedent;
import org.parley.regress.RegressionResult.DecidingFact;
import org.parley.regress.RegressionResult.DecidingRow;
import org.parley.regress.RegressionResult.Difference;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Stance;
import org.parley.regress.RegressionResult.Tally;

/** Compares advice with what case files expect and observe. */
public final class Regression {
  private final Advisor advisor;
  private final Vocabulary vocabulary;
  private final List<String> closeFacts;
  private final Supplier<List<Precedent>> library;

  /**
   * A regression whose learners learn from the cases that run.
   *
   * @param advisor gives the advice
   * @param vocabulary says which facts sit close to the choice
   */
  public Regression(Advisor advisor, Vocabulary vocabulary) {
    this(advisor, vocabulary, List::of);
  }

  /**
   * A regression whose learners learn from a library, as far as it tells of other conflicts than
   * those that run.
   *
   * @param advisor gives the advice
   * @param vocabulary says which facts sit close to the choice
   * @param library asked for when the learners learn
   */
  public Regression(Advisor advisor, Vocabulary vocabulary, Supplier<List<Precedent>> library) {
    this.advisor = advisor;
    this.vocabulary = vocabulary;
    this.library = library;
    this.closeFacts =
        vocabulary.facts().stream().filter(FactType::closeToChoice).map(FactType::name).toList();
  }

  /** Runs all cases. */
  public RegressionResult run(List<Case> cases) {
    List<InTurn.Answer> answers = new InTurn(advisor).answers(cases);
    List<Outcome> outcomes = outcomes(answers);
    return new RegressionResult(
        answers.stream().map(Regression::ran).toList(),
        expected(outcomes),
        observed(outcomes),
        null,
        null,
        null,
        null);
  }

  /** Runs all cases, for who waits: without most of what agreement is held against. */
  public BriefResult brief(List<Case> cases) {
    List<InTurn.Answer> answers = new InTurn(advisor).answers(cases);
    List<Outcome> outcomes = outcomes(answers);
    List<Outcome> compared = compared(outcomes);
    Baselines baselines = baselines(compared);
    return new BriefResult(
        new RegressionResult(
                answers.stream().map(Regression::ran).toList(),
                expected(outcomes),
                null,
                null,
                null,
                null,
                null)
            .noAdvice(),
        expected(outcomes),
        new Tally(
            compared.size(), (int) compared.stream().filter(Outcome::agreesWithHistory).count()),
        baselines.naiveBayesLeavingConflictOut(),
        baselines.largestClass());
  }

  /**
   * What a regression found, in brief.
   *
   * @param noAdvice the cases on which the tables give no advice
   * @param expected the comparison with what the tables are approved to say
   * @param observed the agreement with what history shows, which is not correctness
   * @param learner in how many of these the naive Bayes learner agrees, each conflict left out
   * @param largestClass in how many always answering the most frequent observation does
   */
  public record BriefResult(
      List<RegressionResult.NoAdvice> noAdvice,
      RegressionResult.Expected expected,
      Tally observed,
      int learner,
      int largestClass) {}

  private static List<Outcome> outcomes(List<InTurn.Answer> answers) {
    return answers.stream()
        .map(InTurn.Answer::advice)
        .filter(Objects::nonNull)
        .map(Outcome::new)
        .toList();
  }

  private static RegressionResult.Ran ran(InTurn.Answer answer) {
    Case subject = answer.subject();
    return new RegressionResult.Ran(
        subject.id(),
        subject.conflict(),
        subject.expected() != null,
        answer.advice() == null ? null : Stance.of(answer.advice()),
        answer.problems().stream().map(RegressionResult.Gap::of).toList());
  }

  private static List<Outcome> compared(List<Outcome> outcomes) {
    return outcomes.stream().filter(o -> o.subject().observed() != null).toList();
  }

  private record Outcome(Case subject, Advice advice) {
    Outcome(Advice advice) {
      this(advice.subject(), advice);
    }

    Stance actual() {
      return Stance.of(advice);
    }

    boolean agreesWithHistory() {
      return subject.observed().agreesWith(advice.posture(), advice.unofficialTrack());
    }
  }

  private static RegressionResult.Expected expected(List<Outcome> outcomes) {
    List<String> unpinned =
        outcomes.stream()
            .filter(o -> o.subject().expected() == null)
            .map(o -> o.subject().id())
            .toList();
    List<Mismatch> differ = outcomes.stream().flatMap(o -> mismatch(o.advice()).stream()).toList();
    return new RegressionResult.Expected(
        outcomes.size() - unpinned.size() - differ.size(), unpinned, differ);
  }

  /** How an advice differs from what its case pins, if it pins anything. */
  public static Optional<Mismatch> mismatch(Advice advice) {
    Expectation pinned = advice.subject().expected();
    Stance actual = Stance.of(advice);
    if (pinned == null || Stance.of(pinned).equals(actual)) {
      return Optional.empty();
    }
    Stance expected = Stance.of(pinned);
    List<DecidingRow> rows = new ArrayList<>();
    if (!expected.posture().equals(actual.posture())) {
      addRows(advice, FinalDecisions.POSTURE, rows);
      // both verdicts: the one that should have carried and the one that did
      advice.verdict(pinned.posture()).rows().forEach(r -> rows.add(row(r)));
      advice.verdict(advice.posture()).rows().forEach(r -> rows.add(row(r)));
    }
    if (!expected.unofficialTrack().equals(actual.unofficialTrack())) {
      addRows(advice, FinalDecisions.UNOFFICIAL_TRACK, rows);
    }
    return Optional.of(
        new Mismatch(advice.subject().id(), expected, actual, rows, decidedBy(advice)));
  }

  /** The facts on the way to the posture, in the order of the vocabulary. */
  private static List<DecidingFact> decidedBy(Advice advice) {
    PathToPosture path = PathToPosture.of(advice.trace());
    return Stream.concat(
            advice.facts().stream().map(f -> new DecidingFact(f.name(), f.value(), f.origin())),
            advice.unknown().stream().map(f -> new DecidingFact(f, FactType.UNKNOWN, null)))
        .filter(f -> path.holds(f.fact()))
        .toList();
  }

  private static void addRows(Advice advice, String decision, List<DecidingRow> rows) {
    advice.trace(decision).stream()
        .flatMap(t -> t.rows().stream())
        .filter(FiredRow::decided)
        .forEach(r -> rows.add(row(r)));
  }

  private static DecidingRow row(FiredRow row) {
    return new DecidingRow(row.id(), row.table(), row.why());
  }

  private RegressionResult.Observed observed(List<Outcome> outcomes) {
    List<Outcome> compared = compared(outcomes);
    Map<String, Tally> byPosture = new TreeMap<>();
    Map<String, Tally> byTrack = new TreeMap<>();
    for (Outcome outcome : compared) {
      Stance seen = Stance.of(outcome.subject().observed());
      tally(byPosture, seen.posture(), outcome.agreesWithHistory());
      tally(byTrack, seen.unofficialTrack(), outcome.agreesWithHistory());
    }
    List<Difference> differ =
        compared.stream()
            .filter(o -> !o.agreesWithHistory())
            .map(
                o ->
                    new Difference(
                        o.subject().id(),
                        Stance.of(o.subject().observed()),
                        o.actual(),
                        o.advice().favoured(),
                        o.subject().differsBecause()))
            .toList();
    return new RegressionResult.Observed(
        compared.size(),
        compared.size() - differ.size(),
        byPosture,
        byTrack,
        (int) compared.parallelStream().filter(this::agreesWithoutCloseFacts).count(),
        confusion(compared),
        baseline(compared),
        PrecedentScores.of(precedents(compared), library.get(), vocabulary).orElse(null),
        differ);
  }

  private static RegressionResult.Confusion confusion(List<Outcome> compared) {
    List<String> postures = RegressionResult.Confusion.postures();
    return new RegressionResult.Confusion(
        postures.stream()
            .map(seen -> postures.stream().map(said -> count(compared, seen, said)).toList())
            .toList());
  }

  private static int count(List<Outcome> compared, String seen, String said) {
    return (int)
        compared.stream()
            .filter(o -> Stance.of(o.subject().observed()).posture().equals(seen))
            .filter(o -> o.actual().posture().equals(said))
            .count();
  }

  private RegressionResult.Baseline baseline(List<Outcome> compared) {
    Baselines baselines = baselines(compared);
    return new RegressionResult.Baseline(
        baselines.largestClass(),
        baselines.naiveBayesLeavingCaseOut(),
        baselines.naiveBayesLeavingConflictOut());
  }

  private Baselines baselines(List<Outcome> compared) {
    return new Baselines(precedents(compared), library.get(), vocabulary);
  }

  private List<Precedent> precedents(List<Outcome> compared) {
    return compared.stream().flatMap(o -> Precedent.of(o.subject(), vocabulary).stream()).toList();
  }

  private boolean agreesWithoutCloseFacts(Outcome outcome) {
    Case hidden = outcome.subject();
    for (String fact : closeFacts) {
      hidden = hidden.assuming(fact, FactType.UNKNOWN);
    }
    try {
      return new Outcome(outcome.subject(), advisor.advise(hidden)).agreesWithHistory();
    } catch (ParleyException e) {
      // no advice agrees with nothing
      return false;
    }
  }

  private static void tally(Map<String, Tally> tallies, String key, boolean agrees) {
    if (!key.isEmpty()) {
      tallies.merge(key, new Tally(0, 0).plus(agrees), (before, one) -> before.plus(agrees));
    }
  }
}

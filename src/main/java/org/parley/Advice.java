package org.parley;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What the tables favour in a case, with everything that it follows from. Immutable and
 * thread-safe; two advices are equal when the case, the knowledge and all results are. What needs
 * other cases, {@link #seats}, {@link #challenge} and {@link #similar}, asks the advisor that gave
 * it, which must be open then.
 *
 * <p>What has to be searched for, {@link #changes}, {@link #openQuestions}, {@link #confidence},
 * {@link #challenge} and {@link #similar}, is searched for by the thread that asks, and ends soon
 * when that is interrupted, which it stays. The answer is what was found by then and says how far
 * that was; it is not kept, so whoever asks again gets the whole. {@link #within} sets a limit of
 * time.
 *
 * <p>An advice informs a decision, it does not take it: it carries its confidence, its warnings and
 * the best case for the runner-up, and whoever shows it should show them too.
 */
public interface Advice {

  /** The case that was asked about. */
  Case subject();

  /** The posture that the tables favour, or lean to where too little is known to favour one. */
  Posture posture();

  /** Whether it rests on facts, on few of them, or on what holds where nothing is known. */
  Basis basis();

  /**
   * Whether enough is known to favour the posture; else it is a leaning, and whoever shows it
   * should show no more.
   */
  default boolean favoured() {
    return basis() == Basis.FACTS;
  }

  /** What to combine the posture with; may be empty. */
  List<String> combinedWith();

  /** The unofficial track to run beside it. */
  UnofficialTrack unofficialTrack();

  /**
   * How far to rely on the advice, with the reasons: high where the posture stands whatever the
   * facts are that are not known, and whatever any single fact is that is held with low confidence;
   * medium where it stands in at least two thirds of the ways to fill in what is not known; else
   * low.
   */
  Reliance confidence();

  /** A verdict for each posture, in the order of {@link Posture}. */
  List<Verdict> verdicts();

  /** The verdict for one posture. */
  default Verdict verdict(Posture option) {
    return verdicts().stream().filter(v -> v.option() == option).findFirst().orElseThrow();
  }

  /** The rows that weigh most for the posture, strongest first; at most three. */
  List<FiredRow> reasons();

  /** The next best posture and the best case for it. */
  RunnerUp runnerUp();

  /** What to do, in this order; as much as there is time for. */
  List<Said> steps();

  /** What to beware of, weightiest first. */
  List<Said> warnings();

  /**
   * What goes with the posture: risks, form of talks, cost of waiting and the like. Every topic of
   * the tables that says something in this case, in the order in which they are read.
   */
  List<Topic> topics();

  /**
   * What one topic says.
   *
   * @param name the decision that speaks of it
   * @return its sentences; empty where there is no such topic or it says nothing
   */
  default List<Said> topic(String name) {
    return topics().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .map(Topic::sentences)
        .orElse(List.of());
  }

  /**
   * What {@link #steps}, {@link #warnings} and {@link #topics} have no room for: the lighter
   * sentences of each, under the name of the decision that says them; empty where all is said.
   */
  default List<Topic> more() {
    return List.of();
  }

  /** What steps, warnings and topics leave to the foot of the page; no sentence twice. */
  List<Said> footer();

  /** In how many days to look again at the latest, where the tables say so. */
  OptionalInt reviewWithinDays();

  /** The day to look again at the latest, where the case has a date and the tables say so. */
  default Optional<LocalDate> reviewBy() {
    LocalDate asOf = subject().asOf();
    return asOf == null || reviewWithinDays().isEmpty()
        ? Optional.empty()
        : Optional.of(asOf.plusDays(reviewWithinDays().getAsInt()));
  }

  /** The facts that the tables saw, in the order of the vocabulary. */
  List<Fact> facts();

  /**
   * The facts that are not known, in the order of the vocabulary; what by being absent says
   * something, such as a deadline that is not in sight, is none of them.
   */
  List<String> unknown();

  /** What the reader should know about the input. */
  List<Finding> findings();

  /** The names of the rules that fired: those that derive facts, then those that review. */
  List<String> rulesFired();

  /**
   * What the posture game says beside the tables; empty where the knowledge base has no numbers for
   * it, or none that fit.
   */
  Optional<SecondOpinion> secondOpinion();

  /**
   * What parties did in like situations, beside the tables: what was done, not what was right. The
   * conflict of the case itself is left out. Empty where the knowledge base has no cases of
   * history.
   */
  Optional<Precedents> precedents();

  /** Every decision with the rows that answered it; a decision stands behind those it reads. */
  List<DecisionTrace> trace();

  /** One decision of the trace. */
  default Optional<DecisionTrace> trace(String decision) {
    return trace().stream().filter(d -> d.decision().equals(decision)).findFirst();
  }

  /** Why the tables do not favour a posture: the rows that would have, and what fails in them. */
  WhyNot whyNot(Posture asked);

  /**
   * What would change the posture.
   *
   * @param most up to how many facts at once to search, from 1
   */
  Changes changes(int most);

  /**
   * What would make the tables favour a posture that they do not favour now.
   *
   * @param most up to how many facts at once to search, from 1
   */
  Changes changes(Posture to, int most);

  /** What the facts that are not known could still change, and which of them to learn first. */
  OpenQuestions openQuestions();

  /**
   * What the facts that are not known, or are in doubt, could still change.
   *
   * @param doubted which of the known facts to take as open too
   */
  OpenQuestions openQuestions(Predicate<Fact> doubted);

  /**
   * The war from both seats, where the adversary's is read off ours: what we hold to be so of it
   * and of us, as it would look from there.
   */
  Seats seats();

  /**
   * The war from both seats.
   *
   * @param theirs the situation as the adversary believes it to be, with the adversary as deciding
   *     party
   * @throws CaseRefused as {@link Advisor#advise(Case)}, and where the two cases name other parties
   */
  Seats seats(Case theirs);

  /**
   * The weak places of the advice: what it takes to be so and what would turn it, what to watch for
   * and until when, how it would have failed, and the case for the next best posture.
   */
  Challenge challenge();

  /**
   * The cases most like this one. Left out are the case itself, known by its id, and cases that
   * were made up.
   *
   * @param history the cases to look among
   * @param most how many to give, from 1
   * @throws CaseRefused as {@link Advisor#advise(Case)}, for any of the cases
   */
  SimilarCases similar(Collection<Case> history, int most);

  /**
   * The same advice, but each of its searches ends after a time as it does by an interrupt. How far
   * one gets then depends on the machine; without a limit all answers are the same everywhere.
   *
   * @param limit for each search from its beginning
   */
  Advice within(Duration limit);

  /** Which knowledge it rests on. */
  KnowledgeVersion knowledge();

  /**
   * The advice as JSON on one line, in the form of the published schema {@code advice}.
   *
   * @param detail {@link Detail#SHORT} for the advice with its trace; else also what can be argued
   *     about: why not each other posture, what would change it, what to learn first
   */
  default String toJson(Detail detail) {
    return toJson(detail, JsonLayout.COMPACT);
  }

  /** The advice as {@link #toJson(Detail)}, in another layout. */
  default String toJson(Detail detail, JsonLayout layout) {
    return Parley.toJson(this, detail, layout);
  }

  /**
   * How far to rely on an advice.
   *
   * @param level in one word
   * @param completions in how many of the ways to fill in what is not known the posture stands
   * @param reasons why no more and no less; the first one tells of the completions
   */
  record Reliance(Confidence level, Completions completions, List<Reason> reasons) {

    public Reliance {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The ways to fill in the facts that are not known and that the posture may rest on, each fact
   * with any value but {@code unknown}, of a number any band that the tables tell apart. All count
   * alike: a share says how many there are, not how likely they are.
   *
   * @param count how many ways there are, from 1
   * @param share in which part of them the posture stands, from 0 to 1
   * @param exact whether every way was counted; else a sample was, and the share is an estimate
   */
  record Completions(double count, double share, boolean exact) {}

  /**
   * Why an advice can be relied on as far as it can.
   *
   * @param text the reason, in words
   * @param facts the facts that it names; may be empty
   */
  record Reason(String text, List<String> facts) {

    public Reason {
      facts = List.copyOf(facts);
    }
  }
}

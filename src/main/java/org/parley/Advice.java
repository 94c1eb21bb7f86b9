package org.parley;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the tables favour in a case, with everything that it follows from. Immutable and
 * thread-safe; two advices are equal when the case, the knowledge and all results are.
 *
 * <p>An advice informs a decision, it does not take it: it carries its confidence, its warnings and
 * the best case for the runner-up, and whoever shows it should show them too.
 */
public interface Advice {

  /** The case that was asked about. */
  Case subject();

  /** The posture that the tables favour. */
  Posture posture();

  /** What to combine the posture with; may be empty. */
  List<String> combinedWith();

  /** The unofficial track to run beside it. */
  UnofficialTrack unofficialTrack();

  /** How far to rely on the advice, in words and with the reasons. */
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

  /** What to do, in this order. */
  List<String> steps();

  /** What to beware of. */
  List<String> warnings();

  /** What goes with the posture: form of talks, risks, cost of waiting and the like. */
  Guidance guidance();

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

  /** The facts that are not known, in the order of the vocabulary. */
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

  /** Every decision with the rows that answered it; a decision stands behind those it reads. */
  List<DecisionTrace> trace();

  /** One decision of the trace. */
  default Optional<DecisionTrace> trace(String decision) {
    return trace().stream().filter(d -> d.decision().equals(decision)).findFirst();
  }

  /** Why the tables do not favour a posture: the rows that would have, and what fails in them. */
  WhyNot whyNot(Posture asked);

  /** Which knowledge it rests on. */
  KnowledgeVersion knowledge();

  /**
   * How far to rely on an advice.
   *
   * @param level in one word
   * @param reasons why no more and no less
   */
  record Reliance(Confidence level, List<String> reasons) {

    public Reliance {
      reasons = List.copyOf(reasons);
    }
  }
}

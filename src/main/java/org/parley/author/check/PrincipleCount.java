package org.parley.author.check;

import java.util.List;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;

/**
 * How many principles stand how; those that cannot fail, and those that hold by absence, are listed
 * and not counted.
 *
 * @param total how many can fail
 * @param proved how many of these are proved
 * @param broken the ids of those that some case breaks
 * @param unproved the ids of those that could not be decided
 * @param vacuous the ids of those that cannot fail
 * @param absent the ids of those that hold since nothing reads the fact
 */
public record PrincipleCount(
    int total,
    int proved,
    List<String> broken,
    List<String> unproved,
    List<String> vacuous,
    List<String> absent) {

  public PrincipleCount {
    broken = List.copyOf(broken);
    unproved = List.copyOf(unproved);
    vacuous = List.copyOf(vacuous);
    absent = List.copyOf(absent);
  }

  /** In a sentence; empty where there is none. */
  public String describe() {
    return total == 0
        ? ""
        : "%d of %d principles are proved over every possible case.".formatted(proved, total);
  }

  /** Counts. */
  public static PrincipleCount of(List<Proof> proofs) {
    List<String> vacuous = Proof.ids(proofs, State.VACUOUS);
    List<String> absent = Proof.ids(proofs, State.ABSENT);
    return new PrincipleCount(
        proofs.size() - vacuous.size() - absent.size(),
        Proof.ids(proofs, State.PROVED).size(),
        Proof.ids(proofs, State.BROKEN),
        Proof.ids(proofs, State.UNPROVED),
        vacuous,
        absent);
  }
}

package org.parley.author.check;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Posture;
import org.parley.decide.TableEngine;
import org.parley.decide.proof.BuiltIn;
import org.parley.decide.proof.Proof;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;

/**
 * How the principles of a knowledge base stand.
 *
 * @param principles those of its file, in its order
 * @param builtIn those that hold for every fact and verdict, but for facts that a verdict does not
 *     rest on
 */
public record PrinciplesResult(List<Proof> principles, List<Proof> builtIn) {
  // a case file needs a day; a case without events makes no use of it
  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

  public PrinciplesResult {
    principles = List.copyOf(principles);
    builtIn = List.copyOf(builtIn);
  }

  /** Proves them, which takes seconds. */
  public static PrinciplesResult of(KnowledgeBase base, TableEngine engine) {
    List<String> verdicts =
        Stream.of(Posture.values())
            .map(FinalDecisions::verdict)
            .filter(name -> base.decision(name).isPresent())
            .toList();
    List<Principle> builtIn = BuiltIn.of(base.vocabulary(), verdicts);
    int own = base.principles().size();
    // together, since what is asked of one fact and verdict is found at once
    List<Proof> proofs =
        engine.prove(Stream.concat(base.principles().stream(), builtIn.stream()).toList());
    return new PrinciplesResult(
        proofs.subList(0, own),
        proofs.subList(own, proofs.size()).stream()
            .filter(proof -> proof.state() != Proof.State.ABSENT)
            .toList());
  }

  /** Whether one of the file is broken. */
  public boolean isBroken() {
    return principles.stream().anyMatch(proof -> proof.state() == Proof.State.BROKEN);
  }

  /** In a sentence. */
  public String summary() {
    if (principles.isEmpty()) {
      return "The knowledge base states none in dmn/principles.csv.";
    }
    return isBroken()
        ? "Some do not hold in every possible case."
        : "None is broken in any possible case.";
  }

  /** For each that is broken the smallest case that shows it, to be looked through by people. */
  public List<Case> stubs() {
    return Stream.concat(principles.stream(), builtIn.stream())
        .filter(proof -> proof.state() == Proof.State.BROKEN)
        .map(PrinciplesResult::stub)
        .toList();
  }

  private static Case stub(Proof proof) {
    Case.Builder builder = Case.builder();
    proof.counterexample().start().forEach(builder::fact);
    return builder
        .id("principle-" + proof.id())
        .title("Made up: a principle does not hold")
        .conflict("Synthetic")
        .asOf(DAY)
        .decidingParty("Party A")
        .adversary("Party B")
        .summary("%s, but %s.".formatted(proof.says(), proof.counterexample().text()))
        .tags(List.of(Case.MADE_UP_TAG))
        .build();
  }
}

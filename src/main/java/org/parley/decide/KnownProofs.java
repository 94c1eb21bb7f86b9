package org.parley.decide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.Labelled;
import org.parley.Verdict;
import org.parley.decide.proof.BuiltIn;
import org.parley.decide.proof.Proof;
import org.parley.knowledge.Decision;
import org.parley.knowledge.Digests;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;
import org.parley.knowledge.ShippedFiles;

/**
 * Principles that the build has proved already: each by a digest of what it says and of what every
 * table that it rests on does, so that a change of any of these makes it unknown again.
 */
final class KnownProofs {
  /** The name under which the build ships them. */
  static final String SHIPPED = "proofs";

  private static final String BLANK = " ";

  private final Map<String, Proof.State> states;

  private KnownProofs(Map<String, Proof.State> states) {
    this.states = states;
  }

  /** Read once, when somebody first asks for a proof. */
  private static final class Shipped {
    private static final KnownProofs PROOFS =
        new KnownProofs(ShippedFiles.read(SHIPPED).map(Shipped::read).orElse(Map.of()));

    private static Map<String, Proof.State> read(byte[] file) {
      return new String(file, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(BLANK))
          .collect(Collectors.toMap(line -> line[0], line -> Proof.State.valueOf(line[1])));
    }
  }

  static KnownProofs shipped() {
    return Shipped.PROOFS;
  }

  /** What is known of a principle of a knowledge base; empty where it has to be proved. */
  Optional<Proof> of(KnowledgeBase knowledge, Principle principle) {
    return Optional.ofNullable(states.get(key(knowledge, principle)))
        .map(state -> Proof.of(principle, state));
  }

  /** The proofs of all principles of a knowledge base, those that hold for every fact included. */
  static byte[] toFile(KnowledgeBase knowledge, TableEngine engine) {
    List<String> verdicts =
        knowledge.decisions().stream()
            .filter(d -> !d.allowed().isEmpty())
            .filter(d -> Labelled.labels(Verdict.Level.class).containsAll(d.allowed()))
            .map(Decision::name)
            .toList();
    List<Principle> all = new ArrayList<>(knowledge.principles());
    all.addAll(BuiltIn.of(knowledge.vocabulary(), verdicts));
    Map<String, Proof.State> states = new TreeMap<>();
    engine.proofs(all).stream()
        .filter(p -> p.state() != Proof.State.BROKEN && p.state() != Proof.State.UNPROVED)
        .forEach(p -> states.put(key(knowledge, p.principle()), p.state()));
    return states.entrySet().stream()
        .map(e -> e.getKey() + BLANK + e.getValue().name() + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Equal for principles that say the same of tables that do the same. */
  static String key(KnowledgeBase knowledge, Principle principle) {
    List<String> read = new ArrayList<>(principle.where().keySet());
    read.add(principle.subject());
    List<String> key = new ArrayList<>(List.of(principle.words()));
    key.addAll(principle.order());
    knowledge
        .vocabulary()
        .fact(principle.fact())
        .map(FactType::values)
        .ifPresent(values -> key.add(String.join("|", values)));
    knowledge.behind(read).forEach(d -> key.add(d.name() + BLANK + knowledge.fingerprint(d)));
    return Digests.hex(String.join("\n", key));
  }
}

package org.parley.derive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Case;
import org.parley.Fact;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.ShippedFiles;

/** The rules that the build compiled into the jar, and what they derive from the cases there. */
public final class ShippedRules {

  private ShippedRules() {}

  /**
   * Compiles the rules of a knowledge base, runs them, and ships both.
   *
   * @param cases the cases to run them on
   */
  public static void ship(KnowledgeBase knowledge, List<Case> cases, ShippedFiles files)
      throws IOException {
    RuleFiles rules = knowledge.rules();
    files.write(name(rules.hash()), RuleCompiler.compile(rules.sources(), rules.hash()));
    Map<Situation, List<Fact>> derived = new LinkedHashMap<>();
    try (Deriver deriver = Deriver.running(knowledge)) {
      for (Case subject : cases) {
        if (!subject.events().isEmpty() && subject.asOf() != null) {
          Situation situation = new Situation(subject);
          derived.put(situation, deriver.run(situation));
        }
      }
    }
    files.write(derivationsOf(rules.hash()), KnownDerivations.write(derived));
  }

  /** What the rules with a hash derive from the cases that are shipped with them. */
  static KnownDerivations derivations(String hash) {
    return ShippedFiles.read(derivationsOf(hash))
        .map(KnownDerivations::read)
        .orElse(KnownDerivations.NONE);
  }

  /** The compiled module of the rules with a hash, if they are the shipped ones. */
  static Optional<byte[]> compiled(String hash) {
    return ShippedFiles.read(name(hash));
  }

  private static String name(String hash) {
    return "rules-%s.kjar".formatted(hash);
  }

  private static String derivationsOf(String hash) {
    return "derivations-%s".formatted(hash);
  }
}

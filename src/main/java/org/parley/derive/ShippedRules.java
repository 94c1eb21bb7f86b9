package org.parley.derive;

import java.io.IOException;
import java.util.Optional;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.ShippedFiles;

/** The rules that the build compiled into the jar. */
public final class ShippedRules {
  private static final byte[] NOTHING = {};

  private ShippedRules() {}

  /** Compiles rules and ships them, with the note whether review needs something dated. */
  public static void ship(RuleFiles rules, ShippedFiles files) throws IOException {
    files.write(module(rules.hash()), RuleCompiler.compile(rules.sources(), rules.hash()));
    if (Reviewer.needsHistory(rules)) {
      files.write(note(rules.hash()), NOTHING);
    }
  }

  /** The compiled module of the rules with a hash, if they are the shipped ones. */
  static Optional<byte[]> compiled(String hash) {
    return ShippedFiles.read(module(hash));
  }

  /** Whether the build found that the rules with a hash need something dated for a review. */
  static boolean needHistory(String hash) {
    return ShippedFiles.read(note(hash)).isPresent();
  }

  private static String module(String hash) {
    return "rules-%s.kjar".formatted(hash);
  }

  private static String note(String hash) {
    return "rules-%s.need-history".formatted(hash);
  }
}

package org.parley.derive;

import java.io.IOException;
import java.util.Optional;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.ShippedFiles;

/** The rules that the build compiled into the jar. */
public final class ShippedRules {

  private ShippedRules() {}

  /** Compiles rules and ships them. */
  public static void ship(RuleFiles rules, ShippedFiles files) throws IOException {
    files.write(name(rules.hash()), RuleCompiler.compile(rules.sources(), rules.hash()));
  }

  /** The compiled module of the rules with a hash, if they are the shipped ones. */
  static Optional<byte[]> compiled(String hash) {
    return ShippedFiles.read(name(hash));
  }

  private static String name(String hash) {
    return "rules-%s.kjar".formatted(hash);
  }
}

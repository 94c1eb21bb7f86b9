package org.parley.bench;

import java.nio.file.Path;
import java.util.Map;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.KnowledgeSource;
import org.parley.LoadOption;
import org.parley.Parley;

/** An application that loads tables of its own, advises once and says how long that took. */
final class OwnTables {

  private OwnTables() {}

  /**
   * Loads.
   *
   * @param args the folder of the knowledge base
   */
  public static void main(String[] args) {
    long start = System.nanoTime();
    try (Advisor advisor =
        Parley.load(KnowledgeSource.folder(Path.of(args[0])), LoadOption.TRUST_RULES)) {
      advisor.advise(Case.of(Map.of("resilience signal", "strong"))).posture();
      System.out.println((System.nanoTime() - start) / 1e9);
    }
  }
}

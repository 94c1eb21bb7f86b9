package org.parley;

import java.nio.file.Path;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** Where to begin: makes an {@link Advisor} from a knowledge base. */
public final class Parley {

  private Parley() {}

  /** An advisor on the knowledge base that comes with the library. */
  public static Advisor builtIn() {
    return TableAdvisor.of(KnowledgeBase.builtIn());
  }

  /**
   * An advisor on a knowledge base of your own.
   *
   * @param folder a folder with {@code dmn/} and {@code rules/}
   * @param options {@link LoadOption#TRUST_RULES} to run its rules as well as its tables
   * @throws ParleyException if it cannot be used; it lists all problems
   */
  public static Advisor load(Path folder, LoadOption... options) {
    return TableAdvisor.of(KnowledgeBase.load(folder, options));
  }
}

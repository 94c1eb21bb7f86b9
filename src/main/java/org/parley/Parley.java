package org.parley;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** Where to begin: makes an {@link Advisor} from a knowledge base. */
public final class Parley {

  private Parley() {}

  /** An advisor on the knowledge base that comes with the library. */
  public static Advisor builtIn() {
    return made(KnowledgeBase::builtIn);
  }

  /**
   * An advisor on a knowledge base of your own.
   *
   * @param folder a folder with {@code dmn/} and {@code rules/}
   * @param options {@link LoadOption#TRUST_RULES} to run its rules as well as its tables
   * @throws KnowledgeDefect if it cannot be used; it lists all problems
   */
  public static Advisor load(Path folder, LoadOption... options) {
    return made(() -> KnowledgeBase.load(folder, options));
  }

  private static Advisor made(Supplier<KnowledgeBase> knowledge) {
    try {
      return TableAdvisor.of(knowledge.get());
    } catch (KnowledgeDefect e) {
      throw e;
    } catch (ParleyException e) {
      throw new KnowledgeDefect(e.problems());
    }
  }
}

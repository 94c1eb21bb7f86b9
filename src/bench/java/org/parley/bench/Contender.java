package org.parley.bench;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/**
 * An engine that answers the decisions of the linked models. One contender serves one thread.
 *
 * @param <C> a case in the form in which the engine takes it
 */
interface Contender<C> {

  /** What was changed in the models for it; empty where it takes them as they are. */
  default List<String> adaptations() {
    return List.of();
  }

  /** Brings a case into its form; this is not measured. */
  C encode(Map<String, String> facts);

  /**
   * Answers all decisions and reads the posture, the verdicts and, where it tells them, all rows
   * that matched.
   */
  void decideAll(C facts, Blackhole reader);

  /** Answers what posture and unofficial track need, and reads the two. */
  default void decidePosture(C facts, Blackhole reader) {
    throw new UnsupportedOperationException("not on the path of sweeps");
  }

  /** Answers all decisions, for the check that all contenders answer alike. */
  Map<String, Answer> answers(C facts);

  /** Posture and unofficial track as {@link #decidePosture} answers them; empty where it cannot. */
  default List<String> posture(C facts) {
    return List.of();
  }

  /** A contender by the name that it has in the results. */
  static Contender<?> named(String name, KnowledgeBase knowledge) {
    return switch (name) {
      case "parley" -> new ParleyContender(knowledge);
      case "hand-written" -> new HandContender(knowledge);
      case "KIE" -> new KieContender(knowledge);
      case "KIE with listener" -> new KieListenerContender(knowledge);
      case "Camunda" -> new CamundaContender(knowledge);
      case "jDMN" -> new JdmnContender(knowledge);
      default -> throw new IllegalArgumentException(name);
    };
  }
}

package org.parley.bench;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/** A contender that takes one case after the other, round and round. */
final class Turns<C> {
  private final Contender<C> contender;
  private final List<C> cases;
  private int next;

  private Turns(Contender<C> contender, List<Map<String, String>> cases) {
    this.contender = contender;
    this.cases = cases.stream().map(contender::encode).toList();
  }

  /** Takes random cases. */
  static Turns<?> of(String contender, KnowledgeBase knowledge) {
    return of(contender, knowledge, RandomCases.draw(knowledge, RandomCases.COUNT));
  }

  static Turns<?> of(String contender, KnowledgeBase knowledge, List<Map<String, String>> cases) {
    return new Turns<>(Contender.named(contender, knowledge), cases);
  }

  void decideAll(Blackhole reader) {
    contender.decideAll(take(), reader);
  }

  void decidePosture(Blackhole reader) {
    contender.decidePosture(take(), reader);
  }

  private C take() {
    C taken = cases.get(next);
    next = next + 1 == cases.size() ? 0 : next + 1;
    return taken;
  }
}

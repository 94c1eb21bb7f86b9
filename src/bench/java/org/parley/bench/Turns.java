package org.parley.bench;

import java.util.List;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/** A contender that takes one case after the other, round and round. */
final class Turns<C> {
  private final Contender<C> contender;
  private final List<C> cases;
  private int next;

  private Turns(Contender<C> contender, KnowledgeBase knowledge) {
    this.contender = contender;
    cases = RandomCases.draw(knowledge, RandomCases.COUNT).stream().map(contender::encode).toList();
  }

  static Turns<?> of(String contender, KnowledgeBase knowledge) {
    return new Turns<>(Contender.named(contender, knowledge), knowledge);
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

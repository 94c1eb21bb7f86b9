package org.parley.bench;

import java.util.List;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.Case;
import org.parley.knowledge.KnowledgeBase;

/** Parley over columns: posture and unofficial track of many cases at once. */
final class ParleySweep {
  private final ParleyContender parley;
  private final List<Case> columns;

  ParleySweep(KnowledgeBase knowledge) {
    parley = new ParleyContender(knowledge);
    columns = RandomCases.draw(knowledge, RandomCases.COUNT).stream().map(parley::encode).toList();
  }

  /** Answers {@link RandomCases#COUNT} cases, and reads the answers. */
  void run(Blackhole reader) {
    columns.forEach(c -> parley.decidePosture(c, reader));
  }
}

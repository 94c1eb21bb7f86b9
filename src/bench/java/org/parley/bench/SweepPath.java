package org.parley.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/** What posture and unofficial track need, one case at a time. */
@State(Scope.Thread)
public class SweepPath {
  /** Who runs. */
  @Param({"hand-written", "KIE", "jDMN"})
  public String contender;

  private Turns<?> turns;

  /** Encodes the cases. */
  @Setup
  public void prepare() {
    turns = Turns.of(contender, KnowledgeBase.builtIn());
  }

  /** One case. */
  @Benchmark
  public void decidePosture(Blackhole reader) {
    turns.decidePosture(reader);
  }
}

package org.parley.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/** Encoded case in; posture, verdicts and every row that matched are read. */
@State(Scope.Thread)
public class EncodedPath {
  /** Who runs. */
  @Param({"parley", "hand-written", "KIE", "Camunda", "jDMN"})
  public String contender;

  private Turns<?> turns;

  /** Encodes the cases. */
  @Setup
  public void prepare() {
    turns = Turns.of(contender, KnowledgeBase.builtIn());
  }

  /** One case. */
  @Benchmark
  public void decideAll(Blackhole reader) {
    turns.decideAll(reader);
  }
}

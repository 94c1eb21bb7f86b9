package org.parley.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/** What posture and unofficial track need, over columns: Parley's own way. */
@State(Scope.Thread)
public class ColumnSweepPath {
  private ParleySweep sweep;

  /** Brings the cases into columns. */
  @Setup
  public void prepare() {
    sweep = new ParleySweep(KnowledgeBase.builtIn());
  }

  /** All cases. */
  @Benchmark
  @OperationsPerInvocation(RandomCases.COUNT)
  public void sweep(Blackhole reader) {
    sweep.run(reader);
  }
}

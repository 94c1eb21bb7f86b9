package org.parley.bench;

import java.util.List;
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
  private ParleyContender parley;
  private List<byte[]> columns;

  /** Brings the cases into columns. */
  @Setup
  public void prepare() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    parley = new ParleyContender(knowledge);
    columns = parley.columns(RandomCases.draw(knowledge, RandomCases.COUNT));
  }

  /** All cases. */
  @Benchmark
  @OperationsPerInvocation(RandomCases.COUNT)
  public void sweep(Blackhole reader) {
    parley.sweep(columns, reader);
  }
}

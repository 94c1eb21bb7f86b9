package org.parley.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.knowledge.KnowledgeBase;

/**
 * What posture and unofficial track need, over columns: Parley's own way. The columns hold a
 * million cases, so that they do not fit into the processor's caches.
 */
@State(Scope.Thread)
public class ColumnSweepPath {
  private static final int CASES = 1_000_000;

  private ParleyContender parley;
  private ParleyContender.Columns columns;

  /** Brings the cases into columns. */
  @Setup
  public void prepare() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    parley = new ParleyContender(knowledge);
    List<byte[]> cases =
        RandomCases.draw(knowledge, RandomCases.COUNT).stream().map(parley::encode).toList();
    columns =
        parley.columns(
            IntStream.range(0, CASES).mapToObj(i -> cases.get(i % cases.size())).toList());
  }

  /** All cases. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public void sweep(Blackhole reader) {
    parley.sweep(columns, reader);
  }
}

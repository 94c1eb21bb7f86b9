package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.bulk.AdvisedCase;
import org.parley.bulk.BulkAdvisor;

/** Many cases of coded facts: put into columns, and advised on in a stream. */
@State(Scope.Benchmark)
public class BulkPath {
  private static final int CASES = 10_000;

  private BulkAdvisor bulk;
  private List<Case> cases;

  /** Reads the cases. */
  @Setup
  public void prepare() {
    Advisor advisor = Parley.builtIn();
    bulk = BulkAdvisor.of(advisor);
    List<Map<String, String>> facts = ShippedCases.facts(advisor);
    cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(Case.of(facts.get(i % facts.size())));
    }
  }

  /** Cases in, columns out. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public void encode(Blackhole reader) {
    reader.consume(bulk.encode(cases));
  }

  /** Cases in, advice out in their order; what explains it stays to be asked for. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public void advise(Blackhole reader) {
    try (Stream<AdvisedCase> advised = bulk.adviseAll(cases.stream(), 2)) {
      advised.forEach(reader::consume);
    }
  }
}

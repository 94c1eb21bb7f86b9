package org.parley.bench;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.knowledge.KnowledgeBase;

/** Facts as strings in; the whole advice out, its trace to be worded when somebody reads it. */
public class FullPath {

  /** One advisor for all threads. */
  @State(Scope.Benchmark)
  public static class Shared {
    private Advisor advisor;
    private List<Map<String, String>> cases;

    /** Reads the cases. */
    @Setup
    public void prepare() {
      advisor = Parley.builtIn();
      cases = ShippedCases.facts(advisor);
    }
  }

  /** Where a thread is in the cases. */
  @State(Scope.Thread)
  public static class Place {
    private int next;

    private Map<String, String> take(List<Map<String, String>> cases) {
      Map<String, String> taken = cases.get(next);
      next = next + 1 == cases.size() ? 0 : next + 1;
      return taken;
    }
  }

  /** The engine that listens. */
  @State(Scope.Thread)
  public static class Listening {
    private Turns<?> turns;

    /** Compiles the model. */
    @Setup
    public void prepare(Shared shared) {
      turns = Turns.of("KIE with listener", KnowledgeBase.builtIn(), shared.cases);
    }
  }

  /** Parley. */
  @Benchmark
  public void parley(Shared shared, Place place, Blackhole reader) {
    read(shared.advisor.advise(Case.of(place.take(shared.cases))), reader);
  }

  /** KIE with types checked and a listener that keeps rows. */
  @Benchmark
  public void kie(Listening listening, Blackhole reader) {
    listening.turns.decideAll(reader);
  }

  static void read(Advice advice, Blackhole reader) {
    reader.consume(advice.posture());
    reader.consume(advice.combinedWith());
    reader.consume(advice.unofficialTrack());
    reader.consume(advice.verdicts());
    reader.consume(advice.reasons());
    reader.consume(advice.runnerUp());
    reader.consume(advice.steps());
    reader.consume(advice.warnings());
    reader.consume(advice.topics());
    reader.consume(advice.footer());
    reader.consume(advice.reviewWithinDays());
    reader.consume(advice.facts());
    reader.consume(advice.unknown());
    reader.consume(advice.findings());
    reader.consume(advice.rulesFired());
    reader.consume(advice.secondOpinion());
    reader.consume(advice.trace());
    reader.consume(advice.knowledge());
  }
}

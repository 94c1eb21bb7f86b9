package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.derive.BareRules;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** The shipped cases with events: rules, decisions and advice against the bare rules. */
@State(Scope.Thread)
public class PipelinePath {
  private Advisor advisor;
  private BareRules rules;
  private final List<Case> cases = new ArrayList<>();
  private final List<BareRules.Matter> matters = new ArrayList<>();
  private int next;

  /** Reads the cases, and makes ready what the bare rules look at. */
  @Setup
  public void prepare() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    rules = new BareRules(knowledge);
    for (Case subject : ShippedCases.all(advisor)) {
      if (!subject.events().isEmpty()) {
        cases.add(subject);
        matters.add(rules.prepare(subject, advisor.advise(subject)));
      }
    }
  }

  /** Parley. */
  @Benchmark
  public void parley(Blackhole reader) {
    FullPath.read(advisor.advise(cases.get(turn())), reader);
  }

  /** A pool of Drools sessions with the same rules on the same facts. */
  @Benchmark
  public int drools() {
    return rules.run(matters.get(turn()));
  }

  private int turn() {
    next = next + 1 == cases.size() ? 0 : next + 1;
    return next;
  }
}

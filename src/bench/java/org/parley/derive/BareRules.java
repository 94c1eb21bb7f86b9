package org.parley.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.io.ByteArrayResource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.knowledge.KnowledgeBase;

/**
 * Drools with a pool of sessions and the shipped rules, and nothing around it: what the rules of a
 * case cost at the least. Only for the benchmark.
 */
public final class BareRules {
  private final KnowledgeBase knowledge;
  private final KieContainerSessionsPool sessions;

  /** A pool of one session for each rule base. */
  public BareRules(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    byte[] rules = ShippedRules.compiled(knowledge.rules().hash()).orElseThrow();
    KieServices services = KieServices.get();
    KieModule module = services.getRepository().addKieModule(new ByteArrayResource(rules));
    KieContainer container = services.newKieContainer(module.getReleaseId());
    sessions = container.newKieSessionsPool(1);
  }

  /**
   * What the rules look at in a case, made ready.
   *
   * @param derive what those that derive facts look at
   * @param review what those that review look at; empty where Parley does not run them either
   */
  public record Matter(List<Object> derive, List<Object> review) {}

  /** Makes a case ready, with the facts and the advice that Parley comes to. */
  public Matter prepare(Case subject, Advice advice) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    advice.facts().forEach(f -> facts.put(f.name(), f));
    ReviewMatter matter =
        new ReviewMatter(subject, facts, advice.posture(), advice.unofficialTrack(), List.of());
    return new Matter(
        new Situation(subject).withHappenings(), matter.hasHistory() ? matter.all() : List.of());
  }

  /** Runs the rules and returns how many fired. */
  public int run(Matter matter) {
    int fired = run(RuleCompiler.DERIVE, new Derivations(knowledge.vocabulary()), matter.derive());
    return matter.review().isEmpty()
        ? fired
        : fired + run(RuleCompiler.REVIEW, new Findings(), matter.review());
  }

  private int run(String base, RuleResults results, List<Object> facts) {
    KieSession session = sessions.newKieSession(base);
    try {
      // rules say with it which of them it is that found something
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              results.firing(event.getMatch());
            }
          });
      session.setGlobal(results.variable(), results);
      facts.forEach(session::insert);
      return session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}

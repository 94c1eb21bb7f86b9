package org.parley.derive;

import java.util.List;
import java.util.Optional;
import org.drools.io.ByteArrayResource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.parley.Fact;
import org.parley.ParleyException;
import org.parley.knowledge.RuleFiles;
import org.parley.knowledge.Vocabulary;

/** Drools with the rules of one knowledge base: a pool of sessions, shared by threads. */
final class RuleEngine implements AutoCloseable {
  private static final int SESSIONS = 4;
  // far above what any case can need: only rules that set each other off reach it
  private static final int MOST_FIRINGS = 100_000;

  private final Vocabulary vocabulary;
  private final KieContainer container;
  private final KieContainerSessionsPool sessions;

  RuleEngine(RuleFiles rules, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    byte[] module =
        Optional.of(rules.hash())
            .flatMap(ShippedRules::compiled)
            .orElseGet(() -> RuleCompiler.compile(rules.sources(), rules.hash()));
    KieServices services = KieServices.get();
    KieModule loaded = services.getRepository().addKieModule(new ByteArrayResource(module));
    container = services.newKieContainer(loaded.getReleaseId());
    sessions = container.newKieSessionsPool(SESSIONS);
  }

  /** What the rules derive, newest grounds first. */
  List<Fact> derive(Situation situation) {
    Derivations derivations = new Derivations(vocabulary);
    KieSession session = sessions.newKieSession();
    try {
      session.addEventListener(new Recorder(derivations));
      session.setGlobal("derived", derivations);
      session.insert(situation);
      situation.happenings().forEach(session::insert);
      if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
        throw new ParleyException("the rules do not come to an end: some set each other off");
      }
    } catch (ConsequenceException e) {
      throw e.getCause() instanceof ParleyException refused
          ? refused
          : new ParleyException(
              "rule '%s' failed: %s".formatted(e.getRule().getName(), e.getCause()));
    } finally {
      session.dispose();
    }
    return derivations.newestFirst();
  }

  @Override
  public void close() {
    sessions.shutdown();
    container.dispose();
  }

  private static final class Recorder extends DefaultAgendaEventListener {
    private final Derivations derivations;

    Recorder(Derivations derivations) {
      this.derivations = derivations;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      derivations.firing(event.getMatch().getRule());
    }
  }
}

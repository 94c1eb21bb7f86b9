package org.parley.derive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.definition.rule.Global;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.parley.KnowledgeDefect;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.RuleFiles;

/**
 * Drools with the rules of one knowledge base, started when first needed: a pool of sessions,
 * shared by threads.
 */
final class RuleEngine implements AutoCloseable {
  private static final int SESSIONS = 4;
  // far above what any case can need: only rules that set each other off reach it
  private static final int MOST_FIRINGS = 100_000;

  private final RuleFiles rules;
  private final Map<String, Set<String>> variables = new ConcurrentHashMap<>();
  private KieContainer container;
  private KieContainerSessionsPool sessions;
  private int holders = 1;

  RuleEngine(RuleFiles rules) {
    this.rules = rules;
  }

  /** Whether anybody vouched for the rules. */
  boolean mayRun() {
    return rules.run();
  }

  /** Whether Drools runs. */
  synchronized boolean hasStarted() {
    return sessions != null;
  }

  private synchronized KieContainerSessionsPool sessions() {
    if (holders == 0) {
      throw new IllegalStateException("the advisor is closed");
    }
    if (sessions == null) {
      load();
    }
    return sessions;
  }

  /** Starts, where the rules may run. */
  void start() {
    if (mayRun()) {
      sessions();
    }
  }

  private void load() {
    byte[] module =
        Optional.of(rules.hash()).flatMap(ShippedRules::compiled).orElseGet(this::compiled);
    KieServices services = KieServices.get();
    KieModule loaded = RuleCompiler.load(module, rules.hash());
    services.getRepository().addKieModule(loaded);
    container = services.newKieContainer(loaded.getReleaseId());
    sessions = container.newKieSessionsPool(SESSIONS);
  }

  private byte[] compiled() {
    ParleyException.throwIfAny(rules.strays());
    return RuleCompiler.compile(rules.sources(), rules.hash());
  }

  /**
   * Runs the rules of one rule base.
   *
   * @param base its name
   * @param results where the rules put what they find
   * @param facts what the rules look at
   */
  void run(String base, RuleResults results, List<?> facts) {
    KieSession session = sessions().newKieSession(base);
    try {
      session.addEventListener(new Recorder(results));
      if (variables(base, session).contains(results.variable())) {
        session.setGlobal(results.variable(), results);
      }
      facts.forEach(session::insert);
      if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
        throw defect("the rules do not come to an end: some set each other off");
      }
    } catch (ConsequenceException e) {
      throw e.getCause() instanceof ParleyException refused
          ? refused
          : defect("rule '%s' failed: %s".formatted(e.getRule().getName(), e.getCause()));
    } finally {
      session.dispose();
    }
  }

  /** The global variables that the rules of a rule base declare: with no rules, none. */
  private Set<String> variables(String base, KieSession session) {
    return variables.computeIfAbsent(
        base,
        name ->
            session.getKieBase().getKiePackages().stream()
                .flatMap(p -> p.getGlobalVariables().stream())
                .map(Global::getName)
                .collect(Collectors.toSet()));
  }

  /** The same engine for one more holder, which closes it too. */
  synchronized RuleEngine shared() {
    holders++;
    return this;
  }

  /** Gives back what it holds when the last of its holders has closed it. */
  @Override
  public synchronized void close() {
    holders--;
    if (holders == 0 && sessions != null) {
      sessions.shutdown();
      container.dispose();
      sessions = null;
    }
  }

  private static final class Recorder extends DefaultAgendaEventListener {
    private final RuleResults results;

    Recorder(RuleResults results) {
      this.results = results;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      results.firing(event.getMatch());
    }
  }

  private static KnowledgeDefect defect(String message) {
    return new KnowledgeDefect(List.of(Problem.of(message)));
  }
}

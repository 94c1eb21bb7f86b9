package org.parley.derive;

import org.parley.knowledge.RuleFiles;

/** The rules of a knowledge base, started when first needed. Thread-safe. */
final class RuleBase implements AutoCloseable {
  private final RuleFiles rules;
  private RuleEngine engine;
  private boolean closed;

  RuleBase(RuleFiles rules) {
    this.rules = rules;
  }

  /** Whether anybody vouched for the rules. */
  boolean mayRun() {
    return rules.run();
  }

  synchronized RuleEngine engine() {
    if (closed) {
      throw new IllegalStateException("the advisor is closed");
    }
    if (engine == null) {
      engine = new RuleEngine(rules);
    }
    return engine;
  }

  /** Whether Drools runs. */
  synchronized boolean hasStarted() {
    return engine != null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}

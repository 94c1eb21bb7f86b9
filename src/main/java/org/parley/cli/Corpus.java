package org.parley.cli;

import java.util.List;
import org.parley.Case;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** Cases, and what to run them on. */
record Corpus(KnowledgeBase base, List<Case> cases, TableAdvisor advisor) implements AutoCloseable {

  @Override
  public void close() {
    advisor.close();
  }
}

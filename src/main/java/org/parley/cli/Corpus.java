package org.parley.cli;

import java.util.List;
import org.parley.Case;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** Cases, and what to run them on. */
record Corpus(KnowledgeBase base, ReadCases read, TableAdvisor advisor) implements AutoCloseable {

  List<Case> cases() {
    return read.cases();
  }

  @Override
  public void close() {
    advisor.close();
  }
}

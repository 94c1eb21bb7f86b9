package org.parley.spring;

import org.parley.KnowledgeDefect;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why an application does not start whose knowledge base cannot be used. */
final class KnowledgeFailureAnalyzer extends AbstractFailureAnalyzer<KnowledgeDefect> {

  @Override
  protected FailureAnalysis analyze(Throwable root, KnowledgeDefect defect) {
    return new FailureAnalysis(
        "The knowledge base of Parley cannot be used:\n\n" + defect.getMessage(),
        "Mend these files, or name another knowledge base with parley.knowledge.",
        defect);
  }
}

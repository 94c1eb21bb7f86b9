package org.parley.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All models of a knowledge base as one. */
final class LinkedModel {
  private final List<Decision> decisions;
  private final Linker linker;
  private final Map<String, String> fingerprints = new HashMap<>();
  private String dmn;

  /**
   * @param decisions its decisions, each behind those it reads
   * @param linker writes it when somebody asks for it, which advice does not
   */
  LinkedModel(List<Decision> decisions, Linker linker) {
    this.decisions = List.copyOf(decisions);
    this.linker = linker;
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** One ordinary DMN model: flat inputs, no imports. */
  synchronized String dmn() {
    if (dmn == null) {
      dmn = linker.write();
    }
    return dmn;
  }

  /** One with these decisions only, if they stand for themselves; what they read is input data. */
  String dmn(Set<String> chosen) {
    return linker.needsWhole(chosen) ? dmn() : linker.write(chosen);
  }

  /** What a decision does, apart from what it reads, as a digest. */
  synchronized String fingerprint(String decision) {
    return fingerprints.computeIfAbsent(decision, linker::fingerprint);
  }

  /** The same, apart from what the rows of its table say. */
  String frame(String decision) {
    return linker.frame(decision);
  }
}

package org.parley.knowledge;

import java.util.List;
import java.util.function.Supplier;

/** All models of a knowledge base as one. */
final class LinkedModel {
  private final List<Decision> decisions;
  private final Supplier<String> writer;
  private String dmn;

  /**
   * @param decisions its decisions, each behind those it reads
   * @param writer writes it when somebody asks for it, which advice does not
   */
  LinkedModel(List<Decision> decisions, Supplier<String> writer) {
    this.decisions = List.copyOf(decisions);
    this.writer = writer;
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** One ordinary DMN model: flat inputs, no imports. */
  synchronized String dmn() {
    if (dmn == null) {
      dmn = writer.get();
    }
    return dmn;
  }
}

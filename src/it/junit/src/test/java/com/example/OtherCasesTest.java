package com.example;

import org.parley.KnowledgeSource;
import org.parley.junit.ParleyCases;

/** A build that has to fail. */
class OtherCasesTest {

  @ParleyCases(value = "other-cases", advisor = "knowledge")
  void comesOutAsPinned() {}

  static KnowledgeSource knowledge() {
    return KnowledgeSource.builtIn();
  }
}

package org.parley.decide;

import org.parley.knowledge.KnowledgeBase;

/** An engine that uses no masks, as one does where they were refused. */
public final class ReferenceAlone {

  private ReferenceAlone() {}

  public static TableEngine of(KnowledgeBase knowledge) {
    return TableEngine.of(knowledge).withoutMasks("for the test");
  }
}

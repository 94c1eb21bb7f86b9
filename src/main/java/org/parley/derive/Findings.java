package org.parley.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.Fact;
import org.parley.Finding;

/** Where review rules put what they find. */
public final class Findings extends RuleResults {
  private final List<Finding> found = new ArrayList<>();

  Findings() {
    super("findings");
  }

  /**
   * Adds a finding.
   *
   * @param kind what kind of finding
   * @param message what to check or to do, as the end of a sentence that the facts begin; the whole
   *     sentence where there are none
   * @param facts the facts that it is about
   */
  public void add(String kind, String message, KnownFact... facts) {
    List<Fact> about = Arrays.stream(facts).map(KnownFact::fact).toList();
    found.add(Finding.about(kind, message, about, rule()));
  }

  /** What was found, in an order that does not depend on the engine. */
  List<Finding> inOrder() {
    return found.stream().distinct().sorted(Reviewer.ORDER).toList();
  }
}

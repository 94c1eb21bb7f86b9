package org.parley.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Fact;
import org.parley.Finding;

/** Where review rules put what they find. */
public final class Findings extends RuleResults {
  private final List<Finding> found = new ArrayList<>();

  Findings() {
    super("findings");
  }

  /**
   * Adds a finding. It is about the events and facts that the rule found, whether its message says
   * so or not.
   *
   * @param kind what kind of finding
   * @param message what to check or to do, as the end of a sentence that the facts begin; the whole
   *     sentence where there are none
   * @param facts the facts to begin with
   */
  public void add(String kind, String message, KnownFact... facts) {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(Arrays.stream(facts), found(KnownFact.class).stream())
        .forEach(f -> names.add(f.getName()));
    found(EarlierAdvice.class).forEach(a -> names.addAll(a.getChangedFacts()));
    List<Fact> first = Arrays.stream(facts).map(KnownFact::fact).toList();
    found.add(
        new Finding(
            kind,
            Finding.about(kind, message, first, rule()).message(),
            List.copyOf(names),
            found(Happening.class).stream().map(Happening::getType).distinct().toList(),
            rule()));
  }

  /** What was found, in an order that does not depend on the engine. */
  List<Finding> inOrder() {
    return found.stream().distinct().sorted(Reviewer.ORDER).toList();
  }
}

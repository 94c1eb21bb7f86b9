package org.parley.regress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Fact;
import org.parley.ParleyException;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.DerivedOnly.Comparison;
import org.parley.regress.DerivedOnly.Difference;
import org.parley.regress.RegressionResult.Tally;

/** Runs cases on events alone, as far as rules reach. */
public final class DerivedOnlyRun {
  private final Advisor advisor;
  private final List<String> derivable;

  /**
   * A run.
   *
   * @param advisor gives the advice, and runs the rules
   * @param knowledge says which facts its rules could derive
   */
  public DerivedOnlyRun(Advisor advisor, KnowledgeBase knowledge) {
    this.advisor = advisor;
    // a rule may say a name that the fact had before
    Set<String> settable =
        knowledge.rules().derivable().stream()
            .flatMap(name -> knowledge.vocabulary().factEverCalled(name).stream())
            .map(FactType::name)
            .collect(Collectors.toSet());
    this.derivable =
        knowledge.vocabulary().factNames().stream().filter(settable::contains).toList();
  }

  /** Compares each case that has events with itself on events alone. */
  public DerivedOnly run(List<Case> cases) {
    List<Pair> pairs =
        cases.stream().filter(c -> !c.events().isEmpty()).map(this::withAndWithout).toList();
    int same = (int) pairs.stream().filter(Pair::sameAdvice).count();
    return new DerivedOnly(
        derivable.stream().map(name -> compare(name, pairs)).toList(),
        new Tally(pairs.size(), same));
  }

  private Pair withAndWithout(Case subject) {
    Case.Builder stripped = subject.toBuilder();
    derivable.forEach(stripped::withoutFact);
    return new Pair(subject, advisor.advise(subject), adviceOn(stripped.build()));
  }

  private Advice adviceOn(Case stripped) {
    try {
      return advisor.advise(stripped);
    } catch (ParleyException e) {
      return null;
    }
  }

  private static Comparison compare(String name, List<Pair> pairs) {
    int coded = 0;
    int derived = 0;
    List<Difference> differ = new ArrayList<>();
    for (Pair pair : pairs) {
      Fact byAnalyst = pair.subject().facts().get(name);
      Fact byRule = pair.factsWithout().get(name);
      if (byAnalyst != null && !byAnalyst.value().equals(FactType.UNKNOWN)) {
        coded++;
        if (byRule != null) {
          derived++;
          if (!byRule.value().equals(byAnalyst.value())) {
            differ.add(
                new Difference(
                    pair.subject().id(), byAnalyst.value(), byRule.value(), byRule.rule()));
          }
        }
      }
    }
    return new Comparison(name, coded, derived, derived - differ.size(), differ);
  }

  /**
   * A case with its coded facts and without.
   *
   * @param without {@code null} where the tables give no advice then
   */
  private record Pair(Case subject, Advice with, Advice without) {

    boolean sameAdvice() {
      return without != null
          && with.posture() == without.posture()
          && with.unofficialTrack() == without.unofficialTrack();
    }

    Map<String, Fact> factsWithout() {
      Map<String, Fact> facts = new LinkedHashMap<>();
      if (without != null) {
        without.facts().forEach(f -> facts.put(f.name(), f));
      }
      return facts;
    }
  }
}

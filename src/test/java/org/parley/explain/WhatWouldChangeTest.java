package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.Fact;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.Range;
import org.parley.decide.TableEngine;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** What is said to change an advice changes it, no part of it does, and nothing is missing. */
class WhatWouldChangeTest {
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "3", "6", "7", "12", "14", "18", "24", "30", "50");

  private final Advisor advisor = ShippedCases.ADVISOR;
  private final KnowledgeBase knowledge = KnowledgeBase.builtIn();
  private final TableEngine engine = TableEngine.of(knowledge);

  @Test
  void everySetChangesTheAdviceAndNoPartOfItDoes() {
    for (Case subject : ShippedCases.ALL) {
      Changes changes = advisor.advise(subject).changes(2);
      Advice now = advisor.advise(subject);
      assertThat(changes.posture()).isEqualTo(now.posture());
      for (ChangeSet set : changes.sets()) {
        Advice then = advisor.advise(assuming(subject, set.facts()));
        assertThat(then.posture())
            .as("%s %s", subject.id(), set)
            .isEqualTo(set.posture())
            .isNotEqualTo(now.posture());
        assertThat(then.unofficialTrack()).isEqualTo(set.unofficialTrack());
        for (int i = 0; set.facts().size() > 1 && i < set.facts().size(); i++) {
          assertThat(advisor.advise(assuming(subject, List.of(set.facts().get(i)))).posture())
              .as("%s, a part of %s", subject.id(), set)
              .isEqualTo(now.posture());
        }
      }
    }
  }

  @Test
  void tryingEveryPairFindsNoSetThatIsMissing() {
    for (Case subject : ShippedCases.ALL) {
      Map<String, String> facts = values(advisor.advise(subject));
      Posture now = posture(facts, Map.of());
      Set<String> told = new HashSet<>();
      advisor.advise(subject).changes(2).sets().forEach(s -> told.add(key(s)));
      Set<String> single = new HashSet<>();
      List<Map<String, String>> ones = ones(facts);
      for (Map<String, String> one : ones) {
        Posture then = posture(facts, one);
        if (then != now) {
          single.add(one.toString());
          assertThat(told).as(subject.id()).contains(key(one, then));
        }
      }
      for (int i = 0; i < ones.size(); i++) {
        for (int j = i + 1; j < ones.size(); j++) {
          Map<String, String> pair = new TreeMap<>(ones.get(i));
          pair.putAll(ones.get(j));
          if (pair.size() == 2
              && !single.contains(ones.get(i).toString())
              && !single.contains(ones.get(j).toString())) {
            Posture then = posture(facts, pair);
            if (then != now) {
              assertThat(told).as("%s %s", subject.id(), pair).contains(key(pair, then));
            }
          }
        }
      }
    }
  }

  @Test
  void robustFactsChangeNothingWhateverTheirValue() {
    for (Case subject : ShippedCases.ALL) {
      Map<String, String> facts = values(advisor.advise(subject));
      Posture now = posture(facts, Map.of());
      List<String> robust = advisor.advise(subject).changes(1).robust();
      Set<String> telling = new TreeSet<>();
      for (Map<String, String> one : ones(facts)) {
        if (posture(facts, one) != now) {
          telling.addAll(one.keySet());
        }
      }
      assertThat(telling).as(subject.id()).doesNotContainAnyElementsOf(robust);
      assertThat(robust).hasSize(knowledge.vocabulary().factNames().size() - telling.size());
    }
  }

  @Test
  void setsThatLeadToAPostureLeadThereAndHaveNoSmallerOneInThem() {
    Case subject = ShippedCases.named("VN-01");
    for (Posture to : Posture.values()) {
      Changes changes = advisor.advise(subject).changes(to, 3);
      Set<Set<FactChange>> seen = new HashSet<>();
      for (ChangeSet set : changes.sets()) {
        assertThat(set.posture()).isEqualTo(to);
        assertThat(advisor.advise(assuming(subject, set.facts())).posture()).isEqualTo(to);
        Set<FactChange> facts = Set.copyOf(set.facts());
        assertThat(seen).noneMatch(facts::containsAll);
        seen.add(facts);
      }
      assertThat(changes.sets().isEmpty()).isEqualTo(to == changes.posture());
    }
  }

  @Test
  void conditionsStandApartAndOnlyWhoCanActIsNamed() {
    for (Case subject : ShippedCases.ALL) {
      for (ChangeSet set : advisor.advise(subject).changes(2).sets()) {
        boolean doubt = set.facts().stream().anyMatch(c -> c.to().equals(FactType.UNKNOWN));
        boolean condition = set.facts().stream().anyMatch(c -> c.actor().startsWith("nobody"));
        assertThat(set.group() == Group.DOUBT).isEqualTo(doubt);
        assertThat(set.group() == Group.CONDITION).isEqualTo(condition && !doubt);
      }
    }
    assertThat(advisor.advise(ShippedCases.named("IP-05")).changes(2).sets())
        .as("a weaker adversary is a condition, not a step")
        .filteredOn(
            s -> s.facts().stream().anyMatch(c -> c.name().equals("adversary escalation capacity")))
        .isNotEmpty()
        .noneMatch(s -> s.group() == Group.ADVERSARY || s.group() == Group.TOGETHER);
  }

  @Test
  void smallerAndShorterChangesStandFirst() {
    List<ChangeSet> sets = advisor.advise(ShippedCases.named("UA-04")).changes(2).sets();
    for (int i = 1; i < sets.size(); i++) {
      ChangeSet before = sets.get(i - 1);
      ChangeSet after = sets.get(i);
      assertThat(before.facts().size()).isLessThanOrEqualTo(after.facts().size());
      if (before.facts().size() == after.facts().size()) {
        assertThat(before.steps()).isLessThanOrEqualTo(after.steps());
      }
    }
    assertThat(sets.stream().flatMap(s -> s.facts().stream()))
        .as("a scale moved by two steps")
        .anyMatch(c -> c.steps() == 2);
  }

  @Test
  void distancesAreThoseOfTheSmallestSets() {
    Changes changes = advisor.advise(ShippedCases.named("VN-01")).changes(2);

    assertThat(changes.distances()).hasSize(Posture.values().length - 1);
    for (Changes.Distance distance : changes.distances()) {
      int least =
          advisor.advise(ShippedCases.named("VN-01")).changes(distance.posture(), 3).sets().stream()
              .filter(s -> s.group() != Group.DOUBT)
              .mapToInt(s -> s.facts().size())
              .min()
              .orElseThrow();
      assertThat(distance.facts()).hasValue(least);
    }
  }

  /** Both ends of a range lead to the same, and a number beyond them does not. */
  @Test
  void aNumberIsToldAsTheWholeRangeThatLeadsToTheSame() {
    int ranges = 0;
    for (Case subject : ShippedCases.ALL) {
      for (ChangeSet set : advisor.advise(subject).changes(1).sets()) {
        FactChange change = set.facts().get(0);
        Range range = change.range();
        if (range != null) {
          ranges++;
          assertThat(Integer.parseInt(change.to())).isBetween(range.least(), range.greatest());
          assertThat(List.of(range.least(), range.greatest()))
              .allMatch(number -> leadsTo(subject, change, number, set));
          FactType type = knowledge.vocabulary().fact(change.name()).orElseThrow();
          assertThat(List.of(range.least() - 1, range.greatest() + 1))
              .as("%s %s", subject.id(), change)
              .filteredOn(number -> type.objection(String.valueOf(number)).isEmpty())
              .noneMatch(number -> leadsTo(subject, change, number, set));
        }
      }
    }
    assertThat(ranges).isPositive();
  }

  private boolean leadsTo(Case subject, FactChange change, int number, ChangeSet set) {
    Advice then = advisor.advise(subject.assuming(change.name(), String.valueOf(number)));
    return then.posture() == set.posture() && then.unofficialTrack() == set.unofficialTrack();
  }

  @Test
  void atLeastOneFactHasToChange() {
    Case subject = ShippedCases.named("VN-01");

    assertThatThrownBy(() -> advisor.advise(subject).changes(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Case assuming(Case subject, List<FactChange> facts) {
    Case changed = subject;
    for (FactChange fact : facts) {
      changed = changed.assuming(fact.name(), fact.to());
    }
    return changed;
  }

  private static Map<String, String> values(Advice advice) {
    Map<String, String> values = new TreeMap<>();
    for (Fact fact : advice.facts()) {
      values.put(fact.name(), fact.value());
    }
    return values;
  }

  /** Every single other value of every fact; some numbers stand for all. */
  private List<Map<String, String>> ones(Map<String, String> facts) {
    List<Map<String, String>> ones = new ArrayList<>();
    for (FactType fact : knowledge.vocabulary().facts()) {
      List<String> values = new ArrayList<>(fact.values());
      if (fact.kind() == FactType.Kind.NUMBER) {
        values.addAll(NUMBERS);
        values.add(FactType.UNKNOWN);
      }
      values.remove(facts.getOrDefault(fact.name(), FactType.UNKNOWN));
      values.forEach(value -> ones.add(Map.of(fact.name(), value)));
    }
    return ones;
  }

  private Posture posture(Map<String, String> facts, Map<String, String> changed) {
    return Labelled.find(
            Posture.class,
            engine
                .evaluate(
                    name -> changed.getOrDefault(name, facts.getOrDefault(name, FactType.UNKNOWN)))
                .text("posture"))
        .orElseThrow();
  }

  private String key(ChangeSet set) {
    Map<String, String> facts = new TreeMap<>();
    set.facts().forEach(c -> facts.put(c.name(), c.to()));
    return key(facts, set.posture());
  }

  /** Numbers are told by their bands, so any number counts as any other. */
  private String key(Map<String, String> facts, Posture posture) {
    Map<String, String> plain = new TreeMap<>();
    facts.forEach((name, value) -> plain.put(name, value.matches("\\d+") ? "a number" : value));
    return plain + " " + posture;
  }
}

package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.Distance;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.world.Deadline;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Finds all smallest sets of facts that change the posture of one case. */
final class WhatWouldChange {
  // through look-ups a million combinations take a tenth of a second
  private static final double MOST_WANTED = 20e6;
  private static final double MOST_FOR_DISTANCE = 2e6;
  private static final double MOST_ONE_BY_ONE = 20e3;
  private static final Set<Group> ACTORS =
      Set.of(Group.OWN_SIDE, Group.ADVERSARY, Group.THIRD_PARTY);

  private final KnowledgeBase knowledge;
  private final TableEngine engine;
  private final FactSpace space;
  private final Map<String, String> facts;
  private final byte[] codes;
  private final ColumnEvaluator evaluator;
  private final Posture now;
  private final Posture to;

  private final List<ChangeSet> sets = new ArrayList<>();
  private final Map<Posture, Integer> nearest = new EnumMap<>(Posture.class);
  private final Set<List<Integer>> found = new HashSet<>();
  private final Set<Integer> telling = new TreeSet<>();

  /**
   * @param facts the values that are known
   * @param now the posture that they lead to
   * @param to the posture to reach, or {@code null} for any other
   */
  WhatWouldChange(TableAdvice.Shared shared, Map<String, String> facts, Posture now, Posture to) {
    this.knowledge = shared.knowledge();
    this.engine = shared.engine();
    this.space = shared.space();
    this.facts = Map.copyOf(facts);
    this.codes = engine.codes().encode(facts);
    this.evaluator = engine.columns(List.of(FinalDecisions.POSTURE));
    this.now = now;
    this.to = to;
  }

  /**
   * Searches.
   *
   * @param most up to how many facts at once
   * @param deadline when to end before all is tried
   */
  Changes upTo(int most, Deadline deadline) {
    ChangeSearch search = new ChangeSearch(space, evaluator, codes, deadline);
    int facts = space.axes().size();
    int tried = 0;
    while (tried < facts
        && isNextWorthIt(search, tried + 1, most)
        && level(search, tried + 1, tried < most, deadline)) {
      tried++;
    }
    sets.sort(
        Comparator.comparingInt((ChangeSet s) -> s.facts().size())
            .thenComparingInt(ChangeSet::steps)
            .thenComparing(ChangeSet::group));
    return new Changes(
        now,
        to,
        Math.min(tried, most),
        tried >= Math.min(most, facts),
        new NumberRanges(space, sets).widened(),
        distances(tried),
        robust(tried));
  }

  private boolean isNextWorthIt(ChangeSearch search, int size, int most) {
    double cost = search.count(size);
    if (!evaluator.isBulk()) {
      return size <= most && (size == 1 || cost <= MOST_ONE_BY_ONE);
    }
    return size <= most
        ? cost <= MOST_WANTED
        : nearest.size() < Posture.values().length - 1 && cost <= MOST_FOR_DISTANCE;
  }

  /** Tries all sets of so many facts; {@code false} where the deadline was over before. */
  private boolean level(ChangeSearch search, int size, boolean keep, Deadline deadline) {
    List<Posture> postures =
        evaluator.results(FinalDecisions.POSTURE).stream().map(FinalDecisions::postureOf).toList();
    return search.each(
        size,
        (combination, result) -> {
          // a decision without a result has one code more
          Posture then = result < postures.size() ? postures.get(result) : now;
          if (then == now) {
            return true;
          }
          if (size == 1) {
            telling.add(combination.axis(0));
          }
          if (isKnown(combination)) {
            nearest.putIfAbsent(then, size);
          }
          if (keep && (to == null || then == to) && ChangeSearch.isNew(combination, found)) {
            add(combination, then);
            return !deadline.isOver();
          }
          return true;
        });
  }

  private boolean isKnown(ChangeSearch.Combination combination) {
    for (int i = 0; i < combination.size(); i++) {
      if (!axis(combination, i).values().get(combination.value(i)).isKnown()) {
        return false;
      }
    }
    return true;
  }

  private FactSpace.Axis axis(ChangeSearch.Combination combination, int i) {
    return space.axes().get(combination.axis(i));
  }

  private void add(ChangeSearch.Combination combination, Posture expected) {
    List<FactChange> changes = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < combination.size(); i++) {
      FactChange change = change(axis(combination, i), combination.value(i));
      changes.add(change);
      values.put(change.name(), change.to());
    }
    Evaluation then = evaluate(values);
    // codes know only the bands of numbers, which may not be all that a table without masks sees
    if (FinalDecisions.posture(then) == expected) {
      sets.add(new ChangeSet(changes, expected, FinalDecisions.track(then), group(changes)));
    }
  }

  private FactChange change(FactSpace.Axis axis, int code) {
    FactSpace.Value from = axis.values().get(codes[axis.column()] & 0xFF);
    FactSpace.Value value = axis.values().get(code);
    String name = axis.fact().name();
    return new FactChange(
        name,
        facts.getOrDefault(name, FactType.UNKNOWN),
        value.nearestTo(from),
        axis.fact().actor(),
        axis.steps(from, value),
        axis.fact().kind() == FactType.Kind.NUMBER && value.isKnown()
            ? axis.range(Integer.parseInt(value.least()), Integer.parseInt(value.greatest()))
            : null);
  }

  private static Group group(List<FactChange> changes) {
    if (changes.stream().anyMatch(c -> c.to().equals(FactType.UNKNOWN))) {
      return Group.DOUBT;
    }
    List<Group> actors =
        changes.stream()
            .map(c -> Labelled.find(Group.class, c.actor()).filter(ACTORS::contains))
            .map(g -> g.orElse(Group.CONDITION))
            .distinct()
            .toList();
    if (actors.contains(Group.CONDITION)) {
      return Group.CONDITION;
    }
    return actors.size() == 1 ? actors.get(0) : Group.TOGETHER;
  }

  private List<Distance> distances(int searched) {
    return Stream.of(Posture.values())
        .filter(p -> p != now)
        .map(
            p -> {
              Integer facts = nearest.get(p);
              return new Distance(
                  p, facts == null ? OptionalInt.empty() : OptionalInt.of(facts), searched);
            })
        .toList();
  }

  /**
   * Where not every fact was tried, it is known only of those that the posture does not rest on.
   */
  private List<String> robust(int tried) {
    Set<String> names = new HashSet<>();
    for (int place = 0; place < space.axes().size(); place++) {
      if (tried == 0 || telling.contains(place)) {
        names.add(space.axes().get(place).fact().name());
      }
    }
    return knowledge.vocabulary().factNames().stream().filter(n -> !names.contains(n)).toList();
  }

  private Evaluation evaluate(Map<String, String> changed) {
    return engine.evaluate(
        name -> changed.getOrDefault(name, facts.getOrDefault(name, FactType.UNKNOWN)));
  }
}

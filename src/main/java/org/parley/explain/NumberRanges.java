package org.parley.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Range;

/** Widens the ranges of numbers over all neighbouring bands that lead to the same. */
final class NumberRanges {
  private final FactSpace space;
  private final List<ChangeSet> sets;
  private final Map<Object, List<Range>> alike = new HashMap<>();

  /**
   * @param sets each with the range of one band
   */
  NumberRanges(FactSpace space, List<ChangeSet> sets) {
    this.space = space;
    this.sets = List.copyOf(sets);
    for (ChangeSet set : sets) {
      for (int i = 0; i < set.facts().size(); i++) {
        Range range = set.facts().get(i).range();
        if (range != null) {
          alike.computeIfAbsent(rest(set, i), rest -> new ArrayList<>()).add(range);
        }
      }
    }
  }

  /** The same sets in the same order. */
  List<ChangeSet> widened() {
    return sets.stream().map(this::widened).toList();
  }

  private ChangeSet widened(ChangeSet set) {
    List<FactChange> facts = new ArrayList<>();
    for (int i = 0; i < set.facts().size(); i++) {
      FactChange change = set.facts().get(i);
      facts.add(
          change.range() == null
              ? change
              : new FactChange(
                  change.name(),
                  change.from(),
                  change.to(),
                  change.actor(),
                  change.steps(),
                  widened(change.name(), change.range(), alike.get(rest(set, i)))));
    }
    return new ChangeSet(facts, set.posture(), set.unofficialTrack(), set.group());
  }

  /** All of a set but the value of one of its facts. */
  private static Object rest(ChangeSet set, int fact) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < set.facts().size(); i++) {
      others.add(set.facts().get(i).name());
      others.add(i == fact ? "" : set.facts().get(i).to());
    }
    return List.of(others, fact, set.posture(), set.unofficialTrack(), set.group());
  }

  private Range widened(String fact, Range range, List<Range> all) {
    int least = range.least();
    int greatest = range.greatest();
    boolean wider = true;
    while (wider) {
      wider = false;
      for (Range other : all) {
        if (other.greatest() + 1 == least) {
          least = other.least();
          wider = true;
        } else if (other.least() == greatest + 1) {
          greatest = other.greatest();
          wider = true;
        }
      }
    }
    return space.axis(fact).orElseThrow().range(least, greatest);
  }
}

package org.parley.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.UnofficialTrack;
import org.parley.knowledge.FactType;

/** Puts sets of changes into sentences; those that differ in the values only become one. */
final class ChangeSentences {

  private ChangeSentences() {}

  /** The same facts with the same outcome. */
  private record Alike(List<String> facts, String outcome) {}

  /** The sentences of each group that has sets; of doubts first those that change nothing else. */
  static Map<Group, List<String>> of(List<ChangeSet> sets) {
    List<ChangeSet> ordered = new ArrayList<>(sets);
    ordered.sort(Comparator.comparing(s -> s.group() == Group.DOUBT && !isPure(s)));
    Map<Group, Map<Alike, List<ChangeSet>>> groups = new EnumMap<>(Group.class);
    for (ChangeSet set : ordered) {
      List<String> facts = set.facts().stream().map(FactChange::name).toList();
      groups
          .computeIfAbsent(set.group(), g -> new LinkedHashMap<>())
          .computeIfAbsent(new Alike(facts, outcome(set)), a -> new ArrayList<>())
          .add(set);
    }
    Map<Group, List<String>> sentences = new EnumMap<>(Group.class);
    groups.forEach(
        (group, alike) ->
            sentences.put(
                group, alike.values().stream().flatMap(s -> sentences(s).stream()).toList()));
    return sentences;
  }

  private static boolean isPure(ChangeSet doubt) {
    return doubt.facts().stream().allMatch(c -> c.to().equals(FactType.UNKNOWN));
  }

  private static String outcome(ChangeSet set) {
    return set.unofficialTrack() == UnofficialTrack.NONE
        ? set.posture().label()
        : set.posture() + " with " + set.unofficialTrack();
  }

  /** One sentence where every combination of the values does; else one for each set. */
  private static List<String> sentences(List<ChangeSet> sets) {
    List<Set<String>> values = new ArrayList<>();
    int combinations = 1;
    for (int i = 0; i < sets.get(0).facts().size(); i++) {
      Set<String> some = new LinkedHashSet<>();
      for (ChangeSet set : sets) {
        some.add(Wording.known(set.facts().get(i).to()));
      }
      values.add(some);
      combinations *= some.size();
    }
    return combinations == sets.size()
        ? List.of(sentence(sets.get(0), values))
        : sets.stream()
            .map(
                s ->
                    sentence(
                        s, s.facts().stream().map(c -> Set.of(Wording.known(c.to()))).toList()))
            .toList();
  }

  private static String sentence(ChangeSet set, List<? extends Set<String>> values) {
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      FactChange change = set.facts().get(i);
      clauses.add(
          "%s %s (now %s)"
              .formatted(
                  change.name(), String.join(" or ", values.get(i)), Wording.known(change.from())));
    }
    return String.join(", and ", clauses) + ": then " + outcome(set);
  }
}

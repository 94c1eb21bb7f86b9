package org.parley.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.Posture;
import org.parley.knowledge.FactType;

/** The sentences about sets of changes, by who can act. */
final class ChangesSection {
  private final Outline outline;
  private final List<ChangeSet> sets;

  private ChangesSection(Outline outline, List<ChangeSet> sets) {
    this.outline = outline;
    this.sets = sets;
  }

  /** All sets; of the doubts first those that take nothing else as changed. */
  static ChangesSection of(Outline outline, Changes changes) {
    List<ChangeSet> sets = new ArrayList<>(changes.sets());
    sets.sort(Comparator.comparing(s -> s.group() == Group.DOUBT && !isPure(s)));
    return new ChangesSection(outline, sets);
  }

  /** Only what would have to be otherwise, not what would have to be unknown. */
  static ChangesSection withoutDoubts(Outline outline, Changes changes) {
    return new ChangesSection(
        outline, changes.sets().stream().filter(s -> s.group() != Group.DOUBT).toList());
  }

  private static boolean isPure(ChangeSet doubt) {
    return doubt.facts().stream().allMatch(c -> c.to().equals(FactType.UNKNOWN));
  }

  /** Sets of the same facts with the same outcome, told as one. */
  private record Told(List<String> facts, Posture posture) {}

  /**
   * All groups that have sets.
   *
   * @param most how many entries to show of each
   */
  void sets(int most) {
    byGroup()
        .forEach(
            (group, told) -> {
              outline.point(0, title(group), "");
              List<String> sentences = new ArrayList<>();
              told.forEach((key, sets) -> sentences.addAll(sentences(key, sets)));
              sentences.stream().limit(most).forEach(s -> outline.point(1, "", s));
              if (sentences.size() > most) {
                outline.note(1, "and %d more".formatted(sentences.size() - most));
              }
            });
  }

  private Map<Group, Map<Told, List<ChangeSet>>> byGroup() {
    Map<Group, Map<Told, List<ChangeSet>>> groups = new EnumMap<>(Group.class);
    for (ChangeSet set : sets) {
      List<String> facts = set.facts().stream().map(FactChange::name).toList();
      groups
          .computeIfAbsent(set.group(), g -> new LinkedHashMap<>())
          .computeIfAbsent(new Told(facts, set.posture()), t -> new ArrayList<>())
          .add(set);
    }
    return groups;
  }

  private static String title(Group group) {
    return switch (group) {
      case OWN_SIDE -> "In the hands of the deciding party";
      case ADVERSARY -> "In the hands of the adversary";
      case THIRD_PARTY -> "In the hands of a third party";
      case TOGETHER -> "In several hands together";
      case CONDITION -> "Conditions to watch for, never steps to take";
      case DOUBT -> "Doubts: how the advice would turn if this were not known";
    };
  }

  /** One sentence where every combination of the values does; else one for each set. */
  private static List<String> sentences(Told told, List<ChangeSet> sets) {
    List<Set<String>> values = new ArrayList<>();
    int combinations = 1;
    for (int i = 0; i < told.facts().size(); i++) {
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
    return String.join(", and ", clauses) + ": then " + set.posture();
  }
}

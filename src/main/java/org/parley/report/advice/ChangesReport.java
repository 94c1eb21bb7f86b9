package org.parley.report.advice;

import static org.parley.report.document.Document.field;
import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.section;
import static org.parley.report.document.Figures.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Advice;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Changes.Distance;
import org.parley.Changes.FactChange;
import org.parley.Changes.Group;
import org.parley.knowledge.FactType;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Document;
import org.parley.report.document.Report;
import org.parley.report.document.Words;
import org.parley.report.json.AboutCase;
import org.parley.report.words.Wording;

/** Tells what would change an advice. */
public final class ChangesReport {
  /** How many entries of each group are told where not all are asked for. */
  public static final int FEW = 6;

  private ChangesReport() {}

  /**
   * The answer.
   *
   * @param most how many entries of each group to tell
   */
  public static Report of(Advice advice, Changes changes, int most) {
    return new Report(() -> document(advice, changes, most), () -> AboutCase.of(advice, changes));
  }

  private static Document document(Advice advice, Changes changes, int most) {
    return Wording.about(advice)
        .front(Wording.result(advice, advice.posture().label(), distances(changes)))
        .section(
            changes.to() == null ? "What would change it" : "What would lead to " + changes.to(),
            sets(changes, most))
        .section("One fact alone", robust(advice, changes))
        .section(
            "How to read this",
            paragraph(
                "It says where the tables turn, not what to wish for: a condition is to be watched"
                    + " for, and nobody should bring it about."));
  }

  /** What a report on a whole case says of it. */
  static List<Block> briefly(Advice advice, Changes changes) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Fields(distances(changes)));
    blocks.addAll(sets(changes, FEW));
    blocks.add(robust(advice, changes));
    return blocks;
  }

  /**
   * Where the advice turns, in the fewest words: what somebody can act on, then what is to be
   * watched for; no doubt about the input.
   *
   * @param most how many to tell
   */
  static List<String> first(Changes changes, int most) {
    return changes.sets().stream()
        .filter(set -> set.group() != Group.DOUBT && set.facts().size() == 1)
        .sorted(Comparator.comparing(ChangeSet::group))
        .limit(most)
        .map(ChangesReport::turn)
        .toList();
  }

  private static String turn(ChangeSet set) {
    FactChange change = set.facts().get(0);
    return "if '%s' were %s, %s%s."
        .formatted(
            change.name(),
            change.range() == null ? "'" + change.to() + "'" : change.range().words(),
            set.posture(),
            set.group() == Group.CONDITION ? " (to watch for, not to bring about)" : "");
  }

  private static List<Block.Field> distances(Changes changes) {
    return changes.distances().stream().map(d -> field(d.posture().label(), distance(d))).toList();
  }

  private static String distance(Distance distance) {
    if (distance.facts().isPresent()) {
      return count(distance.facts().getAsInt(), "fact") + " away";
    }
    return distance.searched() == 0
        ? "not searched to the end"
        : "more than %s away".formatted(count(distance.searched(), "fact"));
  }

  private static List<Block> sets(Changes changes, int most) {
    if (changes.sets().isEmpty()) {
      return List.of(
          paragraph(
              changes.complete()
                  ? "Nothing within %s.".formatted(count(changes.most(), "fact"))
                  : "Nothing was found; " + tried(changes)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(note("Each set changes it, and no part of it does; " + tried(changes)));
    blocks.addAll(groups(changes.sets(), most));
    return blocks;
  }

  /** How far the search got. */
  static String tried(Changes changes) {
    if (changes.most() == 0) {
      return "the search was ended before each single fact was tried.";
    }
    return "every set of up to %s was tried%s."
        .formatted(
            count(changes.most(), "fact"), changes.complete() ? "" : ", of larger ones not all");
  }

  /** A list for each group. */
  static List<Block> groups(List<ChangeSet> sets, int most) {
    List<Block> blocks = new ArrayList<>();
    sentences(sets)
        .forEach(
            (group, sentences) -> {
              List<Block> body = new ArrayList<>();
              if (!meaning(group).isEmpty()) {
                body.add(note(meaning(group)));
              }
              body.add(Document.some(sentences, most, Item::new));
              blocks.add(section(Words.plain(heading(group)), body));
            });
    return blocks;
  }

  private static Block robust(Advice advice, Changes changes) {
    if (changes.most() == 0) {
      return paragraph("Not each fact was tried by itself: the search was ended before.");
    }
    Set<String> facts = new HashSet<>(changes.robust());
    advice.facts().forEach(fact -> facts.add(fact.name()));
    facts.addAll(advice.unknown());
    // one that says something by being absent is neither
    changes.sets().forEach(set -> set.facts().forEach(change -> facts.add(change.name())));
    int all = facts.size();
    int telling = all - changes.robust().size();
    if (telling == 0) {
      return paragraph("No fact changes the advice by itself, whatever its value.");
    }
    return paragraph(
        "%d of %d facts can change the advice alone.%s"
            .formatted(
                telling,
                all,
                changes.robust().isEmpty()
                    ? ""
                    : " These cannot, whatever their value: %s."
                        .formatted(String.join(", ", changes.robust()))));
  }

  private static String heading(Group group) {
    return switch (group) {
      case OWN_SIDE -> "What the deciding party can act on";
      case ADVERSARY -> "What the adversary can act on";
      case THIRD_PARTY -> "What a third party can act on";
      case TOGETHER -> "What several can act on together";
      case CONDITION -> "To watch for, never a step";
      case DOUBT -> "Doubts about the input";
    };
  }

  private static String meaning(Group group) {
    return switch (group) {
      case CONDITION ->
          "Nobody can or may bring these about. Should they come to pass by themselves, ask again.";
      case DOUBT ->
          "Here a fact is taken as not known: that changes what we rest on, not the world.";
      default -> "";
    };
  }

  /** The same facts with the same outcome. */
  private record Alike(List<String> facts, String outcome) {}

  /**
   * The sentences of each group that has sets; those that differ in the values only become one. Of
   * doubts those come first that change nothing else.
   */
  private static Map<Group, List<String>> sentences(List<ChangeSet> sets) {
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
                group, alike.values().stream().flatMap(s -> together(s).stream()).toList()));
    return sentences;
  }

  private static boolean isPure(ChangeSet doubt) {
    return doubt.facts().stream().allMatch(c -> c.to().equals(FactType.UNKNOWN));
  }

  private static String outcome(ChangeSet set) {
    return Wording.stance(set.posture(), set.unofficialTrack());
  }

  /**
   * One sentence where every combination of the values does; else one for each set. Sets that
   * differ within a range of numbers only are told once.
   */
  private static List<String> together(List<ChangeSet> sets) {
    List<Set<String>> values = new ArrayList<>();
    int combinations = 1;
    for (int i = 0; i < sets.get(0).facts().size(); i++) {
      Set<String> some = new LinkedHashSet<>();
      for (ChangeSet set : sets) {
        some.add(Wording.known(set.facts().get(i).becomes()));
      }
      values.add(some);
      combinations *= some.size();
    }
    Map<List<String>, ChangeSet> told = new LinkedHashMap<>();
    sets.forEach(s -> told.putIfAbsent(s.facts().stream().map(FactChange::becomes).toList(), s));
    return combinations == told.size()
        ? List.of(sentence(sets.get(0), values))
        : told.values().stream()
            .map(
                s ->
                    sentence(
                        s,
                        s.facts().stream().map(c -> Set.of(Wording.known(c.becomes()))).toList()))
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

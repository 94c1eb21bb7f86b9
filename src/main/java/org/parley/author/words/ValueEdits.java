package org.parley.author.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.Case;
import org.parley.Fact;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.Harm;
import org.parley.author.save.AllowedValue;
import org.parley.author.save.ModelText;
import org.parley.author.save.ModelWords;
import org.parley.author.save.PlainTable;
import org.parley.casefile.FactEditor;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.FormerWords;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;

/** Gives facts further values, calls values otherwise, takes them out. */
public final class ValueEdits {
  private final KnowledgeBase base;
  private final WordDraft draft;

  /**
   * @param cases the case files by name, such as {@code cases/a.yaml}
   */
  public ValueEdits(KnowledgeBase base, Map<String, byte[]> cases) {
    this.base = base;
    this.draft = new WordDraft(base, cases);
  }

  /**
   * A value more, in every place where the values of the fact stand.
   *
   * @param before the value that it stands before, or an empty string for the end of those known
   * @throws ParleyException if it can be none
   */
  public WordChange add(String fact, String value, String before) {
    FactType type = choice(fact);
    requireWord(type, value);
    if (!before.isEmpty()) {
      requireValue(type, before);
    }
    draft.files(
        new AllowedValue(fact, value, before.isEmpty() ? FactType.UNKNOWN : before).addTo(base));
    Set<String> facts = sameValues(fact);
    noteOthers(facts, fact, "gets it too");
    return draft.done();
  }

  /** The same, with the tables that lack rows for it. */
  public WordChange addNamingWork(String fact, String value, String before) {
    WordChange change = add(fact, value, before);
    lackingRows(change, sameValues(fact), value).forEach(draft::todo);
    return draft.done(change);
  }

  /** The tables that look at a fact, with what they say of a value that is new: gaps come first. */
  private static List<String> lackingRows(WordChange change, Set<String> facts, String value) {
    List<String> lacking = new ArrayList<>();
    Set<String> open = new HashSet<>();
    for (CheckFinding gap : Harm.between(change.before(), change.after()).work()) {
      String name = gap.place().decision();
      open.add(name);
      lacking.add(
          "table '%s' has no result there: %s; write its rows".formatted(name, gap.message()));
    }
    for (Decision decision : change.after().decisions()) {
      DecisionTable table = decision.table().orElse(null);
      for (int i = 0; table != null && i < table.inputs().size(); i++) {
        if (facts.contains(table.inputs().get(i).expression()) && !open.contains(decision.name())) {
          lacking.add(takenBy(decision.name(), table, i, value));
        }
      }
    }
    return lacking;
  }

  /** Rows that do not name the value take it all the same where they take any, or any other. */
  private static String takenBy(String name, DecisionTable table, int column, String value) {
    List<String> taking =
        table.rows().stream()
            .filter(r -> !r.tests(column) || Cell.test(r.tests().get(column)).accepts(value))
            .map(Row::id)
            .toList();
    boolean otherwise =
        taking.isEmpty() && table.outputs().stream().anyMatch(o -> !o.otherwise().isEmpty());
    return "table '%s' has no row that names '%s': %s"
        .formatted(
            name,
            value,
            otherwise
                ? "it answers what it answers where no row fits"
                : taking.isEmpty()
                    ? "it answers with an empty list there"
                    : "rows that take any other value take it too, such as "
                        + WordDraft.some(taking));
  }

  /**
   * A value under another name, wherever it stands.
   *
   * @throws ParleyException if the fact has no such value, or cannot have that one
   */
  public WordChange rename(String fact, String former, String now) {
    FactType type = choice(fact);
    requireValue(type, former);
    requireNotUnknown(former);
    if (type.values().contains(now)) {
      throw new ParleyException(
          "'%s' has the value '%s' already: parley value remove \"%1$s\" \"%s\" --use \"%2$s\" makes"
                  .formatted(fact, now, former)
              + " one of the two");
    }
    if (type.formerly().now(now).filter(former::equals).isEmpty()) {
      requireWord(type, now);
    }
    Set<String> facts = sameValues(fact);
    requireOwnTypes(facts, former);
    noteOthers(facts, fact, "has the same values, and is changed with it");
    return reworded(facts, former, now, false);
  }

  /**
   * The knowledge base without a value.
   *
   * @param use the value that stands for it, or an empty string where nothing has to
   * @throws ParleyException if something needs it and nothing stands for it
   */
  public WordChange remove(String fact, String value, String use) {
    FactType type = choice(fact);
    requireValue(type, value);
    requireNotUnknown(value);
    if (type.known().size() == 1) {
      throw new ParleyException(
          "'%s' is the only value of '%s': remove the fact".formatted(value, fact));
    }
    Set<String> facts = sameValues(fact);
    requireOwnTypes(facts, value);
    noteOthers(facts, fact, "has the same values, and loses it too");
    if (!use.isEmpty()) {
      requireValue(type, use);
      if (use.equals(value)) {
        throw new ParleyException("'%s' cannot stand for itself".formatted(value));
      }
      return reworded(facts, value, use, true);
    }
    ParleyException.throwIfAny(neededBy(facts, value, type));
    draft.models(model -> new ModelWords(model).valueRemoved(facts, value));
    facts.forEach(
        f -> {
          draft.vocabulary(f, WordDraft.VALUES, CellParts.without(values(f), "|", value));
          String formerly =
              new FormerWords(
                      draft.fact(f).formerly().names(),
                      draft.fact(f).formerly().values().entrySet().stream()
                          .filter(e -> !e.getValue().equals(value))
                          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                  .text();
          draft.vocabulary(f, FormerWords.COLUMN, formerly);
        });
    return draft.done();
  }

  private WordChange reworded(Set<String> facts, String former, String now, boolean merged) {
    FactEdits.requireKept(former);
    List<Place> byHand = new ArrayList<>();
    draft.words().forEach(m -> byHand.addAll(m.byHand(facts, former, draft.names())));
    draft.models(model -> new ModelWords(model).valueRenamed(facts, former, now));
    for (String f : facts) {
      String values = values(f);
      draft.vocabulary(
          f,
          WordDraft.VALUES,
          merged
              ? CellParts.without(values, "|", former)
              : CellParts.renamed(values, "|", former, now));
      draft.vocabulary(
          f,
          FormerWords.COLUMN,
          draft.fact(f).formerly().without(now).renamedValue(former, now).text());
    }
    principles(facts, former, now);
    draft.cases(
        (file, content) -> {
          byte[] changed = content;
          for (String f : facts) {
            changed = FactEditor.valued(file, changed, f, former, now);
          }
          return changed;
        });
    byHand.forEach(
        p -> draft.todo(p + ": says \"%s\" in an expression; write \"%s\"".formatted(former, now)));
    draft.rules(
        former,
        "where that is a value of '%s' write \"%s\"".formatted(String.join("' or '", facts), now),
        facts);
    draft.codingRules(facts, former);
    WordChange change = draft.done();
    draft.requireSame(
        change,
        f -> facts.contains(f.name()) && f.value().equals(former) ? f.called(f.name(), now) : f);
    return change;
  }

  private void principles(Set<String> facts, String former, String now) {
    PlainTable table = draft.table(WordDraft.PRINCIPLES);
    if (table == null) {
      return;
    }
    for (int i = 1; i < table.size(); i++) {
      if (facts.contains(table.get(i, "fact"))) {
        table =
            table
                .with(i, "from", CellParts.renamed(table.get(i, "from"), "<", former, now))
                .with(i, "to", CellParts.renamed(table.get(i, "to"), "<", former, now));
      }
      for (String fact : facts) {
        table =
            table.with(
                i, "where", CellParts.renamedValue(table.get(i, "where"), fact, former, now));
      }
    }
    draft.table(WordDraft.PRINCIPLES, table);
  }

  private List<Problem> neededBy(Set<String> facts, String value, FactType type) {
    List<Problem> needed = new ArrayList<>();
    for (ModelText model : draft.models()) {
      ModelWords words = new ModelWords(model);
      WordDraft.rows(words.testing(facts, value))
          .forEach(
              r ->
                  needed.add(Problem.in(model.file(), "'%s' is tested by %s".formatted(value, r))));
      words
          .byHand(facts, value, draft.names())
          .forEach(p -> needed.add(new Problem(p, "says '%s' in an expression".formatted(value))));
    }
    PlainTable principles = draft.table(WordDraft.PRINCIPLES);
    List<String> ids = new ArrayList<>();
    for (int i = 1; principles != null && i < principles.size(); i++) {
      String where = principles.get(i, "where");
      boolean inScale =
          facts.contains(principles.get(i, "fact"))
              && Arrays.stream(
                      (principles.get(i, "from") + "<" + principles.get(i, "to")).split("<"))
                  .map(String::strip)
                  .anyMatch(value::equals);
      if (inScale || facts.stream().anyMatch(f -> CellParts.says(where, f, value))) {
        ids.add(principles.get(i, "id"));
      }
    }
    if (!ids.isEmpty()) {
      needed.add(
          Problem.in(
              WordDraft.PRINCIPLES,
              "'%s' is needed by the principles %s".formatted(value, WordDraft.some(ids))));
    }
    List<String> cases =
        draft.readCases().entrySet().stream()
            .filter(e -> facts.stream().anyMatch(f -> gives(e.getValue(), f, value)))
            .map(e -> e.getValue().id().isEmpty() ? e.getKey() : e.getValue().id())
            .toList();
    if (!cases.isEmpty()) {
      needed.add(
          Problem.of(
              "%d %s '%s': %s"
                  .formatted(
                      cases.size(),
                      cases.size() == 1 ? "case gives" : "cases give",
                      value,
                      WordDraft.some(cases))));
    }
    if (!needed.isEmpty()) {
      needed.add(
          Problem.of(
              "say with --use VALUE which value stands for it: one of %s"
                  .formatted(
                      String.join(
                          ", ", type.values().stream().filter(v -> !v.equals(value)).toList()))));
    }
    return needed;
  }

  private static boolean gives(Case subject, String fact, String value) {
    Fact given = subject.facts().get(fact);
    return given != null && given.value().equals(value);
  }

  private String values(String fact) {
    return draft.vocabulary(fact, WordDraft.VALUES);
  }

  private FactType choice(String fact) {
    FactType type = draft.fact(fact);
    if (type.kind() != FactType.Kind.CHOICE) {
      throw new ParleyException(
          "'%s' is a number from %d to %d and has no list of values"
              .formatted(fact, type.min(), type.max()));
    }
    return type;
  }

  private static void requireValue(FactType type, String value) {
    if (!type.values().contains(value)) {
      throw new ParleyException(Nearest.notAValue(value, type.name(), type.values()));
    }
  }

  private static void requireNotUnknown(String value) {
    if (value.equals(FactType.UNKNOWN)) {
      throw new ParleyException("every choice has the value unknown: it stays as it is");
    }
  }

  private static void requireWord(FactType type, String value) {
    if (!FormerWords.canHold(value)
        || value.isBlank()
        || !value.equals(value.strip())
        || value.matches(".*[|\"\\\\<=].*")) {
      throw new ParleyException(
          "'%s' cannot be a value: it is empty, has blanks at an end, or one of | \" \\ < = ; and"
                  .formatted(value)
              + " arrows");
    }
    type.formerly()
        .now(value)
        .ifPresent(
            now -> {
              throw new ParleyException(
                  "'%s' is what '%s' of '%s' was called before, and old case files say it: call it"
                          .formatted(value, now, type.name())
                      + " otherwise");
            });
  }

  /** A fact that says the same from the other seat has the same values. */
  private Set<String> sameValues(String fact) {
    return AllowedValue.sameFromEitherSeat(base, fact);
  }

  private void noteOthers(Set<String> facts, String fact, String what) {
    Set<String> others = new LinkedHashSet<>(facts);
    others.remove(fact);
    if (!others.isEmpty()) {
      draft.note(
          "'%s' says the same from the other seat: it %s"
              .formatted(String.join("', '", others), what));
    }
  }

  /** A type that others have too cannot change for one of them. */
  private void requireOwnTypes(Set<String> facts, String value) {
    for (ModelText model : draft.models()) {
      ModelWords words = new ModelWords(model);
      Set<String> types =
          facts.stream()
              .flatMap(f -> words.typesOf(f).stream())
              .filter(t -> words.types().contains(t))
              .collect(Collectors.toSet());
      Set<String> others = words.others(types, facts);
      if (!others.isEmpty()) {
        throw ParleyException.in(
            model.file(),
            "'%s' is a value of '%s' too, which has the same type '%s': give the fact a type of its own"
                .formatted(value, String.join("', '", others), String.join("', '", types)));
      }
    }
  }
}

package org.parley.author.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.author.diff.KnowledgeDiff.DecisionChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.author.words.Rewording;
import org.parley.knowledge.Decision;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleHeader;
import org.parley.knowledge.Statement;
import org.parley.knowledge.Vocabulary;

/** Compares two knowledge bases. Rules are compared as text; none is run. */
public final class KnowledgeComparison {
  private static final String FACTS = "dmn/vocabulary.csv";
  private static final String STATEMENTS = "dmn/statements.csv";
  private static final String EVENTS = "rules/events.csv";

  private final KnowledgeBase before;
  private final KnowledgeBase after;
  // whether they are models by themselves, and may be called otherwise
  private final boolean plain;

  private final Rewording words;

  private KnowledgeComparison(Rewording words, KnowledgeBase after) {
    this.words = words;
    this.before = words.knowledge();
    this.after = after;
    this.plain = before.plain().isPresent() && after.plain().isPresent();
  }

  /** What differs. */
  public static KnowledgeDiff of(KnowledgeBase before, KnowledgeBase after) {
    return of(Rewording.of(before, after), after);
  }

  /** What differs from an earlier one that is in the same words as far as it can be. */
  static KnowledgeDiff of(Rewording before, KnowledgeBase after) {
    return new KnowledgeComparison(before, after).compare();
  }

  private KnowledgeDiff compare() {
    List<DecisionChange> decisions = new ArrayList<>();
    List<RowChange> rows = new ArrayList<>();
    Map<String, Decision> earlier = byName(before.decisions(), d -> key(before, d));
    for (Decision now : after.decisions()) {
      Decision was = earlier.remove(key(after, now));
      if (was != null && isSameFile(was.file(), now.file())) {
        continue;
      }
      if (was == null) {
        decisions.add(new DecisionChange(Kind.ADDED, now.name(), now.file(), List.of(), List.of()));
        rows.addAll(TableComparison.only(now, Kind.ADDED));
      } else {
        compare(was, now, decisions, rows);
      }
    }
    for (Decision was : earlier.values()) {
      decisions.add(new DecisionChange(Kind.REMOVED, was.name(), was.file(), List.of(), List.of()));
      rows.addAll(TableComparison.only(was, Kind.REMOVED));
    }
    Map<String, List<String>> former = after.formerRows();
    return new KnowledgeDiff(
        decisions,
        rows.stream().map(r -> r.now(former.getOrDefault(r.id(), List.of()))).toList(),
        vocabulary(),
        rules());
  }

  /** A decision is the same one by its name; where files are read apart, by its own in its file. */
  private String key(KnowledgeBase base, Decision decision) {
    return before.isSplit() || after.isSplit()
        ? decision.file() + "#" + base.ownName(decision)
        : decision.name();
  }

  private boolean isSameFile(String was, String now) {
    return was.equals(now) && before.files().digest(was).equals(after.files().digest(now));
  }

  private void compare(
      Decision was, Decision now, List<DecisionChange> decisions, List<RowChange> rows) {
    Details details = new Details();
    if (!plain) {
      details.add("file", was.file(), now.file());
    }
    details.add("label", was.label(), now.label());
    details.add("question", was.question(), now.question());
    details.add("values", String.join(", ", was.allowed()), String.join(", ", now.allowed()));
    SeenValues seen = new SeenValues(before, after, was, now);
    if (was.table().isPresent() && now.table().isPresent()) {
      TableComparison tables = new TableComparison(was, now);
      tables.columns(details, seen);
      rows.addAll(tables.rows());
    } else if (was.table().isPresent() || now.table().isPresent()) {
      details.add("logic", kind(was), kind(now));
      rows.addAll(TableComparison.only(was, Kind.REMOVED));
      rows.addAll(TableComparison.only(now, Kind.ADDED));
    }
    boolean unseen =
        details.isEmpty()
            && seen.says().isEmpty()
            && rows.stream().noneMatch(r -> r.decision().equals(now.name()))
            && !before.fingerprint(was).equals(after.fingerprint(now));
    if (unseen) {
      // what tables do not show: an expression, or a type
      details.add("logic or types", "as before", "otherwise");
    }
    if (!details.isEmpty() || !seen.says().isEmpty()) {
      decisions.add(
          new DecisionChange(Kind.CHANGED, now.name(), now.file(), details.list(), seen.says()));
    }
  }

  private static String kind(Decision decision) {
    return decision.table().isPresent() ? "a table" : "an expression";
  }

  private List<EntryChange> vocabulary() {
    Vocabulary was = before.vocabulary();
    Vocabulary now = after.vocabulary();
    return Stream.of(
            entries("fact", f -> plain ? "" : FACTS, was.factTypes(), now.factTypes(), this::facts),
            entries("event type", e -> EVENTS, was.eventTypes(), now.eventTypes(), this::events),
            entries(
                "statement",
                s -> STATEMENTS,
                before.statements(),
                after.statements(),
                this::statements))
        .flatMap(List::stream)
        .toList();
  }

  private List<EntryChange> rules() {
    return before.rules().sources().equals(after.rules().sources())
        ? List.of()
        : entries(
            "rule",
            RuleHeader::file,
            byName(before.rules().headers(), RuleHeader::name),
            byName(after.rules().headers(), RuleHeader::name),
            this::rules);
  }

  /** Entries by name: those of the later one in its order, then those that it has no more. */
  private <T> List<EntryChange> entries(
      String type,
      Function<T, String> file,
      Map<String, T> was,
      Map<String, T> now,
      BiFunction<T, T, Details> compare) {
    List<EntryChange> changes = new ArrayList<>();
    if (was.equals(now) && words.names().isEmpty() && words.values().isEmpty()) {
      return changes;
    }
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(was.keySet());
    for (String name : names) {
      Details details = compare.apply(was.get(name), now.get(name));
      Kind kind =
          !was.containsKey(name)
              ? Kind.ADDED
              : !now.containsKey(name)
                  ? Kind.REMOVED
                  : details.renamed ? Kind.RENAMED : Kind.CHANGED;
      if (kind != Kind.CHANGED || !details.isEmpty()) {
        changes.add(
            new EntryChange(
                kind,
                type,
                name,
                file.apply(now.getOrDefault(name, was.get(name))),
                details.list()));
      }
    }
    return changes;
  }

  private Details facts(FactType was, FactType now) {
    return renamed(now)
        .add("kind", was, now, f -> plain ? kind(f) : "")
        .add("values", was, now, KnowledgeComparison::values)
        .add("ordered scale", was, now, f -> f.ordered() ? "yes" : "no")
        .add("group", was, now, FactType::group)
        .add("meaning", was, now, FactType::meaning)
        .add("how to code it", was, now, FactType::codingRule)
        .add("if absent", was, now, FactType::ifAbsent)
        .add("who can act", was, now, FactType::actor)
        .add("close to the choice", was, now, f -> f.closeToChoice() ? "yes" : "no")
        .add("from the other seat", was, now, KnowledgeComparison::otherSeat)
        .add("statements", was, now, f -> String.join(" ", f.statements()))
        .add("formerly", was, now, f -> f.formerly().text());
  }

  /** What a fact and its values were called; with the same words no difference. */
  private Details renamed(FactType now) {
    Details details = new Details();
    if (now != null) {
      String former = words.names().get(now.name());
      if (former != null) {
        details.add("name", former, now.name());
        details.renamed = true;
      }
      words
          .values()
          .getOrDefault(now.name(), Map.of())
          .forEach((value, then) -> details.add("value", value, then));
    }
    return details;
  }

  private static String kind(FactType fact) {
    return fact.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String values(FactType fact) {
    return fact.kind() == FactType.Kind.NUMBER
        ? "%d to %d".formatted(fact.min(), fact.max())
        : String.join(", ", fact.values());
  }

  private static String otherSeat(FactType fact) {
    return fact.counterpart() + (fact.reversed() ? ", reversed" : "");
  }

  private Details events(EventType was, EventType now) {
    return new Details()
        .add("by", was, now, EventType::by)
        .add("to", was, now, EventType::to)
        .add("extra keys", was, now, KnowledgeComparison::keys)
        .add("meaning", was, now, EventType::meaning)
        .add("facts it bears on", was, now, e -> String.join(", ", e.facts()));
  }

  private static String keys(EventType event) {
    return event.details().entrySet().stream()
        .map(
            e ->
                e.getValue().values().isEmpty()
                    ? e.getKey()
                    : e.getKey() + ": " + String.join(" or ", e.getValue().values()))
        .collect(Collectors.joining("; "));
  }

  private Details statements(Statement was, Statement now) {
    return new Details()
        .add("statement", was, now, Statement::text)
        .add("kind", was, now, Statement::kind)
        .add("document", was, now, Statement::document)
        .add("when", was, now, Statement::when)
        .add("then", was, now, Statement::then)
        .add("caution", was, now, Statement::caution);
  }

  private Details rules(RuleHeader was, RuleHeader now) {
    return new Details()
        .add("why", was, now, RuleHeader::why)
        .add("source", was, now, RuleHeader::source)
        .add("statements", was, now, r -> String.join(" ", r.statements()))
        .add("derives", was, now, r -> String.join(", ", r.derives()))
        .add("conditions", was, now, r -> r.conditions().strip())
        .add("consequence", was, now, r -> r.consequence().strip())
        .add("file", was, now, RuleHeader::file);
  }

  private static <T> Map<String, T> byName(List<T> entries, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    entries.forEach(e -> byName.put(name.apply(e), e));
    return byName;
  }

  /** Collects what differs. */
  static final class Details {
    private final List<Detail> details = new ArrayList<>();
    private boolean renamed;

    /** Compares two texts. */
    Details add(String what, String before, String after) {
      if (!before.equals(after)) {
        details.add(new Detail(what, before, after));
      }
      return this;
    }

    /** Compares a text of two entries, either of which may be {@code null}. */
    <T> Details add(String what, T before, T after, Function<T, String> text) {
      return add(
          what, before == null ? "" : text.apply(before), after == null ? "" : text.apply(after));
    }

    boolean isEmpty() {
      return details.isEmpty();
    }

    List<Detail> list() {
      return details;
    }
  }
}

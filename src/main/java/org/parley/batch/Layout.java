package org.parley.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.batch.mapping.Filter;
import org.parley.batch.mapping.Mapping;
import org.parley.batch.mapping.Rule;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Where in the records of a file stands what a mapping asks for. Immutable. */
final class Layout {
  /** What a case is called by in files that come without a mapping; the first that is there. */
  private static final List<String> IDS = List.of("id", "case");

  private static final String AS_OF = "as of";

  /** What stands for a missing value where R has written the file. */
  private static final String NOT_AVAILABLE = "NA";

  private final Mapping mapping;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Integer> passed = new ArrayList<>();
  private final List<Integer> id = new ArrayList<>();

  /**
   * Where a fact comes from.
   *
   * @param fact its place in the vocabulary
   */
  record Source(int fact, FactType type, List<BoundRule> rules) {}

  /**
   * A rule, and where its columns stand.
   *
   * @param column that it reads; negative for none
   * @param guards the columns under whose codes it speaks
   */
  record BoundRule(Rule rule, int column, Map<String, Integer> guards) {}

  /** A filter, and where its column stands. */
  record Condition(Filter filter, int column) {}

  /**
   * @param file its name, for messages
   * @param columns of the file
   * @throws ParleyException if the file lacks a column that the mapping asks for
   */
  Layout(Mapping mapping, String file, List<String> columns, Vocabulary vocabulary) {
    this.mapping = mapping;
    columns.forEach(column -> places.put(column, places.size()));
    requireColumns(file, columns);
    mapping.passed().stream().filter(places::containsKey).forEach(c -> passed.add(place(c)));
    mapping.id().forEach(column -> id.add(place(column)));
    mapping.where().forEach(f -> conditions.add(new Condition(f, place(f.column()))));
    int fact = 0;
    for (FactType type : vocabulary.facts()) {
      List<Rule> rules = mapping.facts().getOrDefault(type.name(), List.of());
      if (!rules.isEmpty()) {
        sources.add(new Source(fact, type, bound(rules)));
      }
      fact++;
    }
  }

  private void requireColumns(String file, List<String> columns) {
    List<Problem> problems =
        mapping.columns().stream()
            .filter(column -> !places.containsKey(column))
            .filter(column -> !mapping.mayBeAbsent().contains(column))
            .map(
                column ->
                    Problem.in(
                        file,
                        "the mapping '%s' reads the column '%s', which is not there%s"
                            .formatted(mapping.name(), column, Nearest.closeHint(column, columns))))
            .toList();
    ParleyException.throwIfAny(problems);
  }

  /** Rules that read a column which the file need not have, and has not, say nothing. */
  private List<BoundRule> bound(List<Rule> rules) {
    return rules.stream()
        .filter(rule -> places.keySet().containsAll(rule.columns()))
        .map(this::bound)
        .toList();
  }

  private BoundRule bound(Rule rule) {
    Map<String, Integer> guards = new LinkedHashMap<>();
    rule.when().keySet().forEach(column -> guards.put(column, place(column)));
    return new BoundRule(rule, rule.column().isEmpty() ? -1 : place(rule.column()), guards);
  }

  private int place(String column) {
    return places.getOrDefault(column, -1);
  }

  /** A rule of something that is held against the advice, and where its columns stand. */
  List<BoundRule> observed(String target) {
    return bound(mapping.observed().getOrDefault(target, List.of()));
  }

  Mapping mapping() {
    return mapping;
  }

  List<Source> sources() {
    return sources;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** The columns that are passed through. */
  List<Integer> passed() {
    return passed;
  }

  List<String> passedNames() {
    return mapping.passed().stream().filter(places::containsKey).toList();
  }

  /** The columns that name a record together. */
  List<Integer> id() {
    return id;
  }

  /** The column with the day to look from. */
  Optional<Integer> asOf() {
    return Optional.ofNullable(places.get(mapping.asOf()));
  }

  /** The column with the year. */
  Optional<Integer> year() {
    return Optional.ofNullable(places.get(mapping.year()));
  }

  /** The column with the name of a party, by its key in a case file. */
  Optional<Integer> party(String key) {
    return Optional.ofNullable(mapping.parties().get(key)).map(places::get);
  }

  /**
   * A mapping for a file whose columns are named as facts: all others are passed through.
   *
   * @param file its name, for messages
   * @throws ParleyException if no column is named as a fact, or one seems to be meant so
   */
  static Mapping plain(String file, List<String> columns, Vocabulary vocabulary) {
    Map<String, List<Rule>> facts = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String column : columns) {
      Optional<FactType> fact = fact(column, vocabulary);
      if (fact.isEmpty()) {
        others.add(column);
        String hint = Nearest.closeHint(column, vocabulary.factNames());
        if (!hint.isEmpty()) {
          problems.add(
              Problem.in(
                  file,
                  "the column '%s' is no fact%s; give it another name if it is to be passed through"
                      .formatted(Shown.piece(column), hint)));
        }
      } else if (facts.put(fact.get().name(), List.of(Rule.of(column))) != null) {
        problems.add(
            Problem.in(file, "two columns give the fact '%s'".formatted(fact.get().name())));
      }
    }
    if (facts.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.in(
              file,
              "no column is named as a fact: %s; a mapping (--map) says what other columns mean"
                  .formatted(Shown.piece(String.join(", ", columns)))));
    }
    ParleyException.throwIfAny(problems);
    Map<String, String> parties = new LinkedHashMap<>();
    Mapping.PARTIES.stream().filter(others::contains).forEach(p -> parties.put(p, p));
    return new Mapping(
        "",
        "",
        "",
        IDS.stream().filter(others::contains).limit(1).toList(),
        others,
        missing(vocabulary.facts()),
        Set.of(),
        StandardCharsets.UTF_8,
        List.of(),
        "",
        others.contains(AS_OF) ? AS_OF : "",
        parties,
        facts,
        Map.of(),
        Optional.empty(),
        "");
  }

  private static Set<String> missing(Collection<FactType> facts) {
    Set<String> missing = new LinkedHashSet<>(Set.of(NOT_AVAILABLE));
    facts.forEach(fact -> missing.removeAll(fact.values()));
    return missing;
  }

  /** The fact that a column is named as: programs write dots or underscores for blanks. */
  private static Optional<FactType> fact(String column, Vocabulary vocabulary) {
    return vocabulary
        .factEverCalled(column)
        .or(
            () ->
                vocabulary.facts().stream()
                    .filter(fact -> folded(fact.name()).equals(folded(column)))
                    .findFirst());
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s._-]+", " ");
  }
}

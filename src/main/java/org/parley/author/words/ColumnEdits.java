package org.parley.author.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.author.save.Column;
import org.parley.author.save.ModelColumns;
import org.parley.author.save.ModelColumns.LookedAt;
import org.parley.author.save.ModelText;
import org.parley.author.save.ModelWords;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Gives tables further columns to test, takes columns away or elsewhere. */
public final class ColumnEdits {
  private final KnowledgeBase base;
  private final WordDraft draft;

  /** Changes of the columns of a knowledge base. */
  public ColumnEdits(KnowledgeBase base) {
    this.base = base;
    this.draft = new WordDraft(base, Map.of());
  }

  /**
   * A table with a further column, which no row tests yet.
   *
   * @param name a fact or a decision
   * @param before the column that it stands before, or an empty string for the end
   * @throws ParleyException if the table cannot look at it
   */
  public WordChange add(String table, String name, String before) {
    if (base.plain().isPresent()) {
      throw new ParleyException(
          "a plain DMN file has no vocabulary that says what a new column may test: add it in a DMN"
              + " editor");
    }
    TableDraft draftOfTable = table(table);
    if (columns(draftOfTable).contains(name)) {
      throw new ParleyException(
          "the table '%s' has the column '%s' already".formatted(table, name));
    }
    int place = before.isEmpty() ? -1 : column(draftOfTable, before);
    draft.model(ModelColumns.added(model(table), table, lookedAt(name), place));
    draft.todo(
        "table '%s': its %d rows say any in the column '%s', so nothing changes yet: write rows that"
                .formatted(table, draftOfTable.rows().size(), name)
            + " look at it, with parley table export and import");
    return draft.done();
  }

  /**
   * A table without a column that no row tests.
   *
   * @throws ParleyException if a row tests it
   */
  public WordChange remove(String table, String name) {
    TableDraft draftOfTable = table(table);
    int column = column(draftOfTable, name);
    List<Place> testing =
        draftOfTable.rows().stream()
            .filter(r -> FactEdits.isTested(r.tests().get(column)))
            .map(r -> Place.of(model(table).file()).in("decision", table).in("row", r.id()))
            .toList();
    if (!testing.isEmpty()) {
      throw new ParleyException(
          Problem.in(
              model(table).file(),
              "the column '%s' is tested by rows of '%s': %s; have them say any first"
                  .formatted(
                      name, table, WordDraft.some(testing.stream().map(Place::row).toList()))));
    }
    Set<String> names = draft.names();
    draft.model(ModelColumns.removed(model(table), table, column, names));
    return draft.done();
  }

  /**
   * A table with a column at another place.
   *
   * @param before the column that it shall stand before, or an empty string for the end
   */
  public WordChange move(String table, String name, String before) {
    TableDraft draftOfTable = table(table);
    int from = column(draftOfTable, name);
    int to = before.isEmpty() ? draftOfTable.inputs().size() - 1 : column(draftOfTable, before);
    if (!before.isEmpty() && from < to) {
      to--;
    }
    draft.model(ModelColumns.moved(model(table), table, from, to));
    return draft.done();
  }

  private Decision decision(String table) {
    Set<String> tables =
        base.decisions().stream()
            .filter(d -> d.table().isPresent())
            .map(Decision::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<Decision> decision = base.decision(table);
    if (decision.isEmpty() || !tables.contains(table)) {
      throw new ParleyException(
          decision.isPresent()
              ? "'%s' is no table, but an expression: it has no columns".formatted(table)
              : "there is no table '%s'%s".formatted(table, Nearest.hint(table, tables)));
    }
    return decision.get();
  }

  private ModelText model(String table) {
    String file = decision(table).file();
    return ModelText.read(file, draft.files().get(file).orElseThrow());
  }

  private TableDraft table(String table) {
    return model(table).table(table).orElseThrow();
  }

  private static List<String> columns(TableDraft table) {
    return table.inputs().stream().map(Column::name).toList();
  }

  private static int column(TableDraft table, String name) {
    List<String> columns = columns(table);
    int column = columns.indexOf(name);
    if (column < 0) {
      boolean other =
          table.annotations().contains(name)
              || table.outputs().stream().anyMatch(o -> o.name().equals(name));
      throw new ParleyException(
          other
              ? "'%s' is an answer or a note of '%s': only columns that rows test come and go here"
                  .formatted(name, table.decision())
              : "the table '%s' has no column '%s'%s; it tests %s"
                  .formatted(
                      table.decision(),
                      name,
                      Nearest.hint(name, columns),
                      columns.isEmpty() ? "nothing" : "'" + String.join("', '", columns) + "'"));
    }
    return column;
  }

  /** What a model has to know of a fact or a decision to look at it. */
  private LookedAt lookedAt(String name) {
    Optional<FactType> fact = base.vocabulary().fact(name);
    if (fact.isPresent()) {
      return ofFact(fact.get());
    }
    Decision decision =
        base.decision(name)
            .orElseThrow(
                () ->
                    new ParleyException(
                        "there is no fact or decision '%s'%s"
                            .formatted(name, Nearest.hint(name, draft.names()))));
    ModelWords words =
        new ModelWords(
            ModelText.read(decision.file(), base.files().get(decision.file()).orElseThrow()));
    return words
        .typeOfDecision(name)
        .map(t -> new LookedAt(name, t.name(), t.base(), t.allowed(), decision.question()))
        .orElseThrow(
            () ->
                new ParleyException(
                    "'%s' answers with a list or with several things at once: no column can test it"
                        .formatted(name)));
  }

  private LookedAt ofFact(FactType fact) {
    Vocabulary.objectionToName(fact.name())
        .ifPresent(
            why -> {
              throw new ParleyException("'%s' cannot be a column: %s".formatted(fact.name(), why));
            });
    String meaning =
        fact.codingRule().isEmpty()
            ? sentence(fact.meaning())
            : sentence(fact.meaning()) + " " + sentence(fact.codingRule());
    List<ModelWords> words = draft.words();
    Optional<String> known =
        words.stream()
            .flatMap(w -> w.typesOf(fact.name()).stream())
            .filter(t -> !t.isEmpty())
            .findFirst();
    if (known.isPresent() && words.stream().noneMatch(w -> w.types().contains(known.get()))) {
      // one of FEEL's own
      return new LookedAt(fact.name(), known.get(), "", "", meaning);
    }
    String conventional = ModelWords.typeName(fact.name());
    String type =
        known.orElseGet(
            () ->
                IntStream.iterate(1, i -> i + 1)
                    .mapToObj(i -> i == 1 ? conventional : conventional + i)
                    .filter(t -> words.stream().noneMatch(w -> w.types().contains(t)))
                    .findFirst()
                    .orElseThrow());
    return fact.kind() == FactType.Kind.NUMBER
        ? new LookedAt(
            fact.name(), type, "number", "null,[%d..%d]".formatted(fact.min(), fact.max()), meaning)
        : new LookedAt(
            fact.name(), type, "string", new Cell.Texts(fact.values()).toFeel(), meaning);
  }

  private static String sentence(String text) {
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }
}

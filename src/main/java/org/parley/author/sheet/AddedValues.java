package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.words.FactEdits;
import org.parley.author.words.ValueEdits;
import org.parley.author.words.WordChange;
import org.parley.knowledge.FactType;
import org.parley.knowledge.FormerWords;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;

/**
 * Reads the sheet of facts back: there may be further facts and values, and some may be called
 * otherwise; nothing else changes.
 */
final class AddedValues {
  private static final int GROUP = VocabularySheet.HEADER.indexOf("group");
  private static final int NAME = VocabularySheet.HEADER.indexOf("fact");
  private static final int VALUES = VocabularySheet.HEADER.indexOf("values");
  private static final int MEANING = VocabularySheet.HEADER.indexOf("meaning");
  private static final int CODING_RULE = VocabularySheet.HEADER.indexOf("how to code it");
  private static final int ACTOR = VocabularySheet.HEADER.indexOf("who can act");
  private static final int FORMERLY = VocabularySheet.HEADER.indexOf(FormerWords.COLUMN);
  private static final int HEAD = 10;
  private static final String ELSEWHERE =
      "is changed in dmn/vocabulary.csv, not here; if it is not edited here, the file was changed"
          + " since the export: export again";
  private static final Pattern NUMBER =
      Pattern.compile("(?:a whole number from )?(\\d{1,8})\\s*(?:to|\\.\\.)\\s*(\\d{1,8})");

  private final Grid grid;
  private final List<Problem> problems;
  private final List<String> notes;

  /**
   * @param problems where to add what is wrong
   * @param notes where to add which values are new
   */
  AddedValues(Grid grid, List<Problem> problems, List<String> notes) {
    this.grid = grid;
    this.problems = problems;
    this.notes = notes;
  }

  static boolean isVocabulary(Grid grid) {
    return grid.cell(0, 0).text().equals(VocabularySheet.TITLE)
        || grid.rows().stream()
            .limit(HEAD)
            .map(row -> row.stream().map(c -> c.text().strip()).toList())
            .anyMatch(row -> row.size() > VALUES && row.containsAll(VocabularySheet.HEADER));
  }

  /** The knowledge base with the further words in every place where they must stand. */
  KnowledgeBase addTo(KnowledgeBase base) {
    int header = grid.rowOf(VocabularySheet.HEADER.get(0));
    if (header < 0) {
      problems.add(
          grid.problem(
              "the line with the column names, which begins with '%s', is gone: nothing of it is"
                      .formatted(VocabularySheet.HEADER.get(0))
                  + " read; bring it back, or export again"));
      return base;
    }
    int before = problems.size();
    requireColumns(header);
    if (problems.size() > before) {
      return base;
    }
    Set<String> missing = new LinkedHashSet<>(base.vocabulary().factNames());
    List<Integer> rows = new ArrayList<>();
    for (int row = header + 1; row < grid.rows().size(); row++) {
      if (!grid.isBlank(row)) {
        rows.add(row);
        missing.remove(text(row, NAME));
      }
    }
    KnowledgeBase changed = base;
    for (int row : rows) {
      changed = readRow(row, base, changed, missing);
    }
    if (!missing.isEmpty() && problems.isEmpty()) {
      notes.add(
          "%s: '%s' has no row and stays as it is; parley fact remove takes a fact out"
              .formatted(grid.name(), String.join("', '", missing)));
    }
    return changed;
  }

  /** Nothing that somebody wrote on the sheet is passed over. */
  private void requireColumns(int header) {
    for (int i = 0; i < VocabularySheet.HEADER.size(); i++) {
      String name = VocabularySheet.HEADER.get(i);
      if (!text(header, i).equals(name)) {
        problems.add(
            grid.problem(
                header, i, "the heading '%s' has to stand here: bring it back".formatted(name)));
      }
    }
    for (int row = 0; row < grid.rows().size(); row++) {
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        boolean read = row < header ? i == 0 && row < 2 : i < VocabularySheet.HEADER.size();
        if (!read && !grid.cell(row, i).isBlank()) {
          problems.add(
              grid.problem(
                  row,
                  i,
                  "stands %s the table: it would be lost"
                      .formatted(row < header ? "above" : "beside")));
        }
      }
    }
    if (!text(1, 0).startsWith(VocabularySheet.NOTE.substring(0, 20))) {
      notes.add("%s, cell A2: is not read, only the table below it".formatted(grid.name()));
    }
  }

  private String text(int row, int column) {
    return column < 0 ? "" : grid.cell(row, column).text().strip();
  }

  /**
   * @param missing the facts that have no row; one that is called otherwise is taken out
   */
  private KnowledgeBase readRow(
      int row, KnowledgeBase base, KnowledgeBase changed, Set<String> missing) {
    String name = text(row, NAME);
    Optional<FactType> fact = base.vocabulary().fact(name);
    if (fact.isPresent()) {
      return compare(row, fact.get(), changed);
    }
    Optional<String> former =
        FormerWords.of(text(row, FORMERLY)).names().stream()
            .filter(n -> base.vocabulary().fact(n).isPresent())
            .findFirst();
    if (former.isPresent()) {
      return rename(row, former.get(), name, changed, missing);
    }
    if (!missing.isEmpty()) {
      String near = Nearest.hint(name, missing);
      problems.add(
          grid.problem(
              row,
              NAME,
              "there is no fact '%s', and '%s' has no row any more%s: if that is what it is called now,"
                      .formatted(name, String.join("', '", missing), near)
                  + " write the old name into the column 'formerly'; if it is a new fact, bring the"
                  + " row of the other back"));
      return changed;
    }
    return add(row, name, changed);
  }

  private KnowledgeBase rename(
      int row, String former, String now, KnowledgeBase changed, Set<String> missing) {
    if (!missing.remove(former)) {
      problems.add(
          grid.problem(
              row,
              FORMERLY,
              "'%s' has a row of its own: a fact is renamed in its row".formatted(former)));
      return changed;
    }
    KnowledgeBase renamed =
        reworded(row, NAME, changed, () -> new FactEdits(changed, Map.of()).rename(former, now));
    if (renamed.vocabulary().fact(now).isEmpty()) {
      return changed;
    }
    notes.add(
        "fact '%s' is called '%s' now, in every model and, once it is saved, in the case files"
            .formatted(former, now));
    return compare(row, renamed.vocabulary().fact(now).orElseThrow(), renamed);
  }

  private KnowledgeBase add(int row, String name, KnowledgeBase changed) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int column : List.of(GROUP, VALUES, MEANING)) {
      if (text(row, column).isEmpty()) {
        problems.add(
            grid.problem(
                row,
                column,
                "the new fact '%s' needs this: %s"
                    .formatted(name, VocabularySheet.HEADER.get(column))));
        return changed;
      }
    }
    Matcher number = NUMBER.matcher(text(row, VALUES));
    cells.put("group", text(row, GROUP));
    cells.put("name", name);
    cells.put("type", number.matches() ? "number" : "choice");
    cells.put(
        "values", number.matches() ? number.group(1) + ".." + number.group(2) : text(row, VALUES));
    cells.put("meaning", text(row, MEANING));
    cells.put("how to code it", text(row, CODING_RULE));
    cells.put("who can act", text(row, ACTOR));
    KnowledgeBase added =
        made(row, NAME, changed, () -> new FactEdits(changed, Map.of()).add(cells));
    if (added.vocabulary().fact(name).isPresent()) {
      notes.add(
          "there is a new fact '%s'; a heading of that name above a further column of a table has the"
                  .formatted(name)
              + " table look at it");
    }
    return added;
  }

  /**
   * What a change makes; the knowledge base as it is, and the problems, where it cannot be made.
   */
  private KnowledgeBase made(
      int row, int column, KnowledgeBase otherwise, Supplier<WordChange> change) {
    try {
      return change.get().after();
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(grid.problem(row, column, p.toString())));
      return otherwise;
    }
  }

  /** The same; where something is left to do by hand, somebody must hear of it. */
  private KnowledgeBase reworded(
      int row, int column, KnowledgeBase otherwise, Supplier<WordChange> change) {
    return made(
        row,
        column,
        otherwise,
        () -> {
          WordChange made = change.get();
          notes.addAll(made.notes());
          notes.addAll(made.todo());
          return made;
        });
  }

  private KnowledgeBase compare(int row, FactType fact, KnowledgeBase changed) {
    List<String> cells = VocabularySheet.cells(fact);
    KnowledgeBase now = changed;
    for (int i = 0; i < cells.size(); i++) {
      boolean same = text(row, i).equals(cells.get(i).strip());
      if (!same && i == FORMERLY) {
        now = formerly(row, fact, now);
      }
    }
    FactType reworded = now.vocabulary().fact(fact.name()).orElse(fact);
    List<String> then = VocabularySheet.cells(reworded);
    for (int i = 0; i < cells.size(); i++) {
      // the row of another fact may have changed this one too
      boolean same =
          i == FORMERLY
              || text(row, i).equals(cells.get(i).strip())
              || text(row, i).equals(then.get(i).strip());
      if (!same && (i != VALUES || reworded.kind() == FactType.Kind.NUMBER)) {
        problems.add(grid.problem(row, i, ELSEWHERE));
      } else if (!same) {
        return withValues(row, reworded, now);
      }
    }
    return now;
  }

  /** Values that are called otherwise: the list of values has the new words, this the old ones. */
  private KnowledgeBase formerly(int row, FactType fact, KnowledgeBase base) {
    FormerWords said = FormerWords.of(text(row, FORMERLY));
    KnowledgeBase changed = base;
    for (Map.Entry<String, String> value : said.values().entrySet()) {
      boolean known = fact.formerly().values().containsKey(value.getKey());
      if (!known && fact.values().contains(value.getKey())) {
        KnowledgeBase before = changed;
        changed =
            reworded(
                row,
                FORMERLY,
                before,
                () ->
                    new ValueEdits(before, Map.of())
                        .rename(fact.name(), value.getKey(), value.getValue()));
        notes.add(
            "'%s' of '%s' is called '%s' now, in every model and, once it is saved, in the case files"
                .formatted(value.getKey(), fact.name(), value.getValue()));
      } else if (!known) {
        problems.add(
            grid.problem(
                row,
                FORMERLY,
                "'%s' is no value of '%s'%s: write 'value: old → new' for one that is called otherwise"
                    .formatted(
                        value.getKey(), fact.name(), Nearest.hint(value.getKey(), fact.values()))));
      }
    }
    return changed;
  }

  private KnowledgeBase withValues(int row, FactType fact, KnowledgeBase base) {
    List<String> wanted = List.of(text(row, VALUES).split("\\s*\\|\\s*"));
    List<String> kept = new ArrayList<>(wanted);
    kept.retainAll(fact.values());
    List<String> missing = new ArrayList<>(fact.values());
    missing.removeAll(kept);
    List<String> inOrder = new ArrayList<>(fact.values());
    inOrder.removeAll(missing);
    if (!kept.equals(inOrder)) {
      problems.add(
          grid.problem(
              row,
              VALUES,
              "values are added here, not put in another order: dmn/vocabulary.csv does that; for"
                  + " one that is called otherwise write 'value: old → new' into the column"
                  + " 'formerly'"));
      return base;
    }
    boolean perhapsRenamed = wanted.size() > kept.size();
    if (!missing.isEmpty() && perhapsRenamed) {
      problems.add(
          grid.problem(
              row,
              VALUES,
              "'%s' is new here, and '%s' is missing: if that is what it is called now, write 'value: %s → %s'"
                      .formatted(
                          String.join("', '", added(wanted, fact)),
                          String.join("', '", missing),
                          missing.get(0),
                          added(wanted, fact).get(0))
                  + " into the column 'formerly'; else bring the other back"));
      return base;
    }
    if (!missing.isEmpty()) {
      notes.add(
          "%s: '%s' of '%s' is not in its row and stays as it is; parley value remove takes a value out"
              .formatted(grid.name(), String.join("', '", missing), fact.name()));
    }
    KnowledgeBase widened = base;
    for (int i = 0; i < wanted.size(); i++) {
      String value = wanted.get(i);
      if (!widened.vocabulary().fact(fact.name()).orElseThrow().values().contains(value)) {
        widened = add(row, fact, value, next(wanted, i, fact), widened);
      }
    }
    return widened;
  }

  private static List<String> added(List<String> wanted, FactType fact) {
    return wanted.stream().filter(v -> !fact.values().contains(v)).toList();
  }

  /** The value that a new one stands before. */
  private static String next(List<String> wanted, int place, FactType fact) {
    return wanted.subList(place, wanted.size()).stream()
        .filter(fact.values()::contains)
        .findFirst()
        .orElse(FactType.UNKNOWN);
  }

  private KnowledgeBase add(
      int row, FactType fact, String value, String before, KnowledgeBase base) {
    KnowledgeBase widened =
        made(
            row,
            VALUES,
            base,
            () -> new ValueEdits(base, Map.of()).add(fact.name(), value, before));
    if (!widened.equals(base)) {
      notes.add(
          "fact '%s' gets the value '%s', in the vocabulary and in every model; rows that should"
                  .formatted(fact.name(), value)
              + " look at it are still to be written");
    }
    return widened;
  }
}

package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.save.AllowedValue;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;

/** Reads the sheet of facts back: a fact may have got further values, and nothing else changed. */
final class AddedValues {
  private static final int NAME = VocabularySheet.HEADER.indexOf("fact");
  private static final int VALUES = VocabularySheet.HEADER.indexOf("values");
  private static final String ELSEWHERE = "is changed in dmn/vocabulary.csv, not here";

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
    return grid.cell(0, 0).text().equals(VocabularySheet.TITLE);
  }

  /** The knowledge base with the further values in every place where they must stand. */
  KnowledgeBase addTo(KnowledgeBase base) {
    KnowledgeBase widened = base;
    int header = grid.rowOf(VocabularySheet.HEADER.get(0));
    for (int row = header + 1; header >= 0 && row < grid.rows().size(); row++) {
      if (!grid.isBlank(row)) {
        widened = readRow(row, base, widened);
      }
    }
    return widened;
  }

  private KnowledgeBase readRow(int row, KnowledgeBase base, KnowledgeBase widened) {
    String name = grid.cell(row, NAME).text().strip();
    Optional<FactType> fact = base.vocabulary().fact(name);
    if (fact.isEmpty()) {
      problems.add(
          grid.problem(
              row,
              NAME,
              "there is no fact '%s'%s: a fact is named and added in dmn/vocabulary.csv"
                  .formatted(name, Nearest.hint(name, base.vocabulary().factNames()))));
      return widened;
    }
    List<String> cells = VocabularySheet.cells(fact.get());
    for (int i = 0; i < cells.size(); i++) {
      boolean same = grid.cell(row, i).text().strip().equals(cells.get(i).strip());
      if (!same && (i != VALUES || fact.get().kind() == FactType.Kind.NUMBER)) {
        problems.add(grid.problem(row, i, ELSEWHERE));
      } else if (!same) {
        return withValues(row, fact.get(), widened);
      }
    }
    return widened;
  }

  private KnowledgeBase withValues(int row, FactType fact, KnowledgeBase base) {
    List<String> wanted = List.of(grid.cell(row, VALUES).text().strip().split("\\s*\\|\\s*"));
    List<String> kept = new ArrayList<>(wanted);
    kept.retainAll(fact.values());
    if (!kept.equals(fact.values())) {
      problems.add(
          grid.problem(
              row,
              VALUES,
              "values are added here, not taken away, renamed or put in another order: that "
                  + ELSEWHERE));
      return base;
    }
    KnowledgeBase widened = base;
    for (int i = 0; i < wanted.size(); i++) {
      String value = wanted.get(i);
      boolean there = widened.vocabulary().fact(fact.name()).orElseThrow().values().contains(value);
      if (!there) {
        widened = add(row, fact, value, next(wanted, i, fact), widened);
      }
    }
    return widened;
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
    try {
      KnowledgeBase widened =
          SheetImporter.changed(base, new AllowedValue(fact.name(), value, before).addTo(base));
      notes.add(
          "fact '%s' gets the value '%s', in the vocabulary and in every model; rows that should"
                  .formatted(fact.name(), value)
              + " look at it are still to be written");
      return widened;
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(grid.problem(row, VALUES, p.toString())));
      return base;
    }
  }
}

package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Proposes ids for new rows: how the table's ids begin, and what sets the row apart. */
final class RowIds {
  private static final int LONGEST = 60;

  private final Set<String> taken;
  private final TableDraft table;
  private final String start;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By column: in how many rows each of its tests stands. */
  private final List<Map<String, Long>> tests;

  /**
   * Those of one table.
   *
   * @param taken the ids that are in use; those that are proposed are added
   */
  RowIds(TableDraft table, Set<String> taken) {
    this.table = table;
    this.taken = taken;
    this.start = start(table);
    this.tests =
        IntStream.range(0, table.inputs().size())
            .mapToObj(
                column ->
                    table.rows().stream()
                        .map(r -> r.tests().get(column))
                        .collect(Collectors.groupingBy(t -> t, Collectors.counting())))
            .toList();
  }

  /** The ids of all rows that there are. */
  static Set<String> taken(KnowledgeBase base) {
    return base.decisions().stream()
        .flatMap(d -> d.table().stream())
        .flatMap(t -> t.rows().stream())
        .map(Row::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** An id that no row has; each is given once. */
  String propose(RowDraft row) {
    StringBuilder id = new StringBuilder(start);
    for (String mark : marks(row)) {
      if (id.length() + mark.length() >= LONGEST) {
        break;
      }
      id.append('-').append(mark);
      if (taken.add(id.toString())) {
        return id.toString();
      }
    }
    String numbered;
    do {
      numbered = id + "-" + numbers.merge(id.toString(), 2, (n, first) -> n + 1);
    } while (!taken.add(numbered));
    return numbered;
  }

  /** The words that all ids of the table begin with, or the decision's name. */
  private static String start(TableDraft table) {
    List<List<String>> ids =
        table.rows().stream()
            .filter(r -> !r.id().isEmpty())
            .map(r -> List.of(r.id().split("-")))
            .toList();
    List<String> common = ids.size() < 2 ? List.of() : ids.get(0);
    for (List<String> id : ids) {
      int same = 0;
      while (same < Math.min(common.size(), id.size() - 1)
          && common.get(same).equals(id.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return common.isEmpty() ? words(table.decision()) : String.join("-", common);
  }

  /** What the row tests, what few other rows test first; then what it answers. */
  private List<String> marks(RowDraft row) {
    List<String> marks = new ArrayList<>();
    IntStream.range(0, row.tests().size())
        .filter(i -> !row.tests().get(i).equals("-"))
        .boxed()
        .sorted(Comparator.comparing(i -> tests.get(i).getOrDefault(row.tests().get(i), 0L)))
        .map(i -> words(table.inputs().get(i).name() + " " + row.tests().get(i)))
        .forEach(marks::add);
    row.results().forEach(r -> marks.add(words(r)));
    marks.removeIf(String::isEmpty);
    return marks;
  }

  private static String words(String text) {
    String words =
        text.toLowerCase(Locale.ROOT)
            .replace(">=", " from ")
            .replace("<=", " up to ")
            .replace("<", " under ")
            .replace(">", " over ")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return words.isEmpty()
        ? ""
        : String.join("-", List.of(words.split("-")).stream().limit(6).toList());
  }
}

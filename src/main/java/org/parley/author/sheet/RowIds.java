package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Proposes ids for new rows: how the table's ids begin, and what sets the row apart. */
final class RowIds {
  private static final int LONGEST = 60;

  private final Set<String> taken = new HashSet<>();

  RowIds(KnowledgeBase base) {
    for (Decision decision : base.decisions()) {
      decision.table().ifPresent(t -> t.rows().stream().map(Row::id).forEach(taken::add));
    }
  }

  /** An id that no row has; each is given once. */
  String propose(TableDraft table, RowDraft row) {
    String start = start(table);
    StringBuilder id = new StringBuilder(start);
    for (String mark : marks(table, row)) {
      if (id.length() + mark.length() >= LONGEST) {
        break;
      }
      id.append('-').append(mark);
      if (taken.add(id.toString())) {
        return id.toString();
      }
    }
    for (int i = 2; ; i++) {
      if (taken.add(id + "-" + i)) {
        return id + "-" + i;
      }
    }
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
  private static List<String> marks(TableDraft table, RowDraft row) {
    List<String> marks = new ArrayList<>();
    IntStream.range(0, row.tests().size())
        .filter(i -> !row.tests().get(i).equals("-"))
        .boxed()
        .sorted(Comparator.comparing(i -> shared(table, row, i)))
        .map(i -> words(table.inputs().get(i).name() + " " + row.tests().get(i)))
        .forEach(marks::add);
    row.results().forEach(r -> marks.add(words(r)));
    marks.removeIf(String::isEmpty);
    return marks;
  }

  private static long shared(TableDraft table, RowDraft row, int column) {
    return table.rows().stream()
        .filter(r -> r.tests().get(column).equals(row.tests().get(column)))
        .count();
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

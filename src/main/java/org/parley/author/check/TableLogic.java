package org.parley.author.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.parley.author.check.TableAnalysis.DeadCell;
import org.parley.author.check.TableAnalysis.DuplicateRow;
import org.parley.author.check.TableAnalysis.ForgottenValue;
import org.parley.author.check.TableAnalysis.MaskedRow;
import org.parley.author.check.TableAnalysis.MergeableRows;
import org.parley.author.check.TableAnalysis.Overlap;
import org.parley.decide.answer.TableCells;
import org.parley.decide.answer.TableCells.Dimension;
import org.parley.decide.answer.TableCells.RowCells;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.Row;

/** Works out on boxes what one table says over every combination of values. */
final class TableLogic {
  private final DecisionTable table;
  private final TableCells cells;
  private final Map<Integer, Set<String>> broken;
  private final Box whole;
  // in the order in which the hit policy prefers them, without those that are broken
  private final List<Sound> rows;
  private final List<DeadCell> deadCells;
  // by number: those about which something has been found
  private final Set<Integer> spent = new HashSet<>();
  private boolean meeting;

  /** A row whose cells mean what they say. */
  private record Sound(Row row, Object result, Box box) {
    int number() {
      return row.number();
    }

    boolean says(Sound other) {
      return result.equals(other.result);
    }

    boolean covers(Sound other) {
      return box.contains(other.box);
    }
  }

  private TableLogic(DecisionTable table, TableCells cells, Map<Integer, Set<String>> broken) {
    this.table = table;
    this.cells = cells;
    this.broken = broken;
    this.whole = Box.of(cells.dimensions().stream().map(TableLogic::all).toList());
    this.deadCells =
        cells.rows().stream().filter(r -> !isBroken(r)).flatMap(r -> deadCell(r).stream()).toList();
    this.rows =
        cells.rows().stream()
            .filter(r -> !isBroken(r) && r.result() != null && deadCell(r).isEmpty())
            .map(r -> new Sound(table.rows().get(r.number() - 1), r.result(), Box.of(r.accepted())))
            .toList();
  }

  /**
   * Analyses a table.
   *
   * @param broken by the number of a row the columns whose cells cannot mean what they say
   */
  static TableAnalysis of(DecisionTable table, TableCells cells, Map<Integer, Set<String>> broken) {
    return new TableLogic(table, cells, broken).analysis();
  }

  private TableAnalysis analysis() {
    Optional<List<Box>> gaps = gaps();
    List<DuplicateRow> duplicates = new ArrayList<>();
    List<Overlap> overlaps = new ArrayList<>();
    forEachPair((first, second) -> pair(first, second, duplicates, overlaps));
    List<MaskedRow> masked = new ArrayList<>();
    List<Row> unsettled = new ArrayList<>();
    if (Set.of("FIRST", "PRIORITY").contains(table.hitPolicy())) {
      for (int i = 0; i < rows.size(); i++) {
        mask(rows.get(i), rows.subList(0, i), masked, unsettled);
      }
    }
    List<MergeableRows> mergeable = new ArrayList<>();
    forEachPair((first, second) -> merge(first, second).ifPresent(mergeable::add));
    boolean all = broken.isEmpty() && deadCells.isEmpty();
    boolean closed = gaps.filter(List::isEmpty).isPresent();
    return new TableAnalysis(
        deadCells,
        gaps,
        gaps.isPresent() ? Optional.empty() : sample(),
        duplicates,
        overlaps,
        masked,
        unsettled,
        mergeable,
        all && rows.size() > 1 && !meeting && isMisleading(),
        all && closed ? forgotten() : List.of(),
        rows.stream().filter(r -> !spent.contains(r.number())).map(Sound::row).toList());
  }

  private static List<Integer> all(Dimension dimension) {
    return IntStream.range(0, dimension.values().size()).boxed().toList();
  }

  private boolean isBroken(RowCells row) {
    return broken.containsKey(row.number());
  }

  private Optional<DeadCell> deadCell(RowCells row) {
    int column = row.accepted().indexOf(List.of());
    return column < 0
        ? Optional.empty()
        : Optional.of(new DeadCell(row.number(), cells.dimensions().get(column).name()));
  }

  /** Finds combinations without a row. */
  private Optional<List<Box>> gaps() {
    return cells.otherwise() ? Optional.of(List.of()) : Box.left(whole, generous());
  }

  /** One combination without a row, where there are too many to find them all. */
  private Optional<Box> sample() {
    return Box.sample(whole, generous()).flatMap(found -> found.stream().findFirst());
  }

  private List<Box> generous() {
    return cells.rows().stream().map(this::generous).toList();
  }

  /** What a row matches, if a cell that is broken or dead accepted all. */
  private Box generous(RowCells row) {
    Set<String> open = broken.getOrDefault(row.number(), Set.of());
    return Box.of(
        IntStream.range(0, row.accepted().size())
            .mapToObj(
                i -> {
                  Dimension dimension = cells.dimensions().get(i);
                  boolean dead = deadCells.contains(new DeadCell(row.number(), dimension.name()));
                  return dead || open.contains(dimension.name())
                      ? all(dimension)
                      : row.accepted().get(i);
                })
            .toList());
  }

  /** Goes over pairs of rows, each in the order of the table. */
  private void forEachPair(BiConsumer<Sound, Sound> look) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        boolean inOrder = rows.get(i).number() < rows.get(j).number();
        look.accept(rows.get(inOrder ? i : j), rows.get(inOrder ? j : i));
      }
    }
  }

  private void pair(
      Sound first, Sound second, List<DuplicateRow> duplicates, List<Overlap> overlaps) {
    if (!first.box().meets(second.box())) {
      return;
    }
    meeting = true;
    if (first.box().equals(second.box()) && first.says(second)) {
      duplicates.add(new DuplicateRow(first.row(), second.row()));
    } else if (table.hitPolicy().equals("UNIQUE")
        || (table.hitPolicy().equals("ANY") && !first.says(second))) {
      Box both = first.box().intersection(second.box());
      overlaps.add(new Overlap(first.row(), second.row(), both, first.result(), second.result()));
    } else {
      return;
    }
    spent.addAll(List.of(first.number(), second.number()));
  }

  private void mask(Sound row, List<Sound> preferred, List<MaskedRow> masked, List<Row> unsettled) {
    if (spent.contains(row.number())) {
      return;
    }
    boolean priority = table.hitPolicy().equals("PRIORITY");
    // of rows with one result each decides as well as the other
    List<Sound> before =
        preferred.stream()
            .filter(b -> b.box().meets(row.box()))
            .filter(b -> !priority || !b.row().results().equals(row.row().results()))
            .toList();
    Optional<List<Box>> left = Box.sample(row.box(), before.stream().map(Sound::box).toList());
    if (left.isEmpty()) {
      unsettled.add(row.row());
    } else if (left.get().isEmpty()) {
      List<Sound> by = before.stream().filter(b -> b.covers(row)).limit(1).toList();
      masked.add(
          new MaskedRow(row.row(), (by.isEmpty() ? before : by).stream().map(Sound::row).toList()));
      spent.add(row.number());
    }
  }

  private Optional<MergeableRows> merge(Sound one, Sound other) {
    if (spent.contains(one.number())
        || spent.contains(other.number())
        || one.row().why().isEmpty()
        || !one.row().results().equals(other.row().results())
        || !one.row().annotations().equals(other.row().annotations())) {
      return Optional.empty();
    }
    List<Integer> differences = one.box().differences(other.box());
    if (differences.size() == 1) {
      String column = cells.dimensions().get(differences.get(0)).name();
      return Optional.of(new MergeableRows(one.row(), other.row(), Optional.of(column)));
    }
    return one.covers(other) || other.covers(one)
        ? Optional.of(new MergeableRows(one.row(), other.row(), Optional.empty()))
        : Optional.empty();
  }

  private boolean isMisleading() {
    return Set.of("FIRST", "PRIORITY", "ANY").contains(table.hitPolicy())
        || (table.hitPolicy().equals("COLLECT")
            && Box.sample(whole, rows.stream().map(Sound::box).toList())
                .filter(List::isEmpty)
                .isPresent());
  }

  private List<ForgottenValue> forgotten() {
    if (!Set.of("UNIQUE", "FIRST", "ANY").contains(table.hitPolicy())) {
      // where rows add up, most of them speak of one value only
      return List.of();
    }
    List<ForgottenValue> forgotten = new ArrayList<>();
    for (int i = 0; i < cells.dimensions().size(); i++) {
      int column = i;
      Dimension dimension = cells.dimensions().get(i);
      int size = dimension.values().size();
      BitSet unnamed = new BitSet();
      unnamed.set(0, size);
      rows.stream()
          .map(r -> r.box().side(column))
          .filter(side -> side.cardinality() < size)
          .forEach(unnamed::andNot);
      if (unnamed.cardinality() == 1 && size > 2 && !dimension.banded() && dimension.others() < 0) {
        forgotten.add(
            new ForgottenValue(dimension.name(), dimension.values().get(unnamed.nextSetBit(0))));
      }
    }
    return forgotten;
  }
}

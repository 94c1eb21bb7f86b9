package org.parley.author.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Place;
import org.parley.decide.TableCells;
import org.parley.decide.TableCells.RowCells;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.Row;

/** What one table says over every combination of values, worked out on boxes. */
final class TableLogic {
  private static final int MOST_GAPS = 40;

  private final DraftDecision decision;
  private final DecisionTable table;
  private final TableCells cells;
  private final TableWords words;
  private final CheckFindings findings;
  private final Map<Integer, Set<String>> broken;
  private final Box whole;
  // in the order in which the hit policy prefers them, without those that are broken
  private final List<Sound> rows = new ArrayList<>();
  private final Set<Integer> spent = new HashSet<>();
  private boolean meeting;

  /** A row whose cells mean what they say. */
  private record Sound(RowCells cells, Row row, Box box) {
    boolean says(Sound other) {
      return cells.result().equals(other.cells.result());
    }
  }

  /**
   * @param broken by the number of a row the columns whose cells cannot mean what they say
   */
  TableLogic(
      DraftDecision decision,
      TableCells cells,
      TableWords words,
      Map<Integer, Set<String>> broken,
      CheckFindings findings) {
    this.decision = decision;
    this.table = decision.decisionTable();
    this.cells = cells;
    this.words = words;
    this.findings = findings;
    this.broken = new HashMap<>(broken);
    this.whole = Box.of(cells.dimensions().stream().map(d -> all(d.values().size())).toList());
  }

  private static List<Integer> all(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  void run() {
    cells.rows().forEach(this::emptyCells);
    for (RowCells row : cells.rows()) {
      if (!broken.containsKey(row.number()) && row.result() != null) {
        rows.add(new Sound(row, table.rows().get(row.number() - 1), Box.of(row.accepted())));
      }
    }
    boolean open = gaps();
    pairs();
    if (Set.of("FIRST", "PRIORITY").contains(table.hitPolicy())) {
      masked();
    }
    mergeable();
    policy();
    if (!open && broken.isEmpty()) {
      forgotten();
    }
  }

  /** The rows about which nothing has been found. */
  List<Row> rows() {
    return rows.stream().filter(r -> !spent.contains(r.cells().number())).map(Sound::row).toList();
  }

  /** A cell that accepts nothing, though each thing that it names may be seen. */
  private void emptyCells(RowCells row) {
    for (int i = 0; i < row.accepted().size(); i++) {
      if (row.accepted().get(i).isEmpty() && !broken.containsKey(row.number())) {
        String name = cells.dimensions().get(i).name();
        findings.add(
            Check.UNREACHABLE_ROW,
            cell(row.number(), name),
            "the row never matches: its cell accepts none of the values that '%s' can have"
                .formatted(name));
        broken.computeIfAbsent(row.number(), n -> new HashSet<>()).add(name);
      }
    }
  }

  private Place cell(int row, String column) {
    DraftDecision.DraftRow at = decision.rows().get(row - 1);
    return at.tests().stream()
        .filter(p -> p.column().equals(column))
        .findFirst()
        .orElse(at.place());
  }

  private Place place(Sound row) {
    return decision.rows().get(row.cells().number() - 1).place();
  }

  /** Finds combinations without a row; a broken cell counts as if it accepted all. */
  private boolean gaps() {
    if (cells.otherwise()) {
      return false;
    }
    List<Box> boxes = cells.rows().stream().map(this::generous).toList();
    Optional<List<Box>> left = Regions.left(whole, boxes);
    if (left.isEmpty()) {
      findings.skip(
          "gaps of '%s'".formatted(decision.name()),
          "what its rows leave open falls into thousands of pieces");
      return true;
    }
    List<Box> gaps = left.get();
    for (int i = 0; i < Math.min(gaps.size(), MOST_GAPS); i++) {
      int more = i + 1 == MOST_GAPS ? gaps.size() - MOST_GAPS : 0;
      findings.add(
          Check.GAP,
          decision.place(),
          "no row for %s%s"
              .formatted(
                  words.of(gaps.get(i)),
                  more > 0 ? "; and %d more such regions".formatted(more) : ""));
    }
    return !gaps.isEmpty();
  }

  private Box generous(RowCells row) {
    Set<String> columns = broken.getOrDefault(row.number(), Set.of());
    List<List<Integer>> accepted = new ArrayList<>();
    for (int i = 0; i < row.accepted().size(); i++) {
      boolean open = columns.contains(cells.dimensions().get(i).name());
      accepted.add(open ? all(cells.dimensions().get(i).values().size()) : row.accepted().get(i));
    }
    return Box.of(accepted);
  }

  private void pairs() {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Sound one = rows.get(i);
        Sound other = rows.get(j);
        if (one.box().meets(other.box())) {
          meeting = true;
          pair(earlier(one, other), later(one, other));
        }
      }
    }
  }

  private void pair(Sound first, Sound second) {
    if (first.box().equals(second.box()) && first.says(second)) {
      findings.add(
          Check.DUPLICATE_ROW,
          place(second),
          "says the same in the same cases as row '%s': keep one of the two"
              .formatted(first.row().id()));
      spent.add(first.cells().number());
      spent.add(second.cells().number());
    } else if (table.hitPolicy().equals("UNIQUE")
        || (table.hitPolicy().equals("ANY") && !first.says(second))) {
      overlap(first, second);
    }
  }

  private void overlap(Sound first, Sound second) {
    String meet = words.of(first.box().intersection(second.box()));
    String says =
        first.says(second)
            ? "both say \"%s\"".formatted(TableWords.result(first.cells().result()))
            : "'%s' says \"%s\", '%s' says \"%s\""
                .formatted(
                    first.row().id(),
                    TableWords.result(first.cells().result()),
                    second.row().id(),
                    TableWords.result(second.cells().result()));
    findings.add(
        Check.OVERLAP,
        place(second),
        "matches together with row '%s' for %s; %s, and %s allows %s"
            .formatted(
                first.row().id(),
                meet,
                says,
                table.hitPolicy(),
                table.hitPolicy().equals("UNIQUE") ? "one row at a time" : "only rows that agree"));
    spent.add(first.cells().number());
    spent.add(second.cells().number());
  }

  private void masked() {
    boolean priority = table.hitPolicy().equals("PRIORITY");
    for (int i = 0; i < rows.size(); i++) {
      Sound row = rows.get(i);
      if (spent.contains(row.cells().number())) {
        continue;
      }
      // of rows with one result each decides as well as the other
      List<Sound> before =
          rows.subList(0, i).stream()
              .filter(b -> b.box().meets(row.box()))
              .filter(b -> !priority || !b.row().results().equals(row.row().results()))
              .toList();
      Optional<List<Box>> left = Regions.left(row.box(), before.stream().map(Sound::box).toList());
      if (left.isEmpty()) {
        findings.skip(
            "whether row '%s' is masked".formatted(row.row().id()),
            "what the rows before it leave of it falls into thousands of pieces");
      } else if (left.get().isEmpty()) {
        findings.add(
            Check.MASKED_ROW,
            place(row),
            "never decides: wherever it matches, %s does so too and %s"
                .formatted(masks(row, before), priority ? "ranks higher" : "stands before it"));
        spent.add(row.cells().number());
      }
    }
  }

  private static String masks(Sound row, List<Sound> before) {
    return before.stream()
        .filter(b -> b.box().contains(row.box()))
        .findFirst()
        .map(b -> "row '%s'".formatted(b.row().id()))
        .orElseGet(
            () ->
                before.stream()
                    .map(b -> "'" + b.row().id() + "'")
                    .collect(Collectors.joining(", ", "one of the rows ", "")));
  }

  private void mergeable() {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (canMerge(rows.get(i), rows.get(j))) {
          merge(earlier(rows.get(i), rows.get(j)), later(rows.get(i), rows.get(j)));
        }
      }
    }
  }

  private void merge(Sound one, Sound other) {
    List<Integer> differences = one.box().differences(other.box());
    String how =
        differences.size() == 1
            ? " and differs only in '%s'"
                .formatted(cells.dimensions().get(differences.get(0)).name())
            : ", and one holds wherever the other does";
    findings.add(
        Check.MERGEABLE_ROWS,
        place(other),
        "says the same for the same reason as row '%s'%s: make them one row"
            .formatted(one.row().id(), how));
  }

  private static Sound earlier(Sound one, Sound other) {
    return one.cells().number() < other.cells().number() ? one : other;
  }

  private static Sound later(Sound one, Sound other) {
    return one.cells().number() < other.cells().number() ? other : one;
  }

  private boolean canMerge(Sound one, Sound other) {
    return !spent.contains(one.cells().number())
        && !spent.contains(other.cells().number())
        && one.row().results().equals(other.row().results())
        && !one.row().why().isEmpty()
        && one.row().annotations().equals(other.row().annotations())
        && (one.box().differences(other.box()).size() == 1
            || one.box().contains(other.box())
            || other.box().contains(one.box()));
  }

  private void policy() {
    boolean several = rows.size() > 1 && broken.isEmpty();
    String policy = table.hitPolicy();
    boolean misleading =
        Set.of("FIRST", "PRIORITY", "ANY").contains(policy)
            || (policy.equals("COLLECT") && covers());
    if (several && !meeting && misleading) {
      findings.add(
          Check.HIT_POLICY,
          decision.place(),
          "no two rows ever match together, so %s only hides that: UNIQUE says it plainly"
              .formatted(policy));
    }
  }

  /** Whether some row matches in every case. */
  private boolean covers() {
    return Regions.left(whole, rows.stream().map(Sound::box).toList())
        .filter(List::isEmpty)
        .isPresent();
  }

  /** Looks for the one value of a column that no cell tells from the rest. */
  private void forgotten() {
    if (!Set.of("UNIQUE", "FIRST", "ANY").contains(table.hitPolicy())) {
      // where rows add up, most of them speak of one value only
      return;
    }
    for (int i = 0; i < cells.dimensions().size(); i++) {
      int dimension = i;
      int size = cells.dimensions().get(i).values().size();
      BitSet named = new BitSet();
      rows.stream()
          .map(r -> r.box().side(dimension))
          .filter(side -> side.cardinality() < size)
          .forEach(named::or);
      named.flip(0, size);
      if (named.cardinality() == 1 && size > 2 && !cells.dimensions().get(i).banded()) {
        String name = cells.dimensions().get(i).name();
        findings.add(
            Check.VALUE_NEVER_TESTED,
            decision.inputs().stream()
                .filter(p -> p.column().equals(name))
                .findFirst()
                .orElse(decision.place()),
            "rows name every value of '%s' but \"%s\": has it been forgotten?"
                .formatted(name, cells.dimensions().get(i).values().get(named.nextSetBit(0))));
      }
    }
  }
}

package org.parley.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.decide.Term.Kind;

/** A random decision table: mostly one that staff could have made, at times a faulty one. */
final class RandomTable {
  private static final int MOST_ROWS = 150;
  private static final Set<Feature> EXCLUSIVE = Set.of(Feature.UNIQUE, Feature.ANY);

  private final Dice dice;
  private final String decision;
  private final List<Term> readable;
  private final Feature policy;
  private final RandomResults results;
  private final RandomCells cells;
  private final List<Term> columns = new ArrayList<>();
  private final List<Draft.Row> rows = new ArrayList<>();
  private final int target;
  private final boolean withIds;

  /**
   * @param readable the facts and earlier decisions that it reads
   */
  RandomTable(Dice dice, String decision, List<Term> readable) {
    this.dice = dice;
    this.decision = decision;
    this.readable = readable;
    this.policy =
        dice.among(
            Feature.UNIQUE,
            Feature.FIRST,
            Feature.ANY,
            Feature.PRIORITY,
            Feature.COLLECT,
            Feature.RULE_ORDER,
            Feature.OUTPUT_ORDER,
            Feature.COLLECT_SUM,
            Feature.COLLECT_COUNT,
            Feature.COLLECT_MIN,
            Feature.COLLECT_MAX);
    this.results = new RandomResults(dice, decision, policy, readable);
    this.cells = new RandomCells(dice, readable.stream().filter(t -> !t.is(Kind.CONTEXT)).toList());
    this.target = target();
    this.withIds = !dice.rolls(Feature.ROWS_WITHOUT_IDS);
  }

  Draft.Type type() {
    return results.type();
  }

  Term result() {
    return results.term();
  }

  Draft.Table table() {
    RandomColumns drawn = new RandomColumns(dice);
    readable.forEach(t -> columns.add(drawn.column(t, readable)));
    List<Draft.Output> outputs = results.outputs();
    if (EXCLUSIVE.contains(policy) || dice.percent(60) || !(mayBeEmpty() || dice.isFaulty())) {
      split(new ArrayList<>());
    }
    addOverlaps();
    spoil(outputs.get(0).otherwise().isEmpty());
    if (rows.isEmpty()) {
      addRow(anyTests());
    }
    noteSize();
    return new Draft.Table(
        hitPolicy(),
        aggregation(),
        columns.stream().map(drawn::input).toList(),
        outputs,
        numbered(policy == Feature.FIRST ? rows : dice.shuffled(rows)));
  }

  /** Whether a case without a match has a result. */
  private boolean mayBeEmpty() {
    return policy == Feature.COLLECT || policy == Feature.COLLECT_COUNT;
  }

  private int target() {
    if (dice.percent(Feature.OVER_128_ROWS.share())) {
      return dice.between(129, 145);
    }
    return dice.percent(Feature.OVER_64_ROWS.share()) ? dice.between(65, 80) : dice.between(2, 8);
  }

  private void noteSize() {
    if (rows.size() > 64) {
      dice.note(rows.size() > 128 ? Feature.OVER_128_ROWS : Feature.OVER_64_ROWS);
    }
  }

  private String hitPolicy() {
    String name = policy.name();
    return name.startsWith("COLLECT") ? "COLLECT" : name.replace('_', ' ');
  }

  private String aggregation() {
    return policy.name().startsWith("COLLECT_") ? policy.name().substring(8) : "";
  }

  /** Rows that leave no gap and no overlap: each column parted within the rows before it. */
  private void split(List<String> tests) {
    if (tests.size() == columns.size()) {
      addRow(tests);
      return;
    }
    boolean wide = target > 8;
    boolean go = rows.size() < MOST_ROWS && (wide || (rows.size() < target && dice.percent(80)));
    int most = go ? (wide ? 6 : dice.between(2, 4)) : 1;
    for (String cell : cells.partition(columns.get(tests.size()), most)) {
      List<String> longer = new ArrayList<>(tests);
      longer.add(cell);
      split(longer);
    }
  }

  private void addOverlaps() {
    if (policy == Feature.ANY) {
      dice.some(List.copyOf(rows), 0, 3).forEach(r -> addRow(r.tests(), r.results()));
    } else if (!EXCLUSIVE.contains(policy)) {
      while (rows.size() < target) {
        addRow(anyTests());
      }
      // in a table that takes the first row, the others must stand before
      rows.addAll(0, dice.shuffled(List.of(newRow(anyTests()), newRow(anyTests()))));
      if (dice.rolls(Feature.CATCH_ALL)) {
        addRow(columns.stream().map(c -> RandomCells.ANYTHING).toList());
      }
    }
  }

  private void spoil(boolean withoutDefault) {
    if (rows.size() > 1 && (!withoutDefault || dice.rolls(Feature.GAP))) {
      rows.remove(dice.between(0, rows.size() - 1));
    }
    if (EXCLUSIVE.contains(policy) && dice.rolls(Feature.ILLEGAL_OVERLAP)) {
      addRow(anyTests());
    }
  }

  private List<String> anyTests() {
    return columns.stream().map(cells::any).toList();
  }

  private void addRow(List<String> tests) {
    rows.add(newRow(tests));
  }

  private void addRow(List<String> tests, List<String> entries) {
    rows.add(new Draft.Row("", tests, entries));
  }

  private Draft.Row newRow(List<String> tests) {
    return new Draft.Row("", tests, results.entries());
  }

  /** The rows with ids that are unique in the knowledge base. */
  private List<Draft.Row> numbered(List<Draft.Row> unnumbered) {
    String stem = decision.replaceAll("[^A-Za-z0-9]", "-");
    List<Draft.Row> numbered = new ArrayList<>();
    for (Draft.Row row : unnumbered) {
      String id = withIds ? "%s-%d".formatted(stem, numbered.size() + 1) : "";
      numbered.add(new Draft.Row(id, row.tests(), row.results()));
    }
    return numbered;
  }
}

package org.parley.explain;

import static org.parley.explain.Redaction.WITHHELD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;
import org.parley.knowledge.DecisionTable;

/** Leaves rows that test a channel fact, and the answers that they gave, out of an advice. */
final class RedactedRows {
  private final Redaction redaction;
  private final Set<String> decisions;
  private final Set<String> sentences;

  /**
   * @param decisions those whose answer is left out, since a row that tests a channel fact gave it
   * @param sentences the answers of rows that are left out
   */
  RedactedRows(Redaction redaction, Set<String> decisions, Set<String> sentences) {
    this.redaction = redaction;
    this.decisions = Set.copyOf(decisions);
    this.sentences = Set.copyOf(sentences);
  }

  Verdict of(Verdict verdict) {
    return new Verdict(
        verdict.option(), verdict.level(), verdict.rows().stream().map(this::of).toList());
  }

  /** A row; of one that tests a channel fact nothing stays but that there was one. */
  FiredRow of(FiredRow row) {
    boolean withheld = redaction.tests(row.table(), row.number(), decisions);
    Map<String, String> inputs = new LinkedHashMap<>();
    row.inputs().forEach((name, value) -> inputs.put(name, isOpen(name) ? value : WITHHELD));
    return withheld
        ? new FiredRow(WITHHELD, row.table(), 0, WITHHELD, "", List.of(), inputs, row.decided())
        : new FiredRow(
            row.id(),
            row.table(),
            row.number(),
            row.why(),
            row.source(),
            row.statements(),
            inputs,
            row.decided());
  }

  private boolean isOpen(String input) {
    return !redaction.isNamedIn(input) && !decisions.contains(input);
  }

  DecisionTrace of(DecisionTrace trace) {
    return new DecisionTrace(
        trace.decision(),
        trace.question(),
        decisions.contains(trace.decision()) ? WITHHELD : open(trace.result()),
        trace.rows().stream().map(this::of).toList(),
        trace.decisions(),
        trace.facts());
  }

  private NearRow of(NearRow row) {
    boolean withheld = redaction.tests(row.table(), row.number(), decisions);
    List<FailingCell> cells = row.cells().stream().map(this::of).toList();
    return withheld
        ? new NearRow(WITHHELD, row.table(), 0, row.result(), WITHHELD, "", List.of(), cells)
        : new NearRow(
            row.id(),
            row.table(),
            row.number(),
            row.result(),
            row.why(),
            row.source(),
            row.statements(),
            cells);
  }

  /** A result without the answers that are left out; one word of a list stands for each. */
  private Object open(Object result) {
    return result instanceof List<?> list
        ? list.stream().map(answer -> isLeftOut(answer) ? WITHHELD : answer).toList()
        : result;
  }

  // rows may share a word in one of their columns, as the kind of a contradiction
  private boolean isLeftOut(Object answer) {
    return answer instanceof Map<?, ?> columns
        ? columns.values().stream().allMatch(this::isLeftOut)
        : sentences.contains(String.valueOf(answer));
  }

  /** A table with only those rows that test nothing that is left out. */
  UsedTable of(UsedTable table) {
    String name = table.decision().name();
    List<DecisionTable.Input> columns = table.decision().decisionTable().inputs();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      seen.add(isOpen(columns.get(i).expression()) ? table.seen().get(i) : WITHHELD);
    }
    return new UsedTable(
        table.decision(),
        seen,
        table.rows().stream()
            .filter(r -> !redaction.tests(name, r.row().number(), decisions))
            .toList());
  }

  WhyNot of(WhyNot whyNot) {
    return new WhyNot(
        whyNot.posture(),
        whyNot.asked(),
        of(whyNot.verdict()),
        whyNot.ways().stream().map(this::of).toList());
  }

  private WhyNot.Way of(WhyNot.Way way) {
    Map<String, String> assuming = new LinkedHashMap<>();
    way.assuming().forEach((name, value) -> assuming.put(name, isOpen(name) ? value : WITHHELD));
    return new WhyNot.Way(of(way.row()), assuming, way.level(), way.posture());
  }

  private FailingCell of(FailingCell cell) {
    NearRow through = cell.through() == null ? null : of(cell.through());
    return isOpen(cell.input())
        ? new FailingCell(cell.input(), cell.value(), cell.wanted(), through)
        : new FailingCell(cell.input(), WITHHELD, List.of(WITHHELD), through);
  }
}

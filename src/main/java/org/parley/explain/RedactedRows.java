package org.parley.explain;

import static org.parley.explain.Redaction.WITHHELD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Said;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.NearRow;

/**
 * Leaves out of one advice the rows that test a channel fact, the decisions that such a row
 * answered, the rows that test one of these, the decisions that those answered, and so on up to
 * what the advice says by itself; and the answers that all these rows gave.
 */
final class RedactedRows {
  private static final Said LEFT_OUT = new Said(WITHHELD, "");

  private final Redaction redaction;
  private final Set<String> hidden = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> secret = new HashSet<>();
  private final Set<String> telling = new HashSet<>();

  RedactedRows(Redaction redaction, List<DecisionTrace> trace) {
    this.redaction = redaction;
    for (DecisionTrace decision : trace) {
      // each stands behind those that it reads, so what rests on an answer in turn is found too
      if (!FinalDecisions.isTold(decision.decision())
          && (hasHiddenRow(decision)
              || redaction.isComputedFrom(decision.decision(), this::isWithheld))) {
        hidden.add(decision.decision());
      }
    }
    // where the one answer of a decision is left out, each row that matched would tell it
    for (DecisionTrace decision : trace) {
      if (isSecret(decision)) {
        secret.add(decision.decision());
        decision.rows().forEach(row -> telling.add(row.id()));
      }
    }
    touched.addAll(hidden);
    touched.addAll(trace.stream().filter(this::hasHiddenRow).map(DecisionTrace::decision).toList());
  }

  private boolean isSecret(DecisionTrace trace) {
    return hidden.contains(trace.decision()) && !(trace.result() instanceof List<?>);
  }

  /** Whether the answer of a decision is left out. */
  boolean isSecret(String decision) {
    return secret.contains(decision);
  }

  private boolean hasHiddenRow(DecisionTrace trace) {
    return trace.rows().stream().anyMatch(r -> r.decided() && isHidden(r.id()));
  }

  /** Whether a row tests what is left out, or would tell it. */
  boolean isHidden(String row) {
    return telling.contains(row) || redaction.tested(row).stream().anyMatch(this::isWithheld);
  }

  private boolean isWithheld(String name) {
    return redaction.isWithheld(name) || hidden.contains(name);
  }

  private boolean isOpen(String table, String column) {
    return redaction.readBy(table, column).stream().noneMatch(this::isWithheld);
  }

  /** What a column of a table looks at, unless it is a fact that is left out. */
  private String name(String table, String column) {
    return redaction.readBy(table, column).stream().anyMatch(redaction::isWithheld)
        ? Redaction.FACT
        : column;
  }

  /**
   * Sentences; where some are left out, one word says so. One that several rows say may be of any
   * of them.
   *
   * @param decisions those that say them
   */
  List<Said> of(List<Said> sentences, Collection<String> decisions) {
    boolean shared = decisions.stream().noneMatch(touched::contains);
    return sentences.stream()
        .map(s -> (s.row().isEmpty() ? shared : !isHidden(s.row())) ? s : LEFT_OUT)
        .distinct()
        .toList();
  }

  Verdict of(Verdict verdict) {
    return new Verdict(
        verdict.option(), verdict.level(), verdict.rows().stream().map(this::of).toList());
  }

  /** A row; of one that is left out nothing stays but that there was one. */
  FiredRow of(FiredRow row) {
    Map<String, String> inputs = new LinkedHashMap<>();
    row.inputs()
        .forEach(
            (name, value) ->
                inputs.put(name(row.table(), name), isOpen(row.table(), name) ? value : WITHHELD));
    return isHidden(row.id())
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

  DecisionTrace of(DecisionTrace trace) {
    return new DecisionTrace(
        trace.decision(),
        trace.question(),
        result(trace),
        trace.rows().stream().map(this::of).toList(),
        trace.decisions(),
        trace.facts().stream()
            .map(f -> redaction.isWithheld(f) ? Redaction.FACT : f)
            .distinct()
            .toList());
  }

  /** A result; of a list, without the answers of rows that are left out. */
  private Object result(DecisionTrace trace) {
    if (!(trace.result() instanceof List<?> answers)) {
      return hidden.contains(trace.decision()) ? WITHHELD : trace.result();
    }
    List<FiredRow> rows = trace.rows().stream().filter(FiredRow::decided).toList();
    List<Object> left = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean open =
          rows.size() == answers.size()
              ? !isHidden(rows.get(i).id())
              : !touched.contains(trace.decision());
      left.add(open ? answers.get(i) : WITHHELD);
    }
    return left;
  }

  /** A table with only those rows that are not left out. */
  UsedTable of(UsedTable table) {
    String name = table.decision().name();
    return new UsedTable(
        table.decision(),
        table.columns().stream()
            .map(
                c ->
                    isOpen(name, c.input())
                        ? c
                        : new UsedTable.Column(name(name, c.input()), WITHHELD))
            .toList(),
        table.rows().stream().filter(r -> !isHidden(r.row().id())).toList());
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
    way.assuming()
        .forEach(
            (fact, value) ->
                assuming.put(
                    redaction.isWithheld(fact) ? Redaction.FACT : fact,
                    isWithheld(fact) ? WITHHELD : value));
    return new WhyNot.Way(of(way.row()), assuming, way.level(), way.posture());
  }

  private NearRow of(NearRow row) {
    List<FailingCell> cells = row.cells().stream().map(c -> of(row.table(), c)).toList();
    return isHidden(row.id())
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

  private FailingCell of(String table, FailingCell cell) {
    return isOpen(table, cell.input())
        ? new FailingCell(
            cell.input(),
            cell.value(),
            cell.wanted(),
            cell.through() == null ? null : of(cell.through()))
        : new FailingCell(Redaction.FACT, WITHHELD, List.of(WITHHELD), null);
  }
}

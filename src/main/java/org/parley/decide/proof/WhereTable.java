package org.parley.decide.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTable.Outcome;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DecisionTable.Input;

/**
 * A further table that answers as a decision does where some other decisions have given answers,
 * and that a world is outside elsewhere: so that all of them are followed together.
 */
final class WhereTable {
  /** What it answers outside; no decision can. */
  static final Object OUTSIDE = List.of("outside");

  private static final String NAME = " in question";

  private WhereTable() {}

  static String name(String subject) {
    return subject + NAME;
  }

  /**
   * The tables with this one.
   *
   * @param where the answers by decision
   */
  static CompiledTables beside(
      CompiledTables tables, String subject, Map<String, List<String>> where) {
    List<Object> answers = tables.table(subject).domain().values();
    int rows = answers.size() + 1;
    List<Column> columns = new ArrayList<>();
    columns.add(column(tables, subject, rows, (bit, code) -> bit == code));
    where.forEach(
        (decision, values) -> {
          List<Object> domain = tables.domain(tables.slot(decision)).values();
          Set<String> allowed = Set.copyOf(values);
          columns.add(
              column(
                  tables,
                  decision,
                  rows,
                  (bit, code) -> allowed.contains(domain.get(code).toString())));
        });
    List<Outcome> outcomes = new ArrayList<>();
    for (Object answer : answers) {
      outcomes.add(new Outcome(outcomes.size() + 1, answer, outcomes.size()));
    }
    outcomes.add(new Outcome(rows, OUTSIDE, rows));
    return tables.and(
        decision(subject, Stream.concat(Stream.of(subject), where.keySet().stream()).toList()),
        new CompiledTable(CompiledTable.Policy.FIRST, columns, outcomes, null));
  }

  /** A column whose last row accepts everything. */
  private static Column column(
      CompiledTables tables, String decision, int rows, CompiledTable.Cells cells) {
    Domain domain = tables.domain(tables.slot(decision));
    return CompiledTable.column(
        tables.slot(decision),
        domain.size(),
        rows,
        (bit, code) -> bit == rows - 1 || cells.accept(bit, code));
  }

  private static Decision decision(String subject, List<String> reads) {
    return new Decision(
        name(subject),
        "",
        "",
        "",
        List.of(),
        reads,
        List.of(),
        new DecisionTable(
            "FIRST",
            "",
            reads.stream().map(name -> new Input(name, "")).collect(Collectors.toList()),
            List.of(),
            List.of()));
  }
}

package org.parley.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.Catalogue;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Principle;
import org.parley.knowledge.Row;
import org.parley.knowledge.Statement;
import org.parley.knowledge.Vocabulary;

/** Hands out the parts of a knowledge base as records of the API. */
final class CatalogueEntries {

  private CatalogueEntries() {}

  static Catalogue.Vocabulary of(Vocabulary vocabulary) {
    return new Catalogue.Vocabulary(
        vocabulary.facts().stream().map(CatalogueEntries::fact).toList(),
        vocabulary.eventTypes().values().stream().map(CatalogueEntries::event).toList());
  }

  private static Catalogue.FactEntry fact(FactType fact) {
    boolean number = fact.kind() == FactType.Kind.NUMBER;
    return new Catalogue.FactEntry(
        fact.name(),
        fact.group(),
        fact.values(),
        fact.ordered(),
        number ? fact.min() : null,
        number ? fact.max() : null,
        fact.meaning(),
        fact.codingRule(),
        fact.ifAbsent(),
        fact.actor(),
        fact.closeToChoice());
  }

  private static Catalogue.EventEntry event(EventType event) {
    Map<String, List<String>> details = new LinkedHashMap<>();
    event.details().forEach((key, detail) -> details.put(key, detail.values()));
    return new Catalogue.EventEntry(
        event.name(), event.by(), event.to(), details, event.meaning(), event.facts());
  }

  static Catalogue.StatementEntry of(Statement statement) {
    return new Catalogue.StatementEntry(
        statement.id(),
        statement.document(),
        statement.kind(),
        statement.text(),
        statement.caution(),
        statement.use());
  }

  static Catalogue.PrincipleEntry of(Principle principle) {
    return new Catalogue.PrincipleEntry(
        principle.id(), principle.words(), principle.statements(), principle.why());
  }

  /** Of a decision whose logic is no table there is none. */
  static Stream<Catalogue.Table> of(Decision decision) {
    return decision.table().stream().map(table -> table(decision, table));
  }

  private static Catalogue.Table table(Decision decision, DecisionTable table) {
    List<String> inputs = table.inputs().stream().map(DecisionTable.Input::expression).toList();
    List<String> outputs =
        table.outputs().stream()
            .map(output -> output.name().isEmpty() ? decision.name() : output.name())
            .toList();
    return new Catalogue.Table(
        decision.name(),
        decision.question(),
        decision.file(),
        table.hitPolicy(),
        inputs,
        outputs,
        table.rows().stream().map(row -> row(row, inputs, outputs)).toList());
  }

  private static Catalogue.TableRow row(Row row, List<String> inputs, List<String> outputs) {
    Map<String, String> tests = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (row.tests(i)) {
        // two columns may test one thing: both must hold
        tests.merge(inputs.get(i), row.tests().get(i), "%s and %s"::formatted);
      }
    }
    Map<String, String> results = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      results.put(outputs.get(i), row.results().get(i));
    }
    return new Catalogue.TableRow(
        row.id(), tests, results, row.why(), row.source(), row.statements());
  }
}

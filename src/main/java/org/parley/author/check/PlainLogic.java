package org.parley.author.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.decide.PlainEngine;
import org.parley.decide.answer.OpenCell;
import org.parley.decide.answer.TableCells;
import org.parley.decide.search.RowReach;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.PlainModel;
import org.parley.knowledge.Row;

/** Says what the tables of models by themselves say together, and what of them nobody looked at. */
final class PlainLogic {
  private static final int MOST_CELLS = 12;
  private static final int MOST_SHOWN = 60;

  private final KnowledgeDraft draft;
  private final KnowledgeBase base;
  private final PlainModel plain;
  private final Map<String, Map<Integer, Set<String>>> broken;
  private final CheckFindings findings;
  private final PlainEngine tables;
  private final Set<String> exact = new HashSet<>();

  /**
   * @param broken by decision and number of a row the columns whose cells cannot mean what they say
   */
  PlainLogic(
      KnowledgeDraft draft,
      KnowledgeBase base,
      Map<String, Map<Integer, Set<String>>> broken,
      CheckFindings findings) {
    this.draft = draft;
    this.base = base;
    this.plain = base.plain().orElseThrow();
    this.broken = broken;
    this.findings = findings;
    this.tables = PlainEngine.of(base);
  }

  void check(boolean quick) {
    draft.tables().forEach(this::table);
    base.decisions().stream()
        .filter(d -> d.table().isEmpty())
        .forEach(
            d -> findings.skip("the logic of '%s'".formatted(d.name()), "it is no decision table"));
    if (!plain.linkable()) {
      findings.skip("what the engine says of the models", "some of them import others");
    } else if (quick) {
      findings.skip("what the engine says of the models", "it was left out to be quick");
    } else {
      new EngineCheck(draft, exact, findings).compile(base.linkedDmn());
    }
  }

  private void table(DraftDecision decision) {
    String name = decision.name();
    Optional<TableCells> cells = tables.cells(name);
    if (cells.isEmpty()) {
      findings.skip(
          "the logic of '%s'".formatted(name), tables.reason(name).orElse("nobody can tell"));
      return;
    }
    exact.add(name);
    DecisionTable table = decision.decisionTable();
    table.inputs().stream()
        .map(DecisionTable.Input::expression)
        .filter(e -> plain.column(e).isEmpty())
        .forEach(
            e ->
                findings.skip(
                    "what column '%s' of '%s' is worked out from".formatted(shown(e), name),
                    "each value that its cells tell apart counts as possible"));
    Map<Integer, Set<String>> open = new HashMap<>();
    broken.getOrDefault(name, Map.of()).forEach((row, of) -> open.put(row, new HashSet<>(of)));
    tables
        .open(name)
        .forEach(c -> open.computeIfAbsent(c.row(), row -> new HashSet<>()).add(c.column()));
    openCells(decision);
    TableWords words = new TableWords(base.vocabulary(), cells.get(), decision, findings);
    TableAnalysis analysis = TableLogic.of(table, cells.get(), open);
    words.say(analysis);
    reach(decision, analysis, words);
  }

  private void reach(DraftDecision decision, TableAnalysis analysis, TableWords words) {
    Decision known = base.decision(decision.name()).orElseThrow();
    if (known.decisions().isEmpty()) {
      return;
    }
    RowReach reach = tables.reach(decision.name());
    Map<Optional<Boolean>, List<Row>> reached =
        analysis.sound().stream()
            .collect(Collectors.groupingBy(r -> reach.of(decision.name(), r.number())));
    words.say(
        reached.getOrDefault(Optional.of(false), List.of()),
        reached.getOrDefault(Optional.<Boolean>empty(), List.of()).size());
  }

  /** Says which cells counted as accepting all, but for those of which it is said already. */
  private void openCells(DraftDecision decision) {
    Set<String> said =
        plain.unread(decision.name()).stream()
            .map(p -> p.place().row())
            .collect(Collectors.toSet());
    List<OpenCell> cells =
        tables.open(decision.name()).stream()
            .filter(c -> !said.contains(row(decision, c)))
            .toList();
    cells.stream()
        .limit(MOST_CELLS)
        .forEach(
            c ->
                findings.skip(
                    "row '%s' of '%s', column '%s'"
                        .formatted(row(decision, c), decision.name(), shown(c.column())),
                    (plain.lists().contains(c.column())
                            ? "%s: what is in a list is not told apart"
                            : "%s: it does more than compare with what is written out")
                        .formatted(shown(c.text()))));
    if (cells.size() > MOST_CELLS) {
      findings.skip(
          "%d more cells of '%s'".formatted(cells.size() - MOST_CELLS, decision.name()),
          "they do more than compare with what is written out");
    }
  }

  private static String row(DraftDecision decision, OpenCell cell) {
    return decision.decisionTable().rows().get(cell.row() - 1).id();
  }

  private static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN - 1) + "\u2026" : text;
  }
}

package org.parley.author.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.Posture;
import org.parley.author.check.Slip.Kind;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;
import org.parley.knowledge.Statement;

/**
 * Holds the rows behind what is recommended to the statements that they cite: a row tests what its
 * statements speak of, itself or through the decisions that it reads, or says what it extends; and
 * a verdict does not rest on what merely describes.
 */
final class StatementCheck {
  private final KnowledgeDraft draft;
  private final List<DraftDecision> core;
  private final Map<String, Statement> statements;
  private final Map<String, Set<String>> behind = new HashMap<>();
  private final List<Slip> slips = new ArrayList<>();

  private StatementCheck(KnowledgeDraft draft, List<DraftDecision> core) {
    this.draft = draft;
    this.core = core;
    this.statements = draft.statements();
  }

  /**
   * Goes over the statements and the rows that follow from them.
   *
   * @param core the decisions that what is recommended rests on, and these themselves
   */
  static List<Slip> check(KnowledgeDraft draft, KnowledgeBase base, List<DraftDecision> core) {
    StatementCheck check = new StatementCheck(draft, core);
    base.decisions().forEach(d -> check.reads(d.name(), d.decisions(), d.facts()));
    check.names(base);
    check.core.forEach(check::rows);
    return check.slips;
  }

  /** A decision stands behind those that it reads. */
  private void reads(String decision, List<String> decisions, List<String> facts) {
    Set<String> all = new HashSet<>(facts);
    all.add(decision);
    decisions.forEach(d -> all.addAll(behind.getOrDefault(d, Set.of(d))));
    behind.put(decision, all);
  }

  private void names(KnowledgeBase base) {
    Set<String> known = new HashSet<>(base.vocabulary().factNames());
    known.addAll(behind.keySet());
    for (Statement statement : statements.values()) {
      statement.facts().stream()
          .filter(name -> !known.contains(name))
          .map(name -> slip(Kind.STATEMENT_FACT, statement, name, Nearest.hint(name, known)))
          .forEach(slips::add);
      if (!statement.use().isEmpty() && !Statement.USES.contains(statement.use())) {
        slips.add(
            slip(
                Kind.STATEMENT_USE, statement, statement.use(), String.join(", ", Statement.USES)));
      }
    }
  }

  private Slip slip(Kind kind, Statement statement, Object... of) {
    return Slip.of(kind, draft.place(statement), of);
  }

  private void rows(DraftDecision decision) {
    for (Row row : decision.table().map(DecisionTable::rows).orElse(List.of())) {
      Place place = decision.rows().get(row.number() - 1).place();
      List<Statement> cited =
          row.statements().stream().filter(statements::containsKey).map(statements::get).toList();
      Set<String> tested = tested(decision.decisionTable(), row);
      cited.forEach(statement -> tests(row, tested, statement, place));
      if (isVerdict(decision)
          && !cited.isEmpty()
          && cited.stream().allMatch(s -> s.use().equals(Statement.DESCRIBES))) {
        slips.add(Slip.of(Kind.ONLY_DESCRIBED, place, String.join(" ", row.statements())));
      }
    }
  }

  private static boolean isVerdict(DraftDecision decision) {
    return Stream.of(Posture.values())
        .anyMatch(option -> FinalDecisions.verdict(option).equals(decision.name()));
  }

  private Set<String> tested(DecisionTable table, Row row) {
    return IntStream.range(0, row.tests().size())
        .filter(row::tests)
        .mapToObj(column -> table.inputs().get(column).expression())
        .flatMap(name -> behind.getOrDefault(name, Set.of(name)).stream())
        .collect(Collectors.toSet());
  }

  private void tests(Row row, Set<String> tested, Statement statement, Place place) {
    List<String> missing =
        statement.facts().stream().filter(fact -> !tested.contains(fact)).toList();
    if (!missing.isEmpty() && !row.why().contains("extends " + statement.id() + ": ")) {
      slips.add(
          Slip.of(
              Kind.NOT_TESTED,
              place,
              statement.id(),
              String.join("', '", missing),
              statement.id()));
    }
  }
}

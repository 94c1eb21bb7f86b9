package org.parley.regress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.RuleHeader;
import org.parley.knowledge.Statement;
import org.parley.regress.CoverageResult.UnseenValues;
import org.parley.regress.CoverageResult.UnusedRow;

/** Finds what no case exercises: rows, rules, statements and values. */
public final class Coverage {
  private final Advisor advisor;
  private final KnowledgeBase knowledge;
  private final Set<String> rows = new HashSet<>();
  private final Set<String> rules = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  private Coverage(Advisor advisor, KnowledgeBase knowledge) {
    this.advisor = advisor;
    this.knowledge = knowledge;
  }

  /**
   * Runs cases and looks at what they exercised.
   *
   * @param advisor an advisor on the knowledge base
   * @param knowledge the knowledge base
   */
  public static CoverageResult of(Advisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    Coverage coverage = new Coverage(advisor, knowledge);
    new InTurn(coverage.advisor).advise(cases).forEach(coverage::record);
    return new CoverageResult(
        cases.size(),
        (int) cases.stream().filter(Case::isMadeUp).count(),
        coverage.statements(),
        coverage.rows(),
        coverage.rules(),
        coverage.values(),
        null);
  }

  private void record(Advice advice) {
    advice.trace().stream()
        .flatMap(d -> d.rows().stream())
        .filter(FiredRow::decided)
        .forEach(r -> rows.add(r.id()));
    rules.addAll(advice.rulesFired());
    for (Fact fact : advice.facts()) {
      values.add(key(fact.name(), fact.value()));
    }
  }

  private CoverageResult.Statements statements() {
    Set<String> encoded = new HashSet<>();
    Set<String> exercised = new HashSet<>();
    for (Decision decision : knowledge.decisions()) {
      for (Row row : rowsOf(decision)) {
        encoded.addAll(row.statements());
        if (rows.contains(row.id())) {
          exercised.addAll(row.statements());
        }
      }
    }
    for (RuleHeader rule : knowledge.rules().headers()) {
      encoded.addAll(rule.statements());
      if (rules.contains(rule.name())) {
        exercised.addAll(rule.statements());
      }
    }
    Set<String> total = new TreeSet<>();
    knowledge.statements().values().stream()
        .filter(s -> s.kind().equals("rule"))
        .map(Statement::id)
        .forEach(total::add);
    List<String> missing = total.stream().filter(s -> !encoded.contains(s)).toList();
    List<String> never =
        total.stream().filter(s -> encoded.contains(s) && !exercised.contains(s)).toList();
    return new CoverageResult.Statements(
        total.size(),
        total.size() - missing.size(),
        total.size() - missing.size() - never.size(),
        missing,
        never);
  }

  private CoverageResult.Rows rows() {
    List<UnusedRow> never = new ArrayList<>();
    int total = 0;
    for (Decision decision : knowledge.decisions()) {
      for (Row row : rowsOf(decision)) {
        total++;
        if (!rows.contains(row.id())) {
          never.add(new UnusedRow(row.id(), decision.name()));
        }
      }
    }
    return new CoverageResult.Rows(total, total - never.size(), never);
  }

  private CoverageResult.Rules rules() {
    List<RuleHeader> headers = knowledge.rules().headers();
    List<String> never =
        headers.stream().map(RuleHeader::name).filter(n -> !rules.contains(n)).toList();
    return new CoverageResult.Rules(headers.size(), headers.size() - never.size(), never);
  }

  private CoverageResult.Values values() {
    List<UnseenValues> never = new ArrayList<>();
    int total = 0;
    int seen = 0;
    for (FactType fact : knowledge.vocabulary().facts()) {
      List<String> known = fact.values().stream().filter(v -> !v.equals(FactType.UNKNOWN)).toList();
      List<String> unseen =
          known.stream().filter(v -> !values.contains(key(fact.name(), v))).toList();
      total += known.size();
      seen += known.size() - unseen.size();
      if (!unseen.isEmpty()) {
        never.add(new UnseenValues(fact.name(), unseen));
      }
    }
    return new CoverageResult.Values(total, seen, never);
  }

  private static List<Row> rowsOf(Decision decision) {
    return decision.table().map(t -> t.rows()).orElse(List.of());
  }

  private static String key(String fact, String value) {
    return fact + "=" + value;
  }
}

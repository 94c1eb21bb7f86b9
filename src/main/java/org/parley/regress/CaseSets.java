package org.parley.regress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.regress.QcaResult.RowSet;
import org.parley.regress.QcaResult.ValueSet;

/** Real cases in which a posture was observed, with their facts and the rows that fire in them. */
public final class CaseSets {
  private final List<FactType> facts;
  private final List<Decision> core;
  private final List<Line> lines;
  private final int leftOut;

  private CaseSets(KnowledgeBase knowledge, List<Line> lines, int leftOut) {
    this.facts = List.copyOf(knowledge.vocabulary().facts());
    this.core = FinalDecisions.core(knowledge).stream().filter(d -> d.table().isPresent()).toList();
    this.lines = lines;
    this.leftOut = leftOut;
  }

  /**
   * A case.
   *
   * @param subject the case
   * @param observed what was done
   * @param facts the known values that the tables see, by fact
   * @param fired the ids of the rows that fire
   * @param trace what each decision read and answered
   */
  private record Line(
      Case subject,
      Posture observed,
      Map<String, String> facts,
      Set<String> fired,
      List<DecisionTrace> trace) {}

  /**
   * Runs cases.
   *
   * @param advisor an advisor on the knowledge base
   * @throws org.parley.ParleyException if the tables give no advice on some of them
   */
  public static CaseSets of(Advisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    List<Case> real =
        cases.stream()
            .filter(c -> !c.isMadeUp() && c.observed() != null && c.observed().posture() != null)
            .toList();
    return new CaseSets(
        knowledge,
        new InTurn(advisor).advise(real).stream().map(CaseSets::line).toList(),
        cases.size() - real.size());
  }

  private static Line line(Advice advice) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Fact fact : advice.facts()) {
      facts.put(fact.name(), fact.value());
    }
    Set<String> fired = new HashSet<>();
    advice.trace().stream()
        .flatMap(d -> d.rows().stream())
        .filter(FiredRow::decided)
        .map(FiredRow::id)
        .forEach(fired::add);
    return new Line(
        advice.subject(), advice.subject().observed().posture(), facts, fired, advice.trace());
  }

  /** How many cases there are. */
  public int size() {
    return lines.size();
  }

  /** How all sets lie to that of the cases in which one posture was observed. */
  public QcaResult against(Posture outcome) {
    int with = count(lines, l -> l.observed() == outcome);
    return new QcaResult(
        outcome,
        lines.size(),
        with,
        leftOut,
        core.stream().flatMap(d -> rows(d).stream().map(r -> set(r, d, outcome, with))).toList(),
        facts.stream().flatMap(f -> values(f, outcome).stream()).toList());
  }

  private static List<Row> rows(Decision decision) {
    return decision.table().orElseThrow().rows();
  }

  private RowSet set(Row row, Decision decision, Posture outcome, int with) {
    List<Line> fires = lines.stream().filter(l -> l.fired().contains(row.id())).toList();
    List<Line> hits = fires.stream().filter(l -> l.observed() == outcome).toList();
    int alone =
        count(
            hits,
            l ->
                rows(decision).stream()
                    .allMatch(r -> r.id().equals(row.id()) || !l.fired().contains(r.id())));
    return new RowSet(
        row.id(),
        decision.name(),
        QcaResult.share(hits.size(), fires.size()),
        QcaResult.share(hits.size(), with),
        QcaResult.share(alone, with),
        ids(hits),
        ids(fires.stream().filter(l -> l.observed() != outcome).toList()));
  }

  private static List<String> ids(List<Line> lines) {
    return lines.stream().map(l -> l.subject().id()).sorted().toList();
  }

  private List<ValueSet> values(FactType fact, Posture outcome) {
    List<ValueSet> values = new ArrayList<>();
    int known = count(lines, l -> l.observed() == outcome && l.facts().containsKey(fact.name()));
    for (String value : fact.known()) {
      List<Line> having =
          lines.stream().filter(l -> value.equals(l.facts().get(fact.name()))).toList();
      int with = count(having, l -> l.observed() == outcome);
      if (!having.isEmpty()) {
        values.add(
            new ValueSet(
                fact.name(),
                value,
                having.size(),
                with,
                known,
                (double) with / having.size(),
                QcaResult.share(with, known)));
      }
    }
    return values;
  }

  private static int count(List<Line> lines, Predicate<Line> which) {
    return (int) lines.stream().filter(which).count();
  }

  /**
   * The cases as a table, the names of its columns first: {@code case}, {@code conflict}, {@code
   * observed}; {@code fact: NAME} or {@code number: NAME} with a value, or nothing where it is not
   * known; {@code row: TABLE: ID} with 1 where the row fires, else 0. A program works out of it all
   * that is found here.
   */
  public List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("case", "conflict", "observed"));
    facts.forEach(
        f -> names.add((f.kind() == FactType.Kind.NUMBER ? "number: " : "fact: ") + f.name()));
    core.forEach(d -> rows(d).forEach(r -> names.add("row: %s: %s".formatted(d.name(), r.id()))));
    table.add(names);
    for (Line line : lines) {
      Case subject = line.subject();
      List<String> cells =
          new ArrayList<>(List.of(subject.id(), subject.conflict(), line.observed().label()));
      facts.forEach(f -> cells.add(line.facts().getOrDefault(f.name(), "")));
      core.forEach(d -> rows(d).forEach(r -> cells.add(line.fired().contains(r.id()) ? "1" : "0")));
      table.add(cells);
    }
    return table;
  }

  /** The tables that have a truth table: those behind what is recommended. */
  public List<String> tables() {
    return core.stream().map(Decision::name).toList();
  }

  /**
   * The truth table of a decision: a line for each configuration of what it reads that some case
   * has, the most frequent first. The names of the columns stand first: what the decision reads;
   * {@code row}, the ids of the rows that fire; {@code cases}, how many have the configuration; for
   * each outcome how many of them have it, and {@code consistency: OUTCOME}, which share of them
   * that is; {@code names}, their ids.
   *
   * @param table one of {@link #tables()}
   * @param outcomes the outcomes that are counted
   */
  public List<List<String>> truthTable(String table, List<Posture> outcomes) {
    Decision decision = core.stream().filter(d -> d.name().equals(table)).findFirst().orElseThrow();
    Map<Map<String, String>, List<Line>> configurations = new LinkedHashMap<>();
    for (Line line : lines) {
      conditions(line, table)
          .ifPresent(c -> configurations.computeIfAbsent(c, x -> new ArrayList<>()).add(line));
    }
    List<String> names = new ArrayList<>();
    configurations.keySet().stream().findFirst().ifPresent(c -> names.addAll(c.keySet()));
    names.addAll(List.of("row", "cases"));
    outcomes.forEach(o -> names.addAll(List.of(o.label(), "consistency: " + o.label())));
    names.add("names");
    List<List<String>> truth = new ArrayList<>(List.of(names));
    configurations.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Map<String, String>, List<Line>>>comparingInt(
                    e -> -e.getValue().size())
                .thenComparing(e -> e.getKey().values().toString()))
        .forEach(e -> truth.add(configuration(decision, e.getKey(), e.getValue(), outcomes)));
    return truth;
  }

  /** What a decision reads in a case; empty where it was not asked. */
  private static Optional<Map<String, String>> conditions(Line line, String table) {
    Map<String, DecisionTrace> traced = new HashMap<>();
    line.trace().forEach(d -> traced.put(d.decision(), d));
    if (!traced.containsKey(table)) {
      return Optional.empty();
    }
    Map<String, String> read = new LinkedHashMap<>();
    for (String name : traced.get(table).decisions()) {
      DecisionTrace answer = traced.get(name);
      read.put(name, answer == null ? FactType.UNKNOWN : String.valueOf(answer.result()));
    }
    traced
        .get(table)
        .facts()
        .forEach(f -> read.put(f, line.facts().getOrDefault(f, FactType.UNKNOWN)));
    return Optional.of(read);
  }

  private static List<String> configuration(
      Decision decision, Map<String, String> values, List<Line> having, List<Posture> outcomes) {
    List<String> cells = new ArrayList<>(values.values());
    cells.add(
        rows(decision).stream()
            .map(Row::id)
            .filter(having.get(0).fired()::contains)
            .collect(Collectors.joining(" ")));
    cells.add(String.valueOf(having.size()));
    for (Posture outcome : outcomes) {
      int with = count(having, l -> l.observed() == outcome);
      cells.add(String.valueOf(with));
      cells.add(String.valueOf((double) with / having.size()));
    }
    cells.add(String.join(" ", ids(having)));
    return cells;
  }
}

package org.parley.regress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.decide.proof.Proof;
import org.parley.decide.search.CellTrials;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;
import org.parley.regress.MutationResult.Part;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.Survivor;
import org.parley.regress.MutationResult.TriedCell;
import org.parley.regress.MutationResult.TriedRow;
import org.parley.regress.MutationResult.TriedTable;

/** Changes each cell of the tables, one at a time, and looks whether any case notices. */
public final class MutationAnalysis {

  private final TableAdvisor advisor;
  private final KnowledgeBase knowledge;
  private final CellTrials trials;
  private final List<String> notAnalysed = new ArrayList<>();

  private MutationAnalysis(TableAdvisor advisor, KnowledgeBase knowledge) {
    this.advisor = advisor;
    this.knowledge = knowledge;
    this.trials = advisor.engine().trials(advisor.answers());
  }

  /**
   * Tries all mutants on some cases.
   *
   * @param advisor an advisor on the knowledge base
   * @param knowledge the knowledge base
   */
  public static MutationResult of(TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    return new MutationAnalysis(advisor, knowledge).run(cases, knowledge.principles());
  }

  /** Tries all mutants on some cases alone, which is soon done. */
  static MutationResult withoutPrinciples(
      TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    return new MutationAnalysis(advisor, knowledge).run(cases, List.of());
  }

  /** A mutant, and who noticed it. */
  private static final class Tried {
    private final Mutant mutant;
    private final boolean equivalent;
    private boolean noticed;
    private boolean byHistory;
    private boolean pinned;
    private boolean observed;
    private boolean byPrinciple;

    Tried(Mutant mutant, boolean equivalent) {
      this.mutant = mutant;
      this.equivalent = equivalent;
    }
  }

  private MutationResult run(List<Case> cases, List<Principle> principles) {
    List<Tried> all = mutants();
    for (Case subject : cases) {
      if (trials.take(advisor.engine().codes().encode(advisor.factsOf(subject)))) {
        all.stream().filter(t -> !t.equivalent).forEach(t -> attempt(t, subject));
      } else {
        notAnalysed.add("case %s: a decision has no result".formatted(subject.id()));
      }
    }
    ask(principles, all);
    return new MutationResult(
        cases.size(),
        (int) cases.stream().filter(Case::isMadeUp).count(),
        score(all),
        core(all),
        tables(all),
        parts(all, m -> m.table()),
        Stream.of(Mutant.Kind.values()).map(k -> part(k.label(), all, m -> m.kind() == k)).toList(),
        all.stream()
            .filter(t -> !t.equivalent && !t.noticed)
            .map(
                t ->
                    new Survivor(
                        t.mutant, trials.breaksTable(t.mutant.change()), new Remedy.NotSought()))
            .toList(),
        notAnalysed);
  }

  /** Asks the principles that are proved; results are what they are about. */
  private void ask(List<Principle> principles, List<Tried> all) {
    List<Principle> proved =
        advisor.engine().prove(principles).stream()
            .filter(proof -> proof.state() == Proof.State.PROVED)
            .map(Proof::principle)
            .toList();
    for (Tried tried : proved.isEmpty() ? List.<Tried>of() : all) {
      if (!tried.equivalent
          && (!tried.noticed || tried.mutant.kind() == Mutant.Kind.RESULT_CHANGED)) {
        tried.byPrinciple = advisor.engine().breaks(tried.mutant.change(), proved);
        tried.noticed |= tried.byPrinciple;
      }
    }
  }

  /** A row is held in place where one of its changed results breaks a principle. */
  private MutationResult.Core core(List<Tried> all) {
    Set<String> core =
        FinalDecisions.core(knowledge).stream().map(Decision::name).collect(Collectors.toSet());
    Map<String, Boolean> rows =
        all.stream()
            .filter(t -> t.mutant.kind() == Mutant.Kind.RESULT_CHANGED)
            .filter(t -> core.contains(t.mutant.table()))
            .collect(Collectors.toMap(t -> t.mutant.row(), t -> t.byPrinciple, Boolean::logicalOr));
    return new MutationResult.Core(
        rows.size(), (int) rows.values().stream().filter(held -> held).count());
  }

  private List<Tried> mutants() {
    List<Mutant> mutants = new Mutants(knowledge, advisor.engine()).all();
    advisor
        .engine()
        .notCompiled()
        .forEach(n -> notAnalysed.add("table %s: %s".formatted(n.decision(), n.reason())));
    List<Mutant> open = mutants.stream().filter(m -> !trials.canTell(m.change())).toList();
    open.stream()
        .collect(Collectors.groupingBy(Mutant::table, LinkedHashMap::new, Collectors.counting()))
        .forEach(
            (table, count) ->
                notAnalysed.add(
                    "table %s: %d changes whose effect cannot be told".formatted(table, count)));
    return mutants.stream()
        .filter(m -> trials.canTell(m.change()))
        .map(m -> new Tried(m, !trials.changesAnswer(m.change())))
        .toList();
  }

  private void attempt(Tried tried, Case subject) {
    Map<String, Object> effect = trials.effect(tried.mutant.change());
    if (effect.isEmpty()) {
      return;
    }
    tried.noticed = true;
    tried.byHistory |= !subject.isMadeUp();
    Posture before = posture(trials.value(FinalDecisions.POSTURE));
    UnofficialTrack trackBefore = track(trials.value(FinalDecisions.UNOFFICIAL_TRACK));
    Posture after =
        effect.containsKey(FinalDecisions.POSTURE)
            ? posture(effect.get(FinalDecisions.POSTURE))
            : before;
    UnofficialTrack trackAfter =
        effect.containsKey(FinalDecisions.UNOFFICIAL_TRACK)
            ? track(effect.get(FinalDecisions.UNOFFICIAL_TRACK))
            : trackBefore;
    boolean unanswered = effect.containsValue(null);
    tried.pinned |=
        subject.expected() != null && (unanswered || before != after || trackBefore != trackAfter);
    tried.observed |=
        subject.observed() != null
            && (unanswered
                || subject.observed().agreesWith(before, trackBefore)
                    != subject.observed().agreesWith(after, trackAfter));
  }

  private static Posture posture(Object result) {
    return Labelled.find(Posture.class, String.valueOf(result)).orElse(null);
  }

  private static UnofficialTrack track(Object result) {
    return Labelled.find(UnofficialTrack.class, String.valueOf(result)).orElse(null);
  }

  /** Each cell of each table that was changed, in the order of the tables. */
  private List<TriedTable> tables(List<Tried> all) {
    Map<String, Map<Mutant.Cell, List<Tried>>> byTable =
        all.stream()
            .filter(t -> !t.equivalent)
            .collect(
                Collectors.groupingBy(
                    t -> t.mutant.table(), Collectors.groupingBy(t -> t.mutant.cell())));
    return knowledge.decisions().stream()
        .filter(d -> byTable.containsKey(d.name()))
        .map(d -> table(d, byTable.get(d.name())))
        .toList();
  }

  private static TriedTable table(Decision decision, Map<Mutant.Cell, List<Tried>> cells) {
    DecisionTable table = decision.decisionTable();
    List<String> inputs = table.inputs().stream().map(i -> i.expression()).toList();
    List<String> outputs =
        table.outputs().size() == 1
            ? List.of(decision.name())
            : table.outputs().stream().map(o -> o.name()).toList();
    return new TriedTable(
        decision.name(),
        Stream.concat(inputs.stream(), outputs.stream()).toList(),
        table.rows().stream()
            .map(
                row ->
                    new TriedRow(
                        row.id(),
                        Stream.concat(
                                inputs.stream().map(i -> new Mutant.Cell(row.id(), i, false)),
                                outputs.stream().map(o -> new Mutant.Cell(row.id(), o, true)))
                            .map(cell -> cell(cells.getOrDefault(cell, List.of())))
                            .toList()))
            .toList());
  }

  private static TriedCell cell(List<Tried> tried) {
    return new TriedCell(tried.size(), (int) tried.stream().filter(t -> t.noticed).count());
  }

  private static List<Part> parts(List<Tried> all, Function<Mutant, String> name) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                t -> name.apply(t.mutant), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(e -> new Part(e.getKey(), score(e.getValue())))
        .toList();
  }

  private static Part part(String name, List<Tried> all, Predicate<Mutant> which) {
    return new Part(name, score(all.stream().filter(t -> which.test(t.mutant)).toList()));
  }

  private static Score score(List<Tried> tried) {
    Set<Mutant.Cell> cells = new HashSet<>();
    Set<Mutant.Cell> noticed = new HashSet<>();
    for (Tried one : tried) {
      if (!one.equivalent) {
        cells.add(one.mutant.cell());
      }
      if (one.noticed) {
        noticed.add(one.mutant.cell());
      }
    }
    return new Score(
        tried.size(),
        (int) tried.stream().filter(t -> t.equivalent).count(),
        (int) tried.stream().filter(t -> t.noticed).count(),
        (int) tried.stream().filter(t -> t.byHistory).count(),
        (int) tried.stream().filter(t -> t.pinned).count(),
        (int) tried.stream().filter(t -> t.observed).count(),
        (int) tried.stream().filter(t -> t.byPrinciple).count(),
        cells.size(),
        noticed.size());
  }
}

package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Case;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.MutationResult.Survivor;

/** Which changed cells the shipped cases notice, and which cases would notice the rest. */
class MutationAnalysisTest {
  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static List<Case> cases;
  private static MutationResult result;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    result = MutationAnalysis.withoutPrinciples(advisor, knowledge, cases);
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void theShippedCasesNoticeMostChangesOfTheShippedTables() {
    MutationResult.Score all = result.all();

    assertThat(result.notAnalysed()).isEmpty();
    assertThat(all.total()).isGreaterThan(6000);
    assertThat(all.share()).isGreaterThan(0.80);
    assertThat(all.shareByHistory()).isBetween(0.60, all.share());
    assertThat(all.pinned()).isLessThan(all.noticed());
    assertThat(result.survivors()).hasSize(all.counted() - all.noticed());
  }

  @Test
  void principlesHoldMostRowsOfTheCoreInPlace() {
    MutationResult held = MutationAnalysis.of(advisor, knowledge, List.of());

    assertThat(held.core().rows()).isBetween(100, 120);
    assertThat(held.core().byPrinciple()).isGreaterThan(held.core().rows() * 9 / 10);
    assertThat(held.all().noticed()).isEqualTo(held.all().byPrinciple()).isPositive();
    assertThat(result.core().rows()).isEqualTo(held.core().rows());
    assertThat(result.core().byPrinciple()).isZero();
  }

  @Test
  void everyCellIsChangedAndTablesAndKindsAddUp() {
    int cells =
        knowledge.decisions().stream()
            .flatMap(d -> d.decisionTable().rows().stream())
            .mapToInt(r -> r.tests().size())
            .sum();
    int dropped = part(result.byKind(), "condition dropped").total();
    int set = part(result.byKind(), "condition set").total();

    assertThat(dropped + set).isEqualTo(cells);
    for (List<MutationResult.Part> parts : List.of(result.byKind(), result.byTable())) {
      assertThat(parts.stream().mapToInt(p -> p.score().total()).sum())
          .isEqualTo(result.all().total());
      assertThat(parts.stream().mapToInt(p -> p.score().noticed()).sum())
          .isEqualTo(result.all().noticed());
    }
  }

  @Test
  void withoutCasesNothingIsNoticedAndWithHistoryAloneWhatTheScoreOfHistorySays() {
    List<Case> history = cases.stream().filter(c -> !c.isMadeUp()).toList();

    MutationResult nothing = MutationAnalysis.withoutPrinciples(advisor, knowledge, List.of());
    MutationResult alone = MutationAnalysis.withoutPrinciples(advisor, knowledge, history);

    assertThat(nothing.all().noticed()).isZero();
    assertThat(nothing.core().byPrinciple()).isZero();
    assertThat(nothing.all().counted()).isEqualTo(result.all().counted());
    assertThat(alone.all().noticed()).isEqualTo(result.all().byHistory());
  }

  @Test
  void aSurvivorIsNoticedByTheCaseThatIsNamedForIt() {
    Set<String> tables = Set.of("posture", "ripeness", "format");
    List<Survivor> some =
        result.survivors().stream().filter(s -> tables.contains(s.mutant().table())).toList();
    MutationResult remedied = Remedies.of(advisor, knowledge, cases, result.with(some));
    List<Case> named =
        remedied.survivors().stream()
            .flatMap(s -> s.remedy().newCase().stream())
            .map(this::made)
            .toList();

    MutationResult then =
        MutationAnalysis.withoutPrinciples(
            advisor, knowledge, Stream.concat(cases.stream(), named.stream()).toList());

    assertThat(named).isNotEmpty();
    assertThat(mutants(then.survivors())).doesNotContainAnyElementsOf(remediable(remedied));
    assertThat(remedied.hopeless()).isPositive();
  }

  private static Set<Mutant> remediable(MutationResult remedied) {
    return remedied.survivors().stream()
        .filter(s -> s.remedy().newCase().isPresent())
        .map(Survivor::mutant)
        .collect(Collectors.toSet());
  }

  private Case made(Remedy.NewCase remedy) {
    Case like =
        cases.stream()
            .filter(c -> c.id().equals(remedy.like()))
            .findFirst()
            .orElse(Case.builder().build());
    Case.Builder builder = Case.builder();
    advisor.factsOf(like).forEach(builder::fact);
    remedy.changes().forEach(c -> builder.fact(c.name(), c.to()));
    return builder.build();
  }

  @Test
  void suggestedCasesExerciseWhatTheySayAndEveryRowThatCanBe() {
    SuggestionResult suggestion = CaseSuggestion.of(advisor, knowledge, cases, Integer.MAX_VALUE);
    List<Case> more =
        Stream.concat(cases.stream(), suggestion.suggested().stream().map(s -> s.stub())).toList();
    Set<Mutant> promised = new HashSet<>();
    suggestion.suggested().stream()
        .flatMap(s -> s.serves().stream())
        .filter(Target.Unnoticed.class::isInstance)
        .forEach(t -> promised.add(((Target.Unnoticed) t).mutant()));

    CoverageResult coverage = Coverage.of(advisor, knowledge, more);
    MutationResult mutation = MutationAnalysis.withoutPrinciples(advisor, knowledge, more);

    assertThat(suggestion.leftOut()).isEmpty();
    assertThat(suggestion.served() + suggestion.notFound().size() + suggestion.impossible().size())
        .isEqualTo(suggestion.targets());
    assertThat(coverage.rows().never())
        .extracting(r -> r.id())
        .containsExactlyInAnyOrderElementsOf(
            suggestion.impossible().stream()
                .filter(Target.UnusedRow.class::isInstance)
                .map(t -> ((Target.UnusedRow) t).row())
                .toList());
    assertThat(coverage.values().never()).isEmpty();
    assertThat(mutants(mutation.survivors())).doesNotContainAnyElementsOf(promised);
    assertThat(mutation.survivors())
        .hasSizeLessThanOrEqualTo(suggestion.notFound().size() + suggestion.impossible().size());
    assertThat(suggestion.suggested())
        .allSatisfy(s -> assertThat(s.stub().isMadeUp()).isTrue())
        .allSatisfy(s -> assertThat(s.changes()).hasSizeLessThanOrEqualTo(8));
  }

  private static Set<Mutant> mutants(List<Survivor> survivors) {
    return survivors.stream().map(Survivor::mutant).collect(Collectors.toSet());
  }

  private static MutationResult.Score part(List<MutationResult.Part> parts, String name) {
    return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow().score();
  }
}

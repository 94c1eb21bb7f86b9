package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Event;
import org.parley.KnowledgeDefect;
import org.parley.LoadOption;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

class SimilarCasesTest {
  private static final double EXACT = 1e-12;
  private static final String MODEL = "dmn/similarity.dmn";

  private static Advisor advisor;
  private static List<Case> shipped;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws IOException {
    advisor = Parley.builtIn();
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      shipped =
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .sorted()
              .map(advisor::readCase)
              .toList();
    }
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void nearestFirstAndNeverTheCaseItselfOrOneThatWasMadeUp() {
    assertThat(shipped).anyMatch(Case::isMadeUp);
    for (Case subject : shipped.subList(0, 8)) {
      List<SimilarCase> similar = advisor.advise(subject).similar(shipped, shipped.size()).cases();

      assertThat(similar)
          .hasSize((int) shipped.stream().filter(c -> !c.isMadeUp() && !c.equals(subject)).count())
          .allSatisfy(s -> assertThat(s.likeness()).isBetween(0.0, 1.0))
          .noneMatch(s -> s.subject().id().equals(subject.id()) || s.subject().isMadeUp())
          .isSortedAccordingTo(
              Comparator.comparingDouble(SimilarCase::likeness)
                  .reversed()
                  .thenComparing(s -> s.subject().id()));
      assertThat(advisor.advise(subject).similar(shipped, 3).cases())
          .isEqualTo(similar.subList(0, 3));
    }
  }

  @Test
  void eachComesWithItsAdviceAndWhatHistoryShows() {
    SimilarCase nearest = advisor.advise(shipped("VN-01")).similar(shipped, 1).cases().get(0);

    assertThat(nearest.advice()).isEqualTo(advisor.advise(nearest.subject()));
    assertThat(nearest.subject().observed()).isNotNull();
  }

  @Test
  void theLikenessIsWhatHandsReckon() {
    Case here =
        Case.of(
            Map.of(
                "relative power", "weaker", // 2 of 2 steps
                "battlefield trend", "gaining", // 1 of 2 steps
                "official talks", "none", // no scale: 1
                "way out", "yes", // equal
                "months of fighting", 1, // known to one of the two: a half of 1
                "issue", "unknown"));
    Case there =
        Case.builder()
            .id("there")
            .fact("relative power", "stronger")
            .fact("battlefield trend", "stalemate")
            .fact("official talks", "ongoing")
            .fact("way out", "yes")
            .fact("own resilience", "high") // known to one of the two: a half of 1
            .build();

    SimilarCase similar = advisor.advise(here).similar(List.of(there), 1).cases().get(0);

    assertThat(similar.likeness()).isCloseTo(1 - 3.5 / 5, within(EXACT));
    assertThat(similar.differences())
        .containsExactly(
            new Difference("relative power", "weaker", "stronger", 1),
            new Difference("official talks", "none", "ongoing", 1),
            new Difference("months of fighting", "1", "unknown", 0.5),
            new Difference("battlefield trend", "gaining", "stalemate", 0.5),
            new Difference("own resilience", "unknown", "high", 0.5));
  }

  @Test
  void numbersCountByTheBandsThatTheTablesTellApart() {
    assertThat(likeness("months of fighting", "0", "600")).isZero();
    assertThat(likeness("months of fighting", "599", "600")).isOne();
    assertThat(likeness("months of fighting", "007", "7")).isOne();
    assertThat(likeness("months of fighting", "0", "9"))
        .isStrictlyBetween(0.0, 1.0)
        .isGreaterThan(likeness("months of fighting", "0", "100"));
  }

  @Test
  void twoCasesThatKnowNothingHaveNothingInCommon() {
    assertThat(likeness("way out", "unknown", "unknown")).isZero();
    assertThat(likeness("way out", "yes", "unknown")).isZero();
    assertThat(likeness("way out", "yes", "yes")).isOne();
  }

  @Test
  void factsCountByTheWeightsOfTheTable() {
    Map<String, String> here = Map.of("way out", "yes", "adversary escalation cost", "high");
    Map<String, String> there =
        Map.of("way out", "yes", "adversary escalation cost", "prohibitive");

    assertThat(likeness(here, there)).isCloseTo(1 - 2 * 0.5 / 3, within(EXACT));
  }

  @Test
  void theWeightsAreThoseOfTheCaseAskedAbout() {
    Map<String, String> open = new HashMap<>(Map.of("adversary escalation cost", "high"));
    Map<String, String> ruledOut =
        new HashMap<>(Map.of("adversary escalation cost", "prohibitive"));
    open.put("resilience signal", "none");
    ruledOut.put("resilience signal", "strong");

    // condition 2 is no matter once condition 1 holds
    assertThat(likeness(open, ruledOut)).isCloseTo(1 - (1 + 2) / 4.0, within(EXACT));
    assertThat(likeness(ruledOut, open)).isCloseTo(1 - (1 + 1) / 3.0, within(EXACT));
  }

  @Test
  void withoutTheTableAllFactsCountAlike() throws IOException {
    Copy copy = Copy.into(folder);
    Files.delete(folder.resolve(MODEL));
    try (Advisor plain = Parley.load(copy.folder(), LoadOption.TRUST_RULES)) {
      Case here = Case.of(Map.of("way out", "yes", "adversary escalation cost", "acceptable"));
      Case there = Case.of(Map.of("way out", "yes", "adversary escalation cost", "prohibitive"));

      assertThat(plain.advise(here).similar(List.of(there), 1).cases().get(0).likeness())
          .isCloseTo(0.5, within(EXACT));
    }
  }

  @Test
  void aWeightForSomethingElseThanAFactIsRefused() throws IOException {
    Copy copy =
        Copy.into(folder).replace(MODEL, "\"adversary readiness\"", "\"adversary radiness\"");
    assertThatThrownBy(() -> Parley.load(copy.folder(), LoadOption.TRUST_RULES))
        .isInstanceOf(KnowledgeDefect.class)
        .hasMessageContaining(MODEL)
        .hasMessageContaining("decision 'fact weights'")
        .hasMessageContaining("unknown fact 'adversary radiness'")
        .hasMessageContaining("adversary readiness");
  }

  @Test
  void everyWeightIsForAFactOfTheVocabulary() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();

    assertThat(knowledge.decision("fact weights").orElseThrow().decisionTable().rows())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(knowledge.vocabulary().factNames())
                    .contains(row.results().get(0).replace("\"", "")));
  }

  @Test
  void factsThatRulesDeriveCountToo() {
    Case here =
        Case.builder()
            .asOf(LocalDate.of(1965, 4, 7))
            .decidingParty("A")
            .adversary("B")
            .event(
                new Event(
                    LocalDate.of(1965, 3, 22),
                    "precondition set",
                    List.of("A"),
                    List.of("B"),
                    Map.of("terms", "unconditional"),
                    "",
                    ""))
            .build();
    Case there = Case.of(Map.of("own preconditions", "unconditional"));

    SimilarCase similar = advisor.advise(here).similar(List.of(there), 1).cases().get(0);

    assertThat(similar.likeness()).isPositive();
    assertThat(similar.differences()).noneMatch(d -> d.fact().equals("own preconditions"));
  }

  @Test
  void casesThatAreEquallyAlikeStandInTheOrderOfTheirIds() {
    Case here = Case.of(Map.of("way out", "yes"));
    List<Case> history =
        Stream.of("c", "a", "b").map(id -> here.toBuilder().id(id).build()).toList();

    assertThat(advisor.advise(here).similar(history, 3).cases())
        .extracting(s -> s.subject().id())
        .containsExactly("a", "b", "c");
  }

  @Test
  void aCaseWithoutANameIsLeftOutWhereItIsEqual() {
    Case here = Case.of(Map.of("way out", "yes"));

    assertThat(advisor.advise(here).similar(List.of(Case.of(Map.of("way out", "yes"))), 3).cases())
        .isEmpty();
    assertThat(advisor.advise(here).similar(List.of(here.assuming("way out", "yes")), 3).cases())
        .hasSize(1);
  }

  @Test
  void wrongUseIsRefused() {
    Case here = Case.of(Map.of("way out", "yes"));

    assertThatThrownBy(() -> advisor.advise(here).similar(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> advisor.advise(here).similar(List.of(Case.of(Map.of("way out", "maybe"))), 1))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("'maybe' is not a value of 'way out'");
  }

  private static double likeness(String fact, String here, String there) {
    return likeness(Map.of(fact, here), Map.of(fact, there));
  }

  private static double likeness(Map<String, String> here, Map<String, String> there) {
    Case other = Case.of(there).toBuilder().id("other").build();
    SimilarCase similar = advisor.advise(Case.of(here)).similar(List.of(other), 1).cases().get(0);
    assertThat(similar.differences())
        .noneMatch(d -> d.here().equals(FactType.UNKNOWN) && d.there().equals(FactType.UNKNOWN));
    return similar.likeness();
  }

  private static Case shipped(String id) {
    return shipped.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.FiredRow;
import org.parley.LoadOption;
import org.parley.Origin;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.Said;
import org.parley.Verdict;
import org.parley.casefile.CaseFiles;

class AdvisorTest {
  private static Advisor advisor;

  @BeforeAll
  static void load() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void afterTetTheTablesFavourOpenTalks() {
    Advice advice = advise("cases/vietnam-war/VN-04.yaml");

    assertThat(advice.posture()).isEqualTo(Posture.OPEN_TALKS);
    assertThat(advice.verdict(Posture.OPEN_TALKS).level()).isEqualTo(Verdict.Level.RECOMMENDED);
    assertThat(advice.reasons()).hasSizeBetween(1, 3).allSatisfy(AdvisorTest::isJustified);
    assertThat(advice.runnerUp().verdict().option()).isNotEqualTo(Posture.OPEN_TALKS);
    assertThat(advice.runnerUp().arguments()).isNotEmpty();
    assertThat(advice.steps()).isNotEmpty().noneMatch(s -> s.text().contains("{"));
    assertThat(advice.reviewBy()).isPresent();
  }

  @Test
  void threeYearsEarlierAClosedPosture() {
    Advice advice = advise("cases/vietnam-war/VN-01.yaml");

    assertThat(advice.posture()).isEqualTo(Posture.CLOSED_POSTURE);
    assertThat(advice.reviewWithinDays()).isPresent();
    assertThat(Stream.concat(advice.steps().stream(), advice.warnings().stream()))
        .extracting(Said::text)
        .asString()
        .containsIgnoringCase("civilian")
        .containsIgnoringCase("humanitarian");
  }

  @Test
  void everyDecisionIsAnsweredByRowsThatSayWhy() {
    Advice advice = advise("cases/vietnam-war/VN-04.yaml");

    assertThat(advice.trace()).hasSizeGreaterThan(20);
    assertThat(advice.trace())
        .allSatisfy(d -> assertThat(d.rows()).allSatisfy(AdvisorTest::isJustified))
        .allSatisfy(d -> assertThat(d.question()).endsWith("?"));
    Set<String> seen = new HashSet<>();
    for (DecisionTrace decision : advice.trace()) {
      assertThat(seen).containsAll(decision.decisions());
      seen.add(decision.decision());
    }
  }

  @Test
  void aCaseOfWhichNothingIsKnownIsAdvisedAndNoDecisionIsSkipped() {
    Advice advice = advisor.advise(Case.of(Map.of()));

    assertThat(advice.trace()).allSatisfy(d -> assertThat(d.result()).isNotNull());
    assertThat(advice.facts()).isEmpty();
    // no date in sight is an answer
    assertThat(advice.unknown()).hasSize(56).doesNotContain("days until war");
    assertThat(advice.confidence().level().label()).isEqualTo("low");
  }

  @Test
  void aCaseWithoutNumbersGivesTheSameDecisions() {
    Case.Builder without = read("cases/vietnam-war/VN-04.yaml").toBuilder();
    List.of("months of fighting", "days until war", "initiatives").forEach(without::withoutFact);

    Advice advice = advisor.advise(without.build());

    assertThat(advice.trace())
        .hasSameSizeAs(advise("cases/vietnam-war/VN-04.yaml").trace())
        .allSatisfy(d -> assertThat(d.result()).isNotNull());
  }

  @Test
  void assumedFactsAreMarkedAndBeatCodedOnes() {
    Advice advice =
        advisor.advise(
            read("cases/vietnam-war/VN-04.yaml").assuming("resilience signal", "failed"));

    assertThat(advice.facts())
        .filteredOn(f -> f.name().equals("resilience signal"))
        .singleElement()
        .satisfies(f -> assertThat(f.origin()).isEqualTo(Origin.ASSUMED))
        .satisfies(f -> assertThat(f.value()).isEqualTo("failed"));
  }

  @Test
  void aMistypedFactOrValueIsRefusedWithTheLegalWords() {
    assertThatThrownBy(
            () ->
                advisor.advise(
                    Case.of(Map.of("resilience signl", "strong", "respite needed", "maybe"))))
        .isInstanceOfSatisfying(
            ParleyException.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.message())
                    .containsExactlyInAnyOrder(
                        "unknown fact 'resilience signl' (did you mean 'resilience signal'?)",
                        "'maybe' is not a value of 'respite needed': yes, no, unknown"));
  }

  @Test
  void eventsThatTheVocabularyDoesNotHaveAreNamed() {
    LocalDate day = LocalDate.of(1990, 11, 29);
    Case subject =
        Case.builder()
            .asOf(LocalDate.of(12_345, 1, 1))
            .event(Event.of(day, "ultimatun", "UN", "Iraq"))
            .event(Event.of(LocalDate.of(-44, 3, 15), "offensive", "Brutus", "Caesar"))
            .event(event(day, "ultimatum", Map.of("deadline", "soon")))
            .event(event(day, "ultimatum", Map.of("deadlin", "1991-01-15")))
            .event(event(day, "estimate revised", Map.of("direction", "upp")))
            .build();

    ParleyException refused =
        catchThrowableOfType(ParleyException.class, () -> advisor.advise(subject));

    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly(
            "'as of' +12345-01-01: years go from 1 to 9999",
            "unknown event type 'ultimatun' (did you mean 'ultimatum'?)",
            "an event of -0044-03-15: years go from 1 to 9999",
            "event 'ultimatum' of 1990-11-29: 'deadline' must be a day written YYYY-MM-DD, not"
                + " 'soon'",
            "event 'ultimatum' of 1990-11-29: unknown key 'deadlin' (did you mean 'deadline'?)",
            "event 'estimate revised' of 1990-11-29: 'upp' is not a value of 'direction': up, down"
                + " (did you mean 'up'?)");
  }

  private static Event event(LocalDate day, String type, Map<String, String> details) {
    return new Event(day, type, List.of(), List.of(), details, "", "");
  }

  @Test
  void numbersAndYesAndNoCanBeGivenAsJavaValues() {
    Advice advice =
        advisor.advise(Case.of(Map.of("months of fighting", 37, "respite needed", true)));

    assertThat(advice.facts())
        .extracting(f -> f.name() + " = " + f.value())
        .containsExactly("months of fighting = 37", "respite needed = yes");
    assertThatThrownBy(() -> advisor.advise(Case.of(Map.of("months of fighting", 601))))
        .hasMessage(
            "'601' is not a value of 'months of fighting': a whole number from 0 to 600, or"
                + " unknown");
  }

  @Test
  void twoThreadsAdviseLikeOne() throws Exception {
    List<Case> cases = CaseFiles.in(Path.of("cases")).stream().map(advisor::readCase).toList();
    List<Advice> alone = cases.stream().map(advisor::advise).toList();
    Callable<Integer> task =
        () ->
            (int)
                IntStream.range(0, 10_000)
                    .filter(
                        i ->
                            advisor
                                .advise(cases.get(i % cases.size()))
                                .equals(alone.get(i % cases.size())))
                    .count();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> equal =
          new ArrayList<>(List.of(threads.submit(task), threads.submit(task)));
      for (Future<Integer> count : equal) {
        assertThat(count.get()).isEqualTo(10_000);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aTableWithAGapSaysWhichInputsItDoesNotCover(@TempDir Path folder) throws Exception {
    Copy copy = Copy.into(folder);
    String model = copy.read("dmn/ripeness.dmn");
    int from = model.indexOf("<rule id=\"duration-");
    int to = model.indexOf("</rule>", from) + "</rule>".length();
    String gapped = model.substring(0, from) + model.substring(to);
    copy.write("dmn/ripeness.dmn", gapped);
    long firstRow = gapped.substring(0, gapped.indexOf("<rule id=\"duration-")).lines().count();

    try (Advisor gap = Parley.load(folder, LoadOption.TRUST_RULES)) {
      List<String> refused = new ArrayList<>();
      for (int months : new int[] {-1, 1, 10, 30}) {
        try {
          gap.advise(
              months < 0 ? Case.of(Map.of()) : Case.of(Map.of("months of fighting", months)));
        } catch (ParleyException e) {
          refused.add(e.getMessage());
        }
      }
      assertThat(refused)
          .singleElement()
          .asString()
          .startsWith(
              "dmn/ripeness.dmn:%d: decision 'war duration': has no result where months of fighting = "
                  .formatted(firstRow));
    }
  }

  @Test
  void aKnowledgeBaseWithoutAPostureIsRefused(@TempDir Path folder) throws Exception {
    Copy copy = Copy.into(folder);
    // its principles name the decision too
    Files.delete(folder.resolve("dmn/principles.csv"));
    for (Path file : modelFiles()) {
      copy.write(
          file.toString(),
          copy.read(file.toString())
              .replace("name=\"posture\"", "name=\"stance\"")
              .replace("<text>posture</text>", "<text>stance</text>"));
    }

    assertThatThrownBy(() -> Parley.load(folder))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("no model has the decision 'posture'");
  }

  private static List<Path> modelFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("dmn"))) {
      return files.filter(f -> f.toString().endsWith(".dmn")).sorted().toList();
    }
  }

  private static void isJustified(FiredRow row) {
    assertThat(row.id()).matches("[a-z0-9-]+");
    assertThat(row.why()).endsWith(".");
    assertThat(row.source()).isNotEmpty();
    assertThat(row.statements()).isNotEmpty().allSatisfy(s -> assertThat(s).matches("[SP]\\d{3}"));
  }

  private static Case read(String file) {
    return advisor.readCase(Path.of(file));
  }

  private static Advice advise(String file) {
    return advisor.advise(read(file));
  }
}

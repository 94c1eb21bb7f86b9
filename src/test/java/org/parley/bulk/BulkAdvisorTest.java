package org.parley.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Copy;
import org.parley.Fact;
import org.parley.KnowledgeSource;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.ReloadingAdvisor;
import org.parley.casefile.CaseFiles;

/** Many cases at once are what each of them is by itself. */
class BulkAdvisorTest {
  private static final int RANDOM_CASES = 2_000;

  private static Advisor advisor;
  private static BulkAdvisor bulk;
  private static List<Case> history;

  @BeforeAll
  static void load() {
    advisor = Parley.builtIn();
    bulk = BulkAdvisor.of(advisor);
    history = CaseFiles.in(Path.of("cases")).stream().map(advisor::readCase).toList();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void advicesComeInOrderAndAreThoseOfEachCase() {
    List<AdvisedCase> two;
    try (Stream<AdvisedCase> advised = bulk.adviseAll(history.stream(), 2)) {
      two = advised.toList();
    }

    assertThat(two).hasSameSizeAs(history);
    for (int i = 0; i < history.size(); i++) {
      assertThat(two.get(i).subject()).isSameAs(history.get(i));
      assertThat(two.get(i).advice()).contains(advisor.advise(history.get(i)));
    }
  }

  @Test
  void aCaseThatIsRefusedStandsInItsPlace() {
    List<Case> cases =
        List.of(history.get(0), Case.of(Map.of("no such fact", "x")), history.get(1));

    List<AdvisedCase> all = bulk.adviseAll(cases.stream(), 2).toList();

    assertThat(all).extracting(a -> a.advice().isPresent()).containsExactly(true, false, true);
    assertThat(all.get(1).trouble()).get().isInstanceOf(CaseRefused.class);
  }

  @Test
  void casesAreTakenAsTheyAreNeeded() {
    AtomicInteger taken = new AtomicInteger();
    Case one = history.get(0);
    try (Stream<Posture> endless =
        bulk.adviseAll(
            Stream.generate(() -> one).peek(c -> taken.incrementAndGet()),
            2,
            a -> a.advice().orElseThrow().posture())) {
      assertThat(endless.limit(10)).hasSize(10);
    }
    assertThat(taken.get()).isLessThan(1_000);
  }

  @Test
  void aSweepSaysOfEachCaseWhatItsAdviceSays() {
    CaseColumns columns = bulk.encode(history);
    for (int threads : new int[] {1, 2, 3}) {
      Sweep sweep = bulk.sweep(columns, threads);
      assertThat(sweep.size()).isEqualTo(history.size());
      for (int i = 0; i < history.size(); i++) {
        var advice = advisor.advise(history.get(i));
        assertThat(sweep.posture(i)).contains(advice.posture());
        assertThat(sweep.unofficialTrack(i)).contains(advice.unofficialTrack());
      }
      assertThat(sweep.counts())
          .isEqualTo(
              Stream.of(Posture.values())
                  .collect(
                      Collectors.toMap(
                          p -> p,
                          p ->
                              IntStream.range(0, sweep.size())
                                  .filter(i -> sweep.posture(i).orElseThrow() == p)
                                  .count())));
    }
  }

  /** The second time all words have been seen, and look-ups do. */
  @Test
  void casesAreEncodedAlikeHoweverOftenTheirWordsWereSeen() {
    List<Case> twice = new ArrayList<>(history);
    twice.addAll(history);

    CaseColumns columns = bulk.encode(twice);

    for (int row = 0; row < twice.size(); row++) {
      Map<String, String> known =
          advisor.advise(twice.get(row)).facts().stream()
              .collect(Collectors.toMap(Fact::name, Fact::value));
      for (String fact : columns.facts()) {
        int first = row % history.size();
        assertThat(columns.value(row, fact)).isEqualTo(columns.value(first, fact));
        if (columns.values(fact).contains(known.getOrDefault(fact, "unknown"))) {
          assertThat(columns.value(row, fact)).isEqualTo(known.getOrDefault(fact, "unknown"));
        }
      }
    }
  }

  @Test
  void whatCannotBeEncodedIsRefusedAsAdviceIs() {
    Case one = history.get(0);
    Case wrong = one.toBuilder().events(List.of()).fact("way out", "maybe").build();
    Case late = Case.builder().asOf(LocalDate.of(10_000, 1, 1)).fact("way out", "yes").build();
    for (Case refused : List.of(wrong.toBuilder().fact("no such", "x").build(), late)) {
      ParleyException said = bulk.adviseAll(Stream.of(refused), 1).toList().get(0).trouble().get();

      assertThatThrownBy(() -> bulk.encode(List.of(one, refused)))
          .isInstanceOf(CaseRefused.class)
          .hasMessage(said.getMessage());
    }
  }

  @Test
  void randomFactsInColumnsAreThoseOfACase() {
    Random random = new Random(7);
    CaseColumns columns = bulk.columns(RANDOM_CASES);
    List<Map<String, String>> cases = new ArrayList<>();
    for (int row = 0; row < RANDOM_CASES; row++) {
      Map<String, String> facts = new HashMap<>();
      for (String fact : columns.facts()) {
        List<String> values = columns.values(fact);
        if (random.nextInt(3) == 0) {
          facts.put(fact, values.get(random.nextInt(values.size())));
        }
      }
      cases.add(facts);
      columns.set(row, facts);
    }

    Sweep sweep = bulk.sweep(columns, 2);

    for (int row = 0; row < RANDOM_CASES; row++) {
      assertThat(sweep.posture(row)).contains(advisor.advise(Case.of(cases.get(row))).posture());
    }
  }

  @Test
  void aValueIsReadAsTheVocabularyHasItAndAnyOtherIsRefused() {
    CaseColumns columns = bulk.columns(2);
    columns.set(0, "months of fighting", "37");
    columns.set(0, "respite needed", "yes");

    assertThat(columns.value(0, "respite needed")).isEqualTo("yes");
    assertThat(columns.value(1, "respite needed")).isEqualTo("unknown");
    assertThat(columns.column("respite needed")).hasSize(2);
    columns.set(0, Map.of());
    assertThat(columns.value(0, "respite needed")).isEqualTo("unknown");
    assertThatThrownBy(() -> columns.set(0, "respite needed", "perhaps"))
        .isInstanceOfSatisfying(
            CaseRefused.class,
            e -> {
              Problem problem = e.problems().get(0);
              assertThat(problem.kind()).isEqualTo(Problem.Kind.UNKNOWN_VALUE);
              assertThat(problem.legal()).contains("yes", "no", "unknown");
              assertThat(problem.element()).isEqualTo("fact 'respite needed'");
            });
    assertThatThrownBy(() -> columns.set(0, "respit needed", "yes"))
        .isInstanceOf(CaseRefused.class)
        .hasMessageContaining("did you mean 'respite needed'");
    assertThatThrownBy(() -> columns.set(0, "months of fighting", "37.5"))
        .isInstanceOf(CaseRefused.class);
  }

  @Test
  void whatFailsToComeDoesSoBehindTheResultsOfThoseBeforeIt() {
    List<AdvisedCase> got = new ArrayList<>();
    Stream<Case> cases =
        IntStream.range(0, 4)
            .mapToObj(
                n -> {
                  if (n == 3) {
                    throw new IllegalArgumentException("no more");
                  }
                  return history.get(n);
                });

    assertThatThrownBy(() -> bulk.adviseAll(cases, 2).forEach(got::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no more");

    assertThat(got).extracting(AdvisedCase::subject).isEqualTo(history.subList(0, 3));
  }

  @Test
  void asManyThreadsAsAnyoneAsksForLoseNoCase() {
    assertThat(bulk.adviseAll(Stream.of(history.get(0), history.get(1)), Integer.MAX_VALUE))
        .hasSize(2);
  }

  @Test
  void whoReadsOnAfterTheEndFindsNothing() {
    Iterator<AdvisedCase> advised;
    try (Stream<AdvisedCase> stream = bulk.adviseAll(history.stream(), 1)) {
      advised = stream.iterator();
      advised.next();
    }

    assertThat(advised.hasNext()).isFalse();
  }

  @Test
  void argumentsThatMakeNoSenseAreRefusedInWords() {
    assertThatThrownBy(() -> bulk.sweep(bulk.columns(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one thread has to work, not 0");
    assertThatThrownBy(() -> bulk.columns(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no room for -1 cases");
  }

  /** Codes are those of one vocabulary: another one counts its values otherwise. */
  @Test
  void columnsAreSweptWithTheKnowledgeThatTheyWereMadeWith(@TempDir Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    copy.replace(
        "dmn/vocabulary.csv", "none|weak|strong|failed|unknown", "strong|weak|none|failed|unknown");
    try (ReloadingAdvisor reloading = Parley.watch(KnowledgeSource.folder(Path.of(".")));
        Advisor other = Parley.load(copy.folder())) {
      BulkAdvisor ofOther = BulkAdvisor.of(other);
      Map<String, String> facts = Map.of("resilience signal", "strong", "own resilience", "high");
      CaseColumns columns = ofOther.columns(1);
      columns.set(0, facts);

      assertThat(BulkAdvisor.of(reloading).sweep(columns, 1).posture(0))
          .contains(other.advise(Case.of(facts)).posture());
    }
  }

  @Test
  void aBulkAdvisorGoesOnAfterAReloadAndEndsWithItsAdvisor(@TempDir Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    Case subject = Case.of(Map.of("way out", "yes"));
    ReloadingAdvisor reloading = Parley.watch(KnowledgeSource.folder(copy.folder()));
    BulkAdvisor ofReloading = BulkAdvisor.of(reloading);
    CaseColumns columns = ofReloading.encode(List.of(subject));
    copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");
    assertThat(reloading.reload().outcome()).isEqualTo(ReloadingAdvisor.Outcome.RELOADED);

    assertThat(ofReloading.adviseAll(Stream.of(subject), 1).toList().get(0).advice())
        .hasValueSatisfying(a -> assertThat(a.knowledge()).isEqualTo(reloading.knowledge()));
    assertThat(ofReloading.sweep(columns, 1).posture(0))
        .contains(reloading.advise(subject).posture());

    reloading.close();
    assertThatThrownBy(() -> ofReloading.sweep(columns, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> ofReloading.columns(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(reloading::vocabulary).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(reloading::caseSchema).isInstanceOf(IllegalStateException.class);
  }
}

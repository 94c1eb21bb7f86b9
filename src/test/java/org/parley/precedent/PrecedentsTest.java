package org.parley.precedent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Fact;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.Precedents;
import org.parley.Precedents.Band;
import org.parley.Precedents.Like;
import org.parley.Precedents.Share;
import org.parley.Precedents.TrackRecord;
import org.parley.SecondOpinion;
import org.parley.casefile.ReadCases;
import org.parley.explain.Redaction;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** What the learner says is what counting by hand gives. */
class PrecedentsTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final String PARTIES = "deciding party: Us\nadversary: Them\n";

  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static List<Case> all;
  private static List<Case> history;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    all = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    history =
        all.stream()
            .filter(c -> c.observed() != null && c.observed().posture() != null && !c.isMadeUp())
            .toList();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void sharesAreWhatCountingByHandGives() {
    for (String id : List.of("VN-01", "VN-04", "KE-01", "IP-05", "HT-01")) {
      Case subject = named(id);
      Advice advice = advisor.advise(subject);

      Precedents said = advice.precedents().orElseThrow();

      Map<Posture, Double> byHand = shares(known(advice), without(subject.conflict()));
      assertThat(said.shares()).hasSize(4);
      said.shares().forEach(s -> assertThat(s.share()).isCloseTo(byHand.get(s.posture()), EXACTLY));
    }
  }

  @Test
  void sharesAddUpToOneAndStandInOrder() {
    for (Case subject : all) {
      Advice advice = advisor.advise(subject);
      Precedents said = advice.precedents().orElseThrow();

      assertThat(said.shares().stream().mapToDouble(Share::share).sum()).isCloseTo(1, EXACTLY);
      assertThat(said.shares())
          .isSortedAccordingTo(Comparator.comparingDouble(Share::share).reversed())
          .extracting(Share::posture)
          .containsExactlyInAnyOrder(Posture.values());
      assertThat(said.agrees()).isEqualTo(said.posture() == advice.posture());
      assertThat(said.agreesWithGame())
          .isEqualTo(
              SecondOpinion.agree(
                  said.posture(), advice.secondOpinion().orElseThrow().reasonable()));
      assertThat(said.like())
          .hasSizeLessThanOrEqualTo(Precedents.MOST_CASES)
          .noneMatch(l -> l.conflict().equals(subject.conflict()));
    }
  }

  @Test
  void whereNothingIsKnownTheBaseRatesAreLeft() {
    Precedents said = advisor.advise(Case.of(Map.of())).precedents().orElseThrow();

    assertThat(said.cases()).isEqualTo(history.size());
    assertThat(said.leftOut()).isEmpty();
    assertThat(said.like()).isEmpty();
    assertThat(said.partsOn()).isEmpty();
    assertThat(said.posture()).isEqualTo(largest(history).getKey());
  }

  @Test
  void theConflictOfTheCaseIsLeftOut() {
    Precedents said = advisor.advise(named("VN-01")).precedents().orElseThrow();

    assertThat(said.leftOut()).isEqualTo("Vietnam War");
    assertThat(said.cases()).isEqualTo(without("Vietnam War").size()).isLessThan(history.size());

    Case renamed = named("VN-01").toBuilder().conflict("").build();
    assertThat(advisor.advise(renamed).precedents().orElseThrow().shares())
        .isEqualTo(said.shares());
    Case elsewhere = renamed.toBuilder().id("X-1").build();
    assertThat(advisor.advise(elsewhere).precedents().orElseThrow().cases())
        .isEqualTo(history.size());
  }

  @Test
  void theFactThatSpeaksMostForTheDifferenceHasTheGreatestRatio() {
    int differ = 0;
    for (Case subject : history) {
      Advice advice = advisor.advise(subject);
      Precedents said = advice.precedents().orElseThrow();
      if (said.agrees()) {
        assertThat(said.partsOn()).isEmpty();
        continue;
      }
      differ++;
      Precedents.Parting parting = said.partsOn().orElseThrow();
      List<Case> others = without(subject.conflict());
      Map<String, Double> ratios = new LinkedHashMap<>();
      known(advice)
          .forEach(
              (fact, value) ->
                  ratios.put(
                      fact,
                      likelihood(fact, value, said.posture(), others)
                          / likelihood(fact, value, advice.posture(), others)));
      assertThat(ratios.get(parting.fact()))
          .isCloseTo(ratios.values().stream().mapToDouble(r -> r).max().orElseThrow(), EXACTLY);
      assertThat(parting.value()).isEqualTo(known(advice).get(parting.fact()));
      assertThat(parting.precedents().cases())
          .isEqualTo(equal(parting.fact(), parting.value(), said.posture(), others));
      assertThat(parting.tables().of())
          .isEqualTo(knownIn(parting.fact(), advice.posture(), others));
    }
    assertThat(differ).isBetween(5, 60);
  }

  @Test
  void casesThatSpeakMostShareWhatWeighsMost() {
    Case subject = named("VN-01");
    Advice advice = advisor.advise(subject);
    Precedents said = advice.precedents().orElseThrow();
    List<Case> others = without(subject.conflict());

    Map<String, Double> sums = new LinkedHashMap<>();
    for (Case other : others) {
      double sum = 0;
      for (Map.Entry<String, String> fact : known(advice).entrySet()) {
        double weight = weight(fact.getKey(), fact.getValue(), said.posture(), others);
        boolean same = coded(other).getOrDefault(fact.getKey(), "").equals(fact.getValue());
        sum += weight > 0 && same ? weight : 0;
      }
      if (other.observed().posture() == said.posture()) {
        sums.put(other.id(), sum);
      }
    }
    List<String> best =
        sums.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .limit(Precedents.MOST_CASES)
            .toList();
    assertThat(said.like()).extracting(Like::id).containsExactlyElementsOf(best);
    said.like().forEach(l -> assertThat(l.weight()).isCloseTo(sums.get(l.id()), within(1e-9)));
  }

  @Test
  void theRecordIsHonest() {
    int right = 0;
    double brier = 0;
    double log = 0;
    for (Case subject : history) {
      Map<Posture, Double> shares = shares(coded(subject), without(subject.conflict()));
      Posture done = subject.observed().posture();
      right += largestShare(shares) == done ? 1 : 0;
      for (Posture posture : Posture.values()) {
        brier += Math.pow(shares.get(posture) - (posture == done ? 1 : 0), 2);
      }
      log += Math.log(Math.max(shares.get(done), 0.001));
    }

    TrackRecord record = advisor.advise(named("VN-01")).precedents().orElseThrow().record();

    assertThat(record.cases()).isEqualTo(history.size());
    assertThat(record.right()).isEqualTo(right);
    assertThat(record.largestClass()).isEqualTo(largest(history).getValue());
    assertThat(record.brier()).isCloseTo(brier / history.size(), EXACTLY);
    assertThat(record.logScore()).isCloseTo(log / history.size(), EXACTLY);
    assertThat(record.calibration().stream().mapToInt(Band::shares).sum())
        .isEqualTo(4 * history.size());
    assertThat(record.calibration().stream().mapToInt(Band::done).sum()).isEqualTo(history.size());
    assertThat(record.calibration()).allMatch(b -> b.from() <= b.mean() && b.mean() <= b.to());
  }

  /** Else the base rates alone would do better than the learner. */
  @Test
  void theLearnerIsBetterThanTheBaseRates() {
    TrackRecord record = advisor.advise(named("VN-01")).precedents().orElseThrow().record();

    assertThat(record.brier()).isLessThan(record.brierOfRates());
    assertThat(record.logScore()).isGreaterThan(record.logScoreOfRates());
    assertThat(record.right()).isGreaterThan(record.largestClass());
  }

  @Test
  void whatShipsIsWhatTheCaseFilesSay() {
    Library shipped = Library.of(knowledge);

    assertThat(shipped.cases())
        .isEqualTo(
            all.stream().flatMap(c -> Precedent.of(c, knowledge.vocabulary()).stream()).toList());
    assertThat(Library.of(KnowledgeBase.load(Path.of("")))).isEqualTo(shipped);
    assertThat(shipped.toFile(knowledge.vocabulary()))
        .isEqualTo(Library.of(knowledge).toFile(knowledge.vocabulary()))
        .hasSizeLessThan(20_000);
  }

  @Test
  void withoutALibraryThereIsNothing(@TempDir Path folder) throws IOException {
    Copy.into(folder);

    try (Advisor plain = Parley.load(folder)) {
      assertThat(plain.advise(named("VN-04")).precedents()).isEmpty();
    }
  }

  @Test
  void aLibraryOfItsOwnIsLearnedFrom(@TempDir Path folder) throws IOException {
    Copy.into(folder)
        .write("cases/A.yaml", told("A", "First war", "open talks", "high"))
        .write("cases/B.yaml", told("B", "Second war", "closed posture", "low"))
        .write("cases/C.yaml", told("C", "Third war", "closed posture", "low"))
        .write("cases/D.yaml", "id: D\nno case at all\n");

    try (Advisor plain = Parley.load(folder)) {
      Case open = Case.of(Map.of("own leak cost", "high"));
      Precedents said = plain.advise(open).precedents().orElseThrow();
      assertThat(said.cases()).isEqualTo(3);
      assertThat(said.shares()).filteredOn(s -> s.share() == 0).hasSize(2);
      // 1/3 and (1 + 1) / (1 + 3), against 2/3 and (0 + 1) / (2 + 3)
      assertThat(said.shares().get(0).share()).isCloseTo(evened(1.0 / 6, 2.0 / 15), EXACTLY);
      assertThat(said.posture()).isEqualTo(Posture.OPEN_TALKS);
      assertThat(said.like()).extracting(Like::id).containsExactly("A");

      Case own = open.toBuilder().conflict("First war").build();
      assertThat(plain.advise(own).precedents().orElseThrow().shares().get(0))
          .isEqualTo(new Share(Posture.CLOSED_POSTURE, 1));
    }
  }

  @Test
  void aLibraryOfOneConflictHasNothingToSayOfIt(@TempDir Path folder) throws IOException {
    Copy.into(folder).write("cases/A.yaml", told("A", "First war", "open talks", "high"));

    try (Advisor plain = Parley.load(folder)) {
      Case own = Case.of(Map.of()).toBuilder().conflict("First war").build();
      assertThat(plain.advise(own).precedents()).isEmpty();
      assertThat(plain.advise(Case.of(Map.of())).precedents().orElseThrow().record().cases())
          .isZero();
    }
  }

  @Test
  void manyThreadsHearTheSame() {
    Precedents alone = advisor.advise(named("KE-01")).precedents().orElseThrow();
    try (TableAdvisor fresh = TableAdvisor.of(knowledge)) {
      Advice shared = fresh.advise(named("KE-01"));
      Set<Optional<Precedents>> heard =
          new HashSet<>(
              IntStream.range(0, 64).parallel().mapToObj(i -> shared.precedents()).toList());

      assertThat(heard).containsExactly(Optional.of(alone));
    }
  }

  @Test
  void aRedactedAdviceTellsOfNoChannel() {
    Redaction redaction = new Redaction(knowledge);
    Set<String> channels = new HashSet<>();
    knowledge.vocabulary().facts().stream()
        .filter(f -> f.group().equals("channel"))
        .forEach(f -> channels.add(f.name()));

    for (String id : List.of("VN-01", "VN-02", "UA-05", "OS-01")) {
      Advice open = advisor.advise(redaction.nameless(named(id)));
      Precedents said = redaction.of(open).precedents().orElseThrow();

      Map<String, String> left = known(open);
      left.keySet().removeAll(channels);
      Map<Posture, Double> byHand = shares(left, without(named(id).conflict()));
      said.shares().forEach(s -> assertThat(s.share()).isCloseTo(byHand.get(s.posture()), EXACTLY));
      assertThat(said.like())
          .allMatch(l -> l.title().isEmpty())
          .flatExtracting(Like::shared)
          .noneMatch(f -> channels.contains(f.fact()));
      said.partsOn().ifPresent(p -> assertThat(channels).doesNotContain(p.fact()));
    }
  }

  private static String told(String id, String conflict, String done, String leak) {
    return "id: %s\nconflict: %s\nas of: 1999-01-01\n%sfacts:\n  own leak cost: %s\nobserved: {posture: %s}\n"
        .formatted(id, conflict, PARTIES, leak, done);
  }

  private static double evened(double one, double other) {
    return Math.pow(one, 0.3) / (Math.pow(one, 0.3) + Math.pow(other, 0.3));
  }

  private static Case named(String id) {
    return all.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Case> without(String conflict) {
    return history.stream().filter(c -> !c.conflict().equals(conflict)).toList();
  }

  private static Map<String, String> known(Advice advice) {
    Map<String, String> known = new LinkedHashMap<>();
    advice.facts().stream()
        .filter(f -> isChoice(f.name()))
        .forEach(f -> known.put(f.name(), f.value()));
    return known;
  }

  private static Map<String, String> coded(Case subject) {
    Map<String, String> coded = new LinkedHashMap<>();
    for (Fact fact : subject.facts().values()) {
      if (isChoice(fact.name()) && !fact.value().equals(FactType.UNKNOWN)) {
        coded.put(fact.name(), fact.value());
      }
    }
    return coded;
  }

  private static boolean isChoice(String name) {
    Vocabulary words = knowledge.vocabulary();
    return words.fact(name).orElseThrow().kind() == FactType.Kind.CHOICE;
  }

  private static int equal(String fact, String value, Posture done, List<Case> cases) {
    return (int)
        cases.stream()
            .filter(c -> c.observed().posture() == done)
            .filter(c -> value.equals(coded(c).get(fact)))
            .count();
  }

  private static int knownIn(String fact, Posture done, List<Case> cases) {
    return (int)
        cases.stream()
            .filter(c -> c.observed().posture() == done)
            .filter(c -> coded(c).containsKey(fact))
            .count();
  }

  private static int values(String fact) {
    return knowledge.vocabulary().fact(fact).orElseThrow().values().size() - 1;
  }

  private static double likelihood(String fact, String value, Posture done, List<Case> cases) {
    return (equal(fact, value, done, cases) + 1.0) / (knownIn(fact, done, cases) + values(fact));
  }

  private static double weight(String fact, String value, Posture done, List<Case> cases) {
    int equal = 0;
    int known = 0;
    for (Posture posture : Posture.values()) {
      equal += posture == done ? 0 : equal(fact, value, posture, cases);
      known += posture == done ? 0 : knownIn(fact, posture, cases);
    }
    return Math.log(
        likelihood(fact, value, done, cases) / ((equal + 1.0) / (known + values(fact))));
  }

  private static Map<Posture, Double> shares(Map<String, String> known, List<Case> cases) {
    Map<Posture, Double> shares = new LinkedHashMap<>();
    double sum = 0;
    for (Posture posture : Posture.values()) {
      long size = cases.stream().filter(c -> c.observed().posture() == posture).count();
      double probability = (double) size / cases.size();
      for (Map.Entry<String, String> fact : known.entrySet()) {
        probability *= likelihood(fact.getKey(), fact.getValue(), posture, cases);
      }
      shares.put(posture, Math.pow(probability, 0.3));
      sum += shares.get(posture);
    }
    double all = sum;
    shares.replaceAll((posture, share) -> share / all);
    return shares;
  }

  private static Posture largestShare(Map<Posture, Double> shares) {
    return shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Map.Entry<Posture, Integer> largest(List<Case> cases) {
    List<Map.Entry<Posture, Integer>> sizes = new ArrayList<>();
    for (Posture posture : Posture.values()) {
      sizes.add(
          Map.entry(
              posture,
              (int) cases.stream().filter(c -> c.observed().posture() == posture).count()));
    }
    return sizes.stream().max(Map.Entry.comparingByValue()).orElseThrow();
  }
}

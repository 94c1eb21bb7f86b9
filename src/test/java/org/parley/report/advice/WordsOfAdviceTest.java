package org.parley.report.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Said;
import org.parley.Topic;
import org.parley.Verdict;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.words.Wording;

/** What an advice says reads as if a careful person had written it, in every shipped case. */
class WordsOfAdviceTest {
  private static final int MOST_LINES = 70;
  private static final double MOST_SHARE = 0.4;
  private static final int RANDOM_CASES = Boolean.getBoolean("parley.long") ? 100_000 : 10_000;
  private static final String RISKS = FinalDecisions.TOPIC_KEYS.get("risks");
  private static final Pattern WAR = Pattern.compile("\\b[Ww]ars?\\b");

  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static List<Advice> advices;

  /** A pattern that no sentence may match, and why. */
  private record Forbidden(Pattern pattern, String why) {}

  /** Rows that take one stance on a subject: of two stances no advice takes both. */
  private record Stance(String subject, String stance, Set<String> rows) {}

  @BeforeAll
  static void advise() throws IOException {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      advices =
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .sorted()
              .map(advisor::readCase)
              .<Advice>map(advisor::advise)
              .toList();
    }
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  private static String text(Advice advice) {
    return TextWriter.write(AdviceReport.of(advice).document().get(), Style.plain());
  }

  @Test
  void anAdviceFitsOnOnePage() {
    Map<String, Long> tooLong = new TreeMap<>();
    for (Advice advice : advices) {
      long lines = text(advice).lines().count();
      if (lines > MOST_LINES) {
        tooLong.put(advice.subject().id(), lines);
      }
      assertThat(text(advice).lines()).allMatch(line -> line.length() <= Style.DEFAULT_WIDTH);
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void aFewStepsWarningsAndRisksAreTold() {
    for (Advice advice : advices) {
      assertThat(advice.steps()).hasSizeBetween(1, 5);
      assertThat(advice.warnings()).hasSizeLessThanOrEqualTo(4);
      assertThat(advice.topic(RISKS)).hasSizeLessThanOrEqualTo(3);
    }
  }

  /** What is left out for lack of room is told in full detail. */
  @Test
  void nothingIsLost() {
    for (Advice advice : advices) {
      Set<String> told = dangersAndSteps(advice);
      advice.more().forEach(t -> told.addAll(ids(t.sentences())));
      told.addAll(ids(advice.footer()));
      for (String decision : List.of("steps", FinalDecisions.WARNINGS, RISKS)) {
        assertThat(told)
            .containsAll(
                advice.trace(decision).orElseThrow().rows().stream().map(FiredRow::id).toList());
      }
    }
  }

  private static Set<String> dangersAndSteps(Advice advice) {
    Set<String> rows = ids(advice.steps());
    rows.addAll(ids(advice.warnings()));
    rows.addAll(ids(advice.topic(RISKS)));
    return rows;
  }

  private static Set<String> ids(List<Said> sentences) {
    return sentences.stream().map(Said::row).collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void stepsAndReviewFitTheTimeThereIs() {
    for (Advice advice : advices) {
      String days = fact(advice, "days until war");
      if (!days.equals(FactType.UNKNOWN)) {
        int left = Integer.parseInt(days);
        int review = advice.reviewWithinDays().orElseThrow();
        assertThat(review).as(advice.subject().id()).isLessThan(Math.max(1, left));
        if (left <= 7) {
          assertThat(advice.steps()).as(advice.subject().id()).hasSizeLessThanOrEqualTo(2);
        }
      }
    }
  }

  private static String fact(Advice advice, String name) {
    return advice.facts().stream()
        .filter(f -> f.name().equals(name))
        .map(f -> f.value())
        .findFirst()
        .orElse(FactType.UNKNOWN);
  }

  /** What would stand in most advices says nothing of any: it belongs to the foot of the page. */
  @Test
  void everySentenceSpeaksOfItsCase() {
    Map<String, Integer> said = new HashMap<>();
    for (Advice advice : advices) {
      Set<String> rows = dangersAndSteps(advice);
      advice.runnerUp().arguments().stream().limit(2).map(Said::row).forEach(rows::add);
      advice.reasons().stream().map(FiredRow::id).forEach(rows::add);
      rows.forEach(row -> said.merge(row, 1, Integer::sum));
    }
    said.values().removeIf(count -> count <= MOST_SHARE * advices.size());
    assertThat(said).isEmpty();
  }

  @Test
  void noSentenceMatchesAForbiddenPattern() throws IOException {
    List<Forbidden> forbidden = forbidden();
    List<String> found = new ArrayList<>();
    for (Advice advice : advices) {
      for (String sentence : sentences(advice)) {
        forbidden.stream()
            .filter(f -> f.pattern().matcher(withoutQuotes(sentence)).find())
            .forEach(f -> found.add(advice.subject().id() + ": " + f.why() + ": " + sentence));
      }
    }
    assertThat(found.stream().distinct()).isEmpty();
  }

  /** What a case file calls somebody is quoted as it stands there. */
  private static String withoutQuotes(String sentence) {
    return sentence.replaceAll("(?<= )'\\p{Lu}[^']*'(?=[ ,;.])", "'…'");
  }

  /** A name may be one or many, so a verb behind it has to fit both. */
  @Test
  void verbsFitNamesOfOneAndOfMany() {
    Pattern one =
        Pattern.compile(
            "(?<! of | by )\\{(deciding party|adversary|third party)\\} (is|has|was|does)\\b");
    assertThat(
            knowledge.decisions().stream()
                .filter(d -> d.decisionTable() != null)
                .flatMap(d -> d.decisionTable().rows().stream())
                .filter(r -> r.results().stream().anyMatch(t -> one.matcher(t).find()))
                .map(r -> r.id()))
        .isEmpty();
  }

  @Test
  void warIsSaidOnlyWhereThereIsOne() {
    List<String> found = new ArrayList<>();
    for (Advice advice : advices) {
      Object word = advice.trace("conflict").map(DecisionTrace::result).orElseThrow();
      if (!word.equals("war")) {
        sentences(advice).stream()
            // findings name facts and events of the case
            .filter(s -> advice.findings().stream().noneMatch(f -> f.message().equals(s)))
            .filter(s -> WAR.matcher(s).find())
            .forEach(s -> found.add(advice.subject().id() + ": " + s));
      }
    }
    assertThat(found.stream().distinct()).isEmpty();
  }

  /** What an advice says in full detail. */
  private static List<String> sentences(Advice advice) {
    List<String> sentences = new ArrayList<>(advice.combinedWith());
    advice.findings().forEach(f -> sentences.add(f.message()));
    said(advice).stream().map(Said::text).forEach(sentences::add);
    advice.reasons().forEach(r -> sentences.add(Wording.plainly(r.why())));
    sentences.addAll(advice.verdicts().stream().flatMap(v -> whys(v)).toList());
    sentences.addAll(
        advice.trace(FinalDecisions.POSTURE).orElseThrow().rows().stream()
            .filter(FiredRow::decided)
            .map(r -> Wording.plainly(r.why()))
            .toList());
    return sentences;
  }

  private static Stream<String> whys(Verdict verdict) {
    return verdict.rows().stream().map(r -> Wording.plainly(r.why()));
  }

  private static List<Said> said(Advice advice) {
    return Stream.of(
            Stream.of(
                advice.steps(), advice.warnings(), advice.footer(), advice.runnerUp().arguments()),
            Stream.concat(advice.topics().stream(), advice.more().stream()).map(Topic::sentences))
        .flatMap(s -> s)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void whereOptionsStandLevelTheAdviceSaysSoAndWhatDecides() {
    int level = 0;
    for (Advice advice : advices) {
      Verdict second = advice.runnerUp().verdict();
      boolean stands =
          second.level() == advice.verdict(advice.posture()).level()
              && second.level() != Verdict.Level.WEAK;
      assertThat(text(advice).contains("It stands level with")).isEqualTo(stands);
      level += stands ? 1 : 0;
    }
    assertThat(level).isPositive();
  }

  @Test
  void aSecondOpinionAgreesOnlyWithWhatItSpeaksTo() {
    for (Advice advice : advices) {
      assertThat(advice.secondOpinion().orElseThrow().agrees() && isMediated(advice)).isFalse();
    }
  }

  private static boolean isMediated(Advice advice) {
    return advice.posture() == Posture.NEUTRAL_MEDIATOR;
  }

  @Test
  void noAdviceContradictsItself() throws IOException {
    List<Stance> stances = stances();
    Set<String> all =
        knowledge.decisions().stream()
            .filter(d -> d.decisionTable() != null)
            .flatMap(d -> d.decisionTable().rows().stream())
            .map(r -> r.id())
            .collect(Collectors.toSet());
    assertThat(stances).allSatisfy(s -> assertThat(all).containsAll(s.rows()));
    Set<String> found = new HashSet<>();
    advices.forEach(a -> contradictions(a, stances, found));
    Random random = new Random(14);
    for (int i = 0; i < RANDOM_CASES; i++) {
      contradictions(advisor.advise(random(random)), stances, found);
    }
    assertThat(found).isEmpty();
  }

  private static Case random(Random random) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (FactType type : knowledge.vocabulary().facts()) {
      if (type.kind() == FactType.Kind.CHOICE) {
        facts.put(type.name(), type.values().get(random.nextInt(type.values().size())));
      } else if (random.nextBoolean()) {
        facts.put(type.name(), String.valueOf(random.nextInt(51)));
      }
    }
    return Case.of(facts);
  }

  /** Collects pairs of rows that take two stances on one subject in one advice. */
  private static void contradictions(Advice advice, List<Stance> stances, Set<String> found) {
    Set<String> rows = new HashSet<>();
    said(advice).forEach(s -> rows.add(s.row()));
    advice.reasons().forEach(r -> rows.add(r.id()));
    advice.verdicts().forEach(v -> v.rows().forEach(r -> rows.add(r.id())));
    Map<String, String> taken = new HashMap<>();
    for (Stance stance : stances) {
      for (String row : stance.rows()) {
        if (rows.contains(row)) {
          String other = taken.putIfAbsent(stance.subject(), stance.stance() + ": " + row);
          if (other != null && !other.startsWith(stance.stance() + ": ")) {
            found.add(stance.subject() + ", " + other + " and " + stance.stance() + ": " + row);
          }
        }
      }
    }
  }

  private static List<Stance> stances() throws IOException {
    return csv(Files.readString(Path.of("dmn/stances.csv"))).stream()
        .map(c -> new Stance(c.get(0), c.get(1), Set.copyOf(Arrays.asList(c.get(2).split(" ")))))
        .toList();
  }

  private static List<Forbidden> forbidden() throws IOException {
    return csv(Files.readString(Path.of("dmn/forbidden.csv"), StandardCharsets.UTF_8)).stream()
        .map(c -> new Forbidden(Pattern.compile(c.get(0)), c.get(1)))
        .toList();
  }

  /** The records behind the header; quoted cells hold no quotes. */
  private static List<List<String>> csv(String content) {
    Pattern cell = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,\"]*))");
    return content
        .lines()
        .skip(1)
        .map(
            line ->
                cell.matcher(line)
                    .results()
                    .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                    .toList())
        .toList();
  }
}

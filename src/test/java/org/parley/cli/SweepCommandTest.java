package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;

/** Many variations of one case are what each of them is by itself, and are counted rightly. */
class SweepCommandTest {
  private static final String VN_04 = "cases/vietnam-war/VN-04.yaml";
  private static final String HT_01 = "cases/haiti-1994/HT-01.yaml";
  private static final String GRID = "resilience signal,official talks,months of fighting,way out";

  @TempDir private Path folder;

  private static JsonNode json(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private List<NamedCsvRecord> table(String... args) throws IOException {
    Path file = folder.resolve("table.csv");
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-o", file.toString()));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static Map<String, Long> counts(JsonNode result) {
    Map<String, Long> counts = new HashMap<>();
    for (JsonNode share : result.get("postures")) {
      if (share.get("count").asLong() > 0) {
        counts.put(share.get("posture").asText(), share.get("count").asLong());
      }
    }
    return counts;
  }

  /** Each line of the full grid is advised on by itself, with its values assumed. */
  @ParameterizedTest
  @CsvSource({VN_04, HT_01})
  void everyVariationIsWhatTheAdviceOnItIs(String file) throws IOException {
    List<NamedCsvRecord> lines = table("sweep", file, "--over", GRID);
    JsonNode result = json("sweep", file, "--over", GRID);
    List<String> facts = List.of(GRID.split(","));

    assertThat(lines.get(0).getHeader())
        .containsExactly(
            "resilience signal",
            "official talks",
            "months of fighting",
            "way out",
            "posture",
            "unofficial track");
    assertThat(lines)
        .extracting(l -> l.getFields().subList(0, 4))
        .doesNotHaveDuplicates()
        .noneMatch(l -> l.contains("unknown"));
    assertThat(result.get("variations").asInt()).isEqualTo(lines.size());
    assertThat(counts(result))
        .isEqualTo(
            lines.stream()
                .collect(Collectors.groupingBy(l -> l.getField("posture"), Collectors.counting())));
    int product = 1;
    for (JsonNode fact : result.get("facts")) {
      product *= fact.get("values").size();
    }
    assertThat(lines).hasSize(product);
    try (Advisor advisor = Parley.builtIn()) {
      Case subject = advisor.readCase(Path.of(file));
      for (NamedCsvRecord line : lines) {
        Case assumed = subject;
        for (String fact : facts) {
          assumed = assumed.assuming(fact, line.getField(fact));
        }
        Advice advice = advisor.advise(assumed);
        assertThat(line.getField("posture")).isEqualTo(advice.posture().label());
        assertThat(line.getField("unofficial track")).isEqualTo(advice.unofficialTrack().label());
      }
    }
  }

  /** Effects worked out again from the raw table, in the plainest way. */
  @Test
  void effectsAreSharesOfTheVariance() throws IOException {
    List<NamedCsvRecord> lines = table("sweep", VN_04, "--over", GRID);
    JsonNode result = json("sweep", VN_04, "--over", GRID);

    double greatest = 1;
    for (JsonNode fact : result.get("facts")) {
      double effect = fact.get("mainEffect").asDouble();
      assertThat(effect)
          .isCloseTo(explained(lines, List.of(fact.get("fact").asText())), within(1e-8))
          .isLessThanOrEqualTo(greatest);
      greatest = effect;
    }
    assertThat(result.get("interactions")).hasSize(6);
    for (JsonNode two : result.get("interactions")) {
      String one = two.get("facts").get(0).asText();
      String other = two.get("facts").get(1).asText();
      double together = explained(lines, List.of(one, other));
      assertThat(two.get("effect").asDouble())
          .isCloseTo(
              together - explained(lines, List.of(one)) - explained(lines, List.of(other)),
              within(1e-8));
    }
  }

  private static double explained(List<NamedCsvRecord> lines, List<String> facts) {
    double all = 0;
    double within = 0;
    for (String posture : lines.stream().map(l -> l.getField("posture")).distinct().toList()) {
      all += variance(lines, posture) * lines.size();
      Map<List<String>, List<NamedCsvRecord>> levels =
          lines.stream()
              .collect(Collectors.groupingBy(l -> facts.stream().map(l::getField).toList()));
      for (List<NamedCsvRecord> level : levels.values()) {
        within += variance(level, posture) * level.size();
      }
    }
    return all == 0 ? 0 : 1 - within / all;
  }

  private static double variance(List<NamedCsvRecord> lines, String posture) {
    double share =
        (double) lines.stream().filter(l -> l.getField("posture").equals(posture)).count()
            / lines.size();
    return share * (1 - share);
  }

  /**
   * By hand: of the four signals one alone leads to open talks, whatever the adversary's
   * confidence, so the signal explains all and the confidence nothing.
   */
  @Test
  void aFactThatDecidesAloneExplainsAll() throws IOException {
    JsonNode result = json("sweep", VN_04, "--over", "adversary confidence,resilience signal");

    assertThat(counts(result)).isEqualTo(Map.of("open talks", 3L, "closed posture", 9L));
    assertThat(result.at("/facts/0/fact").asText()).isEqualTo("resilience signal");
    assertThat(result.at("/facts/0/mainEffect").asDouble()).isEqualTo(1);
    assertThat(result.at("/facts/1/mainEffect").asDouble()).isZero();
    assertThat(result.at("/interactions/0/effect").asDouble()).isZero();
    assertThat(result.get("tipping"))
        .extracting(t -> t.get("value").asText() + ": " + t.get("posture").asText())
        .containsExactly("none: closed posture", "weak: closed posture", "failed: closed posture");
    assertThat(result.at("/facts/0/condition").asBoolean()).isTrue();
    assertThat(result.at("/facts/0/ofCase").asText()).isEqualTo("strong");
  }

  @Test
  void theCaseTipsWhereAnAdviceOnItDoes() throws IOException {
    JsonNode result = json("sweep", HT_01, "--over", GRID);
    JsonNode advice = json("advise", HT_01);

    assertThat(result.get("posture")).isEqualTo(advice.get("posture"));
    for (JsonNode fact : result.get("facts")) {
      String name = fact.get("fact").asText();
      for (JsonNode value : fact.get("values")) {
        String text = value.get("value").asText();
        String posture = json("advise", HT_01, "--set", name + "=" + text).get("posture").asText();
        List<JsonNode> tips =
            StreamSupport.stream(result.get("tipping").spliterator(), false)
                .filter(t -> t.get("fact").asText().equals(name) && holds(t, value))
                .toList();
        assertThat(tips).hasSize(posture.equals(advice.get("posture").asText()) ? 0 : 1);
        assertThat(tips).allMatch(t -> t.get("posture").asText().equals(posture));
      }
    }
  }

  private static boolean holds(JsonNode tip, JsonNode value) {
    if (!tip.has("upTo")) {
      return tip.get("value").equals(value.get("value"));
    }
    int number = value.get("value").asInt();
    return tip.get("value").asInt() <= number && number <= tip.get("upTo").asInt();
  }

  @Test
  void everyTwoValuesOfEveryTwoFactsOccurInAPairwiseDesign() throws IOException {
    List<NamedCsvRecord> lines = table("sweep", HT_01, "--pairs");
    JsonNode result = json("sweep", HT_01, "--pairs");
    List<String> facts = new ArrayList<>();
    result.get("varied").forEach(f -> facts.add(f.asText()));
    Map<String, Integer> sizes = new HashMap<>();
    result.get("facts").forEach(f -> sizes.put(f.get("fact").asText(), f.get("values").size()));

    assertThat(facts).hasSizeGreaterThan(2);
    for (String one : facts) {
      for (String other : facts) {
        Set<List<String>> met = new HashSet<>();
        lines.forEach(l -> met.add(List.of(l.getField(one), l.getField(other))));
        assertThat(met)
            .hasSize(one.equals(other) ? sizes.get(one) : sizes.get(one) * sizes.get(other));
      }
    }
    List<Integer> largest = sizes.values().stream().sorted().toList();
    int least = largest.get(largest.size() - 1) * largest.get(largest.size() - 2);
    assertThat(lines).hasSizeBetween(least, 2 * least + 10);
    assertThat(result.has("interactions") && !result.get("interactions").isEmpty()).isFalse();
    assertThat(result.get("method").asText()).contains("rough");
  }

  @Test
  void theSameSeedGivesTheSameWorlds() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    Path three = folder.resolve("three.csv");
    String[] arguments = {"sweep", HT_01, "--samples", "9000", "--seed", "7"};
    String first = Run.of(with(arguments, "--csv", one.toString())).out();
    String second = Run.of(with(arguments, "--csv", two.toString())).out();
    arguments[5] = "8";
    String third = Run.of(with(arguments, "--csv", three.toString())).out();

    assertThat(first).isEqualTo(second).isNotEqualTo(third);
    assertThat(first).contains("9000, a random sample, seed 7", "95% interval");
    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(Files.readString(one)).isNotEqualTo(Files.readString(three));
    assertThat(Files.readAllLines(one)).hasSize(9001);
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /**
   * Each value of a fact is as likely as any other of it, and the sample tells what the grid does.
   */
  @Test
  void aSampleComesNearTheGrid() throws IOException {
    JsonNode grid = json("sweep", VN_04, "--over", GRID);
    JsonNode sample = json("sweep", VN_04, "--over", GRID, "--samples", "50000");

    for (int i = 0; i < grid.get("postures").size(); i++) {
      double exact = grid.get("postures").get(i).get("share").asDouble();
      assertThat(sample.get("postures").get(i).get("share").asDouble())
          .isCloseTo(exact, within(0.01));
      assertThat(sample.get("postures").get(i).has("interval95")).isTrue();
    }
    for (int i = 0; i < grid.get("facts").size(); i++) {
      assertThat(sample.get("facts").get(i).get("mainEffect").asDouble())
          .isCloseTo(grid.get("facts").get(i).get("mainEffect").asDouble(), within(0.02));
    }
  }

  @Test
  void theHeatMapHasACellForEachTwoValues() throws IOException {
    Path map = folder.resolve("map.svg");
    Path bars = folder.resolve("bars.svg");
    Run run =
        Run.of(
            "sweep", VN_04, "--over", "resilience signal,official talks", "--svg", map.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Run.of("sweep", VN_04, "--over", GRID, "--svg", bars.toString()).code()).isZero();
    JsonNode result = json("sweep", VN_04, "--over", "resilience signal,official talks");

    String svg = Files.readString(map);
    assertThat(svg)
        .contains("role=\"img\"", "<title id=\"sweep-title\">", "<desc id=\"sweep-desc\">")
        .contains("no probability");
    assertThat(svg.split("class=\"cell\"", -1)).hasSize(result.get("variations").asInt() + 1);
    for (JsonNode cell : result.get("cells")) {
      assertThat(svg)
          .contains(
              "<title>%s, %s: %s</title>"
                  .formatted(
                      cell.get("first").asText(),
                      cell.get("second").asText(),
                      cell.get("posture").asText()));
    }
    assertThat(Files.readString(bars)).contains("Main effects on the posture", "way out");
    assertThat(
            Run.of("sweep", VN_04, "--over", "resilience signal,way out", "--format", "html").out())
        .contains("<svg", "no probability and no forecast");
  }

  @Test
  void nothingIsRecommended() {
    String text = Run.of("sweep", VN_04, "--over", "battlefield trend,resilience signal").out();

    assertThat(text)
        .contains("A sweep recommends nothing", "a condition to watch for, never a step")
        .containsIgnoringWhitespaces("no probability and no forecast")
        .contains("strong (the case)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--over;resilience sgnal|did you mean 'resilience signal'?",
        "--over;way out,way out|'way out' is named twice",
        "--over;way out,|name facts, with a comma",
        "--pairs;--over;way out|takes two facts or more",
        "--pairs;--samples;3|take one of the two",
        "--samples;0|a number from 1 to",
        "--seed;3|--seed goes with --samples",
        "--all|say what to vary",
      })
  void whatMakesNoSenseIsRefusedInOneSentence(String arguments, String message) {
    Run run = Run.of(with(new String[] {"sweep", VN_04}, arguments.split(";")));

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).contains(message).doesNotContain("\n");
  }

  @Test
  void aGridThatIsTooLargeNamesTheSample() throws IOException {
    String all;
    try (Advisor advisor = Parley.builtIn()) {
      all =
          advisor.vocabulary().facts().stream()
              .map(f -> f.name())
              .limit(30)
              .collect(Collectors.joining(","));
    }
    Run run = Run.of("sweep", VN_04, "--over", all);

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("take a random sample with --samples N");
    assertThat(Run.of("sweep", VN_04, "--over", all, "--samples", "2000").code()).isZero();
  }

  @Test
  void noFileThatIsReadIsWrittenOver() throws IOException {
    Path copy = Files.copy(Path.of(VN_04), folder.resolve("case.yaml"));
    String before = Files.readString(copy);

    Run run = Run.of("sweep", copy.toString(), "--over", "way out", "--csv", copy.toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(Files.readString(copy)).isEqualTo(before);
  }
}

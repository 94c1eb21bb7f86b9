package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code parley game}, from its arguments to what it prints. */
class GameCommandTest {
  private static final String BEFORE = "cases/vietnam-war/VN-01.yaml";
  private static final String AFTER = "cases/vietnam-war/VN-04.yaml";

  @TempDir private Path folder;

  @Test
  void jsonHasTheKeysThatProgramsRelyOn() throws Exception {
    JsonNode json = json("game", BEFORE, "--format", "json");

    assertThat(Run.keys(json))
        .contains("case", "region", "label", "meaning", "parameters", "muStar", "margins");
    assertThat(Run.keys(json.at("/parameters")))
        .containsExactly(
            "p",
            "c",
            "pi_H",
            "pi_L",
            "b_H",
            "b_L",
            "D",
            "k_H",
            "k_L",
            "lambda_H",
            "lambda_L",
            "g",
            "i",
            "t",
            "v");
    assertThat(json.at("/muStar").doubleValue()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(json.at("/region").asText()).isEqualTo("b");
    assertThat(json("game", AFTER, "--format", "json").at("/region").asText()).isEqualTo("a");
    assertThat(json.at("/basis").asText()).contains("reconstruction");
  }

  @Test
  void numbersAndFactsCanBeSet() throws Exception {
    JsonNode json =
        json(
            "game",
            AFTER,
            "--format",
            "json",
            "--set",
            "c=0.2",
            "--set",
            "mediator guarantee = credible");

    assertThat(json.at("/parameters/c").decimalValue()).isEqualByComparingTo("0.2");
    assertThat(json.at("/parameters/g").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(json.at("/assumed/0").asText()).isEqualTo("c");
    assertThat(json.at("/rows").has("c")).isFalse();
    assertThat(json.at("/rows/g").asText()).isEqualTo("guarantee-credible");
  }

  @Test
  void whatItSaysItWouldTakeDoesOpen() throws Exception {
    JsonNode margins = json("game", BEFORE, "--format", "json").at("/margins");
    double least = margins.at("/leastGuarantee").doubleValue();

    assertThat(regionWith("g=" + (least + 1e-6))).isEqualTo("a'");
    assertThat(regionWith("g=" + (least - 1e-6))).isEqualTo("b");
    assertThat(regionWith("g=" + (margins.at("/sureGuarantee").doubleValue() + 1e-6)))
        .isEqualTo("a");
  }

  private String regionWith(String number) throws Exception {
    return json("game", BEFORE, "--format", "json", "--set", number).at("/region").asText();
  }

  @Test
  void textIsLabelledAndProposesNoHarm() {
    String text = Run.of("game", BEFORE, "--set", "k_L=0.4").out().replaceAll("\\s+", " ");

    assertThat(text)
        .contains("a reconstruction of the signalling game behind the two conditions")
        .contains("Parley's own calibration")
        .contains("A condition to watch for, never a step to take.")
        .contains("a further guarantee worth 0.13 would open");
    assertThat(Run.of("game", BEFORE, "--set", "b_H=0.2", "--set", "b_L=0.8").out())
        .contains("PROOF CAN BE BLUFFED")
        .contains("Danger: a party that cannot last would bluff")
        .contains("A bluff is no option");
  }

  @Test
  void markdownSaysTheSame() {
    String markdown = Run.of("game", BEFORE, "--format", "markdown").out();

    assertThat(markdown).contains("# VN-01", "region b: OPEN ONLY AFTER PROOF", "| pi\\_L | 0.5 |");
  }

  @Test
  void theDiagramIsTheSameByteForByte() throws Exception {
    Path one = folder.resolve("one.svg");
    Path two = folder.resolve("two.svg");

    assertThat(Run.of("game", BEFORE, "--svg", one.toString()).code()).isZero();
    assertThat(Run.of("game", BEFORE, "--svg", two.toString()).code()).isZero();

    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(Files.readString(one)).contains("VN-01");
  }

  @Test
  void mistakesAreToldWithWhatWouldBeRight() {
    assertRefused("'cc' is neither a fact nor a number of the game (p, c, ", "--set", "cc=1");
    assertRefused("'much' is not a number such as 0.4", "--set", "c=much");
    assertRefused("'1e999999999' is not a number such as 0.4", "--set", "c=1e999999999");
    assertRefused("write it as \"fact=value\"", "--set", "c");
    assertRefused("c (cost of escalating to the adversary) is -1", "--set", "c=-1");
    assertRefused("(assumption A2)", "--set", "b_H=0.4");
    assertRefused("'maybe' is not a value of 'respite needed'", "--set", "respite needed=maybe");
    assertRefused("cannot be written", "--svg", "README.md/folder.svg");
  }

  private static void assertRefused(String message, String... more) {
    List<String> args = new ArrayList<>(List.of("game", BEFORE));
    args.addAll(List.of(more));
    Run run = Run.of(args.toArray(String[]::new));

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  private static JsonNode json(String... args) throws Exception {
    return Run.of(args).json();
  }
}

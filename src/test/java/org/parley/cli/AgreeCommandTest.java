package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codings of the same cases, as coders compare them. */
class AgreeCommandTest {
  private static final String CODINGS = "src/test/resources/codings/";
  private static final String HEAD =
      "id: %s\nas of: 1999-01-01\ndeciding party: Us\nadversary: Them\nfacts:\n";

  @TempDir private Path folder;

  private Path coding(String file, String id, String... facts) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, HEAD.formatted(id) + "  " + String.join("\n  ", facts) + "\n");
  }

  private static JsonNode json(Object... codings) throws IOException {
    String[] args = new String[codings.length + 3];
    args[0] = "agree";
    for (int i = 0; i < codings.length; i++) {
      args[i + 1] = codings[i].toString();
    }
    args[codings.length + 1] = "--format";
    args[codings.length + 2] = "json";
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private static JsonNode fact(JsonNode json, String name) {
    return StreamSupport.stream(json.get("facts").spliterator(), false)
        .filter(f -> f.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void foldersOfSeveralCodersAreHeldAgainstEachOther() throws IOException {
    JsonNode json = json(CODINGS + "first", CODINGS + "second", CODINGS + "third");

    assertThat(json.at("/coders"))
        .extracting(JsonNode::asText)
        .containsExactly("first", "second", "third");
    assertThat(json.at("/cases").asInt()).isEqualTo(6);
    assertThat(json.at("/advice")).hasSize(6);
    JsonNode wayOut = fact(json, "way out");
    assertThat(wayOut.get("scale").asText()).isEqualTo("nominal");
    // by hand: 14 pairs in five cases, 8 of them equal
    assertThat(wayOut.get("pairs").asInt()).isEqualTo(14);
    assertThat(wayOut.get("equal").asInt()).isEqualTo(8);
    assertThat(wayOut.get("knownAgainstUnknown").asInt()).isEqualTo(4);
    assertThat(fact(json, "conflict stage").get("scale").asText()).isEqualTo("ordinal");
    assertThat(fact(json, "months of fighting").get("scale").asText()).isEqualTo("ratio");
    assertThat(json.toString()).doesNotContain("NaN", "null");
  }

  /** Two cases, two coders: alpha is 1 - 3 * (2 / 1) / (2 * 2 * 3 * 1), by hand. */
  @Test
  void alphaIsThatOfTheKnownValues() throws IOException {
    coding("a/X-1.yaml", "X-1", "way out: \"yes\"", "own leak cost: low");
    coding("b/X-1.yaml", "X-1", "way out: \"yes\"", "own leak cost: unknown");
    coding("a/X-2.yaml", "X-2", "way out: \"yes\"");
    coding("b/X-2.yaml", "X-2", "way out: \"no\"", "own leak cost: high");

    JsonNode json = json(folder.resolve("a"), folder.resolve("b"));

    assertThat(fact(json, "way out").get("alpha").asDouble()).isEqualTo(1 - 3 * 2.0 / 6);
    JsonNode leak = fact(json, "own leak cost");
    assertThat(leak.has("alpha")).isFalse();
    assertThat(leak.get("undefined").asText()).isEqualTo("fewer than two pairs");
    assertThat(leak.get("pairs").asInt()).isZero();
    assertThat(leak.get("knownAgainstUnknown").asInt()).isEqualTo(2);
  }

  @Test
  void allEqualValuesHaveNoAlphaAndItIsSaid() throws IOException {
    for (String file : List.of("a/X-1", "b/X-1", "a/X-2", "b/X-2")) {
      coding(file + ".yaml", file.substring(2), "way out: \"yes\"");
    }

    Run run = Run.of("agree", folder.resolve("a").toString(), folder.resolve("b").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Without alpha, since all values are equal: way out.")
        .contains("2 of 2 cases come out as one posture on all codings.")
        .doesNotContain("NaN");
  }

  /** Only files may be codings of one case under two ids; in folders the ids say which is which. */
  @Test
  void foldersOfDifferentCasesShareNone() throws IOException {
    coding("a/X-1.yaml", "X-1", "way out: \"yes\"");
    coding("b/X-2.yaml", "X-2", "way out: \"yes\"");
    String a = folder.resolve("a").toString();

    Run apart = Run.of("agree", a, folder.resolve("b").toString());
    Run alone = Run.of("agree", a);

    assertThat(apart.code()).isEqualTo(1);
    assertThat(apart.err()).contains("no case is coded by two of them");
    assertThat(alone.err())
        .isEqualTo(
            "error: '%s' is the work of one coder: give two or more files or folders to compare\n"
                .formatted(a));
    Run files = Run.of("agree", a + "/X-1.yaml", folder.resolve("b/X-2.yaml").toString());
    assertThat(files.out()).contains("1 case coded by two or more").contains("The case comes out");
  }

  @Test
  void whatDiffersIsExchangedUntilTheAdviceTurns() throws IOException {
    JsonNode json = json(CODINGS + "first/VN-04.yaml", CODINGS + "third/VN-04.yaml");

    JsonNode advice = json.at("/advice/0");
    assertThat(advice.at("/postures/0/posture").asText()).isEqualTo("open talks");
    assertThat(advice.at("/postures/1/posture").asText()).isEqualTo("closed posture");
    JsonNode turn = advice.at("/turns/0");
    assertThat(turn.get("posture").asText()).isEqualTo("closed posture");
    assertThat(turn.at("/facts/0/name").asText()).isEqualTo("resilience signal");
    Run tried =
        Run.of(
            "advise",
            CODINGS + "first/VN-04.yaml",
            "--set",
            "resilience signal=" + turn.at("/facts/0/to").asText(),
            "--format",
            "json");
    assertThat(tried.json().get("posture").asText()).isEqualTo("closed posture");
  }

  @Test
  void twoFilesAreAPairWhateverTheirIdsAre() throws IOException {
    Path one = coding("one.yaml", "X-1", "way out: \"yes\"");
    Path other = coding("other.yaml", "X-1b", "way out: \"no\"");
    Files.writeString(other, Files.readString(other).replace("1999-01-01", "1999-02-01"));

    JsonNode json = json(one, other);

    assertThat(json.at("/advice/0/case").asText()).isEqualTo("X-1 / X-1b");
    assertThat(json.at("/advice/0/apart/0").asText()).isEqualTo("as of");
  }

  @Test
  void whatCannotBeComparedIsRefused() throws IOException {
    Path one = coding("a/X-1.yaml", "X-1", "way out: \"yes\"");
    coding("a/X-2.yaml", "X-2", "way out: \"yes\"");
    Path other = coding("b/X-3.yaml", "X-3", "way out: \"no\"");
    Path twice = coding("c/X-1.yaml", "X-1", "way out: \"no\"");
    Files.copy(twice, twice.resolveSibling("again.yaml"));
    String a = folder.resolve("a").toString();

    assertThat(Run.of("agree", a, other.toString()).err())
        .startsWith("error: no case is coded by two of them");
    assertThat(Run.of("agree", a, folder.resolve("c").toString()).err())
        .contains("codes the case 'X-1' twice");
    assertThat(Run.of("agree", one.toString(), one.toString()).err()).contains("is given twice");
    assertThat(Run.of("agree", a).code()).isEqualTo(Main.REFUSED);
  }

  /** What one coder alone has coded is named, and nothing else is said of it. */
  @Test
  void casesOfOneCoderAloneAreNamed() throws IOException {
    coding("a/X-1.yaml", "X-1", "way out: \"yes\"");
    coding("a/X-2.yaml", "X-2", "way out: \"yes\"");
    coding("b/X-1.yaml", "X-1", "way out: \"no\"");

    JsonNode json = json(folder.resolve("a"), folder.resolve("b"));

    assertThat(json.at("/codedOnce")).extracting(JsonNode::asText).containsExactly("X-2");
    assertThat(json.at("/cases").asInt()).isEqualTo(1);
  }
}

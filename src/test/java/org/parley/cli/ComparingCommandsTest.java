package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code parley similar} and {@code parley seats}. */
class ComparingCommandsTest {
  private static final String HANOI = "cases/vietnam-war/VN-01.yaml";
  private static final String ISLAMABAD = "cases/india-pakistan/IP-04.yaml";
  private static final String DELHI = "cases/india-pakistan/IP-03.yaml";

  @TempDir private Path folder;

  @Test
  void similarJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = json("similar", HANOI, "--most", "2", "--format", "json");

    assertThat(json.at("/case").asText()).isEqualTo("VN-01");
    assertThat(json.at("/similar")).hasSize(2);
    JsonNode nearest = json.at("/similar/0");
    assertThat(nearest.at("/likeness").doubleValue()).isBetween(0.5, 1.0);
    assertThat(Run.keys(nearest))
        .contains("case", "title", "asOf", "likeness", "advised", "observed", "differences");
    assertThat(Run.keys(nearest.at("/advised"))).containsExactly("posture", "unofficialTrack");
    assertThat(Run.keys(nearest.at("/observed"))).contains("posture", "confidence");
    assertThat(Run.keys(nearest.at("/differences/0")))
        .containsExactly("fact", "here", "there", "weight");
    assertThat(json.at("/caveat").asText()).startsWith("Alike is not cause");
  }

  @Test
  void similarSaysWhatWasDoneAndThatAlikeIsNotCause() {
    String text = refined(Run.of("similar", HANOI, "--most", "1").out());

    assertThat(text)
        .contains("The tables favour: CLOSED POSTURE")
        .contains("A closed posture has a cost to civilians")
        .contains("humanitarian contact")
        .contains("Look again by 1965-05-07")
        .contains("history shows")
        .contains("(high confidence)")
        .contains("Alike is not cause:");
  }

  @Test
  void similarLooksAmongTheCasesThatItIsGiven() throws IOException {
    Files.copy(Path.of(HANOI), folder.resolve("VN-01.yaml"));
    Files.copy(Path.of(DELHI), folder.resolve("IP-03.yaml"));

    JsonNode json = json("similar", HANOI, "--among", folder.toString(), "--format", "json");

    assertThat(json.at("/similar")).hasSize(1);
    assertThat(json.at("/similar/0/case").asText()).isEqualTo("IP-03");
  }

  @Test
  void aWhatIfIsComparedAsItIsAssumed() throws IOException {
    String as = "relative power=parity";
    JsonNode json = json("similar", HANOI, "--set", as, "--most", "100", "--format", "json");

    assertThat(json.at("/similar/0").isMissingNode()).isFalse();
    json.at("/similar")
        .forEach(
            s ->
                s.at("/differences")
                    .forEach(
                        d -> {
                          if (d.at("/fact").asText().equals("relative power")) {
                            assertThat(d.at("/here").asText()).isEqualTo("parity");
                          }
                        }));
  }

  @Test
  void seatsJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode json = json("seats", ISLAMABAD, "--as", DELHI, "--format", "json");

    assertThat(json.at("/case").asText()).isEqualTo("IP-04");
    assertThat(json.at("/imagined").booleanValue()).isFalse();
    assertThat(json.at("/ours/party").asText()).isEqualTo("Pakistan");
    assertThat(json.at("/theirs/party").asText()).isEqualTo("India");
    assertThat(json.at("/theirs/verdicts")).hasSize(4);
    assertThat(Run.keys(json.at("/readings/0")))
        .contains("fact", "ours", "theirFact", "theirs", "agrees", "wouldChange");
    List<String> matter = new ArrayList<>();
    json.at("/readings")
        .forEach(
            r -> {
              assertThat(r.has("then")).isEqualTo(r.at("/wouldChange").booleanValue());
              if (r.has("then")) {
                matter.add(r.at("/fact").asText());
              }
            });
    assertThat(matter).isNotEmpty();
    String text = refined(Run.of("seats", ISLAMABAD, "--as", DELHI).out());
    assertThat(text)
        .contains("Settle first who is right on " + String.join(", ", matter))
        .contains("If we held this too, the tables would favour")
        .contains("Which side is right the tables cannot say.")
        .doesNotContain("imagined");
  }

  @Test
  void anImaginedSeatIsSaidToBeSo() throws IOException {
    assertThat(json("seats", HANOI, "--format", "json").at("/imagined").booleanValue()).isTrue();
    assertThat(refined(Run.of("seats", HANOI).out()))
        .contains("Nobody gave the facts of the United States side: its seat is imagined.");
    assertThat(Run.of("seats", HANOI, "--format", "markdown").out())
        .contains("its seat is imagined")
        .contains("| posture | closed posture |");
  }

  @Test
  void whatACaseSaysStaysTextInMarkdown() throws IOException {
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.yaml"),
            """
            id: X-01
            title: "<script>alert(1)</script> | *b*"
            deciding party: "<b>A</b>|"
            adversary: "[B](http://x.y)"
            facts: {relative power: weaker, own leak cost: high}
            """);

    for (String command : List.of("similar", "seats")) {
      assertThat(Run.of(command, hostile.toString(), "--format", "markdown").out())
          .doesNotContain("<script>")
          .doesNotContain("<b>")
          .doesNotContain("](http");
    }
  }

  @Test
  void wrongUseIsOneClearMessage() {
    refuses("--most 0: at least one case has to be shown", "similar", HANOI, "--most", "0");
    refuses("nowhere: does not exist", "similar", HANOI, "--among", "nowhere");
    refuses("nowhere.yaml: does not exist", "seats", HANOI, "--as", "nowhere.yaml");
    refuses(
        "error: --set \"way out=maybe\": 'maybe' is not a value of 'way out': yes, no, unknown",
        "seats",
        HANOI,
        "--set",
        "way out=maybe");
    assertThat(Run.of("seats", HANOI, "--as", DELHI))
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo(1);
              assertThat(r.out()).isEmpty();
              assertThat(r.err())
                  .startsWith("error: the other seat is that of 'India', but the adversary is");
            });
  }

  private static void refuses(String message, String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.err().strip()).endsWith(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  /** Without line breaks and indents. */
  private static String refined(String text) {
    return text.replaceAll("(?m)^▌", "").replaceAll("\\s+", " ");
  }

  private static JsonNode json(String... arguments) throws IOException {
    Run run = Run.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.json();
  }
}

package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Event;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.Sides;
import org.parley.UnofficialTrack;

/** What a case looks like in a file, and that it reads back. */
class CaseFilesWriteTest {
  private final CaseFiles caseFiles = new CaseFiles(TestVocabulary.vocabulary());

  static List<Path> coded() {
    return CaseFiles.in(Path.of("src/test/resources/casefile"));
  }

  @ParameterizedTest
  @MethodSource("coded")
  void codedFilesReadBack(Path file) {
    Case subject = caseFiles.read(file);

    String yaml = caseFiles.toYaml(subject);
    assertThat(read("a.yaml", yaml)).isEqualTo(subject);
    assertThat(read("a.json", caseFiles.toJson(subject))).isEqualTo(subject);
    assertThat(caseFiles.toYaml(read("a.yaml", yaml))).isEqualTo(yaml);
  }

  @Test
  void writesYamlForPeople() {
    assertThat(caseFiles.toYaml(sample()))
        .isEqualTo(
            """
            id: VN-04
            title: "Tet: after the offensive"
            as of: 1968-04-01
            deciding party: North Vietnam
            adversary: United States
            sides: {theirs: [South Vietnam]}
            summary: >-
              Hanoi has paid a high price to show that it can bear more, and Washington has begun to doubt that
              more force will bring it nearer to its aims.
            tags: [interstate, "1968"]
            facts:
              resilience signal:
                value: strong
                why: All towns attacked
                confidence: high
              hurting stalemate: "no"
              months of fighting: 37
            events:
              - {date: 1968-01-30, type: offensive, by: NLF, to: United States}
              - {date: 1968-03-31, type: de-escalation, by: [Johnson, "Rusk, Dean"], scope: partial, note: "Speech: partial halt"}
            sources:
              - Oberdorfer (1971), Tet!
            expected: {posture: open talks, unofficial track: none}
            differs because: |-
              First line.
              Second line.
            """);
  }

  @Test
  void writesJson() {
    Case subject =
        Case.builder()
            .id("X")
            .asOf(LocalDate.of(2023, 1, 2))
            .decidingParty("A")
            .adversary("B")
            .tags(List.of("ongoing"))
            .fact("months of fighting", "37")
            .fact("way out", "yes")
            .build();

    assertThat(caseFiles.toJson(subject))
        .isEqualTo(
            """
            {
              "id": "X",
              "as of": "2023-01-02",
              "deciding party": "A",
              "adversary": "B",
              "tags": [
                "ongoing"
              ],
              "facts": {
                "months of fighting": 37,
                "way out": "yes"
              }
            }
            """);
  }

  @Test
  void writesAssumedFactsLikeCodedOnesAndNoDerivedOnes() {
    Case subject =
        sample().toBuilder()
            .withoutFact("resilience signal")
            .fact(Fact.derived("issue", "territory", "why", "", "rule", List.of()))
            .build()
            .assuming("way out", "yes");

    assertThat(read("a.yaml", caseFiles.toYaml(subject)).facts())
        .isEqualTo(
            sample().toBuilder()
                .withoutFact("resilience signal")
                .fact("way out", "yes")
                .build()
                .facts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain text",
        "Oberdorfer (1971), Tet!",
        "it's",
        "say \"yes\"",
        "http://example.org/a#b",
        "a-b",
        "80 per cent",
        "Übergang – 平和 🕊"
      })
  void writesWithoutQuotes(String title) {
    assertThat(caseFiles.toYaml(titled(title))).contains("title: " + title + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes", "No", "ON", "null", "~", "true", "007", "1e3", "0x1F", "1_000", "-1.5", ".5", ".inf",
        "1968-04-01", "12:30", "a: b", "a:", "a #b", "- a", "#a", "&a", "*a", "!a", "@a", "%a",
            "`a",
        "? a", "{a", "[a", "|", ">", "'a'", " a", "a ", "---", "...", "=", "<<"
      })
  void writesInQuotesWhatWouldReadAsSomethingElse(String title) {
    String yaml = caseFiles.toYaml(titled(title));

    assertThat(yaml).contains("title: \"" + title + "\"\n");
    assertThat(read("a.yaml", yaml).title()).isEqualTo(title);
  }

  private static Case titled(String title) {
    return sample().toBuilder().title(title).build();
  }

  private static Case sample() {
    return Case.builder()
        .id("VN-04")
        .title("Tet: after the offensive")
        .asOf(LocalDate.of(1968, 4, 1))
        .decidingParty("North Vietnam")
        .adversary("United States")
        .sides(new Sides(List.of(), List.of("South Vietnam")))
        .summary(
            "Hanoi has paid a high price to show that it can bear more, and Washington has begun to"
                + " doubt that more force will bring it nearer to its aims.")
        .tags(List.of("interstate", "1968"))
        .fact(Fact.coded("resilience signal", "strong", "All towns attacked", "", Confidence.HIGH))
        .fact("hurting stalemate", "no")
        .fact("months of fighting", "37")
        .event(Event.of(LocalDate.of(1968, 1, 30), "offensive", "NLF", "United States"))
        .event(
            new Event(
                LocalDate.of(1968, 3, 31),
                "de-escalation",
                List.of("Johnson", "Rusk, Dean"),
                List.of(),
                Map.of("scope", "partial"),
                "Speech: partial halt",
                ""))
        .sources(List.of("Oberdorfer (1971), Tet!"))
        .expected(new Expectation(Posture.OPEN_TALKS, UnofficialTrack.NONE))
        .differsBecause("First line.\nSecond line.")
        .build();
  }

  private Case read(String name, String text) {
    return caseFiles.read(name, text.getBytes(StandardCharsets.UTF_8));
  }
}

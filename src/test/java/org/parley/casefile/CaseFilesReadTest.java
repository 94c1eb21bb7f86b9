package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Event;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.Sides;
import org.parley.UnofficialTrack;

/** What a sound case file turns into. */
class CaseFilesReadTest {
  private static final Path CODED = Path.of("src/test/resources/casefile");

  private final CaseFiles caseFiles = new CaseFiles(TestVocabulary.vocabulary());

  @Test
  void readsEveryKey() {
    Case read =
        yaml(
            """
            id: VN-04
            title: After the Tet offensive
            conflict: Vietnam War
            as of: 1968-04-01
            deciding party: North Vietnam
            adversary: United States
            third party: France
            sides: {ours: [North Vietnam / NLF], theirs: South Vietnam}
            summary: >-
              Hanoi has shown
              its resilience.
            tags: [interstate, "1968"]
            facts:
              resilience signal: {value: strong, why: "Tet: all towns", source: Oberdorfer 1971, confidence: high}
              adversary confidence: wavering
              hurting stalemate: no
              months of fighting: 37
              issue: unknown
            events:
              - {date: 1968-01-30, type: offensive, by: [NLF, Hanoi], to: United States, note: Tet, source: Oberdorfer 1971}
              - date: 1968-03-31
                type: de-escalation
                scope: partial
            sources:
              - Oberdorfer (1971), Tet!
            observed: {posture: open talks, confidence: high, third party: France, note: Paris, sources: [Herring 1996]}
            expected: {posture: open talks, unofficial track: none}
            differs because: It does not.
            """);

    assertThat(read)
        .isEqualTo(
            Case.builder()
                .id("VN-04")
                .title("After the Tet offensive")
                .conflict("Vietnam War")
                .asOf(LocalDate.of(1968, 4, 1))
                .decidingParty("North Vietnam")
                .adversary("United States")
                .thirdParty("France")
                .sides(new Sides(List.of("North Vietnam / NLF"), List.of("South Vietnam")))
                .summary("Hanoi has shown its resilience.")
                .tags(List.of("interstate", "1968"))
                .fact(
                    Fact.coded(
                        "resilience signal",
                        "strong",
                        "Tet: all towns",
                        "Oberdorfer 1971",
                        Confidence.HIGH))
                .fact("adversary confidence", "wavering")
                .fact("hurting stalemate", "no")
                .fact("months of fighting", "37")
                .fact("issue", "unknown")
                .event(
                    new Event(
                        LocalDate.of(1968, 1, 30),
                        "offensive",
                        List.of("NLF", "Hanoi"),
                        List.of("United States"),
                        Map.of(),
                        "Tet",
                        "Oberdorfer 1971"))
                .event(
                    new Event(
                        LocalDate.of(1968, 3, 31),
                        "de-escalation",
                        List.of(),
                        List.of(),
                        Map.of("scope", "partial"),
                        "",
                        ""))
                .sources(List.of("Oberdorfer (1971), Tet!"))
                .observed(
                    new Observation(
                        Posture.OPEN_TALKS,
                        "",
                        Confidence.HIGH,
                        "France",
                        "Paris",
                        List.of("Herring 1996")))
                .expected(new Expectation(Posture.OPEN_TALKS, UnofficialTrack.NONE))
                .differsBecause("It does not.")
                .build());
  }

  @Test
  void needsFourKeysOnly() {
    Case read = yaml(head(""));

    assertThat(read)
        .isEqualTo(
            Case.builder()
                .id("X")
                .asOf(LocalDate.of(2023, 1, 2))
                .decidingParty("A")
                .adversary("B")
                .build());
  }

  @Test
  void readsJsonWithNumbersAndText() {
    Case read =
        caseFiles.read(
            "x.JSON",
            bytes(
                """
                {"id": 7, "as of": "2023-01-02", "deciding party": "A", "adversary": "B",
                 "title": null, "facts": {"months of fighting": 12, "way out": "yes"}}
                """));

    assertThat(read.id()).isEqualTo("7");
    assertThat(read.title()).isEmpty();
    assertThat(read.facts())
        .containsExactly(
            entry("months of fighting", Fact.coded("months of fighting", "12", "", "", null)),
            entry("way out", Fact.coded("way out", "yes", "", "", null)));
  }

  @Test
  void takesScalarsAsTheyAreWritten() {
    Case read = yaml(head("title: 007\nconflict: 1e3\nsummary: true\ntags: [no, 0x1F, 1_000]\n"));

    assertThat(read.title()).isEqualTo("007");
    assertThat(read.conflict()).isEqualTo("1e3");
    assertThat(read.summary()).isEqualTo("true");
    assertThat(read.tags()).containsExactly("no", "0x1F", "1_000");
  }

  @Test
  void takesAKeyWithoutAValueAsNotGiven() {
    Case read = yaml(head("title:\nfacts:\nevents: ~\nsources: null\nobserved:\nexpected:\n"));

    assertThat(read).isEqualTo(yaml(head("")));
  }

  @Test
  void readsAnUnofficialTrackOfAKindThatIsNotKnown() {
    Case read = caseFiles.read(CODED.resolve("TJ-01.yaml"));

    assertThat(read.observed().posture()).isNull();
    assertThat(read.observed().unofficialTrack()).isEqualTo(Observation.TRACK_TWO);
  }

  @Test
  void toleratesAByteOrderMark() {
    assertThat(yaml("\uFEFF" + head(""))).isEqualTo(yaml(head("")));
  }

  @Test
  void toleratesWindowsLineEnds() {
    assertThat(yaml(head("title: T\n").replace("\n", "\r\n")).title()).isEqualTo("T");
  }

  @Test
  void toleratesDocumentMarks() {
    assertThat(yaml("---\n" + head("") + "...\n").id()).isEqualTo("X");
  }

  private Case yaml(String text) {
    return caseFiles.read("case.yaml", bytes(text));
  }

  private static String head(String more) {
    return "id: X\nas of: 2023-01-02\ndeciding party: A\nadversary: B\n" + more;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

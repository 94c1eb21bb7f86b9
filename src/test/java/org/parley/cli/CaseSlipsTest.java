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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Finding;
import org.parley.casefile.Oversights;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.KnowledgeBase;

/** Nothing that somebody wrote into a case file is dropped without a word. */
class CaseSlipsTest {
  private static final String HEAD =
      """
      id: X-01
      as of: 1998-06-01
      deciding party: Eritrea
      adversary: Ethiopia
      third party: OAU (Algeria)
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"Ongoing", "on-going", "ongoin", "ONGOING"})
  void aTagNearToOneWithAMeaningIsAFinding(String tag) throws IOException {
    Run run = advise("tags: [%s]\n".formatted(tag));

    assertThat(run.code()).isZero();
    assertThat(messages(run))
        .contains("the tag '%s' means nothing to Parley (did you mean 'ongoing'?)".formatted(tag));
    assertThat(run.err())
        .isEqualTo(
            "note: %s: the tag '%s' means nothing to Parley (did you mean 'ongoing'?)\n"
                .formatted(file(), tag));
  }

  @ParameterizedTest
  @CsvSource({"interstate", "ongoing", "synthetic", "going home"})
  void anyOtherTagIsFree(String tag) throws IOException {
    Run run = advise("tags: [%s]\n".formatted(tag));

    assertThat(run.err()).isEmpty();
    assertThat(kinds(run)).doesNotContain("tag without effect");
  }

  @Test
  void anActorNearToAPartyIsAFinding() throws IOException {
    Run run =
        advise(
            """
            events:
              - {date: 1998-05-01, type: offensive, by: Ethiopia, to: Eritrea}
              - {date: 1998-05-06, type: offensive, by: Eritria, to: [Etiopia, OAU]}
            """);

    assertThat(messages(run))
        .contains(
            "event 2 (1998-05-06 offensive): 'Eritria' is no party, no third party and on no side"
                + " (did you mean 'Eritrea'?)",
            "event 2 (1998-05-06 offensive): 'Etiopia' is no party, no third party and on no side"
                + " (did you mean 'Ethiopia'?)");
    assertThat(run.err()).contains("(did you mean 'Eritrea'?)").contains("'Ethiopia'?)");
  }

  /** Whoever offers to mediate need not be named; an attack of nobody known is passed over. */
  @Test
  void anEventOfNobodyKnownIsALighterFinding() throws IOException {
    Run run =
        advise(
            """
            events:
              - {date: 1998-05-02, type: mediation offer, by: United States, kind: state}
              - {date: 1998-05-06, type: offensive, by: Sudan, to: Chad}
              - {date: 1998-05-07, type: offensive, by: Sudan, to: Eritrea}
            """);

    assertThat(run.err()).isEmpty();
    assertThat(messages(run).stream().filter(m -> m.contains("Sudan")))
        .containsExactly(
            "1 event is of nobody that the case names: event 2 (1998-05-06 offensive) by or to"
                + " 'Sudan', 'Chad'. Rules that ask whose an event is pass over it; who counts as a"
                + " party stands in 'sides'");
  }

  @Test
  void aPartyOnBothSidesIsAFinding() throws IOException {
    Run run = advise("sides: {ours: [Rebels, OAU], theirs: [Rebels, Eritrea]}\n");

    assertThat(messages(run))
        .contains(
            "'Eritrea' stands on both sides: an event of it counts for the deciding party and for"
                + " the adversary",
            "'Rebels' stands on both sides: an event of it counts for the deciding party and for"
                + " the adversary",
            "'OAU' is the third party and stands on the deciding party's side: an event of it"
                + " counts for both");
  }

  /** A country with a name near to another's is that country. */
  @Test
  void neighboursAreNotTakenForEachOther() throws IOException {
    write(
        "c.yaml",
        """
        id: X-01
        as of: 1998-06-01
        deciding party: Iran
        adversary: North Vietnam
        third party: Austria
        events:
          - {date: 1998-05-06, type: offensive, by: Iraq, to: Iran}
          - {date: 1998-05-06, type: offensive, by: South Vietnam, to: [Iran, Australia, Irak]}
        """);

    assertThat(advise().err()).isEmpty();
  }

  @Test
  void aPartyThatFacesItselfIsAFinding() throws IOException {
    write("c.yaml", HEAD.replace("Ethiopia", "Eritrea"));

    assertThat(advise().err()).contains("'Eritrea' stands on both sides");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summary: Position #1 of the party | 'summary' ends before '#1 of the party'",
        "title: Issue # 2 of five | 'title' ends before '# 2 of five'",
        "sources: [a, Smith 1990] # said | ",
        "summary: After the war # still to be written | ",
        "summary: 'Position #1 of the party' | ",
        "summary: Position#1 | ",
        "conflict: Badme #1 | 'conflict' ends before '#1'"
      })
  void aTextThatACommentCutsShortIsNamedAtItsLine(String line, String message) throws IOException {
    Run run = advise(line + "\n");

    if (message == null) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err())
          .startsWith("note: %s:6:".formatted(file()))
          .endsWith(message + ", which YAML takes for a comment: put the whole text in quotes\n");
      assertThat(kinds(run)).contains("text cut short");
    }
  }

  @Test
  void aListItemAndAWhyAreLookedAtAsWell() throws IOException {
    Run run =
        advise(
            """
            facts:
              hurting stalemate: yes #both say so
              relative power:
                value: weaker #see below
                why: Annex #3 says so
            sources:
              - Negash #4
            """);

    assertThat(run.err().lines())
        .containsExactly(
            "note: %s:10:10: 'why' ends before '#3 says so', which YAML takes for a comment: put"
                    .formatted(file())
                + " the whole text in quotes",
            "note: %s:12:5: this text ends before '#4', which YAML takes for a comment: put the"
                    .formatted(file())
                + " whole text in quotes");
  }

  @Test
  void aCommentThatSwallowsABracketIsNamed() throws IOException {
    Run run =
        advise(
            """
            events:
              - {date: 1998-05-06, type: offensive, by: Army #1, to: Ethiopia}
            """);

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("in line 7 the # begins a comment: put a text with # in quotes");
  }

  @Test
  void aWordOfAnotherLanguageIsAskedForAsYes() throws IOException {
    Run run = advise("facts:\n  hurting stalemate: ja\n");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            "%s:7:22: fact 'hurting stalemate': 'ja' is not a value of 'hurting stalemate': yes,"
                    .formatted(file())
                + " no, unknown (did you mean 'yes'?)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a fact within another
        "facts:;  way out:;    value: yes;    relative power: weaker | 9:5: fact 'way out':"
            + " unknown key 'relative power': it is a fact and belongs below 'facts'",
        // a key of the case within the facts
        "facts:;  way out: yes;  sources: [a] | 8:3: facts: unknown fact 'sources': it is a key"
            + " of the case file and begins as far left as 'id'",
        // what belongs to a fact beside it
        "facts:;  way out:;    value: yes;  why: a plan | 9:3: facts: unknown fact 'why': it"
            + " belongs to a fact, further in than the fact's name",
        // a fact at the margin
        "facts:;  way out: yes;relative power: weaker | 8:1: unknown key 'relative power': it is a"
            + " fact and belongs below 'facts'",
        // an event's key at the margin
        "events:;  - date: 1998-05-06;type: offensive | 8:1: unknown key 'type': it belongs to an"
            + " event, behind its dash",
        // a key of the case within an event
        "events:;  - date: 1998-05-06;    type: offensive;    adversary: Ethiopia | 9:5: event 1:"
            + " unknown key 'adversary' in an event of type 'offensive': it is a key of the case"
            + " file and begins as far left as 'id'",
        // further in than what stands above
        "facts:;  way out: yes;    relative power: weaker | 8:19: this is not YAML: a colon is not"
            + " expected here: put a text with a colon in quotes, or mend the indentation"
      })
  void aWrongIndentIsNamedAtItsLine(String lines, String message) throws IOException {
    Run run = advise(lines.replace(";", "\n") + "\n");

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err().lines()).contains(file() + ":" + message);
  }

  @Test
  void twoFilesWithOneIdAreNamed() throws IOException {
    write("c.yaml", HEAD);
    write("d.yaml", HEAD);

    Run run = Run.of("regress", folder.toString());

    assertThat(run.err())
        .isEqualTo(
            "note: %s: has the id 'X-01', as %s has: give one of them another\n"
                .formatted(folder.resolve("d.yaml"), folder.resolve("c.yaml")));
  }

  @Test
  void checkFindsTheSlipsOfCases() throws IOException {
    Copy copy = Copy.into(folder.resolve("base"));
    copy.write("cases/a.yaml", HEAD + "summary: Position #1 of the party\ntags: [Ongoing]\n");
    copy.write("cases/b.yaml", HEAD);

    Run run = Run.of("check", "--quick", "--format", "json", "--knowledge", copy.folder() + "");

    List<String> found = new ArrayList<>();
    for (JsonNode finding : run.json().get("findings")) {
      if (finding.get("id").asText().equals("case-slip")) {
        found.add(finding.get("file").asText() + ":" + finding.path("line").asInt());
        assertThat(finding.get("level").asText()).isEqualTo("warning");
      }
    }
    assertThat(found).containsExactly("cases/a.yaml:0", "cases/a.yaml:6", "cases/b.yaml:0");
    assertThat(run.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void aFactThatNothingReadsIsAFinding() throws IOException {
    Copy copy = Copy.into(folder.resolve("base"));
    String vocabulary = copy.read("dmn/vocabulary.csv");
    copy.write(
        "dmn/vocabulary.csv",
        vocabulary.stripTrailing()
            + "\nsituation,weather,choice,good|bad|unknown,,,The weather,,,nobody,,\n");
    Path file = write("c.yaml", HEAD + "facts:\n  weather: bad\n  way out: yes\n");

    Run run =
        Run.of("advise", file.toString(), "--format", "json", "--knowledge", copy.folder() + "");

    assertThat(messages(run))
        .contains("no table and no rule reads 'weather': its value 'bad' changes nothing");
    assertThat(messages(run).toString()).doesNotContain("reads 'way out'");
  }

  /** The shipped cases: no slip at all, and few events of nobody known. */
  @Test
  void theShippedCasesAreNotFlooded() {
    KnowledgeBase base = KnowledgeBase.load(Path.of(""));
    ReadCases read = ReadCases.of(base.vocabulary(), Path.of("cases"));

    assertThat(read.remarks()).isEmpty();
    List<String> idle = new ArrayList<>();
    for (Case subject : read.cases()) {
      Oversights.idle(subject, base.vocabulary(), List.of()).stream()
          .map(Finding::kind)
          .forEach(idle::add);
    }
    assertThat(idle).hasSizeBetween(1, 8).containsOnly("event of nobody known");
  }

  @Test
  void aVocabularyThatIsOnlyAHeaderIsSaidToBe() throws IOException {
    Copy copy = Copy.into(folder.resolve("base"));
    copy.write("dmn/vocabulary.csv", copy.read("dmn/vocabulary.csv").lines().findFirst().get());

    Run run = Run.of("knowledge", "--knowledge", copy.folder().toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            "dmn/vocabulary.csv:1: has only its header: a fact stands in each line below it, and"
                + " none is there\n");
  }

  private Run advise(String more) throws IOException {
    write("c.yaml", HEAD + more);
    return advise();
  }

  private Run advise() {
    return Run.of("advise", file(), "--format", "json");
  }

  private String file() {
    return folder.resolve("c.yaml").toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> messages(Run run) throws IOException {
    return run.json().get("findings").findValuesAsText("message");
  }

  private static List<String> kinds(Run run) throws IOException {
    return run.json().get("findings").findValuesAsText("kind");
  }
}

package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.Limit;

/** What is refused, and in which words. */
class CaseFilesRefusalTest {
  private static final String HEAD = "id: X\nas of: 2023-01-02\ndeciding party: A\nadversary: B\n";

  private final CaseFiles caseFiles = new CaseFiles(TestVocabulary.vocabulary());

  @Test
  void namesMissingAndUnknownKeys() {
    assertRefused(
        """
        title: a
        adversry: B
        adversary:
        foo: 1
        way out: yes
        """,
        "c.yaml:1:1: 'id' is missing",
        "c.yaml:1:1: 'as of' is missing",
        "c.yaml:1:1: 'deciding party' is missing",
        "c.yaml:2:1: unknown key 'adversry' (did you mean 'adversary'?)",
        "c.yaml:3:11: 'adversary' is empty",
        "c.yaml:4:1: unknown key 'foo'; legal here: id, title, conflict, as of, deciding party,"
            + " adversary, third party, short names, sides, summary, tags, facts, events, sources, observed,"
            + " expected, differs because",
        "c.yaml:5:1: unknown key 'way out': it is a fact and belongs below 'facts'");
  }

  @Test
  void namesValuesOfTheWrongKind() {
    assertRefused(
        HEAD
            + """
            title: [a]
            tags: x
            facts: [a]
            events: {a: b}
            sides: {ours: {a: b}, us: x}
            sources: [a, [b], null]
            """,
        "c.yaml:5:8: 'title' must be text, not a list",
        "c.yaml:6:7: 'tags' must be a list, not text",
        "c.yaml:7:8: 'facts' must be a mapping, not a list",
        "c.yaml:8:9: 'events' must be a list, not a mapping",
        "c.yaml:9:15: sides: 'ours' must be a name or a list of names, not a mapping",
        "c.yaml:9:23: sides: unknown key 'us' (did you mean 'ours'?)",
        "c.yaml:10:14: item 2 of 'sources' must be text, not a list",
        "c.yaml:10:19: item 3 of 'sources' is empty");
  }

  @Test
  void namesProblemsOfFacts() {
    assertRefused(
        HEAD
            + """
            facts:
              way oot: yes
              way out: yep
              months of fighting: 601
              initiatives: 1e1
              hurting stalemate: true
              issue:
              parties: [two]
              ally veto: {why: a}
              leader confidence: {value: hgih, whi: x, confidence: sure}
              own resilience: {value: [high]}
            """,
        "c.yaml:6:3: facts: unknown fact 'way oot' (did you mean 'way out'?)",
        "c.yaml:7:12: fact 'way out': 'yep' is not a value of 'way out': yes, no, unknown"
            + " (did you mean 'yes'?)",
        "c.yaml:8:23: fact 'months of fighting': '601' is not a value of 'months of fighting':"
            + " a whole number from 0 to 600, or unknown",
        "c.yaml:9:16: fact 'initiatives': '1e1' is not a value of 'initiatives':"
            + " a whole number from 0 to 50, or unknown",
        "c.yaml:10:22: fact 'hurting stalemate': 'true' is not a value of 'hurting stalemate':"
            + " yes, no, unknown (did you mean 'yes'?)",
        "c.yaml:11:3: fact 'issue': a value is missing: ceasefire, halt of attacks, withdrawal,"
            + " territory, status, authority transfer, institution, prisoners, security"
            + " arrangement, other, unknown; leave the fact out where it is not known",
        "c.yaml:12:12: fact 'parties': must be a value or a mapping"
            + " {value, why, source, confidence}, not a list",
        "c.yaml:13:14: fact 'ally veto': 'value' is missing: yes, no, unknown; leave the fact out where it"
            + " is not known",
        "c.yaml:14:30: fact 'leader confidence': 'hgih' is not a value of 'leader confidence':"
            + " low, medium, high, unknown (did you mean 'high'?)",
        "c.yaml:14:36: fact 'leader confidence': unknown key 'whi' (did you mean 'why'?)",
        "c.yaml:14:56: fact 'leader confidence': 'sure' is not a value of 'confidence':"
            + " high, medium, low",
        "c.yaml:15:27: fact 'own resilience': 'value' must be text, not a list");
  }

  @Test
  void namesProblemsOfEvents() {
    assertRefused(
        HEAD
            + """
            events:
              - {date: 2023-02-30, type: offensive}
              - {type: ofensive, deadline: 2023-01-01, datum: 1}
              - {date: 1-1-2023}
              - text
              -
              - {date: 2023-01-01, type: ultimatum, deadline: soon, direction: up}
              - date: 2023-01-01
                type: estimate revised
                direction: upp
                by: [a, [b]]
            """,
        "c.yaml:6:12: event 1: 'date': the calendar has no day 2023-02-30",
        "c.yaml:7:5: event 2: 'date' is missing",
        "c.yaml:7:12: event 2: unknown event type 'ofensive' (did you mean 'offensive'?)",
        "c.yaml:7:44: event 2: unknown key 'datum' (did you mean 'date'?)",
        "c.yaml:8:5: event 3: 'type' is missing",
        "c.yaml:8:12: event 3: 'date' must be a day written YYYY-MM-DD, not '1-1-2023'",
        "c.yaml:9:5: event 4: must be a mapping such as {date: 1968-01-30, type: offensive},"
            + " not text",
        "c.yaml:10:4: event 5: is empty",
        "c.yaml:11:51: event 6: 'deadline' must be a day written YYYY-MM-DD, not 'soon'",
        "c.yaml:11:57: event 6: unknown key 'direction' in an event of type 'ultimatum';"
            + " legal here: date, type, by, to, note, source, deadline",
        "c.yaml:14:16: event 7: 'upp' is not a value of 'direction': up, down"
            + " (did you mean 'up'?)",
        "c.yaml:15:13: event 7: item 2 of 'by' must be text, not a list");
  }

  @Test
  void moreEventsThanACaseHas() {
    String thousand =
        HEAD + "events:\n" + "  - {date: 2023-01-01, type: offensive}\n".repeat(1_000);
    assertThat(caseFiles.read("c.yaml", bytes(thousand)).events()).hasSize(1_000);

    assertRefused(
        thousand + "  - {date: 2023-01-02, type: offensive}\n",
        "c.yaml:1006:5: events: more than 1,000 events: the most for one case");
  }

  @Test
  void namesTheKeyThatTheVocabularyMeans() {
    assertRefused(
        HEAD + "events:\n  - {date: 2023-01-01, type: talks open, with: them}\n",
        "c.yaml:6:42: event 1: unknown key 'with' in an event of type 'talks open'"
            + " (did you mean 'to'?)");
  }

  @Test
  void namesProblemsOfWhatIsObservedAndExpected() {
    assertRefused(
        HEAD
            + """
            observed: {posture: open talk, unofficial track: soft, confidence: 1, year: 2}
            expected: {posture: closed}
            """,
        "c.yaml:5:21: observed: 'open talk' is not a value of 'posture': open talks,"
            + " secret back-channel, neutral mediator, closed posture (did you mean 'open talks'?)",
        "c.yaml:5:50: observed: 'soft' is not a value of 'unofficial track': none,"
            + " soft track two, hard track two, track one and a half, track two"
            + " (did you mean 'soft track two'?)",
        "c.yaml:5:68: observed: '1' is not a value of 'confidence': high, medium, low",
        "c.yaml:5:71: observed: unknown key 'year'; legal here: posture, unofficial track,"
            + " confidence, third party, note, sources",
        "c.yaml:6:11: expected: 'unofficial track' is missing",
        "c.yaml:6:21: expected: 'closed' is not a value of 'posture': open talks,"
            + " secret back-channel, neutral mediator, closed posture"
            + " (did you mean 'closed posture'?)");
    assertRefused(
        HEAD + "observed: {note: x}\n",
        "c.yaml:5:11: observed: 'posture' or 'unofficial track' is missing");
    assertRefused(
        HEAD + "expected: {posture: open talks, unofficial track: track two}\n",
        "c.yaml:5:51: expected: 'track two' is not a value of 'unofficial track': none,"
            + " soft track two, hard track two, track one and a half"
            + " (did you mean 'hard track two', 'soft track two'?)");
  }

  @Test
  void refusesDuplicateKeysWithBothLines() {
    assertRefused(
        HEAD + "title: a\nid: Y\nfacts:\n  way out: yes\n  way out: no\n",
        "c.yaml:6:1: the key 'id' stands here again; it is already in line 1",
        "c.yaml:9:3: the key 'way out' stands here again; it is already in line 8");
  }

  @Test
  void refusesAnchorsAliasesAndTags() {
    assertRefused(
        HEAD + "title: &a x\n",
        "c.yaml:5:8: YAML anchors are not used here; put a text with & in quotes");
    assertRefused(
        HEAD + "facts: &a {way out: yes}\n",
        "c.yaml:5:8: YAML anchors are not used here; put a text with & in quotes");
    assertRefused(
        HEAD + "facts: {<<: *a}\n",
        "c.yaml:5:13: YAML aliases are not used here; put a text with * in quotes");
    assertRefused(
        HEAD + "tags: [🕊, !!int 3]\n",
        "c.yaml:5:11: YAML tags are not used here; put a text with ! in quotes");
  }

  @Test
  void refusesASecondDocument() {
    assertRefused(
        HEAD + "---\n" + HEAD,
        "c.yaml:6:1: a second document begins here; a case file holds one case");
  }

  @Test
  void refusesWhatIsNoCase() {
    assertRefused("", "c.yaml: the file is empty; a case file begins with 'id'");
    assertRefused("# todo\n", "c.yaml: the file is empty; a case file begins with 'id'");
    assertRefused("- a\n", "c.yaml:1:1: a case file is a mapping such as 'id: VN-04', not a list");
    assertRefused("a case\n", "c.yaml:1:1: a case file is a mapping such as 'id: VN-04', not text");
  }

  @Test
  void refusesMalformedYamlInOneLine() {
    assertRefused(
        HEAD + "title: a: b\n",
        "c.yaml:5:9: this is not YAML: a colon is not expected here: put a text with a colon in"
            + " quotes, or mend the indentation");
    assertRefused(
        HEAD + "title: \"abc\nconflict: x\n",
        "c.yaml:5:8: this is not YAML: this quote is not closed");
    assertRefused(
        HEAD + "facts:\n\tway out: yes\n",
        "c.yaml:6:1: this is not YAML: a tab is not allowed here: indent with spaces");
    assertRefused(
        HEAD + "facts:\n   way out: yes\n  issue: other\n",
        "c.yaml:7:3: this is not YAML: this does not go with what stands above:"
            + " mend the indentation or the quotes");
    assertRefused(
        HEAD + "events:\n - {date: 2023-01-01, type: leak\n",
        "c.yaml:7:1: this is not YAML: a comma or a closing } is missing");
    assertRefused(
        HEAD + "title: @x\n",
        "c.yaml:5:8: this is not YAML: a text that begins with @ must stand in quotes");
    assertRefused(
        HEAD + "title: x\nno colon\n",
        "c.yaml:7:1: this is not YAML: a colon is missing after the key");
    assertRefused(
        HEAD + "? [a]\n: b\n", "c.yaml:5:4: this is not YAML: a key must be a plain text");
    assertRefused(
        HEAD + "title: x\u0007\n", "c.yaml:5:9: the character U+0007 is not allowed in YAML");
  }

  @Test
  void tellsWhatItFoundBeforeTheMalformedPlace() {
    assertRefused(
        HEAD + "id: Y\ntitle: ]\n",
        "c.yaml:5:1: the key 'id' stands here again; it is already in line 1",
        "c.yaml:6:8: this is not YAML: a value is expected here: put a text with brackets or"
            + " commas in quotes");
  }

  @Test
  void refusesMalformedJsonInOneLine() {
    assertJsonRefused(
        "{\"id\": \"X\",\n}",
        "c.json:2:1: this is not JSON: a key in double quotes is expected here");
    assertJsonRefused(
        "{\"id\": \"X\"",
        "c.json:1:11: this is not JSON: the file ends before a bracket or a quote is closed");
    assertJsonRefused(
        "{\"id\" 1}", "c.json:1:7: this is not JSON: a colon is missing after the key");
    assertJsonRefused(
        "{\"id\": x}", "c.json:1:8: this is not JSON: a text stands in double quotes");
    assertJsonRefused("{\"id\": }", "c.json:1:8: this is not JSON: } is not expected here");
    assertJsonRefused(
        "{\"id\": 1, \"id\": 2, \"as of\": \"2023-01-02\", \"deciding party\": 1, \"adversary\": 2}",
        "c.json:1:11: this key stands here again; it is already in line 1");
  }

  @Test
  void boundsDepthSizeAndNumberOfProblems() {
    assertRefused(
        HEAD + "tags: " + "[".repeat(5000), "c.yaml:5:22: lists and mappings are nested too deep");
    assertThat(refusal("c.yaml", new byte[(int) Limit.CASE_FILE.most() + 1]).problems())
        .extracting(Problem::toString)
        .containsExactly("c.yaml: more than 2 MiB: the most for one case file");
    assertThat(refusal("c.json", bytes("{\"id\": " + "1".repeat(2000) + "}")).problems())
        .extracting(Problem::message)
        .containsExactly("this is not JSON: a number or a key is too long");

    StringBuilder many = new StringBuilder(HEAD + "facts:\n");
    for (int i = 0; i < 2000; i++) {
      many.append("  fact ").append(i).append(": x\n");
    }
    assertThat(refusal("c.yaml", bytes(many.toString())).problems())
        .hasSize(501)
        .last()
        .hasToString("c.yaml: there are more problems than these 500");
  }

  @Test
  void cutsLongWords() {
    assertRefused(
        HEAD + "x".repeat(200) + ": 1\nfacts: {way out: " + "y".repeat(200) + "}\n",
        "c.yaml:5:1: unknown key '%s…'; legal here: %s"
            .formatted("x".repeat(60), String.join(", ", Keys.TOP)),
        "c.yaml:6:18: fact 'way out': '%s…' is not a value of 'way out': yes, no, unknown"
            .formatted("y".repeat(60)));
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] latin = (HEAD + "title: Zürich\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusal("c.yaml", latin))
        .hasMessage("c.yaml:5:9: the file is not UTF-8 text from here on: save it as UTF-8");
    assertThat(refusal("c.yaml", HEAD.getBytes(Charset.forName("UTF-16"))))
        .hasMessage("c.yaml:1:1: the file is not UTF-8 text from here on: save it as UTF-8");
  }

  @Test
  void refusesFilesThatAreNotThere(@TempDir Path folder) {
    Path missing = folder.resolve("missing.yaml");

    assertThatExceptionOfType(ParleyException.class)
        .isThrownBy(() -> caseFiles.read(missing))
        .withMessage(missing + ": does not exist");
    assertThatExceptionOfType(ParleyException.class)
        .isThrownBy(() -> caseFiles.read(folder))
        .withMessage(folder + ": not a plain file (a folder)");
    assertThatExceptionOfType(ParleyException.class)
        .isThrownBy(() -> CaseFiles.in(missing))
        .withMessage(missing + ": does not exist");
  }

  @Test
  void findsTheCaseFilesBelowAFolder(@TempDir Path folder) throws Exception {
    for (String name :
        new String[] {"b.yaml", "a/z.yml", "a/B.JSON", "a.yaml", ".git/c.yaml", "README.md"}) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, HEAD);
    }

    assertThat(CaseFiles.in(folder))
        .extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
        .containsExactly("a.yaml", "a/B.JSON", "a/z.yml", "b.yaml");
    assertThat(CaseFiles.in(folder.resolve("README.md")))
        .containsExactly(folder.resolve("README.md"));
  }

  private void assertRefused(String yaml, String... problems) {
    assertThat(refusal("c.yaml", bytes(yaml)).problems())
        .extracting(Problem::toString)
        .containsExactly(problems);
  }

  private void assertJsonRefused(String json, String... problems) {
    assertThat(refusal("c.json", bytes(json)).problems())
        .extracting(Problem::toString)
        .containsExactly(problems);
  }

  private ParleyException refusal(String name, byte[] content) {
    return catchThrowableOfType(ParleyException.class, () -> caseFiles.read(name, content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

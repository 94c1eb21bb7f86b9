package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Fact;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** Cases as forms to fill in. */
class CaseFormCommandTest {
  private static final Vocabulary WORDS = KnowledgeBase.load(Path.of("")).vocabulary();

  @TempDir private Path folder;

  @Test
  void aNewCaseHasEveryFactAndEventTypeAndIsLegalAsItStands() throws IOException {
    Path file = folder.resolve("EE-02.yaml");

    Run run =
        Run.of(
            "case",
            "new",
            "Ethiopia",
            "Eritrea",
            "--as-of",
            "1998-06-01",
            "--conflict",
            "Badme: the war",
            "-o",
            file.toString());

    assertThat(run.code()).isZero();
    String form = Files.readString(file);
    Case subject = new CaseFiles(WORDS).read(file);
    assertThat(subject.id()).isEqualTo("EE-02");
    assertThat(subject.asOf()).isEqualTo(LocalDate.of(1998, 6, 1));
    assertThat(subject.decidingParty()).isEqualTo("Ethiopia");
    assertThat(subject.adversary()).isEqualTo("Eritrea");
    assertThat(subject.conflict()).isEqualTo("Badme: the war");
    assertThat(subject.facts().keySet()).containsExactlyElementsOf(WORDS.factNames());
    Set<String> values =
        subject.facts().values().stream().map(Fact::value).collect(Collectors.toSet());
    assertThat(values).containsExactly(FactType.UNKNOWN);
    String words = form.replaceAll("\\s*\\n\\s*#\\s*", " ");
    for (FactType fact : WORDS.facts()) {
      assertThat(words).contains(fact.meaning(), fact.codingRule());
      fact.values().forEach(value -> assertThat(words).contains(value));
    }
    for (EventType type : WORDS.eventTypes().values()) {
      assertThat(words).contains(type.name(), type.meaning());
    }
    assertThat(form.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    Run advice = Run.of("advise", file.toString(), "--format", "json");
    assertThat(advice.code()).isZero();
    assertThat(advice.err()).isEmpty();
    assertThat(advice.json().get("facts")).isEmpty();
    assertThat(advice.json().get("basis").asText()).isEqualTo("defaults");
  }

  /** Whoever follows the comments writes a case that is read. */
  @Test
  void whatTheCommentsShowCanBeWritten() throws IOException {
    Path file = folder.resolve("c.yaml");
    Run.of("case", "new", "A, B", "C #1", "--as-of", "1998-06-01", "-o", file.toString());
    String form = Files.readString(file);
    String event = form.lines().filter(l -> l.startsWith("#   - {")).findFirst().orElseThrow();

    Files.writeString(
        file,
        form.replace("\nevents:\n", "\nevents:\n" + event.substring(2) + "\n")
            .replace("way out: unknown", "way out: {value: yes, why: \"a plan\"}"));

    Case subject = new CaseFiles(WORDS).read(file);
    assertThat(subject.events()).hasSize(1);
    assertThat(subject.events().get(0).by()).containsExactly("A, B");
    assertThat(subject.events().get(0).to()).containsExactly("C #1");
    assertThat(subject.facts().get("way out").why()).isEqualTo("a plan");
    assertThat(Run.of("advise", file.toString()).code()).isZero();
  }

  @Test
  void withoutAFileItIsPrinted() {
    Run run = Run.of("case", "new", "North Vietnam", "United States", "--as-of", "1968-04-02");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\nid: north-vietnam-united-states\n", "\nas of: 1968-04-02\n");
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "mine");

    Run run = Run.of("case", "new", "A", "B", "-o", file.toString());

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).isEqualTo(file + ": is there already; it stays as it is\n");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource({
    "A,A,'error: ''A'' cannot face itself: name the party that is advised and its adversary'",
    "' ',B,'error: PARTY is the name of a party, on one line'"
  })
  void partiesThatCannotBeAreRefused(String party, String adversary, String message) {
    Run run = Run.of("case", "new", party, adversary);

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).isEqualTo(message + "\n");
  }

  @Test
  void aCaseOfTheKnowledgeBaseCanBeUndone() throws IOException {
    Copy copy = Copy.into(folder.resolve("base"));
    Path file = copy.folder().resolve("cases/war/N-01.yaml");
    String base = copy.folder().toString();

    Run run = Run.of("case", "new", "A", "B", "--knowledge", base, "-o", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(file).exists();
    assertThat(Run.of("undo", "--knowledge", base).code()).isZero();
    assertThat(file).doesNotExist();
  }
}

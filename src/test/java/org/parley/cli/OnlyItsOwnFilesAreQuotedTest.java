package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;

/** A link to a file that is none of Parley's leads to a message, and to nothing that it says. */
class OnlyItsOwnFilesAreQuotedTest {
  private static final String CASE = "cases/vietnam-war/VN-01.yaml";
  private static final String SECRET = "hunter2";

  /** Files of other programs, each with a word that nobody should see. */
  private static final List<String> OTHERS =
      List.of(
          "hunter2:x:0:0:hunter2:/root:/bin/hunter2\n",
          "TOKEN=hunter2\nexport hunter2\n",
          "hunter2: {hunter2: hunter2}\nid: hunter2\nhunter2: again\n",
          "{\"hunter2\": \"hunter2\", \"id\": hunter2}",
          "{\"id\": \"hunter2\", \"hunter2\": true}",
          "[hunter2]\n# hunter2 = %hunter2\n",
          "<hunter2 xmlns=\"urn:hunter2\" hunter2=\"hunter2\">hunter2</hunter2>",
          "<hunter2><hunter2/></hunter3>&hunter2;",
          "hunter2,hunter2\n\"hunter2\"hunter2,1\n");

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = Copy.into(folder);
  }

  @Test
  void asACase() throws IOException {
    linkAll("cases/%d.yaml");
    linkAll("cases/%d.json");

    Run run = Run.of("regress", folder.resolve("cases").toString());

    assertNotQuoted(run);
    assertThat(run.err().lines()).hasSizeGreaterThanOrEqualTo(2 * OTHERS.size());
  }

  @Test
  void asAModel() throws IOException {
    linkAll("dmn/%d.dmn");

    Run run = Run.of("advise", CASE, "--knowledge", folder.toString());

    assertNotQuoted(run);
    assertThat(run.err().lines()).hasSize(OTHERS.size());
  }

  @Test
  void asTheWordsOfAKnowledgeBase() throws IOException {
    String table = OTHERS.get(OTHERS.size() - 1);
    for (String name : List.of("dmn/vocabulary.csv", "dmn/statements.csv", "rules/events.csv")) {
      link(name, table);
    }

    assertNotQuoted(Run.of("advise", CASE, "--knowledge", folder.toString()));
  }

  @Test
  void asARule() throws IOException {
    link("rules/derive/x.drl", OTHERS.get(0));

    assertNotQuoted(Run.of("advise", CASE, "--knowledge", folder.toString(), "--trust-rules"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.csv", "s.xlsx"})
  void asASheet(String name) throws IOException {
    link(name, String.join("", OTHERS));

    assertNotQuoted(Run.of("table", "import", folder.resolve(name).toString()));
  }

  @Test
  void asATest() throws IOException {
    linkAll("tck/m%d.dmn");
    for (int i = 0; i < OTHERS.size(); i++) {
      copy.write(
          "tck/m%d-test-01.xml".formatted(i),
          "<testCases><modelName>m%d.dmn</modelName><testCase id='1'/></testCases>".formatted(i));
      link("tck/o%d-test-01.xml".formatted(i), OTHERS.get(i));
    }

    Run run = Run.of("tck", folder.resolve("tck").toString());

    assertThat(run.out())
        .contains("tests that were run failed")
        .doesNotContain(SECRET, "Exception");
  }

  @Test
  void asArguments() throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "advise\n--hunter2\n");

    Run run = Run.of("advise", "@" + file);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("@" + file + ": does not exist\n");
  }

  private void linkAll(String name) throws IOException {
    for (int i = 0; i < OTHERS.size(); i++) {
      link(name.formatted(i), OTHERS.get(i));
    }
  }

  private static void assertNotQuoted(Run run) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().doesNotContain(SECRET, "inside Parley", "Exception");
  }

  private void link(String name, String content) throws IOException {
    Path secret = Files.writeString(Files.createTempFile(folder, "other", ""), content);
    Path link = folder.resolve(name);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, secret);
  }
}

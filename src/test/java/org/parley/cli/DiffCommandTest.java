package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;
import org.parley.Shown;

/** The command diff, in a git repository of its own. */
class DiffCommandTest {
  private static final String POSTURE = "dmn/posture.dmn";
  private static final String CELL =
      "<inputEntry id=\"openness-free.2\"><text>\"low\",\"even\"</text>";
  private static final String RESULT =
      "<outputEntry id=\"closed-wait.result\"><text>\"recommended\"</text>";

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void commitACopy() throws IOException, GitAPIException {
    copy = Copy.into(folder);
    Path cases = Files.createDirectories(folder.resolve("cases"));
    for (String name : new String[] {"vietnam-war/VN-01.yaml", "synthetic/SYN-03.yaml"}) {
      Path file = Path.of("cases", name);
      Files.copy(file, cases.resolve(file.getFileName()));
    }
    commit("as it is");
  }

  private void commit(String message) throws GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage(message)
          .setAuthor("Staff", "staff@example.org")
          .setCommitter("Staff", "staff@example.org")
          .setSign(false)
          .call();
    }
  }

  private Run diff(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "diff";
    System.arraycopy(more, 0, args, 1, more.length);
    args[more.length + 1] = "--knowledge";
    args[more.length + 2] = folder.toString();
    return Run.of(args);
  }

  @Test
  void saysThatNothingDiffers() {
    Run run = diff();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("From the last commit to the files as they are\n\nNothing differs.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void namesTheRowTheCellInWordsAndTheCases() {
    copy.replace(POSTURE, RESULT, RESULT.replace("recommended", "viable"));

    Run run = diff();

    assertThat(run.out())
        .contains("closed-wait (changed")
        .contains("result: recommended → viable")
        .contains("In 1 of 2 cases verdicts or warnings change")
        .contains("VN-01")
        .contains("closed posture: recommended → viable")
        .contains("decides otherwise: closed-wait");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Agreement with history is not correctness");
    assertThat(run.code()).isZero();
  }

  @Test
  void namesThePrincipleThatAnEditBreaks() throws IOException {
    String known = "<outputEntry id=\"threat-some.result\"><text>\"medium\"</text>";
    copy.replace("dmn/conversation-cost.dmn", known, known.replace("medium", "high"));

    assertThat(diff().out()).contains("\nPrinciples\n", "Broken: 1", "threat-unknown");
    JsonNode principles = diff("--format", "json").json().get("principles");
    assertThat(principles)
        .filteredOn(p -> p.get("state").asText().equals("broken"))
        .extracting(p -> p.get("id").asText())
        .containsExactly("threat-unknown");
  }

  @Test
  void endsWithTwoWhereAPinnedRecommendationChanges() throws IOException {
    // an answer of the table that decides in the end
    String text = copy.read(POSTURE);
    JsonNode trace =
        Run.of("advise", folder.resolve("cases/VN-01.yaml").toString(), "--format", "json")
            .json()
            .get("trace");
    String row = decided(trace, "posture");
    int at = text.indexOf("<text>", text.indexOf("<outputEntry", text.indexOf("\"" + row + "\"")));
    copy.write(
        POSTURE,
        text.substring(0, at)
            + "<text>\"open talks\"</text>"
            + text.substring(text.indexOf("</text>", at) + "</text>".length()));

    Run run = diff("--format", "json");

    assertThat(run.code()).isEqualTo(2);
    JsonNode moved = of("VN-01", run.json().get("cases"));
    assertThat(moved.get("before").get("posture").asText()).isEqualTo("closed posture");
    assertThat(moved.get("after").get("posture").asText()).isEqualTo("open talks");
    assertThat(moved.get("rows").get(0).get("id").asText()).isEqualTo(row);
    assertThat(run.json().get("rows").get(0).get("id").asText()).isEqualTo(row);
    assertThat(run.json().get("vocabulary")).isEmpty();
    assertThat(run.json().get("combinations").get("posture").get("share").asDouble()).isPositive();
    assertThat(diff().out()).contains("VN-01").contains("(pinned)");
  }

  private static JsonNode of(String id, JsonNode cases) {
    for (JsonNode node : cases) {
      if (node.get("case").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError(id);
  }

  private static String decided(JsonNode trace, String decision) {
    for (JsonNode node : trace) {
      if (node.get("decision").asText().equals(decision)) {
        return node.get("rows").get(0).get("id").asText();
      }
    }
    throw new AssertionError(decision);
  }

  @Test
  void comparesRevisionsAndFolders() throws IOException, GitAPIException {
    copy.replace(POSTURE, CELL, CELL.replace(",\"even\"", ""));
    commit("narrower");

    Run revisions = diff("HEAD~1", "main");
    Run folders = diff(Path.of("").toAbsolutePath().toString(), folder.toString());

    assertThat(revisions.out())
        .startsWith("From HEAD~1 to main\n\n1 row changed.\n")
        .contains("low or even → low");
    assertThat(folders.out()).contains("low or even → low");
    assertThat(diff().out()).contains("Nothing differs");
  }

  @Test
  void neverRunsARuleOfARevision() throws IOException, GitAPIException {
    Path trap = folder.resolve("trap");
    String rule =
        """
        package rules.derive
        import org.parley.derive.Situation
        global org.parley.derive.Derivations derived

        function boolean spring() {
          try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "sprung");
          } catch (java.io.IOException e) {
            throw new RuntimeException(e);
          }
          return true;
        }

        rule "trap"
          @why("It writes a file.")
        when
          Situation()
          eval(spring())
        then
          spring();
        end
        """
            .formatted(trap.toString().replace("\\", "/"));
    copy.write("rules/derive/trap.drl", rule);
    commit("a trap");
    Files.delete(folder.resolve("rules/derive/trap.drl"));
    commit("no trap");

    Run run = diff("HEAD~1", "HEAD");
    Run back = diff("HEAD", "HEAD~1");

    assertThat(run.out()).contains("trap (rule removed)");
    assertThat(back.out()).contains("trap (rule added)");
    Run check =
        Run.of("check", "HEAD~1", "--quick", "--format", "json", "--knowledge", folder.toString());
    assertThat(check.json().get("findings").findValuesAsText("where"))
        .anyMatch(where -> where.contains("trap"));
    assertThat(trap).doesNotExist();
  }

  @Test
  void saysWhichRevisionWasMeant() {
    Run run = diff("mian");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("mian: neither a folder").contains("did you mean 'main'?");
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEAD^{tree} | is a tree or a file of git, and no commit: name the commit",
        "HEAD:dmn/statements.csv | neither a folder with a knowledge base nor a revision of the git repository (did you mean 'HEAD'?)",
        "0123456789012345678901234567890123456789 | neither a folder with a knowledge base nor a revision of the git repository",
        "a\0b | neither a folder with a knowledge base nor a revision of the git repository",
        "HEAD^{ | neither a folder with a knowledge base nor a revision of the git repository (did you mean 'HEAD'?)",
        "@{-1} | neither a folder with a knowledge base nor a revision of the git repository",
      })
  void whatIsNoCommit(String revision, String message) {
    for (String command : List.of("diff", "check")) {
      Run run = Run.of(command, revision, "--knowledge", folder.toString());

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err().lines()).containsExactly(Shown.line(revision) + ": " + message);
    }
  }

  @Test
  void casesThatAreNotThereAreAMistakeAndNoFinding(@TempDir Path empty) {
    Run missing = diff("HEAD", "--cases", empty.resolve("x").toString());
    Run none = diff("HEAD", "--cases", empty.toString());

    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).isEqualTo(empty.resolve("x") + ": does not exist\n");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).isEqualTo(empty + ": no case file (*.yaml, *.yml, *.json) lies in it\n");
  }

  @Test
  void saysThatAFolderIsInNoRepository(@TempDir Path elsewhere) throws IOException {
    Copy.into(elsewhere);

    Run run = Run.of("diff", "--knowledge", elsewhere.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("is in no git repository");
  }

  @Test
  void htmlNeedsNothingElse() {
    copy.replace(POSTURE, RESULT, RESULT.replace("recommended", "viable"));

    String page = diff("--format", "html").out();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("closed-wait")
        .doesNotContain("<script")
        .doesNotContain("http://", "https://");
  }
}

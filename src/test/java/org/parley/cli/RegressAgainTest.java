package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;

/** Regressions after a change: since a revision, and while somebody edits. */
class RegressAgainTest {
  private static final String POSTURE = "dmn/posture.dmn";
  private static final String RESULT =
      "<outputEntry id=\"closed-wait.result\"><text>\"recommended\"</text>";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void commitACopy() throws IOException, GitAPIException {
    copy = Copy.into(folder);
    Path cases = Files.createDirectories(folder.resolve("cases"));
    for (String name :
        List.of("vietnam-war/VN-01.yaml", "vietnam-war/VN-04.yaml", "synthetic/SYN-03.yaml")) {
      Path file = Path.of("cases", name);
      Files.copy(file, cases.resolve(file.getFileName()));
    }
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("as it is")
          .setAuthor("Staff", "staff@example.org")
          .setCommitter("Staff", "staff@example.org")
          .setSign(false)
          .call();
    }
  }

  private Run since(String revision) {
    return Run.of(
        "regress", "--knowledge", folder.toString(), "--since", revision, "--format", "json");
  }

  @Test
  void nothingIsTouchedWhereNothingChanged() throws IOException {
    Run run = since("HEAD");

    assertThat(run.err()).contains("0 of 3 cases can be touched by what changed since HEAD.");
    assertThat(run.json().get("cases").asInt()).isZero();
    assertThat(run.code()).isZero();
  }

  @Test
  void aTableTouchesTheCasesThatItAnswersOtherwise() throws IOException {
    copy.replace(POSTURE, RESULT, RESULT.replace("recommended", "viable"));

    Run run = since("HEAD");

    assertThat(run.err()).contains("1 of 3 cases");
    assertThat(run.json().get("cases").asInt()).isEqualTo(1);
  }

  @Test
  void aCaseFileTouchesItsCaseAndARuleAllThatHaveEvents() throws IOException {
    copy.write("cases/SYN-03.yaml", copy.read("cases/SYN-03.yaml") + "\n# looked over\n");
    assertThat(since("HEAD").json().get("cases").asInt()).isEqualTo(1);

    String rule = "rules/derive/signals.drl";
    copy.write(rule, copy.read(rule) + "\n// looked over\n");
    assertThat(since("HEAD").json().get("cases").asInt()).isEqualTo(3);
  }

  @Test
  void watchesAndRunsAgainOnEverySave() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, StandardCharsets.UTF_8, 80);
    Thread watching =
        new Thread(
            () -> Main.run(terminal, "regress", "--watch", "--knowledge", folder.toString()));
    watching.start();
    try {
      await(err, "Watching.");
      assertThat(out.toString()).contains("All 3 pinned cases come out as pinned.");

      copy.write(
          "cases/VN-01.yaml", copy.read("cases/VN-01.yaml").replace("expected:", "expectde:"));
      await(out, "VN-01.yaml changed");
      await(out, "expectde");

      String text = copy.read("cases/VN-01.yaml").replace("expectde:", "expected:");
      copy.write(
          "cases/VN-01.yaml", text.replace("posture: closed posture", "posture: open talks"));
      await(out, "1 of 3 pinned cases comes out otherwise.");
    } finally {
      watching.interrupt();
      watching.join(PATIENCE.toMillis());
    }
    assertThat(watching.isAlive()).isFalse();
  }

  private static void await(StringWriter output, String text) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!output.toString().contains(text)) {
      assertThat(Instant.now()).as("still no '%s' in: %s", text, output).isBefore(end);
      Thread.sleep(20);
    }
  }
}

package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.hostile.HostileModel;

/** No command runs the code of a model, whether it lies in a folder or in a git revision. */
class HostileCommandsTest {
  private static final int NUMBER = Boolean.getBoolean("parley.soak") ? 300 : 30;
  private static final String CASE = "cases/VN-01.yaml";
  // "@" stands for the folder, "=" for a copy of it
  private static final List<String> IN_A_FOLDER =
      List.of(
          "advise @/" + CASE + " --knowledge @",
          "regress --knowledge @",
          "check --quick --knowledge @",
          "why @/" + CASE + " --not mediator --knowledge @",
          "change @/" + CASE + " --knowledge @",
          "ask @/" + CASE + " --knowledge @",
          "coverage --knowledge @",
          "qca --knowledge @",
          "sweep @/" + CASE + " --samples 100 --knowledge @",
          "knowledge --knowledge @",
          "link --knowledge @",
          "table export --knowledge @ -o =/tables.xlsx",
          "tck @/tck",
          "diff @ = --cases @/cases",
          "diff = @ --cases @/cases");
  private static final List<String> IN_A_REVISION =
      List.of(
          "diff HEAD --knowledge @",
          "diff HEAD~1 HEAD --knowledge @",
          "diff HEAD HEAD~1 --knowledge @",
          "check HEAD --quick --knowledge @",
          "regress --since HEAD --knowledge @");

  @TempDir private Path folder;
  @TempDir private Path other;
  @TempDir private Path markers;

  @Test
  void noneLeavesAMarker() throws IOException, GitAPIException {
    Copy copy = Copy.into(folder);
    Copy.into(other);
    Files.createDirectories(folder.resolve("cases"));
    Files.copy(Path.of("cases/vietnam-war/VN-01.yaml"), folder.resolve(CASE));
    copy.write("tck/hostile/hostile-test.xml", tests());
    List<HostileModel> models = HostileModel.some(NUMBER, markers, 2026);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, "before");
      for (int i = 0; i < models.size(); i++) {
        HostileModel model = models.get(i);
        copy.write("dmn/hostile.dmn", model.xml());
        copy.write("tck/hostile/hostile.dmn", model.xml());
        // two of three lie in the folder, the third in a revision alone
        if (i % 3 < 2) {
          run(model, IN_A_FOLDER.get(i % IN_A_FOLDER.size()));
        } else {
          commit(git, "with " + model.place());
          Files.delete(folder.resolve("dmn/hostile.dmn"));
          run(model, IN_A_REVISION.get(i % IN_A_REVISION.size()));
        }
      }
    }
    assertThat(markers).isEmptyDirectory();
  }

  private void run(HostileModel model, String command) {
    String[] args = command.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("@", folder.toString()).replaceFirst("^=", other.toString());
    }

    Run run = Run.of(args);

    assertThat(run.code()).as("%s: %s", command, model).isIn(0, 1, 2);
    assertThat(run.err())
        .as("%s: %s", command, model)
        .doesNotContain("\tat ", "Exception", "went wrong inside");
    assertThat(model.marker()).as("%s: %s", command, model).doesNotExist();
  }

  private static void commit(Git git, String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage(message)
        .setAuthor("Staff", "staff@example.org")
        .setCommitter("Staff", "staff@example.org")
        .setSign(false)
        .call();
  }

  private static String tests() {
    return """
    <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase">
      <modelName>hostile.dmn</modelName>
      <testCase id="001">
        <inputNode name="resilience signal"><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:string">weak</value></inputNode>
        <resultNode name="hostile answer" type="decision"><expected><value>weak</value></expected></resultNode>
      </testCase>
    </testCases>
    """;
  }
}

package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;

/** What a command changes can be taken back, and two commands cannot both change it. */
class UndoCommandTest {
  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copyKnowledge() throws IOException {
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
  }

  @Test
  void anImportIsKeptAndTakenBackAndHadAgain() throws IOException {
    String before = copy.read("dmn/ripeness.dmn");
    Path tables = Imports.exported(copy.folder());
    Imports.edit(tables, "once");

    Run saved = run("table", "import", tables.toString(), "--save", "--author", "Anna Berg");
    assertThat(saved.out()).endsWith("\nSaved: dmn/channels.dmn, dmn/ripeness.dmn.\n");
    String after = copy.read("dmn/ripeness.dmn");
    assertThat(after).contains("(once).");

    assertThat(run("undo", "--reason", "too early").out())
        .isEqualTo(
            """
            Undo

            Number 1 is taken back: dmn/channels.dmn, dmn/ripeness.dmn.

            To have it again: parley undo 2.
            """);
    assertThat(copy.read("dmn/ripeness.dmn")).isEqualTo(before);
    assertThat(run("undo", "--list").out().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "DAY"))
        .isEqualTo(
            """
            History

            2 changes are kept, the last first.

              • 2 DAY undo of number 1 by %s
                too early
                dmn/channels.dmn, dmn/ripeness.dmn
              • 1 DAY table import by Anna Berg (taken back)
                dmn/channels.dmn, dmn/ripeness.dmn

            All of them are taken back.
            """
                .formatted(System.getProperty("user.name")));
    assertThat(run("undo").err()).endsWith(": there is no change to take back\n");
    for (String[] again : new String[][] {{"undo", "1"}, {"undo", "1", "--force"}}) {
      assertThat(run(again).err())
          .isEqualTo(
              copy.folder()
                  + ": number 1 was taken back by number 2: 'parley undo 2' has it again\n");
    }

    assertThat(run("undo", "2").code()).isZero();
    assertThat(copy.read("dmn/ripeness.dmn")).isEqualTo(after);
    JsonNode changes = run("undo", "--list", "--format", "json").json().get("changes");
    assertThat(changes).hasSize(3);
    assertThat(changes.get(2).get("undone").booleanValue()).isFalse();
    assertThat(changes.get(2).get("author").asText()).isEqualTo("Anna Berg");
    assertThat(changes.get(0).get("undoes").intValue()).isEqualTo(2);
    assertThat(changes.get(2).at("/knowledge/before"))
        .isEqualTo(changes.get(1).at("/knowledge/after"));
  }

  @Test
  void whatWasChangedByHandIsNamed() throws IOException {
    Path tables = Imports.exported(copy.folder());
    Imports.edit(tables, "once");
    run("table", "import", tables.toString(), "--save");
    copy.write("dmn/ripeness.dmn", copy.read("dmn/ripeness.dmn") + "\n");

    Run refused = run("undo");

    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.err()).hasLineCount(1).contains("dmn/ripeness.dmn: was changed since");
    assertThat(run("undo", "--force").code()).isZero();
    assertThat(copy.read("dmn/ripeness.dmn")).doesNotContain("(once).");
  }

  @Test
  void newExpectationsAreTakenBackWithTheirKnowledgeBase() throws IOException {
    Path cases = Files.createDirectories(copy.folder().resolve("cases"));
    Path file = cases.resolve("VN-04.yaml");
    String pinned = Files.readString(Path.of("cases/vietnam-war/VN-04.yaml"));
    Files.writeString(
        file,
        pinned.replace("expected:\n  posture: open talks", "expected:\n  posture: closed posture"));
    String before = Files.readString(file);
    assertThat(before).isNotEqualTo(pinned);

    assertThat(run("regress", "--update", "--trust-rules", "--reason", "as agreed").code())
        .isZero();
    assertThat(file).hasContent(pinned);
    assertThat(run("undo", "--list").out())
        .contains("regress by ", "as agreed", "cases/VN-04.yaml");
    assertThat(run("undo").code()).isZero();
    assertThat(file).hasContent(before);
  }

  @Test
  void whatIsNoLineOfTextIsNoReason() throws IOException {
    Path tables = Imports.exported(copy.folder());
    Imports.edit(tables, "once");

    Run run = run("table", "import", tables.toString(), "--save", "--reason", "a\u001b]0;x\u0007");

    assertThat(run.err()).isEqualTo("error: --reason: give one line of at most 1000 characters\n");
    assertThat(copy.read("dmn/ripeness.dmn")).doesNotContain("(once).");
  }

  @Test
  void ofTwoImportsAtOnceNoEditIsLostWithoutAMessage() throws Exception {
    Path first = Imports.exported(copy.folder());
    Path second = folder.resolve("tables");
    Files.createDirectories(second);
    for (String name : List.of(Imports.FIRST, Imports.SECOND)) {
      Files.move(
          first.resolve(name),
          name.equals(Imports.FIRST) ? first.resolve(name) : second.resolve(name));
    }
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < (Boolean.getBoolean("parley.soak") ? 20 : 1); i++) {
        String edit = "round " + i;
        Imports.edit(first, Imports.FIRST, edit);
        Imports.edit(second, Imports.SECOND, edit);
        List<Future<Run>> runs =
            both.invokeAll(
                List.of(
                    importing(first.resolve(Imports.FIRST)),
                    importing(second.resolve(Imports.SECOND))));
        boolean firstSaved = isSavedOrTold(runs.get(0).get(), Imports.FIRST, edit);
        boolean secondSaved = isSavedOrTold(runs.get(1).get(), Imports.SECOND, edit);
        assertThat(firstSaved || secondSaved).isTrue();
      }
    } finally {
      both.shutdownNow();
    }
  }

  private Callable<Run> importing(Path table) {
    return () -> run("table", "import", table.toString(), "--save");
  }

  private boolean isSavedOrTold(Run run, String table, String edit) throws IOException {
    if (run.code() == Main.REFUSED) {
      assertThat(run.err()).hasLineCount(1).contains("was changed by somebody else meanwhile");
      return false;
    }
    assertThat(Imports.isIn(table, edit, copy.folder())).isTrue();
    return true;
  }

  private Run run(String... arguments) {
    return Run.of(
        Stream.concat(Stream.of(arguments), Stream.of("--knowledge", copy.folder().toString()))
            .toArray(String[]::new));
  }
}

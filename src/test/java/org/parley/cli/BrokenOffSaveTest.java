package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;
import org.parley.author.history.SavingProcess;

/**
 * Processes that save two models are killed, or race: the next command sees all old or all new, and
 * no edit is lost without a message.
 */
class BrokenOffSaveTest {
  private static final int SHARE = Boolean.getBoolean("parley.soak") ? 1 : 10;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void twoModels() throws IOException {
    for (String model : SavingProcess.MODELS) {
      Path copy = folder.resolve(model);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(model), copy);
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void killedAtAnyMomentAllIsOldOrAllIsNew(TestReporter reporter) throws Exception {
    Random random = new Random(42);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < 200 / SHARE; i++) {
      Process process = start("loop");
      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
      // any moment, one before the save counts, one after
      if (i % 3 > 0) {
        await(i % 3 == 1 ? "staged" : "pending", process);
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(i % 3 == 0 ? 60_000 : 2_000));
      process.destroyForcibly().waitFor();
      outcomes.merge(nextCommand(), 1, Integer::sum);
    }
    outcomes.forEach((outcome, times) -> reporter.publishEntry(outcome, times.toString()));
  }

  @Test
  void killedBetweenTheFirstAndTheSecondRenameAllIsNew() throws Exception {
    for (int i = 0; i < 20 / SHARE; i++) {
      Process process = start("hold");
      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("held");
      // while it is held, others see the whole and none of the two
      assertThat(edits(SavingProcess::model)).containsOnly("held");
      process.destroyForcibly().waitFor();
      assertThat(nextCommand()).isEqualTo("all new");
      assertThat(Run.of("undo", "--knowledge", folder.toString()).code()).isZero();
      assertThat(edits(BrokenOffSaveTest::onDisk)).containsOnly("");
    }
  }

  @Test
  void ofTwoThatChangeTheSameOnlyOneWinsAndTheOtherIsTold() throws Exception {
    try (Turns first = new Turns(start("turns", "first"));
        Turns second = new Turns(start("turns", "second"))) {
      for (int i = 0; i < 100 / SHARE; i++) {
        first.tell("round " + i);
        second.tell("round " + i);
        assertThat(List.of(first.hear(), second.hear())).containsOnly("read");
        first.tell("now");
        second.tell("now");
        List<String> said = List.of(first.hear(), second.hear());
        assertThat(said).filteredOn("saved"::equals).hasSize(1);
        String winner = said.get(0).equals("saved") ? "first" : "second";
        assertThat(said.get(winner.equals("first") ? 1 : 0))
            .contains("was changed by somebody else meanwhile: nothing is saved; run again");
        assertThat(edits(BrokenOffSaveTest::onDisk)).containsOnly(winner + " round " + i);
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aCommandKilledWhileItSavesHasSavedAllOrNothing() throws Exception {
    Copy copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    folder = copy.folder();
    Path tables = Imports.exported(folder);
    Random random = new Random(43);
    for (int i = 0; i < Math.max(1, 20 / SHARE - 1); i++) {
      Imports.edit(tables, "killed " + i);
      Process process =
          start(
              Main.class,
              "table",
              "import",
              tables.toString(),
              "--save",
              "--knowledge",
              folder.toString());
      await(i % 2 == 0 ? "staged" : "pending", process);
      TimeUnit.MICROSECONDS.sleep(random.nextInt(5_000));
      process.destroyForcibly().waitFor();
      Run run = Run.of("undo", "--list", "--knowledge", folder.toString());
      assertThat(run.code()).isZero();
      boolean isNew = Imports.isIn(Imports.FIRST, "killed " + i, folder);
      assertThat(Imports.isIn(Imports.SECOND, "killed " + i, folder)).isEqualTo(isNew);
      assertThat(leftovers()).isEmpty();
    }
  }

  /** Waits until a save has got so far, or is done. */
  private void await(String record, Process saving) {
    File there = folder.resolve(".parley").resolve(record).toFile();
    while (!there.exists() && saving.isAlive()) {
      Thread.onSpinWait();
    }
  }

  /** What the next command says became of the save; it must be all of it or nothing. */
  private String nextCommand() throws IOException {
    List<String> read = edits(SavingProcess::model);
    assertThat(read.get(0)).isEqualTo(read.get(1));
    Run run = Run.of("undo", "--list", "--knowledge", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(1);
    assertThat(edits(BrokenOffSaveTest::onDisk)).isEqualTo(read);
    assertThat(leftovers()).isEmpty();
    return run.err().contains("finished it")
        ? "all new"
        : run.err().contains("no file was changed") ? "all old" : "between two saves";
  }

  private interface Reading {
    Optional<byte[]> model(Path folder, String name) throws IOException;
  }

  private List<String> edits(Reading reading) throws IOException {
    List<String> edits = new ArrayList<>();
    for (String model : SavingProcess.MODELS) {
      edits.add(SavingProcess.edit(reading.model(folder, model).orElseThrow()));
    }
    return edits;
  }

  private static Optional<byte[]> onDisk(Path folder, String name) throws IOException {
    return Optional.of(Files.readAllBytes(folder.resolve(name)));
  }

  private List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(f -> folder.relativize(f).toString())
          .filter(n -> n.matches("dmn/\\..*|.*\\.tmp|\\.parley/(staged|pending|discarded)"))
          .toList();
    }
  }

  private Process start(String how, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(how, folder.toString()));
    arguments.addAll(List.of(more));
    return start(SavingProcess.class, arguments.toArray(String[]::new));
  }

  private Process start(Class<?> main, String... arguments) throws IOException {
    Process process =
        ChildJvm.of(main, arguments)
            .redirectError(new File(folder.getParent().toFile(), "saving.log"))
            .start();
    processes.add(process);
    return process;
  }

  /** A process that acts when it is told to. */
  private record Turns(Writer in, BufferedReader out) implements AutoCloseable {

    Turns(Process process) {
      this(
          process.outputWriter(StandardCharsets.UTF_8),
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    void tell(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
    }

    String hear() throws IOException {
      return out.readLine();
    }

    @Override
    public void close() throws IOException {
      in.close();
      out.close();
    }
  }
}

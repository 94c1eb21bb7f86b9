package org.parley.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** A run that was broken off goes on as if it had not been: no record twice, none lost. */
class ResumeTest {
  private static final int RECORDS = 9_000;
  private static TableAdvisor advisor;

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void load() {
    advisor = TableAdvisor.of(KnowledgeBase.builtIn());
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  /** Something from outside that ends a run at once. */
  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private BatchResult run(
      Path input, Path output, boolean resume, boolean confidence, long breakAt) {
    BatchOptions options =
        new BatchOptions(Optional.empty(), EventTable.NONE, confidence, Optional.empty(), true, 2);
    BatchRun.Request request =
        new BatchRun.Request(List.of("batch"), input, output, options, resume, r -> r.toString());
    return new BatchRun(
            advisor,
            request,
            notes::add,
            (records, position, size) -> {
              if (records >= breakAt) {
                throw new BrokenOff();
              }
            })
        .checkpointsEvery(Duration.ZERO)
        .run(new BatchRun.Streams(System.in, new ByteArrayOutputStream()));
  }

  /** One record in a hundred is a bad one. */
  private Path input(String name) throws IOException {
    Random random = new Random(5);
    boolean json = name.endsWith("jsonl");
    List<String> lines = new ArrayList<>();
    if (!json) {
      lines.add("id,relative power,note");
    }
    for (int i = 0; i < RECORDS; i++) {
      String power =
          i % 100 == 99
              ? "mighty"
              : List.of("weaker", "parity", "stronger", "").get(random.nextInt(4));
      lines.add(
          json
              ? "{\"id\": %d, \"relative power\": \"%s\"}".formatted(i, power)
              : i % 7 == 0
                  ? "%d,%s,\"two\nlines\"".formatted(i, power)
                  : "%d,%s,".formatted(i, power));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in.csv", "in.jsonl"})
  void aRunThatIsBrokenOffAgainAndAgainComesToTheSame(String name) throws IOException {
    Path input = input(name);
    String ending = name.substring(2);
    Path whole = folder.resolve("whole" + ending);
    run(input, whole, false, false, Long.MAX_VALUE);
    Path output = folder.resolve("out" + ending);

    assertThatThrownBy(() -> run(input, output, false, false, 1)).isInstanceOf(BrokenOff.class);
    assertThat(output).doesNotExist();
    for (long at = 1; at < RECORDS; at += 1_500) {
      long moment = at;
      assertThatThrownBy(() -> run(input, output, true, false, moment))
          .isInstanceOf(BrokenOff.class);
      assertThat(output).doesNotExist();
      // what a kill leaves behind the last checkpoint
      Files.writeString(
          folder.resolve("out" + ending + ".part"), "half a li", StandardOpenOption.APPEND);
    }
    BatchResult result = run(input, output, true, false, Long.MAX_VALUE);

    assertThat(output).hasSameBinaryContentAs(whole);
    assertThat(folder.resolve("out.rejects.csv"))
        .hasSameBinaryContentAs(folder.resolve("whole.rejects.csv"));
    assertThat(result.counts().read()).isEqualTo(RECORDS);
    assertThat(result.counts().rejected()).isEqualTo(RECORDS / 100);
    assertThat(result.counts().scored()).isEqualTo(RECORDS - RECORDS / 100);
    assertThat(notes).last().asString().startsWith("resumed behind ");
    assertThat(left())
        .containsExactlyInAnyOrder(
            name,
            "whole" + ending,
            "whole.rejects.csv",
            "whole.meta.json",
            "out" + ending,
            "out.rejects.csv",
            "out.meta.json");
  }

  @Test
  void aRunThatHadEndedButForTheNamesOfItsFilesIsEnded() throws IOException {
    Path input = input("in.csv");
    Path output = folder.resolve("out.csv");
    run(input, output, false, false, Long.MAX_VALUE);
    byte[] whole = Files.readAllBytes(output);
    byte[] rejected = Files.readAllBytes(folder.resolve("out.rejects.csv"));
    assertThatThrownBy(() -> run(input, output, false, false, RECORDS))
        .isInstanceOf(BrokenOff.class);
    // the rejects have their name already, the output has not
    Files.move(
        folder.resolve("out.rejects.csv.part"),
        folder.resolve("out.rejects.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.delete(output);

    run(input, output, true, false, Long.MAX_VALUE);

    assertThat(output).hasBinaryContent(whole);
    assertThat(folder.resolve("out.rejects.csv")).hasBinaryContent(rejected);
  }

  @Test
  void anInputThatHasChangedSinceIsRefused() throws IOException {
    Path input = input("in.csv");
    Path output = folder.resolve("out.csv");
    assertThatThrownBy(() -> run(input, output, false, false, 5_000)).isInstanceOf(BrokenOff.class);
    String text = Files.readString(input);
    Files.writeString(input, text.replaceFirst("weaker", "parity"));

    assertThatThrownBy(() -> run(input, output, true, false, Long.MAX_VALUE))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("it has changed since the run that is to be resumed");
    assertThat(folder.resolve("out.csv.part")).exists();

    Files.writeString(input, text);
    run(input, output, true, false, Long.MAX_VALUE);
    assertThat(output).exists();
  }

  @Test
  void anInputThatHasGrownIsReadToItsEnd() throws IOException {
    Path input = input("in.csv");
    Path output = folder.resolve("out.csv");
    assertThatThrownBy(() -> run(input, output, false, false, 5_000)).isInstanceOf(BrokenOff.class);
    Files.writeString(input, "more,weaker,\n", StandardOpenOption.APPEND);

    assertThat(run(input, output, true, false, Long.MAX_VALUE).counts().read())
        .isEqualTo(RECORDS + 1);
  }

  @Test
  void otherOptionsAreRefusedAndNothingToResumeIsSaid() throws IOException {
    Path input = input("in.csv");
    Path output = folder.resolve("out.csv");
    assertThatThrownBy(() -> run(input, output, false, false, 5_000)).isInstanceOf(BrokenOff.class);

    assertThatThrownBy(() -> run(input, output, true, true, Long.MAX_VALUE))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("begun with other tables, another mapping or other options");
    run(input, output, false, false, Long.MAX_VALUE);
    assertThat(notes).last().asString().contains("broken off behind").contains("begun anew");
    run(input, output, true, false, Long.MAX_VALUE);
    assertThat(notes).last().isEqualTo("there is nothing to resume: begun with the first record");
  }

  @Test
  void twoRunsDoNotWriteOneOutput() throws IOException {
    Path input = input("in.csv");
    Path output = folder.resolve("out.csv");
    try (TargetFiles first = new TargetFiles(output, false, true, Duration.ZERO, "", notes::add)) {
      assertThat(first.begun()).isNull();
      assertThatThrownBy(() -> run(input, output, false, false, Long.MAX_VALUE))
          .isInstanceOf(ParleyException.class)
          .hasMessageContaining("another run is writing it");
    }
  }
}

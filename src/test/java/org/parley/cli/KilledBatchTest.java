package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves what the next one can go on with. */
class KilledBatchTest {
  private static final int KILLS = Boolean.getBoolean("parley.soak") ? 20 : 2;
  private static final int RECORDS = 200_000;

  @TempDir private Path folder;

  private ProcessBuilder batch(Path input, Path output, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"batch", input.toString(), "-o", output.toString()}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return ChildJvm.of(Main.class, arguments).redirectErrorStream(true);
  }

  private Path input() throws IOException {
    StringBuilder text = new StringBuilder("id,relative power,months of fighting,issue\n");
    String[] powers = {"weaker", "parity", "stronger", "", "mighty"};
    Random random = new Random(3);
    for (int i = 0; i < RECORDS; i++) {
      int power = i % 100 == 0 ? 4 : random.nextInt(4);
      text.append(i).append(',').append(powers[power]).append(',');
      text.append(random.nextInt(600)).append(",ceasefire\n");
    }
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  @Test
  void killedAtAnyMomentAndResumedItComesToTheSame() throws Exception {
    Path input = input();
    Path whole = folder.resolve("whole.csv");
    long begun = System.nanoTime();
    Process unbroken = batch(input, whole).start();
    assertThat(unbroken.waitFor()).isEqualTo(2);
    long takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    Random random = new Random(9);
    int midway = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path output = folder.resolve("out.csv");
      Process killed = batch(input, output).start();
      killed.waitFor(takes / 2 + random.nextInt((int) (takes / 2)), TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
      midway += Files.exists(folder.resolve("out.csv.part.json")) ? 1 : 0;
      assertThat(Files.exists(output) && Files.exists(folder.resolve("out.csv.part"))).isFalse();

      Process resumed = batch(input, output, "--resume").start();
      String said = new String(resumed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(resumed.waitFor()).as(said).isEqualTo(2);
      assertThat(output).as(said).hasSameBinaryContentAs(whole);
      assertThat(folder.resolve("out.rejects.csv"))
          .hasSameBinaryContentAs(folder.resolve("whole.rejects.csv"));
      Files.delete(output);
    }
    if (KILLS > 2) {
      assertThat(midway).as("kills behind a checkpoint").isPositive();
    }
  }
}

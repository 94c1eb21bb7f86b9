package org.parley.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.ParleyException;
import org.parley.knowledge.FileTrouble;

/**
 * The files that a run writes: the output, which has its name only when it is whole, and beside it
 * {@code NAME.rejects.csv} and {@code NAME.meta.json}. Until then the parts stand there with a
 * checkpoint. Not thread-safe.
 */
final class TargetFiles implements BatchTarget {
  private static final String PART = ".part";
  private static final String META = ".meta.json";

  private final Path output;
  private final Path rejects;
  private final Path meta;
  private final Path checkpoint;
  private final FileChannel lines;
  private final boolean keepsCheckpoints;
  private final Duration between;
  private final @Nullable Checkpoint begun;
  private @Nullable FileChannel rejected;
  private long last = System.nanoTime();

  /**
   * @param resume whether to go on where an earlier run ended
   * @param keepsCheckpoints whether a later run could go on with this one
   * @param between how long nothing is noted of how far the run has come
   * @param asked a digest of all that the result depends on, but for the input
   * @param notes is told what became of an earlier run
   */
  TargetFiles(
      Path output,
      boolean resume,
      boolean keepsCheckpoints,
      Duration between,
      String asked,
      Consumer<String> notes)
      throws IOException {
    this.output = output;
    this.keepsCheckpoints = keepsCheckpoints;
    this.between = between;
    this.rejects = rejectsBeside(output);
    this.meta = beside(output, META);
    this.checkpoint = part(part(output), ".json");
    Path folder = output.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    boolean there = Files.exists(part(output));
    Checkpoint earlier = there ? Checkpoint.read(checkpoint).orElse(null) : null;
    this.begun = resume ? resumed(earlier, asked, notes) : null;
    if (!resume && earlier != null) {
      notes.accept(
          "an earlier run was broken off behind %,d records; it is begun anew, since --resume was not given"
              .formatted(earlier.counts().read()));
    }
    this.lines =
        FileChannel.open(
            part(output),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.READ);
    lock();
    if (begun == null) {
      Files.deleteIfExists(checkpoint);
      Files.deleteIfExists(part(rejects, PART));
    }
    truncate(lines, begun == null ? 0 : begun.outputBytes());
    if (begun != null && begun.rejectBytes() > 0) {
      if (!Files.exists(part(rejects, PART)) && Files.exists(rejects)) {
        Files.move(rejects, part(rejects, PART));
      }
      truncate(openRejects(), begun.rejectBytes());
    }
  }

  /** Where records are kept that cannot be used. */
  static Path rejectsBeside(Path output) {
    return beside(output, ".rejects.csv");
  }

  /** A file beside the output, by the output's name without its ending. */
  /** All files that a run into an output writes, under the names that they have in the end. */
  static List<Path> written(Path output) {
    return List.of(output, rejectsBeside(output), beside(output, META));
  }

  private static Path beside(Path output, String ending) {
    String name = String.valueOf(output.getFileName());
    int point = name.lastIndexOf('.');
    return output.resolveSibling((point > 0 ? name.substring(0, point) : name) + ending);
  }

  private static Path part(Path file) {
    return part(file, PART);
  }

  private static Path part(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private @Nullable Checkpoint resumed(
      @Nullable Checkpoint earlier, String asked, Consumer<String> notes) {
    if (earlier == null) {
      notes.accept("there is nothing to resume: begun with the first record");
      return null;
    }
    if (!earlier.asked().equals(asked)) {
      throw ParleyException.in(
          part(output).toString(),
          "was begun with other tables, another mapping or other options: give the same, or run"
              + " without --resume");
    }
    notes.accept("resumed behind %,d records".formatted(earlier.counts().read()));
    return earlier;
  }

  /** Keeps other runs from writing the same, until the file is closed. */
  private void lock() throws IOException {
    boolean taken = false;
    try {
      taken = lines.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // the same as a lock of another process
    }
    if (!taken) {
      lines.close();
      throw new FileTrouble.Seen("another run is writing it");
    }
  }

  private static void truncate(FileChannel channel, long size) throws IOException {
    if (channel.size() < size) {
      throw new FileTrouble.Seen(
          "its part is shorter than the checkpoint says: run again without --resume");
    }
    channel.truncate(size);
    channel.position(size);
  }

  private FileChannel openRejects() throws IOException {
    if (rejected == null) {
      rejected =
          FileChannel.open(
              part(rejects, PART), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
    return rejected;
  }

  @Override
  public @Nullable Checkpoint begun() {
    return begun;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    writeAll(lines, bytes);
  }

  @Override
  public void reject(ByteBuffer header, ByteBuffer bytes) throws IOException {
    FileChannel channel = openRejects();
    if (channel.position() == 0) {
      writeAll(channel, header);
    }
    writeAll(channel, bytes);
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void reached(Progress progress) throws IOException {
    long now = System.nanoTime();
    if (keepsCheckpoints && now - last >= between.toNanos()) {
      checkpoint(progress);
      last = now;
    }
  }

  private void checkpoint(Progress progress) throws IOException {
    lines.force(false);
    if (rejected != null) {
      rejected.force(false);
    }
    progress.at(lines.position(), rejected == null ? 0 : rejected.position()).write(checkpoint);
  }

  /** Gives the files their names. */
  void finish(Progress progress, String record) throws IOException {
    if (keepsCheckpoints) {
      checkpoint(progress);
    }
    boolean any = rejected != null;
    close();
    Files.writeString(part(meta, PART), record);
    Files.move(part(meta, PART), meta, StandardCopyOption.REPLACE_EXISTING);
    if (any) {
      Files.move(part(rejects, PART), rejects, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(rejects);
    }
    Files.move(
        part(output), output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(checkpoint);
  }

  /** Takes away what the run has written. */
  void abandon() throws IOException {
    close();
    Files.deleteIfExists(part(output));
    Files.deleteIfExists(part(rejects, PART));
    Files.deleteIfExists(checkpoint);
  }

  @Override
  public void close() throws IOException {
    if (rejected != null) {
      rejected.close();
    }
    // closing it gives the lock back
    lines.close();
  }
}

package org.parley.author.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.parley.ParleyException;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.SaveRecord;

/**
 * Lets one at a time change the files of a knowledge base, among threads and among processes. The
 * system gives it back when its process ends, however it ends.
 */
final class SaveLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final String IGNORED = ".gitignore";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long STEP_MILLIS = 10;

  private final FileChannel channel;

  private SaveLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until nobody else changes the files.
   *
   * @throws ParleyException if somebody does for long, or nothing can be written there
   */
  static SaveLock take(Path folder) {
    try {
      return within(folder, PATIENCE)
          .orElseThrow(
              () ->
                  ParleyException.in(
                      Disk.named(folder),
                      "another command is saving here: nothing is saved; try again"));
    } catch (IOException e) {
      throw Disk.refused(folder, "cannot be changed", e);
    }
  }

  /** Waits so long and no longer. */
  static Optional<SaveLock> within(Path folder, Duration patience) throws IOException {
    Path own = folder.resolve(SaveRecord.FOLDER);
    if (!Files.isDirectory(folder)) {
      throw new FileTrouble.Seen("there is no such folder");
    }
    prepare(own);
    FileChannel channel =
        FileChannel.open(
            own.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      long end = System.nanoTime() + patience.toNanos();
      while (!isLocked(channel)) {
        if (System.nanoTime() > end) {
          channel.close();
          return Optional.empty();
        }
        Thread.sleep(STEP_MILLIS);
      }
      return Optional.of(new SaveLock(channel));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // another thread of this process has it
      return false;
    }
  }

  /** Git is to leave it alone, whatever the repository ignores. */
  private static void prepare(Path own) throws IOException {
    requirePlain(own, /* folder= */ true);
    for (String name : SaveSteps.FOLDERS) {
      requirePlain(own.resolve(name), /* folder= */ true);
    }
    requirePlain(own.resolve(NAME), /* folder= */ false);
    requirePlain(own.resolve(IGNORED), /* folder= */ false);
    if (!Files.isDirectory(own)) {
      Files.createDirectories(own);
      Disk.force(own.toAbsolutePath().getParent());
    }
    Path ignored = own.resolve(IGNORED);
    if (!Files.exists(ignored)) {
      Files.writeString(ignored, "*\n");
    }
  }

  /** Whoever sent the folder may have put a link there that leads to somebody's files. */
  private static void requirePlain(Path path, boolean folder) throws IOException {
    boolean plain =
        folder
            ? Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
            : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    if (!plain && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileTrouble.Seen(
          "%s is no plain %s: take it away".formatted(path, folder ? "folder" : "file"));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the end of the process gives it back
    }
  }
}

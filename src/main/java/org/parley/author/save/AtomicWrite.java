package org.parley.author.save;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.FileTrouble;

/**
 * Replaces files so that each holds either its old or its new content, whatever happens: the new
 * content is written beside the old, forced to the disk, and takes its place in one step.
 */
final class AtomicWrite {
  private final Move move;

  AtomicWrite() {
    this(
        (from, to) ->
            Files.move(
                from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  /**
   * @param move puts a file in the place of another in one step
   */
  AtomicWrite(Move move) {
    this.move = move;
  }

  /** Puts a file in the place of another. */
  @FunctionalInterface
  interface Move {
    void move(Path from, Path to) throws IOException;
  }

  /**
   * Replaces all files, or none.
   *
   * @throws ParleyException if one has changed since it was read, or cannot be written
   */
  void write(List<Replacement> replacements) {
    Map<Replacement, Path> prepared = new LinkedHashMap<>();
    try {
      for (Replacement replacement : replacements) {
        prepared.put(replacement, prepare(replacement));
      }
      // as late as can be
      replacements.forEach(AtomicWrite::verify);
      replace(prepared);
    } finally {
      prepared.values().forEach(AtomicWrite::deleteQuietly);
    }
  }

  private void replace(Map<Replacement, Path> prepared) {
    List<Replacement> done = new ArrayList<>();
    for (Map.Entry<Replacement, Path> next : prepared.entrySet()) {
      Path file = next.getKey().file();
      try {
        move.move(next.getValue(), target(file));
        done.add(next.getKey());
      } catch (IOException e) {
        throw undone(done, refused(file, message(e), e));
      }
    }
    done.forEach(r -> forceFolder(r.file()));
  }

  /** Gives the files that were replaced already their old content back. */
  private ParleyException undone(List<Replacement> done, ParleyException refused) {
    List<Problem> problems = new ArrayList<>(refused.problems());
    List<Replacement> lastFirst = new ArrayList<>(done);
    Collections.reverse(lastFirst);
    for (Replacement replacement : lastFirst) {
      Path prepared = null;
      try {
        prepared = prepare(replacement.undone());
        move.move(prepared, target(replacement.file()));
      } catch (IOException | ParleyException e) {
        problems.add(
            Problem.in(replacement.file().toString(), "has its new content already: look at it"));
      } finally {
        deleteQuietly(prepared);
      }
    }
    ParleyException all = new ParleyException(problems);
    all.initCause(refused.getCause());
    return all;
  }

  private static Path prepare(Replacement replacement) {
    verify(replacement);
    Path prepared = null;
    try {
      Path target = target(replacement.file());
      prepared = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
      try (FileChannel channel = FileChannel.open(prepared, StandardOpenOption.WRITE)) {
        ByteBuffer content = ByteBuffer.wrap(replacement.content());
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      keepPermissions(target, prepared);
      return prepared;
    } catch (IOException e) {
      deleteQuietly(prepared);
      throw refused(replacement.file(), message(e), e);
    }
  }

  private static void verify(Replacement replacement) {
    try {
      if (!replacement.startsFrom(Files.readAllBytes(replacement.file()))) {
        throw refused(
            replacement.file(),
            "was changed by somebody else meanwhile: nothing is saved; read it again",
            null);
      }
    } catch (IOException e) {
      throw refused(replacement.file(), message(e), e);
    }
  }

  /** What a link leads to is replaced, never the link. */
  private static Path target(Path file) throws IOException {
    return file.toRealPath();
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView now = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && now != null) {
      now.setPermissions(old.readAttributes().permissions());
    }
  }

  private static void forceFolder(Path file) {
    try (FileChannel folder = FileChannel.open(target(file).getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // some systems cannot: then the file itself must do
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // a file left over does no harm: its name is that of no model
    }
  }

  private static String message(IOException e) {
    return e instanceof AtomicMoveNotSupportedException
        ? "cannot be replaced in one step on this file system: nothing is saved"
        : "cannot be written: " + FileTrouble.of(e);
  }

  private static ParleyException refused(Path file, String message, Exception cause) {
    ParleyException refused = new ParleyException(List.of(Problem.in(file.toString(), message)));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}

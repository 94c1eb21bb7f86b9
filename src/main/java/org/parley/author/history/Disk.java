package org.parley.author.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ParleyException;
import org.parley.knowledge.FileTrouble;

/** Writes so that what is written is still there when the power fails. */
final class Disk {

  private Disk() {}

  /** Writes a file, and the folders that it lies in. */
  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    // what stands there may be a link that leads to somebody's file
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** What a file holds; empty where there is none. */
  static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Puts a file or folder in a place in one step. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Has a folder remember which files it holds. */
  static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // some systems cannot: then the files themselves must do
    }
  }

  /** Has a folder and all below it remember which files they hold. */
  static void forceAll(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      below.filter(Files::isDirectory).forEach(Disk::force);
    }
  }

  /** Gives a new file the permissions of an old one. */
  static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView now = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && now != null && Files.exists(from)) {
      now.setPermissions(old.readAttributes().permissions());
    }
  }

  /** Deletes a folder with all in it; links are not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What a folder is called in messages. */
  static String named(Path folder) {
    return folder.toString().isEmpty() ? "." : folder.toString();
  }

  /** Says what could not be done with something, and why. */
  static ParleyException refused(Path file, String what, Exception e) {
    IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
    String reason =
        cause instanceof AtomicMoveNotSupportedException
            ? "this file system does not replace a file in one step"
            : FileTrouble.of(cause);
    return ParleyException.in(named(file), what + ": " + reason);
  }
}

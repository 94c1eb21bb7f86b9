package org.parley.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.ParleyException;

/**
 * Reads files whole, but only plain ones and no more of them than a limit allows: a pipe would be
 * waited for, and a device never ends. All that is read from a disk is read here.
 */
public final class PlainFile {
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private PlainFile() {}

  /**
   * The content of a file, or of the one that a link leads to.
   *
   * @param name what to call it in messages
   * @throws ParleyException if it is no plain file, too large, or cannot be read
   */
  public static byte[] read(Path file, String name, Limit size) {
    require(file, name, size);
    try {
      // some files are larger than they say
      try (InputStream in = Files.newInputStream(file)) {
        byte[] content = in.readNBytes((int) size.most() + 1);
        if (content.length > size.most()) {
          throw ParleyException.in(name, size.exceeded());
        }
        return content;
      }
    } catch (IOException e) {
      throw ParleyException.in(name, reason(file, e));
    }
  }

  /**
   * Makes sure of a file that somebody else will read.
   *
   * @param name what to call it in messages
   * @throws ParleyException if it is no plain file, or too large
   */
  public static void require(Path file, String name, Limit size) {
    if (require(file, name) > size.most()) {
      throw ParleyException.in(name, size.exceeded());
    }
  }

  /**
   * The same of a file of any size, which nobody reads whole.
   *
   * @return its size in bytes
   */
  public static long require(Path file, String name) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw ParleyException.in(name, "not a plain file (%s)".formatted(kind(file, attributes)));
      }
      return attributes.size();
    } catch (IOException e) {
      throw ParleyException.in(name, reason(file, e));
    }
  }

  /**
   * The files below a folder that are chosen, in no particular order; what a link to a folder leads
   * to is not below it. There may be pipes and devices among them, which {@link #read} refuses.
   *
   * @param name what to call the folder in messages
   * @param chosen by path
   * @throws ParleyException if there are too many to look through, or one cannot be looked into
   */
  public static List<Path> below(Path folder, String name, Predicate<Path> chosen) {
    return walk(
        folder, name, Integer.MAX_VALUE, file -> chosen.test(file) && !Files.isDirectory(file));
  }

  /** Those of a folder itself, without what is below the folders in it. */
  public static List<Path> in(Path folder, String name, Predicate<Path> chosen) {
    return walk(folder, name, 1, file -> chosen.test(file) && !Files.isDirectory(file));
  }

  /**
   * A folder and those below it.
   *
   * @param name what to call the folder in messages
   * @throws ParleyException if there are too many to look through, or one cannot be looked into
   */
  public static List<Path> folders(Path folder, String name) {
    return walk(
        folder,
        name,
        Integer.MAX_VALUE,
        file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS));
  }

  private static List<Path> walk(Path folder, String name, int depth, Predicate<Path> chosen) {
    int[] seen = {0};
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .peek(
              file -> {
                if (++seen[0] > Limit.FOLDER.most()) {
                  throw ParleyException.in(name, Limit.FOLDER.exceeded());
                }
              })
          .filter(chosen)
          .toList();
    } catch (IOException e) {
      throw ParleyException.in(name, reason(folder, e));
    } catch (UncheckedIOException e) {
      throw ParleyException.in(name, reason(folder, e.getCause()));
    }
  }

  /** Why a file cannot be read, in words for whoever named it. */
  private static String reason(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Files.isSymbolicLink(file) ? "a link that leads nowhere" : "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "cannot be read: no permission";
    }
    return String.valueOf(e.getMessage()).contains("levels of symbolic links")
        ? "a link that leads in a circle"
        : "cannot be read: " + FileTrouble.of(e);
  }

  private static String kind(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      return "a folder";
    }
    try {
      return switch ((Integer) Files.getAttribute(file, "unix:mode") & KIND) {
        case PIPE -> "a named pipe";
        case SOCKET -> "a socket";
        default -> "a device";
      };
    } catch (UnsupportedOperationException e) {
      return "a device or a pipe";
    }
  }
}

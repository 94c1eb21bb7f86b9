package org.parley.knowledge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Shown;

/** Says in plain words why a file could not be read or written; what Java says is often a path. */
public final class FileTrouble {
  /** What a part of the operating system's words means; the first that fits counts. */
  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    MEANINGS.put("no space left", "the disk is full");
    MEANINGS.put("not enough space", "the disk is full");
    MEANINGS.put("quota", "the quota of the disk is used up");
    MEANINGS.put("is a directory", "it is a folder");
    MEANINGS.put("not a directory", "a part of its path is no folder");
    MEANINGS.put("read-only file system", "it stands where nothing can be written");
    MEANINGS.put("symbolic link", "its links lead in a circle");
    MEANINGS.put("name too long", "its name is too long");
    MEANINGS.put("too many open files", "too many files are open");
    MEANINGS.put("broken pipe", "whoever read it has stopped reading");
    MEANINGS.put("permission denied", "access to it is denied");
    MEANINGS.put("operation not permitted", "access to it is denied");
    MEANINGS.put("no such file", "there is no such file or folder");
    MEANINGS.put("input/output error", "the disk reports an error");
    MEANINGS.put("being used by another process", "another program has it open");
  }

  private static final Map<Class<?>, String> KINDS =
      Map.of(
          NoSuchFileException.class, "there is no such file or folder",
          AccessDeniedException.class, "access to it is denied",
          FileAlreadyExistsException.class, "something of its name is there already",
          DirectoryNotEmptyException.class, "the folder is not empty",
          NotDirectoryException.class, "it is no folder",
          FileSystemLoopException.class, "its links lead in a circle",
          CharacterCodingException.class, "it is not UTF-8 text: save it as UTF-8");

  private FileTrouble() {}

  /** Trouble that Parley itself has seen, and says in plain words. */
  public static final class Seen extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param words fit to follow {@code cannot be read:}
     */
    public Seen(String words) {
      super(words);
    }
  }

  /**
   * Makes sure that no spreadsheet program holds a file open: what it saves later would write over
   * what is written now.
   *
   * @throws Seen if the file that such a program puts beside it is there
   */
  public static void requireClosed(Path file) throws Seen {
    String name = String.valueOf(file.getFileName());
    if (Files.exists(file.resolveSibling("~$" + name))
        || Files.exists(file.resolveSibling(".~lock." + name + "#"))) {
      throw new Seen("a spreadsheet has it open: close it there first");
    }
  }

  /** Says that something cannot be read, and why. */
  public static ParleyException unreadable(String name, IOException e) {
    return ParleyException.in(name, "cannot be read: " + of(e));
  }

  /** The reason, fit to follow {@code cannot be read:}. */
  public static String of(IOException e) {
    if (e instanceof Seen) {
      return e.getMessage();
    }
    for (Map.Entry<Class<?>, String> kind : KINDS.entrySet()) {
      if (kind.getKey().isInstance(e)) {
        return kind.getValue();
      }
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "the system gives no reason" : meaning(reason);
  }

  private static String meaning(String reason) {
    String low = reason.toLowerCase(Locale.ROOT);
    return MEANINGS.entrySet().stream()
        .filter(known -> low.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> "the system says '%s'".formatted(Shown.piece(reason)));
  }
}

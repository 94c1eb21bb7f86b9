package org.parley.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.ParleyException;

/**
 * What a save replaces and by what, as it stands in {@code .parley} of a knowledge base: in {@code
 * pending} from the moment on which the save counts, in {@code history} once all files have taken
 * their places. Immutable.
 */
public final class SaveRecord {
  /** The folder of a knowledge base that Parley keeps for itself. */
  public static final String FOLDER = ".parley";

  /** In it, the record of a save that counts, though files may not be in their places yet. */
  public static final String PENDING = "pending";

  /** In it, the records of saves that are done, by number. */
  public static final String HISTORY = "history";

  /** In a record, the files before the save. */
  public static final String BEFORE = "before";

  /** In a record, the files after the save. */
  public static final String AFTER = "after";

  /** In a record, what was saved by whom. */
  public static final String ENTRY = "entry.json";

  private static final int TRIES = 100;

  private final SortedMap<String, byte[]> before;
  private final SortedMap<String, byte[]> after;

  private SaveRecord(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Reads a record.
   *
   * @param record its folder
   * @throws IOException if it cannot be read, as when it has become history meanwhile
   */
  public static SaveRecord read(Path record) throws IOException {
    return new SaveRecord(contents(record.resolve(BEFORE)), contents(record.resolve(AFTER)));
  }

  /** What a file held before the save; empty where there was none. */
  public Optional<byte[]> before(String name) {
    return Optional.ofNullable(before.get(name)).map(byte[]::clone);
  }

  /** What a file holds after the save; empty where there is none. */
  public Optional<byte[]> after(String name) {
    return Optional.ofNullable(after.get(name)).map(byte[]::clone);
  }

  /** The names of all files that it is about, in order. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  /** How contents are read from a folder. */
  interface Reading {
    SortedMap<String, byte[]> read();
  }

  /**
   * The files of a knowledge base as they are before or after any save, never between: a save that
   * counts already is seen as done, and where one was done meanwhile all is read again.
   */
  static SortedMap<String, byte[]> whole(Path folder, Reading reading) {
    for (int i = 0; i < TRIES; i++) {
      try {
        String state = state(folder);
        Path pending = folder.resolve(FOLDER).resolve(PENDING);
        SaveRecord record =
            Files.isDirectory(pending, LinkOption.NOFOLLOW_LINKS) ? read(pending) : null;
        SortedMap<String, byte[]> contents = reading.read();
        if (state.equals(state(folder))) {
          return record == null ? contents : record.doneIn(contents);
        }
      } catch (NoSuchFileException e) {
        // the save has got further
      } catch (UncheckedIOException e) {
        throw FileTrouble.unreadable(folder.toString(), e.getCause());
      } catch (IOException e) {
        throw FileTrouble.unreadable(folder.toString(), e);
      }
    }
    throw ParleyException.in(folder.toString(), "is being saved over and over: try again");
  }

  private SortedMap<String, byte[]> doneIn(SortedMap<String, byte[]> contents) {
    SortedMap<String, byte[]> done = new TreeMap<>(contents);
    after.forEach(
        (name, content) -> {
          // what somebody has edited since is theirs
          if (KnowledgeFiles.belongs(name) && Arrays.equals(contents.get(name), before.get(name))) {
            done.put(name, content);
          }
        });
    before.forEach(
        (name, content) -> {
          if (!after.containsKey(name) && Arrays.equals(contents.get(name), content)) {
            done.remove(name);
          }
        });
    return done;
  }

  /** Another after every step of a save that readers can notice. */
  private static String state(Path folder) throws IOException {
    Path own = folder.resolve(FOLDER);
    if (!Files.isDirectory(own)) {
      return "";
    }
    boolean pending = Files.exists(own.resolve(PENDING), LinkOption.NOFOLLOW_LINKS);
    return pending + " " + lastNumber(own.resolve(HISTORY));
  }

  /** The last number that is taken; 0 where none is. */
  public static int lastNumber(Path history) throws IOException {
    return numbered(history).stream().mapToInt(n -> n).max().orElse(0);
  }

  /** The numbers of the saves that are done, the last first. */
  public static List<Integer> numbers(Path history) throws IOException {
    return numbered(history).stream()
        .filter(
            n ->
                Files.isRegularFile(
                    history.resolve(String.valueOf(n)).resolve(ENTRY), LinkOption.NOFOLLOW_LINKS))
        .sorted(Collections.reverseOrder())
        .toList();
  }

  /** A link is no history: it could lead anywhere. */
  private static List<Integer> numbered(Path history) throws IOException {
    if (!Files.isDirectory(history, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(history)) {
      return entries
          .map(e -> e.getFileName().toString())
          .filter(n -> n.matches("[1-9]\\d{0,8}"))
          .map(Integer::valueOf)
          .toList();
    }
  }

  private static SortedMap<String, byte[]> contents(Path folder) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return contents;
    }
    List<Path> files;
    try (Stream<Path> below = Files.walk(folder)) {
      files = below.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Allowance allowance = new Allowance(Limit.CASE_FILES, Limit.CASES);
    for (Path file : files) {
      allowance.add(file.toString(), Files.size(file));
      contents.put(
          KnowledgeFiles.name(folder, file),
          PlainFile.read(file, file.toString(), Limit.KNOWLEDGE_FILE));
    }
    return contents;
  }
}

package org.parley.author.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.SaveRecord;

/**
 * The steps of a save. Its record is written aside with the files before and after; renaming it to
 * {@code pending} is the moment on which the save counts; then the files take their places, and the
 * record becomes history. A save that is broken off before that moment has changed nothing, one
 * broken off after it is finished by whoever comes next. Its caller holds the lock.
 */
final class SaveSteps {
  /** What is written aside. */
  private static final String STAGED = "staged";

  /** What is being deleted. */
  private static final String DISCARDED = "discarded";

  /** The folders that it keeps for itself. */
  static final List<String> FOLDERS =
      List.of(SaveRecord.HISTORY, SaveRecord.PENDING, STAGED, DISCARDED);

  private static final String NOT_WRITTEN = "cannot be written";
  private static final int KEPT = 100;

  /** Nobody saves so often. */
  private static final int LAST_NUMBER = 99_999_999;

  private final Path folder;
  private final Path own;
  private final Move move;

  SaveSteps(Path folder, Move move) {
    this.folder = folder;
    this.own = folder.resolve(SaveRecord.FOLDER);
    this.move = move;
  }

  /** Puts a file in the place of another in one step. */
  @FunctionalInterface
  interface Move {
    void move(Path from, Path to) throws IOException;
  }

  /** Whether a save was broken off here, or is under way. */
  boolean isBrokenOff() {
    return Stream.of(SaveRecord.PENDING, STAGED, DISCARDED)
        .anyMatch(f -> Files.exists(own.resolve(f), LinkOption.NOFOLLOW_LINKS));
  }

  Path history() {
    return own.resolve(SaveRecord.HISTORY);
  }

  /**
   * Saves all changes, or none.
   *
   * @throws ParleyException if they cannot be saved; everything is as it was, or will be as it
   *     shall be once the next command has come
   */
  void save(Entry entry, List<FileChange> changes) {
    Path staged = own.resolve(STAGED);
    Path pending = own.resolve(SaveRecord.PENDING);
    requireRoom(entry.number());
    try {
      stage(entry, changes, staged);
      for (FileChange change : changes) {
        lay(change);
      }
      Disk.move(staged, pending);
      Disk.force(own);
    } catch (IOException | UncheckedIOException | ParleyException e) {
      clear(changes, staged);
      throw e instanceof ParleyException p ? p : Disk.refused(folder, NOT_WRITTEN, e);
    }
    place(changes);
    try {
      keep(entry.number());
      prune();
    } catch (IOException e) {
      throw ParleyException.in(Disk.named(folder), "is saved, but its history cannot be kept");
    }
  }

  private static void stage(Entry entry, List<FileChange> changes, Path staged) throws IOException {
    Disk.delete(staged);
    Disk.write(staged.resolve(SaveRecord.ENTRY), EntryFile.write(entry));
    for (FileChange change : changes) {
      write(change.before(), staged.resolve(SaveRecord.BEFORE).resolve(change.name()));
      write(change.after(), staged.resolve(SaveRecord.AFTER).resolve(change.name()));
    }
    Disk.forceAll(staged);
  }

  private static void write(Optional<byte[]> content, Path file) throws IOException {
    if (content.isPresent()) {
      Disk.write(file, content.get());
    }
  }

  /** Writes the new content beside the old. */
  private void lay(FileChange change) {
    Path file = folder.resolve(change.name());
    try {
      FileTrouble.requireClosed(file);
      Optional<byte[]> content = change.after();
      if (content.isPresent()) {
        Files.createDirectories(file.getParent());
        Path target = target(change.name());
        Disk.write(beside(target), content.get());
        Disk.keepPermissions(target, beside(target));
      }
    } catch (IOException e) {
      throw Disk.refused(file, NOT_WRITTEN, e);
    }
  }

  private void place(List<FileChange> changes) {
    List<FileChange> done = new ArrayList<>();
    for (FileChange change : changes) {
      Path file = folder.resolve(change.name());
      try {
        place(change);
        done.add(change);
      } catch (IOException e) {
        throw takenBack(changes, done, Disk.refused(file, NOT_WRITTEN, e));
      }
    }
    forceFolders(changes);
  }

  private void place(FileChange change) throws IOException {
    Path target = target(change.name());
    if (change.after().isPresent()) {
      move.move(beside(target), target);
    } else {
      Files.deleteIfExists(target);
    }
  }

  /** Gives the files that are in their places already their old content back. */
  private ParleyException takenBack(
      List<FileChange> changes, List<FileChange> done, ParleyException why) {
    try {
      List<FileChange> lastFirst = new ArrayList<>(done);
      Collections.reverse(lastFirst);
      for (FileChange change : lastFirst) {
        lay(change.undone());
        place(change.undone());
      }
      forceFolders(done);
      Disk.move(own.resolve(SaveRecord.PENDING), own.resolve(STAGED));
      clear(changes, own.resolve(STAGED));
      return why;
    } catch (IOException | ParleyException e) {
      // its record stands, so it counts
      List<Problem> problems = new ArrayList<>(why.problems());
      problems.add(
          Problem.in(Disk.named(folder), "the save is begun: the next command here finishes it"));
      return new ParleyException(problems);
    }
  }

  private void clear(List<FileChange> changes, Path record) {
    try {
      for (FileChange change : changes) {
        Files.deleteIfExists(beside(target(change.name())));
      }
      Disk.delete(record);
    } catch (IOException e) {
      // the next command clears it
    }
  }

  private void requireRoom(int number) {
    if (number > LAST_NUMBER) {
      throw ParleyException.in(
          Disk.named(history()),
          "holds the number %d, which no save was given: take it away".formatted(number - 1));
    }
  }

  /** The record becomes history. */
  private void keep(int number) throws IOException {
    Files.createDirectories(history());
    Disk.move(own.resolve(SaveRecord.PENDING), history().resolve(String.valueOf(number)));
    Disk.force(history());
    Disk.force(own);
  }

  /** What is too old goes. */
  private void prune() throws IOException {
    List<Integer> numbers = SaveRecord.numbers(history());
    for (int old : numbers.subList(Math.min(KEPT, numbers.size()), numbers.size())) {
      Disk.move(history().resolve(String.valueOf(old)), own.resolve(DISCARDED));
      Disk.delete(own.resolve(DISCARDED));
    }
  }

  /**
   * Finishes a save that was broken off, or clears away what it left where it had not begun.
   *
   * @param linksToo whether also files outside of the folder, to which links lead, may be written
   * @return what was done, in a sentence; nothing where there was nothing to tell
   */
  Optional<String> recover(boolean linksToo) throws IOException {
    Disk.delete(own.resolve(DISCARDED));
    Path staged = own.resolve(STAGED);
    Path pending = own.resolve(SaveRecord.PENDING);
    Optional<String> told = Optional.empty();
    if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
      SaveRecord record = SaveRecord.read(staged);
      clear(changes(record.names(), record), staged);
      told = Optional.of("a save was broken off before it counted: no file was changed by it");
    }
    if (Files.exists(pending, LinkOption.NOFOLLOW_LINKS)) {
      told = Optional.of(finish(EntryFile.read(pending), SaveRecord.read(pending), linksToo));
    }
    return told;
  }

  private String finish(Entry entry, SaveRecord record, boolean linksToo) throws IOException {
    String what =
        "a save was broken off ('%s' of %s)".formatted(entry.occasion().command(), entry.time());
    List<FileChange> changes = changes(entry.names(), record);
    for (FileChange change : changes) {
      if (!linksToo && leadsOut(change.name())) {
        return "%s; it reads as finished, but %s leads out of the folder: the next save finishes it"
            .formatted(what, change.name());
      }
    }
    int number = Math.max(entry.number(), SaveRecord.lastNumber(history()) + 1);
    requireRoom(number);
    List<String> edited = new ArrayList<>();
    for (FileChange change : changes) {
      Optional<byte[]> present = Disk.read(folder.resolve(change.name()));
      if (change.startsFrom(present) && change.changes()) {
        lay(change);
        place(change);
      } else if (!change.endsIn(present)) {
        edited.add(change.name());
      }
      Files.deleteIfExists(beside(target(change.name())));
    }
    forceFolders(changes);
    keep(number);
    String all = String.join(", ", entry.names());
    return edited.isEmpty()
        ? "%s: finished it: %s".formatted(what, all)
        : "%s: finished it: %s; but %s was edited since and stays as it is"
            .formatted(what, all, String.join(", ", edited));
  }

  private static List<FileChange> changes(Collection<String> names, SaveRecord record) {
    return names.stream()
        .map(n -> new FileChange(n, record.before(n).orElse(null), record.after(n).orElse(null)))
        .toList();
  }

  /** Whether a link leads from a file to somewhere outside of the folder. */
  boolean leadsOut(String name) throws IOException {
    return !target(name).startsWith(folder.toRealPath());
  }

  /** What a link leads to is replaced, never the link. */
  private Path target(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path parent = file.toAbsolutePath().normalize().getParent();
    return (Files.exists(parent) ? parent.toRealPath() : parent).resolve(file.getFileName());
  }

  private static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".parley");
  }

  private void forceFolders(List<FileChange> changes) {
    Set<Path> folders = new LinkedHashSet<>();
    for (FileChange change : changes) {
      try {
        folders.add(target(change.name()).getParent());
      } catch (IOException e) {
        // then its folder is gone
      }
    }
    folders.forEach(Disk::force);
  }
}

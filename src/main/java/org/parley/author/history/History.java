package org.parley.author.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.history.Entry.ChangedFile;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.SaveRecord;

/**
 * The history of a folder with a knowledge base, or with cases alone. Files change through it in
 * one step, whatever happens, and every change can be taken back.
 */
public final class History {
  /** A save that is under way ends within it. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final Path folder;
  private final Clock clock;
  private final Consumer<String> notes;
  private final SaveSteps steps;

  /**
   * @param clock tells when a change is made
   * @param notes is told, in a sentence, what became of a save that was broken off
   */
  public History(Path folder, Clock clock, Consumer<String> notes) {
    this(folder, clock, notes, Disk::move);
  }

  History(Path folder, Clock clock, Consumer<String> notes, SaveSteps.Move move) {
    this.folder = folder;
    this.clock = clock;
    this.notes = notes;
    this.steps = new SaveSteps(folder, move);
  }

  /**
   * Finishes a save that was broken off, as by a kill or a loss of power, or clears away what it
   * left. Where nothing can be written the save reads as finished all the same.
   */
  public void recover() {
    if (!steps.isBrokenOff()) {
      return;
    }
    try (SaveLock lock = SaveLock.within(folder, MOMENT).orElse(null)) {
      if (lock != null) {
        recover(/* linksToo= */ false);
      }
    } catch (IOException | UncheckedIOException e) {
      note("a save was broken off; it cannot be finished here, but reads as finished");
    }
  }

  private void recover(boolean linksToo) throws IOException {
    steps.recover(linksToo).ifPresent(this::note);
  }

  private void note(String what) {
    notes.accept(Disk.named(folder) + ": " + what);
  }

  /**
   * Changes files, all or none.
   *
   * @param read the knowledge base from which the changes follow; empty where there is none
   * @return what the history keeps of it; empty where nothing differs
   * @throws ParleyException if a file has changed since it was read, or cannot be written
   */
  public Optional<Entry> save(
      Occasion occasion, Optional<KnowledgeFiles> read, List<FileChange> changes) {
    List<FileChange> differing = changes.stream().filter(FileChange::changes).toList();
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    return locked(
        () -> {
          verify(read, differing);
          return Optional.of(saved(occasion, 0, differing));
        });
  }

  /** What needs that nobody else changes the files. */
  private interface Work<T> {
    T done() throws IOException;
  }

  private <T> T locked(Work<T> work) {
    SaveLock lock = SaveLock.take(folder);
    try {
      recover(/* linksToo= */ true);
      return work.done();
    } catch (IOException e) {
      throw Disk.refused(folder, "cannot be changed", e);
    } finally {
      lock.close();
    }
  }

  /**
   * Makes one knowledge base of another: all of it, or nothing.
   *
   * @param before as it was read
   * @param after as it shall be
   * @return what the history keeps of it; empty where nothing differs
   * @throws ParleyException if a file has changed since it was read, or cannot be written
   */
  public Optional<Entry> save(Occasion occasion, KnowledgeFiles before, KnowledgeFiles after) {
    return save(occasion, Optional.of(before), FileChange.between(before, after));
  }

  /** What was read is still so, now that nobody else can change it. */
  private void verify(Optional<KnowledgeFiles> read, List<FileChange> changes) throws IOException {
    Set<String> changed = new TreeSet<>();
    read.map(r -> FileChange.between(r, r.again(folder)))
        .ifPresent(others -> others.forEach(c -> changed.add(c.name())));
    for (FileChange change : changes) {
      if (!change.startsFrom(Disk.read(folder.resolve(change.name())))) {
        changed.add(change.name());
      }
    }
    if (!changed.isEmpty()) {
      throw new ParleyException(
          changed.stream()
              .map(
                  n ->
                      Problem.in(
                          folder.resolve(n).toString(),
                          "was changed by somebody else meanwhile: nothing is saved; run again"))
              .toList());
    }
  }

  private Entry saved(Occasion occasion, int undoes, List<FileChange> changes) throws IOException {
    Optional<KnowledgeFiles> before = knowledge();
    Optional<KnowledgeFiles> after = before.map(k -> k.with(contents(changes)));
    Entry entry =
        new Entry(
            SaveRecord.lastNumber(steps.history()) + 1,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            occasion,
            undoes,
            before.map(KnowledgeFiles::version).orElse(""),
            after.map(KnowledgeFiles::version).orElse(""),
            changes.stream()
                .map(c -> new ChangedFile(c.name(), digest(c.before()), digest(c.after())))
                .toList());
    steps.save(entry, changes);
    return entry;
  }

  private Optional<KnowledgeFiles> knowledge() {
    return Files.isDirectory(folder.resolve("dmn"))
        ? Optional.of(KnowledgeFiles.of(folder))
        : Optional.empty();
  }

  private static Map<String, Optional<byte[]>> contents(List<FileChange> changes) {
    Map<String, Optional<byte[]>> contents = new HashMap<>();
    changes.forEach(c -> contents.put(c.name(), c.after()));
    return contents;
  }

  private static String digest(Optional<byte[]> content) {
    return content.map(Digests::hex).orElse("");
  }

  /**
   * The changes that are kept, the last first.
   *
   * @throws ParleyException if one of them cannot be read
   */
  public List<Entry> entries() {
    try {
      List<Entry> entries = new ArrayList<>();
      for (int number : SaveRecord.numbers(steps.history())) {
        Entry entry = EntryFile.read(steps.history().resolve(String.valueOf(number)));
        entries.add(
            new Entry(
                // a save that was finished late may have got another
                number,
                entry.time(),
                entry.occasion(),
                entry.undoes(),
                entry.before(),
                entry.after(),
                entry.files()));
      }
      return entries;
    } catch (IOException e) {
      throw Disk.refused(folder, "its history cannot be read", e);
    }
  }

  /**
   * What the sheets of a file said when somebody last imported and saved them, as far as that
   * stands: by what they were made from.
   *
   * @param author who imports; what another imports is another's edit
   * @param file the name of the file, without folders
   * @return the letters of {@link ImportedSheet#says} by those of {@link ImportedSheet#origin};
   *     none where the history cannot be read
   */
  public Map<String, String> lastSaid(String author, String file) {
    List<Entry> entries;
    try {
      entries = entries();
    } catch (ParleyException e) {
      // then an edit of one's own is asked about as if it were another's
      return Map.of();
    }
    Standing standing = new Standing(entries);
    Map<String, String> said = new HashMap<>();
    entries.stream()
        .filter(e -> !standing.isUndone(e) && e.occasion().author().equals(author))
        .flatMap(e -> e.occasion().sheets().stream())
        .filter(s -> s.file().equals(file))
        .forEach(s -> said.putIfAbsent(s.origin(), s.says()));
    return said;
  }

  /**
   * Takes a change back. That is a change too, and can be taken back.
   *
   * @param number which one; 0 for the last that stands
   * @param force whether to do so though files have changed since
   * @return what the history keeps of it
   * @throws ParleyException if there is none, or its files have changed since
   */
  public Entry undo(Occasion occasion, int number, boolean force) {
    if (entries().isEmpty() && !steps.isBrokenOff()) {
      throw nothingToUndo();
    }
    return locked(
        () -> {
          List<Entry> entries = entries();
          Entry entry = wanted(entries, number);
          requireStanding(entries, entry);
          List<FileChange> back = back(entry, force);
          if (back.isEmpty()) {
            throw ParleyException.in(
                Disk.named(folder), "the files are as they were before number " + entry.number());
          }
          return saved(occasion, entry.number(), back);
        });
  }

  private Entry wanted(List<Entry> entries, int number) {
    return number == 0
        ? Standing.last(entries).orElseThrow(this::nothingToUndo)
        : entries.stream()
            .filter(e -> e.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    new ParleyException(
                        "there is no change with the number %d: look at 'parley undo --list'"
                            .formatted(number)));
  }

  private void requireStanding(List<Entry> entries, Entry entry) {
    Standing standing = new Standing(entries);
    if (standing.isUndone(entry)) {
      int by =
          entries.stream()
              .filter(e -> e.undoes() == entry.number() && !standing.isUndone(e))
              .findFirst()
              .orElseThrow()
              .number();
      throw ParleyException.in(
          Disk.named(folder),
          "number %d was taken back by number %d: 'parley undo %2$d' has it again"
              .formatted(entry.number(), by));
    }
  }

  private ParleyException nothingToUndo() {
    return ParleyException.in(Disk.named(folder), "there is no change to take back");
  }

  private List<FileChange> back(Entry entry, boolean force) throws IOException {
    Path record = steps.history().resolve(String.valueOf(entry.number()));
    SaveRecord contents = SaveRecord.read(record);
    List<FileChange> back = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ChangedFile file : entry.files()) {
      Optional<byte[]> before = contents.before(file.name());
      Optional<byte[]> present = Disk.read(folder.resolve(file.name()));
      if (!digest(before).equals(file.before())) {
        throw ParleyException.in(
            record.toString(), "was changed by hand: it cannot be used any more");
      }
      if (!force && !digest(present).equals(file.after())) {
        problems.add(since(file.name(), "was changed since"));
      } else if (!force && steps.leadsOut(file.name())) {
        problems.add(since(file.name(), "is a link that leads out of the folder"));
      }
      back.add(new FileChange(file.name(), present.orElse(null), before.orElse(null)));
    }
    ParleyException.throwIfAny(problems);
    return back.stream().filter(FileChange::changes).toList();
  }

  private Problem since(String name, String what) {
    return Problem.in(
        folder.resolve(name).toString(),
        what + ": nothing is undone; --force restores it all the same and keeps what it is now");
  }
}

package org.parley.author.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeFiles;

/** Files change all or none, never by half, and every change can be taken back. */
class HistoryTest {
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
  private static final Occasion OCCASION = new Occasion("Anna", "table import", "too wide");
  private static final String A = "dmn/a.dmn";
  private static final String B = "dmn/b.dmn";

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void twoFiles() throws IOException {
    folder = folder.toRealPath();
    write(A, "old a");
    write(B, "old b");
  }

  @Test
  void theNewContentTakesThePlaceOfTheOldWithItsPermissions() throws IOException {
    Path file = folder.resolve(A);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    save(change(A, "old a", "new a"), change(B, "old b", "new b"));

    assertThat(file).hasContent("new a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
    assertThat(folder.resolve(B)).hasContent("new b");
    assertNothingElse();
  }

  @Test
  void theHistoryKeepsWhoWhenWhyAndWhat() throws IOException {
    String before = KnowledgeFiles.of(folder).version();
    save(change(A, "old a", "new a"));

    Entry entry = history().entries().get(0);

    assertThat(entry.number()).isEqualTo(1);
    assertThat(entry.time()).isEqualTo(TIME);
    assertThat(entry.occasion()).isEqualTo(OCCASION);
    assertThat(entry.names()).containsExactly(A);
    assertThat(entry.before()).isEqualTo(before);
    assertThat(entry.after()).isEqualTo(KnowledgeFiles.of(folder).version()).isNotEqualTo(before);
    assertThat(folder.resolve(".parley/history/1/before/dmn/a.dmn")).hasContent("old a");
    assertThat(folder.resolve(".parley/history/1/after/dmn/a.dmn")).hasContent("new a");
    assertThat(folder.resolve(".parley/.gitignore")).hasContent("*");
  }

  @Test
  void whatALinkLeadsToIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("elsewhere"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("dmn/link.dmn"), file);

    save(change("dmn/link.dmn", "old", "new"));

    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(file).isRegularFile().hasContent("new");
  }

  @Test
  void nothingIsWrittenWhereOneFileHasChangedMeanwhile() throws IOException {
    write(B, "changed by somebody");

    assertThatThrownBy(() -> save(change(A, "old a", "new a"), change(B, "old b", "new b")))
        .isInstanceOf(ParleyException.class)
        .hasMessageEndingWith(
            "dmn/b.dmn: was changed by somebody else meanwhile: nothing is saved; run again");
    assertThat(folder.resolve(A)).hasContent("old a");
    assertThat(folder.resolve(B)).hasContent("changed by somebody");
    assertThat(history().entries()).isEmpty();
    assertNothingElse();
  }

  @Test
  void nothingIsWrittenWhereAnotherFileOfTheKnowledgeBaseHasChanged() throws IOException {
    KnowledgeFiles read = KnowledgeFiles.of(folder);
    write(B, "changed by somebody");

    assertThatThrownBy(() -> history().save(OCCASION, read, read.with(A, bytes("new a"))))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("dmn/b.dmn: was changed by somebody else meanwhile");
    assertThat(folder.resolve(A)).hasContent("old a");
  }

  @Test
  void whenAMoveFailsEveryFileHasItsOldContent() throws IOException {
    AtomicInteger moves = new AtomicInteger();
    History failing =
        history(
            (from, to) -> {
              if (moves.incrementAndGet() == 2) {
                throw new IOException("no space left");
              }
              Disk.move(from, to);
            });

    assertThatThrownBy(
            () ->
                failing.save(
                    OCCASION,
                    Optional.empty(),
                    List.of(change(A, "old a", "new a"), change(B, "old b", "new b"))))
        .isInstanceOf(ParleyException.class)
        .hasMessageEndingWith("b.dmn: cannot be written: the disk is full");
    assertThat(folder.resolve(A)).hasContent("old a");
    assertThat(folder.resolve(B)).hasContent("old b");
    assertThat(history().entries()).isEmpty();
    assertNothingElse();
  }

  @Test
  void whenTheWayBackFailsTooTheNextCommandFinishesTheSave() throws IOException {
    AtomicInteger moves = new AtomicInteger();
    History failing =
        history(
            (from, to) -> {
              if (moves.incrementAndGet() >= 2) {
                throw new IOException("no disk");
              }
              Disk.move(from, to);
            });

    assertThatThrownBy(
            () ->
                failing.save(
                    OCCASION,
                    Optional.empty(),
                    List.of(change(A, "old a", "new a"), change(B, "old b", "new b"))))
        .hasMessageContaining("the save is begun: the next command here finishes it");
    KnowledgeFiles read = KnowledgeFiles.of(folder);
    assertThat(read.get(A)).hasValue(bytes("new a"));
    assertThat(read.get(B)).hasValue(bytes("new b"));
    assertThat(folder.resolve(B)).hasContent("old b");

    history().recover();

    assertThat(notes)
        .containsExactly(
            folder
                + ": a save was broken off ('table import' of 2026-03-04T05:06:07Z): finished it:"
                + " dmn/a.dmn, dmn/b.dmn");
    assertThat(folder.resolve(A)).hasContent("new a");
    assertThat(folder.resolve(B)).hasContent("new b");
    assertThat(history().entries()).hasSize(1);
    assertNothingElse();
  }

  @Test
  void aBrokenOffSaveLeavesAloneWhatSomebodyHasEditedSince() throws IOException {
    breakOff();
    write(B, "mine");

    assertThat(KnowledgeFiles.of(folder).get(B)).hasValue(bytes("mine"));
    history().recover();

    assertThat(notes.get(0)).endsWith("; but dmn/b.dmn was edited since and stays as it is");
    assertThat(folder.resolve(B)).hasContent("mine");
    assertThat(folder.resolve(A)).hasContent("new a");
  }

  @Test
  void aBrokenOffSaveWritesNothingOutsideOfTheFolderWhereOneOnlyReads(@TempDir Path outside)
      throws IOException {
    breakOff();
    Path stranger = Files.writeString(outside.resolve("profile"), "old b");
    Files.delete(folder.resolve(B));
    Files.createSymbolicLink(folder.resolve(B), stranger);

    history().recover();

    assertThat(stranger).hasContent("old b");
    assertThat(notes.get(0)).contains("dmn/b.dmn leads out of the folder");
  }

  @Test
  void whereNothingCanBeWrittenABrokenOffSaveReadsAsFinished() throws IOException {
    breakOff();
    Path lock = folder.resolve(".parley/lock");
    Files.delete(lock);
    // nobody can take it, not even root
    Files.createDirectory(lock);

    history().recover();

    assertThat(notes)
        .containsExactly(
            folder + ": a save was broken off; it cannot be finished here, but reads as finished");
    assertThat(KnowledgeFiles.of(folder).get(A)).hasValue(bytes("new a"));
    assertThat(KnowledgeFiles.of(folder).get(B)).hasValue(bytes("new b"));
    assertThat(folder.resolve(B)).hasContent("old b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dmn/../.git/hooks/pre-commit", "dmn/a\\u0000.dmn", "/etc/a.dmn"})
  void aRecordThatNamesAFileOfAnotherKindIsRefused(String name) throws IOException {
    breakOff();
    Path entry = folder.resolve(".parley/pending/entry.json");
    Files.writeString(entry, Files.readString(entry).replace(B, name));

    assertThatThrownBy(() -> history().recover())
        .hasMessageEndingWith("entry.json: no entry of a history: it was changed by hand");
  }

  @Test
  void undoGoesBackStepByStepAndCanItselfBeUndone() throws IOException {
    save(change(A, "old a", "second a"));
    save(change(A, "second a", "third a"), change("dmn/c.dmn", null, "new"));

    history().undo(OCCASION, 0, false);
    assertThat(folder.resolve(A)).hasContent("second a");
    assertThat(folder.resolve("dmn/c.dmn")).doesNotExist();
    Entry second = history().undo(OCCASION, 0, false);
    assertThat(second.undoes()).isEqualTo(1);
    assertThat(folder.resolve(A)).hasContent("old a");
    assertThatThrownBy(() -> history().undo(OCCASION, 0, false))
        .hasMessageEndingWith("there is no change to take back");

    history().undo(OCCASION, second.number(), false);
    history().undo(OCCASION, 3, false);
    assertThat(folder.resolve(A)).hasContent("third a");
    assertThat(folder.resolve("dmn/c.dmn")).hasContent("new");
    assertThat(Standing.last(history().entries())).map(Entry::number).hasValue(2);
  }

  @Test
  void undoLeavesAloneWhatWasChangedByHandUnlessItIsForced() throws IOException {
    save(change(A, "old a", "new a"), change(B, "old b", "new b"));
    write(B, "by hand");

    assertThatThrownBy(() -> history().undo(OCCASION, 0, false))
        .isInstanceOf(ParleyException.class)
        .hasMessage(
            folder.resolve(B)
                + ": was changed since: nothing is undone; --force restores it all the same and"
                + " keeps what it is now");
    assertThat(folder.resolve(A)).hasContent("new a");

    Entry forced = history().undo(OCCASION, 0, true);
    assertThat(folder.resolve(B)).hasContent("old b");
    history().undo(OCCASION, forced.number(), false);
    assertThat(folder.resolve(B)).hasContent("by hand");
  }

  @Test
  void aHundredChangesAreKept() throws IOException {
    save(change(A, "old a", "new a"));
    Path first = folder.resolve(".parley/history/1");
    for (int i = 2; i <= 101; i++) {
      Path entry = Files.createDirectories(first.resolveSibling(String.valueOf(i)));
      Files.copy(first.resolve("entry.json"), entry.resolve("entry.json"));
    }
    save(change(A, "new a", "newer a"));

    List<Integer> numbers = history().entries().stream().map(Entry::number).toList();
    assertThat(numbers).hasSize(100).startsWith(102, 101).endsWith(3);
    assertNothingElse();
  }

  /** Whoever sent the folder may have put there what leads to somebody's files. */
  @ParameterizedTest
  @ValueSource(strings = {"history", "lock", ".gitignore", "staged", "discarded"})
  void nothingIsDoneThroughALinkInTheFolderOfItsOwn(String name, @TempDir Path victim)
      throws IOException {
    breakOff();
    for (int i = 1; i <= 150; i++) {
      Path record = Files.createDirectories(victim.resolve("all/" + i));
      Files.writeString(record.resolve("entry.json"), "{}");
    }
    Path own = folder.resolve(".parley/" + name);
    Disk.delete(own);
    Files.createSymbolicLink(own, victim.resolve(name.matches("lock|.gitignore") ? "no" : "all"));

    history().recover();
    assertThatThrownBy(() -> save(change(A, "new a", "newer a")))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining(own + " is no plain f");

    assertThat(victim).isDirectoryContaining(f -> f.endsWith("all"));
    assertThat(victim.resolve("no")).doesNotExist();
    assertThat(victim.resolve("all").toFile().list()).hasSize(150);
    assertThat(folder.resolve(B)).hasContent("old b");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void nobodyWaitsForAPipeInThePlaceOfTheLock() throws Exception {
    breakOff();
    Path lock = folder.resolve(".parley/lock");
    Files.delete(lock);
    assertThat(new ProcessBuilder("mkfifo", lock.toString()).start().waitFor()).isZero();

    history().recover();

    assertThat(notes).singleElement().asString().endsWith("but reads as finished");
  }

  @Test
  void whatIsNoRecordIsNeverPruned() throws IOException {
    save(change(A, "old a", "new a"));
    Path history = folder.resolve(".parley/history");
    for (int i = 2; i <= 150; i++) {
      Files.writeString(history.resolve(String.valueOf(i)), "mail");
    }
    save(change(A, "new a", "newer a"));

    assertThat(history.toFile().list()).hasSize(151);
    assertThat(history().entries()).extracting(Entry::number).containsExactly(151, 1);
  }

  @Test
  void aFileWaitingToTakeAPlaceIsNotWrittenThroughALink(@TempDir Path victim) throws IOException {
    Path target = Files.writeString(victim.resolve("x"), "somebody's");
    Files.createSymbolicLink(folder.resolve("dmn/.a.dmn.parley"), target);

    save(change(A, "old a", "new a"));

    assertThat(target).hasContent("somebody's");
    assertThat(folder.resolve(A)).hasContent("new a").isRegularFile();
    assertThat(Files.isSymbolicLink(folder.resolve(A))).isFalse();
  }

  @Test
  void aNumberThatNoSaveWasGivenIsNamedBeforeAnythingIsSaved() throws IOException {
    Path last = Files.createDirectories(folder.resolve(".parley/history/99999999"));

    assertThatThrownBy(() -> save(change(A, "old a", "new a")))
        .hasMessage(
            last.getParent()
                + ": holds the number 99999999, which no save was given: take it away");
    assertThat(folder.resolve(A)).hasContent("old a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "soon"})
  void aTimeThatNobodyCanSaveAtIsNoTime(String time) throws IOException {
    save(change(A, "old a", "new a"));
    Path entry = folder.resolve(".parley/history/1/entry.json");
    Files.writeString(entry, Files.readString(entry).replace(TIME.toString(), time));

    assertThatThrownBy(() -> history().entries())
        .hasMessageEndingWith("entry.json: no entry of a history: it was changed by hand");
  }

  @Test
  void recordsAreReadUpToASize() throws IOException {
    breakOff();
    Path after = folder.resolve(".parley/pending/after/dmn");
    for (int i = 0; i < 9; i++) {
      try (RandomAccessFile file = new RandomAccessFile(after.resolve(i + ".dmn").toFile(), "rw")) {
        file.setLength(16 << 20);
      }
    }

    assertThatThrownBy(() -> KnowledgeFiles.of(folder)).hasMessageContaining("more than 128 MiB");
  }

  @Test
  void whereNothingWasBrokenOffReadingWritesNothing() throws IOException {
    history().recover();

    assertThat(folder.resolve(".parley")).doesNotExist();
    assertThat(KnowledgeFiles.of(folder).names()).containsExactly(A, B);
  }

  /** A save that counts, with one of its two files in place. */
  private void breakOff() {
    History stopped =
        history(
            (from, to) -> {
              if (to.endsWith("b.dmn")) {
                throw new StackOverflowError();
              }
              Disk.move(from, to);
            });
    assertThatThrownBy(
            () ->
                stopped.save(
                    OCCASION,
                    Optional.empty(),
                    List.of(change(A, "old a", "new a"), change(B, "old b", "new b"))))
        .isInstanceOf(StackOverflowError.class);
  }

  private void save(FileChange... changes) {
    assertThat(history().save(OCCASION, Optional.empty(), List.of(changes))).isPresent();
  }

  private History history() {
    return history(Disk::move);
  }

  private History history(SaveSteps.Move move) {
    return new History(folder, Clock.fixed(TIME, ZoneOffset.UTC), notes::add, move);
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static FileChange change(String name, String before, String after) {
    return new FileChange(name, before == null ? null : bytes(before), bytes(after));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing lies about that is not a file of the knowledge base or its history. */
  private void assertNothingElse() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .allMatch(
              n ->
                  n.matches(
                      "dmn/[abc]\\.dmn|\\.parley/(lock|\\.gitignore|history/\\d+/(entry\\.json|(before|after)/dmn/[abc]\\.dmn))"));
    }
  }
}

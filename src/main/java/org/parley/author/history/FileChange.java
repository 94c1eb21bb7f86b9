package org.parley.author.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.knowledge.KnowledgeFiles;

/** The content of a file before and after. Immutable. */
public final class FileChange {
  private final String name;
  private final byte[] before;
  private final byte[] after;

  /**
   * @param name its name below the folder, with forward slashes
   * @param before what it held when it was read, or {@code null} where there was none
   * @param after what it shall hold, or {@code null} where there shall be none
   */
  public FileChange(String name, byte[] before, byte[] after) {
    this.name = name;
    this.before = before == null ? null : before.clone();
    this.after = after == null ? null : after.clone();
  }

  /** What makes one knowledge base of another, in the order of the names. */
  public static List<FileChange> between(KnowledgeFiles before, KnowledgeFiles after) {
    return Stream.concat(before.names().stream(), after.names().stream())
        .distinct()
        .sorted()
        .map(n -> new FileChange(n, before.get(n).orElse(null), after.get(n).orElse(null)))
        .filter(FileChange::changes)
        .toList();
  }

  /** Its name below the folder, with forward slashes. */
  public String name() {
    return name;
  }

  Optional<byte[]> before() {
    return Optional.ofNullable(before).map(byte[]::clone);
  }

  Optional<byte[]> after() {
    return Optional.ofNullable(after).map(byte[]::clone);
  }

  boolean changes() {
    return !Arrays.equals(before, after);
  }

  /** Whether a file holds what it held before. */
  boolean startsFrom(Optional<byte[]> content) {
    return Arrays.equals(before, content.orElse(null));
  }

  /** Whether a file holds what it shall hold. */
  boolean endsIn(Optional<byte[]> content) {
    return Arrays.equals(after, content.orElse(null));
  }

  /** The way back. */
  FileChange undone() {
    return new FileChange(name, /* before= */ after, /* after= */ before);
  }
}

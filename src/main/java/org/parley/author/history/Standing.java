package org.parley.author.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which changes of a history stand, and which were taken back. */
public final class Standing {
  private final List<Entry> entries;
  private final Set<Integer> undone = new HashSet<>();

  /**
   * @param entries the last first
   */
  public Standing(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    // what took back a change that was itself taken back took back nothing
    for (Entry entry : entries) {
      if (entry.undoes() > 0 && !undone.contains(entry.number())) {
        undone.add(entry.undoes());
      }
    }
  }

  /** The changes, the last first, each with whether it was taken back. */
  @JsonProperty
  List<Change> changes() {
    return entries.stream().map(e -> new Change(e, isUndone(e))).toList();
  }

  /** A change, and whether it was taken back. */
  record Change(@JsonUnwrapped Entry entry, boolean undone) {}

  /** Whether a change was taken back. */
  public boolean isUndone(Entry entry) {
    return undone.contains(entry.number());
  }

  /**
   * The change that is taken back next: the last that stands and does not itself take one back.
   *
   * @param entries the last first
   */
  public static Optional<Entry> last(List<Entry> entries) {
    Standing standing = new Standing(entries);
    return entries.stream().filter(e -> e.undoes() == 0 && !standing.isUndone(e)).findFirst();
  }
}

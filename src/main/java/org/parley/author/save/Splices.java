package org.parley.author.save;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, collected and then made together; all else stays as it is. */
final class Splices {
  private final List<Splice> splices = new ArrayList<>();

  private record Splice(int start, int end, String text) {}

  void replace(int start, int end, String text) {
    splices.add(new Splice(start, end, text));
  }

  /** What is inserted first at a place stands first. */
  void insert(int at, String text) {
    replace(at, at, text);
  }

  boolean isEmpty() {
    return splices.isEmpty();
  }

  String applyTo(String text) {
    return applyTo(text, 0, text.length());
  }

  /** A part of the text with what is replaced there. */
  String applyTo(String text, int from, int to) {
    List<Splice> inOrder =
        splices.stream()
            .filter(s -> s.start >= from && s.end <= to)
            .sorted(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end))
            .toList();
    StringBuilder changed = new StringBuilder();
    int done = from;
    for (Splice splice : inOrder) {
      if (splice.start < done) {
        throw new IllegalStateException("two edits of one place");
      }
      changed.append(text, done, splice.start).append(splice.text);
      done = splice.end;
    }
    return changed.append(text, done, to).toString();
  }
}

package org.parley.author.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.parley.knowledge.Place;

/** Findings and gaps in the analysis, as they come up. */
final class Findings {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.place().file())
          .thenComparingInt(f -> f.place().line())
          .thenComparing(Finding::check);

  private final List<Finding> found = new ArrayList<>();
  private final List<NotAnalysed> notAnalysed = new ArrayList<>();

  void add(Check check, Place place, String message) {
    Finding finding = new Finding(check, place, message);
    if (!found.contains(finding)) {
      found.add(finding);
    }
  }

  void skip(String what, String why) {
    notAnalysed.add(new NotAnalysed(what, why));
  }

  /** Takes some out. */
  List<Finding> remove(Predicate<Finding> chosen) {
    List<Finding> removed = inOrder().stream().filter(chosen).toList();
    found.removeAll(removed);
    return removed;
  }

  int count() {
    return found.size();
  }

  /** Whether something graver than a note was found at a place, or in its row. */
  boolean knows(Place place) {
    return found.stream()
        .filter(f -> f.level() != Level.NOTE)
        .map(Finding::place)
        .anyMatch(
            p ->
                p.file().equals(place.file())
                    && p.decision().equals(place.decision())
                    && p.row().equals(place.row()));
  }

  /** Whether something graver than a note was found in a decision. */
  boolean concerns(String decision) {
    return found.stream()
        .anyMatch(f -> f.level() != Level.NOTE && f.place().decision().equals(decision));
  }

  /** What was found, in the order of the files. */
  List<Finding> inOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  List<NotAnalysed> notAnalysed() {
    return notAnalysed;
  }
}

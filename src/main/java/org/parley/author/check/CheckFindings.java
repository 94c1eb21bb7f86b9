package org.parley.author.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.Place;

/** Findings and gaps in the analysis, as they come up. */
final class CheckFindings {
  static final Comparator<CheckFinding> BY_PLACE =
      Comparator.comparing((CheckFinding f) -> f.place().file())
          .thenComparingInt(f -> f.place().line())
          .thenComparing(CheckFinding::check);

  private final Set<CheckFinding> found = new LinkedHashSet<>();
  private final List<NotAnalysed> notAnalysed = new ArrayList<>();

  void add(Check check, Place place, String message) {
    found.add(new CheckFinding(check, place, message));
  }

  void add(Slip slip) {
    found.add(slip.finding());
  }

  void skip(String what, String why) {
    notAnalysed.add(new NotAnalysed(what, why));
  }

  /** Takes some out. */
  List<CheckFinding> remove(Predicate<CheckFinding> chosen) {
    List<CheckFinding> removed = inOrder().stream().filter(chosen).toList();
    removed.forEach(found::remove);
    return removed;
  }

  int count() {
    return found.size();
  }

  /** Whether something graver than a note was found at a place, or in its row. */
  boolean knows(Place place) {
    return found.stream()
        .filter(f -> f.level() != Level.NOTE)
        .map(CheckFinding::place)
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
  List<CheckFinding> inOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  List<NotAnalysed> notAnalysed() {
    return notAnalysed;
  }
}

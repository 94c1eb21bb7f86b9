package org.parley.regress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.Nearest;

/**
 * Which cases to run: those that are of one of the conflicts, have one of the tags, and are one of
 * those named; an empty list asks for nothing.
 *
 * @param conflicts names of conflicts
 * @param tags tags
 * @param cases ids of cases
 */
public record Selection(List<String> conflicts, List<String> tags, List<String> cases) {

  public Selection {
    conflicts = List.copyOf(conflicts);
    tags = List.copyOf(tags);
    cases = List.copyOf(cases);
  }

  /**
   * What says which of some cases are meant.
   *
   * @throws ParleyException if a word stands in no case, or no case fits all that is asked
   */
  public Predicate<Case> among(List<Case> all) {
    List<Problem> problems = new ArrayList<>();
    refuseUnknown("is of the conflict", conflicts, all, c -> Stream.of(c.conflict()), problems);
    refuseUnknown("has the tag", tags, all, c -> c.tags().stream(), problems);
    refuseUnknown("has the id", cases, all, c -> Stream.of(c.id()), problems);
    if (problems.isEmpty() && all.stream().noneMatch(this::fits)) {
      problems.add(Problem.of("no case fits all that was asked for"));
    }
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return this::fits;
  }

  private boolean fits(Case subject) {
    return (conflicts.isEmpty() || conflicts.contains(subject.conflict()))
        && (tags.isEmpty() || subject.tags().stream().anyMatch(tags::contains))
        && (cases.isEmpty() || cases.contains(subject.id()));
  }

  private static void refuseUnknown(
      String what,
      Collection<String> asked,
      List<Case> all,
      Function<Case, Stream<String>> words,
      List<Problem> problems) {
    TreeSet<String> known = new TreeSet<>(all.stream().flatMap(words).toList());
    asked.stream()
        .filter(word -> !known.contains(word))
        .map(word -> "no case %s '%s'%s".formatted(what, word, Nearest.hint(word, known)))
        .map(Problem::of)
        .forEach(problems::add);
  }
}

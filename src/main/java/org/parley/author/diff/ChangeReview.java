package org.parley.author.diff;

import java.util.List;
import java.util.Optional;
import org.parley.Problem;
import org.parley.regress.Impact;

/**
 * A change of a knowledge base, ready to be judged: what differs, and what that does.
 *
 * @param before what the earlier version is called
 * @param after what the later version is called
 * @param diff what differs
 * @param measured what it does to the advice, or {@code null} where cases could not be run
 * @param problems why they could not, one for each thing to mend
 * @param notes what the reader must know of how this was found
 */
public record ChangeReview(
    String before,
    String after,
    KnowledgeDiff diff,
    Impact measured,
    List<Problem> problems,
    List<String> notes) {

  public ChangeReview {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** What the change does to the advice. */
  public Optional<Impact> impact() {
    return Optional.ofNullable(measured);
  }

  /** Whether somebody must look: an approved recommendation changes, or cases cannot be run. */
  public boolean hasFindings() {
    return !problems.isEmpty() || impact().stream().anyMatch(i -> !i.unpinned().isEmpty());
  }
}

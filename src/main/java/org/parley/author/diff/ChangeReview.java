package org.parley.author.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.parley.Problem;
import org.parley.decide.proof.Proof;
import org.parley.regress.Impact;
import org.parley.regress.Impact.Move;

/**
 * A change of a knowledge base, ready to be judged: what differs, and what that does.
 *
 * @param before what the earlier version is called
 * @param after what the later version is called
 * @param diff what differs
 * @param principles how those principles stand whose tables, or which themselves, differ
 * @param mended the ids of the principles that were broken before and are not broken now
 * @param measured what it does to the advice, or {@code null} where cases could not be run
 * @param problems why they could not, one for each thing to mend
 * @param notes what the reader must know of how this was found
 */
@JsonPropertyOrder({
  "before",
  "after",
  "diff",
  "principles",
  "mended",
  "cases",
  "measured",
  "caseProblems",
  "notes"
})
public record ChangeReview(
    String before,
    String after,
    @JsonUnwrapped KnowledgeDiff diff,
    List<Proof> principles,
    List<String> mended,
    @JsonUnwrapped Impact measured,
    @JsonIgnore List<Problem> problems,
    List<String> notes) {

  public ChangeReview {
    principles = List.copyOf(principles);
    mended = List.copyOf(mended);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** What the change does to the advice. */
  public Optional<Impact> impact() {
    return Optional.ofNullable(measured);
  }

  @JsonProperty
  List<Move> cases() {
    return impact().map(Impact::moved).orElse(List.of());
  }

  @JsonProperty
  List<String> caseProblems() {
    return problems.stream().map(Problem::toString).toList();
  }

  /** Whether somebody must look: an approved recommendation changes, or cases cannot be run. */
  public boolean hasFindings() {
    return !problems.isEmpty() || impact().stream().anyMatch(i -> !i.unpinned().isEmpty());
  }
}

package org.parley.decide.proof;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.parley.Labelled;
import org.parley.knowledge.Principle;

/**
 * What has come of the attempt to prove a principle.
 *
 * @param reason why it could not be decided, or an empty string
 * @param counterexample the smallest, or {@code null} where it is not broken
 */
@JsonPropertyOrder({"id", "statement", "state", "says", "why", "reason", "counterexample"})
public record Proof(
    @JsonIgnore Principle principle,
    State state,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) Counterexample counterexample) {

  /** One that has no more to say than its state. */
  public static Proof of(Principle principle, State state) {
    return new Proof(principle, state, "", null);
  }

  /** The id of the principle. */
  @JsonProperty
  public String id() {
    return principle.id();
  }

  /** The statements that it follows from, by their ids, with blanks between. */
  @JsonProperty
  public String statement() {
    return String.join(" ", principle.statements());
  }

  /** What must hold. */
  @JsonProperty
  public String says() {
    return principle.words();
  }

  /** The reason for it. */
  @JsonProperty
  public String why() {
    return principle.why();
  }

  /** How it stands. */
  public enum State implements Labelled {
    /** There is a case in which it does not hold. */
    BROKEN("broken"),
    /** It could not be decided. */
    UNPROVED("unproved"),
    /** It holds in every possible case. */
    PROVED("proved"),
    /**
     * It cannot fail, since no step of the fact ever moves the subject, or since there is no such
     * world; that nothing changes is not held against one that says so.
     */
    VACUOUS("vacuous"),
    /** It holds by absence: nothing that the subject rests on reads the fact. */
    ABSENT("absent");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What was found: the counterexample in words, or the reason; empty where there is nothing. */
  public String found() {
    return counterexample == null ? reason : counterexample.text();
  }

  /** The ids of those in a state. */
  public static List<String> ids(List<Proof> proofs, State state) {
    return proofs.stream().filter(p -> p.state() == state).map(Proof::id).toList();
  }
}

package org.parley;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One war from both seats: the same tables with what each side believes.
 *
 * @param ours the advice to the deciding party
 * @param theirs the advice that the same tables would give the adversary
 * @param imagined whether the adversary's facts were read off ours, since nobody gave its own
 * @param readings the facts that both sides can judge and at least one does, in the order of the
 *     vocabulary
 * @param shared the advice to the deciding party if it believed all that the adversary believes
 */
@JsonPropertyOrder({"case", "asOf", "imagined", "ours", "theirs", "readings", "shared"})
public record Seats(
    @JsonIgnore Advice ours,
    @JsonIgnore Advice theirs,
    boolean imagined,
    List<Reading> readings,
    @JsonIgnore Advice shared) {

  public Seats {
    Objects.requireNonNull(ours, "ours");
    Objects.requireNonNull(theirs, "theirs");
    Objects.requireNonNull(shared, "shared");
    readings = List.copyOf(readings);
  }

  /** The facts that the two sides read differently, or that only one of them judges. */
  public List<Reading> differences() {
    return readings.stream().filter(r -> !r.agrees()).toList();
  }

  /** Whether the tables would favour something else if we believed all that they believe. */
  public boolean wouldChange() {
    return !Recommendation.of(shared).equals(Recommendation.of(ours));
  }

  @JsonProperty("case")
  String id() {
    return ours.subject().id();
  }

  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable LocalDate asOf() {
    return ours.subject().asOf();
  }

  @JsonProperty("ours")
  Seat oursInShort() {
    return Seat.of(ours);
  }

  @JsonProperty("theirs")
  Seat theirsInShort() {
    return Seat.of(theirs);
  }

  @JsonProperty("shared")
  Shared sharedInShort() {
    return new Shared(Recommendation.of(shared), shared.favoured(), wouldChange());
  }

  /** What is written of one seat. */
  record Seat(
      @JsonProperty("case") String subject,
      String party,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate asOf,
      @JsonUnwrapped Recommendation advised,
      boolean favoured,
      Basis basis,
      Confidence confidence,
      int factsKnown,
      int facts,
      List<Judgement> verdicts) {

    static Seat of(Advice advice) {
      return new Seat(
          advice.subject().id(),
          advice.subject().decidingParty(),
          advice.subject().asOf(),
          Recommendation.of(advice),
          advice.favoured(),
          advice.basis(),
          advice.confidence().level(),
          advice.facts().size(),
          advice.facts().size() + advice.unknown().size(),
          advice.verdicts().stream().map(v -> new Judgement(v.option(), v.level())).toList());
    }
  }

  /** How the tables judge an option from one seat. */
  record Judgement(Posture option, Verdict.Level verdict) {}

  /** What would be favoured if we believed all that they believe. */
  record Shared(@JsonUnwrapped Recommendation advised, boolean favoured, boolean wouldChange) {}

  /**
   * A matter that both sides can judge.
   *
   * @param fact its name in our seat
   * @param ours what we believe; {@code unknown} where we do not know
   * @param theirFact its name in theirs: what is our own is the adversary's for them
   * @param theirs what they believe, in their words; {@code unknown} where they do not know
   * @param seenFromHere what they believe, in our words: who is weaker there is stronger here
   * @param then what the tables would favour for us if we believed it too, or {@code null} where
   *     that is what they favour now
   */
  public record Reading(
      String fact,
      @FactValue String ours,
      String theirFact,
      @FactValue String theirs,
      @FactValue String seenFromHere,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recommendation then) {

    /** Whether the tables would favour something else for us if we believed this one thing too. */
    @JsonProperty
    public boolean wouldChange() {
      return then != null;
    }

    /** Whether both judge it, and differently. */
    public boolean isDisputed() {
      return isKnown(ours) && isKnown(theirs) && !agrees();
    }

    private static boolean isKnown(String value) {
      return !value.equals("unknown");
    }

    /** Whether both believe the same, each in its own words. */
    @JsonProperty
    public boolean agrees() {
      return ours.equals(seenFromHere);
    }
  }
}

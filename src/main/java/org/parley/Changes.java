package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What would change the advice: the smallest sets of facts which, with other values, make the
 * tables favour another posture. Found by trying every combination, so none is missing up to the
 * size that was searched; larger ones, where the search was ended among them, are smallest sets
 * too, but not all of their size.
 *
 * @param posture the posture that the tables favour now
 * @param to the posture asked for, or {@code null} for any other
 * @param most up to how many facts at once every set was tried; 0 where the search was ended before
 *     each single fact was
 * @param complete whether that is as many as was asked for; else there were too many sets to try,
 *     or an interrupt or the limit of {@link Advice#within} ended the search
 * @param sets none of which has a smaller one in it; in the order of size, then of how small a
 *     change it is, then of who can act
 * @param distances how far each other posture is
 * @param robust the facts that do not change the posture by themselves, whatever their value; where
 *     not each single fact was tried, those of which that is sure
 */
public record Changes(
    Posture posture,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Posture to,
    @JsonProperty("searched") int most,
    boolean complete,
    @JsonProperty("changes") List<ChangeSet> sets,
    List<Distance> distances,
    List<String> robust) {

  public Changes {
    Objects.requireNonNull(posture, "posture");
    sets = List.copyOf(sets);
    distances = List.copyOf(distances);
    robust = List.copyOf(robust);
  }

  /**
   * Facts that together change the advice, and only together.
   *
   * @param facts in the order of the vocabulary
   * @param posture the posture that the tables favour then
   * @param unofficialTrack the unofficial track that they favour then
   * @param group how to read it
   */
  public record ChangeSet(
      List<FactChange> facts, Posture posture, UnofficialTrack unofficialTrack, Group group) {

    public ChangeSet {
      facts = List.copyOf(facts);
    }

    /** How far its facts move in all. */
    public int steps() {
      return facts.stream().mapToInt(FactChange::steps).sum();
    }
  }

  /**
   * A fact with another value.
   *
   * @param name its name
   * @param from its value now; {@code unknown} where it is not known
   * @param to the other value
   * @param actor who can act on it, as the vocabulary words it
   * @param steps how far the value moves: on an ordered scale the steps between, else 1
   * @param range of a number all neighbouring values of {@code to} with which the set leads to the
   *     same; {@code null} where the fact is a choice, or is taken as not known
   */
  public record FactChange(
      String name,
      @FactValue String from,
      @FactValue String to,
      String actor,
      int steps,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Range range) {

    /** The other value in words: of a number the range. */
    public String becomes() {
      return range == null ? to : range.words();
    }
  }

  /** How a set of changes is to be read. */
  public enum Group implements Labelled {
    /** The deciding party can act on all of its facts. */
    OWN_SIDE("own side"),
    /** The adversary can. */
    ADVERSARY("adversary"),
    /** A third party can. */
    THIRD_PARTY("third party"),
    /** Several of them would have to act together. */
    TOGETHER("together"),
    /** It has a fact that nobody can or may bring about: a condition to watch for, never a step. */
    CONDITION("condition"),
    /** It takes a fact as not known: a doubt about the input, no change in the world. */
    DOUBT("doubt");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    /** The {@linkplain #label() label}. */
    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * How far a posture is.
   *
   * @param posture the posture
   * @param facts how many facts at least must have another known value; empty where it is more than
   *     were searched
   * @param searched up to how many facts at once every set was tried
   */
  public record Distance(Posture posture, OptionalInt facts, int searched) {}
}

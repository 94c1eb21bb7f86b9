package org.parley.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.FactValue;
import org.parley.Labelled;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.regress.RegressionResult.Interval;

/**
 * What the tables favour in many variations of a case, and which facts that rests on. Variations
 * are weighted equally: their shares are no probabilities.
 *
 * @param design how the variations were chosen
 * @param seed what a random sample was drawn with; {@code null} of other designs
 * @param variations how many there are
 * @param varied the names of the facts that were varied, in the order in which they were named
 * @param posture what the tables favour in the case itself
 * @param unofficialTrack the unofficial track beside it
 * @param postures in how many variations they favour each posture, in the order of the postures
 * @param unofficialTracks the same of each unofficial track
 * @param unanswered in how many variations they leave the posture without an answer
 * @param facts the facts that were varied, with the largest main effect first
 * @param interactions what two facts do together beyond what each does alone, the largest first;
 *     empty where the design is too small to tell
 * @param tipping the values at which the case, changed in this fact alone, has another posture, in
 *     the order of the facts that were varied
 * @param cells where two facts were varied, the posture of each two values of them; else empty
 * @param leftOut how many unknown facts were not varied, since neither posture nor unofficial track
 *     rests on them
 */
public record SweepResult(
    Design design,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed,
    long variations,
    List<String> varied,
    Posture posture,
    UnofficialTrack unofficialTrack,
    List<PostureShare> postures,
    List<TrackShare> unofficialTracks,
    long unanswered,
    List<SweptEffect> facts,
    List<Interaction> interactions,
    List<Tipping> tipping,
    List<SweptCell> cells,
    int leftOut) {

  /** To be said wherever shares are shown. */
  public static final String CAUTION =
      "A share is a share of the variations, each of them weighted equally. It is no probability"
          + " and no forecast: nobody says how likely a variation is, or that it can come about."
          + " A sweep recommends nothing.";

  /** How effects are measured. */
  public static final String METHOD =
      "The main effect of a fact is the first-order Sobol index on the indicators of the postures"
          + " (Sobol 1993; Gamboa, Janon, Klein and Lagnoux 2014): the share of the variance of the"
          + " posture that the fact explains by itself, which is Goodman and Kruskal's tau. The"
          + " interaction of two facts is the second-order index: what both explain together, less"
          + " the main effect of each.";

  /** What is different in a sample. */
  public static final String METHOD_OF_SAMPLES =
      "In a random sample both are less what chance alone would explain (Kelley 1935); "
          + Interval.METHOD
          + ".";

  /** What is different in a pairwise design. */
  public static final String METHOD_OF_PAIRS =
      "A pairwise design is small and not balanced: it shows that any two values were seen together,"
          + " its shares and main effects are rough, and interactions cannot be told from it.";

  public SweepResult {
    varied = List.copyOf(varied);
    postures = List.copyOf(postures);
    unofficialTracks = List.copyOf(unofficialTracks);
    facts = List.copyOf(facts);
    interactions = List.copyOf(interactions);
    tipping = List.copyOf(tipping);
    cells = List.copyOf(cells);
  }

  /** How to read the shares. */
  @JsonProperty
  public String caution() {
    return CAUTION;
  }

  /** How effects are measured. */
  @JsonProperty
  public String method() {
    return switch (design) {
      case FULL_GRID -> METHOD;
      case RANDOM_SAMPLE -> METHOD + " " + METHOD_OF_SAMPLES;
      case PAIRWISE -> METHOD + " " + METHOD_OF_PAIRS;
    };
  }

  /** How variations are chosen. */
  public enum Design implements Labelled {
    /** Every combination of all known values. */
    FULL_GRID("full grid"),
    /** Worlds at random, each value of a fact as likely as any other of it. */
    RANDOM_SAMPLE("random sample"),
    /** Few variations in which every two values of every two facts occur. */
    PAIRWISE("pairwise design");

    private final String label;

    Design(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * A share of the variations.
   *
   * @param count in how many
   * @param share the same as a share of all, from 0 to 1
   * @param interval95 where the share of all worlds lies with 95% confidence; {@code null} where
   *     the variations are no random sample
   */
  public record PostureShare(
      Posture posture,
      long count,
      double share,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Interval interval95) {}

  /**
   * The same of an unofficial track.
   *
   * @param count in how many
   * @param share the same as a share of all, from 0 to 1
   * @param interval95 where the share of all worlds lies with 95% confidence; {@code null} where
   *     the variations are no random sample
   */
  public record TrackShare(
      UnofficialTrack unofficialTrack,
      long count,
      double share,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Interval interval95) {}

  /**
   * What a fact that was varied does to the posture.
   *
   * @param fact its name
   * @param ofCase what the case has; {@code unknown} where it is not known there; of a number the
   *     least of its band
   * @param condition whether nobody can or may bring it about: a condition to watch for, never a
   *     step
   * @param mainEffect the share of the variance of the posture that it explains by itself, from 0
   *     to 1
   * @param values its known values
   */
  public record SweptEffect(
      String fact,
      @FactValue String ofCase,
      boolean condition,
      double mainEffect,
      List<ValueShares> values) {

    public SweptEffect {
      values = List.copyOf(values);
    }
  }

  /**
   * What the tables favour where a fact has a value.
   *
   * @param value the value; of a number the least of the band
   * @param upTo the greatest number of the band; {@code null} where the value is no band
   * @param ofCase whether the case has it
   * @param variations in how many variations the fact has it
   * @param postures in how many of these they favour each posture, in the order of the postures
   */
  public record ValueShares(
      @FactValue String value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer upTo,
      boolean ofCase,
      long variations,
      List<PostureShare> postures) {

    public ValueShares {
      postures = List.copyOf(postures);
    }

    /** The value in words, such as {@code 6 to 17}. */
    public String words() {
      return SweepResult.words(value, upTo);
    }
  }

  /**
   * What two facts do together.
   *
   * @param facts both
   * @param effect the share of the variance of the posture that they explain together and neither
   *     alone, from 0 to 1
   */
  public record Interaction(List<String> facts, double effect) {

    public Interaction {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Where the case tips.
   *
   * @param fact the one fact that is changed
   * @param value the value; of a number the least that leads there
   * @param upTo the greatest number that leads there; {@code null} where there is one value only
   * @param posture what the tables favour then; {@code null} where they leave it without an answer
   */
  public record Tipping(
      String fact,
      @FactValue String value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer upTo,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Posture posture) {

    /** The value in words, such as {@code 6 to 17}. */
    public String words() {
      return SweepResult.words(value, upTo);
    }
  }

  /**
   * The posture where two facts have two values.
   *
   * @param first the value of the first fact that was named
   * @param second the value of the second
   * @param posture what the tables favour then; {@code null} where they leave it without an answer
   */
  public record SweptCell(
      @FactValue String first,
      @FactValue String second,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Posture posture) {}

  private static String words(String value, @Nullable Integer upTo) {
    return upTo == null ? value : value + " to " + upTo;
  }
}

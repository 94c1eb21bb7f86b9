package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What parties did in like situations: a plain learner over the cases of history, a third voice
 * beside tables and game. It says {@linkplain #LABEL what was done}, knows nothing of the field,
 * and is never an input of the tables.
 *
 * @param shares how much speaks for each posture, greatest first; from 0 to 1, together 1
 * @param cases how many cases it learned from
 * @param leftOut the conflict of the case itself, where the library has it and it was left out, or
 *     an empty string
 * @param agrees whether the tables favour the posture that most speaks for
 * @param parting what speaks most for the difference, or {@code null} where tables and precedents
 *     agree or no known fact does
 * @param agreesWithGame whether the game finds this posture reasonable, or {@code null} where there
 *     is no second opinion
 * @param like the cases that speak most for this posture, most telling first; at most {@value
 *     #MOST_CASES}
 * @param record how often the learner was right
 */
public record Precedents(
    List<Share> shares,
    int cases,
    String leftOut,
    boolean agrees,
    @JsonProperty("partsOn") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Parting parting,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean agreesWithGame,
    List<Like> like,
    TrackRecord record) {

  /** What it is, to be said wherever it is shown. */
  public static final String LABEL = "what was done, not what was right";

  /** How many cases it names. */
  public static final int MOST_CASES = 10;

  public Precedents {
    shares = List.copyOf(shares);
    Objects.requireNonNull(leftOut, "leftOut");
    like = List.copyOf(like);
    Objects.requireNonNull(record, "record");
  }

  /** What it is. */
  @JsonProperty
  public String basis() {
    return LABEL;
  }

  /** The posture with the greatest share. */
  @JsonProperty
  public Posture posture() {
    return shares.get(0).posture();
  }

  /** What speaks most for the difference between tables and precedents. */
  public Optional<Parting> partsOn() {
    return Optional.ofNullable(parting);
  }

  /**
   * How much speaks for a posture.
   *
   * @param posture the posture
   * @param share from 0 to 1
   */
  public record Share(Posture posture, double share) {}

  /**
   * The known fact that speaks most for what the precedents say, against what the tables favour.
   *
   * @param fact its name
   * @param value its value
   * @param precedents how often it had this value where that was done what the precedents say
   * @param tables how often where that was done what the tables favour
   */
  public record Parting(String fact, @FactValue String value, Count precedents, Count tables) {}

  /**
   * How often a fact had a value.
   *
   * @param posture in the cases in which this was done
   * @param cases in how many of them
   * @param of in how many of them it is known
   */
  public record Count(Posture posture, int cases, int of) {}

  /**
   * A case that speaks for a posture.
   *
   * @param id its short name
   * @param title its headline, or an empty string
   * @param conflict the conflict that it is a phase of, or an empty string
   * @param weight how much what the two share speaks for the posture
   * @param shared the facts that both know and that speak for the posture, weightiest first
   */
  public record Like(
      @JsonProperty("case") String id,
      String title,
      String conflict,
      double weight,
      List<Shared> shared) {

    public Like {
      shared = List.copyOf(shared);
    }
  }

  /**
   * A fact that two cases share.
   *
   * @param fact its name
   * @param value its value in both
   * @param weight the logarithm of how much oftener it has this value where the posture was taken
   *     than where it was not, by smoothed counts; above 0
   */
  public record Shared(String fact, @FactValue String value, double weight) {}

  /**
   * How the learner did on the cases that it learned from, each conflict left out in turn. Brier
   * and log score are means over the cases; of the Brier score less is better (0 is certain and
   * right, 2 certain and wrong), of the log score more (0 is certain and right). What was given no
   * more than one in a thousand counts as that.
   *
   * @param cases how many there are
   * @param right in how many the greatest share stood on what was done
   * @param largestClass how many are of the posture that was taken most often
   * @param brier its Brier score
   * @param brierOfRates the Brier score of who always gives the base rates
   * @param logScore its log score
   * @param logScoreOfRates the log score of who always gives the base rates
   * @param calibration how often that was done to which it gave a share, by bands of shares; those
   *     without any are left out
   */
  public record TrackRecord(
      int cases,
      int right,
      int largestClass,
      double brier,
      double brierOfRates,
      double logScore,
      double logScoreOfRates,
      List<Band> calibration) {

    public TrackRecord {
      calibration = List.copyOf(calibration);
    }
  }

  /**
   * The shares in a band: one for each case and posture.
   *
   * @param from where it begins
   * @param to where it ends
   * @param shares how many lie in it
   * @param mean their mean
   * @param done how many of them stood on what was done
   */
  public record Band(double from, double to, int shares, double mean, int done) {}
}

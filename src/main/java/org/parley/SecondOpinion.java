package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the posture game says beside the tables. The game is a {@linkplain #LABEL reconstruction}
 * and asks one question only: whether an open door is safe. What talks would cost at home, the way
 * of talking and every other concern of the tables are outside it.
 *
 * @param region the region of the game that the case lies in, such as {@code a'}
 * @param label the region in a few words
 * @param meaning the region in one sentence
 * @param reasonable what the game finds reasonable for the deciding party now; never empty
 * @param speaks whether the game {@linkplain #speaksTo speaks to} what the tables favour
 * @param agrees whether game and tables {@linkplain #agree agree}
 * @param parting where they part, or {@code null} where they agree or no single number would make
 *     them
 */
public record SecondOpinion(
    String region,
    String label,
    String meaning,
    Set<Course> reasonable,
    boolean speaks,
    boolean agrees,
    @JsonProperty("partsOn") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Parting parting) {

  /** What the game is, to be said wherever it is shown. */
  public static final String LABEL =
      "a reconstruction of the signalling game behind the two conditions";

  public SecondOpinion {
    Objects.requireNonNull(region, "region");
    reasonable = Collections.unmodifiableSet(EnumSet.copyOf(reasonable));
  }

  /** Whether the game knows a posture at all; it knows no mediator. */
  public static boolean speaksTo(Posture favoured) {
    return favoured != Posture.NEUTRAL_MEDIATOR;
  }

  /**
   * Whether the very posture that the tables favour is among what the game finds reasonable; never
   * for one that the game does not {@linkplain #speaksTo speak to}.
   */
  public static boolean agree(Posture favoured, Set<Course> reasonable) {
    return switch (favoured) {
      case OPEN_TALKS -> reasonable.contains(Course.OPEN);
      case SECRET_BACK_CHANNEL -> reasonable.contains(Course.SECRET_CHANNEL);
      case NEUTRAL_MEDIATOR -> false;
      case CLOSED_POSTURE -> reasonable.contains(Course.CLOSED);
    };
  }

  /** What the game is. */
  @JsonProperty
  public String basis() {
    return LABEL;
  }

  /** The number on which game and tables part. */
  public Optional<Parting> partsOn() {
    return Optional.ofNullable(parting);
  }

  /** The courses that the game can tell apart. */
  public enum Course implements Labelled {
    /** An open door. */
    OPEN("open"),
    /** A closed door. */
    CLOSED("closed"),
    /** A secret channel. */
    SECRET_CHANNEL("secret channel");

    private final String label;

    Course(String label) {
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
   * The number of the game on which game and tables part: of all, the one that would have to move
   * least for them to agree. It says where they differ, not what to do.
   *
   * @param parameter its short name, such as {@code c}
   * @param meaning what it is
   * @param value its value
   * @param turn the value from which they would agree
   * @param above whether they would agree above it, or else below
   * @param facts the facts that the value rests on, by name, with their values; nearest first
   */
  public record Parting(
      String parameter,
      String meaning,
      double value,
      double turn,
      boolean above,
      @FactValue Map<String, String> facts) {

    public Parting {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
  }
}

package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What history shows that the deciding party did. It is compared with the advice and never mixed
 * with an {@link Expectation}: agreement with history is not correctness.
 *
 * @param posture the posture, or {@code null} where only an unofficial track is on record
 * @param unofficialTrack a label of {@link UnofficialTrack}, or {@code track two} where it is not
 *     known which kind, or an empty string
 * @param confidence how sure the record is, or {@code null}
 * @param thirdParty the third party, or an empty string
 * @param note a remark, or an empty string
 * @param sources the works that show it
 */
public record Observation(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Posture posture,
    String unofficialTrack,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Confidence confidence,
    String thirdParty,
    String note,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources) {

  /** The words for a track two of a kind that is not known. */
  public static final String TRACK_TWO = "track two";

  public Observation {
    Objects.requireNonNull(unofficialTrack, "unofficialTrack");
    sources = List.copyOf(sources);
  }

  /**
   * Whether an advice agrees: every field that the observation gives is equal; {@code track two} is
   * met by a soft or a hard one.
   */
  public boolean agreesWith(Posture advised, UnofficialTrack advisedTrack) {
    return (posture == null || posture == advised)
        && (unofficialTrack.isEmpty() || trackAgrees(advisedTrack));
  }

  private boolean trackAgrees(UnofficialTrack advised) {
    return switch (advised) {
      case SOFT_TRACK_TWO, HARD_TRACK_TWO ->
          unofficialTrack.equals(TRACK_TWO) || unofficialTrack.equals(advised.label());
      default -> unofficialTrack.equals(advised.label());
    };
  }
}

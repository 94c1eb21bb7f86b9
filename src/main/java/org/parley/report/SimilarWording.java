package org.parley.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;
import org.parley.UnofficialTrack;

/** The sentences that text and Markdown share on cases that are alike; not yet escaped. */
final class SimilarWording {
  static final String TITLE = "The cases most like it";
  static final String NONE = "There is no other case to compare with.";
  static final String CAVEAT =
      "Alike is not cause: that two cases share facts does not say that one will go the way of the"
          + " other. What history shows is what was done, not what was right.";
  static final String HOW =
      "1.00 would be equal in all that is known. A fact that only one of the two knows counts half;"
          + " numbers count by the bands that the tables tell apart.";
  static final String ALL_EQUAL = "Nothing that either of them knows.";
  static final int MOST_DIFFERENCES = 5;

  private SimilarWording() {}

  /** With two digits always, so that cases can be read down a column. */
  static String likeness(SimilarCase similar) {
    return Figures.hundredths(similar.likeness());
  }

  /** A posture, and the unofficial track beside it. */
  static String advised(Advice advice) {
    return stance(advice.posture(), advice.unofficialTrack());
  }

  static String stance(Posture posture, UnofficialTrack track) {
    return track == UnofficialTrack.NONE
        ? posture.label()
        : posture.label() + " with " + track.label();
  }

  /** What is on record, and how sure the record is. */
  static String observed(SimilarCase similar) {
    Observation observed = similar.subject().observed();
    if (observed == null) {
      return "nothing on record";
    }
    String done =
        Stream.of(
                observed.posture() == null ? "" : observed.posture().label(),
                observed.unofficialTrack())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" with "));
    return observed.confidence() == null
        ? done
        : "%s (%s confidence)".formatted(done, observed.confidence());
  }

  /** Those that weigh most. */
  static List<String> differences(SimilarCase similar) {
    return similar.differences().stream()
        .limit(MOST_DIFFERENCES)
        .map(SimilarWording::difference)
        .toList();
  }

  /** How many more there are; empty where all are shown. */
  static String more(SimilarCase similar) {
    int more = similar.differences().size() - MOST_DIFFERENCES;
    return more > 0 ? "and %d more that weigh no more".formatted(more) : "";
  }

  private static String difference(Difference difference) {
    return "%s: %s here, %s there"
        .formatted(
            difference.fact(), Wording.known(difference.here()), Wording.known(difference.there()));
  }
}

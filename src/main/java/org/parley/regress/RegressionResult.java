package org.parley.regress;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a regression found.
 *
 * @param cases how many cases ran
 * @param expected the comparison with what the tables are approved to say
 * @param observed the comparison with what history shows: agreement is not correctness
 * @param derivedOnly the same cases on events alone, or {@code null} where that was not asked for
 */
public record RegressionResult(
    int cases, Expected expected, Observed observed, DerivedOnly derivedOnly) {

  /** This result with a run on events alone. */
  public RegressionResult with(DerivedOnly run) {
    return new RegressionResult(cases, expected, observed, run);
  }

  /** Whether every pinned case came out as pinned. */
  public boolean isClean() {
    return expected.differ().isEmpty();
  }

  /**
   * The comparison with what is approved.
   *
   * @param agree pinned cases that came out so
   * @param unpinned ids of the cases without an expectation
   * @param differ pinned cases that did not
   */
  public record Expected(int agree, List<String> unpinned, List<Mismatch> differ) {

    public Expected {
      unpinned = List.copyOf(unpinned);
      differ = List.copyOf(differ);
    }
  }

  /**
   * A case that did not come out as pinned.
   *
   * @param subject its id
   * @param expected what is pinned
   * @param actual what the tables say
   * @param rows the rows that decided otherwise
   */
  public record Mismatch(String subject, Stance expected, Stance actual, List<DecidingRow> rows) {

    public Mismatch {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row that decided, as a place to look.
   *
   * @param id its id
   * @param table its decision
   * @param why its reason
   */
  public record DecidingRow(String id, String table, String why) {}

  /**
   * A posture and an unofficial track, in words.
   *
   * @param posture the posture, or an empty string where none is given
   * @param unofficialTrack the track, or an empty string where none is given
   */
  public record Stance(String posture, String unofficialTrack) {

    /** Both in one phrase. */
    public String describe() {
      if (posture.isEmpty()) {
        return unofficialTrack;
      }
      return unofficialTrack.isEmpty() || unofficialTrack.equals("none")
          ? posture
          : posture + " with " + unofficialTrack;
    }
  }

  /**
   * The comparison with history.
   *
   * @param compared cases with an observation
   * @param agree those that agree in every field that the observation gives
   * @param byPosture tallies by observed posture
   * @param byUnofficialTrack tallies by observed unofficial track
   * @param agreeWithoutCloseFacts how many agree once the facts close to the choice are hidden
   * @param differ those that differ
   */
  public record Observed(
      int compared,
      int agree,
      Map<String, Tally> byPosture,
      Map<String, Tally> byUnofficialTrack,
      int agreeWithoutCloseFacts,
      List<Difference> differ) {

    public Observed {
      byPosture = Collections.unmodifiableMap(new LinkedHashMap<>(byPosture));
      byUnofficialTrack = Collections.unmodifiableMap(new LinkedHashMap<>(byUnofficialTrack));
      differ = List.copyOf(differ);
    }
  }

  /**
   * A count of agreement.
   *
   * @param compared how many
   * @param agree how many of them agree
   */
  public record Tally(int compared, int agree) {

    Tally plus(boolean agrees) {
      return new Tally(compared + 1, agree + (agrees ? 1 : 0));
    }
  }

  /**
   * A case in which history shows something else than the tables favour.
   *
   * @param subject its id
   * @param observed what history shows
   * @param advised what the tables say
   * @param because why, as the case file says, or an empty string
   */
  public record Difference(String subject, Stance observed, Stance advised, String because) {}
}

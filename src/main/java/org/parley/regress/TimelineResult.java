package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.parley.Event;
import org.parley.Posture;
import org.parley.UnofficialTrack;

/**
 * Advice over the phases of a conflict.
 *
 * @param conflict its name
 * @param strands one for each pair of a deciding party and its adversary, earliest first
 */
public record TimelineResult(String conflict, List<Strand> strands) {

  public TimelineResult {
    strands = List.copyOf(strands);
  }

  /**
   * What one party was advised over time.
   *
   * @param decidingParty the party
   * @param adversary whom it faces
   * @param points the advice at each phase and at each date of events between, in order
   * @param turns where the advice changed
   */
  public record Strand(
      String decidingParty, String adversary, List<Point> points, List<Turn> turns) {

    public Strand {
      points = List.copyOf(points);
      turns = List.copyOf(turns);
    }
  }

  /**
   * Advice at one date.
   *
   * @param date the date
   * @param phase the id of the case coded for this date, or an empty string where the facts of the
   *     phase before it are carried on by events
   * @param posture the posture that the tables favour, or lean to
   * @param favoured whether enough is known to favour it; else it is a leaning
   * @param unofficialTrack the unofficial track beside it
   * @param events what happened on this date
   */
  public record Point(
      LocalDate date,
      @JsonProperty("case") String phase,
      Posture posture,
      boolean favoured,
      UnofficialTrack unofficialTrack,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Event> events) {

    public Point {
      events = List.copyOf(events);
    }

    /** Whether this point and another advise the same. */
    public boolean advisesLike(Point other) {
      return posture == other.posture && unofficialTrack == other.unofficialTrack;
    }
  }

  /**
   * A turning point.
   *
   * @param from the phase or turn before it, from which the changes are counted
   * @param to the point at which the advice is another
   * @param turnedBy the smallest sets of fact changes that suffice for the turn; empty where no one
   *     or two changes do
   * @param changed all facts that changed and that the deciding rows test
   */
  public record Turn(
      Point from, Point to, List<List<FactChange>> turnedBy, List<FactChange> changed) {

    public Turn {
      turnedBy = turnedBy.stream().map(List::copyOf).toList();
      changed = List.copyOf(changed);
    }
  }

  /**
   * A fact that changed.
   *
   * @param name its name
   * @param from its value before
   * @param to its value now
   * @param origin where the new value comes from: coded, derived, or {@code not known}
   */
  public record FactChange(String name, String from, String to, String origin) {}
}

package org.parley.derive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.parley.Event;

/** An event as rules see it: how long ago, by and to which side. */
public final class Happening {
  private static final long NOT_AHEAD = -1;

  private final Situation situation;
  private final Event event;
  private final int order;

  Happening(Situation situation, Event event, int order) {
    this.situation = situation;
    this.event = event;
    this.order = order;
  }

  /** The case that it belongs to. Rules join on it: sessions are used again. */
  public Situation getSituation() {
    return situation;
  }

  /** The event type. */
  public String getType() {
    return event.type();
  }

  /** The day. */
  public LocalDate getDate() {
    return event.date();
  }

  /** Days from the event to the day of the advice. */
  public long getDaysAgo() {
    return ChronoUnit.DAYS.between(event.date(), situation.getAsOf());
  }

  /** Whole months from the event to the day of the advice. */
  public long getMonthsAgo() {
    return ChronoUnit.MONTHS.between(event.date(), situation.getAsOf());
  }

  /** Whether the deciding party, or a name on its side, acts. */
  public boolean isByUs() {
    return situation.hasUs(event.by());
  }

  /** Whether the adversary, or a name on its side, acts. */
  public boolean isByThem() {
    return situation.hasThem(event.by());
  }

  /** Whether the lead third party acts. */
  public boolean isByThirdParty() {
    return situation.hasThirdParty(event.by());
  }

  /** Whether it is directed at or about the deciding party. */
  public boolean isToUs() {
    return situation.hasUs(event.to());
  }

  /** Whether it is directed at or about the adversary. */
  public boolean isToThem() {
    return situation.hasThem(event.to());
  }

  /** Whether a name on the deciding party's side acts, and not the deciding party itself. */
  public boolean isByOurAlly() {
    return isByUs() && !situation.isDecidingParty(event.by());
  }

  /** Whether it is directed at the lead third party. */
  public boolean isToThirdParty() {
    return situation.hasThirdParty(event.to());
  }

  /** Whether both sides take part: one of them acts or is acted on, and so is the other. */
  public boolean isBetweenSides() {
    return (isByUs() || isToUs()) && (isByThem() || isToThem());
  }

  /** Whether it names nobody who acts. */
  public boolean isByNobody() {
    return event.by().stream().allMatch(String::isEmpty);
  }

  /** Whether it names nobody that it is directed at or about. */
  public boolean isToNobody() {
    return event.to().stream().allMatch(String::isEmpty);
  }

  /** Whether somebody acts in both. */
  public boolean sharesActor(Happening other) {
    return !Collections.disjoint(event.by(), other.event.by());
  }

  /** Whether what acts in the other is what this one is directed at or about. */
  public boolean answers(Happening other) {
    return !Collections.disjoint(event.to(), other.event.by());
  }

  /** Days from the day of the advice to the date in an extra key; negative if past or not given. */
  public long daysUntil(String key) {
    String day = detail(key);
    return day.isEmpty()
        ? NOT_AHEAD
        : ChronoUnit.DAYS.between(situation.getAsOf(), LocalDate.parse(day));
  }

  /** Days from another to this one; negative where this one is earlier. */
  public long daysSince(Happening other) {
    return ChronoUnit.DAYS.between(other.event.date(), event.date());
  }

  /** The value of an extra key, or an empty string. */
  public String detail(String key) {
    return event.details().getOrDefault(key, "");
  }

  /** Whether it is later than another; on one day the order of the file decides. */
  public boolean follows(Happening other) {
    return order > other.order;
  }

  /** Whether it is earlier than another; on one day the order of the file decides. */
  public boolean precedes(Happening other) {
    return order < other.order;
  }

  Event event() {
    return event;
  }
}

package org.parley.derive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Fact;

/** What the tables favoured in an earlier phase of the same conflict, as review rules see it. */
public final class EarlierAdvice {
  private final Situation situation;
  private final Advice advice;
  private final List<String> changedFacts;

  EarlierAdvice(Situation situation, Advice advice, Map<String, Fact> factsNow) {
    this.situation = situation;
    this.advice = advice;
    this.changedFacts = changed(advice.facts(), factsNow);
  }

  /** The case that it is compared with. Rules join on it: sessions are used again. */
  public Situation getSituation() {
    return situation;
  }

  /** The day of that advice. */
  public LocalDate getAsOf() {
    return advice.subject().asOf();
  }

  /** Days from that advice to this one. */
  public long getDaysAgo() {
    return ChronoUnit.DAYS.between(getAsOf(), situation.getAsOf());
  }

  /** Whether the same party was advised about the same adversary. */
  public boolean isForSameParties() {
    return situation.concerns(advice.subject());
  }

  /** The posture then, in words. */
  public String getPosture() {
    return advice.posture().label();
  }

  /** The unofficial track then, in words. */
  public String getTrack() {
    return advice.unofficialTrack().label();
  }

  /** The facts that were known both times and have changed. */
  public List<String> getChangedFacts() {
    return changedFacts;
  }

  private static List<String> changed(List<Fact> before, Map<String, Fact> now) {
    Map<String, String> values = new LinkedHashMap<>();
    before.forEach(f -> values.put(f.name(), f.value()));
    return now.values().stream()
        .filter(f -> values.containsKey(f.name()) && !values.get(f.name()).equals(f.value()))
        .map(Fact::name)
        .toList();
  }
}

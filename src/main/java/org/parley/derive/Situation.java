package org.parley.derive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** A case as rules see it: the day to look from, and the sides that names belong to. */
public final class Situation {
  private final Case subject;
  private final Vocabulary vocabulary;
  private final List<Happening> happenings;
  private final Set<String> asked = new HashSet<>();

  Situation(Case subject) {
    this(subject, Vocabulary.EMPTY);
  }

  /**
   * @param vocabulary tells which fact a rule asks for that says its former name
   */
  Situation(Case subject, Vocabulary vocabulary) {
    this.subject = subject;
    this.vocabulary = vocabulary;
    List<Event> past =
        subject.events().stream()
            .filter(e -> !e.date().isAfter(subject.asOf()))
            .sorted(Comparator.comparing(Event::date))
            .toList();
    List<Happening> seen = new ArrayList<>();
    for (Event event : past) {
      seen.add(new Happening(this, event, seen.size()));
    }
    happenings = List.copyOf(seen);
  }

  /** The day of the advice. */
  public LocalDate getAsOf() {
    return subject.asOf();
  }

  /** Whether the case names a lead third party. */
  public boolean isThirdPartyNamed() {
    return !subject.thirdParty().isEmpty();
  }

  /** The value of a fact that the case itself gives, or {@code unknown}. */
  public String given(String name) {
    String today = vocabulary.factEverCalled(name).map(FactType::name).orElse(name);
    asked.add(today);
    Fact fact = subject.facts().get(today);
    return fact == null ? FactType.UNKNOWN : fact.value();
  }

  /** The facts of the case that some rule has asked for. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  /** This, with what has happened up to that day: all that rules of events look at. */
  List<Object> withHappenings() {
    List<Object> seen = new ArrayList<>(happenings);
    seen.add(this);
    return seen;
  }

  boolean concerns(Case other) {
    return other.decidingParty().equals(subject.decidingParty())
        && other.adversary().equals(subject.adversary());
  }

  boolean hasUs(List<String> names) {
    return has(names, subject.decidingParty(), subject.sides().ours());
  }

  boolean hasThem(List<String> names) {
    return has(names, subject.adversary(), subject.sides().theirs());
  }

  boolean isDecidingParty(List<String> names) {
    return has(names, subject.decidingParty(), List.of());
  }

  boolean hasThirdParty(List<String> names) {
    return has(names, subject.thirdParty(), subject.thirdPartyNames());
  }

  private static boolean has(List<String> names, String party, List<String> others) {
    return names.stream()
        .filter(n -> !n.isEmpty())
        .anyMatch(n -> n.equals(party) || others.contains(n));
  }
}

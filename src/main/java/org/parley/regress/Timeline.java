package org.parley.regress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Origin;
import org.parley.ParleyException;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.regress.TimelineResult.FactChange;
import org.parley.regress.TimelineResult.Point;
import org.parley.regress.TimelineResult.Strand;
import org.parley.regress.TimelineResult.Turn;

/** Follows the advice through the phases of a conflict and finds what turned it. */
public final class Timeline {
  private final Advisor advisor;

  /** A timeline of advice from an advisor. */
  public Timeline(Advisor advisor) {
    this.advisor = advisor;
  }

  /**
   * The timeline of one conflict.
   *
   * @throws ParleyException if no case is of this conflict
   */
  public TimelineResult of(String conflict, List<Case> cases) {
    List<Case> phases =
        cases.stream()
            .filter(c -> c.conflict().equals(conflict) && c.asOf() != null)
            .sorted(Comparator.comparing(Case::asOf).thenComparing(Case::id))
            .toList();
    if (phases.isEmpty()) {
      Set<String> conflicts = cases.stream().map(Case::conflict).collect(Collectors.toSet());
      throw new ParleyException(
          "no case is of the conflict '%s'%s"
              .formatted(conflict, Nearest.hint(conflict, conflicts)));
    }
    Map<String, List<Case>> byPair =
        phases.stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.decidingParty() + "\n" + c.adversary(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new TimelineResult(conflict, byPair.values().stream().map(this::strand).toList());
  }

  /** A point and what it rests on. */
  private record Stop(Point point, Case subject, Advice advice) {}

  private Strand strand(List<Case> phases) {
    List<Event> events = events(phases);
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < phases.size(); i++) {
      Case phase = phases.get(i);
      stops.add(stop(phase, phase.id(), events));
      LocalDate until = i + 1 < phases.size() ? phases.get(i + 1).asOf() : LocalDate.MAX;
      for (LocalDate date : datesBetween(phase.asOf(), until, events)) {
        stops.add(stop(carriedOn(phase, date, events), "", events));
      }
    }
    Case first = phases.get(0);
    return new Strand(
        first.decidingParty(),
        first.adversary(),
        stops.stream().map(Stop::point).toList(),
        turns(stops));
  }

  /** Changes add up, so a turn is explained from the last phase or turn before it. */
  private List<Turn> turns(List<Stop> stops) {
    List<Turn> turns = new ArrayList<>();
    Stop from = stops.get(0);
    for (Stop stop : stops) {
      boolean turned = !stop.point().advisesLike(from.point());
      if (turned) {
        turns.add(turn(from, stop));
      }
      if (turned || !stop.point().phase().isEmpty()) {
        from = stop;
      }
    }
    return turns;
  }

  /** The events of all phases, each once. */
  private static List<Event> events(List<Case> phases) {
    Map<List<Object>, Event> once = new LinkedHashMap<>();
    for (Case phase : phases) {
      for (Event event : phase.events()) {
        once.putIfAbsent(List.of(event.date(), event.type(), event.by(), event.to()), event);
      }
    }
    return once.values().stream().sorted(Comparator.comparing(Event::date)).toList();
  }

  private static Set<LocalDate> datesBetween(
      LocalDate after, LocalDate before, List<Event> events) {
    return events.stream()
        .map(Event::date)
        .filter(d -> d.isAfter(after) && d.isBefore(before))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stop stop(Case subject, String phase, List<Event> events) {
    Advice advice = advisor.advise(subject);
    List<Event> today = events.stream().filter(e -> e.date().equals(subject.asOf())).toList();
    return new Stop(
        new Point(
            subject.asOf(),
            phase,
            advice.posture(),
            advice.favoured(),
            advice.unofficialTrack(),
            today),
        subject,
        advice);
  }

  /**
   * A phase carried on to a later date: coded facts stand until events say otherwise. A derived
   * value that is newer than the phase, or has changed since, beats the coded one.
   */
  private Case carriedOn(Case phase, LocalDate date, List<Event> events) {
    Case.Builder later = phase.toBuilder().asOf(date);
    events.stream()
        .filter(e -> !e.date().isAfter(date) && !phase.events().contains(e))
        .forEach(later::event);
    Map<String, Fact> then = derived(phase);
    derived(later.build()).values().stream()
        .filter(f -> isNewer(f, phase.asOf()) || hasChanged(f, then.get(f.name())))
        .forEach(f -> later.withoutFact(f.name()));
    return later.build();
  }

  private static boolean isNewer(Fact derived, LocalDate phase) {
    return derived.events().stream().anyMatch(e -> e.date().isAfter(phase));
  }

  private static boolean hasChanged(Fact now, Fact then) {
    return then != null && !now.value().equals(then.value());
  }

  /** The facts that events alone lead to. */
  private Map<String, Fact> derived(Case subject) {
    Case.Builder bare = subject.toBuilder();
    subject.facts().keySet().forEach(bare::withoutFact);
    return advisor.advise(bare.build()).facts().stream()
        .filter(f -> f.origin() == Origin.DERIVED)
        .collect(Collectors.toMap(Fact::name, Function.identity()));
  }

  private Turn turn(Stop from, Stop to) {
    Set<String> tested = new LinkedHashSet<>(deciding(to.advice()));
    tested.addAll(deciding(from.advice()));
    Map<String, Fact> before = known(from.advice());
    Map<String, Fact> after = known(to.advice());
    List<FactChange> changed =
        tested.stream()
            .map(name -> change(name, before.get(name), after.get(name)))
            .filter(c -> !c.from().equals(c.to()))
            .toList();
    return new Turn(from.point(), to.point(), turnedBy(from, to, changed), changed);
  }

  private List<List<FactChange>> turnedBy(Stop from, Stop to, List<FactChange> changed) {
    List<List<FactChange>> single =
        changed.stream().map(List::of).filter(c -> turns(from, to, c)).toList();
    if (!single.isEmpty()) {
      return single;
    }
    List<List<FactChange>> pairs = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      for (int j = i + 1; j < changed.size(); j++) {
        List<FactChange> pair = List.of(changed.get(i), changed.get(j));
        if (turns(from, to, pair)) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  /** Whether some changes alone bring the earlier advice to the later one. */
  private boolean turns(Stop from, Stop to, List<FactChange> changes) {
    Case subject = from.subject();
    for (FactChange change : changes) {
      subject = subject.assuming(change.name(), change.to());
    }
    Advice advice = advisor.advise(subject);
    return advice.posture() == to.point().posture()
        && advice.unofficialTrack() == to.point().unofficialTrack();
  }

  private static Set<String> deciding(Advice advice) {
    Set<String> facts = new LinkedHashSet<>();
    for (String decision : List.of(FinalDecisions.POSTURE, FinalDecisions.UNOFFICIAL_TRACK)) {
      facts.addAll(DecisionTrace.factsBehind(advice.trace(), decision));
    }
    return facts;
  }

  private static Map<String, Fact> known(Advice advice) {
    return advice.facts().stream().collect(Collectors.toMap(Fact::name, Function.identity()));
  }

  private static FactChange change(String name, Fact before, Fact after) {
    return new FactChange(
        name,
        before == null ? FactType.UNKNOWN : before.value(),
        after == null ? FactType.UNKNOWN : after.value(),
        after == null ? "not known" : after.origin().label());
  }
}

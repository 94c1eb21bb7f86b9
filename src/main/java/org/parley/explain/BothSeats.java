package org.parley.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Fact;
import org.parley.Origin;
import org.parley.Problem;
import org.parley.Recommendation;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** Sets a war as one side sees it beside the same war as the other side sees it. */
final class BothSeats {
  private final Vocabulary vocabulary;
  private final TableAdvisor advisor;

  BothSeats(Vocabulary vocabulary, TableAdvisor advisor) {
    this.vocabulary = vocabulary;
    this.advisor = advisor;
  }

  /**
   * Both as they are given.
   *
   * @throws CaseRefused if the two cases name other parties
   */
  Seats of(Advice ours, Case theirs) {
    requireSameParties(ours.subject(), theirs);
    return compared(ours, advisor.answer(theirs, List.of()), false);
  }

  /** The other one read off ours. */
  Seats imagined(Advice ours) {
    return compared(ours, advisor.answer(fromTheOtherSeat(ours), List.of()), true);
  }

  private Seats compared(Advice ours, Advice theirs, boolean imagined) {
    Map<String, String> here = values(ours);
    Map<String, String> there = values(theirs);
    List<Reading> readings = new ArrayList<>();
    Case shared = ours.subject();
    for (FactType fact : vocabulary.facts()) {
      String own = here.getOrDefault(fact.name(), FactType.UNKNOWN);
      String other = there.getOrDefault(fact.counterpart(), FactType.UNKNOWN);
      if (fact.counterpart().isEmpty() || (isUnknown(own) && isUnknown(other))) {
        continue;
      }
      // to see it from the other seat twice is to see it as it was
      String seen = fact.fromTheOtherSeat(other);
      boolean differs = !isUnknown(seen) && !seen.equals(own);
      Recommendation then =
          Recommendation.of(
              differs
                  ? advisor.answer(ours.subject().assuming(fact.name(), seen), List.of())
                  : ours);
      shared = differs ? shared.assuming(fact.name(), seen) : shared;
      readings.add(
          new Reading(
              fact.name(),
              own,
              fact.counterpart(),
              other,
              seen,
              then.equals(Recommendation.of(ours)) ? null : then));
    }
    Advice agreed = shared.equals(ours.subject()) ? ours : advisor.answer(shared, List.of());
    return new Seats(ours, theirs, imagined, readings, agreed);
  }

  private static boolean isUnknown(String value) {
    return value.equals(FactType.UNKNOWN);
  }

  private static Map<String, String> values(Advice advice) {
    return advice.facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
  }

  /** What we hold to be so, as it would look from there; what we cannot tell is left open. */
  private Case fromTheOtherSeat(Advice advice) {
    Case ours = advice.subject();
    Case.Builder theirs =
        Case.builder()
            .id(ours.id())
            .title(ours.title())
            .conflict(ours.conflict())
            .asOf(ours.asOf())
            .decidingParty(ours.adversary())
            .adversary(ours.decidingParty())
            .thirdParty(ours.thirdParty())
            .shortNames(ours.shortNames())
            .sides(ours.sides().swapped())
            .tags(ours.tags())
            .sources(ours.sources());
    ours.events().forEach(theirs::event);
    Map<String, Fact> known =
        advice.facts().stream().collect(Collectors.toMap(Fact::name, Function.identity()));
    for (FactType type : vocabulary.facts()) {
      Fact fact = known.getOrDefault(type.name(), doubted(ours.facts().get(type.name())));
      if (fact != null && !type.counterpart().isEmpty()) {
        theirs.fact(seen(fact, type.counterpart(), type.fromTheOtherSeat(fact.value())));
      }
    }
    return theirs.build();
  }

  /** A fact taken away for a what-if is not to come back by a rule in the other seat. */
  private static Fact doubted(Fact fact) {
    return fact != null && fact.origin() == Origin.ASSUMED ? fact : null;
  }

  private static Fact seen(Fact fact, String name, String value) {
    return new Fact(
        name,
        value,
        fact.origin(),
        fact.why(),
        fact.source(),
        fact.confidence(),
        fact.rule(),
        fact.events());
  }

  private static void requireSameParties(Case ours, Case theirs) {
    List<Problem> problems = new ArrayList<>();
    if (isAnother(theirs.decidingParty(), ours.adversary(), ours.sides().theirs())) {
      problems.add(
          Problem.of(
              "the other seat is that of '%s', but the adversary is '%s'"
                  .formatted(theirs.decidingParty(), ours.adversary())));
    }
    if (isAnother(theirs.adversary(), ours.decidingParty(), ours.sides().ours())) {
      problems.add(
          Problem.of(
              "the other seat faces '%s', but the deciding party is '%s'"
                  .formatted(theirs.adversary(), ours.decidingParty())));
    }
    if (!problems.isEmpty()) {
      throw new CaseRefused(problems);
    }
  }

  private static boolean isAnother(String name, String party, Collection<String> others) {
    return !name.isEmpty()
        && !party.isEmpty()
        && Stream.concat(Stream.of(party), others.stream()).noneMatch(name::equals);
  }
}

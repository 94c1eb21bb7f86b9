package org.parley.derive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.parley.Event;
import org.parley.Fact;
import org.parley.KnowledgeDefect;
import org.parley.knowledge.Vocabulary;

/** Where rules put the facts that they derive. */
public final class Derivations extends RuleResults {
  private final Vocabulary vocabulary;
  private final List<Fact> facts = new ArrayList<>();

  Derivations(Vocabulary vocabulary) {
    super("derived");
    this.vocabulary = vocabulary;
  }

  /**
   * Derives a fact.
   *
   * @param name a fact of the vocabulary
   * @param value one of its values, or a whole number
   * @param grounds the events that it follows from
   */
  public void fact(String name, Object value, Happening... grounds) {
    fact(name, value, Arrays.asList(grounds));
  }

  /**
   * Derives a fact from any number of events.
   *
   * @param name a fact of the vocabulary
   * @param value one of its values, or a whole number
   * @param grounds the events that it follows from, as a rule collects them
   */
  public void fact(String name, Object value, Collection<?> grounds) {
    Fact said = Fact.derived(name, String.valueOf(value), "", "", "", List.of());
    Fact today = vocabulary.today(said);
    vocabulary
        .objection(today.name(), today.value())
        .ifPresent(
            objection -> {
              throw new KnowledgeDefect(
                  List.of(
                      objection.inWords("rule '%s': %s".formatted(rule(), objection.message()))));
            });
    List<Event> events =
        grounds.stream()
            .map(ground -> ((Happening) ground).event())
            .sorted(Comparator.comparing(Event::date))
            .toList();
    facts.add(
        Fact.derived(
            today.name(), today.value(), metadata("why"), metadata("source"), rule(), events));
  }

  /** What was derived, newest grounds first, so that the first of a fact prevails. */
  List<Fact> newestFirst() {
    return facts.stream()
        .sorted(
            Comparator.comparing(Fact::events, Comparator.comparing(Derivations::newest))
                .reversed()
                .thenComparing(Fact::name)
                .thenComparing(Fact::rule)
                .thenComparing(f -> f.events().toString()))
        .toList();
  }

  private static LocalDate newest(List<Event> events) {
    return events.isEmpty() ? LocalDate.MIN : events.get(events.size() - 1).date();
  }
}

package org.parley.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.Origin;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Completes the facts of a case with those that rules derive from its events. Thread-safe. */
public final class Deriver implements AutoCloseable {
  private final KnowledgeBase knowledge;
  private final RuleEngine rules;

  /** A deriver on the rules of a knowledge base. Drools starts with the first case with events. */
  public Deriver(KnowledgeBase knowledge) {
    this(knowledge, new RuleEngine(knowledge.rules()));
  }

  private Deriver(KnowledgeBase knowledge, RuleEngine rules) {
    this.knowledge = knowledge;
    this.rules = rules;
  }

  /** A deriver on another knowledge base, in the place of this one: equal rules go on running. */
  public Deriver changedTo(KnowledgeBase other) {
    if (other.rules().equals(knowledge.rules())) {
      return new Deriver(other, rules);
    }
    close();
    return new Deriver(other);
  }

  /** One for another version of the knowledge base beside this one; each is closed by itself. */
  public Deriver beside(KnowledgeBase other) {
    return other.rules().equals(knowledge.rules())
        ? new Deriver(other, rules.shared())
        : new Deriver(other);
  }

  /** A reviewer on the same rules; it ends with this deriver. */
  public Reviewer reviewer() {
    return new Reviewer(rules, knowledge.rules());
  }

  /**
   * The known facts of a case.
   *
   * @param facts by name, in the order of the vocabulary
   * @param findings what the reader should know about events and contradictions
   * @param rules the names of the rules that fired, also where a coded value prevailed
   */
  public record Result(Map<String, Fact> facts, List<Finding> findings, SortedSet<String> rules) {

    /** The values by name, in the order of the vocabulary. */
    public Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      facts.forEach((name, fact) -> values.put(name, fact.value()));
      return values;
    }
  }

  /**
   * The facts that are assumed, coded or derived; one that is given as unknown counts as not given.
   *
   * @throws CaseRefused if the case has events but no day to look from
   */
  public Result derive(Case subject) {
    List<Finding> findings = new ArrayList<>(subject.remarks());
    Map<String, Fact> derived = new HashMap<>();
    Derivations derivations = derivations(subject, findings);
    for (Fact fact : derivations.newestFirst()) {
      Fact given = given(subject, fact.name());
      Fact prevailing = given == null ? derived.get(fact.name()) : given;
      if (prevailing == null) {
        derived.put(fact.name(), fact);
      } else if (!prevailing.value().equals(fact.value())) {
        findings.add(difference(prevailing, fact));
      }
    }
    Map<String, Fact> known = new LinkedHashMap<>();
    for (String name : knowledge.vocabulary().factTypes().keySet()) {
      Fact given = given(subject, name);
      Fact fact = given == null ? derived.get(name) : given;
      if (fact != null && !fact.value().equals(FactType.UNKNOWN)) {
        known.put(name, fact);
      }
    }
    return new Result(
        Collections.unmodifiableMap(known),
        findings.stream().distinct().toList(),
        derivations.fired());
  }

  /**
   * What rules derive from the events of a case, whether the case gives a value too or not.
   *
   * @param values by fact
   * @param asked the facts of the case that some rule asked for: as long as the case gives the same
   *     values of these, the same is derived
   */
  public record Derived(Map<String, String> values, Set<String> asked) {}

  /**
   * What rules derive from the events of a case.
   *
   * @throws CaseRefused if the case has events but no day to look from
   */
  public Derived fromEvents(Case subject) {
    Map<String, String> values = new HashMap<>();
    if (subject.events().isEmpty() || !rules.mayRun()) {
      return new Derived(values, Set.of());
    }
    requireDay(subject);
    Situation situation = new Situation(subject, knowledge.vocabulary());
    for (Fact fact : derivations(situation).newestFirst()) {
      values.putIfAbsent(fact.name(), fact.value());
    }
    return new Derived(values, situation.asked());
  }

  private Derivations derivations(Situation situation) {
    Derivations derivations = none();
    rules.run(RuleCompiler.DERIVE, derivations, situation.withHappenings());
    return derivations;
  }

  private Derivations none() {
    return new Derivations(knowledge.vocabulary());
  }

  private static void requireDay(Case subject) {
    if (subject.asOf() == null) {
      throw new CaseRefused(
          List.of(
              new Problem(
                  Place.of("").in("key", "as of"),
                  "a case with events needs a day to look from: 'as of'",
                  Problem.Kind.MISSING)));
    }
  }

  /**
   * What the case gives, or {@code null}: a fact assumed to be unknown is, one coded so is not
   * given.
   */
  private static @Nullable Fact given(Case subject, String name) {
    Fact fact = subject.facts().get(name);
    return fact == null
            || (fact.origin() != Origin.ASSUMED && fact.value().equals(FactType.UNKNOWN))
        ? null
        : fact;
  }

  private Derivations derivations(Case subject, List<Finding> findings) {
    if (subject.events().isEmpty()) {
      return none();
    }
    requireDay(subject);
    reportLater(subject, findings);
    if (!rules.mayRun()) {
      findings.add(
          new Finding(
              "rules not run",
              "the rules of this knowledge base were not run, because nobody vouched for them: no"
                  + " fact is derived from events; --trust-rules runs them"));
      return none();
    }
    return derivations(new Situation(subject, knowledge.vocabulary()));
  }

  private static void reportLater(Case subject, List<Finding> findings) {
    List<Event> later =
        subject.events().stream().filter(e -> e.date().isAfter(subject.asOf())).toList();
    if (!later.isEmpty()) {
      findings.add(
          new Finding(
              "later events",
              "%s after %s %s not used: %s"
                  .formatted(
                      later.size() == 1 ? "1 event" : later.size() + " events",
                      subject.asOf(),
                      later.size() == 1 ? "is" : "are",
                      dated(later)),
              List.of(),
              types(later),
              ""));
    }
  }

  private static Finding difference(Fact prevailing, Fact derived) {
    return new Finding(
        "coded and derived differ",
        "'%s' stands at '%s' as %s, and at '%s' by rule '%s' from %s; the %s value is used"
            .formatted(
                derived.name(),
                prevailing.value(),
                prevailing.origin(),
                derived.value(),
                derived.rule(),
                dated(derived.events()),
                prevailing.origin()),
        List.of(derived.name()),
        types(derived.events()),
        "");
  }

  private static String dated(List<Event> events) {
    return events.stream().map(e -> e.date() + " " + e.type()).collect(Collectors.joining(", "));
  }

  private static List<String> types(List<Event> events) {
    return events.stream().map(Event::type).distinct().toList();
  }

  /** Whether Drools runs: a case without events starts it only for review. */
  boolean hasStarted() {
    return rules.hasStarted();
  }

  /** Starts the rules, where they may run, before a case needs them. */
  public void start() {
    rules.start();
  }

  @Override
  public void close() {
    rules.close();
  }
}

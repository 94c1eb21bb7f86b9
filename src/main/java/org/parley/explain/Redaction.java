package org.parley.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.ParleyException;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.Diagram;
import org.parley.knowledge.Diagram.Edge;
import org.parley.knowledge.EventType.Detail;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.RuleHeader;

/**
 * Leaves out what must not leave the house: channel facts, and the names of envoys.
 *
 * <p>The case format has no field for an envoy, and no program can tell a person's name in a
 * sentence. So {@link #nameless} keeps of a case what is chosen from lists (values, types, dates)
 * and the names of the two sides, and takes out everything that its author wrote freely, before
 * anything else sees it. Channel facts are needed to answer; {@link #of(Advice)} takes them out of
 * the answer, with the decisions whose deciding rows test one or such a decision, with the rows
 * that test either, and with the sentences that these rows gave.
 */
public final class Redaction {
  /** Stands where something was left out. */
  public static final String WITHHELD = "withheld";

  /** Stands for the name of a fact that was left out. */
  public static final String FACT = "a fact";

  /** Stands for the name of the lead third party. */
  public static final String THIRD_PARTY = "the third party";

  /** What a reader is told. */
  public static final String NOTICE =
      "left out are the facts on channels with the rows and sentences that rest on them, names other"
          + " than those of the two sides, and all that the author of the case wrote freely (title,"
          + " summary, reasons, notes, sources). What is advised may still let a reader guess at"
          + " some of it.";

  private static final String GROUP = "channel";
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Set<String> KEPT = Set.of(Case.ONGOING_TAG, Case.MADE_UP_TAG);
  private final KnowledgeBase knowledge;
  private final Set<String> facts;
  private final Set<String> rules;
  private final Map<String, Set<String>> tested = new HashMap<>();

  /**
   * The redaction of what a knowledge base says.
   *
   * @throws ParleyException if its vocabulary has no channel facts
   */
  public Redaction(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.facts =
        knowledge.vocabulary().facts().stream()
            .filter(f -> f.group().equals(GROUP))
            .map(FactType::name)
            .collect(Collectors.toSet());
    if (facts.isEmpty()) {
      throw new ParleyException(
          "the vocabulary has no fact of the group '%s', so nothing would be left out"
              .formatted(GROUP));
    }
    this.rules =
        knowledge.rules().headers().stream()
            .filter(rule -> today(rule.derives()).anyMatch(facts::contains))
            .map(RuleHeader::name)
            .collect(Collectors.toSet());
    for (Decision decision : knowledge.decisions()) {
      decision
          .table()
          .ifPresent(
              table -> table.rows().forEach(r -> tested.put(r.id(), tested(decision, table, r))));
    }
  }

  /** Facts by the names that they have now, whatever a rule calls them. */
  private Stream<String> today(List<String> names) {
    return names.stream()
        .map(n -> knowledge.vocabulary().factEverCalled(n).map(FactType::name).orElse(n));
  }

  /**
   * A case that gives the same advice without a word that its author wrote freely. Its id, its
   * conflict and the names of the two sides stay.
   */
  public Case nameless(Case subject) {
    Map<String, String> names = names(subject);
    Case.Builder bare =
        Case.builder()
            .id(subject.id())
            .conflict(subject.conflict())
            .asOf(subject.asOf())
            .decidingParty(subject.decidingParty())
            .adversary(subject.adversary())
            .thirdParty(names.getOrDefault(subject.thirdParty(), subject.thirdParty()))
            .sides(subject.sides())
            .tags(subject.tags().stream().filter(KEPT::contains).toList())
            .expected(subject.expected());
    subject.facts().values().forEach(f -> bare.fact(bare(f)));
    subject.events().forEach(e -> bare.event(bare(e, names)));
    if (subject.observed() != null) {
      Observation seen = subject.observed();
      bare.observed(
          new Observation(
              seen.posture(), seen.unofficialTrack(), seen.confidence(), "", "", List.of()));
    }
    return bare.build();
  }

  private static Fact bare(Fact fact) {
    return new Fact(
        fact.name(), fact.value(), fact.origin(), "", "", fact.confidence(), "", List.of());
  }

  private Event bare(Event event, Map<String, String> names) {
    Map<String, String> details = new LinkedHashMap<>();
    event.details().forEach((key, value) -> details.put(key, isFree(event, key) ? "" : value));
    details.values().removeIf(String::isEmpty);
    return new Event(
        event.date(),
        event.type(),
        event.by().stream().map(n -> names.getOrDefault(n, n)).toList(),
        event.to().stream().map(n -> names.getOrDefault(n, n)).toList(),
        details,
        "",
        "");
  }

  private boolean isFree(Event event, String key) {
    return knowledge
        .vocabulary()
        .event(event.type())
        .map(type -> type.details().get(key))
        .map(detail -> detail.kind() == Detail.Kind.TEXT)
        .orElse(true);
  }

  /** What stands for each name that is not on one of the two sides. */
  private Map<String, String> names(Case subject) {
    Set<String> kept = new HashSet<>(List.of(subject.decidingParty(), subject.adversary(), ""));
    kept.addAll(subject.sides().ours());
    kept.addAll(subject.sides().theirs());
    Map<String, String> names = new HashMap<>();
    subject.thirdPartyNames().stream()
        .filter(n -> !kept.contains(n))
        .forEach(n -> names.put(n, THIRD_PARTY));
    int outsiders = 0;
    // those of events that are left out have the last numbers, so that none is missing
    for (Event event :
        subject.events().stream().sorted(Comparator.comparing(this::isOnChannel)).toList()) {
      for (String name : Stream.concat(event.by().stream(), event.to().stream()).toList()) {
        if (!kept.contains(name) && !names.containsKey(name)) {
          names.put(name, "outsider " + ++outsiders);
        }
      }
    }
    return names;
  }

  /** An advice without channel facts. It should be on a {@linkplain #nameless nameless} case. */
  public Advice of(Advice advice) {
    return new RedactedAdvice(advice, this);
  }

  /** The drawings of the models, with none of the names that are left out. */
  List<Diagram> of(List<Diagram> diagrams) {
    return diagrams.stream().map(this::of).toList();
  }

  private Diagram of(Diagram diagram) {
    return new Diagram(
        diagram.file(),
        diagram.title(),
        diagram.nodes().stream().map(n -> isWithheld(n.name()) ? n.named(WITHHELD) : n).toList(),
        diagram.edges().stream()
            .map(e -> isWithheld(e.from()) ? new Edge(WITHHELD, e.to(), e.points()) : e)
            .toList());
  }

  /** Whether a rule derives what is left out. */
  boolean isOnChannel(String rule) {
    return rules.contains(rule);
  }

  boolean isWithheld(String fact) {
    return facts.contains(fact);
  }

  /** Whether an event bears on a channel. */
  boolean isOnChannel(Event event) {
    return knowledge
        .vocabulary()
        .event(event.type())
        .map(type -> type.isSecret(event) || type.facts().stream().anyMatch(facts::contains))
        .orElse(false);
  }

  /** The facts and decisions that a row tests; none where there is no row of this id. */
  Set<String> tested(String row) {
    return tested.getOrDefault(row, Set.of());
  }

  /** Whether the answer of a decision that is no table rests on some of these. */
  boolean isComputedFrom(String name, Predicate<String> some) {
    return knowledge
        .decision(name)
        .filter(d -> d.table().isEmpty())
        .filter(d -> Stream.concat(d.facts().stream(), d.decisions().stream()).anyMatch(some))
        .isPresent();
  }

  /** What a column of a table looks at: mostly one name; all that it could be where it computes. */
  Set<String> readBy(String table, String column) {
    return knowledge.decision(table).map(d -> readBy(d, column)).orElse(Set.of(column));
  }

  private static Set<String> readBy(Decision decision, String column) {
    Set<String> names = new HashSet<>(decision.facts());
    names.addAll(decision.decisions());
    return names.contains(column) ? Set.of(column) : names;
  }

  private static Set<String> tested(Decision decision, DecisionTable table, Row row) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      if (row.tests(i)) {
        names.addAll(readBy(decision, table.inputs().get(i).expression()));
        names.addAll(named(decision, row.tests().get(i)));
      }
    }
    row.results().forEach(result -> names.addAll(named(decision, result)));
    return names;
  }

  /**
   * What a cell may read beside what its column looks at: rather too much than too little, but
   * nothing that it only says.
   */
  private static List<String> named(Decision decision, String cell) {
    String text = TEXT.matcher(cell).replaceAll("").replaceAll("\\s+", " ");
    return Stream.concat(decision.facts().stream(), decision.decisions().stream())
        .filter(text::contains)
        .toList();
  }

  /**
   * In how many ways those of some facts can be known that the posture rests on and are left out.
   */
  double worlds(List<String> names) {
    Set<String> counted = FactSpace.factsBehind(knowledge, FinalDecisions.POSTURE);
    return names.stream()
        .filter(counted::contains)
        .filter(this::isWithheld)
        .mapToDouble(n -> knowledge.vocabulary().fact(n).orElseThrow().known().size())
        .reduce(1, (a, b) -> a * b);
  }

  List<String> left(List<String> names) {
    return names.stream().filter(n -> !isWithheld(n)).toList();
  }
}

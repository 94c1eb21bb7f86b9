package org.parley.report.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.explain.FinalDecisions;
import org.parley.explain.Redaction;
import org.parley.report.document.Block.Item;
import org.parley.report.document.Block.Items;
import org.parley.report.document.Block.Order;
import org.parley.report.document.Figures;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/** Lays the trace of an advice out from the posture down to the facts, everything once. */
final class TraceItems {
  private static final String OUTRANKED = "Also matched, outranked:";
  private static final Words ABOVE = Words.dim("(above)");

  private final Map<String, DecisionTrace> decisions = new LinkedHashMap<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Set<String> unknown;
  private final Set<String> shown = new HashSet<>();
  private final List<Item> roots = new ArrayList<>();

  private TraceItems(Advice advice) {
    unknown = Set.copyOf(advice.unknown());
    advice.trace().forEach(trace -> decisions.put(trace.decision(), trace));
    advice.facts().forEach(fact -> facts.put(fact.name(), fact));
    Stream.concat(FinalDecisions.RECOMMENDATION.stream(), rest().stream())
        .filter(name -> decisions.containsKey(name) && !shown.contains(name))
        .forEach(name -> roots.add(decided(decisions.get(name))));
  }

  /** The final decisions, then those that none of these rests on, each with what it rests on. */
  static Items of(Advice advice) {
    return new Items(Order.TREE, new TraceItems(advice).roots);
  }

  /** The last first: a decision stands behind those it reads, which are shown below it. */
  private List<String> rest() {
    List<String> names = new ArrayList<>(decisions.keySet());
    Map<String, Integer> readers = new HashMap<>();
    decisions.values().forEach(d -> d.decisions().forEach(n -> readers.merge(n, 1, Integer::sum)));
    Set<String> order = new LinkedHashSet<>();
    names.stream().filter(name -> !readers.containsKey(name)).forEach(order::add);
    for (int i = names.size() - 1; i >= 0; i--) {
      order.add(names.get(i));
    }
    return List.copyOf(order);
  }

  private Item decided(DecisionTrace trace) {
    List<?> several =
        trace.result() instanceof List<?> answers && answers.size() > 1 ? answers : List.of();
    Words head =
        Words.strong(trace.decision())
            .and(Tone.STRONG, ":")
            .then(
                Tone.STRONG,
                several.isEmpty()
                    ? Wording.result(trace.result())
                    : Figures.count(several.size(), "answer"));
    if (!shown.add(trace.decision())) {
      return new Item(head.then(ABOVE));
    }
    Item item =
        new Item(head)
            .note(Words.dim(trace.question()))
            .with(several, answer -> new Item(Wording.result(answer)));
    if (trace.rows().isEmpty()) {
      item = item.with(trace.decisions(), this::notRead);
      item = item.with(trace.facts(), this::notRead);
    }
    return item.with(trace.rows().stream().filter(FiredRow::decided).toList(), this::matched)
        .with(
            trace.rows().stream().filter(row -> !row.decided()).toList(),
            row ->
                new Item(
                    Words.dim(OUTRANKED).then(Tone.DIM, row.why()).listed(Words.row(row.id()))));
  }

  /** What no row that matched has read. */
  private Item notRead(String name) {
    return input(name, unknown.contains(name) ? "" : Redaction.WITHHELD);
  }

  private Item matched(FiredRow row) {
    return new Item(row.why())
        .note(Wording.lookUp(row.id(), row.source(), row.statements()))
        .with(row.inputs().entrySet(), e -> input(e.getKey(), e.getValue()));
  }

  private Item input(String name, String value) {
    DecisionTrace decision = decisions.get(name);
    if (decision != null) {
      return decided(decision);
    }
    Fact fact = facts.get(name);
    if (fact == null) {
      return new Item(Words.plain(name).and(Tone.PLAIN, ":").then(Tone.DIM, Wording.known(value)));
    }
    Words head = Words.plain(name).and(Tone.PLAIN, ":").then(Tone.PLAIN, fact.value());
    if (!shown.add(name)) {
      return new Item(head.then(ABOVE));
    }
    return new Item(head.listed(Wording.provenance(fact)))
        .with(fact.events(), event -> new Item(event(event)));
  }

  private static Words event(Event event) {
    return Words.plain(event.date() + " " + event.type())
        .listed(Tone.PLAIN, Wording.parties(event), event.note())
        .then(Tone.DIM, Wording.isBlank(event.source()) ? "" : "(" + event.source() + ")");
  }
}

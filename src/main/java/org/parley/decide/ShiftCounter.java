package org.parley.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.parley.decide.Shifts.Shift;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Counts where two engines answer differently: in all worlds if it can, or else in a sample. */
final class ShiftCounter {
  // a good second, on a slow machine
  private static final int MOST_STATES = 12_000;
  private static final int SAMPLE = 200_000;
  private static final int BLOCK = 4096;
  private static final double Z = 1.959964;
  private static final String NONE = "none";

  private final KnowledgeBase knowledge;
  private final CompiledTables before;
  private final KnowledgeBase otherKnowledge;
  private final CompiledTables after;

  ShiftCounter(
      KnowledgeBase knowledge,
      CompiledTables before,
      KnowledgeBase otherKnowledge,
      CompiledTables after) {
    this.knowledge = knowledge;
    this.before = before;
    this.otherKnowledge = otherKnowledge;
    this.after = after;
  }

  /** Counts in all worlds; empty where that takes too long or cannot be done. */
  Optional<Shifts> exact(String decision) {
    if (!haveSameFacts() || !haveResults(before, decision) || !haveResults(after, decision)) {
      return Optional.empty();
    }
    List<Worlds.Open> open = new ArrayList<>();
    for (Domain domain : before.facts().values()) {
      List<Integer> codes = IntStream.range(0, domain.size()).boxed().toList();
      open.add(new Worlds.Open(open.size(), codes));
    }
    return WorldShift.count(before, after, decision, changed(), open, MOST_STATES)
        .map(shares -> named(decision, shares))
        .map(shares -> new Shifts(sorted(shares), true, 0));
  }

  private Map<List<String>, Double> named(String decision, Map<List<Integer>, Double> shares) {
    Map<List<String>, Double> named = new TreeMap<>(PAIRS);
    List<Object> from = before.domain(before.slot(decision)).values();
    List<Object> to = after.domain(after.slot(decision)).values();
    shares.forEach(
        (pair, share) ->
            named.merge(
                List.of(from.get(pair.get(0)).toString(), to.get(pair.get(1)).toString()),
                share,
                Double::sum));
    return named;
  }

  /** The decisions that the two do not answer alike for the same values of what they read. */
  private Set<String> changed() {
    Map<String, String> there = KnownTables.keys(otherKnowledge, after);
    Map<String, String> here = KnownTables.keys(knowledge, before);
    Set<String> changed = new HashSet<>();
    for (KnowledgeBase base : List.of(knowledge, otherKnowledge)) {
      base.decisions().stream()
          .map(Decision::name)
          .filter(n -> here.get(n) == null || !Objects.equals(here.get(n), there.get(n)))
          .forEach(changed::add);
    }
    return changed;
  }

  /** Whether all tables behind a decision have results: what has none is not followed. */
  private static boolean haveResults(CompiledTables tables, String decision) {
    return tables.behind(List.of(decision)).stream()
        .map(tables::table)
        .allMatch(table -> table != null && table.answersAll());
  }

  private boolean haveSameFacts() {
    return List.copyOf(before.facts().keySet()).equals(List.copyOf(after.facts().keySet()))
        && before.facts().keySet().stream()
            .allMatch(
                name -> before.facts().get(name).values().equals(after.facts().get(name).values()));
  }

  /** Counts in a sample of worlds, the same in every run. */
  Shifts sampled(
      String decision, ColumnEvaluator evaluator, ColumnEvaluator otherEvaluator, long seed) {
    Random random = new Random(seed);
    byte[][] here = new byte[before.facts().size()][BLOCK];
    byte[][] there = new byte[after.facts().size()][BLOCK];
    byte[][] results = new byte[1][BLOCK];
    byte[][] otherResults = new byte[1][BLOCK];
    Map<List<String>, Double> shares = new TreeMap<>(PAIRS);
    for (int from = 0; from < SAMPLE; from += BLOCK) {
      int size = Math.min(BLOCK, SAMPLE - from);
      draw(random, size, here, there);
      evaluator.evaluate(here, 0, size, results);
      otherEvaluator.evaluate(there, 0, size, otherResults);
      for (int i = 0; i < size; i++) {
        String one = name(evaluator.results(decision), results[0][i]);
        String other = name(otherEvaluator.results(decision), otherResults[0][i]);
        if (!one.equals(other)) {
          shares.merge(List.of(one, other), 1.0 / SAMPLE, Double::sum);
        }
      }
    }
    double share = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    // where none was found, there may still be some: the rule of three
    double margin = share == 0 ? 3.0 / SAMPLE : Z * Math.sqrt(share * (1 - share) / SAMPLE);
    return new Shifts(sorted(shares), false, margin);
  }

  private static String name(List<Object> results, byte code) {
    int place = code & 0xFF;
    return place < results.size() ? results.get(place).toString() : NONE;
  }

  /** Values that both versions know, drawn fact by fact. */
  private void draw(Random random, int size, byte[][] here, byte[][] there) {
    Map<String, Integer> places = places(after);
    int fact = 0;
    for (Map.Entry<String, Domain> entry : before.facts().entrySet()) {
      Domain domain = entry.getValue();
      Domain other = after.facts().get(entry.getKey());
      List<Object> values = other == null ? domain.values() : common(domain, other);
      for (int i = 0; i < size; i++) {
        Object value = values.get(random.nextInt(values.size()));
        here[fact][i] = (byte) domain.code(value);
        if (other != null) {
          there[places.get(entry.getKey())][i] = (byte) other.code(value);
        }
      }
      fact++;
    }
    after
        .facts()
        .forEach(
            (name, domain) -> {
              if (!before.facts().containsKey(name)) {
                for (int i = 0; i < size; i++) {
                  there[places.get(name)][i] = (byte) random.nextInt(domain.size());
                }
              }
            });
  }

  private static Map<String, Integer> places(CompiledTables tables) {
    Map<String, Integer> places = new LinkedHashMap<>();
    tables.facts().keySet().forEach(name -> places.put(name, places.size()));
    return places;
  }

  /** What both can stand for: values of a choice that both have, of a number all bands. */
  private static List<Object> common(Domain one, Domain other) {
    List<Object> values = new ArrayList<>();
    for (Domain domain : List.of(one, other)) {
      for (Object value : domain.values()) {
        boolean both = one.code(value) != one.none() && other.code(value) != other.none();
        if (both && !values.contains(value)) {
          values.add(value);
        }
      }
    }
    values.sort(Comparator.comparing(v -> v instanceof BigDecimal n ? n : BigDecimal.ZERO));
    return values;
  }

  private static final Comparator<List<String>> PAIRS =
      Comparator.<List<String>, String>comparing(p -> p.get(0)).thenComparing(p -> p.get(1));

  private static List<Shift> sorted(Map<List<String>, Double> shares) {
    return shares.entrySet().stream()
        .map(e -> new Shift(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(
            Comparator.comparingDouble(Shift::share)
                .reversed()
                .thenComparing(Shift::from)
                .thenComparing(Shift::to))
        .toList();
  }
}

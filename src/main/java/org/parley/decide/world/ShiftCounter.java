package org.parley.decide.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.decide.world.Shifts.Shift;

/** Counts where two engines answer differently: in all worlds if it can, or else in a sample. */
public final class ShiftCounter {
  // nearly all changes that can be counted take a few hundred, and all others far too many
  private static final int MOST_STATES = 1_200;
  private static final int SAMPLE = 100_000;
  private static final int BLOCK = 4096;
  private static final double Z = 1.959964;
  private static final String NONE = "none";

  private final CompiledTables before;
  private final CompiledTables after;
  private final Set<String> changed;

  /**
   * @param changed the decisions that the two do not answer alike for the same values of what they
   *     read
   */
  public ShiftCounter(CompiledTables before, CompiledTables after, Set<String> changed) {
    this.before = before;
    this.after = after;
    this.changed = changed;
  }

  /** Counts in all worlds; empty where that takes too long or cannot be done. */
  public Optional<Shifts> exact(String decision) {
    if (!haveSameFacts() || !haveResults(before, decision) || !haveResults(after, decision)) {
      return Optional.empty();
    }
    return WorldShift.count(before, after, decision, changed, MOST_STATES)
        .map(shares -> new Shifts(sorted(shares), true, 0));
  }

  /** Whether all tables behind a decision have results: what has none is not followed. */
  private static boolean haveResults(CompiledTables tables, String decision) {
    return tables.behind(List.of(decision)).stream()
        .map(tables::table)
        .allMatch(table -> table != null && table.answersAll());
  }

  private boolean haveSameFacts() {
    return values(before).equals(values(after));
  }

  private static List<Map.Entry<String, List<Object>>> values(CompiledTables tables) {
    return tables.facts().entrySet().stream()
        .map(fact -> Map.entry(fact.getKey(), fact.getValue().values()))
        .toList();
  }

  /**
   * Counts in a sample of worlds, the same in every run.
   *
   * @param decisions to count for, in one sample
   * @param evaluator answers the decisions before
   * @param otherEvaluator answers them after
   */
  public List<Shifts> sampled(
      List<String> decisions,
      ColumnEvaluator evaluator,
      ColumnEvaluator otherEvaluator,
      long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[][] here = new byte[before.facts().size()][BLOCK];
    byte[][] there = new byte[after.facts().size()][BLOCK];
    byte[][] results = new byte[decisions.size()][BLOCK];
    byte[][] otherResults = new byte[decisions.size()][BLOCK];
    List<Draw> draws = draws(decisions, here, there);
    int[][][] counts = new int[decisions.size()][Domain.LARGEST + 1][Domain.LARGEST + 1];
    for (int from = 0; from < SAMPLE; from += BLOCK) {
      int size = Math.min(BLOCK, SAMPLE - from);
      draws.forEach(d -> d.fill(random, size));
      evaluator.evaluate(here, 0, size, results);
      otherEvaluator.evaluate(there, 0, size, otherResults);
      for (int d = 0; d < counts.length; d++) {
        for (int i = 0; i < size; i++) {
          counts[d][results[d][i] & 0xFF][otherResults[d][i] & 0xFF]++;
        }
      }
    }
    List<Shifts> shifts = new ArrayList<>();
    for (int d = 0; d < counts.length; d++) {
      String decision = decisions.get(d);
      shifts.add(
          estimated(
              shares(counts[d], evaluator.results(decision), otherEvaluator.results(decision))));
    }
    return shifts;
  }

  private static Shifts estimated(Map<List<String>, Double> shares) {
    double share = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    // where none was found, there may still be some: the rule of three
    double margin = share == 0 ? 3.0 / SAMPLE : Z * Math.sqrt(share * (1 - share) / SAMPLE);
    return new Shifts(sorted(shares), false, margin);
  }

  private static Map<List<String>, Double> shares(
      int[][] counts, List<Object> results, List<Object> otherResults) {
    Map<List<String>, Double> shares = new LinkedHashMap<>();
    for (int from = 0; from < counts.length; from++) {
      for (int to = 0; to < counts.length; to++) {
        String one = name(results, from);
        String other = name(otherResults, to);
        if (counts[from][to] > 0 && !one.equals(other)) {
          shares.merge(List.of(one, other), (double) counts[from][to] / SAMPLE, Double::sum);
        }
      }
    }
    return shares;
  }

  private static String name(List<Object> results, int code) {
    return code < results.size() ? results.get(code).toString() : NONE;
  }

  /** Draws values of a fact for one version or both. */
  private static final class Draw {
    // of 63 random bits, a fact takes 21: no value is more likely than another by one in 10,000
    private static final int BITS = 21;

    private final byte[] here;
    private final byte[] codesHere;
    private final byte[] there;
    private final byte[] codesThere;

    /**
     * @param here takes the codes of one version
     * @param codesHere the codes of the values there
     * @param there takes the codes of the other version
     * @param codesThere the codes of the same values there
     */
    Draw(byte[] here, byte[] codesHere, byte[] there, byte[] codesThere) {
      this.here = here;
      this.codesHere = codesHere;
      this.there = there;
      this.codesThere = codesThere;
    }

    void fill(SplittableRandom random, int size) {
      long bits = 0;
      for (int i = 0; i < size; i++) {
        bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
        int value = (int) (((bits & ((1L << BITS) - 1)) * codesHere.length) >>> BITS);
        here[i] = codesHere[value];
        there[i] = codesThere[value];
      }
    }
  }

  /** One for each fact behind a decision in either version; the others make no difference. */
  private List<Draw> draws(List<String> decisions, byte[][] here, byte[][] there) {
    Set<String> names = new TreeSet<>();
    for (CompiledTables tables : List.of(before, after)) {
      for (String decision : decisions) {
        tables.factsBehind(tables.slot(decision)).forEach(slot -> names.add(tables.name(slot)));
      }
    }
    List<Draw> draws = new ArrayList<>();
    for (String name : names) {
      Domain one = before.facts().get(name);
      Domain other = after.facts().get(name);
      List<Object> values =
          one == null ? other.values() : other == null ? one.values() : common(one, other);
      // what only one version has is drawn for it alone
      draws.add(
          new Draw(
              one == null ? new byte[BLOCK] : here[before.slot(name)],
              codes(one, values),
              other == null ? new byte[BLOCK] : there[after.slot(name)],
              codes(other, values)));
    }
    return draws;
  }

  private static byte[] codes(Domain domain, List<Object> values) {
    byte[] codes = new byte[values.size()];
    for (int i = 0; i < codes.length && domain != null; i++) {
      codes[i] = (byte) domain.code(values.get(i));
    }
    return codes;
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

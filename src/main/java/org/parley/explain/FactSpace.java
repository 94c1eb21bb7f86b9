package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.Range;
import org.parley.decide.answer.FactCodes;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * Facts, each with every value that the tables tell apart: those of a choice, the bands of a
 * number. Immutable.
 */
final class FactSpace {
  private final List<Axis> axes;

  /** The facts that a decision rests on. */
  FactSpace(KnowledgeBase knowledge, FactCodes codes, String decision) {
    this(knowledge, codes, factsBehind(knowledge, decision)::contains);
  }

  /** All facts. */
  FactSpace(KnowledgeBase knowledge, FactCodes codes) {
    this(knowledge, codes, fact -> true);
  }

  private FactSpace(KnowledgeBase knowledge, FactCodes codes, Predicate<String> needed) {
    List<Axis> all = new ArrayList<>();
    int place = 0;
    for (FactType fact : knowledge.vocabulary().facts()) {
      if (needed.test(fact.name())) {
        all.add(new Axis(fact, place, values(fact, codes.values(place))));
      }
      place++;
    }
    axes = List.copyOf(all);
  }

  /** The facts in the order of the vocabulary. */
  List<Axis> axes() {
    return axes;
  }

  /** A fact by its name; empty where the decision does not rest on it. */
  Optional<Axis> axis(String fact) {
    return axes.stream().filter(a -> a.fact().name().equals(fact)).findFirst();
  }

  /** The facts that a decision and those that it rests on read. */
  static Set<String> factsBehind(KnowledgeBase knowledge, String decision) {
    return behind(knowledge, decision).stream()
        .flatMap(d -> d.facts().stream())
        .collect(Collectors.toSet());
  }

  /** A decision and all that it rests on. */
  static List<Decision> behind(KnowledgeBase knowledge, String decision) {
    List<Decision> behind = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(decision));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (seen.add(next)) {
        // a function of the models is none, and reads nothing of itself
        Optional<Decision> found = knowledge.decision(next);
        found.ifPresent(behind::add);
        found.map(Decision::decisions).ifPresent(open::addAll);
      }
    }
    return behind;
  }

  private static List<Value> values(FactType fact, List<String> least) {
    List<Value> values = new ArrayList<>();
    for (int code = 0; code < least.size(); code++) {
      values.add(new Value(code, least.get(code), greatest(fact, least, code)));
    }
    return values;
  }

  private static String greatest(FactType fact, List<String> least, int code) {
    if (fact.kind() == FactType.Kind.CHOICE || least.get(code).equals(FactType.UNKNOWN)) {
      return least.get(code);
    }
    return code + 1 < least.size()
        ? String.valueOf(Integer.parseInt(least.get(code + 1)) - 1)
        : String.valueOf(fact.max());
  }

  /**
   * A fact.
   *
   * @param column its place in the codes of a case
   * @param values by their codes
   */
  record Axis(FactType fact, int column, List<Value> values) {

    /** The value of a case. */
    Value value(byte[] codes) {
      return values.get(codes[column] & 0xFF);
    }

    /**
     * Values in words, nearest to another first; neighbouring bands are one.
     *
     * @param least the values, of bands the least numbers, in the order of codes
     */
    List<Value> nearest(List<Object> least, Value to) {
      List<Value> found = new ArrayList<>();
      for (Value value : values) {
        if (!value.isKnown() || !least.contains(fact.encode(value.least()))) {
          continue;
        }
        Value last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (fact.kind() == FactType.Kind.NUMBER && last != null && last.isNextTo(value)) {
          found.set(found.size() - 1, new Value(value.code(), last.least(), value.greatest()));
        } else {
          found.add(value);
        }
      }
      found.sort(Comparator.comparingInt(v -> steps(to, v)));
      return found;
    }

    /** The value, or the neighbouring bands, that a label stands for. */
    Optional<Value> withLabel(String label) {
      // words may hold a "to" as well
      String[] ends =
          fact.kind() == FactType.Kind.NUMBER ? label.split(" to ", 2) : new String[] {label};
      return values.stream()
          .filter(v -> v.greatest().equals(ends[ends.length - 1]))
          .findFirst()
          .map(v -> new Value(v.code(), ends[0], v.greatest()));
    }

    /** The value, or the band, that holds a value that a case gives. */
    Value holding(String text) {
      return values.stream()
          .filter(Value::isKnown)
          .filter(
              v ->
                  fact.kind() == FactType.Kind.CHOICE
                      ? v.least().equals(text)
                      : v.spans(Integer.parseInt(text)))
          .findFirst()
          .orElseThrow();
    }

    /** The most steps that two known values can lie apart. */
    int length() {
      boolean scale = fact.ordered() || fact.kind() == FactType.Kind.NUMBER;
      long known = values.stream().filter(Value::isKnown).count();
      return scale ? (int) Math.max(1, known - 1) : 1;
    }

    /** Numbers of the fact, from the least to the greatest. */
    Range range(int least, int greatest) {
      String words = least + " to " + greatest;
      if (least == greatest) {
        words = String.valueOf(least);
      } else if (least <= fact.min()) {
        words = greatest >= fact.max() ? "any number" : "at most " + greatest;
      } else if (greatest >= fact.max()) {
        words = "at least " + least;
      }
      return new Range(least, greatest, words);
    }

    /** How far two values lie apart, in steps of a scale. */
    int steps(Value from, Value to) {
      return fact.kind() == FactType.Kind.CHOICE || !from.isKnown() || !to.isKnown()
          ? fact.steps(from.least(), to.least())
          : Math.abs(from.code() - to.code());
    }
  }

  /**
   * A value of a choice, or a band of a number.
   *
   * @param least the value, or the least number of the band
   * @param greatest the same, or the greatest number of the band
   */
  record Value(int code, String least, String greatest) {

    boolean isKnown() {
      return !least.equals(FactType.UNKNOWN);
    }

    private boolean spans(int number) {
      return Integer.parseInt(least) <= number && number <= Integer.parseInt(greatest);
    }

    private boolean isNextTo(Value next) {
      return Integer.parseInt(greatest) + 1 == Integer.parseInt(next.least);
    }

    /** In words, such as {@code 6 to 17}. */
    String label() {
      return least.equals(greatest) ? least : least + " to " + greatest;
    }

    /** Of a band the number nearest to another value. */
    String nearestTo(Value other) {
      return other.isKnown() && other.code() > code ? greatest : least;
    }
  }
}

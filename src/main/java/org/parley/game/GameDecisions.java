package org.parley.game;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.Labelled;

/** The decisions that give the game its numbers: the only names of the domain that it knows. */
public final class GameDecisions {
  private static final String OWN_TYPE = "own type";

  private static final List<Source> SOURCES =
      List.of(
          Source.one("prior belief", Parameter.P),
          Source.one("cost of escalation", Parameter.C),
          Source.pair("promise of escalation", Parameter.PI_H, Parameter.PI_L),
          Source.pair("worth of talks", Parameter.B_H, Parameter.B_L),
          Source.one("damage by escalation", Parameter.D),
          Source.pair("price of a demonstration", Parameter.K_H, Parameter.K_L),
          Source.pair("strength of the signal", Parameter.LAMBDA_H, Parameter.LAMBDA_L),
          Source.one("guarantee counted", Parameter.G),
          Source.one("incentive counted", Parameter.I),
          Source.one("usefulness of a secret channel", Parameter.T),
          Source.one("exposure of a secret channel", Parameter.V));

  private GameDecisions() {}

  /**
   * The numbers that the tables give.
   *
   * @param results the result of a decision by its name, or {@code null} if there is none
   * @return empty where a decision is missing or is no number
   * @throws org.parley.ParleyException if the numbers break an assumption of the model
   */
  public static Optional<Parameters> parameters(Function<String, Object> results) {
    Map<Parameter, BigDecimal> numbers = numbers(results);
    return numbers.size() == Parameter.values().length
        ? Optional.of(Parameters.of(numbers))
        : Optional.empty();
  }

  /** The numbers that the tables give, as far as they do. */
  static Map<Parameter, BigDecimal> numbers(Function<String, Object> results) {
    Map<Parameter, BigDecimal> numbers = new EnumMap<>(Parameter.class);
    SOURCES.forEach(source -> source.read(results.apply(source.decision()), numbers));
    return numbers;
  }

  /** Which kind the deciding party is; empty where that is not known. */
  public static Optional<Kind> ownKind(Function<String, Object> results) {
    return Labelled.find(Kind.class, String.valueOf(results.apply(OWN_TYPE)));
  }

  /** The decisions that are missing or have no such result as the game needs. */
  static List<String> missing(Function<String, Object> results) {
    return Stream.concat(
            SOURCES.stream()
                .filter(source -> !source.answeredBy(results.apply(source.decision())))
                .map(Source::decision),
            Stream.of(OWN_TYPE).filter(name -> results.apply(name) == null))
        .toList();
  }

  /** The decisions that the game reads. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(OWN_TYPE));
    SOURCES.forEach(source -> names.add(source.decision()));
    return names;
  }

  /** The decision that gives a number. */
  public static String decision(Parameter parameter) {
    return SOURCES.stream()
        .filter(source -> source.byComponent().containsValue(parameter))
        .findFirst()
        .orElseThrow()
        .decision();
  }

  /**
   * A decision and the numbers that it gives.
   *
   * @param decision its name
   * @param byComponent the numbers by the column of the result; one without a name is the result
   */
  private record Source(String decision, Map<String, Parameter> byComponent) {

    static Source one(String decision, Parameter parameter) {
      return new Source(decision, Map.of("", parameter));
    }

    static Source pair(String decision, Parameter high, Parameter low) {
      return new Source(
          decision, Map.of(Kind.CAN_LAST.label(), high, Kind.CANNOT_LAST.label(), low));
    }

    void read(Object result, Map<Parameter, BigDecimal> numbers) {
      byComponent.forEach(
          (component, parameter) -> {
            if (part(result, component) instanceof BigDecimal number) {
              numbers.put(parameter, number);
            }
          });
    }

    boolean answeredBy(Object result) {
      return byComponent.keySet().stream().allMatch(c -> part(result, c) instanceof BigDecimal);
    }

    private static Object part(Object result, String component) {
      if (component.isEmpty()) {
        return result;
      }
      return result instanceof Map<?, ?> map ? map.get(component) : null;
    }
  }
}

package org.parley.game;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Problem;

/** The numbers of one game, within their ranges and the assumptions of the model. Immutable. */
public final class Parameters {
  private final Map<Parameter, Double> values;

  private Parameters(Map<Parameter, Double> values) {
    this.values = values;
  }

  /**
   * The numbers by parameter; each must be given.
   *
   * @throws ParleyException if one is missing or out of its range, or if they break an assumption
   *     of the model; it lists all problems
   */
  public static Parameters of(Map<Parameter, ? extends Number> given) {
    return checked(new EnumMap<>(Parameter.class), given);
  }

  /**
   * These numbers with some others in their place.
   *
   * @throws ParleyException like {@link #of}
   */
  public Parameters with(Map<Parameter, ? extends Number> others) {
    return checked(new EnumMap<>(values), others);
  }

  /** These numbers with another one; see {@link #with(Map)}. */
  public Parameters with(Parameter parameter, double value) {
    return with(Map.of(parameter, value));
  }

  /** A number. */
  public double get(Parameter parameter) {
    return values.get(parameter);
  }

  /** All numbers in their order, as {@link BigDecimal} so that they print as they were written. */
  public Map<Parameter, BigDecimal> asMap() {
    Map<Parameter, BigDecimal> map = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      map.put(parameter, BigDecimal.valueOf(get(parameter)));
    }
    return Collections.unmodifiableMap(map);
  }

  /** The cost of escalating with the guarantee on offer. */
  public double costWithGuarantee() {
    return get(Parameter.C) + get(Parameter.G);
  }

  /** What escalating brings the adversary against a kind of party. */
  public double promise(Kind kind) {
    return get(kind == Kind.CAN_LAST ? Parameter.PI_H : Parameter.PI_L);
  }

  /** What talks bring a kind of party, with the incentive on offer. */
  public double worth(Kind kind) {
    return get(kind == Kind.CAN_LAST ? Parameter.B_H : Parameter.B_L) + get(Parameter.I);
  }

  /** What a demonstration costs a kind of party. */
  public double price(Kind kind) {
    return get(kind == Kind.CAN_LAST ? Parameter.K_H : Parameter.K_L);
  }

  /** What a kind of party loses when the adversary escalates. */
  public double damage(Kind kind) {
    return promise(kind) * get(Parameter.D);
  }

  /** How far the signal that was seen moves belief: above 1 upwards, below 1 downwards. */
  public double signalRatio() {
    return get(Parameter.LAMBDA_H) / get(Parameter.LAMBDA_L);
  }

  /** The adversary's belief that the party can last, after the signal that was seen. */
  public double belief() {
    double high = get(Parameter.P) * get(Parameter.LAMBDA_H);
    double low = (1 - get(Parameter.P)) * get(Parameter.LAMBDA_L);
    return high / (high + low);
  }

  /** Whether the numbers, each within its range, keep to the assumptions of the model. */
  boolean isWithinModel() {
    for (Border assumption : Border.ASSUMPTIONS) {
      if (!assumption.isAbove(this) && assumption.matters(this)) {
        return false;
      }
    }
    return true;
  }

  /** These numbers with another one, whether or not the model allows it. */
  Parameters unchecked(Parameter parameter, double value) {
    Map<Parameter, Double> changed = new EnumMap<>(values);
    changed.put(parameter, value);
    return new Parameters(changed);
  }

  private static Parameters checked(
      Map<Parameter, Double> values, Map<Parameter, ? extends Number> others) {
    others.forEach((parameter, value) -> values.put(parameter, value.doubleValue()));
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return new Parameters(values);
  }

  private static List<Problem> problems(Map<Parameter, Double> values) {
    List<Problem> problems = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Double value = values.get(parameter);
      if (value == null) {
        problems.add(
            Problem.of("%s (%s) is missing".formatted(parameter.symbol(), parameter.meaning())));
      } else {
        parameter.objection(value).ifPresent(o -> problems.add(Problem.of(o)));
      }
    }
    if (problems.isEmpty()) {
      Parameters candidate = new Parameters(values);
      for (Border assumption : Border.ASSUMPTIONS) {
        if (!assumption.isAbove(candidate) && assumption.matters(candidate)) {
          problems.add(Problem.of(assumption.objection(candidate)));
        }
      }
    }
    return problems;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Such as {@code p=0.4 c=0.3 ...}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : Parameter.values()) {
      text.append(text.isEmpty() ? "" : " ").append(parameter.symbol()).append('=');
      text.append(Numbers.plain(get(parameter)));
    }
    return text.toString();
  }
}

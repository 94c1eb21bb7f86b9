package org.parley.game;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A number of the posture game. */
public enum Parameter {
  /** Probability that the party can last, as the adversary saw it before any signal. */
  P("p", "prior belief that the party can last", Range.INSIDE_ONE),
  /** What escalating costs the adversary. */
  C("c", "cost of escalating to the adversary", Range.AMOUNT),
  /** What escalating brings the adversary against a party that can last. */
  PI_H("pi_H", "gain by escalating against a party that can last", Range.POSITIVE),
  /** What escalating brings the adversary against a party that cannot last. */
  PI_L("pi_L", "gain by escalating against a party that cannot last", Range.POSITIVE),
  /** What talks bring a party that can last. */
  B_H("b_H", "worth of talks to a party that can last", Range.POSITIVE),
  /** What talks bring a party that cannot last. */
  B_L("b_L", "worth of talks to a party that cannot last", Range.POSITIVE),
  /** The damage by escalation, for each unit of the adversary's gain. */
  D("D", "damage by escalation", Range.POSITIVE),
  /** What a demonstration of staying power costs a party that can last. */
  K_H("k_H", "price of a demonstration to a party that can last", Range.POSITIVE),
  /** What a demonstration of staying power costs a party that cannot last. */
  K_L("k_L", "price of a demonstration to a party that cannot last", Range.POSITIVE),
  /** How likely the signal that was seen is from a party that can last. */
  LAMBDA_H("lambda_H", "likelihood of the signal from a party that can last", Range.LIKELIHOOD),
  /** How likely the signal that was seen is from a party that cannot last. */
  LAMBDA_L("lambda_L", "likelihood of the signal from a party that cannot last", Range.LIKELIHOOD),
  /** What a guarantee on offer adds to the cost of escalating. */
  G("g", "guarantee on offer", Range.AMOUNT),
  /** What a reward on offer adds to the worth of talks. */
  I("i", "incentive on offer", Range.AMOUNT),
  /** The share of the worth of talks that a secret channel brings. */
  T("t", "usefulness of a secret channel", Range.SHARE),
  /** How likely secret contact is answered as an open offer would be. */
  V("v", "exposure of a secret channel", Range.SHARE);

  private final String symbol;
  private final String meaning;
  private final Range range;

  Parameter(String symbol, String meaning, Range range) {
    this.symbol = symbol;
    this.meaning = meaning;
    this.range = range;
  }

  /** The short name, in ASCII, such as {@code pi_L}. */
  @JsonValue
  public String symbol() {
    return symbol;
  }

  /** What it is, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The parameter with a short name; Greek letters may be written as such. */
  public static Optional<Parameter> find(String symbol) {
    String plain = symbol.replace("π", "pi").replace("λ", "lambda");
    return Arrays.stream(values()).filter(p -> p.symbol.equals(plain)).findFirst();
  }

  /** All short names. */
  public static List<String> symbols() {
    return Arrays.stream(values()).map(Parameter::symbol).toList();
  }

  /** What is wrong with a value of it; empty where it is allowed. */
  Optional<String> objection(double value) {
    return range.holds(value)
        ? Optional.empty()
        : Optional.of(
            "%s (%s) is %s, but must be %s"
                .formatted(symbol, meaning, Numbers.plain(value), range.words));
  }

  boolean allows(double value) {
    return range.holds(value);
  }

  /** Where values may lie. */
  private enum Range {
    INSIDE_ONE("more than 0 and less than 1") {
      @Override
      boolean holds(double value) {
        return value > 0 && value < 1;
      }
    },
    LIKELIHOOD("more than 0 and at most 1") {
      @Override
      boolean holds(double value) {
        return value > 0 && value <= 1;
      }
    },
    SHARE("from 0 to 1") {
      @Override
      boolean holds(double value) {
        return value >= 0 && value <= 1;
      }
    },
    AMOUNT("0 or more") {
      @Override
      boolean holds(double value) {
        return value >= 0 && value <= LARGEST;
      }
    },
    POSITIVE("more than 0") {
      @Override
      boolean holds(double value) {
        return value > 0 && value <= LARGEST;
      }
    };

    // beyond it sums lose the small terms that decide
    private static final double LARGEST = 1e6;
    private final String words;

    Range(String words) {
      this.words = words;
    }

    abstract boolean holds(double value);
  }
}

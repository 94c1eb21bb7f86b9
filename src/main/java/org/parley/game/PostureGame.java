package org.parley.game;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.SecondOpinion;

/**
 * The posture game, solved in closed form. A party that may or may not have staying power can pay
 * for a demonstration of it, and then opens its door to talks or keeps it closed. The adversary
 * sees both and escalates against an open door or not. Immutable.
 *
 * <p>It reconstructs the signalling game behind the two conditions of Mastro and Siegel (2023);
 * equilibria are those that survive the intuitive criterion and D1. The adversary's belief is the
 * one after the signal that has been seen, its cost of escalating includes the guarantee on offer,
 * and the worth of talks the incentive on offer.
 *
 * @param parameters its numbers
 */
public record PostureGame(@JsonIgnore Parameters parameters) {

  /**
   * The belief from which the adversary does not escalate against an open door: {@code (π_L − c) /
   * (π_L − π_H)}. Below 0 where it escalates against nobody, above 1 where it does against all.
   */
  @JsonProperty
  public double muStar() {
    return (parameters.promise(Kind.CANNOT_LAST) - parameters.costWithGuarantee())
        / (parameters.promise(Kind.CANNOT_LAST) - parameters.promise(Kind.CAN_LAST));
  }

  /** Where the numbers lie. */
  public Region region() {
    if (!Border.PAYS_AGAINST_LOW.isAbove(parameters)) {
      return Region.SAFE;
    }
    if (opensAnyway(Kind.CAN_LAST) || opensAnyway(Kind.CANNOT_LAST)) {
      return regionOfOpeningAnyway();
    }
    return believed() ? Region.REPUTATION : regionOfDoubt();
  }

  /** Whether the signal that was seen is what lifts belief to where an open door is safe. */
  @JsonProperty
  public boolean signalDecides() {
    return believed() && parameters.get(Parameter.P) < muStar();
  }

  /** Whether talks are worth more to a kind of party than escalation could destroy. */
  public boolean opensAnyway(Kind kind) {
    Border fear =
        kind == Kind.CAN_LAST ? Border.HIGH_FEARS_ESCALATION : Border.LOW_FEARS_ESCALATION;
    return !fear.isAbove(parameters);
  }

  /**
   * How the game can be played: in {@link Region#REPUTATION} and where a kind of party opens anyway
   * these are some of several ways, else there is no other.
   */
  @JsonProperty
  public List<Equilibrium> equilibria() {
    Equilibrium open = Equilibrium.pure(Stance.OPENS, Stance.OPENS);
    Equilibrium closed = Equilibrium.pure(Stance.STAYS_CLOSED, Stance.STAYS_CLOSED);
    return switch (region()) {
      case SAFE, BOTH_OPEN_ANYWAY -> List.of(open);
      case REPUTATION -> List.of(open, withoutTrust());
      case PROOF -> List.of(Equilibrium.pure(Stance.PROVES_AND_OPENS, Stance.STAYS_CLOSED));
      case BLUFF ->
          List.of(
              new Equilibrium(
                  Stance.PROVES_AND_OPENS, Stance.SOMETIMES_COPIES, copying(), escalating(true)));
      case CLOSED -> List.of(closed);
      case LOW_OPENS_ANYWAY ->
          List.of(believed() ? open : Equilibrium.pure(Stance.STAYS_CLOSED, Stance.OPENS));
      case HIGH_OPENS_ANYWAY -> List.of(believed() ? open : openedByTheHigh());
    };
  }

  /** What can be played all the same where belief is high: openness then waits for a proof. */
  private Equilibrium withoutTrust() {
    return switch (regionOfDoubt()) {
      case PROOF -> Equilibrium.pure(Stance.PROVES_AND_OPENS, Stance.STAYS_CLOSED);
      case BLUFF -> Equilibrium.pure(Stance.PROVES_AND_OPENS, Stance.PROVES_AND_OPENS);
      default -> Equilibrium.pure(Stance.STAYS_CLOSED, Stance.STAYS_CLOSED);
    };
  }

  private Equilibrium openedByTheHigh() {
    return Border.DEAR_AGAINST_HIGH.isAbove(parameters)
        ? new Equilibrium(Stance.OPENS, Stance.SOMETIMES_OPENS, copying(), escalating(false))
        : Equilibrium.pure(Stance.OPENS, Stance.STAYS_CLOSED);
  }

  /** What is reasonable for a kind of party now, before any further demonstration. */
  public Set<SecondOpinion.Course> reasonable(Kind kind) {
    Set<SecondOpinion.Course> courses = EnumSet.noneOf(SecondOpinion.Course.class);
    boolean safe = region() == Region.SAFE;
    boolean anyway = opensAnyway(kind);
    if (safe || anyway || believed()) {
      courses.add(SecondOpinion.Course.OPEN);
    }
    if (!safe && !anyway) {
      courses.add(SecondOpinion.Course.CLOSED);
      if (SecretChannel.of(parameters, kind).beatsClosed()) {
        courses.add(SecondOpinion.Course.SECRET_CHANNEL);
      }
    }
    return courses;
  }

  /**
   * What is reasonable for a party of a kind that may be unknown: then an open or a closed door
   * where it is for either kind, and a secret channel where it is for both.
   */
  public Set<SecondOpinion.Course> reasonable(Optional<Kind> kind) {
    return kind.map(this::reasonable).orElseGet(this::reasonableForEither);
  }

  private Set<SecondOpinion.Course> reasonableForEither() {
    Set<SecondOpinion.Course> courses = reasonable(Kind.CAN_LAST);
    Set<SecondOpinion.Course> others = reasonable(Kind.CANNOT_LAST);
    boolean secretForBoth =
        courses.contains(SecondOpinion.Course.SECRET_CHANNEL)
            && others.contains(SecondOpinion.Course.SECRET_CHANNEL);
    courses.addAll(others);
    if (!secretForBoth) {
      courses.remove(SecondOpinion.Course.SECRET_CHANNEL);
    }
    return courses;
  }

  /** How far it is from an open door. */
  @JsonProperty
  public Margins margins() {
    return Margins.of(parameters);
  }

  /** For each number, how far it may move before the game comes to something else. */
  @JsonProperty
  public List<Reach> sensitivity() {
    return Arrays.stream(Parameter.values()).map(p -> Reach.of(parameters, p)).toList();
  }

  @JsonProperty("region")
  String code() {
    return region().code();
  }

  @JsonProperty
  String label() {
    return region().label();
  }

  @JsonProperty
  String meaning() {
    return region().meaning();
  }

  @JsonProperty
  double belief() {
    return parameters.belief();
  }

  @JsonProperty("parameters")
  Map<Parameter, Double> numbers() {
    Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      numbers.put(parameter, parameters.get(parameter));
    }
    return numbers;
  }

  private boolean believed() {
    return !Border.PAYS_AT_BELIEF.isAbove(parameters);
  }

  private Region regionOfOpeningAnyway() {
    if (!opensAnyway(Kind.CAN_LAST)) {
      return Region.LOW_OPENS_ANYWAY;
    }
    return opensAnyway(Kind.CANNOT_LAST) ? Region.BOTH_OPEN_ANYWAY : Region.HIGH_OPENS_ANYWAY;
  }

  private Region regionOfDoubt() {
    if (!Border.DEAR_AGAINST_HIGH.isAbove(parameters)
        || Border.TOO_DEAR_FOR_HIGH.isAbove(parameters)) {
      return Region.CLOSED;
    }
    if (!Border.WITHIN_REACH_OF_LOW.isAbove(parameters)) {
      return Region.PROOF;
    }
    return Border.HIGH_BEARS_MORE.isAbove(parameters) ? Region.BLUFF : Region.CLOSED;
  }

  /** The share of copies at which belief is just {@link #muStar}. */
  private double copying() {
    double belief = parameters.belief();
    return belief * (1 - muStar()) / ((1 - belief) * muStar());
  }

  /** The chance of escalation at which copying brings nothing. */
  private double escalating(boolean demonstrated) {
    double price = demonstrated ? parameters.price(Kind.CANNOT_LAST) : 0;
    return (parameters.worth(Kind.CANNOT_LAST) - price) / parameters.damage(Kind.CANNOT_LAST);
  }
}

package org.parley.game;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far one number may move, the others kept, before the game comes to something else.
 *
 * @param parameter the number
 * @param below the nearest place below where that happens, or {@code null} if it never does
 * @param above the nearest place above where that happens, or {@code null} if it never does
 */
public record Reach(Parameter parameter, Turn below, Turn above) {

  // far enough beyond a border to be past rounding, near enough to meet no other
  private static final double STEP = 1e-7;

  /** The place below. */
  public Optional<Turn> turnBelow() {
    return Optional.ofNullable(below);
  }

  /** The place above. */
  public Optional<Turn> turnAbove() {
    return Optional.ofNullable(above);
  }

  /** How far a number may move before the game comes to another region. */
  public static Reach of(Parameters game, Parameter parameter) {
    return of(game, parameter, PostureGame::region);
  }

  /** How far a number may move before an outcome of the game becomes another. */
  public static Reach of(Parameters game, Parameter parameter, Function<PostureGame, ?> outcome) {
    return new Reach(
        parameter, nearest(game, parameter, outcome, -1), nearest(game, parameter, outcome, 1));
  }

  private static Turn nearest(
      Parameters game, Parameter parameter, Function<PostureGame, ?> outcome, int direction) {
    double from = game.get(parameter);
    Object here = outcome.apply(new PostureGame(game));
    double[] crossings =
        Arrays.stream(Border.values())
            .mapToDouble(border -> crossing(border, game, parameter))
            .filter(at -> Double.isFinite(at) && parameter.allows(at))
            .filter(at -> direction * (at - from) > -STEP)
            .map(at -> direction * at)
            .sorted()
            .map(at -> direction * at)
            .toArray();
    for (double at : crossings) {
      double beyond = at + direction * STEP * Math.max(1, Math.abs(at));
      if (!parameter.allows(beyond)) {
        continue;
      }
      if (!game.allow(parameter, beyond)) {
        return new Turn(at, null);
      }
      PostureGame there = new PostureGame(game.unchecked(parameter, beyond));
      if (!outcome.apply(there).equals(here)) {
        return new Turn(at, there.region());
      }
    }
    return null;
  }

  /** Each border is a straight line in each number, so two points of it tell where it is zero. */
  private static double crossing(Border border, Parameters game, Parameter parameter) {
    double from = game.get(parameter);
    double to = parameter.allows(from + 0.5) ? from + 0.5 : from / 2;
    double here = border.at(game);
    double there = border.at(game.unchecked(parameter, to));
    return from - here * (to - from) / (there - here);
  }

  /**
   * A place where the game changes.
   *
   * @param at the value of the number
   * @param region what the game comes to beyond it, or {@code null} where an assumption of the
   *     model ends there
   */
  public record Turn(double at, Region region) {

    /** What the game comes to beyond it; empty where an assumption of the model ends. */
    public Optional<Region> beyond() {
      return Optional.ofNullable(region);
    }
  }
}

package org.parley.game;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
public record Reach(
    Parameter parameter,
    @JsonInclude(JsonInclude.Include.NON_NULL) Turn below,
    @JsonInclude(JsonInclude.Include.NON_NULL) Turn above) {

  // far enough beyond a border to be past rounding, near enough to meet no other
  private static final double STEP = 1e-7;

  /** What the number is. */
  @JsonProperty
  String meaning() {
    return parameter.meaning();
  }

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
    double[] crossings = crossings(game, parameter);
    Object here = outcome.apply(new PostureGame(game));
    Search search = new Search(game, parameter, outcome, here);
    Turn below = null;
    Turn above = null;
    for (int i = crossings.length - 1; i >= 0 && below == null; i--) {
      below = search.at(crossings[i], -1);
    }
    for (int i = 0; i < crossings.length && above == null; i++) {
      above = search.at(crossings[i], 1);
    }
    return new Reach(parameter, below, above);
  }

  /**
   * Where borders lie, rising. Each is a straight line in each number, so two points of it tell
   * where it is zero.
   */
  private static double[] crossings(Parameters game, Parameter parameter) {
    double from = game.get(parameter);
    double to = parameter.allows(from + 0.5) ? from + 0.5 : from / 2;
    Parameters moved = game.unchecked(parameter, to);
    double[] crossings = new double[Border.values().length];
    int count = 0;
    for (Border border : Border.values()) {
      double here = border.at(game);
      double at = from - here * (to - from) / (border.at(moved) - here);
      if (Double.isFinite(at) && parameter.allows(at)) {
        crossings[count++] = at;
      }
    }
    Arrays.sort(crossings, 0, count);
    return Arrays.copyOf(crossings, count);
  }

  /**
   * Looks beyond borders.
   *
   * @param game where it looks from
   * @param parameter the number that moves
   * @param outcome what is looked at
   * @param here what it is before the number moves
   */
  private record Search(
      Parameters game, Parameter parameter, Function<PostureGame, ?> outcome, Object here) {

    /** What changes at a border on the side of a direction; {@code null} if nothing does. */
    Turn at(double crossing, int direction) {
      double beyond = crossing + direction * STEP * Math.max(1, Math.abs(crossing));
      if (direction * (crossing - game.get(parameter)) <= -STEP || !parameter.allows(beyond)) {
        return null;
      }
      Parameters moved = game.unchecked(parameter, beyond);
      PostureGame there = new PostureGame(moved);
      if (!moved.isWithinModel()) {
        return new Turn(crossing, null);
      }
      return outcome.apply(there).equals(here) ? null : new Turn(crossing, there.region());
    }
  }

  /**
   * A place where the game changes.
   *
   * @param at the value of the number
   * @param region what the game comes to beyond it, or {@code null} where an assumption of the
   *     model ends there
   */
  public record Turn(double at, @JsonIgnore Region region) {

    /** The short name of the region; empty where an assumption of the model ends. */
    @JsonProperty("region")
    String code() {
      return region == null ? "" : region.code();
    }

    /** What the game comes to beyond it; empty where an assumption of the model ends. */
    public Optional<Region> beyond() {
      return Optional.ofNullable(region);
    }
  }
}

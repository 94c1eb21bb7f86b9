package org.parley.regress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.decide.TableEngine;
import org.parley.decide.search.CellTrials;
import org.parley.decide.search.FactSearch;
import org.parley.decide.search.Wanted;

/** Finds facts that serve a target, from those of known cases on and changing few of them. */
final class WorldFinder {
  private static final int FEW = 3;
  private static final int ENOUGH = 3;
  private static final int THOROUGH = 3;

  private final CellTrials trials;
  private final FactSearch search;
  private final List<byte[]> starts;
  private final List<Integer> values = new ArrayList<>();

  /**
   * @param starts the facts of known cases, those first that are liked best
   */
  WorldFinder(TableEngine engine, FactSearch search, CellTrials trials, List<byte[]> starts) {
    this.trials = trials;
    this.search = search;
    this.starts = List.copyOf(starts);
    for (int fact = 0; fact < engine.codes().names().size(); fact++) {
      values.add(engine.codes().values(fact).size());
    }
  }

  /** What came of looking for a world that serves a target. */
  sealed interface Result {
    /** A world that does, with few changes. */
    record Found(World world) implements Result {}

    /** It is proved that there is none. */
    record Impossible() implements Result {}

    /** None was found, which proves nothing. */
    record NotFound() implements Result {}
  }

  /** Looks for a world that serves a target, with the fewest changes. */
  Result find(Target target) {
    if (target instanceof Target.UnseenValue value) {
      return new Result.Found(valued(value));
    }
    List<Integer> nearest = search.nearest(wanted(target));
    int few = Math.min(FEW, nearest.size());
    Optional<World> found = among(nearest.subList(0, few), target);
    if (found.isEmpty() && isImpossible(target)) {
      return new Result.Impossible();
    }
    return found
        .or(() -> among(nearest.subList(few, nearest.size()), target))
        .map(world -> (Result) new Result.Found(world))
        .orElseGet(Result.NotFound::new);
  }

  /** Of the worlds made from some cases the one with the fewest changes. */
  private Optional<World> among(List<Integer> some, Target target) {
    List<World> found = new ArrayList<>();
    int tried = 0;
    for (int start : some) {
      World world = new World(start, starts.get(start), starts.get(start));
      from(world, target, tried++ < THOROUGH).ifPresent(found::add);
      if (found.size() == ENOUGH || (!found.isEmpty() && last(found).changed().size() == 1)) {
        break;
      }
    }
    return found.stream().min(Comparator.comparingInt(w -> w.changed().size()));
  }

  private boolean isImpossible(Target target) {
    if (target instanceof Target.UnusedRow row) {
      return search.neverDecides(row.wanted(), row.number());
    }
    return target instanceof Target.Unnoticed unnoticed
        && search.neverMatters(unnoticed.wanted(), unnoticed.mutant().change());
  }

  private static World last(List<World> worlds) {
    return worlds.get(worlds.size() - 1);
  }

  private World valued(Target.UnseenValue value) {
    byte[] facts = starts.get(0).clone();
    facts[value.place()] = (byte) value.code();
    return new World(0, starts.get(0), facts);
  }

  /**
   * The world changed further so that it serves a target.
   *
   * @param thorough whether to try one change more where the table sees what it should, and yet the
   *     target is not served
   */
  Optional<World> from(World world, Target target, boolean thorough) {
    if (target instanceof Target.UnseenValue value) {
      byte[] facts = world.facts();
      facts[value.place()] = (byte) value.code();
      return Optional.of(world.with(facts));
    }
    return search
        .find(world.facts(), wanted(target))
        .flatMap(facts -> served(facts, target, thorough))
        .map(world::with);
  }

  private static Wanted wanted(Target target) {
    return target instanceof Target.UnusedRow row
        ? row.wanted()
        : ((Target.Unnoticed) target).wanted();
  }

  /** The facts themselves, or with one of them changed, where that serves the target. */
  private Optional<byte[]> served(byte[] facts, Target target, boolean thorough) {
    if (serves(facts, target)) {
      return Optional.of(facts);
    }
    if (!thorough) {
      return Optional.empty();
    }
    byte[] near = facts.clone();
    for (int fact = 0; fact < near.length; fact++) {
      for (int code = 0; code < values.get(fact); code++) {
        near[fact] = (byte) code;
        if (code != (facts[fact] & 0xFF) && serves(near, target)) {
          return Optional.of(near);
        }
      }
      near[fact] = facts[fact];
    }
    return Optional.empty();
  }

  /** Whether facts serve a target. */
  boolean serves(byte[] facts, Target target) {
    return trials.take(facts) && target.isServed(trials, facts);
  }
}

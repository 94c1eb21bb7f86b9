package org.parley.assertj;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractAssert;
import org.parley.Changes;
import org.parley.Changes.ChangeSet;
import org.parley.Posture;

/** Assertions on what would change an advice. */
public class ChangesAssert extends AbstractAssert<ChangesAssert, Changes> {

  /** Assertions on changes; {@link ParleyAssertions#assertThat(Changes)} makes them. */
  public ChangesAssert(Changes actual) {
    super(actual, ChangesAssert.class);
  }

  /** No value of this fact changes the posture by itself. */
  public ChangesAssert isRobustAgainst(String fact) {
    isNotNull();
    if (!actual.robust().contains(fact)) {
      fail(
          "to hold whatever the value of '%s'".formatted(fact),
          actual.sets().stream()
              .filter(s -> s.facts().size() == 1 && s.facts().get(0).name().equals(fact))
              .toList());
    }
    return this;
  }

  /**
   * This value of this fact changes the posture by itself. Of a number, as {@link #flipsWhen(Map)}.
   */
  public ChangesAssert flipsWhen(String fact, String value) {
    return flipsWhen(Map.of(fact, value));
  }

  /**
   * These facts change the posture together, and none of them can be spared. A number stands for
   * its band: give that number of the band which is nearest to the present one.
   */
  public ChangesAssert flipsWhen(Map<String, String> values) {
    isNotNull();
    if (actual.sets().stream().noneMatch(s -> values(s).equals(values))) {
      fail("to flip when " + Grounds.values(values), actual.sets());
    }
    return this;
  }

  /** Some change within what was searched leads to this posture. */
  public ChangesAssert canFlipTo(Posture posture) {
    isNotNull();
    if (actual.sets().stream().noneMatch(s -> s.posture() == posture)) {
      fail("to be able to flip to " + posture, actual.sets());
    }
    return this;
  }

  /** At least so many facts must have another known value before the tables favour this posture. */
  public ChangesAssert isAway(Posture posture, int facts) {
    isNotNull();
    OptionalInt distance =
        actual.distances().stream()
            .filter(d -> d.posture() == posture)
            .map(Changes.Distance::facts)
            .findFirst()
            .orElse(OptionalInt.of(0));
    if (!distance.equals(OptionalInt.of(facts))) {
      failWithMessage(
          "%s",
          Grounds.message(
              "Expecting %s to be %d facts away, but it is %s"
                  .formatted(
                      posture,
                      facts,
                      distance.isPresent()
                          ? distance.getAsInt() + " away"
                          : "further away than was searched")));
    }
    return this;
  }

  private static Map<String, String> values(ChangeSet set) {
    Map<String, String> values = new LinkedHashMap<>();
    set.facts().forEach(f -> values.put(f.name(), f.to()));
    return values;
  }

  private void fail(String expectation, List<ChangeSet> shown) {
    failWithMessage(
        "%s",
        Grounds.message(
            "Expecting the advice %s %s".formatted(actual.posture(), expectation),
            Grounds.listed(
                "up to %d at once, it flips when".formatted(actual.most()),
                shown.stream()
                    .map(s -> "%s: %s".formatted(Grounds.values(values(s)), s.posture()))
                    .toList())));
  }
}

package org.parley.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chance from a seed, which keeps account of the features that it let through. */
final class Dice {
  private final Random random;
  private final Map<Feature, Integer> counts = new EnumMap<>(Feature.class);
  private final boolean faulty;

  Dice(long seed) {
    random = new Random(seed);
    // the first number of neighbouring seeds is nearly the same
    random.nextLong();
    faulty = rolls(Feature.FAULTY);
  }

  /** Whether what comes of it may have mistakes. */
  boolean isFaulty() {
    return faulty;
  }

  /** How often each feature came up. */
  Map<Feature, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** Whether a feature comes up now. */
  boolean rolls(Feature feature) {
    return random.nextInt(100) < feature.share() && (faulty || !feature.isFault()) && note(feature);
  }

  /** Takes down a feature that came by itself. */
  boolean note(Feature feature) {
    counts.merge(feature, 1, Integer::sum);
    return true;
  }

  /** One of several features by their shares. */
  Feature among(Feature... features) {
    int left = random.nextInt(Arrays.stream(features).mapToInt(Feature::share).sum());
    for (Feature feature : features) {
      left -= feature.share();
      if (left < 0) {
        note(feature);
        return feature;
      }
    }
    throw new IllegalStateException("no share left");
  }

  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /** A number from the first to the last. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  <T> List<T> shuffled(List<T> of) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Some of a list, in a new order. */
  <T> List<T> some(List<T> of, int least, int most) {
    int size = Math.min(of.size(), between(least, Math.max(least, most)));
    return shuffled(of).subList(0, size);
  }
}

package org.parley.batch;

import java.util.List;

/**
 * Worlds drawn at random, each value of a fact as likely as any other of it. What a world is
 * depends on the seed and its number alone, so that threads and blocks make no difference. The
 * numbers are those of SplitMix64 (Steele, Lea and Flood 2014).
 */
final class RandomWorlds implements Variations {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long HALF = 0xFFFFFFFFL;

  private final List<SweptFact> facts;
  private final long worlds;
  private final long seed;

  RandomWorlds(List<SweptFact> facts, long worlds, long seed) {
    this.facts = facts;
    this.worlds = worlds;
    this.seed = seed;
  }

  @Override
  public long size() {
    return worlds;
  }

  @Override
  public void fill(int fact, long first, int count, byte[] column) {
    byte[] codes = facts.get(fact).column();
    long start = mix(mix(seed) + (fact + 1) * GOLDEN_GAMMA);
    for (int at = 0; at < count; at++) {
      long world = first + at;
      // each number serves two worlds
      long drawn = mix(start + (world >>> 1) * GOLDEN_GAMMA);
      long half = (world & 1) == 0 ? drawn >>> 32 : drawn & HALF;
      column[at] = codes[(int) ((half * codes.length) >>> 32)];
    }
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

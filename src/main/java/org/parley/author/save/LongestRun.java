package org.parley.author.save;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can stay where it is while the rest moves, so that as little moves as can be. */
public final class LongestRun {
  private LongestRun() {}

  /**
   * The most of some numbers that are in order already.
   *
   * @param numbers each another
   */
  public static Set<Integer> of(List<Integer> numbers) {
    int[] length = new int[numbers.size()];
    int[] before = new int[numbers.size()];
    Arrays.fill(before, -1);
    int best = -1;
    for (int i = 0; i < length.length; i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        if (numbers.get(j) < numbers.get(i) && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    Set<Integer> run = new HashSet<>();
    for (int i = best; i >= 0; i = before[i]) {
      run.add(numbers.get(i));
    }
    return run;
  }
}

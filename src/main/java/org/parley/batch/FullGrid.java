package org.parley.batch;

import java.util.Arrays;
import java.util.List;

/** Every combination of all values; the last fact turns fastest. */
final class FullGrid implements Variations {
  private final List<SweptFact> facts;
  private final long[] runs;

  FullGrid(List<SweptFact> facts) {
    this.facts = facts;
    this.runs = new long[facts.size()];
    long run = 1;
    for (int i = facts.size() - 1; i >= 0; i--) {
      runs[i] = run;
      run *= facts.get(i).size();
    }
  }

  /** How many combinations there are, which may be more than can be counted. */
  static double size(List<SweptFact> facts) {
    return facts.stream().mapToDouble(SweptFact::size).reduce(1, (a, b) -> a * b);
  }

  @Override
  public long size() {
    return (long) size(facts);
  }

  @Override
  public void fill(int fact, long first, int count, byte[] column) {
    byte[] codes = facts.get(fact).column();
    long run = runs[fact];
    int value = (int) ((first / run) % codes.length);
    long rest = run - first % run;
    for (int at = 0; at < count; ) {
      int end = (int) Math.min(count, at + rest);
      if (end - at == 1) {
        column[at] = codes[value];
      } else {
        Arrays.fill(column, at, end, codes[value]);
      }
      at = end;
      rest = run;
      value = value + 1 == codes.length ? 0 : value + 1;
    }
  }
}

package org.parley.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Few variations in which every value of each fact meets every value of each other one. Made
 * greedily, variation by variation, after AETG (Cohen, Dalal, Fredman and Patton 1997): of some
 * candidates the one that brings most pairs that have not met. The same facts give the same design.
 */
final class PairwiseDesign implements Variations {
  private static final int CANDIDATES = 30;

  private final List<SweptFact> facts;
  private final int[] starts;
  private final int values;
  // by a value of a fact: the values of later and earlier facts that it has yet to meet
  private final BitSet[] open;
  private final int[] left;
  private final SplittableRandom orders = new SplittableRandom(1);
  private final List<int[]> rows = new ArrayList<>();

  PairwiseDesign(List<SweptFact> facts) {
    this.facts = facts;
    this.starts = new int[facts.size()];
    int next = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = next;
      next += facts.get(i).size();
    }
    this.values = next;
    this.open = new BitSet[values];
    this.left = new int[values];
    for (int fact = 0; fact < starts.length; fact++) {
      for (int value = 0; value < facts.get(fact).size(); value++) {
        BitSet others = new BitSet(values);
        others.set(0, values);
        others.clear(starts[fact], starts[fact] + facts.get(fact).size());
        open[starts[fact] + value] = others;
        left[starts[fact] + value] = others.cardinality();
      }
    }
    while (Arrays.stream(left).anyMatch(l -> l > 0)) {
      add(best());
    }
  }

  private int[] best() {
    int[] best = new int[0];
    int most = -1;
    for (int i = 0; i < CANDIDATES; i++) {
      int[] row = candidate();
      int met = met(row);
      if (met > most) {
        best = row;
        most = met;
      }
    }
    return best;
  }

  /** Begins with the value that has most to meet, so that each one brings something. */
  private int[] candidate() {
    int[] row = new int[starts.length];
    Arrays.fill(row, -1);
    int first = mostLeft();
    int fact = factOf(first);
    row[fact] = first - starts[fact];
    for (int other : order(fact)) {
      row[other] = bestValue(other, row);
    }
    return row;
  }

  private int mostLeft() {
    int best = 0;
    int most = Arrays.stream(left).max().orElse(0);
    int ties = 0;
    for (int value = 0; value < values; value++) {
      if (left[value] == most && orders.nextInt(++ties) == 0) {
        best = value;
      }
    }
    return best;
  }

  private int factOf(int value) {
    int found = Arrays.binarySearch(starts, value);
    return found >= 0 ? found : -found - 2;
  }

  private int[] order(int without) {
    int[] order = new int[starts.length - 1];
    for (int i = 0, at = 0; i < starts.length; i++) {
      if (i != without) {
        int place = orders.nextInt(at + 1);
        order[at] = order[place];
        order[place] = i;
        at++;
      }
    }
    return order;
  }

  /** The value that meets most of what is chosen already; then the one with most left to meet. */
  private int bestValue(int fact, int[] row) {
    int best = 0;
    long most = -1;
    for (int value = 0; value < facts.get(fact).size(); value++) {
      int place = starts[fact] + value;
      long met = 0;
      for (int other = 0; other < row.length; other++) {
        if (row[other] >= 0 && open[place].get(starts[other] + row[other])) {
          met++;
        }
      }
      long worth = met * (values + 1L) + left[place];
      if (worth > most) {
        best = value;
        most = worth;
      }
    }
    return best;
  }

  private int met(int[] row) {
    int met = 0;
    for (int a = 0; a < row.length; a++) {
      for (int b = a + 1; b < row.length; b++) {
        met += open[starts[a] + row[a]].get(starts[b] + row[b]) ? 1 : 0;
      }
    }
    return met;
  }

  private void add(int[] row) {
    rows.add(row);
    for (int a = 0; a < row.length; a++) {
      for (int b = 0; b < row.length; b++) {
        int one = starts[a] + row[a];
        int other = starts[b] + row[b];
        if (open[one].get(other)) {
          open[one].clear(other);
          left[one]--;
        }
      }
    }
  }

  @Override
  public long size() {
    return rows.size();
  }

  @Override
  public void fill(int fact, long first, int count, byte[] column) {
    byte[] codes = facts.get(fact).column();
    for (int at = 0; at < count; at++) {
      column[at] = codes[rows.get((int) first + at)[fact]];
    }
  }
}

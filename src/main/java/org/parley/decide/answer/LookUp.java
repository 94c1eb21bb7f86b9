package org.parley.decide.answer;

/** Maps columns of codes to one column of codes through a table of all their combinations. */
final class LookUp {
  /** How many columns it can map. */
  static final int MOST_COLUMNS = 4;

  private final int[] from;
  private final int[] strides;
  private final byte[] table;
  private final int to;

  /**
   * @param from the registers that it reads
   * @param strides how far the next code of each is in the table; 1 for the first
   * @param table the code for each combination, as an unsigned byte
   * @param to the register that it writes
   */
  LookUp(int[] from, int[] strides, byte[] table, int to) {
    this.from = from;
    this.strides = strides;
    this.table = table;
    this.to = to;
  }

  /** Maps the first cases of all columns. */
  void apply(byte[][] registers, int size) {
    byte[] out = registers[to];
    byte[] a = registers[from[0]];
    // one plain loop for each number of columns: this is where a sweep spends its time
    switch (from.length) {
      case 1 -> one(a, table, out, size);
      case 2 -> two(a, registers[from[1]], strides[1], table, out, size);
      case 3 ->
          three(
              a, registers[from[1]], strides[1], registers[from[2]], strides[2], table, out, size);
      default ->
          four(
              a,
              registers[from[1]],
              strides[1],
              registers[from[2]],
              strides[2],
              registers[from[3]],
              strides[3],
              table,
              out,
              size);
    }
  }

  private static void one(byte[] a, byte[] table, byte[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = table[a[i] & 0xFF];
    }
  }

  private static void two(byte[] a, byte[] b, int bs, byte[] table, byte[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = table[(a[i] & 0xFF) + (b[i] & 0xFF) * bs];
    }
  }

  private static void three(
      byte[] a, byte[] b, int bs, byte[] c, int cs, byte[] table, byte[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = table[(a[i] & 0xFF) + (b[i] & 0xFF) * bs + (c[i] & 0xFF) * cs];
    }
  }

  private static void four(
      byte[] a,
      byte[] b,
      int bs,
      byte[] c,
      int cs,
      byte[] d,
      int ds,
      byte[] table,
      byte[] out,
      int size) {
    for (int i = 0; i < size; i++) {
      out[i] = table[(a[i] & 0xFF) + (b[i] & 0xFF) * bs + (c[i] & 0xFF) * cs + (d[i] & 0xFF) * ds];
    }
  }
}

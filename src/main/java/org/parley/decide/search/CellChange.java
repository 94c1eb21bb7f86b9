package org.parley.decide.search;

import java.util.List;
import org.parley.decide.TableEngine;

/**
 * Another content of one cell of a table. What a column may see is numbered as {@link
 * TableEngine#seen} lists it.
 */
public sealed interface CellChange {

  /** The decision whose table it is. */
  String decision();

  /** The place of the row in the table, from 1. */
  int row();

  /** The place of the cell in its row, from 0, or -1 where it is a result. */
  int column();

  /**
   * The cell accepts more.
   *
   * @param column the place of the cell in its row, from 0
   * @param codes of what it accepts and did not accept before
   */
  record Accepts(String decision, int row, int column, List<Integer> codes) implements CellChange {

    public Accepts {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The cell accepts less.
   *
   * @param column the place of the cell in its row, from 0
   * @param codes of what it no longer accepts
   */
  record Refuses(String decision, int row, int column, List<Integer> codes) implements CellChange {

    public Refuses {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The row says something else.
   *
   * @param result as {@link TableEngine#resultOf} gives that of a row
   */
  record Says(String decision, int row, Object result) implements CellChange {

    @Override
    public int column() {
      return -1;
    }
  }
}

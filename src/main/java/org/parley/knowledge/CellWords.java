package org.parley.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Says in words what the cells of tables hold. */
public final class CellWords {

  private CellWords() {}

  /** A test, such as {@code "low","medium"}: {@code low or medium}. */
  public static String test(String cell) {
    return Moments.of(cell).map(Moments::words).orElseGet(() -> words(Cell.test(cell)));
  }

  /** Texts without quotes, one or the other; anything else as it is written. */
  public static String values(String cell) {
    List<String> texts = Cell.listed(cell);
    return texts.isEmpty()
        ? Moments.of(cell).map(Moments::words).orElse(cell)
        : String.join(" or ", texts);
  }

  private static String words(Cell cell) {
    if (cell instanceof Cell.Any) {
      return "any";
    }
    if (cell instanceof Cell.Not not) {
      return "any but " + words(not.cell());
    }
    if (cell instanceof Cell.Texts named) {
      return String.join(" or ", named.texts());
    }
    if (cell instanceof Cell.Numbers numbers) {
      List<String> parts = new ArrayList<>(numbers.absent() ? List.of("not known") : List.of());
      numbers.ranges().forEach(range -> parts.add(range.toString()));
      return String.join(" or ", parts);
    }
    return cell.toFeel();
  }
}

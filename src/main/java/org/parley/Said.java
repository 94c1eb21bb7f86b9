package org.parley;

import java.util.Objects;

/**
 * A sentence of an advice, with what said it.
 *
 * @param text the sentence, with the names of the case filled in
 * @param row the id of the table row that said it, or an empty string where no single row did
 */
public record Said(String text, String row) {

  public Said {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(row, "row");
  }
}

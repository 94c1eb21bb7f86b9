package org.parley.knowledge;

/**
 * Where something stands in a model, in the terms of somebody who edits a table.
 *
 * @param file the file
 * @param line the line, from 1, or 0 for the file as a whole
 * @param decision the decision, or an empty string
 * @param row the id of the row, or an empty string
 * @param column what the column tests or the name of its result, or an empty string
 */
public record Place(String file, int line, String decision, String row, String column) {

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, "", "", "");
  }

  /** A line of a file. */
  public static Place of(String file, int line) {
    return new Place(file, line, "", "", "");
  }

  /** An entry of a plain file: its line, and the word that it is about. */
  public static Place entry(String file, int line, String word) {
    return new Place(file, line, "", word, "");
  }

  /** The same place with another column and line. */
  public Place column(String column, int line) {
    return new Place(file, line, decision, row, column);
  }
}

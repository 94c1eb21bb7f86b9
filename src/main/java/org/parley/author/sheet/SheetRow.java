package org.parley.author.sheet;

import java.util.List;

/**
 * A row as a sheet shows it.
 *
 * @param line its line there, from 0
 * @param id the id of the row that it is, or an empty string for a new one
 * @param texts what its cells say, in the order of the table's columns
 */
record SheetRow(int line, String id, List<String> texts) {

  SheetRow {
    texts = List.copyOf(texts);
  }

  SheetRow withId(String other) {
    return new SheetRow(line, other, texts);
  }

  boolean isNew() {
    return id.isEmpty();
  }

  String says() {
    return Fingerprint.says(texts);
  }
}

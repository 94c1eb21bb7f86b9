package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ParleyException;

/**
 * A plain table, such as the vocabulary, as its file has it: cells, records and columns can be set,
 * added and taken out so that all else stays byte for byte. Immutable.
 */
public final class PlainTable {
  private final EncodedText encoded;
  private final CsvText csv;
  private final List<String> header;

  private PlainTable(EncodedText encoded) {
    this.encoded = encoded;
    this.csv = new CsvText(encoded.text());
    this.header = csv.size() == 0 ? List.of() : csv.cells(0).stream().map(String::strip).toList();
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   */
  public static PlainTable read(String file, byte[] content) {
    return new PlainTable(EncodedText.of(file, content));
  }

  /** Its content. */
  public byte[] bytes() {
    return encoded.bytes();
  }

  /** How many records it has, the header among them. */
  public int size() {
    return csv.size();
  }

  /** A cell; an empty string where there is none. */
  public String get(int record, String column) {
    int at = header.indexOf(column);
    List<String> cells = csv.cells(record);
    return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
  }

  /** The record whose cell in a column says something. */
  public Optional<Integer> find(String column, String text) {
    for (int i = 1; i < size(); i++) {
      if (get(i, column).equals(text)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** This table with a cell set; a column that is missing is added behind the others. */
  public PlainTable with(int record, String column, String value) {
    if (get(record, column).equals(value)) {
      return this;
    }
    int at = header.indexOf(column);
    if (at < 0) {
      return changed(csv.withCell(0, header.size(), column)).with(record, column, value);
    }
    return changed(csv.withCell(record, at, value));
  }

  /**
   * This table with a record added.
   *
   * @param behind the record that it stands behind
   * @param cells by column
   * @throws ParleyException if it has no such column
   */
  public PlainTable added(int behind, Map<String, String> cells) {
    List<String> texts = new ArrayList<>();
    header.forEach(column -> texts.add(cells.getOrDefault(column, "")));
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      if (!header.contains(cell.getKey()) && !cell.getValue().isEmpty()) {
        throw ParleyException.in(
            encoded.file(), "the header lacks the column '%s'".formatted(cell.getKey()));
      }
    }
    return changed(csv.added(behind, texts, encoded.lineEnd()));
  }

  /** This table without a record. */
  public PlainTable without(int record) {
    return changed(csv.without(record));
  }

  private PlainTable changed(String text) {
    return new PlainTable(encoded.withText(text));
  }
}

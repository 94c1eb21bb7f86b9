package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import org.parley.knowledge.CsvForm;

/** A CSV file as it is written, whose cells can be set so that all else stays. */
final class CsvText {
  private final String text;
  private final char separator;
  private final List<List<Markup.Span>> records = new ArrayList<>();

  CsvText(String text) {
    CsvForm form = CsvForm.of(text);
    this.text = text;
    this.separator = form.separator();
    int at = form.start();
    while (at < text.length()) {
      at = readRecord(at);
    }
  }

  /** All of it. */
  String text() {
    return text;
  }

  /** The number of records, the header among them. */
  int size() {
    return records.size();
  }

  /** The cells of a record. */
  List<String> cells(int record) {
    return records.get(record).stream().map(this::value).toList();
  }

  /** The text with one cell set. */
  String with(int record, int column, String value) {
    Markup.Span cell = records.get(record).get(column);
    boolean quoted = text.startsWith("\"", cell.start());
    boolean needsQuotes = value.chars().anyMatch(c -> c == separator || "\"\r\n".indexOf(c) >= 0);
    String written = quoted || needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
    return text.substring(0, cell.start()) + written + text.substring(cell.end());
  }

  private String value(Markup.Span cell) {
    String written = text.substring(cell.start(), cell.end());
    return written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }

  /** Returns where the next record begins. */
  private int readRecord(int from) {
    List<Markup.Span> cells = new ArrayList<>();
    int start = from;
    boolean quoted = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        cells.add(new Markup.Span(start, at));
        start = at + 1;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
    }
    cells.add(new Markup.Span(start, at));
    if (cells.size() > 1 || start < at) {
      records.add(cells);
    }
    while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }
}

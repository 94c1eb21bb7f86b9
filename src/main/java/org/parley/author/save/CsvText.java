package org.parley.author.save;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    String written = written(value, quoted);
    return text.substring(0, cell.start()) + written + text.substring(cell.end());
  }

  /** The same of a record that may be too short. */
  String withCell(int record, int column, String value) {
    List<Markup.Span> cells = records.get(record);
    if (column < cells.size()) {
      return with(record, column, value);
    }
    int end = cells.get(cells.size() - 1).end();
    String gap = String.valueOf(separator).repeat(column - cells.size() + 1);
    return text.substring(0, end) + gap + written(value, false) + text.substring(end);
  }

  /** The text with a record behind another. */
  String added(int behind, List<String> cells, String lineEnd) {
    List<Markup.Span> before = records.get(behind);
    int end = before.get(before.size() - 1).end();
    String line =
        cells.stream()
            .map(c -> written(c, false))
            .collect(Collectors.joining(String.valueOf(separator)));
    return text.substring(0, end) + lineEnd + line + text.substring(end);
  }

  /** The text without a record. */
  String without(int record) {
    int start = records.get(record).get(0).start();
    int next = record + 1 < records.size() ? records.get(record + 1).get(0).start() : text.length();
    return text.substring(0, start) + text.substring(next);
  }

  private String written(String value, boolean quoted) {
    boolean needsQuotes = value.chars().anyMatch(c -> c == separator || "\"\r\n".indexOf(c) >= 0);
    return quoted || needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
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

package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

/** A CSV file with a header, as records that know their lines. */
final class CsvFile {
  private final String name;
  private final List<Problem> problems;
  private CsvForm form = CsvForm.of("");

  CsvFile(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** One record: the line that it begins on and its values by column. */
  record Line(int number, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "").strip();
    }

    /** The words of a cell that separates them by blanks. */
    List<String> words(String column) {
      return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\s+"));
    }
  }

  /** The records; a file that cannot be read gives none and a problem. */
  List<Line> read(byte[] content, List<String> columns) {
    List<Line> records = new ArrayList<>();
    List<String> header = new ArrayList<>();
    try {
      String text = Encoding.csv(name, content);
      form = CsvForm.of(text);
      CsvRecords.read(
          name,
          text,
          (line, cells) -> {
            if (cells.size() == 1 && cells.get(0).isBlank()) {
              return;
            }
            if (header.isEmpty()) {
              header.addAll(cells);
              requireColumns(header, columns);
            } else {
              requireWithinLimits(line, cells, records.size());
              addRecord(header, cells, line, records);
            }
          });
      if (header.isEmpty()) {
        requireColumns(header, columns);
      }
      return records;
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(p.as(Problem.Kind.VOCABULARY)));
      return List.of();
    }
  }

  private void requireWithinLimits(int line, List<String> cells, int records) {
    if (records == Limit.CSV_ROWS.most()) {
      throw refused(line, Limit.CSV_ROWS.exceeded());
    }
    if (cells.size() > Limit.COLUMNS.most()) {
      throw refused(line, Limit.COLUMNS.exceeded());
    }
    if (cells.stream().anyMatch(c -> c.length() > Limit.CELL.most())) {
      throw refused(line, Limit.CELL.exceeded());
    }
  }

  private ParleyException refused(int line, String message) {
    return new ParleyException(new Problem(Place.of(name, line), message));
  }

  void add(int line, String message) {
    problems.add(new Problem(Place.of(name, line), message, Problem.Kind.VOCABULARY));
  }

  private void requireColumns(List<String> header, List<String> columns) {
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw refused(
          1,
          "the header, read with %s between its cells, lacks the column '%s'"
              .formatted(form.separators(), String.join("', '", missing)));
    }
    List<String> twice =
        header.stream()
            .filter(c -> !c.isBlank() && Collections.frequency(header, c) > 1)
            .distinct()
            .toList();
    if (!twice.isEmpty()) {
      throw refused(
          1, "the header has the column '%s' twice".formatted(String.join("', '", twice)));
    }
  }

  private void addRecord(List<String> header, List<String> cells, int line, List<Line> records) {
    if (cells.size() > header.size()) {
      add(
          line,
          "has %d cells where the header has %d columns: is a text with %s not quoted?"
              .formatted(cells.size(), header.size(), form.separators()));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(header.get(i), cells.get(i));
    }
    records.add(new Line(line, values));
  }
}

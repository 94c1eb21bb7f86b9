package org.parley.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.ParleyException;
import org.parley.Problem;

/** A CSV file with a header, as records that know their lines. */
final class CsvFile {
  private final String name;
  private final List<Problem> problems;

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
    int line = 1;
    // without data binding, which takes longer to start than to read
    try (CsvParser parser =
        new CsvFactory()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .createParser(Encoding.utf8(name, content))) {
      List<String> header = parser.nextToken() == null ? List.of() : cells(parser);
      if (!hasColumns(header, columns)) {
        return List.of();
      }
      while (parser.nextToken() != null) {
        // the parser is still on the line before until it looks at a cell
        line = parser.currentTokenLocation().getLineNr() + 1;
        if (records.size() == Limit.CSV_ROWS.most()) {
          add(line, Limit.CSV_ROWS.exceeded());
          return List.of();
        }
        List<String> cells = cells(parser);
        if (cells.size() > Limit.COLUMNS.most()) {
          add(line, Limit.COLUMNS.exceeded());
          return List.of();
        }
        if (cells.stream().anyMatch(c -> c.length() > Limit.CELL.most())) {
          add(line, Limit.CELL.exceeded());
          return List.of();
        }
        addRecord(header, cells, line, records);
      }
    } catch (ParleyException e) {
      e.problems().forEach(p -> problems.add(p.as(Problem.Kind.VOCABULARY)));
    } catch (JsonProcessingException e) {
      // where the parser gives up is where the file ends
      add(line, "no CSV from here on: is a quote (\") not closed, or one too many?");
    } catch (IOException e) {
      add(0, "cannot be read: " + FileTrouble.of(e));
    }
    return records;
  }

  private static List<String> cells(CsvParser parser) throws IOException {
    List<String> cells = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cells.add(parser.getText());
    }
    return cells;
  }

  void add(int line, String message) {
    problems.add(new Problem(name, line, 0, "", message, Problem.Kind.VOCABULARY));
  }

  private boolean hasColumns(List<String> header, List<String> columns) {
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (!missing.isEmpty()) {
      add(1, "the header lacks the column '%s'".formatted(String.join("', '", missing)));
    }
    List<String> twice =
        header.stream()
            .filter(c -> !c.isBlank() && Collections.frequency(header, c) > 1)
            .distinct()
            .toList();
    if (missing.isEmpty() && !twice.isEmpty()) {
      add(1, "the header has the column '%s' twice".formatted(String.join("', '", twice)));
    }
    return missing.isEmpty() && twice.isEmpty();
  }

  private void addRecord(List<String> header, List<String> cells, int line, List<Line> records) {
    if (cells.size() > header.size()) {
      add(
          line,
          "has %d cells where the header has %d columns: is a text with commas not quoted?"
              .formatted(cells.size(), header.size()));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(header.get(i), cells.get(i));
    }
    records.add(new Line(line, values));
  }
}

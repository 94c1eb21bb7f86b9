package org.parley.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.Event;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.casefile.EventReader;
import org.parley.casefile.Node;
import org.parley.casefile.Problems;
import org.parley.knowledge.CsvRecords;
import org.parley.knowledge.Digests;
import org.parley.knowledge.Limit;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.Vocabulary;

/**
 * Dated events by the id of their case. Immutable.
 *
 * @param byCase in the order of the file
 * @param name of the file without its folder, or an empty string
 * @param hash SHA-256 of the file, or an empty string
 */
public record EventTable(Map<String, List<Event>> byCase, String name, String hash) {
  /** No event. */
  public static final EventTable NONE = new EventTable(Map.of(), "", "");

  /** The column with the id of the case. */
  public static final String ID = "id";

  private static final String SEVERAL = ";";
  private static final List<String> NAMES = List.of("by", "to");
  private static final List<String> NEEDED = List.of(ID, "date", "type");

  /**
   * Reads a CSV file of events: a column {@code id}, and one for each key of an event; names of
   * several parties have a semicolon between them.
   *
   * @throws ParleyException if it is none; it lists all problems with their lines
   */
  public static EventTable read(Path file, Vocabulary vocabulary) {
    byte[] content = PlainFile.read(file, file.toString(), Limit.SHEET_FILE);
    Reader reader = new Reader(file.toString(), vocabulary);
    CsvRecords.read(file.toString(), new String(content, StandardCharsets.UTF_8), reader::take);
    reader.problems.throwIfAny();
    return new EventTable(reader.byCase, String.valueOf(file.getFileName()), Digests.hex(content));
  }

  private static final class Reader {
    private final String file;
    private final Problems problems;
    private final EventReader events;
    private final Map<String, List<Event>> byCase = new HashMap<>();
    private @Nullable List<String> header;

    Reader(String file, Vocabulary vocabulary) {
      this.file = file;
      this.problems = new Problems(file);
      this.events = new EventReader(vocabulary, problems);
    }

    void take(int line, List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (header == null) {
        header = header(line, cells);
        return;
      }
      Map<String, Node.Entry> entries = new LinkedHashMap<>();
      String id = "";
      for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
        String key = header.get(i);
        String cell = cells.get(i).strip();
        if (key.equals(ID)) {
          id = cell;
        } else if (!cell.isEmpty()) {
          entries.put(key, new Node.Entry(value(key, cell, line, i + 1), line, i + 1));
        }
      }
      if (id.isEmpty()) {
        problems.add(
            new Node.Text("", line, 1),
            Place.of(file).at("event"),
            "has no id: whose case does it belong to?");
      }
      String owner = id;
      events
          .read(new Node.Entries(entries, line, 1), Place.of(file).at("event"))
          .ifPresent(event -> byCase.computeIfAbsent(owner, o -> new ArrayList<>()).add(event));
    }

    private List<String> header(int line, List<String> cells) {
      List<String> names = cells.stream().map(String::strip).toList();
      List<Problem> missing =
          NEEDED.stream()
              .filter(key -> !names.contains(key))
              .map(
                  key ->
                      new Problem(
                          Place.of(file, line),
                          "events need the column '%s'%s"
                              .formatted(key, Nearest.closeHint(key, names))))
              .toList();
      ParleyException.throwIfAny(missing);
      return names;
    }

    private static Node value(String key, String cell, int line, int column) {
      if (!NAMES.contains(key) || !cell.contains(SEVERAL)) {
        return new Node.Text(cell, line, column);
      }
      List<Node> names = new ArrayList<>();
      for (String name : cell.split(SEVERAL)) {
        names.add(new Node.Text(name.strip(), line, column));
      }
      return new Node.Items(names, line, column);
    }
  }
}

package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Problem;
import org.parley.knowledge.Digests;

/**
 * A case as a sheet, or a line of a CSV file, says it.
 *
 * @param grid the sheet
 * @param id the case
 * @param idAt where that stands
 * @param fingerprint the letters of what it was made from; empty where it has none
 * @param printAt where they stand, or should; {@code null} where there is no place for them
 * @param cells the cells that are there, by what they are of
 * @param events the lines of events, or {@code null} where the sheet has none
 */
record CaseSheet(
    Grid grid,
    String id,
    Said idAt,
    String fingerprint,
    Said printAt,
    Map<CaseCells.Key, Said> cells,
    List<EventLine> events) {

  /** The letters of what a cell is of, and of what it says. */
  private static final int PRINT = 2 * Fingerprint.LETTERS;

  /** What a cell says. */
  record Said(String text, int row, int column) {}

  /**
   * A line of an event.
   *
   * @param print the letters of the event that it was made from, or an empty string
   * @param said what each of its cells says
   */
  record EventLine(String print, List<Said> said) {

    EventLine {
      said = List.copyOf(said);
    }

    List<String> texts() {
      return said.stream().map(Said::text).toList();
    }
  }

  /** Something that is wrong with a cell. */
  Problem problem(Said cell, String message) {
    return grid.problem(cell.row(), cell.column(), message);
  }

  /** Something that is wrong with the case: at the cell of what the message names first. */
  Problem located(String message) {
    String key =
        cells.keySet().stream()
            .map(k -> k.fact().isEmpty() ? k.part() : k.fact())
            .filter(k -> message.contains("'" + k + "'"))
            .min(Comparator.comparingInt(k -> message.indexOf("'" + k + "'")))
            .orElse("");
    Said at =
        cells.entrySet().stream()
            .filter(
                e ->
                    e.getKey().fact().isEmpty()
                        ? e.getKey().part().equals(key)
                        : e.getKey().fact().equals(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(idAt);
    if (!grid.sheet().isEmpty()) {
      return problem(at, id + ": " + message);
    }
    return grid.problem(
        at.row(),
        key.isEmpty()
            ? "%s: %s%s".formatted(id, message, grid.reading())
            : "%s, column '%s': %s".formatted(id, key, message));
  }

  /** Whether the fingerprint can be read. */
  boolean hasFingerprint() {
    return !fingerprint.isEmpty()
        && fingerprint.matches("[A-Za-z0-9_-]*")
        && fingerprint.length() % PRINT == 0;
  }

  /** What cells said when the sheet was made, as letters by those of what they are of. */
  Map<String, List<String>> prints() {
    Map<String, List<String>> prints = new LinkedHashMap<>();
    int end = hasFingerprint() ? fingerprint.length() : 0;
    for (int at = 0; at < end; at += PRINT) {
      int says = at + Fingerprint.LETTERS;
      prints
          .computeIfAbsent(fingerprint.substring(at, says), k -> new ArrayList<>())
          .add(fingerprint.substring(says, at + PRINT));
    }
    return prints;
  }

  /** What it is known by, whatever is edited in it. */
  String origin() {
    return Digests.hex(id + "\n" + fingerprint);
  }

  /** How many cells its line has of how many; empty where none is cut off that a case needs. */
  Optional<String> cutOff(Map<CaseCells.Key, String> needed) {
    int row = idAt.row();
    boolean cut =
        events == null
            && ((printAt != null && grid.endsBefore(row, printAt.column()))
                || cells.entrySet().stream()
                    .anyMatch(
                        c ->
                            needed.containsKey(c.getKey())
                                && grid.endsBefore(row, c.getValue().column())));
    return cut
        ? Optional.of("%d of %d cells".formatted(grid.widths().get(row), grid.rows().get(0).size()))
        : Optional.empty();
  }

  /** The letters of the id that it had; empty where it cannot tell. */
  String formerId() {
    // it is the first of all
    return hasFingerprint() && fingerprint.startsWith(Fingerprint.id(CaseCells.ID))
        ? fingerprint.substring(Fingerprint.LETTERS, PRINT)
        : "";
  }
}

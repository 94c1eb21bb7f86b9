package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.author.save.Column;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.knowledge.Decision;

/**
 * A decision table laid out for a sheet: lines that say what it is, a line of parts, a header, its
 * rows. The first column holds the marks and the ids of the rows.
 *
 * @param decision its decision
 * @param table the table
 */
record TablePage(Decision decision, TableDraft table) {
  static final String TABLE = "table";
  static final String QUESTION = "question";
  static final String FILE = "file";
  static final String HIT_POLICY = "hit policy";
  static final String PARTS = "parts";
  static final String HEADER = "row id";
  private static final String WHEN = "When";
  private static final String THEN = "Then";
  private static final String BECAUSE = "Because";
  private static final Set<String> PART_NAMES = Set.of(WHEN, THEN, BECAUSE);
  private static final Set<String> MARKS = Set.of(TABLE, QUESTION, FILE, HIT_POLICY);

  /** The lines above the rows. */
  static final int HEADER_LINE = 5;

  /** The columns before the first of the table. */
  static final int FIRST_COLUMN = 1;

  /** What stands behind the mark of a line; it is not edited in the sheet. */
  String line(String mark) {
    return switch (mark) {
      case TABLE -> decision.name();
      case QUESTION -> decision.question();
      case FILE -> "Stands in the file %s.".formatted(decision.file());
      default -> HitPolicyWords.of(decision.table().orElseThrow());
    };
  }

  /** The names of all columns of the table, in their order. */
  List<String> header() {
    return Stream.of(
            table.inputs().stream().map(Column::name),
            table.outputs().stream().map(Column::name),
            table.annotations().stream())
        .flatMap(s -> s)
        .toList();
  }

  /**
   * Whether a column holds numbers.
   *
   * @param column its place, from 0
   */
  boolean isNumber(int column) {
    int output = column - table.inputs().size();
    return output < 0
        ? table.inputs().get(column).kind() == Column.Kind.NUMBER
        : output < table.outputs().size()
            && table.outputs().get(output).kind() == Column.Kind.NUMBER;
  }

  int firstOutput() {
    return FIRST_COLUMN + table.inputs().size();
  }

  int firstAnnotation() {
    return firstOutput() + table.outputs().size();
  }

  int width() {
    return firstAnnotation() + table.annotations().size();
  }

  /** All of it. */
  List<List<GridCell>> cells() {
    List<List<GridCell>> cells = new ArrayList<>();
    for (String mark : List.of(TABLE, QUESTION, FILE, HIT_POLICY)) {
      cells.add(List.of(GridCell.text(mark), GridCell.text(line(mark))));
    }
    List<GridCell> parts = new ArrayList<>();
    for (int i = 0; i < width(); i++) {
      parts.add(GridCell.text(i == 0 ? PARTS + " " + Fingerprint.of(this).text() : part(i)));
    }
    cells.add(parts);
    List<GridCell> header = new ArrayList<>(List.of(GridCell.text(HEADER)));
    header().forEach(name -> header.add(GridCell.text(name)));
    cells.add(header);
    table.rows().forEach(row -> cells.add(row(row)));
    return cells;
  }

  /** The fingerprint that a sheet of the table carries, where it still does. */
  static Optional<Fingerprint> fingerprint(Grid grid) {
    String mark = mark(grid);
    return mark.isEmpty() ? Optional.empty() : Fingerprint.read(mark.split("\\s+")[1]);
  }

  /** What a sheet says of the table that it was made from, or an empty string. */
  static String mark(Grid grid) {
    return grid.rows().stream()
        .map(row -> row.isEmpty() ? "" : row.get(0).text().strip())
        .filter(text -> text.startsWith(PARTS + " "))
        .findFirst()
        .orElse("");
  }

  /**
   * Whether a cell above the header has its place there.
   *
   * @param mark what its line begins with
   */
  boolean isHead(String mark, int column, String text) {
    if (column == 0) {
      return mark.startsWith(PARTS) || MARKS.contains(mark);
    }
    return mark.startsWith(PARTS)
        ? PART_NAMES.contains(text) || columns().stream().anyMatch(c -> !c.label().isEmpty())
        : column == FIRST_COLUMN && MARKS.contains(mark);
  }

  /** Above a column: where a part begins its name, and what its file calls it beside its name. */
  private String part(int column) {
    String part = "";
    if (column == FIRST_COLUMN && !table.inputs().isEmpty()) {
      part = WHEN;
    } else if (column == firstOutput()) {
      part = THEN;
    } else if (column == firstAnnotation()) {
      part = BECAUSE;
    }
    String label = column < firstAnnotation() ? columns().get(column - FIRST_COLUMN).label() : "";
    return part.isEmpty() || label.isEmpty() ? part + label : part + ": " + label;
  }

  /** The columns that are tested and those that answer. */
  private List<Column> columns() {
    return Stream.concat(table.inputs().stream(), table.outputs().stream()).toList();
  }

  /** What the tests and results of a row say in plain words. */
  List<String> words(RowDraft row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < row.tests().size(); i++) {
      words.add(new SheetWords(table.inputs().get(i)).ofTest(row.tests().get(i)));
    }
    for (int i = 0; i < row.results().size(); i++) {
      words.add(new SheetWords(table.outputs().get(i)).ofResult(row.results().get(i)));
    }
    return words;
  }

  /** What the cells of a row say, in the order of the columns. */
  List<String> texts(RowDraft row) {
    List<String> texts = words(row);
    texts.addAll(row.annotations());
    return texts;
  }

  private List<GridCell> row(RowDraft row) {
    List<GridCell> cells = new ArrayList<>(List.of(GridCell.text(row.id())));
    List<Column> columns = columns();
    List<String> words = words(row);
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(words.get(i), columns.get(i)));
    }
    row.annotations().forEach(note -> cells.add(GridCell.text(note)));
    return cells;
  }

  private static GridCell cell(String words, Column column) {
    boolean number =
        column.kind() == Column.Kind.NUMBER && words.matches("-?\\d{1,15}(\\.\\d{1,9})?");
    return new GridCell(words, number ? GridCell.Kind.NUMBER : GridCell.Kind.TEXT);
  }
}

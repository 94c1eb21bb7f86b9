package org.parley.report.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.regress.CoverageResult;
import org.parley.regress.CoverageResult.UnusedRow;
import org.parley.regress.MutationResult.Score;
import org.parley.regress.MutationResult.TriedCell;
import org.parley.regress.MutationResult.TriedRow;
import org.parley.regress.MutationResult.TriedTable;
import org.parley.report.document.Block;
import org.parley.report.document.Block.Cell;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;

/**
 * Shows, on a page, each table as a grid: which of its cells the cases watch. Elsewhere the figures
 * by table say the same in short.
 */
final class HeatMap {
  private static final String LEGEND =
      "A cell says how many of its changes are noticed. %s all of them, %s some, %s none; %s the row"
          + " decides in no case. An empty cell has no change that could make a difference.";

  private final Set<String> unused;

  private HeatMap(CoverageResult result) {
    unused = result.rows().never().stream().map(UnusedRow::id).collect(Collectors.toSet());
  }

  /** The grids; empty where no table was changed. */
  static Optional<Block> of(CoverageResult result) {
    List<TriedTable> tables = result.mutants().tables();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    HeatMap map = new HeatMap(result);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Document.note(LEGEND.formatted(Sign.RECOMMENDED, Sign.VIABLE, Sign.WEAK, Sign.BLOCKED)));
    for (TriedTable table : tables) {
      Score score =
          result.mutants().byTable().stream()
              .filter(part -> part.name().equals(table.name()))
              .findFirst()
              .orElseThrow()
              .score();
      blocks.add(
          Document.folded(
              Words.about(
                  table.name(),
                  "%d of %s noticed"
                      .formatted(score.noticed(), Figures.count(score.counted(), "change"))),
              List.of(map.grid(table))));
    }
    return Optional.of(
        new Block.PageOnly(
            List.of(Document.section(Words.plain("The tables, cell by cell"), blocks))));
  }

  private Block.Table grid(TriedTable table) {
    List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("Row")));
    table.columns().forEach(name -> columns.add(new Block.Column(name)));
    return Document.table(
        table.name() + ", changes noticed in each cell", columns, table.rows(), this::line);
  }

  private Block.Line line(TriedRow row) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell(Words.row(row.id()))));
    row.cells().forEach(cell -> cells.add(cell(cell, unused.contains(row.id()))));
    return new Block.Line(Tone.PLAIN, cells);
  }

  private static Cell cell(TriedCell cell, boolean unused) {
    if (cell.changes() == 0) {
      return new Cell(Words.NONE);
    }
    boolean all = cell.noticed() == cell.changes();
    Tone tone = unused ? Tone.BAD : all ? Tone.GOOD : cell.noticed() > 0 ? Tone.FAIR : Tone.POOR;
    Sign sign =
        switch (tone) {
          case GOOD -> Sign.RECOMMENDED;
          case FAIR -> Sign.VIABLE;
          case POOR -> Sign.WEAK;
          default -> Sign.BLOCKED;
        };
    return new Cell(
        tone, List.of(Words.plain("%s %d of %d".formatted(sign, cell.noticed(), cell.changes()))));
  }
}

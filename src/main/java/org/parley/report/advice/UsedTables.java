package org.parley.report.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.explain.Dossier;
import org.parley.explain.FinalDecisions;
import org.parley.explain.PathToPosture;
import org.parley.explain.UsedTable;
import org.parley.explain.UsedTable.Fate;
import org.parley.explain.UsedTable.UsedRow;
import org.parley.knowledge.Diagram;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/**
 * Shows, on a page, the models with the value of every node, and the decision tables as they were
 * used: the rows that fired, and the cells that failed.
 */
final class UsedTables {
  private final Advice advice;

  private UsedTables(Advice advice) {
    this.advice = advice;
  }

  static Block of(Dossier dossier, PathToPosture path) {
    UsedTables tables = new UsedTables(dossier.advice());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Document.note(
            "The models that have a say in the posture, as their files draw them. Boxes are"
                + " decisions, rounded ones what they read. Framed boldly: what the posture rests on."));
    blocks.addAll(tables.drawings(dossier.diagrams(), path));
    blocks.add(
        Document.note(
            "Every row of every table behind the posture, what to combine it with and the unofficial"
                + " track. A dot marks the row that decided, a cross what failed. The trace has the"
                + " sources of the rows that fired, and those of the other tables."));
    Set<String> say =
        FinalDecisions.behind(dossier.advice().trace(), FinalDecisions.RECOMMENDATION);
    dossier.tables().stream()
        .filter(t -> say.contains(t.decision().name()))
        .map(tables::table)
        .forEach(blocks::add);
    return new Block.PageOnly(
        List.of(Document.folded(Words.plain("Decision diagrams and tables"), blocks)));
  }

  /** The models that have a say in the posture, that of the posture first. */
  private List<Block> drawings(List<Diagram> diagrams, PathToPosture path) {
    ModelDrawing drawing = new ModelDrawing(advice, path);
    List<Diagram> ordered =
        diagrams.stream()
            .filter(drawing::concerns)
            .sorted(Comparator.comparing(d -> !isOfPosture(d)))
            .toList();
    return IntStream.range(0, ordered.size())
        .mapToObj(
            i ->
                (Block)
                    Document.folded(
                        Words.plain(ordered.get(i).title()),
                        List.of(drawing.of(ordered.get(i), "diagram-" + (i + 1)))))
        .toList();
  }

  private static boolean isOfPosture(Diagram diagram) {
    return diagram.nodes().stream()
        .anyMatch(n -> n.decision() && n.name().equals(FinalDecisions.POSTURE));
  }

  private Block table(UsedTable table) {
    String name = table.decision().name();
    List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("Row")));
    for (UsedTable.Column column : table.columns()) {
      columns.add(
          new Block.Column(column.input(), "is " + Wording.known(column.seen()), false, false));
    }
    columns.add(new Block.Column("Answer"));
    columns.add(new Block.Column("Why"));
    List<Block> blocks = new ArrayList<>(List.of(Document.note(table.decision().question())));
    blocks.add(
        Document.table(
            "%s, hit policy %s, in %s"
                .formatted(
                    name, table.decision().decisionTable().hitPolicy(), table.decision().file()),
            columns,
            table.rows().stream().filter(r -> r.fate() != Fate.FAILED).toList(),
            UsedTables::line));
    List<UsedRow> failed = table.rows().stream().filter(r -> r.fate() == Fate.FAILED).toList();
    if (!failed.isEmpty()) {
      blocks.add(
          Document.section(
              Words.plain("Rows that did not match"),
              Document.items(failed, row -> failed(table, row))));
    }
    return Document.folded(
        Words.about(
            name, advice.trace(name).map(DecisionTrace::result).map(Wording::result).orElse("")),
        blocks);
  }

  private static Block.Line line(UsedRow row) {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(new Block.Cell(fate(row)));
    for (int column = 0; column < row.row().tests().size(); column++) {
      cells.add(
          new Block.Cell(
              row.row().tests(column)
                  ? Words.plain(row.row().tests().get(column))
                  : Words.plain("any")));
    }
    cells.add(new Block.Cell(Words.strong(String.join("; ", row.results()))));
    cells.add(new Block.Cell(Words.plain(row.why())));
    return new Block.Line(row.fate() == Fate.DECIDED ? Tone.GOOD : Tone.PLAIN, cells);
  }

  /** What failed in a row, then what would have passed, and what it would have answered. */
  private static Block.Item failed(UsedTable table, UsedRow row) {
    Words words = Words.row(row.row().id());
    for (boolean fails : new boolean[] {true, false}) {
      for (int column = 0; column < row.row().tests().size(); column++) {
        if (row.row().tests(column) && row.failing().contains(column) == fails) {
          String test = table.columns().get(column).input() + " " + row.row().tests().get(column);
          words =
              words.then(fails ? Words.of(Tone.BAD, Sign.BLOCKED + " " + test) : Words.dim(test));
        }
      }
    }
    return new Block.Item(
            words
                .then(Tone.DIM, Sign.ARROW.toString())
                .then(Tone.PLAIN, String.join("; ", row.results())))
        .note(Words.plain(row.why()).listed(Words.plain(row.row().source())));
  }

  private static Words fate(UsedRow row) {
    Words id = Words.row(row.row().id());
    return switch (row.fate()) {
      case DECIDED -> Words.of(Tone.GOOD, Sign.RECOMMENDED + " decided").then(id);
      case OUTRANKED -> Words.of(Tone.FAIR, Sign.WEAK + " matched, outranked").then(id);
      case FAILED -> id;
    };
  }
}

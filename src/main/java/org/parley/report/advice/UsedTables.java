package org.parley.report.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.parley.report.document.Figures;
import org.parley.report.document.Sign;
import org.parley.report.document.Tone;
import org.parley.report.document.Words;
import org.parley.report.words.Wording;

/**
 * Shows, on a page, the models with the value of every node, and the decision tables as they were
 * used: the rows that fired, and the cells that failed.
 */
final class UsedTables {
  private static final Words FAILS = Words.dim("fails");

  private final Advice advice;

  private UsedTables(Advice advice) {
    this.advice = advice;
  }

  static Block of(Dossier dossier, PathToPosture path) {
    UsedTables tables = new UsedTables(dossier.advice());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Document.note(
            "Boxes are decisions, rounded ones what they read. Framed boldly: what the posture rests on."));
    blocks.addAll(tables.drawings(dossier.diagrams(), path));
    blocks.add(
        Document.note(
            "Every row of every table behind the posture, what to combine it with and the unofficial"
                + " track; of the other tables only the rows that fired. A dot marks the row that"
                + " decided, a cross the cells that failed."));
    Set<String> say = tables.readBy(FinalDecisions.RECOMMENDATION);
    dossier.tables().stream()
        .filter(t -> say.contains(t.decision().name()))
        .map(tables::whole)
        .forEach(blocks::add);
    List<UsedTable> others =
        dossier.tables().stream().filter(t -> !say.contains(t.decision().name())).toList();
    if (!others.isEmpty()) {
      blocks.add(fired(others));
    }
    return new Block.PageOnly(
        List.of(Document.folded(Words.plain("Decision diagrams and tables"), blocks)));
  }

  /** Some decisions and all that they read, tested or not. */
  private Set<String> readBy(List<String> decisions) {
    Set<String> names = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(decisions);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (names.add(name)) {
        advice.trace(name).map(DecisionTrace::decisions).ifPresent(open::addAll);
      }
    }
    return names;
  }

  private List<Block> drawings(List<Diagram> diagrams, PathToPosture path) {
    ModelDrawing drawing = new ModelDrawing(advice, path);
    List<Diagram> ordered =
        diagrams.stream()
            .sorted(
                Comparator.comparing((Diagram d) -> !isOfPosture(d))
                    .thenComparing(d -> !drawing.concerns(d)))
            .toList();
    return IntStream.range(0, ordered.size())
        .mapToObj(
            i ->
                (Block)
                    Document.folded(
                        Words.plain(
                            ordered.get(i).title()
                                + (drawing.concerns(ordered.get(i))
                                    ? ""
                                    : " (no say in the posture)")),
                        List.of(drawing.of(ordered.get(i), "diagram-" + (i + 1)))))
        .toList();
  }

  private static boolean isOfPosture(Diagram diagram) {
    return diagram.nodes().stream()
        .anyMatch(n -> n.decision() && n.name().equals(FinalDecisions.POSTURE));
  }

  private Block whole(UsedTable table) {
    String name = table.decision().name();
    List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("Row")));
    for (UsedTable.Column column : table.columns()) {
      columns.add(
          new Block.Column(column.input(), "is " + Wording.known(column.seen()), false, false));
    }
    columns.add(new Block.Column("Answer"));
    columns.add(new Block.Column("Why"));
    return Document.folded(
        Words.about(
            name, advice.trace(name).map(DecisionTrace::result).map(Wording::result).orElse("")),
        List.of(
            Document.note(table.decision().question()),
            Document.table(
                "%s, hit policy %s, in %s"
                    .formatted(
                        name,
                        table.decision().decisionTable().hitPolicy(),
                        table.decision().file()),
                columns,
                table.rows(),
                UsedTables::line)));
  }

  private static Block.Line line(UsedRow row) {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(new Block.Cell(fate(row)));
    for (int column = 0; column < row.row().tests().size(); column++) {
      String test = row.row().tests().get(column);
      cells.add(
          !row.row().tests(column)
              ? new Block.Cell(Words.dim("any"))
              : row.failing().contains(column)
                  ? new Block.Cell(
                      Tone.BAD, List.of(Words.plain(Sign.BLOCKED + " " + test).then(FAILS)))
                  : new Block.Cell(Words.plain(test)));
    }
    cells.add(new Block.Cell(Words.strong(String.join("; ", row.results()))));
    cells.add(
        new Block.Cell(
            Stream.of(Words.plain(row.why()), Words.dim(row.row().source()))
                .filter(w -> !w.isEmpty())
                .toList()));
    return new Block.Line(
        Map.of(Fate.DECIDED, Tone.GOOD, Fate.OUTRANKED, Tone.PLAIN, Fate.FAILED, Tone.DIM)
            .get(row.fate()),
        cells);
  }

  private static Words fate(UsedRow row) {
    Words id = Words.row(row.row().id());
    return switch (row.fate()) {
      case DECIDED -> Words.of(Tone.GOOD, Sign.RECOMMENDED + " decided").then(id);
      case OUTRANKED -> Words.of(Tone.FAIR, Sign.WEAK + " matched, outranked").then(id);
      case FAILED -> id;
    };
  }

  /** The rows that fired in tables without a say, in one table; why they did is in the trace. */
  private static Block fired(List<UsedTable> tables) {
    List<Block.Line> lines = new ArrayList<>();
    for (UsedTable table : tables) {
      List<UsedRow> rows = table.rows().stream().filter(r -> r.fate() != Fate.FAILED).toList();
      lines.add(
          new Block.Line(
              Words.about(
                  table.decision().name(),
                  "%d of %s, hit policy %s, in %s"
                      .formatted(
                          rows.size(),
                          Figures.count(table.rows().size(), "row"),
                          table.decision().decisionTable().hitPolicy(),
                          table.decision().file()))));
      rows.forEach(row -> lines.add(fired(table, row)));
    }
    return Document.folded(
        Words.strong("The other tables")
            .and(Tone.STRONG, ":")
            .then(Tone.PLAIN, "the rows that fired"),
        List.of(
            new Block.Table(
                "Rows that fired in tables that have no say in the recommendation",
                Block.Column.all("Row", "What it tests", "Answer"),
                lines)));
  }

  private static Block.Line fired(UsedTable table, UsedRow row) {
    List<Words> tests =
        IntStream.range(0, table.columns().size())
            .filter(row.row()::tests)
            .mapToObj(
                c ->
                    Words.plain(
                        "%s is %s, as in %s"
                            .formatted(
                                table.columns().get(c).input(),
                                Wording.known(table.columns().get(c).seen()),
                                row.row().tests().get(c))))
            .toList();
    return new Block.Line(
        row.fate() == Fate.DECIDED ? Tone.GOOD : Tone.PLAIN,
        List.of(
            new Block.Cell(fate(row)),
            new Block.Cell(tests.isEmpty() ? List.of(Words.dim("any")) : tests),
            new Block.Cell(Words.strong(String.join("; ", row.results())))));
  }
}

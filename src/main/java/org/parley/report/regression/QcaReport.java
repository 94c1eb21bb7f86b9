package org.parley.report.regression;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;
import static org.parley.report.document.Document.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.regress.QcaResult;
import org.parley.regress.QcaResult.RowSet;
import org.parley.regress.QcaResult.ValueSet;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Figures;
import org.parley.report.document.Report;
import org.parley.report.document.Words;

/** Tells how the cases in which rows fire lie to those in which a posture was observed. */
public final class QcaReport {
  private static final double SUFFICIENT = 0.75;
  private static final double NECESSARY = 0.9;
  private static final int FEW_CASES = 3;

  private final int most;

  private QcaReport(int most) {
    this.most = most;
  }

  /**
   * The results for one posture or several.
   *
   * @param most how many cases to name at a time; where it is the greatest number all values of
   *     facts are told too
   */
  public static Report of(List<QcaResult> results, int most) {
    return new Report(
        () -> new QcaReport(most).document(results),
        () -> results.size() == 1 ? results.get(0) : results);
  }

  private Document document(List<QcaResult> results) {
    QcaResult first = results.get(0);
    Document document =
        new Document("Rows and facts beside what was done")
            .add(
                paragraph(
                    "%s of history in which a posture was observed; %d others are left out."
                        .formatted(Figures.count(first.cases(), "case"), first.leftOut())),
                note(QcaResult.CAUTION),
                note(QcaResult.METHOD),
                note(QcaResult.METHOD_OF_VALUES));
    results.forEach(r -> document.section("Outcome: " + r.outcome().label(), outcome(r)));
    return document;
  }

  private List<Block> outcome(QcaResult result) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            result.withOutcome() == 0
                ? "It was observed in no case, so nothing can be said."
                : "It was observed in %d of %d cases: by chance consistency and sufficiency come to %s."
                    .formatted(result.withOutcome(), result.cases(), share(result.baseRate()))));
    if (result.withOutcome() == 0) {
      return blocks;
    }
    blocks.addAll(values(result));
    Map<String, List<RowSet>> tables =
        result.rows().stream()
            .filter(r -> r.fires() > 0)
            .collect(Collectors.groupingBy(RowSet::table, LinkedHashMap::new, Collectors.toList()));
    tables.forEach(
        (name, rows) ->
            blocks.add(
                Document.section(
                    Words.plain(name),
                    table(
                        name,
                        List.of(
                            new Block.Column("Row"),
                            Block.Column.figures("Consistency"),
                            Block.Column.figures("Raw coverage"),
                            Block.Column.figures("Unique coverage"),
                            new Block.Column("Cases"),
                            new Block.Column("Contradictory")),
                        rows,
                        this::line))));
    List<String> never =
        result.rows().stream().filter(r -> r.fires() == 0).map(RowSet::id).toList();
    if (!never.isEmpty()) {
      blocks.add(
          Document.section(
              Words.plain("Rows that fire in no case"), paragraph(String.join(", ", never))));
    }
    return blocks;
  }

  private Block.Line line(RowSet row) {
    return new Block.Line(
        Words.row(row.id()),
        Words.plain(
            "%s (%d of %d)".formatted(share(row.consistency()), row.cases().size(), row.fires())),
        Words.plain(share(row.rawCoverage())),
        Words.plain(share(row.uniqueCoverage())),
        Words.plain(names(row.cases())),
        Words.plain(names(row.contradictory())));
  }

  private String names(List<String> ids) {
    return Document.first(ids, most, Words::plain).stream()
        .map(Words::text)
        .collect(Collectors.joining(", "));
  }

  private List<Block> values(QcaResult result) {
    if (most == Integer.MAX_VALUE) {
      return List.of(values("Values of facts", result, v -> true));
    }
    return List.of(
        values(
            "Values that go with it: sufficiency %s or more, in %d cases of it or more"
                .formatted(SUFFICIENT, FEW_CASES),
            result,
            v -> v.withOutcome() >= FEW_CASES && v.sufficiency() >= SUFFICIENT),
        values(
            "Values that nearly all its cases have: necessity %s or more, in %d or more"
                .formatted(NECESSARY, FEW_CASES),
            result,
            v ->
                v.withOutcome() >= FEW_CASES
                    && v.necessity() != null
                    && v.necessity() >= NECESSARY));
  }

  private static Block values(String title, QcaResult result, Predicate<ValueSet> which) {
    List<ValueSet> values = result.values().stream().filter(which).toList();
    return Document.section(
        Words.plain(title),
        values.isEmpty()
            ? paragraph("None.")
            : table(
                title,
                Block.Column.figures(
                    new Block.Column("Fact and value"), "Sufficiency", "Necessity"),
                values,
                QcaReport::line));
  }

  /** With two digits behind the point; 1.00 is all. */
  private static String share(double share) {
    BigDecimal rounded = BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    return share < 1 && rounded.compareTo(BigDecimal.ONE) == 0
        ? Figures.hundredths(share)
        : rounded.toPlainString();
  }

  private static Block.Line line(ValueSet value) {
    return Block.Line.of(
        value.fact() + ": " + value.value(),
        "%s (%d of %d)".formatted(share(value.sufficiency()), value.withOutcome(), value.cases()),
        value.necessity() == null
            ? "none known"
            : "%s (%d of %d)"
                .formatted(share(value.necessity()), value.withOutcome(), value.known()));
  }
}

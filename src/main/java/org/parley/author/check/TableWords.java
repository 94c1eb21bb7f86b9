package org.parley.author.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Place;
import org.parley.author.check.TableAnalysis.DeadCell;
import org.parley.author.check.TableAnalysis.DuplicateRow;
import org.parley.author.check.TableAnalysis.ForgottenValue;
import org.parley.author.check.TableAnalysis.MaskedRow;
import org.parley.author.check.TableAnalysis.MergeableRows;
import org.parley.author.check.TableAnalysis.Overlap;
import org.parley.decide.answer.Band;
import org.parley.decide.answer.TableCells;
import org.parley.decide.answer.TableCells.Dimension;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftDecision.DraftColumn;
import org.parley.knowledge.DraftDecision.DraftRow;
import org.parley.knowledge.Row;
import org.parley.knowledge.Tested;
import org.parley.knowledge.Vocabulary;

/** Says in the words of a table what was worked out of it. */
final class TableWords {
  private static final int FEW = 2;
  private static final int LONGEST = 60;
  private static final int MOST_GAPS = 40;
  private static final int MOST_ROWS = 12;
  private static final String TOO_MANY = "falls into thousands of pieces";

  private final Vocabulary vocabulary;
  private final List<Dimension> dimensions;
  private final DraftDecision decision;
  private final CheckFindings findings;

  TableWords(
      Vocabulary vocabulary, TableCells cells, DraftDecision decision, CheckFindings findings) {
    this.vocabulary = vocabulary;
    this.dimensions = cells.dimensions();
    this.decision = decision;
    this.findings = findings;
  }

  /** Says all of an analysis. */
  void say(TableAnalysis analysis) {
    analysis.deadCells().forEach(this::deadCell);
    analysis
        .gaps()
        .ifPresentOrElse(
            this::gaps,
            () -> {
              analysis.sample().ifPresent(gap -> gap(gap, "; what else is open " + TOO_MANY));
              findings.skip(
                  "%s of '%s'"
                      .formatted(
                          analysis.sample().isPresent() ? "all gaps" : "gaps", decision.name()),
                  "what its rows leave open " + TOO_MANY);
            });
    analysis.duplicates().forEach(this::duplicate);
    analysis.overlaps().forEach(this::overlap);
    analysis.masked().forEach(this::masked);
    analysis
        .unsettled()
        .forEach(
            row ->
                findings.skip(
                    "whether row '%s' is masked".formatted(row.id()),
                    "what the rows before it leave of it " + TOO_MANY));
    analysis.mergeable().forEach(this::mergeable);
    if (analysis.misleadingPolicy()) {
      findings.add(
          Check.HIT_POLICY,
          decision.place(),
          "no two rows ever match together, so %s only hides that: UNIQUE says it plainly"
              .formatted(policy()));
    }
    analysis.forgotten().forEach(this::forgotten);
  }

  /** Says which rows never match, whatever the facts are, and of how many nobody can tell. */
  void say(List<Row> unreachable, int undecided) {
    unreachable.forEach(
        row ->
            findings.add(
                Check.UNREACHABLE_ROW,
                place(row),
                "the row never matches: the decisions that it reads never answer so together,"
                    + " whatever the facts are"));
    if (undecided > 0) {
      findings.skip(
          "whether %d rows of '%s' can ever match".formatted(undecided, decision.name()),
          "what lies behind them has no masks, or is too large to be worked out");
    }
  }

  private String policy() {
    return decision.decisionTable().hitPolicy();
  }

  private Place place(Row row) {
    return decision.rows().get(row.number() - 1).place();
  }

  private static Place column(List<Place> places, String column, Place otherwise) {
    return places.stream().filter(p -> p.column().equals(column)).findFirst().orElse(otherwise);
  }

  private void deadCell(DeadCell cell) {
    DraftRow row = decision.rows().get(cell.row() - 1);
    findings.add(
        Check.UNREACHABLE_ROW,
        column(row.tests(), cell.column(), row.place()),
        "the row never matches: its cell accepts none of the values that '%s' can have"
            .formatted(cell.column()));
  }

  /** Says what no row matches. */
  void gaps(List<Box> gaps) {
    for (int i = 0; i < Math.min(gaps.size(), MOST_GAPS); i++) {
      int more = i + 1 == MOST_GAPS ? gaps.size() - MOST_GAPS : 0;
      gap(gaps.get(i), more > 0 ? "; and %d more such regions".formatted(more) : "");
    }
  }

  private void gap(Box gap, String andMore) {
    findings.add(Check.GAP, decision.place(), "no row for %s%s".formatted(of(gap), andMore));
  }

  private void duplicate(DuplicateRow again) {
    findings.add(
        Check.DUPLICATE_ROW,
        place(again.row()),
        "says the same in the same cases as row '%s': keep one of the two"
            .formatted(again.first().id()));
  }

  private void overlap(Overlap overlap) {
    String first = result(overlap.firstSays());
    String says =
        overlap.firstSays().equals(overlap.rowSays())
            ? "both say \"%s\"".formatted(first)
            : "'%s' says \"%s\", '%s' says \"%s\""
                .formatted(
                    overlap.first().id(), first, overlap.row().id(), result(overlap.rowSays()));
    findings.add(
        Check.OVERLAP,
        place(overlap.row()),
        "matches together with row '%s' for %s; %s, and %s allows %s"
            .formatted(
                overlap.first().id(),
                of(overlap.meeting()),
                says,
                policy(),
                policy().equals("UNIQUE") ? "one row at a time" : "only rows that agree"));
  }

  private void masked(MaskedRow masked) {
    int more = masked.by().size() - MOST_ROWS;
    String by =
        masked.by().stream()
                .limit(MOST_ROWS)
                .map(b -> "'" + b.id() + "'")
                .collect(Collectors.joining(", "))
            + (more > 0 ? " and %d more".formatted(more) : "");
    findings.add(
        Check.MASKED_ROW,
        place(masked.row()),
        "never decides: wherever it matches, %s%s does so too and %s"
            .formatted(
                masked.by().size() == 1 ? "row " : "one of the rows ",
                by,
                policy().equals("PRIORITY") ? "ranks higher" : "stands before it"));
  }

  private void mergeable(MergeableRows rows) {
    findings.add(
        Check.MERGEABLE_ROWS,
        place(rows.row()),
        "says the same for the same reason as row '%s'%s: make them one row"
            .formatted(
                rows.first().id(),
                rows.column()
                    .map(" and differs only in '%s'"::formatted)
                    .orElse(", and one holds wherever the other does")));
  }

  private void forgotten(ForgottenValue forgotten) {
    findings.add(
        Check.VALUE_NEVER_TESTED,
        column(
            decision.inputs().stream().map(DraftColumn::place).toList(),
            forgotten.column(),
            decision.place()),
        "rows name every value of '%s' but \"%s\": has it been forgotten?"
            .formatted(forgotten.column(), forgotten.value()));
  }

  /** Such as {@code stage = war or pause, cost = high}. */
  private String of(Box box) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      if (box.side(i).cardinality() < dimensions.get(i).values().size()) {
        parts.add(dimensions.get(i).name() + " = " + values(dimensions.get(i), box.side(i)));
      }
    }
    return parts.isEmpty() ? "every case" : String.join(", ", parts);
  }

  private String values(Dimension dimension, BitSet codes) {
    BitSet others = new BitSet();
    others.set(0, dimension.values().size());
    others.andNot(codes);
    boolean butFew = others.cardinality() <= FEW && codes.cardinality() > FEW + 1;
    return butFew ? "any but " + listed(dimension, others) : listed(dimension, codes);
  }

  private String listed(Dimension dimension, BitSet codes) {
    if (!dimension.bands().isEmpty()) {
      return Band.words(dimension.bands(), codes);
    }
    List<String> words = new ArrayList<>();
    for (int from = codes.nextSetBit(0); from >= 0; ) {
      int behind = dimension.banded() && from > 0 ? codes.nextClearBit(from) : from + 1;
      words.add(
          dimension.banded() ? bands(dimension, from, behind) : word(dimension.values().get(from)));
      from = codes.nextSetBit(behind);
    }
    return String.join(" or ", words);
  }

  private static String word(Object value) {
    return value instanceof BigDecimal ? Tested.words(value) : String.valueOf(value);
  }

  private String bands(Dimension dimension, int from, int behind) {
    if (from == 0) {
      return "not known";
    }
    BigDecimal least = (BigDecimal) dimension.values().get(from);
    BigDecimal most =
        behind < dimension.values().size()
            ? ((BigDecimal) dimension.values().get(behind)).subtract(BigDecimal.ONE)
            : vocabulary.fact(dimension.name()).map(f -> BigDecimal.valueOf(f.max())).orElse(least);
    return least.compareTo(most) == 0 ? least.toString() : least + " to " + most;
  }

  /** What a row says, such as {@code weak}, or {@code kind: visit, mode: secret}. */
  private static String result(Object result) {
    String words =
        result instanceof Map<?, ?> context
            ? context.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "))
            : String.valueOf(result);
    return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
  }
}

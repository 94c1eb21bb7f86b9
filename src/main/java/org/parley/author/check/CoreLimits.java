package org.parley.author.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.author.check.Slip.Kind;
import org.parley.knowledge.CheckSetting;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;

/**
 * Holds the decisions behind what is recommended to the size that the knowledge base sets itself in
 * {@code dmn/checks.csv}, so that a person can hold each of them in the head.
 */
final class CoreLimits {
  private static final String POLICIES = "hit policies";
  private static final String TESTING = "share of rows that test";

  private final List<DraftDecision> core;
  private final CheckFindings findings;
  private final Map<String, Function<Place, Stream<Measured>>> measures;

  /**
   * Limits of some decisions.
   *
   * @param core the decisions that what is recommended rests on, and these themselves
   */
  CoreLimits(List<DraftDecision> core, CheckFindings findings) {
    this.core = core;
    this.findings = findings;
    this.measures =
        Map.of(
            "rows",
            this::rows,
            "filled cells in a row",
            file -> core.stream().flatMap(CoreLimits::cells),
            "filled cells on average",
            this::average,
            "outputs of a decision",
            file -> core.stream().flatMap(CoreLimits::outputs),
            TESTING,
            file -> core.stream().flatMap(CoreLimits::testing),
            POLICIES,
            file -> core.stream().map(CoreLimits::policy));
  }

  /** Whether a setting is such a limit, and turns nothing off. */
  static boolean isLimit(CheckSetting setting) {
    return setting.check().equals(Check.CORE_LIMIT.id()) && !setting.limit().isEmpty();
  }

  /** Holds the core to one limit. */
  void check(CheckSetting setting) {
    Place place = Place.entry(CheckSetting.FILE, setting.line(), setting.check());
    Function<Place, Stream<Measured>> measure = measures.get(setting.where());
    if (measure == null) {
      String hint = Nearest.hint(setting.where(), measures.keySet());
      findings.add(Slip.of(Kind.NO_MEASURE, place, setting.where(), hint));
    } else if (!setting.where().equals(POLICIES) && !setting.limit().matches("\\d+(\\.\\d+)?")) {
      findings.add(Slip.of(Kind.NO_NUMBER, place, setting.limit()));
    } else {
      measure
          .apply(place)
          .filter(measured -> !keeps(measured, setting))
          .map(
              measured ->
                  Slip.of(
                      Kind.OVER_LIMIT,
                      measured.place,
                      setting.where(),
                      measured.words,
                      setting.limit()))
          .forEach(findings::add);
    }
  }

  private static boolean keeps(Measured measured, CheckSetting setting) {
    if (setting.where().equals(POLICIES)) {
      return List.of(setting.limit().split("\\s+")).contains(measured.words);
    }
    double limit = Double.parseDouble(setting.limit());
    return setting.where().equals(TESTING) ? measured.number >= limit : measured.number <= limit;
  }

  /** What was measured somewhere; the number means nothing for a hit policy. */
  private record Measured(Place place, double number, String words) {

    static Measured of(Place place, double number) {
      String words = String.format(Locale.ROOT, number % 1 == 0 ? "%.0f" : "%.2f", number);
      return new Measured(place, number, words);
    }
  }

  private Stream<Measured> rows(Place file) {
    return Stream.of(Measured.of(file, (int) core.stream().flatMap(CoreLimits::allRows).count()));
  }

  private Stream<Measured> average(Place file) {
    return Stream.of(
        Measured.of(
            file,
            core.stream()
                .flatMap(CoreLimits::allRows)
                .mapToInt(CoreLimits::filled)
                .average()
                .orElse(0)));
  }

  private static Stream<Measured> cells(DraftDecision decision) {
    return allRows(decision)
        .map(row -> Measured.of(decision.rows().get(row.number() - 1).place(), filled(row)));
  }

  private static Stream<Measured> outputs(DraftDecision decision) {
    return decision.outputs().stream()
        .map(output -> Measured.of(decision.place(), output.values().size()));
  }

  private static Stream<Measured> testing(DraftDecision decision) {
    long test = allRows(decision).filter(row -> filled(row) > 0).count();
    long rows = allRows(decision).count();
    return rows == 0 ? Stream.of() : Stream.of(Measured.of(decision.place(), (double) test / rows));
  }

  private static Measured policy(DraftDecision decision) {
    String policy = decision.table().map(DecisionTable::hitPolicy).orElse("no decision table");
    return new Measured(decision.place(), 0, policy);
  }

  private static Stream<Row> allRows(DraftDecision decision) {
    return decision.table().stream().flatMap(t -> t.rows().stream());
  }

  private static int filled(Row row) {
    return (int) IntStream.range(0, row.tests().size()).filter(row::tests).count();
  }
}

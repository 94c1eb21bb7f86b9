package org.parley.assertj;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Verdict;
import org.parley.WhyNot;
import org.parley.WhyNot.FailingCell;
import org.parley.WhyNot.FailingFact;
import org.parley.WhyNot.NearRow;

/** What a failed assertion shows: the rows that decided, and those that came near. */
final class Grounds {
  private static final int NEAREST = 3;
  private static final String POSTURE = "posture";
  private static final String UNOFFICIAL_TRACK = "unofficial track";

  private Grounds() {}

  /** An expectation with what explains why it is not met; empty parts are left out. */
  static String message(String expectation, String... parts) {
    return Stream.concat(Stream.of(expectation), Stream.of(parts))
        .filter(p -> !p.isEmpty())
        .collect(Collectors.joining("\n", "\n", ""));
  }

  /** Lines under a heading. */
  static String listed(String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return heading + " nothing";
    }
    return lines.stream()
        .map(line -> "  " + line.replace("\n", "\n  "))
        .collect(Collectors.joining("\n", heading + "\n", ""));
  }

  /** The rows that weigh most for the posture. */
  static String of(Advice advice) {
    return listed("because of", advice.reasons().stream().map(Grounds::of).toList());
  }

  /** The rows that gave the unofficial track. */
  static String ofTrack(Advice advice) {
    return listed(
        "because of",
        advice.trace(UNOFFICIAL_TRACK).stream()
            .flatMap(d -> d.rows().stream())
            .filter(FiredRow::decided)
            .map(Grounds::of)
            .toList());
  }

  /** A row with its reason and what it found. */
  static String of(FiredRow row) {
    String inputs =
        row.inputs().entrySet().stream()
            .map(e -> e.getKey() + " = " + Objects.requireNonNullElse(e.getValue(), "unknown"))
            .collect(Collectors.joining(", "));
    String head = head(row.id(), row.table(), row.why());
    return inputs.isEmpty() ? head : head + "\n  where " + inputs;
  }

  /**
   * The rows behind the posture: those that chose it, and those that judged it, which a choice for
   * want of another does not test.
   */
  static Set<FiredRow> rowsBehind(Advice advice) {
    List<DecisionTrace> trace = advice.trace();
    Set<FiredRow> rows = new LinkedHashSet<>(DecisionTrace.rowsBehind(trace, POSTURE));
    advice.verdict(advice.posture()).rows().stream()
        .map(FiredRow::table)
        .distinct()
        .forEach(table -> rows.addAll(DecisionTrace.rowsBehind(trace, table)));
    return rows;
  }

  /** The ids of all rows behind the posture. */
  static String allBehind(Advice advice) {
    return rowsBehind(advice).stream()
        .map(FiredRow::id)
        .collect(Collectors.joining(", ", "all rows behind it: ", ""));
  }

  /** The rows that came nearest to giving a posture, with what stands in their way. */
  static String nearestTo(Posture asked, Advice advice) {
    WhyNot whyNot = advice.whyNot(asked);
    Verdict.Level level = whyNot.verdict().level();
    return listed(
        "nearest to %s, which is %s:".formatted(asked, level),
        whyNot.ways().stream().limit(NEAREST).map(w -> of(w.row())).toList());
  }

  /** Why a row did not decide. */
  static String whyNotRow(String id, Advice advice) {
    boolean matched =
        advice.trace().stream().flatMap(d -> d.rows().stream()).anyMatch(r -> r.id().equals(id));
    if (matched) {
      return "it matched, but did not decide the posture";
    }
    return Stream.of(Posture.values())
        .map(advice::whyNot)
        .flatMap(w -> w.ways().stream())
        .flatMap(w -> find(id, w.row()).stream())
        .findFirst()
        .map(row -> listed("it does not match:", List.of(of(row))))
        .orElse("no row of that id matched");
  }

  private static Optional<NearRow> find(String id, NearRow row) {
    if (row.id().equals(id)) {
      return Optional.of(row);
    }
    return row.cells().stream()
        .map(FailingCell::through)
        .filter(Objects::nonNull)
        .flatMap(through -> find(id, through).stream())
        .findFirst();
  }

  private static String of(NearRow row) {
    return row.facts().stream()
        .map(Grounds::of)
        .collect(Collectors.joining("\n", head(row.id(), row.table(), row.why()) + "\n", ""));
  }

  private static String of(FailingFact fact) {
    return "  needs %s = %s, but it is %s"
        .formatted(fact.fact(), String.join(" or ", fact.wanted()), fact.value());
  }

  private static String head(String id, String table, String why) {
    return "%s (%s)%s".formatted(id, table, why.isEmpty() ? "" : ": " + why);
  }

  /** Facts with their values. */
  static String values(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}

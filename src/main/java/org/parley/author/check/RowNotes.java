package org.parley.author.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.Shown;
import org.parley.author.check.Slip.Kind;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftDecision.DraftRow;
import org.parley.knowledge.Row;

/** Looks at what each row of a table says of itself: its id, why and source. */
final class RowNotes {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(decision[-_]?)?(row|rule|line|entry|r)[-_]?\\d+");
  private static final Pattern GENERATED =
      Pattern.compile("_.*|(?i)(decision)?rule_[0-9a-z]+|.*[0-9a-f]{8}-[0-9a-f]{4}-.*");

  private RowNotes() {}

  static List<Slip> check(DraftDecision decision) {
    List<Slip> slips = new ArrayList<>();
    note(decision, "Why", Kind.NO_WHYS, Kind.EMPTY_WHY, slips);
    note(decision, "Source", Kind.NO_SOURCES, Kind.EMPTY_SOURCE, slips);
    note(decision, "Statement", Kind.NO_STATEMENTS, Kind.EMPTY_STATEMENT, slips);
    for (Row row : decision.decisionTable().rows()) {
      DraftRow at = decision.rows().get(row.number() - 1);
      id(row, at).ifPresent(slips::add);
      if (row.hasTwoWhys()) {
        slips.add(Slip.of(Kind.TWO_WHYS, at.place(), Shown.piece(row.description())));
      }
      row.misplaced().forEach(m -> slips.add(Slip.of(Kind.SENTENCE_PLACE, at.place(), m)));
    }
    return slips;
  }

  private static void note(
      DraftDecision decision, String column, Kind none, Kind empty, List<Slip> slips) {
    List<Row> rows = decision.decisionTable().rows();
    if (!rows.isEmpty() && rows.stream().noneMatch(r -> r.annotations().containsKey(column))) {
      slips.add(Slip.of(none, decision.place()));
      return;
    }
    rows.stream()
        .filter(r -> r.annotations().getOrDefault(column, "").isBlank())
        .map(r -> Slip.of(empty, decision.rows().get(r.number() - 1).place()))
        .forEach(slips::add);
  }

  private static Optional<Slip> id(Row row, DraftRow at) {
    if (!at.identified()) {
      return Optional.of(Slip.of(Kind.NO_ID, at.place()));
    }
    if (Stream.of(NUMBERED, GENERATED).anyMatch(p -> p.matcher(row.id()).matches())) {
      return Optional.of(Slip.of(Kind.ID_SAYS_NOTHING, at.place()));
    }
    return FORM.matcher(row.id()).matches()
        ? Optional.empty()
        : Optional.of(Slip.of(Kind.FORM_OF_ID, at.place(), proposal(row.id())));
  }

  private static String proposal(String id) {
    String proposal =
        id.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return proposal.isEmpty() ? "weakness-signal-shown" : proposal;
  }
}

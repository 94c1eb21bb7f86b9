package org.parley.author.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.Place;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftDecision.DraftRow;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;

/** Looks at what each row of a table says of itself: its id, why, source and statements. */
final class RowNotes {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(decision[-_]?)?(row|rule|line|entry|r)[-_]?\\d+");
  private static final Pattern GENERATED =
      Pattern.compile("_.*|(?i)(decision)?rule_[0-9a-z]+|.*[0-9a-f]{8}-[0-9a-f]{4}-.*");

  private final Map<String, ?> statements;
  private final CheckFindings findings;

  /**
   * @param statements the known ones by id; none where they could not be read
   */
  RowNotes(Map<String, ?> statements, CheckFindings findings) {
    this.statements = statements;
    this.findings = findings;
  }

  void check(DraftDecision decision) {
    List<Row> rows = decision.decisionTable().rows();
    note(decision, Check.MISSING_WHY, "Why", "say in one sentence why it holds");
    note(decision, Check.MISSING_SOURCE, "Source", "name the works that it rests on");
    note(
        decision, Check.MISSING_STATEMENT, "Statement", "name the statements that it follows from");
    for (Row row : rows) {
      DraftRow at = decision.rows().get(row.number() - 1);
      checkId(row, at);
      checkStatements(row.statements(), at.place());
    }
  }

  private void note(DraftDecision decision, Check check, String column, String wanted) {
    List<Row> lacking =
        decision.decisionTable().rows().stream()
            .filter(r -> r.annotations().getOrDefault(column, "").isBlank())
            .toList();
    if (!lacking.isEmpty()
        && lacking.size() == decision.decisionTable().rows().size()
        && lacking.stream().noneMatch(r -> r.annotations().containsKey(column))) {
      findings.add(
          check,
          decision.place(),
          "the table has no annotation '%s': %s".formatted(column, wanted));
      return;
    }
    lacking.forEach(
        r ->
            findings.add(
                check,
                decision.rows().get(r.number() - 1).place(),
                "the annotation '%s' is empty: %s".formatted(column, wanted)));
  }

  private void checkId(Row row, DraftRow at) {
    if (!at.identified()) {
      findings.add(
          Check.ROW_ID, at.place(), "the row has no id: give it one that says what it is about");
    } else if (NUMBERED.matcher(row.id()).matches() || GENERATED.matcher(row.id()).matches()) {
      findings.add(
          Check.ROW_ID,
          at.place(),
          "the id counts or was made by a program, so it says nothing and will not outlive an edit:"
              + " say what the row is about");
    } else if (!FORM.matcher(row.id()).matches()) {
      findings.add(
          Check.ROW_ID,
          at.place(),
          "write the id in small letters with hyphens, such as %s".formatted(proposal(row.id())));
    }
  }

  private static String proposal(String id) {
    String proposal =
        id.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return proposal.isEmpty() ? "weakness-signal-shown" : proposal;
  }

  void checkStatements(List<String> ids, Place place) {
    Set<String> known = statements.keySet();
    ids.stream()
        .filter(id -> !known.isEmpty() && !known.contains(id))
        .forEach(
            id ->
                findings.add(
                    Check.UNKNOWN_STATEMENT,
                    place,
                    "dmn/statements.csv has no statement %s%s"
                        .formatted(id, Nearest.hint(id, known))));
  }
}

package org.parley.author.check;

import java.util.ArrayList;
import java.util.List;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.RuleHeader;

/** Looks at what the rules say of themselves; they are read and never run. */
final class RuleNotes {
  private final KnowledgeDraft draft;
  private final RowNotes notes;
  private final CheckFindings findings;

  RuleNotes(KnowledgeDraft draft, RowNotes notes, CheckFindings findings) {
    this.draft = draft;
    this.notes = notes;
    this.findings = findings;
  }

  void run() {
    for (RuleHeader rule : draft.rules().headers()) {
      Place place = Place.entry(rule.file(), rule.line(), rule.name());
      List<String> missing = new ArrayList<>();
      require("@why", rule.why().isBlank(), missing);
      require("@statement", rule.statements().isEmpty(), missing);
      require("@source", rule.source().isBlank(), missing);
      if (!missing.isEmpty()) {
        findings.add(
            Check.RULE_METADATA, place, "the rule lacks %s".formatted(String.join(", ", missing)));
      }
      notes.checkStatements(rule.statements(), place);
      facts(rule, place);
    }
    for (Problem problem : draft.rules().problems()) {
      findings.add(Check.RULE_METADATA, problem.place(), problem.message());
    }
  }

  private void facts(RuleHeader rule, Place place) {
    List<String> known = draft.vocabulary().factNames();
    rule.derives().stream()
        .filter(fact -> !known.isEmpty() && !known.contains(fact))
        .forEach(
            fact ->
                findings.add(
                    Check.RULE_METADATA,
                    place,
                    "@derives names '%s', which is no fact%s"
                        .formatted(fact, Nearest.hint(fact, known))));
  }

  private static void require(String note, boolean lacks, List<String> missing) {
    if (lacks) {
      missing.add(note);
    }
  }
}

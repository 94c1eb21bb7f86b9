package org.parley.author.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.Place;
import org.parley.explain.FinalDecisions;
import org.parley.game.GameDecisions;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftModel;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Row;
import org.parley.knowledge.Statement;

/** Looks for decisions, input data, facts and statements that nothing uses. */
final class UseCheck {
  private static final String FACTS = "dmn/vocabulary.csv";
  private static final String STATEMENTS = "dmn/statements.csv";
  private static final String RULE = "rule";

  private final KnowledgeDraft draft;
  private final RowNotes notes;
  private final CheckFindings findings;

  UseCheck(KnowledgeDraft draft, RowNotes notes, CheckFindings findings) {
    this.draft = draft;
    this.notes = notes;
    this.findings = findings;
  }

  void run() {
    Set<String> needed = new HashSet<>(FinalDecisions.names());
    needed.addAll(GameDecisions.names());
    Set<String> declared = new HashSet<>();
    for (DraftModel model : draft.models()) {
      model.decisions().forEach(d -> needed.addAll(d.needs()));
      model.inputs().forEach(i -> input(model, i, declared));
    }
    draft.models().stream()
        .flatMap(m -> m.decisions().stream())
        .filter(d -> !needed.contains(d.name()))
        .forEach(this::unusedDecision);
    facts(declared);
    statements();
  }

  private void input(DraftModel model, DraftModel.Input input, Set<String> declared) {
    declared.add(input.name());
    if (!input.required()) {
      findings.add(
          Check.UNUSED_INPUT,
          Place.of(model.file(), input.line()).column(input.name()),
          "no decision of this model requires the input data '%s'".formatted(input.name()));
    }
  }

  private void unusedDecision(DraftDecision decision) {
    findings.add(
        Check.UNUSED_DECISION,
        decision.place(),
        "no other decision reads it, and it is no part of an advice");
  }

  private void facts(Set<String> declared) {
    Map<String, Integer> lines = draft.lines(FACTS, "name");
    for (FactType fact : draft.vocabulary().facts()) {
      Place place = Place.entry(FACTS, lines.getOrDefault(fact.name(), 0), fact.name());
      notes.checkStatements(fact.statements(), place);
      if (!declared.contains(fact.name())) {
        findings.add(
            Check.UNUSED_FACT,
            place,
            "no model declares it as input data, so coding it changes nothing");
      }
    }
  }

  private void statements() {
    Set<String> cited = new HashSet<>();
    draft.models().stream()
        .flatMap(m -> m.decisions().stream())
        .flatMap(d -> d.table().stream())
        .flatMap(t -> t.rows().stream())
        .map(Row::statements)
        .forEach(cited::addAll);
    draft.rules().headers().forEach(r -> cited.addAll(r.statements()));
    Map<String, Integer> lines = draft.lines(STATEMENTS, "id");
    for (Statement statement : draft.statements().values()) {
      if (statement.kind().equals(RULE) && !cited.contains(statement.id())) {
        findings.add(
            Check.UNUSED_STATEMENT,
            Place.entry(STATEMENTS, lines.getOrDefault(statement.id(), 0), statement.id()),
            "no row and no rule follows from it");
      }
    }
  }
}

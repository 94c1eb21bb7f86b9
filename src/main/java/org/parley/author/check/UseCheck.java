package org.parley.author.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Place;
import org.parley.author.check.Slip.Kind;
import org.parley.explain.FinalDecisions;
import org.parley.game.GameDecisions;
import org.parley.knowledge.Cell;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.DraftModel;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;
import org.parley.knowledge.RuleHeader;
import org.parley.knowledge.Statement;
import org.parley.knowledge.Vocabulary;

/**
 * Looks for decisions, input data, facts and statements that nothing uses, for statements that
 * nobody makes, and at what the rules say of themselves; they are read and never run.
 */
final class UseCheck {
  private static final String RULE = "rule";
  private static final String APART = ": statements stand apart by blanks: %s";

  private final KnowledgeDraft draft;
  private final List<DraftDecision> tables;
  private final List<Slip> slips = new ArrayList<>();

  private UseCheck(KnowledgeDraft draft) {
    this.draft = draft;
    this.tables = draft.tables();
  }

  static List<Slip> check(KnowledgeDraft draft) {
    UseCheck check = new UseCheck(draft);
    for (DraftDecision table : check.tables) {
      for (Row row : table.decisionTable().rows()) {
        check.cited(row.statements(), table.rows().get(row.number() - 1).place());
      }
    }
    draft.rules().headers().forEach(check::rule);
    if (draft.problems().isEmpty()) {
      check.tables.forEach(check::factsInAnswers);
      check.decisions();
      check.facts();
      check.statements();
      check.formerRows();
    }
    return check.slips;
  }

  /** What an answer names has to be there when it is looked up. */
  private void factsInAnswers(DraftDecision table) {
    Optional<String> wanted = FinalDecisions.namesFacts(table.name());
    List<DecisionTable.Output> outputs = table.decisionTable().outputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (wanted.filter(outputs.get(i).name()::equals).isPresent()) {
        factsInColumn(table, i);
      }
    }
  }

  private void factsInColumn(DraftDecision table, int column) {
    for (Row row : table.decisionTable().rows()) {
      Place place = table.rows().get(row.number() - 1).place();
      Cell.answer(row.results().get(column)).text().ifPresent(word -> factInAnswer(word, place));
    }
  }

  private void factInAnswer(String word, Place place) {
    Vocabulary vocabulary = draft.vocabulary();
    if (vocabulary.fact(word).isEmpty()) {
      slips.add(
          vocabulary
              .factEverCalled(word)
              .map(now -> Slip.of(Kind.CALLED_OTHERWISE, place, word, now.name()))
              .orElseGet(
                  () ->
                      Slip.of(
                          Kind.NAMES_NO_FACT,
                          place,
                          word,
                          Nearest.hint(word, vocabulary.factNames()))));
    }
  }

  private void cited(List<String> ids, Place place) {
    Set<String> known = draft.statements().keySet();
    List<String> apart = new ArrayList<>();
    for (String id : ids) {
      List<String> several = List.of(id.split("[;,/|&+]+"));
      if (!known.contains(id) && several.size() > 1 && several.stream().anyMatch(known::contains)) {
        String blanks = String.join(" ", several);
        slips.add(Slip.of(Kind.UNKNOWN_STATEMENT, place, id, APART.formatted(blanks)));
      } else {
        apart.add(id);
      }
    }
    unknown(Kind.UNKNOWN_STATEMENT, apart, known, place);
  }

  /** Where nothing is known, it could not be read. */
  private void unknown(Kind kind, List<String> words, Collection<String> known, Place place) {
    words.stream()
        .filter(word -> !known.isEmpty() && !known.contains(word))
        .forEach(word -> slips.add(Slip.of(kind, place, word, Nearest.hint(word, known))));
  }

  private void rule(RuleHeader rule) {
    Place place = Place.entry(rule.file(), rule.line(), rule.name());
    String missing =
        Stream.of(
                Map.entry("@why", rule.why()),
                Map.entry("@statement", String.join(" ", rule.statements())),
                Map.entry("@source", rule.source()))
            .filter(note -> note.getValue().isBlank())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      slips.add(Slip.of(Kind.RULE_LACKS, place, missing));
    }
    cited(rule.statements(), place);
    List<String> derived =
        rule.derives().stream()
            .filter(
                name ->
                    draft
                        .vocabulary()
                        .factEverCalled(name)
                        .filter(f -> !f.name().equals(name))
                        .isEmpty())
            .toList();
    unknown(Kind.NO_FACT, derived, draft.vocabulary().factNames(), place);
    formerWords(rule, place);
  }

  /** What a rule says is code: nobody changes it but who wrote it. */
  private void formerWords(RuleHeader rule, Place place) {
    String code = rule.conditions() + "\n" + rule.consequence();
    for (FactType fact : draft.vocabulary().facts()) {
      for (String former : fact.formerly().names()) {
        if (code.contains('"' + former + '"') || rule.derives().contains(former)) {
          slips.add(Slip.of(Kind.FORMER_NAME, place, former, fact.name()));
        }
      }
      boolean speaksOfIt =
          Stream.concat(Stream.of(fact.name()), fact.formerly().names().stream())
              .anyMatch(name -> code.contains('"' + name + '"'));
      fact.formerly()
          .values()
          .forEach(
              (former, now) -> {
                if (speaksOfIt && code.contains('"' + former + '"')) {
                  slips.add(Slip.of(Kind.FORMER_VALUE, place, former, fact.name(), now));
                }
              });
    }
  }

  private void decisions() {
    Set<String> needed = new HashSet<>(FinalDecisions.names());
    needed.addAll(GameDecisions.names());
    draft.decisions().forEach(d -> needed.addAll(d.needs()));
    for (DraftModel model : draft.models()) {
      model.inputs().stream()
          .filter(i -> !i.required())
          .map(
              i ->
                  Slip.of(
                      Kind.NOT_REQUIRED,
                      Place.of(model.file(), i.line()).column(i.name()),
                      i.name()))
          .forEach(slips::add);
    }
    draft.decisions().stream()
        .filter(
            d ->
                !needed.contains(d.name())
                    && !FinalDecisions.isTopic(d.name(), d.decisionTable())
                    && !isSaid(d.name()))
        .forEach(d -> slips.add(Slip.of(Kind.UNUSED_DECISION, d.place())));
  }

  /** Whether a sentence has a place for what a decision answers. */
  private boolean isSaid(String decision) {
    return tables.stream()
        .flatMap(t -> t.decisionTable().rows().stream())
        .flatMap(row -> row.results().stream())
        .anyMatch(result -> result.contains("{" + decision + "}"));
  }

  private void facts() {
    Set<String> declared = new HashSet<>();
    draft.models().forEach(m -> m.inputs().forEach(i -> declared.add(i.name())));
    for (FactType fact : draft.vocabulary().facts()) {
      Place place = draft.place(fact);
      cited(fact.statements(), place);
      if (!declared.contains(fact.name())) {
        slips.add(Slip.of(Kind.UNUSED_FACT, place));
      }
    }
  }

  /** What stands for a former row has to stand somewhere. */
  private void formerRows() {
    Set<String> ids = new HashSet<>();
    tables.forEach(t -> t.decisionTable().rows().forEach(r -> ids.add(r.id())));
    draft
        .base()
        .ifPresent(
            base ->
                base.formerRows()
                    .forEach(
                        (former, now) ->
                            now.stream()
                                .filter(id -> !ids.contains(id))
                                .map(id -> former(former, id, ids))
                                .forEach(slips::add)));
  }

  private static Slip former(String former, String id, Set<String> ids) {
    Place place = Place.of(KnowledgeBase.FORMER_ROWS).in("entry", former);
    return Slip.of(Kind.FORMER_ROW, place, former, id, Nearest.hint(id, ids));
  }

  private void statements() {
    Set<String> cited = new HashSet<>();
    tables.forEach(t -> t.decisionTable().rows().forEach(r -> cited.addAll(r.statements())));
    draft.rules().headers().forEach(r -> cited.addAll(r.statements()));
    draft.base().ifPresent(base -> base.principles().forEach(p -> cited.addAll(p.statements())));
    for (Statement statement : draft.statements().values()) {
      if (statement.kind().equals(RULE) && !cited.contains(statement.id())) {
        slips.add(Slip.of(Kind.UNUSED_STATEMENT, draft.place(statement)));
      }
    }
  }
}

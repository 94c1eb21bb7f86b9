package org.parley.author.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.author.save.ModelColumns;
import org.parley.author.save.ModelText;
import org.parley.author.save.ModelWords;
import org.parley.author.save.PlainTable;
import org.parley.author.save.RowDraft;
import org.parley.author.save.TableDraft;
import org.parley.casefile.FactEditor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.FormerWords;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleHeader;
import org.parley.knowledge.Vocabulary;

/** Adds facts to a knowledge base, calls them otherwise, takes them out. */
public final class FactEdits {
  private static final String OTHER_SEAT = "from the other seat";
  private static final String REVERSED = ", reversed";

  private final KnowledgeBase base;
  private final WordDraft draft;

  /**
   * @param cases the case files by name, such as {@code cases/a.yaml}
   */
  public FactEdits(KnowledgeBase base, Map<String, byte[]> cases) {
    this.base = base;
    this.draft = new WordDraft(base, cases);
  }

  /**
   * A fact more.
   *
   * @param cells what the vocabulary says of it, by column
   * @throws ParleyException if there can be no such fact
   */
  public WordChange add(Map<String, String> cells) {
    String name = cells.getOrDefault(WordDraft.NAME, "").strip();
    requireFree(name);
    Map<String, String> said = new LinkedHashMap<>(cells);
    if (cells.getOrDefault("type", "").equals("choice")) {
      String values = cells.getOrDefault(WordDraft.VALUES, "");
      String spaced = values.replaceAll("\\s*\\|\\s*", "|").strip();
      boolean lacks = !List.of(spaced.split("\\|")).contains(FactType.UNKNOWN);
      said.put(WordDraft.VALUES, lacks ? spaced + "|" + FactType.UNKNOWN : spaced);
      if (lacks) {
        draft.note("'%s' gets the value unknown as well, as every choice has it".formatted(name));
      }
    }
    PlainTable table = draft.table(WordDraft.VOCABULARY);
    int behind = table.size() - 1;
    boolean newGroup = true;
    for (int i = 1; i < table.size(); i++) {
      if (table.get(i, "group").equals(said.getOrDefault("group", ""))) {
        behind = i;
        newGroup = false;
      }
    }
    if (newGroup) {
      draft.note(
          "the group '%s' is new: the others are %s"
              .formatted(said.getOrDefault("group", ""), String.join(", ", groups())));
    }
    draft.table(WordDraft.VOCABULARY, table.added(behind, said));
    draft.todo(
        "no table looks at '%s' yet: parley column add TABLE \"%1$s\" gives one a column for it"
            .formatted(name));
    return draft.done();
  }

  /** An old word that could not be read where old words are kept would be lost. */
  static void requireKept(String former) {
    if (!FormerWords.canHold(former)) {
      throw new ParleyException(
          "'%s' cannot be kept as a former word, since it has a semicolon or an arrow: change it in a"
                  .formatted(former)
              + " text editor");
    }
  }

  private Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    base.vocabulary().facts().forEach(f -> groups.add(f.group()));
    return groups;
  }

  private void requireFree(String name) {
    Vocabulary.objectionToName(name)
        .ifPresent(
            why -> {
              throw new ParleyException("'%s' cannot be a fact: %s".formatted(name, why));
            });
    if (!FormerWords.canHold(name)) {
      throw new ParleyException(
          "'%s' cannot be a fact: leave out semicolons and arrows".formatted(name));
    }
    if (draft.names().contains(name)) {
      throw new ParleyException(
          base.vocabulary().fact(name).isPresent()
              ? "there is a fact '%s' already".formatted(name)
              : "'%s' is a decision: call the fact otherwise".formatted(name));
    }
    base.vocabulary()
        .factEverCalled(name)
        .ifPresent(
            f -> {
              throw new ParleyException(
                  "'%s' is what '%s' was called before, and old case files say it: call it otherwise"
                      .formatted(name, f.name()));
            });
  }

  /**
   * A fact under another name, wherever it is named.
   *
   * @throws ParleyException if there is no such fact, or nothing can have that name
   */
  public WordChange rename(String former, String now) {
    FactType fact = draft.fact(former);
    requireKept(former);
    FormerWords formerly = fact.formerly().renamed(former, now);
    if (!fact.formerly().names().contains(now)) {
      requireFree(now);
    }
    Set<String> names = draft.names();
    draft.models(model -> new ModelWords(model).renamed(former, now, names, draft.facts()));
    renameType(former, now);
    draft.vocabulary(former, FormerWords.COLUMN, formerly.text());
    draft.vocabulary(former, WordDraft.NAME, now);
    draft.cells(
        WordDraft.VOCABULARY,
        OTHER_SEAT,
        cell -> cell.equals(former) ? now : cell.equals(former + REVERSED) ? now + REVERSED : cell);
    draft.cells(WordDraft.PRINCIPLES, "fact", cell -> cell.equals(former) ? now : cell);
    draft.cells(
        WordDraft.PRINCIPLES, "where", cell -> CellParts.renamedCondition(cell, former, now));
    draft.cells(WordDraft.STATEMENTS, "facts", cell -> CellParts.renamed(cell, ";", former, now));
    draft.cells(
        WordDraft.EVENTS, "facts it bears on", cell -> CellParts.renamed(cell, ";", former, now));
    draft.cells(WordDraft.CHECKS, "where", cell -> cell.equals(former) ? now : cell);
    draft.cases((file, content) -> FactEditor.renamed(file, content, former, now));
    draft.rules(former, "write \"%s\"".formatted(now), Set.of());
    draft.prose(former);
    WordChange change = draft.done();
    draft.requireSame(change, f -> f.name().equals(former) ? f.called(now, f.value()) : f);
    return change;
  }

  /** A type that is called after the fact, and is nobody else's, is called after its new name. */
  private void renameType(String former, String now) {
    String type = ModelWords.typeName(former);
    String wanted = ModelWords.typeName(now);
    boolean own =
        !type.equals(wanted)
            && draft.words().stream()
                .allMatch(
                    m ->
                        !m.types().contains(wanted)
                            && m.others(Set.of(type), Set.of(now)).isEmpty());
    if (own) {
      draft.models(model -> new ModelWords(model).typeRenamed(type, wanted));
    }
  }

  /**
   * The knowledge base without a fact.
   *
   * @param force whether case files may lose what they say of it
   * @throws ParleyException if a row, a principle or a rule needs it, or a case gives it
   */
  public WordChange remove(String name, boolean force) {
    draft.fact(name);
    List<Problem> needed = new ArrayList<>(neededBy(name));
    List<String> cases =
        draft.readCases().entrySet().stream()
            .filter(e -> e.getValue().facts().containsKey(name))
            .map(e -> "%s (%s)".formatted(id(e), e.getValue().facts().get(name).value()))
            .toList();
    if (!cases.isEmpty() && !force) {
      needed.add(
          Problem.of(
              "%d %s what they say of '%s', with its reasons: %s; --force --reason \"…\" removes it"
                      .formatted(
                          cases.size(),
                          cases.size() == 1 ? "case would lose" : "cases would lose",
                          name,
                          WordDraft.some(cases))
                  + " from them too"));
    }
    ParleyException.throwIfAny(needed);
    for (ModelText model : draft.models()) {
      removeFrom(model, name);
    }
    PlainTable table = draft.table(WordDraft.VOCABULARY);
    draft.table(WordDraft.VOCABULARY, table.without(WordDraft.record(table, name)));
    draft.cells(
        WordDraft.VOCABULARY,
        OTHER_SEAT,
        cell -> cell.equals(name) || cell.equals(name + REVERSED) ? "" : cell);
    draft.cells(WordDraft.STATEMENTS, "facts", cell -> CellParts.without(cell, ";", name));
    draft.cells(WordDraft.EVENTS, "facts it bears on", cell -> CellParts.without(cell, ";", name));
    draft.cases((file, content) -> FactEditor.without(file, content, name));
    if (!cases.isEmpty()) {
      draft.note("cases lose what they said of '%s': %s".formatted(name, WordDraft.some(cases)));
    }
    draft.prose(name);
    WordChange change = draft.done();
    draft.requireSame(change, f -> f.name().equals(name) ? null : f);
    return change;
  }

  private static String id(Map.Entry<String, Case> subject) {
    String id = subject.getValue().id();
    return id.isEmpty() ? subject.getKey() : id;
  }

  private List<Problem> neededBy(String name) {
    List<Problem> needed = new ArrayList<>();
    Set<String> names = draft.names();
    for (ModelText model : draft.models()) {
      List<Place> rows = new ArrayList<>(new ModelWords(model).answeredWith(name, draft.facts()));
      for (TableDraft table : model.tables()) {
        for (RowDraft row : table.rows()) {
          for (int i = 0; i < table.inputs().size(); i++) {
            boolean own = table.inputs().get(i).name().equals(name);
            if (own && isTested(row.tests().get(i))) {
              rows.add(Place.of(model.file()).in("decision", table.decision()).in("row", row.id()));
            }
          }
        }
      }
      WordDraft.rows(rows)
          .forEach(
              r -> needed.add(Problem.in(model.file(), "'%s' is needed by %s".formatted(name, r))));
      if (rows.isEmpty()) {
        new ModelWords(model)
            .expressionsThatName(name, names)
            .forEach(
                p ->
                    needed.add(
                        new Problem(
                            p, "names '%s' in an expression: change it first".formatted(name))));
      }
    }
    PlainTable principles = draft.table(WordDraft.PRINCIPLES);
    List<String> ids = new ArrayList<>();
    for (int i = 1; principles != null && i < principles.size(); i++) {
      if (principles.get(i, "fact").equals(name)
          || CellParts.isAbout(principles.get(i, "where"), name)) {
        ids.add(principles.get(i, "id"));
      }
    }
    if (!ids.isEmpty()) {
      needed.add(
          Problem.in(
              WordDraft.PRINCIPLES,
              "'%s' is needed by the principles %s".formatted(name, WordDraft.some(ids))));
    }
    for (RuleHeader rule : base.rules().headers()) {
      String code = rule.conditions() + rule.consequence();
      if (rule.derives().contains(name) || code.contains('"' + name + '"')) {
        needed.add(
            new Problem(
                Place.entry(rule.file(), rule.line(), rule.name()),
                "the rule needs '%s'".formatted(name)));
      }
    }
    return needed;
  }

  static boolean isTested(String cell) {
    return !cell.isBlank() && !cell.strip().equals("-");
  }

  private void removeFrom(ModelText model, String name) {
    ModelText changed = model;
    for (TableDraft table : model.tables()) {
      Optional<TableDraft> now = changed.table(table.decision());
      for (int i = table.inputs().size() - 1; i >= 0; i--) {
        if (now.isPresent() && table.inputs().get(i).name().equals(name)) {
          changed = ModelColumns.removed(changed, table.decision(), i, draft.names());
        }
      }
    }
    draft.model(new ModelWords(changed).withoutInput(name));
  }
}

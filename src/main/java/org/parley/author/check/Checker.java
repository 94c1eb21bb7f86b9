package org.parley.author.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.decide.NotCompiled;
import org.parley.decide.RowReach;
import org.parley.decide.TableCells;
import org.parley.decide.TableEngine;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Row;

/**
 * Goes over a knowledge base: its models, tables, notes, words, rules and case files. What keeps it
 * from being used are findings like any other. Nothing of it is run but its tables.
 */
public final class Checker {
  private final KnowledgeFiles files;
  private final Map<String, Function<CaseFiles, Case>> cases;
  private final boolean quick;

  private Checker(
      KnowledgeFiles files, Map<String, Function<CaseFiles, Case>> cases, boolean quick) {
    this.files = files;
    this.cases = cases;
    this.quick = quick;
  }

  /** A check of a knowledge base, without case files. */
  public static Checker of(KnowledgeFiles files) {
    return new Checker(files, Map.of(), false);
  }

  /** The same check with the case files below a folder. */
  public Checker withCases(Path folder) {
    return new Checker(files, CaseCheck.below(folder), quick);
  }

  /** The same check with the case files among files that stand elsewhere. */
  public Checker withCases(Map<String, byte[]> contents) {
    return new Checker(files, CaseCheck.among(contents), quick);
  }

  /** The same check without the engine's own analysis, which takes seconds and adds little. */
  public Checker quick() {
    return new Checker(files, cases, true);
  }

  /** Checks. */
  public CheckResult check() {
    return new Run().check();
  }

  private final class Run {
    private final KnowledgeDraft draft = KnowledgeDraft.of(files);
    private final CheckFindings findings = new CheckFindings();
    private final Map<String, Map<Integer, Set<String>>> broken = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private boolean even = true;

    CheckResult check() {
      if (!draft.isWhole()) {
        findings.skip(
            "whether all input data are facts or decisions",
            "a file that could give them cannot be read");
      }
      new LoadFindings(draft, findings).add(draft.problems());
      RowNotes notes = new RowNotes(draft.statements(), findings);
      tables().forEach(notes::check);
      tables().forEach(this::cells);
      new RuleNotes(draft, notes, findings).run();
      if (draft.problems().isEmpty()) {
        new UseCheck(draft, notes, findings).run();
      }
      new SpellingCheck(draft, findings).run();
      draft
          .base()
          .filter(base -> even)
          .ifPresentOrElse(
              this::logic,
              () ->
                  findings.skip(
                      "what the tables say together: gaps, overlaps, rows that never decide, what"
                          + " nothing uses",
                      "the knowledge base cannot be used until the errors are mended"));
      int read = new CaseCheck(cases, findings).run(draft.vocabulary());
      Settings settings = new Settings(draft, findings);
      settings.apply();
      return new CheckResult(
          tables().size(),
          tables().stream().mapToInt(d -> d.decisionTable().rows().size()).sum(),
          read,
          findings.inOrder(),
          findings.notAnalysed(),
          settings.turnedOff());
    }

    private List<DraftDecision> tables() {
      return draft.models().stream()
          .flatMap(m -> m.decisions().stream())
          .filter(d -> d.decisionTable() != null)
          .toList();
    }

    private void cells(DraftDecision decision) {
      CellCheck check = new CellCheck(decision, findings);
      even &= check.run();
      broken.put(decision.name(), check.broken());
    }

    private void logic(KnowledgeBase base) {
      new LoadFindings(draft, findings).add(FinalDecisions.problems(base));
      TableEngine engine;
      try {
        engine = TableEngine.of(base);
      } catch (ParleyException e) {
        new EngineCheck(draft, exact, findings).compile(base.linkedDmn());
        if (findings.count() == 0) {
          new LoadFindings(draft, findings).add(e.problems());
        }
        findings.skip(
            "what the tables say together: gaps, overlaps, rows that never decide",
            "the engine does not take the models until the errors are mended");
        return;
      }
      RowReach reach = engine.reach();
      tables().forEach(d -> table(d, base, engine, reach));
      literals(base);
      if (quick) {
        findings.skip("what the engine's own analysis says", "it was left out to be quick");
      } else {
        new EngineCheck(draft, exact, findings).run(base.linkedDmn());
      }
    }

    private void table(
        DraftDecision decision, KnowledgeBase base, TableEngine engine, RowReach reach) {
      Optional<TableCells> cells = engine.cells(decision.name());
      if (cells.isEmpty()) {
        findings.skip(
            "the logic of '%s'".formatted(decision.name()),
            engine.notCompiled().stream()
                .filter(n -> n.decision().equals(decision.name()))
                .map(NotCompiled::reason)
                .findFirst()
                .orElse("a column looks at more than one name"));
        return;
      }
      exact.add(decision.name());
      Map<Integer, Set<String>> here = broken.get(decision.name());
      TableWords words = new TableWords(base.vocabulary(), cells.get());
      TableLogic logic = new TableLogic(decision, cells.get(), words, here, findings);
      logic.run();
      Decision linked = base.decision(decision.name()).orElseThrow();
      if (!linked.decisions().isEmpty()) {
        reach(decision, logic, reach);
      }
    }

    private void reach(DraftDecision decision, TableLogic logic, RowReach reach) {
      Set<Integer> undecided = new HashSet<>();
      for (Row row : logic.rows()) {
        Optional<Boolean> reached = reach.of(decision.name(), row.number());
        if (reached.isEmpty()) {
          undecided.add(row.number());
        } else if (!reached.get()) {
          findings.add(
              Check.UNREACHABLE_ROW,
              decision.rows().get(row.number() - 1).place(),
              "the row never matches: the decisions that it reads never answer so together,"
                  + " whatever the facts are");
        }
      }
      if (!undecided.isEmpty()) {
        findings.skip(
            "whether %d rows of '%s' can ever match".formatted(undecided.size(), decision.name()),
            "what lies behind them has no masks, or is too large to be worked out");
      }
    }

    /** Decisions whose logic is no table are the engine's alone. */
    private void literals(KnowledgeBase base) {
      base.decisions().stream()
          .filter(d -> d.table().isEmpty())
          .forEach(
              d ->
                  findings.skip(
                      "the logic of '%s'".formatted(d.name()), "it is no decision table"));
    }
  }
}

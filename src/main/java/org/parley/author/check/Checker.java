package org.parley.author.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCase;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.NotCompiled;
import org.parley.decide.answer.TableCells;
import org.parley.decide.proof.Proof;
import org.parley.decide.search.RowReach;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.PlainModel;
import org.parley.knowledge.Principle;
import org.parley.knowledge.Row;

/**
 * Goes over a knowledge base: its models, tables, notes, words, rules and case files. What keeps it
 * from being used are findings like any other. Nothing of it is run but its tables.
 */
public final class Checker {
  private final KnowledgeFiles files;
  private final Map<String, Function<CaseFiles, ReadCase>> cases;
  private final boolean quick;

  private Checker(
      KnowledgeFiles files, Map<String, Function<CaseFiles, ReadCase>> cases, boolean quick) {
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

  /** The same check without what takes seconds: the proofs, and the engine's own analysis. */
  public Checker quick() {
    return new Checker(files, cases, true);
  }

  /** Checks. */
  public CheckResult check() {
    KnowledgeDraft draft = KnowledgeDraft.of(files);
    return draft
        .clash()
        .map(clash -> CheckResult.together(parts(draft), apart(clash)))
        .orElseGet(() -> new Run(draft).check());
  }

  private List<CheckResult> parts(KnowledgeDraft draft) {
    return draft.parts().stream().map(part -> new Run(part).check()).toList();
  }

  private static NotAnalysed apart(Problem clash) {
    return new NotAnalysed(
        "what the models say together",
        "they are read apart, each with those whose decisions it reads: " + clash);
  }

  private final class Run {
    private final KnowledgeDraft draft;
    private final CheckFindings findings = new CheckFindings();
    private final Map<String, Map<Integer, Set<String>>> broken = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Settings settings;
    private boolean even = true;
    private PrinciplesResult proofs = new PrinciplesResult(List.of(), List.of());

    Run(KnowledgeDraft draft) {
      this.draft = draft;
      this.settings = new Settings(draft, findings);
    }

    CheckResult check() {
      draft.plain().ifPresent(this::plain);
      if (draft.plain().isPresent()) {
        return result(0);
      }
      if (!draft.isWhole()) {
        findings.skip(
            "whether all input data are facts or decisions",
            "a file that could give them cannot be read");
      }
      draft.problems().forEach(this::problem);
      draft.tables().forEach(t -> RowNotes.check(t).forEach(findings::add));
      draft.tables().forEach(this::cells);
      draft
          .rules()
          .problems()
          .forEach(p -> findings.add(Check.RULE_METADATA, p.place(), p.message()));
      UseCheck.check(draft).forEach(findings::add);
      SpellingCheck.check(draft).forEach(findings::add);
      draft.base().filter(base -> even).ifPresentOrElse(this::logic, this::unusable);
      int read = new CaseCheck(cases, findings).run(draft.vocabulary());
      settings.apply();
      return result(read);
    }

    private CheckResult result(int cases) {
      return new CheckResult(
          draft.tables().size(),
          draft.tables().stream().mapToInt(d -> d.decisionTable().rows().size()).sum(),
          cases,
          PrincipleCount.of(proofs.principles()),
          PrincipleCount.of(proofs.builtIn()),
          findings.inOrder(),
          findings.notAnalysed(),
          settings.turnedOff());
    }

    /** Models by themselves are held to what their tables say, and to nothing else. */
    private void plain(PlainModel plain) {
      findings.skip(
          "posture, cases, statements, notes of rows, rules, principles and limits",
          "a plain DMN file has none");
      draft.problems().forEach(this::problem);
      plain.doubts().forEach(this::problem);
      plain.unread().forEach(p -> findings.skip(p.place().toString(), p.message()));
      draft.tables().forEach(this::cells);
      SpellingCheck.check(draft).forEach(findings::add);
      plain.unread().stream()
          .map(Problem::place)
          .filter(p -> !p.column().isEmpty())
          .forEach(this::readUnderAnotherName);
      draft
          .base()
          .filter(base -> even)
          .ifPresentOrElse(
              base -> new PlainLogic(draft, base, broken, findings).check(quick), this::unusable);
    }

    /** Some column tests what a decision requires by a name that only some engines know. */
    private void readUnderAnotherName(Place place) {
      findings.remove(
          f -> f.check() == Check.UNUSED_INPUT && f.place().decision().equals(place.decision()));
    }

    private void unusable() {
      findings.skip(
          "what the tables say together: gaps, overlaps, rows that never decide, what nothing uses",
          "%s cannot be used until the errors are mended"
              .formatted(draft.plain().isPresent() ? "the models" : "the knowledge base"));
    }

    /** What keeps it from being used; on the line of its decision where it has none. */
    private void problem(Problem problem) {
      Place place = problem.place();
      int line =
          draft.decisions().stream()
              .map(DraftDecision::place)
              .filter(p -> place.line() == 0 && p.decision().equals(place.decision()))
              .filter(p -> p.file().equals(place.file()))
              .mapToInt(Place::line)
              .findFirst()
              .orElse(place.line());
      findings.add(Check.of(problem.kind()), place.onLine(line), problem.message());
    }

    private void cells(DraftDecision decision) {
      CellCheck.Cells cells = CellCheck.check(decision);
      even &= cells.even();
      broken.put(decision.name(), cells.broken());
      cells.slips().forEach(findings::add);
      for (int i = 0; i < cells.unlisted(); i++) {
        findings.skip(
            "which results of '%s' no row gives".formatted(decision.name()),
            "some result is not allowed, or is worked out and not written down");
      }
    }

    private void logic(KnowledgeBase base) {
      FinalDecisions.problems(base).forEach(this::problem);
      TableEngine engine;
      try {
        engine = TableEngine.of(base);
      } catch (ParleyException e) {
        new EngineCheck(draft, exact, findings).compile(base.linkedDmn());
        if (findings.count() == 0) {
          e.problems().forEach(this::problem);
        }
        findings.skip(
            "what the tables say together: gaps, overlaps, rows that never decide",
            "the engine does not take the models until the errors are mended");
        return;
      }
      RowReach reach = engine.reach();
      draft.tables().forEach(d -> table(d, base, engine, reach));
      literals(base);
      core(base);
      principles(base, engine);
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
      TableWords words = new TableWords(base.vocabulary(), cells.get(), decision, findings);
      TableAnalysis analysis =
          TableLogic.of(decision.decisionTable(), cells.get(), broken.get(decision.name()));
      words.say(analysis);
      if (!base.decision(decision.name()).orElseThrow().decisions().isEmpty()) {
        Map<Optional<Boolean>, List<Row>> reached =
            analysis.sound().stream()
                .collect(Collectors.groupingBy(r -> reach.of(decision.name(), r.number())));
        words.say(
            reached.getOrDefault(Optional.of(false), List.of()),
            reached.getOrDefault(Optional.<Boolean>empty(), List.of()).size());
      }
    }

    /** What is recommended is held to what it cites and to its limits. */
    private void core(KnowledgeBase base) {
      Set<String> names =
          FinalDecisions.core(base).stream().map(Decision::name).collect(Collectors.toSet());
      List<DraftDecision> core =
          draft.decisions().stream().filter(d -> names.contains(d.name())).toList();
      StatementCheck.check(draft, base, core).forEach(findings::add);
      CoreLimits limits = new CoreLimits(core, findings);
      settings.limits().forEach(limits::check);
    }

    /** A knowledge base that states no principles is not held to those of every other. */
    private void principles(KnowledgeBase base, TableEngine engine) {
      if (!base.files().names().contains(Principle.FILE)) {
        return;
      }
      if (quick) {
        findings.skip("whether the principles hold", "it was left out to be quick");
        return;
      }
      proofs = PrinciplesResult.of(base, engine);
      proofs.principles().forEach(proof -> principle(proof, proof.principle().place()));
      proofs
          .builtIn()
          .forEach(
              proof ->
                  principle(
                      proof,
                      draft.place(base.vocabulary().fact(proof.principle().fact()).orElseThrow())));
    }

    private void principle(Proof proof, Place place) {
      String text = "%s: %s; %s".formatted(proof.id(), proof.says(), proof.found());
      if (proof.state() == Proof.State.BROKEN) {
        findings.add(Check.BROKEN_PRINCIPLE, place, text);
      } else if (proof.state() == Proof.State.UNPROVED) {
        findings.add(Check.UNPROVED_PRINCIPLE, place, text);
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

package org.parley.author.diff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.words.Rewording;
import org.parley.decide.TableEngine;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.decide.world.Shifts;
import org.parley.derive.Deriver;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;
import org.parley.regress.Impact;
import org.parley.regress.ImpactAnalysis;

/** Reviews changes: compares two knowledge bases and advises on cases with both. */
public final class ChangeReviewer implements AutoCloseable {
  private static final Duration TIME_TO_PROVE = Duration.ofMillis(1500);

  private static final String PLAIN =
      "A plain DMN file: it has no posture, cases or principles that the change could touch.";

  private final KnowledgeBase own;
  private final ExecutorService beside = Executors.newSingleThreadExecutor();
  private final CompletableFuture<List<Case>> settled;

  /**
   * @param own the knowledge base whose rules derive facts from events, as far as they may run; no
   *     rule of the two that are compared runs unless it is one of them
   * @param cases reads the cases to advise on
   */
  public ChangeReviewer(KnowledgeBase own, Supplier<List<Case>> cases) {
    this.own = own;
    // cases and rules take as long to start as the two versions do
    this.settled =
        own.plain().isPresent()
            ? CompletableFuture.completedFuture(List.of())
            : CompletableFuture.supplyAsync(() -> settled(cases), beside);
  }

  /**
   * A version of a knowledge base.
   *
   * @param name what it is called
   */
  public record Version(String name, KnowledgeBase knowledge) {}

  /**
   * Reviews the change from one version to another.
   *
   * @throws ParleyException if one of them cannot be used
   */
  public ChangeReview review(Version before, Version after) {
    // what is only called otherwise does nothing else
    Rewording words = Rewording.of(before.knowledge(), after.knowledge());
    KnowledgeBase was = words.knowledge();
    KnowledgeDiff diff = KnowledgeComparison.of(words, after.knowledge());
    if (after.knowledge().plain().isPresent()) {
      return new ChangeReview(
          before.name(), after.name(), diff, List.of(), List.of(), null, List.of(), List.of(PLAIN));
    }
    TableEngine now = TableEngine.of(after.knowledge());
    TableEngine then = TableEngine.of(was);
    ImpactAnalysis analysis = new ImpactAnalysis(was, then, after.knowledge(), now);
    CompletableFuture<Impact> onCases = settled.thenApplyAsync(analysis::of, beside);
    Map<String, Shifts> shifts = analysis.shifts();
    List<Problem> problems = new ArrayList<>();
    Impact impact = null;
    try {
      impact = result(onCases).with(shifts);
    } catch (ParleyException e) {
      problems.addAll(e.problems());
    }
    List<Proof> proofs = touched(was, after.knowledge(), now);
    return new ChangeReview(
        before.name(),
        after.name(),
        diff,
        proofs,
        mended(was, then, proofs),
        impact,
        problems,
        notes(diff, impact));
  }

  /** Principles that are new, or that rest on a table that does something else. */
  private static List<Proof> touched(KnowledgeBase before, KnowledgeBase after, TableEngine now) {
    List<Principle> touched =
        after.principles().stream()
            .filter(p -> !before.principles().contains(p) || !now.provesAlike(p, before))
            .toList();
    return now.prove(touched, TIME_TO_PROVE.toNanos());
  }

  private static List<String> mended(KnowledgeBase before, TableEngine then, List<Proof> now) {
    List<Principle> held =
        now.stream()
            .filter(p -> p.state() != State.BROKEN && p.state() != State.UNPROVED)
            .map(Proof::principle)
            .filter(before.principles()::contains)
            .toList();
    return Proof.ids(then.prove(held, TIME_TO_PROVE.toNanos()), State.BROKEN);
  }

  private List<Case> settled(Supplier<List<Case>> cases) {
    List<Case> read = cases.get();
    try (Deriver deriver = new Deriver(own)) {
      return ImpactAnalysis.derived(read, deriver);
    }
  }

  @Override
  public void close() {
    beside.shutdownNow();
  }

  private static Impact result(CompletableFuture<Impact> impact) {
    try {
      return impact.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ParleyException refused ? refused : e;
    }
  }

  private List<String> notes(KnowledgeDiff diff, Impact impact) {
    List<String> notes = new ArrayList<>();
    if (impact == null || impact.cases() == 0) {
      return notes;
    }
    if (!own.rules().run() && !own.rules().sources().isEmpty()) {
      notes.add(
          "No rule was run, because nobody vouched for them: facts are those that the cases give, and"
              + " none that the rules derive from events. --trust-rules runs the rules of this folder.");
    }
    if (!diff.rules().isEmpty()) {
      notes.add(
          "What changes in the rules has no part in what is said of the cases: both versions got"
              + " the facts that the rules of the knowledge base at hand derive.");
    }
    return notes;
  }
}

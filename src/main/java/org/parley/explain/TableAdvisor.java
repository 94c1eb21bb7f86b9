package org.parley.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.KnowledgeVersion;
import org.parley.OpenQuestions;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.Seats;
import org.parley.SimilarCase;
import org.parley.casefile.CaseFiles;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.derive.Deriver;
import org.parley.derive.Reviewer;
import org.parley.knowledge.Days;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** The advisor: derives facts, lets the tables decide, explains. */
public final class TableAdvisor implements Advisor {
  private final KnowledgeBase knowledge;
  private final TableEngine engine;
  private final Deriver deriver;
  private final Reviewer reviewer;
  private final CaseFiles caseFiles;
  private final TableAdvice.Basis basis;

  private TableAdvisor(KnowledgeBase knowledge, TableEngine engine, Deriver deriver) {
    this.knowledge = knowledge;
    this.engine = engine;
    this.deriver = deriver;
    this.reviewer = deriver.reviewer();
    this.caseFiles = new CaseFiles(knowledge.vocabulary());
    this.basis =
        new TableAdvice.Basis(
            knowledge,
            engine,
            new TracePlan(knowledge),
            engine.refusal().map(r -> new Finding("fast path refused", r)).stream().toList(),
            new KnowledgeVersion(knowledge.version(), ReferenceEngine.describe()));
  }

  /**
   * An advisor on a knowledge base.
   *
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile
   */
  public static TableAdvisor of(KnowledgeBase knowledge) {
    FinalDecisions.require(knowledge);
    return new TableAdvisor(knowledge, TableEngine.of(knowledge), new Deriver(knowledge));
  }

  /**
   * An advisor on a knowledge base whose tables an engine answers already.
   *
   * @throws ParleyException if it lacks a decision that advice needs
   */
  public static TableAdvisor of(KnowledgeBase knowledge, TableEngine engine) {
    FinalDecisions.require(knowledge);
    return new TableAdvisor(knowledge, engine, new Deriver(knowledge));
  }

  /**
   * An advisor on another version of the knowledge base, in the place of this one, which must not
   * be asked any more: what is the same is neither made nor started again.
   *
   * @throws ParleyException if it lacks a decision that advice needs, or does not compile; this
   *     advisor stays in its place then
   */
  public TableAdvisor changedTo(KnowledgeBase other) {
    FinalDecisions.require(other);
    TableEngine changed = engine.changedTo(other);
    return new TableAdvisor(other, changed, deriver.changedTo(other));
  }

  @Override
  public Advice advise(Case subject) {
    return advise(subject, List.of());
  }

  @Override
  public Advice advise(Case subject, List<Advice> earlier) {
    requireKnownWords(subject);
    Deriver.Result known = deriver.derive(subject);
    Map<String, Fact> facts = known.facts();
    return new TableAdvice(
        basis,
        subject,
        known,
        evaluate(subject, facts),
        (posture, track) -> reviewer.review(subject, facts, posture, track, earlier));
  }

  private Evaluation evaluate(Case subject, Map<String, Fact> facts) {
    try {
      return engine.evaluate(
          name -> {
            Fact fact = facts.get(name);
            return fact == null ? FactType.UNKNOWN : fact.value();
          });
    } catch (ParleyException e) {
      if (subject.id().isEmpty()) {
        throw e;
      }
      throw new ParleyException(
          e.problems().stream().map(p -> p.with("case " + subject.id())).toList());
    }
  }

  /**
   * Every table as it was used in an advice, each behind those that it reads.
   *
   * @param advice given by an advisor of this class
   */
  public static List<UsedTable> tables(Advice advice) {
    if (advice instanceof TableAdvice given) {
      return given.tables();
    }
    throw new IllegalArgumentException("no tables stand behind " + advice);
  }

  /** The engine that answers its decisions. */
  public TableEngine engine() {
    return engine;
  }

  /** The decisions whose answers reach the reader of an advice, in their order. */
  public List<String> answers() {
    return FinalDecisions.answersOf(knowledge);
  }

  /** The facts of a case that are known, with those that rules derive, by name. */
  public Map<String, String> factsOf(Case subject) {
    return values(derived(subject));
  }

  @Override
  public Changes whatWouldChange(Case subject, int most) {
    return changes(subject, null, most);
  }

  @Override
  public Changes whatWouldLeadTo(Posture to, Case subject, int most) {
    return changes(subject, Objects.requireNonNull(to, "to"), most);
  }

  private Changes changes(Case subject, Posture to, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one fact has to change, not " + most);
    }
    return new WhatWouldChange(knowledge, engine, values(derived(subject)), to).upTo(most);
  }

  @Override
  public OpenQuestions openQuestions(Case subject, Predicate<Fact> doubted) {
    Map<String, Fact> facts = derived(subject);
    Set<String> open =
        knowledge.vocabulary().factNames().stream()
            .filter(name -> !facts.containsKey(name) || doubted.test(facts.get(name)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new OpenQuestionFinder(knowledge, engine, values(facts)).find(open);
  }

  private Map<String, Fact> derived(Case subject) {
    requireKnownWords(subject);
    return deriver.derive(subject).facts();
  }

  private static Map<String, String> values(Map<String, Fact> facts) {
    Map<String, String> values = new LinkedHashMap<>();
    facts.forEach((name, fact) -> values.put(name, fact.value()));
    return values;
  }

  @Override
  public List<SimilarCase> similar(Case subject, Collection<Case> history, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one case has to be asked for, not " + most);
    }
    Map<String, String> here = values(derived(subject));
    FactDistance distance =
        new FactDistance(
            new FactSpace(knowledge, engine.codes()),
            FactWeights.of(knowledge, engine.evaluate(here)));
    return history.stream()
        .filter(other -> !other.isMadeUp() && !isSame(subject, other))
        .map(other -> new Neighbour(other, distance.between(here, values(derived(other)))))
        .sorted(Neighbour.NEAREST_FIRST)
        .limit(most)
        .map(n -> new SimilarCase(advise(n.other()), n.likeness(), n.comparison().differences()))
        .toList();
  }

  private static boolean isSame(Case one, Case other) {
    return one.id().isEmpty() ? one.equals(other) : one.id().equals(other.id());
  }

  private record Neighbour(Case other, FactDistance.Comparison comparison) {
    static final Comparator<Neighbour> NEAREST_FIRST =
        Comparator.comparingDouble(Neighbour::likeness)
            .reversed()
            .thenComparing(n -> n.other().id())
            .thenComparing(n -> n.other().title());

    double likeness() {
      return comparison.likeness();
    }
  }

  @Override
  public Seats seats(Case ours, Case theirs) {
    return new BothSeats(knowledge.vocabulary(), this).of(ours, theirs);
  }

  @Override
  public Seats seats(Case ours) {
    return new BothSeats(knowledge.vocabulary(), this).imagined(ours);
  }

  @Override
  public Case readCase(Path file) {
    return caseFiles.read(file);
  }

  @Override
  public KnowledgeVersion knowledge() {
    return basis.version();
  }

  @Override
  public void close() {
    deriver.close();
  }

  private void requireKnownWords(Case subject) {
    List<Problem> problems = new ArrayList<>();
    subject
        .facts()
        .forEach(
            (name, fact) ->
                knowledge
                    .vocabulary()
                    .objection(name, fact.value())
                    .ifPresent(o -> problems.add(Problem.of(o))));
    if (subject.asOf() != null && !Days.isWritable(subject.asOf())) {
      problems.add(Problem.of("'as of' %s: years go from 1 to 9999".formatted(subject.asOf())));
    }
    subject.events().stream()
        .flatMap(e -> knowledge.vocabulary().objection(e).stream())
        .distinct()
        .forEach(o -> problems.add(Problem.of(o)));
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
  }
}

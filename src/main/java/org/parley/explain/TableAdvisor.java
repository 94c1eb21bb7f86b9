package org.parley.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.decide.Evaluation;
import org.parley.decide.ReferenceEngine;
import org.parley.decide.TableEngine;
import org.parley.derive.Deriver;
import org.parley.derive.Reviewer;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;

/** The advisor: derives facts, lets the tables decide, explains. */
public final class TableAdvisor implements Advisor {
  private final KnowledgeBase knowledge;
  private final TableEngine engine;
  private final Deriver deriver;
  private final Reviewer reviewer;
  private final CaseFiles caseFiles;
  private final TableAdvice.Basis basis;

  private TableAdvisor(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.engine = TableEngine.of(knowledge);
    this.deriver = new Deriver(knowledge);
    this.reviewer = deriver.reviewer();
    this.caseFiles = new CaseFiles(knowledge.vocabulary());
    this.basis =
        new TableAdvice.Basis(
            knowledge,
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
    return new TableAdvisor(knowledge);
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
    Evaluation evaluation =
        engine.evaluate(
            name -> {
              Fact fact = facts.get(name);
              return fact == null ? FactType.UNKNOWN : fact.value();
            });
    return new TableAdvice(
        basis,
        subject,
        known,
        evaluation,
        (posture, track) -> reviewer.review(subject, facts, posture, track, earlier));
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
    subject.events().stream()
        .map(e -> e.type())
        .filter(t -> knowledge.vocabulary().event(t).isEmpty())
        .distinct()
        .forEach(t -> problems.add(Problem.of(unknownEvent(t))));
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
  }

  private String unknownEvent(String type) {
    return "unknown event type '%s'%s"
        .formatted(type, Nearest.hint(type, knowledge.vocabulary().eventTypes().keySet()));
  }
}

package org.parley.explain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.game.GameReading;
import org.parley.knowledge.Diagram;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/**
 * Everything that the report of one case shows.
 *
 * @param briefing the advice and what can be argued about
 * @param tables as they were used, each behind those that it reads
 * @param diagrams the drawings of the models
 * @param vocabulary what the facts mean
 * @param reading the posture game, or {@code null} where there is no second opinion
 */
public record Dossier(
    Briefing briefing,
    List<UsedTable> tables,
    List<Diagram> diagrams,
    Vocabulary vocabulary,
    GameReading reading) {

  public Dossier {
    Objects.requireNonNull(briefing, "briefing");
    tables = List.copyOf(tables);
    diagrams = List.copyOf(diagrams);
    Objects.requireNonNull(vocabulary, "vocabulary");
  }

  /**
   * The dossier of an advice.
   *
   * @param history the cases to look among for similar ones
   */
  public static Dossier of(TableAdvice advice, Collection<Case> history, KnowledgeBase knowledge) {
    return of(
        advice, Briefing.of(advice, history), advice.tables(), knowledge.diagrams(), knowledge);
  }

  /** The dossier of an advice without what a redaction leaves out. */
  public static Dossier of(
      TableAdvice advice, Collection<Case> history, KnowledgeBase knowledge, Redaction redaction) {
    RedactedAdvice redacted = new RedactedAdvice(advice, redaction);
    return of(
        advice,
        Briefing.of(redacted, history),
        redacted.of(advice.tables()),
        redaction.of(knowledge.diagrams()),
        knowledge);
  }

  private static Dossier of(
      TableAdvice advice,
      Briefing briefing,
      List<UsedTable> tables,
      List<Diagram> diagrams,
      KnowledgeBase knowledge) {
    GameReading reading =
        advice.secondOpinion().isPresent() ? GameReading.of(advice, Map.of()) : null;
    return new Dossier(
        briefing,
        tables,
        diagrams,
        knowledge.vocabulary(),
        reading == null
            ? null
            : new GameReading(briefing.advice(), reading.game(), reading.assumed()));
  }

  /** The advice. */
  public Advice advice() {
    return briefing.advice();
  }

  /** The posture game, where there is a second opinion. */
  public Optional<GameReading> game() {
    return Optional.ofNullable(reading);
  }
}

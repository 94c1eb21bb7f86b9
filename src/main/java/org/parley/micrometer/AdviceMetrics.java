package org.parley.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.parley.Advice;
import org.parley.AdviceListener;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;

/**
 * Counts advice in a registry:
 *
 * <ul>
 *   <li>{@code parley.advice}, a timer: how long questions took, with the tags {@code outcome}
 *       ({@code advised}, {@code refused} where the case was at fault, {@code defect} where the
 *       knowledge was) and {@code knowledge};
 *   <li>{@code parley.posture}, a counter: what was advised, with the tags {@code posture}, {@code
 *       favoured} ({@code false} for a leaning) and {@code knowledge}.
 * </ul>
 *
 * <p>{@code knowledge} is the {@linkplain KnowledgeVersion#shortVersion short version}, so that a
 * reload shows. How often a posture is advised says nothing of whether it is right. Thread-safe.
 */
public final class AdviceMetrics implements AdviceListener {
  private static final String KNOWLEDGE = "knowledge";

  private final MeterRegistry registry;

  /**
   * @param registry where the meters are made when they are needed first
   */
  public AdviceMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void advised(Case subject, Advice advice, Duration took, KnowledgeVersion knowledge) {
    timer("advised", knowledge).record(took);
    registry
        .counter(
            "parley.posture",
            "posture",
            advice.posture().label(),
            "favoured",
            String.valueOf(advice.favoured()),
            KNOWLEDGE,
            knowledge.shortVersion())
        .increment();
  }

  @Override
  public void refused(
      Case subject, ParleyException reason, Duration took, KnowledgeVersion knowledge) {
    timer(reason instanceof CaseRefused ? "refused" : "defect", knowledge).record(took);
  }

  private Timer timer(String outcome, KnowledgeVersion knowledge) {
    return registry.timer("parley.advice", "outcome", outcome, KNOWLEDGE, knowledge.shortVersion());
  }
}

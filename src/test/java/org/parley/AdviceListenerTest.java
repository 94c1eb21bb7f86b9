package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.bulk.AdvisedCase;
import org.parley.bulk.BulkAdvisor;
import org.parley.micrometer.AdviceMetrics;

/** Listeners hear of every question, and cannot spoil the answer. */
class AdviceListenerTest {
  private static final Case KNOWN = Case.of(Map.of("resilience signal", "strong"));
  private static final Case UNKNOWN = Case.of(Map.of("resilience signal", "mighty"));

  @TempDir private Path folder;

  private final Heard heard = new Heard();

  /** Keeps what it hears. */
  private static final class Heard implements AdviceListener {
    private final List<Object> news = new ArrayList<>();

    @Override
    public synchronized void advised(
        Case subject, Advice advice, Duration took, KnowledgeVersion knowledge) {
      assertThat(took).isPositive();
      assertThat(knowledge).isEqualTo(advice.knowledge());
      assertThat(subject).isEqualTo(KNOWN);
      news.add(advice);
    }

    @Override
    public synchronized void refused(
        Case subject, ParleyException reason, Duration took, KnowledgeVersion knowledge) {
      assertThat(took).isPositive();
      assertThat(subject).isEqualTo(UNKNOWN);
      news.add(reason);
    }
  }

  @Test
  void everyQuestionIsHeardOf() {
    try (Advisor advisor = Parley.load(KnowledgeSource.builtIn(), List.of(heard))) {
      assertThat(heard.news).isEmpty();

      Advice advice = advisor.advise(KNOWN);
      assertThat(heard.news).containsExactly(advice);

      assertThatThrownBy(() -> advisor.advise(UNKNOWN))
          .isInstanceOf(CaseRefused.class)
          .satisfies(refused -> assertThat(heard.news).last().isSameAs(refused));

      advice.seats();
      advice.similar(List.of(Case.of(Map.of("resilience signal", "weak"))), 1);
      assertThat(heard.news).hasSize(2);

      try (Stream<AdvisedCase> advised =
          BulkAdvisor.of(advisor).adviseAll(Stream.of(KNOWN, KNOWN), 2)) {
        assertThat(advised).hasSize(2);
      }
      assertThat(heard.news).hasSize(4);
    }
  }

  @Test
  void whatAListenerThrowsTakesNothingAway() {
    AdviceListener broken =
        (subject, advice, took, knowledge) -> {
          throw new IllegalStateException("no room left");
        };
    try (Advisor advisor = Parley.load(KnowledgeSource.builtIn(), List.of(broken, heard))) {
      assertThat(advisor.advise(KNOWN)).isSameAs(heard.news.get(0));
    }
  }

  @Test
  void aReloadIsHeard() throws IOException {
    Copy copy = Copy.into(folder);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (ReloadingAdvisor advisor =
        Parley.watch(
            KnowledgeSource.folder(copy.folder()), List.of(heard, new AdviceMetrics(registry)))) {
      final KnowledgeVersion before = advisor.advise(KNOWN).knowledge();
      copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");
      advisor.reload();
      Advice after = advisor.advise(KNOWN);
      advisor.advise(KNOWN);
      assertThatThrownBy(() -> advisor.advise(UNKNOWN)).isInstanceOf(CaseRefused.class);

      assertThat(heard.news).hasSize(4).contains(after);
      assertThat(after.knowledge()).isNotEqualTo(before);
      assertThat(timed(registry, "advised", before)).isEqualTo(1);
      assertThat(timed(registry, "advised", after.knowledge())).isEqualTo(2);
      assertThat(timed(registry, "refused", after.knowledge())).isEqualTo(1);
      assertThat(
              registry
                  .get("parley.posture")
                  .tag("posture", after.posture().label())
                  .tag("favoured", String.valueOf(after.favoured()))
                  .tag("knowledge", after.knowledge().shortVersion())
                  .counter()
                  .count())
          .isEqualTo(2);
    }
  }

  private static long timed(SimpleMeterRegistry registry, String outcome, KnowledgeVersion in) {
    return registry
        .get("parley.advice")
        .tag("outcome", outcome)
        .tag("knowledge", in.shortVersion())
        .timer()
        .count();
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.OpenQuestions;
import org.parley.Posture;
import org.parley.SimilarCases;
import org.parley.decide.ReferenceAlone;
import org.parley.decide.TableEngine;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.Written;
import org.parley.report.advice.ChallengeReport;
import org.parley.report.advice.ChangesReport;
import org.parley.report.advice.OpenQuestionsReport;
import org.parley.report.advice.SimilarReport;
import org.parley.report.advice.WhyNotReport;
import org.parley.report.document.Report;

/** A search that is ended gives what it has, and says how far it got. */
class EndedSearchTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration AGES = Duration.ofSeconds(Long.MAX_VALUE);

  /** On a machine that does other things too; in itself it is a matter of milliseconds. */
  private static final Duration SOON = Duration.ofMillis(200);

  private final Advice advice = ShippedCases.ADVISOR.advise(ShippedCases.named("VN-01"));

  @Test
  void aSearchForChangesEndsSoonAfterAnInterrupt() throws Exception {
    Changes whole = advice.changes(2);
    advice.changes(3);

    Changes ended = interrupted(advice, a -> a.changes(4));

    assertThat(ended.most()).isBetween(0, 3);
    assertThat(ended.complete()).isFalse();
    if (ended.most() >= 2) {
      // what lies within what was searched is all there
      assertThat(ended.sets()).startsWith(whole.sets().toArray(Changes.ChangeSet[]::new));
    }
    assertThat(ended.distances())
        .filteredOn(d -> d.facts().isEmpty())
        .allMatch(d -> d.searched() == ended.most());
  }

  @Test
  void soDoesOneThroughTheReferenceEngine() throws Exception {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    TableEngine reference = ReferenceAlone.of(knowledge);
    try (TableAdvisor slow = TableAdvisor.of(knowledge, reference)) {
      Advice slowly = slow.advise(ShippedCases.named("VN-01"));
      slowly.changes(1);

      assertThat(interrupted(slowly, a -> a.changes(2)).complete()).isFalse();
      assertThat(interrupted(slowly, a -> a.openQuestions(f -> true)).exact()).isFalse();
    }
  }

  /**
   * Interrupts a thread that searches; the answer has to come soon, the thread stays interrupted.
   */
  private static <T> T interrupted(Advice advice, Function<Advice, T> search) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    AtomicBoolean stays = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              answer.complete(search.apply(advice));
              stays.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    Thread.sleep(50);
    assertThat(answer).isNotDone();
    thread.interrupt();
    long since = System.nanoTime();
    thread.join();
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
    assertThat(stays).isTrue();
    return answer.get();
  }

  @Test
  void withoutTimeNothingIsClaimed() {
    Changes changes = advice.within(NONE).changes(2);

    assertThat(changes.most()).isZero();
    assertThat(changes.complete()).isFalse();
    assertThat(changes.sets()).isEmpty();
    assertThat(changes.distances())
        .allSatisfy(
            d -> {
              assertThat(d.facts()).isEqualTo(OptionalInt.empty());
              assertThat(d.searched()).isZero();
            });
    // facts that the posture does not rest on cannot change it
    assertThat(advice.changes(1).robust()).containsAll(changes.robust());
    assertThat(changes.robust()).doesNotContain("resilience signal");
  }

  @Test
  void aCountThatIsEndedIsASampleAndIsNotKept() {
    Advice open = ShippedCases.ADVISOR.advise(Case.of(Map.of("resilience signal", "strong")));
    Advice hurried = open.within(NONE);

    OpenQuestions sample = hurried.openQuestions();
    assertThat(sample.exact()).isFalse();
    assertThat(sample.holds()).isFalse();
    assertThat(sample.error()).isBetween(0.001, 0.1);
    assertThat(hurried.confidence().completions().exact()).isFalse();
    assertThat(hurried.confidence().level()).isNotEqualTo(Confidence.HIGH);

    OpenQuestions whole = open.openQuestions();
    assertThat(whole.exact()).isTrue();
    assertThat(sample.share())
        .isBetween(whole.share() - 3 * sample.error(), whole.share() + 3 * sample.error());
    assertThat(open.confidence().completions().exact()).isTrue();
    assertThat(open.within(NONE).openQuestions()).isSameAs(whole);
  }

  @Test
  void similarCasesSayAmongHowManyTheyAre() {
    SimilarCases none = advice.within(NONE).similar(ShippedCases.ALL, 3);

    assertThat(none.cases()).isEmpty();
    assertThat(none.compared()).isZero();
    assertThat(none.among()).isEqualTo(advice.similar(ShippedCases.ALL, 3).compared()).isPositive();
    assertThat(none.isComplete()).isFalse();
    assertThat(advice.similar(ShippedCases.ALL, 3).isComplete()).isTrue();
  }

  @Test
  void withTimeEnoughAllIsTheSame() {
    Advice patient = advice.within(AGES);

    assertThat(patient).isEqualTo(advice);
    assertThat(patient.changes(2)).isEqualTo(advice.changes(2));
    assertThat(patient.changes(2).complete()).isTrue();
    assertThat(patient.openQuestions(f -> true)).isEqualTo(advice.openQuestions(f -> true));
    assertThat(patient.similar(ShippedCases.ALL, 3)).isEqualTo(advice.similar(ShippedCases.ALL, 3));
  }

  @Test
  void asManyFactsAsThereAreAreAll() {
    // so far no search goes: it says so
    Changes asked = advice.changes(60);

    assertThat(asked.most()).isLessThan(60);
    assertThat(asked.complete()).isFalse();
  }

  @Test
  void noFormClaimsMore() {
    Advice hurried = advice.within(NONE);
    Posture other = advice.runnerUp().verdict().option();

    told(ChangesReport.of(hurried, hurried.changes(2), 9), "\"complete\": false", "was ended")
        .doesNotContain("every set of")
        .doesNotContain("whatever");
    told(
            OpenQuestionsReport.of(hurried, hurried.openQuestions(f -> true)),
            "\"exact\": false",
            "a sample was counted")
        .doesNotContain("every one was counted");
    told(
            SimilarReport.of(hurried, hurried.similar(ShippedCases.ALL, 3)),
            "\"complete\": false",
            "was ended when 0 of")
        .doesNotContain("no other case");
    told(
            ChallengeReport.of(hurried, hurried.challenge(), true),
            "\"complete\": false",
            "a search was ended before")
        .doesNotContain("no fact turns it");
    told(
            WhyNotReport.of(hurried, hurried.whyNot(other)),
            "\"searched\": 0",
            "before each single fact was tried")
        .doesNotContain("every set of");
  }

  private static AbstractStringAssert<?> told(Report report, String json, String words) {
    assertThat(Written.json(report)).contains(json);
    List<String> texts =
        Stream.of(Written.text(report), Written.markdown(report), Written.html(report))
            .map(text -> text.replaceAll("\\s+", " "))
            .toList();
    assertThat(texts).allSatisfy(text -> assertThat(text).contains(words));
    return assertThat(String.join("\n", texts));
  }
}

package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ReloadingAdvisor.Outcome;
import org.parley.ReloadingAdvisor.Reload;
import org.parley.bulk.BulkAdvisor;

/** Advisors are closed and loaded anew while others ask them. */
class LifeCycleTest {
  private static final int RELOADS = Boolean.getBoolean("parley.soak") ? 1_000 : 100;
  private static final Case WAR =
      Case.builder()
          .id("T-1")
          .conflict("A war")
          .asOf(LocalDate.of(1968, 4, 1))
          .decidingParty("Us")
          .adversary("Them")
          .event(
              new Event(
                  LocalDate.of(1968, 1, 30),
                  "offensive",
                  List.of("Us"),
                  List.of("Them"),
                  Map.of(),
                  "",
                  ""))
          .build();

  @TempDir private Path folder;

  @Test
  void afterItIsClosedAnAdvisorSaysSo() {
    Advisor advisor = Parley.builtIn();
    Advice advice = advisor.advise(WAR);
    advisor.close();
    advisor.close();

    assertThatThrownBy(() -> advisor.advise(WAR))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the advisor is closed");
    assertThatThrownBy(advice::seats).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> advice.similar(List.of(WAR), 1))
        .isInstanceOf(IllegalStateException.class);
    assertThat(advice.changes(1)).isNotNull();
    assertThat(advice.trace()).isNotEmpty();
  }

  @Test
  void callsUnderWayEndWellWhenItIsClosed() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        Advisor advisor = Parley.builtIn();
        Posture expected = advisor.advise(WAR).posture();
        AtomicBoolean refused = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(2);
        List<Future<Integer>> asked = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
          asked.add(threads.submit(() -> askUntilClosed(advisor, expected, refused, begun)));
        }
        begun.await();
        advisor.close();
        for (Future<Integer> answers : asked) {
          assertThat(answers.get()).isPositive();
        }
        assertThat(refused).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int askUntilClosed(
      Advisor advisor, Posture expected, AtomicBoolean refused, CountDownLatch begun) {
    int answers = 0;
    while (true) {
      try {
        assertThat(advisor.advise(WAR).posture()).isEqualTo(expected);
        if (answers++ == 0) {
          begun.countDown();
        }
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("the advisor is closed");
        refused.set(true);
        return answers;
      }
    }
  }

  @Test
  void columnsThatAreBeingFilledWhenItIsClosedAreFilledToTheEnd() {
    Advisor advisor = Parley.builtIn();
    BulkAdvisor bulk = BulkAdvisor.of(advisor);
    List<Case> closing =
        new AbstractList<>() {
          @Override
          public Case get(int index) {
            advisor.close();
            return WAR;
          }

          @Override
          public int size() {
            return 2;
          }
        };

    assertThat(bulk.encode(closing).size()).isEqualTo(2);
    assertThatThrownBy(() -> bulk.encode(List.of(WAR)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the advisor is closed");
  }

  @Test
  void aReloadTakesWhatCanBeUsedAndKeepsTheRest() throws IOException {
    Copy copy = Copy.into(folder);
    try (ReloadingAdvisor advisor =
        Parley.watch(KnowledgeSource.folder(copy.folder()), LoadOption.TRUST_RULES)) {
      KnowledgeVersion first = advisor.knowledge();
      assertThat(advisor.reload()).isEqualTo(new Reload(Outcome.UNCHANGED, first, List.of()));

      String statements = copy.read("dmn/statements.csv");
      copy.write("dmn/statements.csv", statements + "\n");
      Advice before = advisor.advise(WAR);
      Reload reload = advisor.reload();
      assertThat(reload.outcome()).isEqualTo(Outcome.RELOADED);
      assertThat(reload.knowledge()).isNotEqualTo(first).isEqualTo(advisor.knowledge());
      assertThat(advisor.advise(WAR).knowledge()).isEqualTo(reload.knowledge());
      assertThat(before.knowledge()).isEqualTo(first);
      assertThatThrownBy(before::seats)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("loaded anew");

      copy.write("dmn/statements.csv", "nothing");
      Reload refused = advisor.reload();
      assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(refused.knowledge()).isEqualTo(reload.knowledge());
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.file()).isEqualTo("dmn/statements.csv"));
      assertThat(advisor.advise(WAR).knowledge()).isEqualTo(reload.knowledge());
    }
  }

  @Test
  void reloadsUnderLoadAreSeenWholeOrNotAtAll() throws Exception {
    underLoad(
        advisor -> {
          Advice expected = advisor.advise(WAR);
          return () -> {
            Advice advice = advisor.advise(WAR);
            assertThat(advice.posture()).isEqualTo(expected.posture());
            assertThat(advice.facts()).isEqualTo(expected.facts());
            assertThat(advice.steps()).isEqualTo(expected.steps());
          };
        });
  }

  @Test
  void whateverElseIsAskedDuringReloadsIsAnswered() throws Exception {
    byte[] sent = WAR.toJson().getBytes(StandardCharsets.UTF_8);
    underLoad(
        advisor -> {
          BulkAdvisor bulk = BulkAdvisor.of(advisor);
          Posture expected = advisor.advise(WAR).posture();
          return () -> {
            assertThat(advisor.readCase("sent.json", new ByteArrayInputStream(sent)))
                .isEqualTo(WAR);
            assertThat(advisor.vocabulary().fact("way out")).isPresent();
            assertThat(bulk.sweep(bulk.encode(List.of(WAR, WAR)), 1).posture(1)).contains(expected);
          };
        });
  }

  /** Two threads ask again and again while the knowledge is loaded anew. */
  private void underLoad(Function<ReloadingAdvisor, Runnable> question) throws Exception {
    Copy copy = Copy.into(folder);
    String statements = copy.read("dmn/statements.csv");
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ReloadingAdvisor advisor =
        Parley.watch(KnowledgeSource.folder(copy.folder()), LoadOption.TRUST_RULES)) {
      Runnable asking = question.apply(advisor);
      List<Future<Integer>> asked = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        asked.add(
            threads.submit(
                () -> {
                  int answers = 0;
                  while (!done.get()) {
                    asking.run();
                    answers++;
                  }
                  return answers;
                }));
      }
      for (int i = 1; i <= RELOADS; i++) {
        copy.write("dmn/statements.csv", statements + "\n".repeat(i % 2));
        assertThat(advisor.reload().outcome()).isEqualTo(Outcome.RELOADED);
      }
      done.set(true);
      for (Future<Integer> answers : asked) {
        assertThat(answers.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

package org.parley.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.parley.knowledge.KnowledgeBase;

/** Holds all contenders to the answers of the reference before any of them is measured. */
final class EqualityCheck {
  private static final String REFERENCE = "KIE with listener";
  private static final int THREADS = 2;

  private final KnowledgeBase knowledge;
  private final List<String> contenders;

  EqualityCheck(KnowledgeBase knowledge, List<String> contenders) {
    this.knowledge = knowledge;
    this.contenders = contenders;
  }

  /**
   * Compares the answers to all decisions.
   *
   * @throws IllegalStateException if one differs; it names the contender, the decision and the case
   */
  void run(List<Map<String, String>> cases) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> parts =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(part -> pool.submit(() -> compare(cases, part)))
              .toList();
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private void compare(List<Map<String, String>> cases, int first) {
    Contender<?> reference = Contender.named(REFERENCE, knowledge);
    List<? extends Contender<?>> others =
        contenders.stream().map(name -> Contender.named(name, knowledge)).toList();
    for (int i = first; i < cases.size(); i += THREADS) {
      Map<String, Answer> expected = answers(reference, cases.get(i));
      for (int c = 0; c < others.size(); c++) {
        requireEqual(
            contenders.get(c), expected, answers(others.get(c), cases.get(i)), cases.get(i));
      }
    }
  }

  private static <C> Map<String, Answer> answers(
      Contender<C> contender, Map<String, String> facts) {
    return contender.answers(contender.encode(facts));
  }

  private static void requireEqual(
      String contender,
      Map<String, Answer> expected,
      Map<String, Answer> actual,
      Map<String, String> facts) {
    expected.forEach(
        (decision, answer) -> {
          Answer other = actual.get(decision);
          if (other == null || !other.agreesWith(answer)) {
            throw new IllegalStateException(
                "%s answers '%s' otherwise than KIE: %s, not %s, in the case %s"
                    .formatted(contender, decision, other, answer, facts));
          }
        });
  }
}

package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.knowledge.KnowledgeBase;

/** Holds all contenders to the answers of the reference before any of them is measured. */
final class EqualityCheck {
  private static final String REFERENCE = "KIE with listener";
  private static final int THREADS = 2;
  // posture and track by themselves, which all decisions have told already, in some cases only
  private static final int ALONE_EVERY = 5;

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
    Map<String, Contender<?>> others = new LinkedHashMap<>();
    contenders.forEach(name -> others.put(name, Contender.named(name, knowledge)));
    // the other thread stops this one when it has found a difference
    for (int i = first; i < cases.size() && !Thread.interrupted(); i += THREADS) {
      Map<String, String> facts = cases.get(i);
      Map<String, Answer> expected = answers(reference, facts);
      boolean alone = i / THREADS % ALONE_EVERY == 0;
      others.forEach(
          (name, contender) -> {
            requireEqual(name, contender, expected, facts);
            if (alone) {
              requireEqualAlone(name, contender, expected, facts);
            }
          });
    }
  }

  private static <C> Map<String, Answer> answers(
      Contender<C> contender, Map<String, String> facts) {
    return contender.answers(contender.encode(facts));
  }

  private static <C> void requireEqual(
      String name,
      Contender<C> contender,
      Map<String, Answer> expected,
      Map<String, String> facts) {
    Map<String, Answer> actual = answers(contender, facts);
    expected.forEach(
        (decision, answer) -> {
          Answer other = actual.get(decision);
          if (other == null || !other.agreesWith(answer)) {
            throw difference(name, decision, other, answer, facts);
          }
        });
  }

  private static <C> void requireEqualAlone(
      String name,
      Contender<C> contender,
      Map<String, Answer> expected,
      Map<String, String> facts) {
    List<Object> wanted =
        Stream.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)
            .map(decision -> expected.get(decision).value())
            .toList();
    List<String> posture = contender.posture(contender.encode(facts));
    if (!posture.isEmpty() && !posture.equals(wanted)) {
      throw difference(name, "posture and unofficial track", posture, wanted, facts);
    }
  }

  private static IllegalStateException difference(
      String name, String decision, Object actual, Object expected, Map<String, String> facts) {
    return new IllegalStateException(
        "%s answers '%s' otherwise than KIE: %s, not %s, in the case %s"
            .formatted(name, decision, actual, expected, facts));
  }
}

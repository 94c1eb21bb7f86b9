package org.parley.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.parley.ParleyException;
import org.parley.Problem;

/** What may come of an input: a result, or a refusal in words. */
final class Only {
  private static final int LONGEST = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Only() {}

  /** Does something with an input; a refusal must say something, and nothing of Java. */
  static void refusals(Runnable work) {
    long start = cpuTime();
    try {
      work.run();
    } catch (ParleyException e) {
      e.problems().forEach(Only::check);
    }
    if (cpuTime() - start > LIMIT.toNanos()) {
      throw new AssertionError("takes more than " + LIMIT);
    }
  }

  /** Of this thread: how busy the machine is does not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static void check(Problem problem) {
    String words = problem.toString();
    boolean plain =
        !problem.message().isBlank()
            && words.length() <= LONGEST
            && words.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    if (!plain) {
      throw new AssertionError("no line for a person: " + words);
    }
  }
}

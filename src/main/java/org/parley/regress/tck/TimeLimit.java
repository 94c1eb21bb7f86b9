package org.parley.regress.tck;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.ParleyException;
import org.parley.knowledge.EngineWords;

/**
 * Runs what may never end. What takes too long is left behind on a thread that nobody waits for and
 * that does not keep the program alive; there is no safe way to stop it.
 */
record TimeLimit(Duration limit) {

  <T> T call(Callable<T> work) throws Unusable {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "parley-tck");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw Unusable.late(limit);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unusable unusable) {
        throw unusable;
      }
      throw Unusable.broken("it broke off: " + reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unusable.broken("interrupted");
    }
  }

  private static String reason(Throwable cause) {
    return cause instanceof ParleyException refused
        ? refused.getMessage()
        : EngineWords.of(cause.getMessage());
  }
}

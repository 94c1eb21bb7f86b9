package org.parley.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does something with each of many things on several threads, and hands the results out in order.
 * To be read by one thread, which also reads the things, a little ahead.
 *
 * @param <S> what comes
 * @param <T> what comes of it
 */
public final class InOrder<S, T> implements Iterator<T> {
  private static final int MOST_THREADS = 1_000;

  private final Iterator<S> things;
  private final Function<S, T> work;
  private final int most;
  private final ExecutorService workers;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private @Nullable RuntimeException failure;

  /**
   * @param threads how many work at once, from 1; of more than 1,000 so many
   * @param ahead how many things are taken for each of them before their results are read
   */
  public InOrder(Iterator<S> things, int threads, int ahead, Function<S, T> work) {
    this.things = things;
    this.work = work;
    this.most = Math.min(threads, MOST_THREADS) * ahead;
    this.workers = workers(threads);
  }

  private static ExecutorService workers(int threads) {
    int most = Math.min(threads, MOST_THREADS);
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            most,
            most,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "parley-bulk");
              thread.setDaemon(true);
              return thread;
            });
    // whoever does not read to the end, and closes nothing, leaves none behind
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** Does some things on several threads, and waits for all of them. */
  public static void runAll(List<Runnable> parts, int threads) {
    if (parts.size() == 1) {
      parts.get(0).run();
      return;
    }
    ExecutorService workers = workers(threads);
    try {
      parts.stream().map(workers::submit).toList().forEach(InOrder::result);
    } finally {
      workers.shutdownNow();
    }
  }

  @Override
  public boolean hasNext() {
    take();
    if (!underWay.isEmpty()) {
      return true;
    }
    end();
    if (failure != null) {
      throw failure;
    }
    return false;
  }

  /** What fails to come does so behind the results of those before it. */
  private void take() {
    try {
      while (failure == null
          && !workers.isShutdown()
          && underWay.size() < most
          && things.hasNext()) {
        S next = Objects.requireNonNull(things.next(), "thing");
        underWay.add(workers.submit(() -> work.apply(next)));
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return result(underWay.remove());
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others worked", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** Ends what is under way; nothing more is handed out. */
  public void end() {
    workers.shutdownNow();
    underWay.clear();
  }
}

package org.parley.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.explain.FinalDecisions;
import org.parley.explain.SwappedAdvisor;
import org.parley.explain.TableAdvisor;

/**
 * Advises on many cases with the knowledge of one advisor, which must stay open. Thread-safe.
 *
 * <p>{@link #adviseAll} gives whole advices, some ten thousand in a second; {@link #sweep} gives
 * postures and unofficial tracks alone, some ten million.
 */
public final class BulkAdvisor {
  /** For each thread so many cases are taken ahead of the one that is read. */
  private static final int AHEAD = 64;

  private static final int MOST_THREADS = 1_000;

  private static final List<String> DECISIONS =
      List.of(FinalDecisions.POSTURE, FinalDecisions.UNOFFICIAL_TRACK);

  private final Advisor advisor;
  private final Tables tables;

  private BulkAdvisor(Advisor advisor, Tables tables) {
    this.advisor = advisor;
    this.tables = tables;
  }

  /** Asks the tables whose knowledge counts now, which stay open meanwhile. */
  private interface Tables {
    <T> T call(Function<TableAdvisor, T> question);
  }

  /**
   * One on the knowledge of an advisor; of one that reloads, on the knowledge that it has then:
   * whole advices each on the newest, columns on that which they were made with.
   *
   * @param advisor made by {@link org.parley.Parley}
   */
  public static BulkAdvisor of(Advisor advisor) {
    if (advisor instanceof TableAdvisor tables) {
      return new BulkAdvisor(tables, tables::call);
    }
    if (advisor instanceof SwappedAdvisor swapped) {
      return new BulkAdvisor(swapped, swapped::call);
    }
    throw new IllegalArgumentException("this advisor was not made by Parley: " + advisor);
  }

  /**
   * Advises on each of some cases, in their order.
   *
   * @param cases read by the thread that reads the result, a little ahead of it
   * @param threads how many work at once, from 1; of more than 1,000 so many
   * @return to be closed, if it is not read to its end
   */
  public Stream<AdvisedCase> adviseAll(Stream<Case> cases, int threads) {
    return adviseAll(cases, threads, advised -> advised);
  }

  /**
   * Advises on each of some cases, in their order, and reads something off each advice on the
   * thread that made it: what explains an advice is worked out when it is asked for.
   *
   * @param cases read by the thread that reads the result, a little ahead of it
   * @param threads how many work at once, from 1; of more than 1,000 so many
   * @param reading what to keep of each
   * @return to be closed, if it is not read to its end
   */
  public <T> Stream<T> adviseAll(
      Stream<Case> cases, int threads, Function<? super AdvisedCase, ? extends T> reading) {
    requireThreads(threads);
    InOrder<T> results = new InOrder<>(cases.iterator(), threads, c -> reading.apply(advised(c)));
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(results, Spliterator.ORDERED), false)
        .onClose(results::end)
        .onClose(cases::close);
  }

  private static void requireThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread has to work, not " + threads);
    }
  }

  private AdvisedCase advised(Case subject) {
    try {
      return new AdvisedCase(subject, Optional.of(advisor.advise(subject)), Optional.empty());
    } catch (ParleyException e) {
      return new AdvisedCase(subject, Optional.empty(), Optional.of(e));
    }
  }

  /**
   * Room for the facts of some cases, none of which is known yet.
   *
   * @param cases how many
   */
  public CaseColumns columns(int cases) {
    return tables.call(now -> new CaseColumns(now, cases));
  }

  /**
   * The known facts of some cases, with those that rules derive from their events.
   *
   * @throws org.parley.CaseRefused as {@link Advisor#advise(Case)}
   */
  public CaseColumns encode(List<Case> cases) {
    return tables.call(now -> encoded(now, cases));
  }

  private static CaseColumns encoded(TableAdvisor now, List<Case> cases) {
    CaseColumns columns = new CaseColumns(now, cases.size());
    for (int i = 0; i < cases.size(); i++) {
      if (!columns.setAsSeen(i, cases.get(i))) {
        columns.set(i, now.factsOf(cases.get(i)));
      }
    }
    return columns;
  }

  /**
   * The posture and the unofficial track of each case.
   *
   * @param threads how many work at once, from 1; of more than 1,000 so many
   */
  public Sweep sweep(CaseColumns cases, int threads) {
    requireThreads(threads);
    return tables.call(open -> swept(cases, threads));
  }

  private static Sweep swept(CaseColumns cases, int threads) {
    byte[][] results = new byte[DECISIONS.size()][cases.size()];
    TableEngine engine = cases.advisor().engine();
    ColumnEvaluator first = engine.columns(DECISIONS);
    int share = Math.max(1, (cases.size() + threads - 1) / threads);
    List<Runnable> parts = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += share) {
      int begin = from;
      int end = Math.min(cases.size(), from + share);
      parts.add(
          () -> {
            ColumnEvaluator evaluator = begin == 0 ? first : engine.columns(DECISIONS);
            evaluator.evaluate(cases.codes(), begin, end, results);
          });
    }
    InOrder.runAll(parts, threads);
    return new Sweep(first.results(DECISIONS.get(0)), first.results(DECISIONS.get(1)), results);
  }

  /** Does something with each case on several threads, and hands the results out in order. */
  private static final class InOrder<T> implements Iterator<T> {
    private final Iterator<Case> cases;
    private final Function<Case, T> work;
    private final int most;
    private final ExecutorService workers;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private @Nullable RuntimeException failure;

    InOrder(Iterator<Case> cases, int threads, Function<Case, T> work) {
      this.cases = cases;
      this.work = work;
      this.most = Math.min(threads, MOST_THREADS) * AHEAD;
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

    static void runAll(List<Runnable> parts, int threads) {
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
            && cases.hasNext()) {
          Case next = Objects.requireNonNull(cases.next(), "case");
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
        throw new IllegalStateException("interrupted while cases were advised on", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }

    void end() {
      workers.shutdownNow();
      underWay.clear();
    }
  }
}

package org.parley.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.explain.InOrder;
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
    InOrder<Case, T> results =
        new InOrder<>(cases.iterator(), threads, AHEAD, c -> reading.apply(advised(c)));
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

  /**
   * A room that is filled and swept again and again.
   *
   * @param cases how many it holds
   */
  public RepeatedSweep repeated(int cases) {
    return tables.call(now -> new RepeatedSweep(now, cases));
  }

  private static Sweep swept(CaseColumns cases, int threads) {
    byte[][] results = new byte[RepeatedSweep.DECISIONS.size()][cases.size()];
    TableEngine engine = cases.advisor().engine();
    ColumnEvaluator first = engine.columns(RepeatedSweep.DECISIONS);
    int share = Math.max(1, (cases.size() + threads - 1) / threads);
    List<Runnable> parts = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += share) {
      int begin = from;
      int end = Math.min(cases.size(), from + share);
      parts.add(
          () -> {
            ColumnEvaluator evaluator =
                begin == 0 ? first : engine.columns(RepeatedSweep.DECISIONS);
            evaluator.evaluate(cases.codes(), begin, end, results);
          });
    }
    InOrder.runAll(parts, threads);
    return RepeatedSweep.sweep(first, results);
  }
}

package org.parley.bulk;

import java.util.List;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;

/**
 * Sweeps one room again and again, for whoever goes over more cases than there is room for. Made by
 * {@link BulkAdvisor#repeated}. Not thread-safe: give each thread one of its own.
 */
public final class RepeatedSweep {
  static final List<String> DECISIONS =
      List.of(FinalDecisions.POSTURE, FinalDecisions.UNOFFICIAL_TRACK);

  private final CaseColumns room;
  private final ColumnEvaluator evaluator;
  private final byte[][] results;
  private final Sweep sweep;

  RepeatedSweep(TableAdvisor advisor, int cases) {
    this.room = new CaseColumns(advisor, cases);
    this.evaluator = advisor.engine().columns(DECISIONS);
    this.results = new byte[DECISIONS.size()][cases];
    this.sweep = sweep(evaluator, results);
  }

  static Sweep sweep(ColumnEvaluator evaluator, byte[][] results) {
    return new Sweep(
        evaluator.results(DECISIONS.get(0)), evaluator.results(DECISIONS.get(1)), results);
  }

  /** The cases, to be filled anew each time. */
  public CaseColumns room() {
    return room;
  }

  /**
   * The posture and the unofficial track of the first cases.
   *
   * @param cases how many
   * @return the same each time, with other results
   */
  public Sweep sweep(int cases) {
    return room.advisor()
        .call(
            open -> {
              evaluator.evaluate(room.codes(), 0, cases, results);
              return sweep;
            });
  }
}

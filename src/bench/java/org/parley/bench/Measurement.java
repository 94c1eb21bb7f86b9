package org.parley.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the paths with JMH and keeps what it measured. */
final class Measurement {
  private static final String PARLEY = "parley";
  private static final String TWO_THREADS = "parley, two threads";
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final double NANOS_BY_CASE_TO_SECONDS_BY_MILLION = 1e-3;

  private final boolean quick;
  private final List<Score> scores = new ArrayList<>();
  private final Map<Ratio, Double> ratios = new EnumMap<>(Ratio.class);

  /** How long a path is run. */
  private enum Effort {
    COMMON(1, 1, 4),
    /** Short loops, which one process may compile better than the next. */
    MANY_PROCESSES(1, 3, 4),
    /** Much code, which takes its time to be compiled. */
    LONG_WARM_UP(1, 1, 12),
    TWO_THREADS(2, 1, 12);

    private final int threads;
    private final int forks;
    private final int warmUp;

    /**
     * @param forks how many processes
     * @param warmUp how many rounds of a second before those that count
     */
    Effort(int threads, int forks, int warmUp) {
      this.threads = threads;
      this.forks = forks;
      this.warmUp = warmUp;
    }
  }

  /**
   * A measurement.
   *
   * @param quick whether to run only so long that one sees that it works
   */
  Measurement(boolean quick) {
    this.quick = quick;
  }

  /** Runs all paths but the cold start. */
  void run() throws RunnerException {
    for (RunResult result : run(EncodedPath.class, Effort.COMMON)) {
      add("encoded", result.getParams().getParam("contender"), result);
    }
    for (RunResult result : run(SweepPath.class, Effort.COMMON)) {
      add("sweep", result.getParams().getParam("contender"), result);
    }
    for (RunResult result : run(ColumnSweepPath.class, Effort.MANY_PROCESSES)) {
      add("sweep", PARLEY, result);
      double nanos = secondary(result, CpuTime.LABEL);
      ratios.put(Ratio.MILLION_SWEEP_CPU_S, nanos * NANOS_BY_CASE_TO_SECONDS_BY_MILLION);
    }
    for (RunResult result : run(FullPath.class, Effort.LONG_WARM_UP)) {
      boolean parley = method(result).equals(PARLEY);
      add("full", parley ? PARLEY : "KIE with listener", result);
      if (parley) {
        ratios.put(Ratio.BYTES_PER_FULL_ADVICE, secondary(result, ALLOCATION));
      }
    }
    for (RunResult result : run(FullPath.class, Effort.TWO_THREADS)) {
      add("full", TWO_THREADS, result);
    }
    for (RunResult result : run(BulkPath.class, Effort.LONG_WARM_UP)) {
      boolean encode = method(result).equals("encode");
      add("bulk", encode ? "parley, encode" : "parley, advise, two threads", result);
      if (encode) {
        ratios.put(Ratio.BULK_ENCODE_US, 1e6 / result.getPrimaryResult().getScore());
      }
    }
    for (RunResult result : run(PipelinePath.class, Effort.LONG_WARM_UP)) {
      add("pipeline", method(result).equals(PARLEY) ? PARLEY : "Drools session pool", result);
    }
    compare();
  }

  /** The scores, in the order in which they were measured. */
  List<Score> scores() {
    return List.copyOf(scores);
  }

  /** The ratios, without the cold start. */
  Map<Ratio, Double> ratios() {
    return ratios;
  }

  private Iterable<RunResult> run(Class<?> path, Effort effort) throws RunnerException {
    // of two threads only Parley's score is asked for
    String method = effort.threads == 1 ? "" : PARLEY + "$";
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + path.getName().replace(".", "\\.") + "\\." + method)
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .threads(effort.threads)
            .forks(quick ? 1 : effort.forks)
            .warmupIterations(quick ? 1 : effort.warmUp)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 1000 : 1500))
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class);
    return new Runner(options.build()).run();
  }

  private void add(String path, String contender, RunResult result) {
    double error = result.getPrimaryResult().getScoreError();
    scores.add(
        new Score(
            path,
            contender,
            result.getPrimaryResult().getScore(),
            Double.isNaN(error) ? 0 : error));
  }

  private void compare() {
    for (Ratio ratio : Ratio.values()) {
      scores.stream()
          .filter(s -> s.path().equals(ratio.path()) && s.contender().equals(ratio.against()))
          .forEach(s -> ratios.put(ratio, speed(ratio.path(), PARLEY) / s.operations()));
    }
    ratios.put(Ratio.TWO_THREAD_SCALING, speed("full", TWO_THREADS) / speed("full", PARLEY));
  }

  private double speed(String path, String contender) {
    return scores.stream()
        .filter(s -> s.path().equals(path) && s.contender().equals(contender))
        .findFirst()
        .orElseThrow()
        .operations();
  }

  private static double secondary(RunResult result, String label) {
    return result.getSecondaryResults().get(label).getScore();
  }

  private static String method(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

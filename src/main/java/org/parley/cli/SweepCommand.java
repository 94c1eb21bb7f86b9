package org.parley.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.ParleyException;
import org.parley.batch.CaseSweep;
import org.parley.batch.SweepResult;
import org.parley.batch.SweepTable;
import org.parley.casefile.ReadCase;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.batch.SweepCharts;
import org.parley.report.batch.SweepReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Vary facts of a case by the thousand and say what its advice rests on.",
    description = {
      "",
      "Gives the named facts every combination of their known values, or worlds at random, or few"
          + " variations in which every two values meet; all else is as in the case. Shown are the"
          + " share of each posture, the main effect of each fact and the interactions of two, and"
          + " the values at which the case tips. Variations are weighted equally: the shares are no"
          + " probabilities and no forecast, and nothing is recommended.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley sweep CASE.yaml --over \"resilience signal,adversary confidence\"",
      "  parley sweep CASE.yaml --over \"mediator on offer,way out\" --svg map.svg",
      "  parley sweep CASE.yaml --samples 100000 --seed 7 -o sweep.html",
      "  parley sweep CASE.yaml --pairs -o variations.csv"
    })
final class SweepCommand implements Callable<Integer> {
  private static final String CSV = "csv";

  @Mixin private Asked asked;

  @Option(
      names = "--over",
      paramLabel = "\"FACT,FACT\"",
      description =
          "The facts to vary; alone: every combination of their known values (of a number its"
              + " bands).")
  private List<String> over = new ArrayList<>();

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "N worlds at random instead, over the facts of --over, else over those that are unknown in"
              + " the case.")
  private Long samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What to draw them with: the same seed, the same worlds (default: 1).")
  private Long seed;

  @Option(
      names = "--pairs",
      description =
          "Few variations instead, in which every two values of every two facts occur, over the"
              + " same facts.")
  private boolean pairs;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description =
          "Draw it as SVG: of two facts the posture of each two values, else the main effects.")
  private Path svg;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every variation too, as -o FILE.csv does instead of the summary.")
  private Path csv;

  @Option(names = "--all", description = "Tell all facts and interactions, not only the first.")
  private boolean all;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    List<String> names = names();
    check(names);
    KnowledgeBase base = knowledge.load();
    ReadCase subject = asked.read(knowledge, base.vocabulary(), assumption -> false);
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      Advice advice = knowledge.watch("advising", () -> advisor.advise(subject));
      CaseSweep sweep = sweep(advisor, advice, names);
      if (csv != null) {
        output.files().write(csv, csv, out -> writeTable(sweep, out));
      }
      if (output.endsIn(CSV)) {
        form.refuse("every variation is written as CSV");
        output.write(out -> writeTable(sweep, out));
      }
      if (svg != null || !output.endsIn(CSV)) {
        summarise(sweep, advice);
      }
    }
    return Main.FINE;
  }

  private void summarise(CaseSweep sweep, Advice advice) {
    SweepResult result =
        knowledge.watchAnalysis(
            "counting the variations",
            () -> sweep.result(Runtime.getRuntime().availableProcessors()));
    if (svg != null) {
      output.writeTo(svg, SweepCharts.of(result).file());
    }
    if (!output.endsIn(CSV)) {
      output.write(SweepReport.of(advice, result, all ? Integer.MAX_VALUE : SweepReport.FEW), form);
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String list : over) {
      for (String name : list.split(",", -1)) {
        if (name.isBlank()) {
          throw new ParleyException("--over: name facts, with a comma between two of them");
        }
        names.add(name.strip());
      }
    }
    return names;
  }

  private void check(List<String> names) {
    if (samples != null && pairs) {
      throw new ParleyException("--samples and --pairs: take one of the two");
    }
    if (samples == null && seed != null) {
      throw new ParleyException("--seed goes with --samples: nothing else is drawn at random");
    }
    if (samples != null && (samples < 1 || samples > CaseSweep.MOST)) {
      throw new ParleyException(
          "--samples %d: give a number from 1 to %d".formatted(samples, CaseSweep.MOST));
    }
    if (names.isEmpty() && samples == null && !pairs) {
      throw new ParleyException(
          "say what to vary: --over \"fact,fact\", or --samples N or --pairs for what is unknown");
    }
  }

  private CaseSweep sweep(TableAdvisor advisor, Advice advice, List<String> names) {
    if (pairs) {
      return CaseSweep.pairs(advisor, advice, names);
    }
    return samples == null
        ? CaseSweep.grid(advisor, advice, names)
        : CaseSweep.samples(advisor, advice, names, samples, seed == null ? 1 : seed);
  }

  /** Writes every variation; another form of table is chosen here. */
  private static void writeTable(CaseSweep sweep, OutputStream out) throws IOException {
    SweepTable.csv(sweep, out);
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.regress.Timeline;
import org.parley.regress.TimelineResult;
import org.parley.report.regression.TimelineChart;
import org.parley.report.regression.TimelineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Follow the advice through the phases of a conflict, and see what turned it.",
    description = {
      "",
      "Advice at each phase (a case file) and at each date of events between; the turning points,"
          + " and the facts that turned them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley timeline \"Vietnam War\"",
      "  parley timeline \"Vietnam War\" --svg vietnam.svg",
      "  parley timeline \"Vietnam War\" --format json"
    })
final class TimelineCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CONFLICT", description = "The conflict, as the case files name it.")
  private String conflict;

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "Where the case files are; default: the cases of the knowledge base.")
  private Path cases;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw the timeline as SVG too.")
  private Path svg;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (Corpus corpus = knowledge.open(cases)) {
      TimelineResult result = new Timeline(corpus.advisor()).of(conflict, corpus.cases());
      if (svg != null) {
        output.writeTo(svg, TimelineChart.of(result).file());
      }
      output.write(TimelineReport.of(result), form);
    }
    return Main.FINE;
  }
}

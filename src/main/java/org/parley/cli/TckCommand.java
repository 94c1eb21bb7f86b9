package org.parley.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.parley.ParleyException;
import org.parley.regress.tck.TckResult;
import org.parley.regress.tck.TckRun;
import org.parley.report.regression.TckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "tck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run test cases in the form of the DMN Technology Compatibility Kit.",
    description = {
      "",
      "Each test-case file below DIR runs on the model beside it that it names, as the engine reads"
          + " it: nothing is linked, and FEEL is not limited. Models with a DOCTYPE or an external"
          + " function (Java, PMML) are refused and counted apart. Exit code 2 when a test fails.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley regress --export-tck exported",
      "  parley tck exported",
      "  parley tck TestCases --results tck_results.csv"
    })
final class TckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder to look in, with all below it.")
  private Path folder;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "A test that takes longer fails; default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--results",
      paramLabel = "FILE.csv",
      description = "Write the results too as the kit's own runners do.")
  private Path results;

  @Mixin private Form form;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (seconds < 1) {
      throw new ParleyException("--timeout %d: a test needs a second at least".formatted(seconds));
    }
    TckResult result = new TckRun(Duration.ofSeconds(seconds)).run(folder);
    if (results != null) {
      output.writeTo(results, TckReport.csv(result));
    }
    output.write(TckReport.of(result), form);
    return result.failed().isEmpty() ? Main.FINE : Main.FINDINGS;
  }
}

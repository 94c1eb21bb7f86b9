package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.regress.Coverage;
import org.parley.regress.CoverageResult;
import org.parley.regress.MutationAnalysis;
import org.parley.regress.MutationResult;
import org.parley.regress.Remedies;
import org.parley.report.regression.CoverageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Show which rows, rules, statements and values no case exercises.",
    description = {
      "",
      "A row is exercised when it gives the result of its table in some case; a statement, when a"
          + " row or rule that names it is.",
      "",
      "With --mutants each cell of the tables is changed, one at a time and in memory only, and the"
          + " cases are asked whether they notice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley coverage",
      "  parley coverage --threshold 85",
      "  parley coverage --mutants --threshold 70",
      "  parley coverage --mutants --all",
      "  parley coverage --format html -o coverage.html"
    })
final class CoverageCommand implements Callable<Integer> {

  private static final int FEW = 3;

  @Parameters(
      paramLabel = "CASES",
      arity = "0..1",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--mutants",
      description = "Change each cell, one at a time, and show which changes no case notices.")
  private boolean mutants;

  @Option(
      names = "--all",
      description = "Tell every change that no case notices, not only the first of each table.")
  private boolean all;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      description =
          "End with 2 if less than N per cent of the statements or of the rows are exercised, or,"
              + " with --mutants, of the changes noticed.")
  private Integer threshold;

  @Spec private CommandSpec spec;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (threshold != null && (threshold < 0 || threshold > 100)) {
      throw new ParameterException(
          spec.commandLine(), "--threshold: %d is no share of a hundred".formatted(threshold));
    }
    try (Corpus corpus = knowledge.open(cases)) {
      CoverageResult result = Coverage.of(corpus.advisor(), corpus.base(), corpus.cases());
      if (mutants) {
        result = result.with(mutants(corpus));
      }
      output.write(CoverageReport.of(result, all ? Integer.MAX_VALUE : FEW), form);
      boolean low = threshold != null && result.share() * 100 < threshold;
      return low ? Main.FINDINGS : Main.FINE;
    }
  }

  private static MutationResult mutants(Corpus corpus) {
    MutationResult result = MutationAnalysis.of(corpus.advisor(), corpus.base(), corpus.cases());
    return Remedies.of(corpus.advisor(), corpus.base(), corpus.cases(), result);
  }
}

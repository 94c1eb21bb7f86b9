package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.regress.DerivedOnlyRun;
import org.parley.regress.Regression;
import org.parley.regress.RegressionResult;
import org.parley.regress.tck.TckExport;
import org.parley.report.RegressionJson;
import org.parley.report.RegressionMarkdown;
import org.parley.report.RegressionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "regress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run the cases and compare with what is approved and what history shows.",
    description = {
      "",
      "A case that does not come out as its 'expected' pins it is a mismatch (exit code 2), shown"
          + " with the rows that decided. What history shows ('observed') is compared apart:"
          + " agreement with history is not correctness.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley regress",
      "  parley regress cases/vietnam-war",
      "  parley regress --derived-only",
      "  parley regress --export-tck exported",
      "  parley regress --format json -o regression.json"
    })
final class RegressCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CASES",
      arity = "0..1",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--derived-only",
      description =
          "Run the cases with events once more without the coded facts that a rule could derive.")
  private boolean derivedOnly;

  @Option(
      names = "--export-tck",
      paramLabel = "DIR",
      description =
          "Write the cases too as test cases of the DMN TCK, beside the linked models, into DIR.")
  private Path exportTck;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (Corpus corpus = knowledge.open(cases)) {
      RegressionResult result =
          new Regression(corpus.advisor(), corpus.base().vocabulary()).run(corpus.cases());
      if (derivedOnly) {
        result =
            result.with(new DerivedOnlyRun(corpus.advisor(), corpus.base()).run(corpus.cases()));
      }
      if (exportTck != null) {
        new TckExport(corpus.base(), corpus.advisor()).write(corpus.cases(), exportTck);
      }
      output.write(rendered(result));
      return result.isClean() ? Main.FINE : Main.FINDINGS;
    }
  }

  private String rendered(RegressionResult result) {
    return switch (format) {
      case text -> new RegressionText(output.style()).render(result);
      case markdown -> RegressionMarkdown.render(result);
      case json -> RegressionJson.render(result);
    };
  }
}

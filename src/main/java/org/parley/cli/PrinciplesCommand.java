package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.author.check.PrinciplesResult;
import org.parley.decide.TableEngine;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.authoring.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "principles",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "List what must hold in every possible case, and whether it is proved.",
    description = {
      "",
      "Principles stand in dmn/principles.csv. Each is proved over all combinations of legal values,"
          + " unknown included, or broken by the smallest case there is. Two of them are built in,"
          + " for every fact: a verdict under unknown stays between those of the known values, and"
          + " no verdict rises at one step of a scale and falls at another.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley principles",
      "  parley principles --format markdown -o principles.md",
      "  parley principles --stubs counterexamples"
    })
final class PrinciplesCommand implements Callable<Integer> {

  @Option(
      names = "--stubs",
      paramLabel = "DIR",
      description =
          "Write for each principle that is broken a case that shows it into DIR. A file that is"
              + " there already stays.")
  private Path stubs;

  @Spec private CommandSpec spec;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Attribution attribution;
  @Mixin private Output output;

  @Override
  public Integer call() {
    KnowledgeBase base = knowledge.load();
    PrinciplesResult result =
        knowledge.watchAnalysis(
            "proving the principles", () -> PrinciplesResult.of(base, TableEngine.of(base)));
    if (stubs != null) {
      CaseFolder.write(stubs, result.stubs(), base, knowledge, attribution.occasion(), spec);
    }
    output.write(CheckReport.of(result), form);
    return result.isBroken() ? Main.FINDINGS : Main.FINE;
  }
}

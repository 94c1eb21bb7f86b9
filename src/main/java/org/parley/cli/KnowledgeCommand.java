package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.report.authoring.KnowledgeReport;
import org.parley.report.document.MarkdownWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Tell the knowledge base in prose, as Markdown.",
    description = {
      "",
      "Every decision with its question, its rows, their sources and what is contested; the rules;"
          + " the statements.",
      ""
    },
    footer = {"", "Example:", "  parley knowledge -o knowledge.md"})
final class KnowledgeCommand implements Callable<Integer> {
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    output.write(MarkdownWriter.write(KnowledgeReport.of(knowledge.load())));
    return Main.FINE;
  }
}

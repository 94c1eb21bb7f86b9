package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.authoring.KnowledgeReport;
import org.parley.report.authoring.VocabularyReport;
import org.parley.report.document.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Tell the knowledge base in prose, as Markdown.",
    description = {
      "",
      "Every decision with its question, its rows, their sources and what is contested; the rules;"
          + " the statements. A FILE that ends in .html or .txt is written so.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley knowledge -o knowledge.md",
      "  parley knowledge --facts -o facts.md",
      "  parley knowledge --event-types"
    })
final class KnowledgeCommand implements Callable<Integer> {
  @Option(names = "--facts", description = "Instead, every fact: its values, and how to code it.")
  private boolean facts;

  @Option(names = "--event-types", description = "Instead, every type of event and its keys.")
  private boolean eventTypes;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (facts && eventTypes) {
      throw new ParleyException("--facts and --event-types are a page each: give one of them");
    }
    KnowledgeBase base = knowledge.loadTables();
    if (base.plain().isPresent() && (facts || eventTypes)) {
      throw new ParleyException(
          "a plain DMN file has no vocabulary with meanings and event types: parley knowledge"
              + " without --facts and --event-types tells its tables");
    }
    Document page =
        facts
            ? VocabularyReport.facts(base.vocabulary())
            : eventTypes
                ? VocabularyReport.eventTypes(base.vocabulary())
                : KnowledgeReport.of(base);
    output.write(page);
    return Main.FINE;
  }
}

package org.parley.cli;

import java.nio.file.Path;
import org.parley.Advice;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.SimilarReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "similar",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Find the cases most like a case, and see on which facts they differ.",
    description = {
      "",
      "The nearest cases by their facts: what the tables favour in each, and what history shows was"
          + " done. Alike is not cause.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley similar cases/vietnam-war/VN-01.yaml",
      "  parley similar CASE.yaml --most 10",
      "  parley similar CASE.yaml --among our-cases --format json"
    })
final class SimilarCommand extends CaseCommand {

  @Option(
      names = "--among",
      paramLabel = "DIR",
      description = "The case files to look among; default: the cases of the knowledge base.")
  private Path among;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many cases to show; default: ${DEFAULT-VALUE}.")
  private int most;

  @Override
  void check() {
    if (most < 1) {
      throw new ParleyException("--most %d: at least one case has to be shown".formatted(most));
    }
  }

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    return SimilarReport.of(
        advice, advice.similar(knowledge().cases(base.vocabulary(), among), most));
  }
}

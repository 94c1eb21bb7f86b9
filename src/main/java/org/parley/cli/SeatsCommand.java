package org.parley.cli;

import java.nio.file.Path;
import org.parley.Advice;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.SeatsReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "seats",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "See a war from both seats: which disagreement about facts matters.",
    description = {
      "",
      "The same tables with what each side believes, side by side. Without a case file of the"
          + " adversary its seat is imagined: what is held to be so here, as it would look from"
          + " there.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley seats cases/vietnam-war/VN-01.yaml",
      "  parley seats CASE.yaml --as ADVERSARY.yaml",
      "  parley seats CASE.yaml --as ADVERSARY.yaml --format json"
    })
final class SeatsCommand extends CaseCommand {

  @Option(
      names = "--as",
      paramLabel = "ADVERSARY",
      description = "A case file of the same war with the adversary as deciding party.")
  private Path adversary;

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    return SeatsReport.of(
        adversary == null
            ? advice.seats()
            : advice.seats(knowledge().readCase(base.vocabulary(), adversary).subject()));
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Seats;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.SeatsJson;
import org.parley.report.SeatsMarkdown;
import org.parley.report.SeatsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class SeatsCommand implements Callable<Integer> {

  @Mixin private Asked asked;

  @Option(
      names = "--as",
      paramLabel = "ADVERSARY",
      description = "A case file of the same war with the adversary as deciding party.")
  private Path adversary;

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
    KnowledgeBase base = knowledge.load();
    Case ours = asked.read(base.vocabulary());
    Case theirs = adversary == null ? null : new CaseFiles(base.vocabulary()).read(adversary);
    try (Advisor advisor = knowledge.advisor(base)) {
      Advice advice = advisor.advise(ours);
      Seats seats = theirs == null ? advice.seats() : advice.seats(theirs);
      output.write(render(seats));
    }
    return Main.FINE;
  }

  private String render(Seats seats) {
    return switch (format) {
      case json -> SeatsJson.render(seats);
      case markdown -> SeatsMarkdown.render(seats);
      case text -> new SeatsText(output.style()).render(seats);
    };
  }
}

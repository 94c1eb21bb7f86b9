package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Changes;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.ChangesJson;
import org.parley.report.ChangesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say what would change the advice.",
    description = {
      "",
      "Finds all smallest sets of facts that turn the posture, by who can act on them; conditions"
          + " that nobody can or may bring about stand apart.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley change cases/vietnam-war/VN-01.yaml",
      "  parley change CASE.yaml --to \"open talks\" --max 3 --all",
      "  parley change CASE.yaml --format json -o change.json"
    })
final class ChangeCommand implements Callable<Integer> {
  private static final int MOST_AT_ONCE = 6;

  @Mixin private Asked asked;

  @Option(
      names = "--to",
      paramLabel = "POSTURE",
      converter = PostureName.class,
      description = "Only what leads to this posture.")
  private Posture to;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "2",
      description = "Up to how many facts at once, from 1 to 6 (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--all", description = "Tell all sets, not only the first of each group.")
  private boolean all;

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
    if (most < 1 || most > MOST_AT_ONCE) {
      throw new ParleyException(
          "--max %d: give a number from 1 to %d".formatted(most, MOST_AT_ONCE));
    }
    KnowledgeBase base = knowledge.load();
    Case subject = asked.read(base.vocabulary());
    try (Advisor advisor = knowledge.advisor(base)) {
      Advice advice = knowledge.watch("advising", () -> advisor.advise(subject));
      output.write(render(advice, to == null ? advice.changes(most) : advice.changes(to, most)));
    }
    return Main.FINE;
  }

  private String render(Advice advice, Changes changes) {
    if (format == Format.json) {
      return ChangesJson.render(advice.subject(), changes);
    }
    ChangesReport report =
        new ChangesReport(advice, changes, all ? Integer.MAX_VALUE : ChangesReport.FEW);
    return format == Format.text ? report.text(output.style()) : report.markdown();
  }
}

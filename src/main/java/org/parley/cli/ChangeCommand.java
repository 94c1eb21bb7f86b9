package org.parley.cli;

import org.parley.Advice;
import org.parley.Changes;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.ChangesReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
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
final class ChangeCommand extends CaseCommand {
  private static final int MOST_AT_ONCE = 6;

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

  @Override
  void check() {
    if (most < 1 || most > MOST_AT_ONCE) {
      throw new ParleyException(
          "--max %d: give a number from 1 to %d".formatted(most, MOST_AT_ONCE));
    }
  }

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    Changes changes = to == null ? advice.changes(most) : advice.changes(to, most);
    return ChangesReport.of(advice, changes, all ? Integer.MAX_VALUE : ChangesReport.FEW);
  }
}

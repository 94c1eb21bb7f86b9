package org.parley.cli;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.parley.ParleyException;
import org.parley.author.history.Entry;
import org.parley.author.history.History;
import org.parley.report.authoring.HistoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Take back the last change of the tables or cases.",
    description = {
      "",
      "Every command that changes a knowledge base keeps the files before and after in its"
          + " .parley/history. Undo puts back those before the last change that stands; said again,"
          + " those before the one before it. It is a change too: undo with its number takes it"
          + " back. Files that were changed since by other means are left alone, and so are all"
          + " others.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley undo --list",
      "  parley undo",
      "  parley undo 7 --reason \"the bands were right before\""
    })
final class UndoCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NUMBER",
      arity = "0..1",
      description = "Take back this change; default: the last that stands.")
  private Integer number;

  @Option(names = "--list", description = "List the changes that are kept, the last first.")
  private boolean list;

  @Option(
      names = "--force",
      description = "Put the files back though they were changed since; what they are now is kept.")
  private boolean force;

  @Mixin private Form form;
  @Mixin private Attribution attribution;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    History history = knowledge.history();
    if (list) {
      history.recover();
      output.write(HistoryReport.of(history.entries(), ZoneId.systemDefault()), form);
      return Main.FINE;
    }
    if (number != null && number < 1) {
      throw new ParleyException("%d: changes are numbered from 1".formatted(number));
    }
    Entry undone = history.undo(attribution.occasion(), number == null ? 0 : number, force);
    output.write(HistoryReport.undone(undone), form);
    return Main.FINE;
  }
}

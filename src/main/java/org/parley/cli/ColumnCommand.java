package org.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "column",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Give a table a further column to test, or take one away or elsewhere.",
    description = {
      "",
      "What the column needs comes and goes with it: input data, its type, what the decision"
          + " requires, and both in the drawing. Nothing is written without --save, and parley undo"
          + " takes it back.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  parley column add \"need for secrecy\" \"ally veto\" --before \"official talks\"",
      "  parley column move \"need for secrecy\" \"official talks\" --before exposure",
      "  parley column remove \"need for secrecy\" \"ally veto\""
    },
    subcommands = {ColumnCommand.Add.class, ColumnCommand.Remove.class, ColumnCommand.Move.class})
final class ColumnCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Have a table look at a further fact or decision; each row says any.",
      footer = {
        "",
        "Example:",
        "  parley column add \"need for secrecy\" \"ally veto\" --before \"official talks\" --save"
      })
  static final class Add implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table.")
    private String table;

    @Parameters(
        index = "1",
        paramLabel = "FACT_OR_DECISION",
        description = "What the column looks at.")
    private String name;

    @Option(
        names = "--before",
        paramLabel = "COLUMN",
        defaultValue = "",
        description = "The column that it stands before; default: behind all that are tested.")
    private String before;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.columns().add(table.strip(), name.strip(), before.strip()),
          "with the column '%s' in '%s'".formatted(name, table));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Take away a column that no row tests.",
      footer = {"", "Example:", "  parley column remove \"need for secrecy\" \"ally veto\" --save"})
  static final class Remove implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table.")
    private String table;

    @Parameters(index = "1", paramLabel = "COLUMN", description = "The column.")
    private String name;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.columns().remove(table.strip(), name.strip()),
          "without the column '%s' in '%s'".formatted(name, table));
    }
  }

  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Put a column that is tested at another place; it says what it said.",
      footer = {
        "",
        "Example:",
        "  parley column move \"need for secrecy\" \"official talks\" --before exposure --save"
      })
  static final class Move implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table.")
    private String table;

    @Parameters(index = "1", paramLabel = "COLUMN", description = "The column.")
    private String name;

    @Option(
        names = "--before",
        paramLabel = "COLUMN",
        defaultValue = "",
        description = "The column that it shall stand before; default: behind all.")
    private String before;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.columns().move(table.strip(), name.strip(), before.strip()),
          "with the column '%s' moved in '%s'".formatted(name, table));
    }
  }
}

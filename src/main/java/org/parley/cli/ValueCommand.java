package org.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "value",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Give a fact a further value, call one otherwise, or take one out.",
    description = {
      "",
      "Every place follows: the vocabulary, the types of all models, the cells of tables, principles"
          + " and case files; a fact that says the same from the other seat as well. Nothing is"
          + " written without --save, and parley undo takes it back.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  parley value add \"official talks\" collapsing --before collapsed",
      "  parley value rename \"official talks\" exhausted spent",
      "  parley value remove \"third party offer\" several --use state"
    },
    subcommands = {ValueCommand.Add.class, ValueCommand.Rename.class, ValueCommand.Remove.class})
final class ValueCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Give a fact a further value.",
      description = {"", "Names the tables that have no row for it yet.", ""},
      footer = {
        "",
        "Example:",
        "  parley value add \"official talks\" collapsing --before collapsed --save"
      })
  static final class Add implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FACT", description = "The fact.")
    private String fact;

    @Parameters(index = "1", paramLabel = "VALUE", description = "The value.")
    private String value;

    @Option(
        names = "--before",
        paramLabel = "VALUE",
        defaultValue = "",
        description = "The value that it stands before; default: unknown.")
    private String before;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () ->
              words
                  .values()
                  .addNamingWork(fact.strip(), FactCommand.line("VALUE", value), before.strip()),
          "with '%s' as a value of '%s'".formatted(value, fact));
    }
  }

  @Command(
      name = "rename",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Call a value otherwise, wherever it stands.",
      description = {
        "",
        "Sentences stay as they are, and rules, which are code, too: both are named. The vocabulary"
            + " keeps the old word, so that old case files can still be read.",
        ""
      },
      footer = {"", "Example:", "  parley value rename \"official talks\" exhausted spent --save"})
  static final class Rename implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FACT", description = "The fact.")
    private String fact;

    @Parameters(index = "1", paramLabel = "OLD", description = "What the value is called.")
    private String former;

    @Parameters(index = "2", paramLabel = "NEW", description = "What it shall be called.")
    private String now;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.values().rename(fact.strip(), former.strip(), FactCommand.line("NEW", now)),
          "with '%s' called '%s'".formatted(former, now));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Take out a value of a fact.",
      description = {
        "",
        "Refused, with their names, while rows, principles or cases say it, unless another value"
            + " stands for it.",
        ""
      },
      footer = {
        "",
        "Example:",
        "  parley value remove \"third party offer\" several --use state --save"
      })
  static final class Remove implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FACT", description = "The fact.")
    private String fact;

    @Parameters(index = "1", paramLabel = "VALUE", description = "The value.")
    private String value;

    @Option(
        names = "--use",
        paramLabel = "VALUE",
        defaultValue = "",
        description = "The value that stands for it from now on, also in old case files.")
    private String use;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.values().remove(fact.strip(), value.strip(), use.strip()),
          "without '%s' as a value of '%s'".formatted(value, fact));
    }
  }
}

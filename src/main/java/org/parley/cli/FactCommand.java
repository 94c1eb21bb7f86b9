package org.parley.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fact",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Add a fact to the vocabulary, call one otherwise, or take one out.",
    description = {
      "",
      "Every file that names the fact follows: vocabulary, models, tables, principles, statements,"
          + " event types and case files. What changes is shown with what it does to the cases;"
          + " nothing is written without --save, and parley undo takes it back.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  parley fact add \"press leaks\" --values \"rare|frequent\" --group home"
          + " --meaning \"…\"",
      "  parley fact rename \"stall cause\" \"cause of the stall\"",
      "  parley fact remove \"initiatives\""
    },
    subcommands = {FactCommand.Add.class, FactCommand.Rename.class, FactCommand.Remove.class})
final class FactCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Add a fact that cases can give.",
      description = {
        "",
        "No table looks at it yet: parley column add gives one a column for it.",
        ""
      },
      footer = {
        "",
        "Example:",
        "  parley fact add \"press leaks\" --values \"rare|frequent\" --ordered --group home"
            + " --meaning \"…\""
      })
  static final class Add implements Callable<Integer> {
    private static final Pattern RANGE =
        Pattern.compile("\\[?\\s*(\\d{1,8})\\s*\\.\\.\\s*(\\d{1,8})\\s*]?");

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Option(
        names = "--values",
        paramLabel = "LIST",
        description = "Its values between bars, such as low|high|unknown.")
    private String values;

    @Option(
        names = "--number",
        paramLabel = "RANGE",
        description = "In place of values: it is a whole number, such as 0..600.")
    private String number;

    @Option(
        names = "--ordered",
        description = "Its values stand in the order of a scale, from the least.")
    private boolean ordered;

    @Option(
        names = "--group",
        paramLabel = "GROUP",
        required = true,
        description = "The group of the vocabulary that it belongs to, such as situation.")
    private String group;

    @Option(
        names = "--meaning",
        paramLabel = "TEXT",
        required = true,
        description = "What it means, in a sentence.")
    private String meaning;

    @Option(
        names = "--coding-rule",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "How to tell which value a case has.")
    private String codingRule;

    @Option(
        names = "--if-absent",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "What it means that a case does not give it; default: it is not known then.")
    private String ifAbsent;

    @Option(
        names = "--who-can-act",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "Who can change it, such as own side or adversary.")
    private String actor;

    @Option(
        names = "--other-seat",
        paramLabel = "FACT",
        defaultValue = "",
        description = "The fact that says the same from the adversary's seat.")
    private String otherSeat;

    @Option(
        names = "--close-to-the-choice",
        description = "It sits close to the choice that the advice is about.")
    private boolean close;

    @Option(
        names = "--statements",
        paramLabel = "IDS",
        defaultValue = "",
        description = "The statements that use it, such as S004 S108.")
    private String statements;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      if ((values == null) == (number == null)) {
        throw new ParleyException(
            "give its values with --values \"a|b|unknown\", or its range with --number \"0..600\"");
      }
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("group", line("--group", group));
      cells.put("name", line("NAME", name));
      cells.put("type", number == null ? "choice" : "number");
      cells.put("values", number == null ? line("--values", values) : range());
      cells.put("ordered scale", ordered ? "yes" : "");
      cells.put("from the other seat", line("--other-seat", otherSeat));
      cells.put("meaning", line("--meaning", meaning));
      cells.put("how to code it", line("--coding-rule", codingRule));
      cells.put("if absent", line("--if-absent", ifAbsent));
      cells.put("who can act", line("--who-can-act", actor));
      cells.put("close to the choice", close ? "yes" : "");
      cells.put("statements", line("--statements", statements));
      return words.run(() -> words.facts().add(cells), "with the fact '%s'".formatted(name));
    }

    private String range() {
      Matcher range = RANGE.matcher(number.strip());
      if (!range.matches()) {
        throw new ParleyException(
            "--number: '%s' is no range of whole numbers, such as 0..600".formatted(number));
      }
      return range.group(1) + ".." + range.group(2);
    }
  }

  @Command(
      name = "rename",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Call a fact otherwise, wherever it is named.",
      description = {
        "",
        "Sentences stay as they are, and rules, which are code, too: both are named. The vocabulary"
            + " keeps the old name, so that old case files can still be read.",
        ""
      },
      footer = {
        "",
        "Example:",
        "  parley fact rename \"stall cause\" \"cause of the stall\" --save"
      })
  static final class Rename implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "What it is called.")
    private String former;

    @Parameters(index = "1", paramLabel = "NEW", description = "What it shall be called.")
    private String now;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      return words.run(
          () -> words.facts().rename(former.strip(), line("NEW", now)),
          "with '%s' called '%s'".formatted(former, now));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      header = "Take out a fact that nothing needs.",
      description = {
        "",
        "Refused, with their names, while rows test it, or principles or rules need it. Columns that"
            + " no row tests go with it.",
        ""
      },
      footer = {"", "Example:", "  parley fact remove \"initiatives\" --save"})
  static final class Remove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Option(
        names = "--force",
        description =
            "Take it out of case files too, which lose what they say of it; needs --reason.")
    private boolean force;

    @Mixin private WordCommands words;

    @Override
    public Integer call() {
      words.requireReason(force);
      return words.run(
          () -> words.facts().remove(name.strip(), force), "without the fact '%s'".formatted(name));
    }
  }

  /** A text that can stand in a cell of the vocabulary. */
  static String line(String what, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new ParleyException(what + ": give one line of text");
    }
    return text.strip();
  }
}

package org.parley.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.parley.ParleyException;
import org.parley.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code parley}. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Advice on wartime diplomatic posture, from tables that people can read.",
    description = {
      "",
      "Case facts go in; a recommendation comes out that can be followed down to table rows, facts"
          + " and sources.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:wrong usage, or an input that cannot be used",
      "2:findings, such as a case that does not come out as pinned"
    },
    footer = {
      "",
      "Examples:",
      "  parley advise cases/vietnam-war/VN-04.yaml",
      "  parley advise cases/vietnam-war/VN-04.yaml --set \"resilience signal=none\"",
      "  parley regress",
      "  parley diff"
    })
public final class Main implements Runnable {
  /** Fine. */
  static final int FINE = 0;

  /** Wrong usage, or an input that cannot be used. */
  static final int REFUSED = 1;

  /** Findings. */
  static final int FINDINGS = 2;

  private static final List<Class<?>> COMMANDS =
      List.of(
          AdviseCommand.class,
          WhyCommand.class,
          ChangeCommand.class,
          AskCommand.class,
          SimilarCommand.class,
          SeatsCommand.class,
          GameCommand.class,
          RegressCommand.class,
          CoverageCommand.class,
          CheckCommand.class,
          DiffCommand.class,
          CasesCommand.class,
          TimelineCommand.class,
          TableCommand.class,
          UndoCommand.class,
          SchemaCommand.class,
          LinkCommand.class,
          KnowledgeCommand.class,
          TckCommand.class,
          CommandLine.HelpCommand.class);

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Terminal terminal = Terminal.ofProcess();
    int code = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs a command on a terminal and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new Main(), new Commands(terminal));
    commands(args).forEach(line::addSubcommand);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(terminal.width());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::refuseUsage);
    line.setExecutionExceptionHandler((e, command, parsed) -> refuse(e, terminal.err()));
    line.setExecutionStrategy(Main::executed);
    return written(terminal, line.execute(args));
  }

  /** Runs the command that was asked for, unless what it is to write must not be written. */
  private static int executed(ParseResult parsed) {
    ParseResult asked = parsed;
    while (asked.hasSubcommand()) {
      asked = asked.subcommand();
    }
    CommandSpec command = asked.commandSpec();
    try {
      if (!asked.isUsageHelpRequested() && !asked.isVersionHelpRequested()) {
        new OutputFiles(command).check();
      }
    } catch (ParleyException e) {
      throw new CommandLine.ExecutionException(command.commandLine(), e.getMessage(), e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** What nobody could read was not fine. */
  private static int written(Terminal terminal, int code) {
    if (!terminal.out().checkError()) {
      return code;
    }
    Printer printer = terminal.out() instanceof Printer own ? own : null;
    if (printer == null || !printer.isClosedPipe()) {
      terminal.note(
          "error: standard output cannot be written"
              + (printer == null ? "" : ": " + printer.reason()));
    }
    return REFUSED;
  }

  /** The command that is asked for, since setting up all of them takes longer; else all. */
  private static List<Class<?>> commands(String... args) {
    String first = args.length == 0 ? "" : args[0];
    List<Class<?>> asked =
        COMMANDS.stream().filter(c -> c.getAnnotation(Command.class).name().equals(first)).toList();
    return asked.isEmpty() || asked.contains(CommandLine.HelpCommand.class) ? COMMANDS : asked;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int refuseUsage(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("error: " + e.getMessage().replaceAll("\\R\\s*", " "));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf("Try '%s --help'.%n", e.getCommandLine().getCommandSpec().qualifiedName());
    return REFUSED;
  }

  private static int refuse(Exception e, PrintWriter err) {
    if (e instanceof ParleyException refused) {
      for (Problem problem : refused.problems()) {
        err.println(problem.file().isEmpty() ? "error: " + problem : problem.toString());
      }
    } else {
      err.printf(
          "error: something went wrong inside Parley; please report it: %s%n",
          e.toString().replaceAll("\\R\\s*", " "));
    }
    return REFUSED;
  }

  /** Gives every command the terminal that it prints to. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == CaseFolder.class) {
        return type.cast(new CaseFolder(terminal));
      }
      if (type == Knowledge.class) {
        return type.cast(new Knowledge(terminal));
      }
      return type == Output.class
          ? type.cast(new Output(terminal))
          : CommandLine.defaultFactory().create(type);
    }
  }
}

package org.parley.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.parley.ParleyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

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
          ChallengeCommand.class,
          SimilarCommand.class,
          SeatsCommand.class,
          GameCommand.class,
          RegressCommand.class,
          CoverageCommand.class,
          AgreeCommand.class,
          QcaCommand.class,
          BatchCommand.class,
          SweepCommand.class,
          CheckCommand.class,
          PrinciplesCommand.class,
          DiffCommand.class,
          CaseFormCommand.class,
          CasesCommand.class,
          TimelineCommand.class,
          TableCommand.class,
          FactCommand.class,
          ValueCommand.class,
          ColumnCommand.class,
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
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> end(terminal, Refusal.inWords(e)));
    int code = run(terminal, message -> end(terminal, message), args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Ends the process at once, whatever its other threads do. */
  private static void end(Terminal terminal, String message) {
    terminal.err().println("error: " + message);
    terminal.err().flush();
    Runtime.getRuntime().halt(REFUSED);
  }

  /** Runs a command that may take its time on a terminal, and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    return run(terminal, Watchdog.asleep(), args);
  }

  private static int run(Terminal terminal, Consumer<String> end, String... args) {
    try {
      Duration limit = Watchdog.limit(System.getenv(Watchdog.SETTING));
      return run(terminal, new Watchdog(limit, end), args);
    } catch (ParleyException e) {
      new Refusal(terminal.err()).of(e, null);
      return REFUSED;
    }
  }

  /** Runs a command on a terminal and returns its exit code. */
  static int run(Terminal terminal, Watchdog watchdog, String... args) {
    CommandLine line = new CommandLine(new Main(), new Commands(terminal, watchdog));
    commands(args).forEach(line::addSubcommand);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(terminal.width());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // a file's content never becomes an argument, which a message might repeat
    line.setExpandAtFiles(false);
    Refusal refusal = new Refusal(terminal.err());
    line.setParameterExceptionHandler(
        (e, given) -> {
          refusal.usage(e);
          return REFUSED;
        });
    line.setExecutionExceptionHandler(
        (e, command, asked) -> {
          refusal.of(e, asked);
          return REFUSED;
        });
    line.setExecutionStrategy(Main::executed);
    try {
      return written(terminal, line.execute(args));
    } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
      refusal.of(e, line.getParseResult());
      return REFUSED;
    }
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
    Printer printer = terminal.out() instanceof ShownPrinter shown ? shown.printer() : null;
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

  /** Gives every command the terminal that it prints to, and whoever watches it. */
  private record Commands(Terminal terminal, Watchdog watchdog) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == Knowledge.class) {
        return type.cast(new Knowledge(terminal, watchdog));
      }
      if (type == CaseFolder.class) {
        return type.cast(new CaseFolder(terminal));
      }
      if (type == CaseSheetCommands.Import.class) {
        return type.cast(new CaseSheetCommands.Import(terminal));
      }
      return type == Output.class
          ? type.cast(new Output(terminal))
          : CommandLine.defaultFactory().create(type);
    }
  }
}

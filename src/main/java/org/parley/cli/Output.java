package org.parley.cli;

import java.nio.file.Path;
import org.parley.report.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's result goes. */
final class Output {
  private final Terminal terminal;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to FILE instead of standard output.")
  private Path file;

  Output(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How text looks there. */
  Style style() {
    return file == null ? terminal.style() : terminal.plainStyle();
  }

  /** Says something beside the result. */
  void note(String message) {
    terminal.note(message);
  }

  /** Whether nobody reads the result any more. */
  boolean isBroken() {
    return terminal.out().checkError();
  }

  void write(String result) {
    if (file == null) {
      terminal.out().print(result);
      terminal.out().flush();
      return;
    }
    files().write(file, result);
  }

  /** Writes a further file. */
  void writeTo(Path further, String content) {
    files().write(further, content);
  }

  /** What the command writes files with. */
  OutputFiles files() {
    return new OutputFiles(command);
  }
}

package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.knowledge.FileTrouble;
import org.parley.report.Style;
import picocli.CommandLine.Option;

/** Where a command's result goes. */
final class Output {
  private final Terminal terminal;

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
    terminal.err().println(message);
    terminal.err().flush();
  }

  void write(String result) {
    if (file == null) {
      terminal.out().print(result);
      terminal.out().flush();
      return;
    }
    writeTo(file, result);
  }

  /** Writes a file, or says why it cannot be written; what acts or hides in it is marked. */
  static void writeTo(Path file, String content) {
    try {
      Files.writeString(file, Shown.text(content));
    } catch (IOException e) {
      throw new ParleyException(
          List.of(Problem.in(file.toString(), "cannot be written: " + FileTrouble.of(e))));
    }
  }
}

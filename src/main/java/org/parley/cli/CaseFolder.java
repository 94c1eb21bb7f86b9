package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.FileTrouble;
import org.parley.report.Style;
import picocli.CommandLine.Option;

/** Where a command puts case files, if anywhere; what it has to say of them it prints. */
final class CaseFolder {
  private final Terminal terminal;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write each case as a file into DIR. A file that is there already stays.")
  private Path folder;

  CaseFolder(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How text looks where it is printed. */
  Style style() {
    return terminal.style();
  }

  void print(String result) {
    terminal.out().print(result);
    terminal.out().flush();
  }

  boolean isGiven() {
    return folder != null;
  }

  /**
   * Writes cases into files named by their ids: all of them, or none where a file is there already.
   */
  void write(List<Case> cases, CaseFiles writer) {
    List<Problem> there =
        cases.stream()
            .map(this::file)
            .filter(Files::exists)
            .map(f -> Problem.in(f.toString(), "is there already; it stays as it is"))
            .toList();
    if (!there.isEmpty()) {
      throw new ParleyException(there);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ParleyException(
          List.of(Problem.in(folder.toString(), "cannot be made: " + FileTrouble.of(e))));
    }
    cases.forEach(c -> Output.writeTo(file(c), writer.toYaml(c)));
  }

  private Path file(Case subject) {
    return folder.resolve(subject.id() + ".yaml");
  }
}

package org.parley.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.history.Occasion;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.document.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command puts case files, if anywhere; what it has to say of them it prints. */
final class CaseFolder {
  private final Terminal terminal;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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
   * Those that go to the knowledge base go into its history. The schema that editors complete them
   * by is put beside them.
   *
   * @param base the knowledge base that the cases are made for
   */
  void write(List<Case> cases, KnowledgeBase base, Knowledge knowledge, Occasion occasion) {
    write(folder, cases, base, knowledge, occasion, command);
  }

  /** The same where another command has another word for the folder. */
  static void write(
      Path folder,
      List<Case> cases,
      KnowledgeBase base,
      Knowledge knowledge,
      Occasion occasion,
      CommandSpec command) {
    List<Problem> there =
        cases.stream()
            .map(c -> file(folder, c))
            .filter(Files::exists)
            .map(f -> Problem.in(f.toString(), "is there already; it stays as it is"))
            .toList();
    if (!there.isEmpty()) {
      throw new ParleyException(there);
    }
    CaseFiles writer = new CaseFiles(base.vocabulary());
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    cases.forEach(
        c -> contents.put(file(folder, c), writer.toTemplate(c).getBytes(StandardCharsets.UTF_8)));
    save(folder, contents, base, knowledge, occasion, command);
    // no part of the history: it follows from the vocabulary
    byte[] schema = writer.schema().getBytes(StandardCharsets.UTF_8);
    new OutputFiles(command).write(folder, folder.resolve(CaseFiles.SCHEMA), schema);
  }

  /**
   * Writes files that are not there yet, into the history of the knowledge base where they go to
   * it.
   *
   * @param argument what the user named: the file, or the folder that they go to
   */
  static void save(
      Path argument,
      Map<Path, byte[]> contents,
      KnowledgeBase base,
      Knowledge knowledge,
      Occasion occasion,
      CommandSpec command) {
    CaseHistory history = knowledge.caseHistory(argument);
    if (history.ofKnowledge()) {
      history.save(occasion, base.files(), file -> null, contents);
    } else {
      OutputFiles files = new OutputFiles(command);
      contents.forEach((file, content) -> files.write(argument, file, content));
    }
  }

  private static Path file(Path folder, Case subject) {
    return folder.resolve(subject.id() + ".yaml");
  }
}

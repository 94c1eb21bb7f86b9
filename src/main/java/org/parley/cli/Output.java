package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.parley.ParleyException;
import org.parley.report.document.Document;
import org.parley.report.document.DocxWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
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

  /** Whether the name of the file says so, such as {@code csv}. */
  boolean endsIn(String ending) {
    return Form.ending(file).equals(ending);
  }

  /** The file, or {@code null} for standard output. */
  Path file() {
    return file;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Says something beside the result. */
  void note(String message) {
    terminal.note(message);
  }

  /** Whether nobody reads the result any more. */
  boolean isBroken() {
    return terminal.out().checkError();
  }

  /** Writes a result in its form. */
  void write(Report report, Form form) {
    write(List.of(report), form);
  }

  /** Writes results in one form, one behind the other. */
  void write(List<Report> reports, Form form) {
    if (file != null && form.of(file) == Form.Format.docx) {
      files().write(file, file, form.docx(reports));
    } else {
      write(form.write(reports, file, style()));
    }
  }

  /** The form that a result will have. */
  Form.Format format(Form form) {
    return form.of(file);
  }

  /** Writes a page, as Markdown unless the name of the file says otherwise. */
  void write(Document page) {
    if (Form.isDocx(file)) {
      files().write(file, file, DocxWriter.write(page));
    } else {
      write(Form.page(page, file, style()));
    }
  }

  /**
   * Refuses a name that says that something else stands in the file.
   *
   * @param endings what the name may end in, where it ends in something
   */
  Output requireEnding(String... endings) {
    String ending = Form.ending(file);
    if (!ending.isEmpty() && !Set.of(endings).contains(ending)) {
      throw new ParleyException(
          "'%s': this is not written as .%s; let the name end in .%s"
              .formatted(file.getFileName(), ending, String.join(" or .", endings)));
    }
    return this;
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

  /** Writes what may be too much for memory to the file that the result goes to. */
  void write(OutputFiles.Content content) {
    files().write(file, file, content);
  }

  /** What the command writes files with. */
  OutputFiles files() {
    return new OutputFiles(command);
  }
}

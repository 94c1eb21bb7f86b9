package org.parley.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.parley.Case;
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.save.ModelText;
import org.parley.author.save.TableDraft;
import org.parley.casefile.CaseFiles;
import org.parley.derive.Deriver;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.report.authoring.ReviewReport;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;

/**
 * Run by the build: does what people do most with the program, so that Java can keep the classes
 * that it takes.
 */
public final class ClassArchive {

  private ClassArchive() {}

  /**
   * Does it, and shows nothing.
   *
   * @param args a case file with events
   */
  public static void main(String[] args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal =
        new Terminal(nowhere, nowhere, false, StandardCharsets.UTF_8, Style.DEFAULT_WIDTH);
    Main.run(terminal, "advise", args[0], "--detail", "trace");
    Main.run(terminal, "regress");
    Main.run(terminal, "diff");
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Case subject = new CaseFiles(knowledge.vocabulary()).read(Path.of(args[0]));
    deriveAnew(knowledge, subject);
    reviewAnEdit(knowledge, subject);
  }

  /** Runs the rules, which a shipped case does not need. */
  private static void deriveAnew(KnowledgeBase knowledge, Case subject) {
    try (Deriver deriver = new Deriver(knowledge)) {
      deriver.derive(subject.toBuilder().asOf(subject.asOf().plusDays(1)).build());
    }
  }

  private static void reviewAnEdit(KnowledgeBase knowledge, Case subject) {
    KnowledgeFiles files = knowledge.files();
    String name = files.names().stream().filter(n -> n.endsWith(".dmn")).findFirst().orElseThrow();
    ModelText model = ModelText.read(name, files.get(name).orElseThrow());
    TableDraft table = model.tables().get(0);
    ModelText edited = model.with(table.withRows(table.rows().subList(1, table.rows().size())));
    KnowledgeBase after = knowledge.changedTo(files.with(name, edited.bytes()));
    try (ChangeReviewer reviewer = new ChangeReviewer(knowledge, () -> List.of(subject))) {
      TextWriter.write(
          ReviewReport.of(reviewer.review(new Version("", knowledge), new Version("", after)))
              .document()
              .get(),
          Style.plain());
    }
  }
}

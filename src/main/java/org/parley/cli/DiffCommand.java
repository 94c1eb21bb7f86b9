package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.diff.GitRevisions;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.report.ReviewHtml;
import org.parley.report.ReviewJson;
import org.parley.report.ReviewMarkdown;
import org.parley.report.ReviewText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Show what a change of the tables is, row by row, and what it does to the advice.",
    description = {
      "",
      "Compares two knowledge bases: folders, or revisions of the git repository that the knowledge"
          + " base lies in. Without names it compares the last commit with the files as they are."
          + " Ends with 2 if a recommendation that a case pins changes. No rule of a revision is"
          + " ever run.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley diff",
      "  parley diff main",
      "  parley diff v1.0 v1.1 --format markdown -o review.md",
      "  parley diff ../theirs . --format html -o review.html"
    })
final class DiffCommand implements Callable<Integer> {

  enum DiffFormat {
    text,
    markdown,
    json,
    html
  }

  @Parameters(
      paramLabel = "BASE",
      index = "0",
      arity = "0..1",
      description = "A folder or a git revision; default: the last commit.")
  private String base;

  @Parameters(
      paramLabel = "HEAD",
      index = "1",
      arity = "0..1",
      description = "A folder or a git revision; default: the knowledge base as it is.")
  private String head;

  @Option(
      names = "--cases",
      paramLabel = "CASES",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private DiffFormat format;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    KnowledgeBase own = knowledge.load();
    ChangeReview review = review(own);
    output.write(
        switch (format) {
          case text -> new ReviewText(output.style()).render(review);
          case markdown -> ReviewMarkdown.render(review);
          case json -> ReviewJson.render(review);
          case html -> ReviewHtml.render(review);
        });
    return review.hasFindings() ? Main.FINDINGS : Main.FINE;
  }

  private ChangeReview review(KnowledgeBase own) {
    try (ChangeReviewer reviewer =
        new ChangeReviewer(
            own, () -> cases == null ? knowledge.history(own) : knowledge.cases(own, cases))) {
      Version before = version(base == null ? GitRevisions.LAST_COMMIT : base, own);
      Version after = head == null ? new Version("the files as they are", own) : version(head, own);
      return reviewer.review(before, after);
    }
  }

  /** A knowledge base by the name of its folder or revision; its rules are not trusted. */
  private Version version(String name, KnowledgeBase own) {
    Path folder = Path.of(name);
    if (Files.isDirectory(folder.resolve("dmn"))) {
      return new Version(name, own.changedTo(KnowledgeFiles.of(folder)));
    }
    try (GitRevisions revisions = new GitRevisions(knowledge.folder())) {
      return new Version(
          name.equals(GitRevisions.LAST_COMMIT) ? "the last commit" : name,
          own.changedTo(revisions.knowledge(name)));
    }
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.diff.GitRevisions;
import org.parley.author.history.Entry;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Vocabulary;
import org.parley.report.authoring.ChangeMemo;
import org.parley.report.authoring.ReviewReport;
import org.parley.report.document.Document;
import org.parley.report.words.MemoHead;
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
      "Compares two knowledge bases: folders, DMN files of any program, or revisions of the git repository that the knowledge"
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
      "  parley diff ../theirs . --format html -o review.html",
      "  parley diff --format memo --reason \"the bands were wrong\" -o memo.docx"
    })
final class DiffCommand implements Callable<Integer> {
  private static final int LONGEST_REASON = 400;

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
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "Of a memo: why; default: what the history of the knowledge base says of the change.")
  private String reason;

  @Mixin private MemoOptions memo;
  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    MemoHead head = memo.head(form);
    String why = memo.line("--reason", reason, form, LONGEST_REASON);
    Compared compared = review();
    ChangeReview review = compared.review();
    output.write(ReviewReport.of(review).withMemo(() -> memo(compared, head, why)), form);
    return review.hasFindings() ? Main.FINDINGS : Main.FINE;
  }

  /** Two versions, and what came of comparing them. */
  private record Compared(Version before, Version after, ChangeReview review) {
    static Compared of(ChangeReviewer reviewer, Version before, Version after) {
      return new Compared(before, after, reviewer.review(before, after));
    }
  }

  /** Who and why are taken from the history where it tells of this very change. */
  private Document memo(Compared compared, MemoHead head, String why) {
    List<Entry> saves = saves(compared);
    String authors =
        saves.stream().map(e -> e.occasion().author()).distinct().collect(Collectors.joining(", "));
    String reasons =
        saves.stream()
            .map(e -> e.occasion().reason())
            .filter(r -> !r.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    MemoHead signed =
        head.author().isEmpty() ? new MemoHead(authors, head.to(), head.classification()) : head;
    return ChangeMemo.of(
        compared.review(),
        compared.before(),
        compared.after(),
        new ChangeMemo.Occasion(why.isEmpty() ? reasons : why, undo(saves)),
        signed);
  }

  /**
   * The saves that lead from one version to the other, the last first; none where some are missing.
   */
  private List<Entry> saves(Compared compared) {
    List<Entry> saves = new ArrayList<>();
    String version = compared.after().knowledge().files().version();
    String first = compared.before().knowledge().files().version();
    for (Entry entry : knowledge.saved()) {
      if (!version.equals(first) && entry.after().equals(version)) {
        saves.add(entry);
        version = entry.before();
      }
    }
    return version.equals(first) ? saves : List.of();
  }

  private String undo(List<Entry> saves) {
    if (!saves.isEmpty() && head == null) {
      return saves.size() == 1
          ? "parley undo %d takes it back.".formatted(saves.get(0).number())
          : "parley undo, said %d times, takes it back.".formatted(saves.size());
    }
    String from = base == null ? GitRevisions.LAST_COMMIT : base;
    return Knowledge.named(from).isPresent()
        ? "Put back the files of %s.".formatted(from)
        : "git restore --source=%s -- dmn rules puts back the files as they were; other edits of these files that are not committed are lost with it. parley check and parley regress say whether all is well."
            .formatted(from);
  }

  private Compared review() {
    if (cases != null) {
      // else it would be a finding of the review
      Knowledge.withCases(cases);
    }
    if (isPlain()) {
      return plain();
    }
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      // git and the cases take as long to read as the tables do
      CompletableFuture<KnowledgeFiles> before =
          CompletableFuture.supplyAsync(
              () -> knowledge.files(base == null ? GitRevisions.LAST_COMMIT : base), beside);
      KnowledgeFiles files = knowledge.files();
      CompletableFuture<List<Case>> read =
          CompletableFuture.supplyAsync(() -> cases(files), beside);
      return review(knowledge.load(files), result(before), read::join);
    } finally {
      beside.shutdownNow();
    }
  }

  private boolean isPlain() {
    return knowledge.isPlain()
        || Stream.of(base, head)
            .filter(Objects::nonNull)
            .flatMap(name -> Knowledge.named(name).stream())
            .anyMatch(KnowledgeFiles::isPlain);
  }

  /** Models by themselves have neither cases nor rules. */
  private Compared plain() {
    if (cases != null) {
      throw new ParleyException("a plain DMN file advises on no cases: compare it without --cases");
    }
    KnowledgeFiles before = knowledge.files(base == null ? GitRevisions.LAST_COMMIT : base);
    KnowledgeFiles after = head == null ? knowledge.files() : knowledge.files(head);
    if (!before.arePlain() || !after.arePlain()) {
      throw new ParleyException(
          "a plain DMN file is compared with another one: parley diff EARLIER.dmn LATER.dmn, or"
              + " parley diff REVISION --knowledge FILE.dmn");
    }
    KnowledgeBase earlier = knowledge.load(before);
    KnowledgeBase later = knowledge.load(after);
    try (ChangeReviewer reviewer = new ChangeReviewer(later, List::of)) {
      return Compared.of(
          reviewer,
          new Version(inWords(base), earlier),
          new Version(head == null ? "the files as they are" : inWords(head), later));
    }
  }

  private List<Case> cases(KnowledgeFiles files) {
    Vocabulary words = Vocabulary.of(files);
    return cases == null ? knowledge.history(words) : knowledge.cases(words, cases);
  }

  private static KnowledgeFiles result(CompletableFuture<KnowledgeFiles> files) {
    try {
      return files.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ParleyException refused ? refused : e;
    }
  }

  private Compared review(KnowledgeBase own, KnowledgeFiles earlier, Supplier<List<Case>> read) {
    try (ChangeReviewer reviewer = new ChangeReviewer(own, read)) {
      // the rules of another version are not trusted
      Version before = new Version(inWords(base), knowledge.changed(own, earlier));
      Version after =
          head == null
              ? new Version("the files as they are", own)
              : new Version(inWords(head), knowledge.changed(own, knowledge.files(head)));
      return knowledge.watch("comparing the two", () -> Compared.of(reviewer, before, after));
    }
  }

  private static String inWords(String version) {
    return version == null || version.equals(GitRevisions.LAST_COMMIT)
        ? "the last commit"
        : version;
  }
}

package org.parley.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.author.diff.GitRevisions;
import org.parley.author.diff.TouchedCases;
import org.parley.author.diff.TouchedCases.CaseFile;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;
import org.parley.precedent.Precedent;
import org.parley.regress.DerivedOnlyRun;
import org.parley.regress.PinUpdate;
import org.parley.regress.Regression;
import org.parley.regress.RegressionResult;
import org.parley.regress.Selection;
import org.parley.regress.StabilityRun;
import org.parley.regress.tck.TckExport;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.TextWriter;
import org.parley.report.regression.RegressionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "regress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run the cases and compare with what is approved and what history shows.",
    description = {
      "",
      "A case that does not come out as its 'expected' pins it is a mismatch (exit code 2), shown"
          + " with the rows that decided. What history shows ('observed') is compared apart:"
          + " agreement with history is not correctness.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley regress",
      "  parley regress cases/vietnam-war",
      "  parley regress --conflict \"Vietnam War\" --tag interstate",
      "  parley regress --junit regression.xml --html regression.html --date 2026-11-30",
      "  parley regress --since main",
      "  parley regress --watch",
      "  parley regress --update --dry-run",
      "  parley regress --derived-only",
      "  parley regress --export-tck exported",
      "  parley regress --format json -o regression.json"
    })
final class RegressCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CASES",
      arity = "0..1",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--conflict",
      paramLabel = "NAME",
      description = "Only cases of this conflict; can be given several times.")
  private List<String> conflicts = List.of();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Only cases with this tag; can be given several times.")
  private List<String> tags = List.of();

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "Only this case; can be given several times.")
  private List<String> ids = List.of();

  @Option(
      names = "--since",
      paramLabel = "REV",
      description =
          "Only cases that what changed since a git revision can touch: tables, rules or the case"
              + " files themselves.")
  private String since;

  @Option(
      names = "--watch",
      description = "Stay, and run the cases again whenever a table, a rule or a case is saved.")
  private boolean watch;

  @Option(
      names = "--derived-only",
      description =
          "Run the cases with events once more without the coded facts that a rule could derive.")
  private boolean derivedOnly;

  @Option(
      names = "--update",
      description =
          "Show which cases come out otherwise and rewrite 'expected' in their files as they come"
              + " out now; nothing else in the files changes.")
  private boolean update;

  @Option(names = "--dry-run", description = "With --update: only show, write nothing.")
  private boolean dryRun;

  @Option(names = "--pin", description = "With --update: give cases without 'expected' one too.")
  private boolean pin;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the result too as JUnit XML: a suite for each conflict.")
  private Path junit;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the result too as an HTML page.")
  private Path html;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day to put on the result, as 2026-11-30; without it there is none.")
  private LocalDate date;

  @Option(
      names = "--export-tck",
      paramLabel = "DIR",
      description =
          "Write the cases too as test cases of the DMN TCK, beside the linked models, into DIR.")
  private Path exportTck;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Attribution attribution;
  @Mixin private Output output;

  @Override
  public Integer call() {
    refuseIdleOptions();
    if (watch) {
      return watch();
    }
    try (Corpus corpus = opened()) {
      Map<Path, Case> chosen = chosen(corpus);
      List<Case> subjects = List.copyOf(chosen.values());
      RegressionResult result = run(corpus, subjects);
      writeFiles(corpus, subjects, result);
      if (update) {
        return update(corpus, chosen, result);
      }
      output.write(RegressionReport.of(result), form);
      return result.isClean() ? Main.FINE : Main.FINDINGS;
    }
  }

  /** A build server shows why nothing could run only where it finds that among its tests. */
  private Corpus opened() {
    try {
      return knowledge.open(cases);
    } catch (ParleyException e) {
      if (junit != null) {
        output.writeTo(junit, RegressionReport.junit(e.problems()));
      }
      throw e;
    }
  }

  private void refuseIdleOptions() {
    if ((dryRun || pin) && !update) {
      throw new ParleyException("%s needs --update".formatted(dryRun ? "--dry-run" : "--pin"));
    }
    if (watch
        && (update
            || derivedOnly
            || date != null
            || junit != null
            || html != null
            || exportTck != null)) {
      throw new ParleyException(
          "--watch shows results only: leave out what writes or adds to them");
    }
  }

  private Map<Path, Case> chosen(Corpus corpus) {
    Predicate<Case> meant = new Selection(conflicts, tags, ids).among(corpus.cases());
    Map<Path, Case> chosen = new LinkedHashMap<>(corpus.read().byFile());
    chosen.values().removeIf(subject -> !meant.test(subject));
    if (since != null) {
      keepTouched(corpus, chosen);
    }
    return chosen;
  }

  private void keepTouched(Corpus corpus, Map<Path, Case> chosen) {
    KnowledgeBase base = corpus.base();
    try (GitRevisions revisions = new GitRevisions(knowledge.folder())) {
      KnowledgeBase before =
          knowledge.changed(
              base, knowledge.watch("reading " + since, () -> revisions.knowledge(since)));
      Map<String, byte[]> earlier = revisions.cases(since);
      List<CaseFile> files = new ArrayList<>();
      chosen.forEach(
          (file, subject) ->
              files.add(
                  new CaseFile(nameOf(file), subject, Digests.hex(corpus.read().content(file)))));
      Set<String> touched = new TouchedCases(before, base).among(files, earlier);
      int all = chosen.size();
      chosen.values().removeIf(subject -> !touched.contains(subject.id()));
      output.note(
          "%d of %d cases can be touched by what changed since %s."
              .formatted(chosen.size(), all, since));
    }
  }

  /** The name of a case file below the folder of the knowledge base. */
  private String nameOf(Path file) {
    Path folder = knowledge.folder().toAbsolutePath().normalize();
    return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** Runs until nobody waits any more. */
  private int watch() {
    Corpus corpus = knowledge.open(cases);
    try (FolderWatch changes = new FolderWatch(knowledge.sources(cases))) {
      showBriefly(corpus);
      output.note("Watching. Save a table, a rule or a case to run again; Ctrl-C ends.");
      while (!output.isBroken()) {
        List<String> changed = changes.next();
        if (!changed.isEmpty()) {
          output.write("\n%s changed\n".formatted(String.join(", ", changed)));
          corpus = again(corpus);
        }
      }
      return Main.REFUSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Main.FINE;
    } finally {
      corpus.close();
    }
  }

  /** Runs what changed; where it cannot be used, says so and waits for the next change. */
  private Corpus again(Corpus earlier) {
    try {
      Corpus changed = knowledge.reopen(earlier, cases);
      showBriefly(changed);
      return changed;
    } catch (ParleyException e) {
      e.problems().forEach(p -> output.write(p + "\n"));
      return earlier;
    }
  }

  private void showBriefly(Corpus corpus) {
    List<Case> chosen = List.copyOf(chosen(corpus).values());
    output.write(
        TextWriter.write(RegressionReport.brief(regression(corpus).brief(chosen)), output.style()));
  }

  private int update(Corpus corpus, Map<Path, Case> chosen, RegressionResult result) {
    PinUpdate planned = PinUpdate.planned(chosen, result, pin);
    PinUpdate made = dryRun ? planned : written(planned, corpus);
    output.write(RegressionReport.of(result, made), form);
    boolean open = dryRun && !planned.changes().isEmpty();
    return open || !result.noAdvice().isEmpty() ? Main.FINDINGS : Main.FINE;
  }

  private PinUpdate written(PinUpdate planned, Corpus corpus) {
    knowledge
        .caseHistory(cases)
        .save(
            attribution.occasion(),
            corpus.base().files(),
            corpus.read()::content,
            planned.edited(new CaseFiles(corpus.base().vocabulary()), corpus.read()));
    return planned.asWritten();
  }

  private RegressionResult run(Corpus corpus, List<Case> chosen) {
    RegressionResult ran = regression(corpus).run(chosen).with(corpus.advisor().knowledge(), date);
    List<Case> advised = advised(chosen, ran);
    RegressionResult result =
        ran.with(new StabilityRun(corpus.advisor(), corpus.base()).run(advised).orElse(null));
    return derivedOnly
        ? result.with(new DerivedOnlyRun(corpus.advisor(), corpus.base()).run(advised))
        : result;
  }

  /** Its learners learn from the cases of the knowledge base, which may have been read already. */
  private Regression regression(Corpus corpus) {
    Vocabulary vocabulary = corpus.base().vocabulary();
    return new Regression(
        corpus.advisor(),
        vocabulary,
        () ->
            cases == null
                ? corpus.cases().stream()
                    .flatMap(c -> Precedent.of(c, vocabulary).stream())
                    .toList()
                : corpus.advisor().library().cases());
  }

  /** The cases on which there is advice. */
  private static List<Case> advised(List<Case> chosen, RegressionResult result) {
    return IntStream.range(0, chosen.size())
        .filter(i -> result.ran().get(i).actual() != null)
        .mapToObj(chosen::get)
        .toList();
  }

  private void writeFiles(Corpus corpus, List<Case> chosen, RegressionResult result) {
    if (junit != null) {
      output.writeTo(junit, RegressionReport.junit(result));
    }
    if (html != null) {
      output.writeTo(html, HtmlWriter.write(RegressionReport.of(result).document().get()));
    }
    if (exportTck != null) {
      new TckExport(corpus.base(), corpus.advisor())
          .files(advised(chosen, result))
          .forEach(
              (name, content) ->
                  output
                      .files()
                      .write(
                          exportTck,
                          exportTck.resolve(name),
                          content.getBytes(StandardCharsets.UTF_8)));
    }
  }
}

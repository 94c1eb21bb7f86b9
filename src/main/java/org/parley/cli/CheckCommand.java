package org.parley.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.author.check.CheckResult;
import org.parley.author.check.Checker;
import org.parley.author.check.Level;
import org.parley.author.diff.GitRevisions;
import org.parley.report.authoring.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Check the tables, their notes and words, the rules and the case files.",
    description = {
      "",
      "Gaps, overlaps and rows that never decide are worked out over every combination of values,"
          + " and said in the words of the table. What was not analysed is listed with the reason."
          + " Rules are read and never run. A check is turned off in dmn/checks.csv, with a reason.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley check",
      "  parley check main",
      "  parley check --quick --fail-level error",
      "  parley check --format sarif -o check.sarif",
      "  parley check --list"
    })
final class CheckCommand implements Callable<Integer> {

  enum FailLevel {
    error(Level.ERROR),
    warning(Level.WARNING),
    note(Level.NOTE),
    never(null);

    private final Level level;

    FailLevel(Level level) {
      this.level = level;
    }

    boolean isReachedBy(CheckResult result) {
      return level != null && result.reaches(level);
    }
  }

  @Parameters(
      paramLabel = "BASE",
      arity = "0..1",
      description =
          "A folder with a knowledge base, a DMN file of any program or a folder of them, or a git"
              + " revision; default: the knowledge base as it is.")
  private String base;

  @Option(
      names = "--fail-level",
      paramLabel = "LEVEL",
      defaultValue = "warning",
      description =
          "End with 2 if a finding is this grave or graver: ${COMPLETION-CANDIDATES}; default:"
              + " ${DEFAULT-VALUE}.")
  private FailLevel failLevel;

  @Option(
      names = "--quick",
      description = "Leave out what takes seconds: the proofs, and the engine's own analysis.")
  private boolean quick;

  @Option(names = "--list", description = "List what is checked for instead.")
  private boolean list;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (list) {
      output.write(CheckReport.catalogue(), form);
      return Main.FINE;
    }
    Checker checker = checker();
    CheckResult result =
        knowledge.watchAnalysis("checking the tables", (quick ? checker.quick() : checker)::check);
    output.write(CheckReport.of(result), form);
    return failLevel.isReachedBy(result) ? Main.FINDINGS : Main.FINE;
  }

  private Checker checker() {
    if (base == null) {
      return Checker.of(knowledge.files()).withCases(knowledge.caseFolder());
    }
    Optional<Path> folder = Knowledge.named(base);
    if (folder.isEmpty() && knowledge.isPlain()) {
      return Checker.of(knowledge.files(base));
    }
    if (folder.isPresent()) {
      return Checker.of(knowledge.files(folder.get())).withCases(folder.get().resolve("cases"));
    }
    try (GitRevisions revisions = new GitRevisions(knowledge.folder())) {
      return Checker.of(revisions.knowledge(base)).withCases(revisions.cases(base));
    }
  }
}

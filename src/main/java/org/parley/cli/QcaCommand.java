package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.author.sheet.CsvDialect;
import org.parley.knowledge.Nearest;
import org.parley.regress.CaseSets;
import org.parley.regress.QcaResult;
import org.parley.report.regression.QcaReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "qca",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Hold the rows of the tables against what was done: consistency and coverage.",
    description = {
      "",
      "The set of a row is the cases of history in which it fires; the outcome is the posture that"
          + " was observed. Shown for each row behind what is recommended are its consistency, its"
          + " raw and its unique coverage, the cases, and those that contradict; for each value of"
          + " a fact its sufficiency and its necessity. It is association in few cases, and no"
          + " cause.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley qca --outcome \"open talks\"",
      "  parley qca --outcome \"open talks\" --all --format html -o qca.html",
      "  parley qca --csv sets.csv",
      "  parley qca --truth-table \"need for secrecy\" -o truth.csv",
      "  parley qca cases/vietnam-war --format json"
    })
final class QcaCommand implements Callable<Integer> {

  private static final int FEW = 6;

  @Parameters(
      paramLabel = "CASES",
      arity = "0..1",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--outcome",
      paramLabel = "POSTURE",
      converter = PostureName.class,
      description = "The observed posture to hold them against; default: each of the four.")
  private Posture outcome;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "Write too what the figures rest on: a line for each case, with its facts and the rows"
              + " that fire.")
  private Path csv;

  @Option(
      names = "--truth-table",
      paramLabel = "TABLE",
      description =
          "Write the truth table of a table as CSV instead: each configuration of what it reads, its"
              + " cases, and how many of them have each outcome.")
  private String truthTable;

  @Option(names = "--all", description = "Name every case, and tell every value of a fact.")
  private boolean all;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (truthTable != null) {
      form.refuse("a truth table is written as CSV");
    }
    try (Corpus corpus = knowledge.open(cases)) {
      CaseSets sets = CaseSets.of(corpus.advisor(), corpus.base(), corpus.cases());
      if (sets.size() == 0) {
        throw new ParleyException(
            "in none of these cases is a posture observed: 'observed' in a case file says which");
      }
      if (csv != null) {
        output.writeTo(csv, CsvDialect.data(sets.table()));
      }
      List<Posture> outcomes = outcome == null ? List.of(Posture.values()) : List.of(outcome);
      if (truthTable != null) {
        output.requireEnding("csv").write(CsvDialect.data(truthTable(sets, outcomes)));
      } else if (output.endsIn("csv")) {
        output.write(CsvDialect.data(sets.table()));
      } else {
        List<QcaResult> results = outcomes.stream().map(sets::against).toList();
        output.write(QcaReport.of(results, all ? Integer.MAX_VALUE : FEW), form);
      }
    }
    return Main.FINE;
  }

  private List<List<String>> truthTable(CaseSets sets, List<Posture> outcomes) {
    if (!sets.tables().contains(truthTable)) {
      throw new ParleyException(
          "--truth-table: '%s' is no table behind what is recommended%s; these are: %s"
              .formatted(
                  truthTable,
                  Nearest.hint(truthTable, sets.tables()),
                  String.join(", ", sets.tables())));
    }
    return sets.truthTable(truthTable, outcomes);
  }
}

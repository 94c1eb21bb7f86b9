package org.parley.cli;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.Challenge;
import org.parley.Changes;
import org.parley.OpenQuestions;
import org.parley.author.check.CheckResult;
import org.parley.author.check.PrinciplesResult;
import org.parley.author.diff.ChangeReview;
import org.parley.author.history.Standing;
import org.parley.batch.SweepResult;
import org.parley.casefile.CaseFiles;
import org.parley.explain.AdviceAnswer;
import org.parley.game.GameReading;
import org.parley.knowledge.Vocabulary;
import org.parley.regress.AgreementResult;
import org.parley.regress.CoverageResult;
import org.parley.regress.QcaResult;
import org.parley.regress.SuggestionResult;
import org.parley.regress.TimelineResult;
import org.parley.regress.tck.TckResult;
import org.parley.report.advice.SeatsReport;
import org.parley.report.advice.SimilarReport;
import org.parley.report.advice.WhyNotReport;
import org.parley.report.authoring.CaseImportReport;
import org.parley.report.authoring.CheckReport;
import org.parley.report.authoring.ReviewReport;
import org.parley.report.json.RecordSchema;
import org.parley.report.regression.RegressionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print a JSON Schema of case files, or of what a command writes as JSON.",
    description = {
      "",
      "An editor that knows the schema of case files completes and checks them; a program that"
          + " reads what a command writes with '--format json' knows from the others what it may"
          + " meet. They are made from the vocabulary.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley schema -o case.schema.json",
      "  parley schema --of advice -o advice.schema.json",
      "  parley schema --of change"
    })
final class SchemaCommand implements Callable<Integer> {

  /** What a schema can be had of; the words are lower case, and one is a keyword of Java. */
  enum Of {
    CASE(null),
    ADVICE(AdviceAnswer.class),
    WHY(WhyNotReport.Answer.class),
    CHANGE(Changes.class),
    ASK(OpenQuestions.class),
    CHALLENGE(Challenge.class),
    SEATS(SeatsReport.Answer.class),
    SIMILAR(SimilarReport.Answer.class),
    GAME(GameReading.class),
    TIMELINE(TimelineResult.class),
    REGRESS(RegressionReport.Updated.class),
    COVERAGE(CoverageResult.class),
    AGREE(AgreementResult.class),
    QCA(QcaResult.class),
    SWEEP(SweepResult.class),
    SUGGEST(SuggestionResult.class),
    CHECK(CheckResult.class),
    DIFF(ChangeReview.class),
    IMPORT(ReviewReport.ImportAnswer.class),
    CASEIMPORT(CaseImportReport.CaseImportAnswer.class),
    VOCABULARY(ReviewReport.WordAnswer.class),
    CHECKS(CheckReport.Kind.class),
    PRINCIPLES(PrinciplesResult.class),
    UNDO(Standing.class),
    TCK(TckResult.class);

    private static final Set<Of> ANSWERS = Set.of(WHY, CHANGE, ASK, CHALLENGE, SWEEP);

    /** What a command may write a list of. */
    private static final Set<Of> SEVERAL = Set.of(ADVICE, CHECKS, QCA);

    private final Class<?> written;

    Of(Class<?> written) {
      this.written = written;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      defaultValue = "case",
      description = "case, or what a command writes: ${COMPLETION-CANDIDATES}.")
  private Of of;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Vocabulary vocabulary = knowledge.load().vocabulary();
    output.write(
        of == Of.CASE
            ? new CaseFiles(vocabulary).schema()
            : new RecordSchema(vocabulary)
                .of(of.written, Of.SEVERAL.contains(of), Of.ANSWERS.contains(of)));
    return Main.FINE;
  }
}

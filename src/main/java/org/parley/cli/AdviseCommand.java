package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.Case;
import org.parley.Detail;
import org.parley.ParleyException;
import org.parley.casefile.ReadCase;
import org.parley.explain.Dossier;
import org.parley.explain.Redaction;
import org.parley.explain.TableAdvice;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.AdviceReport;
import org.parley.report.advice.MemoReport;
import org.parley.report.document.Report;
import org.parley.report.words.MemoHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Recommend a posture for a case, with a complete explanation.",
    description = "%nReads case files (YAML or JSON) and says what the tables favour, and why.%n",
    footer = {
      "",
      "Examples:",
      "  parley advise cases/vietnam-war/VN-04.yaml",
      "  parley advise CASE.yaml --detail full",
      "  parley advise CASE.yaml --set \"resilience signal=none\" --as-of 1968-06-01",
      "  parley advise CASE.yaml --detail trace -o advice.json",
      "  parley advise CASE.yaml -o report.html",
      "  parley advise CASE.yaml --redact -o report.html",
      "  parley advise CASE.yaml --format memo --author \"Policy desk\" --to \"The minister\" -o memo.docx"
    })
final class AdviseCommand implements Callable<Integer> {
  /** Other words for how much is told. */
  enum Explain {
    brief,
    full
  }

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Case files.")
  private List<Path> files;

  @Mixin private Assumed assumed;

  @Option(
      names = "--detail",
      paramLabel = "HOW",
      description =
          "short; full, with all that goes with it and what can be argued about; or trace, every"
              + " decision down to rows, facts and events. Default: short, full for Word, and trace"
              + " for HTML.")
  private Detail detail;

  @Option(
      names = "--explain",
      paramLabel = "HOW",
      description = "Another word for --detail: brief is short, full is trace.")
  private Explain explain;

  @Option(
      names = "--redact",
      description = "Leave out channel facts, third names and all that the case's author wrote.")
  private boolean redact;

  @Mixin private MemoOptions memo;

  @Spec private CommandSpec spec;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    MemoHead head = memo.head(form);
    if (form.isMemo() && (detail != null || explain != null)) {
      throw new ParleyException("a memo has one page: give --format memo without --detail");
    }
    KnowledgeBase base = knowledge.load();
    Redaction redaction = redact ? new Redaction(base) : null;
    // all inputs are checked before the engines start
    List<ReadCase> cases =
        files.stream()
            .map(file -> knowledge.readCase(base.vocabulary(), file))
            .map(c -> c.with(assumed.in(c.subject(), base.vocabulary())))
            .map(c -> redact ? new ReadCase(redaction.nameless(c.subject())) : c)
            .toList();
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      knowledge.watch("reading the library of cases", advisor::library);
      List<TableAdvice> advices =
          cases.stream()
              .map(c -> knowledge.watch("advising on " + c.subject().id(), () -> advisor.advise(c)))
              .toList();
      output.write(
          detail() == Detail.SHORT
              ? advices.stream()
                  .map(a -> redact ? redaction.of(a) : a)
                  .map(
                      a ->
                          AdviceReport.of(a)
                              .withMemo(() -> MemoReport.of(a, base.vocabulary(), head)))
                  .toList()
              : argued(advices, base, redaction),
          form);
    }
    return Main.FINE;
  }

  private Detail detail() {
    if (detail != null && explain != null) {
      throw new ParameterException(
          spec.commandLine(), "--explain is another word for --detail: give one of them");
    }
    if (detail != null) {
      return detail;
    }
    if (explain != null) {
      return explain == Explain.full ? Detail.TRACE : Detail.SHORT;
    }
    if (form.isMemo()) {
      return Detail.SHORT;
    }
    return switch (output.format(form)) {
      case html -> Detail.TRACE;
      case docx -> Detail.FULL;
      default -> Detail.SHORT;
    };
  }

  private List<Report> argued(List<TableAdvice> advices, KnowledgeBase base, Redaction redaction) {
    List<Case> history =
        knowledge.history(base.vocabulary()).stream()
            .map(c -> redact ? redaction.nameless(c) : c)
            .toList();
    return advices.stream()
        .map(a -> redact ? Dossier.of(a, history, base, redaction) : Dossier.of(a, history, base))
        .map(d -> AdviceReport.of(d, detail()))
        .toList();
  }
}

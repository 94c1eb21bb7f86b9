package org.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.ParleyException;
import org.parley.regress.CaseSuggestion;
import org.parley.regress.SuggestionResult;
import org.parley.report.regression.SuggestionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Suggest the few made-up cases that would exercise what no case does yet.",
    description = {
      "",
      "Rows that decide in no case, cells whose change no case notices (see coverage --mutants), and"
          + " values that no case has. Each suggestion starts from a known case and changes few of"
          + " its facts; with -o it is written as a case file to look through and complete.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley cases suggest --most 5",
      "  parley cases suggest --most 10 --pin -o new-cases",
      "  parley cases suggest --all --format markdown"
    })
final class SuggestCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CASES",
      arity = "0..1",
      description = "A case file, or a folder of them; default: the cases of the knowledge base.")
  private Path cases;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many cases to suggest at most; default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--pin",
      description = "Write into each file as 'expected' what the tables say now.")
  private boolean pin;

  @Option(names = "--all", description = "Tell all that each case exercises, not only the first.")
  private boolean all;

  @Mixin private Form form;
  @Mixin private Knowledge knowledge;
  @Mixin private Attribution attribution;
  @Mixin private CaseFolder folder;

  @Override
  public Integer call() {
    if (most < 1) {
      throw new ParleyException("--most %d: at least one case has to be suggested".formatted(most));
    }
    try (Corpus corpus = knowledge.open(cases)) {
      SuggestionResult result =
          CaseSuggestion.of(corpus.advisor(), corpus.base(), corpus.cases(), most);
      if (folder.isGiven()) {
        folder.write(
            result.suggested().stream().map(s -> pinned(s.stub(), corpus)).toList(),
            corpus.base(),
            knowledge,
            attribution.occasion());
      }
      folder.print(form.write(SuggestionReport.of(result, all), null, folder.style()));
    }
    return Main.FINE;
  }

  private Case pinned(Case stub, Corpus corpus) {
    if (!pin) {
      return stub;
    }
    Advice advice = corpus.advisor().advise(stub);
    return stub.toBuilder()
        .expected(new Expectation(advice.posture(), advice.unofficialTrack()))
        .build();
  }
}

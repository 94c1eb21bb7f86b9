package org.parley.cli;

import java.util.function.Predicate;
import org.parley.Advice;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.OpenQuestionsReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say what the unknown facts could still change, and which to learn first.",
    description = {
      "",
      "Takes every unknown fact as any of its values, and counts which postures remain possible.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley ask cases/vietnam-war/VN-01.yaml",
      "  parley ask CASE.yaml --doubt low",
      "  parley ask CASE.yaml --format json -o ask.json"
    })
final class AskCommand extends CaseCommand {

  /** How sure a coder may be at most of a fact that is opened too. */
  enum Doubt {
    none,
    low,
    medium
  }

  @Option(
      names = "--doubt",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Open known facts too: low, those coded with low confidence; medium, with medium or low"
              + " (default: ${DEFAULT-VALUE}).")
  private Doubt doubt;

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    return OpenQuestionsReport.of(advice, advice.openQuestions(doubted()));
  }

  private Predicate<Fact> doubted() {
    return switch (doubt) {
      case none -> fact -> false;
      case low -> fact -> fact.confidence() == Confidence.LOW;
      case medium ->
          fact -> fact.confidence() == Confidence.LOW || fact.confidence() == Confidence.MEDIUM;
    };
  }
}

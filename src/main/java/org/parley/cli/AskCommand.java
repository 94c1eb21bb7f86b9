package org.parley.cli;

import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.OpenQuestions;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.OpenQuestionsJson;
import org.parley.report.OpenQuestionsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class AskCommand implements Callable<Integer> {

  /** How sure a coder may be at most of a fact that is opened too. */
  enum Doubt {
    none,
    low,
    medium
  }

  @Mixin private Asked asked;

  @Option(
      names = "--doubt",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Open known facts too: low, those coded with low confidence; medium, with medium or low"
              + " (default: ${DEFAULT-VALUE}).")
  private Doubt doubt;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    KnowledgeBase base = knowledge.load();
    Case subject = asked.read(base.vocabulary());
    try (Advisor advisor = knowledge.advisor(base)) {
      Advice advice = knowledge.watch("advising", () -> advisor.advise(subject));
      output.write(render(advice, advice.openQuestions(doubted())));
    }
    return Main.FINE;
  }

  private Predicate<Fact> doubted() {
    return switch (doubt) {
      case none -> fact -> false;
      case low -> fact -> fact.confidence() == Confidence.LOW;
      case medium ->
          fact -> fact.confidence() == Confidence.LOW || fact.confidence() == Confidence.MEDIUM;
    };
  }

  private String render(Advice advice, OpenQuestions questions) {
    if (format == Format.json) {
      return OpenQuestionsJson.render(advice.subject(), questions);
    }
    OpenQuestionsReport report = new OpenQuestionsReport(advice, questions);
    return format == Format.text ? report.text(output.style()) : report.markdown();
  }
}

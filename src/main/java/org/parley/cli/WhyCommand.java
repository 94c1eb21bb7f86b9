package org.parley.cli;

import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Posture;
import org.parley.WhyNot;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.WhyNotJson;
import org.parley.report.WhyNotReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Say why the tables do not favour a posture.",
    description = {
      "",
      "Shows the verdict and the rows that gave it, the rows that would have recommended the posture"
          + " and which of their cells fail, down to the facts, and the shortest ways there.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley why cases/vietnam-war/VN-01.yaml --not \"open talks\"",
      "  parley why CASE.yaml --not \"neutral mediator\" --format json -o why.json"
    })
final class WhyCommand implements Callable<Integer> {
  private static final int FACTS_AT_ONCE = 2;

  @Mixin private Asked asked;

  @Option(
      names = "--not",
      paramLabel = "POSTURE",
      required = true,
      converter = PostureName.class,
      description =
          "The posture asked about: open talks, secret back-channel, neutral mediator or"
              + " closed posture.")
  private Posture posture;

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
      WhyNot whyNot = advice.whyNot(posture);
      if (format == Format.json) {
        output.write(WhyNotJson.render(subject, whyNot));
      } else {
        WhyNotReport report =
            new WhyNotReport(advice, whyNot, advice.changes(posture, FACTS_AT_ONCE));
        output.write(format == Format.text ? report.text(output.style()) : report.markdown());
      }
    }
    return Main.FINE;
  }
}

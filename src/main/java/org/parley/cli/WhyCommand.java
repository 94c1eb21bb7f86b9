package org.parley.cli;

import org.parley.Advice;
import org.parley.Posture;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.WhyNotReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
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
final class WhyCommand extends CaseCommand {
  @Option(
      names = "--not",
      paramLabel = "POSTURE",
      required = true,
      converter = PostureName.class,
      description =
          "The posture asked about: open talks, secret back-channel, neutral mediator or"
              + " closed posture.")
  private Posture posture;

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    return WhyNotReport.of(advice, advice.whyNot(posture));
  }
}

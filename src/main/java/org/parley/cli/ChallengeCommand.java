package org.parley.cli;

import org.parley.Advice;
import org.parley.Detail;
import org.parley.casefile.ReadCase;
import org.parley.explain.Redaction;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.advice.ChallengeReport;
import org.parley.report.document.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "challenge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Argue with the advice: its key assumptions, what to watch for, how it would fail.",
    description = {
      "",
      "Names the facts that the advice hangs on, weakest first, and what it would turn to; what would"
          + " show that one no longer holds, and by when to look; how the advice would have failed,"
          + " and by which row; the case for the next best posture; which disagreement with the"
          + " other seat would matter; what each fact says of each posture; and a path from here to"
          + " talks over facts that somebody can act on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley challenge cases/vietnam-war/VN-04.yaml",
      "  parley challenge CASE.yaml --detail full",
      "  parley challenge CASE.yaml --set \"adversary readiness=none\" --format json",
      "  parley challenge CASE.yaml --redact -o challenge.html"
    })
final class ChallengeCommand extends CaseCommand {
  @Option(
      names = "--detail",
      paramLabel = "HOW",
      description =
          "short, the weightiest of each part; or full, all of it. Default: short, and full for"
              + " HTML.")
  private Detail detail;

  @Option(
      names = "--redact",
      description = "Leave out channel facts, third names and all that the case's author wrote.")
  private boolean redact;

  @Override
  ReadCase shown(ReadCase subject, KnowledgeBase base) {
    return redact ? new ReadCase(new Redaction(base).nameless(subject.subject())) : subject;
  }

  @Override
  Report answer(Advice advice, KnowledgeBase base) {
    Advice told = redact ? new Redaction(base).of(advice) : advice;
    return ChallengeReport.of(told, told.challenge(), isFull());
  }

  private boolean isFull() {
    return detail == null ? output().format(form()) == Form.Format.html : detail != Detail.SHORT;
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.explain.Redaction;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.AdviceJson;
import org.parley.report.AdviceMarkdown;
import org.parley.report.AdviceText;
import org.parley.report.CaseHtml;
import org.parley.report.Dossier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  parley advise CASE.yaml --explain full",
      "  parley advise CASE.yaml --set \"resilience signal=none\" --as-of 1968-06-01",
      "  parley advise CASE.yaml --format json --explain full -o advice.json",
      "  parley advise CASE.yaml --format html -o report.html",
      "  parley advise CASE.yaml --format html --redact -o report.html"
    })
final class AdviseCommand implements Callable<Integer> {
  private static final String BETWEEN = "\n---\n\n";

  enum Explain {
    brief,
    full
  }

  enum AdviceFormat {
    text,
    markdown,
    json,
    html
  }

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Case files.")
  private List<Path> files;

  @Mixin private Assumed assumed;

  @Option(
      names = "--explain",
      paramLabel = "HOW",
      defaultValue = "brief",
      description = "brief, or full: every decision down to rows, facts and events.")
  private Explain explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private AdviceFormat format;

  @Option(
      names = "--redact",
      description = "Leave out channel facts, third names and all that the case's author wrote.")
  private boolean redact;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (format == AdviceFormat.html && files.size() > 1) {
      throw new ParleyException("an HTML report is of one case: name one case file");
    }
    KnowledgeBase base = knowledge.load();
    CaseFiles caseFiles = new CaseFiles(base.vocabulary());
    Redaction redaction = redact ? new Redaction(base) : null;
    // all inputs are checked before the engines start
    List<Case> cases =
        files.stream()
            .map(caseFiles::read)
            .map(c -> assumed.in(c, base.vocabulary()))
            .map(c -> redact ? redaction.nameless(c) : c)
            .toList();
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      output.write(
          isArgued() ? argued(cases, advisor, base, redaction) : brief(cases, advisor, redaction));
    }
    return Main.FINE;
  }

  /** Whether what can be argued about goes with the advice. */
  private boolean isArgued() {
    return format == AdviceFormat.html || (format != AdviceFormat.text && explain == Explain.full);
  }

  private String argued(
      List<Case> cases, TableAdvisor advisor, KnowledgeBase base, Redaction redaction) {
    List<Case> history =
        knowledge.history(base.vocabulary()).stream()
            .map(c -> redact ? redaction.nameless(c) : c)
            .toList();
    List<Dossier> dossiers =
        cases.stream()
            .map(advisor::advise)
            .map(
                a ->
                    redact ? Dossier.of(a, history, base, redaction) : Dossier.of(a, history, base))
            .toList();
    return switch (format) {
      case html -> CaseHtml.render(dossiers.get(0));
      case json -> json(dossiers.stream().map(Dossier::briefing).toList());
      default ->
          dossiers.stream()
              .map(d -> new AdviceMarkdown().render(d))
              .collect(Collectors.joining(BETWEEN));
    };
  }

  private static String json(List<Briefing> briefings) {
    AdviceJson json = new AdviceJson();
    return briefings.size() == 1 ? json.render(briefings.get(0)) : json.renderBriefings(briefings);
  }

  private String brief(List<Case> cases, TableAdvisor advisor, Redaction redaction) {
    List<Advice> advices =
        cases.stream()
            .<Advice>map(c -> knowledge.watch("advising on " + c.id(), () -> advisor.advise(c)))
            .map(a -> redact ? redaction.of(a) : a)
            .toList();
    boolean full = explain == Explain.full;
    if (format == AdviceFormat.json) {
      AdviceJson json = new AdviceJson();
      return advices.size() == 1 ? json.render(advices.get(0)) : json.renderAll(advices);
    }
    if (format == AdviceFormat.markdown) {
      return advices.stream()
          .map(a -> new AdviceMarkdown().render(a, full))
          .collect(Collectors.joining(BETWEEN));
    }
    AdviceText text = new AdviceText(output.style());
    return advices.stream().map(a -> text.render(a, full)).collect(Collectors.joining("\n\n"));
  }
}

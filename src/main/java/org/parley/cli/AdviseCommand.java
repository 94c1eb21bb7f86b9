package org.parley.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.casefile.CaseFiles;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.AdviceJson;
import org.parley.report.AdviceMarkdown;
import org.parley.report.AdviceText;
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
      "  parley advise CASE.yaml --format json --explain full -o advice.json"
    })
final class AdviseCommand implements Callable<Integer> {

  enum Explain {
    brief,
    full
  }

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Case files.")
  private List<Path> files;

  @Option(
      names = "--set",
      paramLabel = "\"FACT=VALUE\"",
      description = "Assume a value for a fact; unknown takes it away. Can be given several times.")
  private List<String> assumptions = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Look from this day (YYYY-MM-DD).")
  private LocalDate asOf;

  @Option(
      names = "--explain",
      paramLabel = "HOW",
      defaultValue = "brief",
      description = {
        "brief, or full: every decision down to rows, facts and events;",
        "as json also why not, what would change it, what is open, and similar cases."
      })
  private Explain explain;

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
    CaseFiles caseFiles = new CaseFiles(base.vocabulary());
    // all inputs are checked before the engines start
    List<Case> cases = files.stream().map(caseFiles::read).map(c -> prepared(c, base)).toList();
    List<Case> history = wantsBriefings() ? knowledge.history(base) : List.of();
    try (Advisor advisor = TableAdvisor.of(base)) {
      output.write(
          wantsBriefings()
              ? render(cases.stream().map(c -> advisor.briefing(c, history)).toList())
              : renderAdvices(cases.stream().map(advisor::advise).toList()));
    }
    return Main.FINE;
  }

  private Case prepared(Case subject, KnowledgeBase base) {
    Case prepared = asOf == null ? subject : subject.withAsOf(asOf);
    for (String assumption : assumptions) {
      prepared = Assumption.of(assumption).in(prepared, base.vocabulary());
    }
    return prepared;
  }

  private boolean wantsBriefings() {
    return explain == Explain.full && format == Format.json;
  }

  private static String render(List<Briefing> briefings) {
    AdviceJson json = new AdviceJson();
    return briefings.size() == 1 ? json.render(briefings.get(0)) : json.renderBriefings(briefings);
  }

  private String renderAdvices(List<Advice> advices) {
    boolean full = explain == Explain.full;
    return switch (format) {
      case json -> {
        AdviceJson json = new AdviceJson();
        yield advices.size() == 1 ? json.render(advices.get(0)) : json.renderAll(advices);
      }
      case markdown -> {
        AdviceMarkdown markdown = new AdviceMarkdown();
        yield advices.stream()
            .map(a -> markdown.render(a, full))
            .collect(Collectors.joining("\n---\n\n"));
      }
      case text -> {
        AdviceText text = new AdviceText(output.style());
        yield advices.stream().map(a -> text.render(a, full)).collect(Collectors.joining("\n\n"));
      }
    };
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.Advice;
import org.parley.Case;
import org.parley.ParleyException;
import org.parley.SimilarCase;
import org.parley.report.SimilarJson;
import org.parley.report.SimilarMarkdown;
import org.parley.report.SimilarText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "similar",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Find the cases most like a case, and see on which facts they differ.",
    description = {
      "",
      "The nearest cases by their facts: what the tables favour in each, and what history shows was"
          + " done. Alike is not cause.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley similar cases/vietnam-war/VN-01.yaml",
      "  parley similar CASE.yaml --most 10",
      "  parley similar CASE.yaml --among our-cases --format json"
    })
final class SimilarCommand implements Callable<Integer> {

  @Mixin private Asked asked;

  @Option(
      names = "--among",
      paramLabel = "DIR",
      description = "The case files to look among; default: the cases of the knowledge base.")
  private Path among;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many cases to show; default: ${DEFAULT-VALUE}.")
  private int most;

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
    if (most < 1) {
      throw new ParleyException("--most %d: at least one case has to be shown".formatted(most));
    }
    try (Corpus corpus = knowledge.open(among)) {
      Case subject = asked.read(corpus.base().vocabulary());
      Advice advice = corpus.advisor().advise(subject);
      List<SimilarCase> similar = advice.similar(corpus.cases(), most);
      output.write(
          switch (format) {
            case json -> SimilarJson.render(subject, similar);
            case markdown -> SimilarMarkdown.render(advice, similar);
            case text -> new SimilarText(output.style()).render(advice, similar);
          });
    }
    return Main.FINE;
  }
}

package org.parley.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.Detail;
import org.parley.JsonLayout;
import org.parley.ParleyException;
import org.parley.batch.BatchOptions;
import org.parley.batch.BatchResult;
import org.parley.batch.BatchResult.Counts;
import org.parley.batch.BatchRun;
import org.parley.batch.EventTable;
import org.parley.batch.Format;
import org.parley.batch.mapping.Mapping;
import org.parley.batch.mapping.Mappings;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.report.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Score many cases: a file of records in, a file of postures and reasons out.",
    description = {
      "",
      "Each record of IN (CSV or JSON Lines, by its name) is a case: columns named as facts"
          + " give its facts, all others are passed through. For data with other columns a mapping"
          + " says what these mean. The output has the records in their order, with the posture, the"
          + " unofficial track, the four verdicts, what they rest on, the ids of the rows that"
          + " decided and that warn, and how many facts are unknown.",
      "",
      "Records that cannot be used are kept in NAME.rejects.csv beside the output, with line, column"
          + " and reason; NAME.meta.json says what was run on what, so that it can be cited.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 all records scored; 1 nothing written; 2 some records are among the rejects.",
      "",
      "Examples:",
      "  parley batch dyads.csv -o scores.csv",
      "  parley batch icb2v15.csv --map icb -o scores.jsonl",
      "  parley batch dyads.csv --confidence --events events.csv -o scores.csv",
      "  parley batch dyads.csv -o scores.csv --resume",
      "  zcat dyads.csv.gz | parley batch - > scores.csv"
    })
final class BatchCommand implements Callable<Integer> {

  /** What becomes of a record that cannot be used. */
  enum OnError {
    REJECT,
    FAIL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IN",
      description = "A file whose name ends in .csv or .jsonl; - for standard input.")
  private Path input;

  @Option(
      names = "--map",
      paramLabel = "NAME|FILE",
      description =
          "What the columns mean: a mapping of the knowledge base (dmn/mappings/NAME.yaml), or a"
              + " file of yours.")
  private String map;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "Dated events of the cases: a CSV file with the columns id, date and type, and by, to,"
              + " note and others.")
  private Path events;

  @Option(
      names = "--confidence",
      description =
          "Say too how far to rely on each posture, and in which share of the ways to fill in what"
              + " is unknown each posture comes out. The ways count alike: shares, no"
              + " probabilities.")
  private boolean confidence;

  @Option(
      names = "--detail",
      paramLabel = "DETAIL",
      description = "short, or trace: the whole trace as JSON too; default: short.")
  private Detail detail = Detail.SHORT;

  @Option(
      names = "--resume",
      description = "Go on where a run that was broken off ended; files only.")
  private boolean resume;

  @Option(
      names = "--on-error",
      paramLabel = "reject|fail",
      description =
          "Keep records that cannot be used apart, or end at the first of them; default: reject,"
              + " into a stream fail.")
  private OnError onError;

  @Mixin private Knowledge knowledge;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (detail == Detail.FULL) {
      throw new ParleyException("--detail: many cases are told short, or with their trace");
    }
    Path in = stream(input);
    Path out = stream(output.file());
    if (in != null) {
      Format.of(in);
    }
    if (out != null) {
      Format.of(out);
    } else if (onError == OnError.REJECT) {
      throw new ParleyException(
          "--on-error reject: rejects are kept beside the output; give -o FILE");
    }
    KnowledgeBase base = knowledge.load();
    ProgressBar bar = new ProgressBar(output.terminal());
    try (TableAdvisor advisor = knowledge.advisor(base)) {
      BatchRun.Request request =
          new BatchRun.Request(
              spec.commandLine().getParseResult().originalArgs(),
              in,
              out,
              options(base, out != null && onError != OnError.FAIL),
              resume,
              Json::write);
      BatchResult result =
          new BatchRun(advisor, request, output::note, bar)
              .run(new BatchRun.Streams(System.in, output.terminal().data()));
      bar.end();
      return told(base, result, out);
    }
  }

  private static Path stream(Path file) {
    return file == null || file.toString().equals(BatchRun.STREAM) ? null : file;
  }

  private BatchOptions options(KnowledgeBase base, boolean rejects) {
    Optional<Mapping> mapping =
        Optional.ofNullable(map)
            .map(name -> new Mappings(base.vocabulary(), knowledge.folder()).get(name));
    Optional<Function<Advice, String>> trace =
        detail == Detail.TRACE
            ? Optional.of(advice -> Json.text(Json.tree(advice.trace()), JsonLayout.COMPACT))
            : Optional.empty();
    return new BatchOptions(
        mapping,
        events == null ? EventTable.NONE : EventTable.read(events, base.vocabulary()),
        confidence,
        trace,
        rejects,
        Runtime.getRuntime().availableProcessors());
  }

  private int told(KnowledgeBase base, BatchResult result, Path out) {
    Counts counts = result.counts();
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "%,d records: %,d scored", counts.read(), counts.scored()));
    if (counts.unanswered() > 0) {
      text.append(
          String.format(
              Locale.ROOT, " (%,d without an answer of the tables)", counts.unanswered()));
    }
    text.append(String.format(Locale.ROOT, ", %,d rejected", counts.rejected()));
    if (counts.rejected() > 0) {
      text.append(" (").append(BatchRun.rejectsBeside(out).getFileName()).append(')');
    }
    if (counts.leftOut() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d left out by the mapping", counts.leftOut()));
    }
    output.note(text.toString());
    output.note(
        "%d of the %d facts have a column%s"
            .formatted(
                result.facts().size(),
                base.vocabulary().facts().size(),
                result.passed().isEmpty()
                    ? ""
                    : "; passed through: " + String.join(", ", result.passed())));
    return counts.rejected() > 0 ? Main.FINDINGS : Main.FINE;
  }
}

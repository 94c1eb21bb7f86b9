package org.parley.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.batch.BatchResult.FileUsed;
import org.parley.batch.BatchResult.Knowledge;
import org.parley.batch.BatchResult.MappingUsed;
import org.parley.batch.mapping.Mapping;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Digests;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.Vocabulary;

/** Scores the cases of one file, or of a stream, into another. */
public final class BatchRun {
  /** What stands for a standard stream. */
  public static final String STREAM = "-";

  private static final int FIRST = 1 << 16;

  private final TableAdvisor advisor;
  private final Request request;
  private final Consumer<String> notes;
  private final RunWatcher watcher;
  private Duration between = Duration.ofSeconds(1);

  /**
   * What is asked for.
   *
   * @param command that was given, for the record
   * @param input the file, or {@code null} for the stream
   * @param output the file, or {@code null} for the stream
   * @param resume whether to go on where an earlier run ended
   * @param record writes what is kept beside the output
   */
  public record Request(
      List<String> command,
      @Nullable Path input,
      @Nullable Path output,
      BatchOptions options,
      boolean resume,
      Function<BatchResult, String> record) {}

  /** The standard streams. */
  public record Streams(InputStream in, OutputStream out) {}

  /**
   * @param notes is told in sentences what becomes of the run
   * @param watcher is told how far it has come
   */
  public BatchRun(
      TableAdvisor advisor, Request request, Consumer<String> notes, RunWatcher watcher) {
    this.advisor = advisor;
    this.request = request;
    this.notes = notes;
    this.watcher = watcher;
  }

  /**
   * Does it.
   *
   * @throws ParleyException if a file cannot be used; or if a record cannot, and none may be
   *     rejected
   */
  public BatchResult run(Streams streams) {
    requireResumable();
    if (request.input() != null) {
      PlainFile.require(request.input(), request.input().toString());
    }
    refuseToWriteOverTheInput();
    if (request.output() == null) {
      try (TargetStream target = new TargetStream(streams.out())) {
        return scored((BatchTarget) target, streams).result();
      } catch (IOException e) {
        throw ParleyException.in(STREAM, "cannot be written: " + FileTrouble.of(e));
      }
    }
    try (TargetFiles target = files(request.output())) {
      return scored(target, streams);
    } catch (IOException e) {
      throw ParleyException.in(
          request.output().toString(), "cannot be written: " + FileTrouble.of(e));
    }
  }

  private TargetFiles files(Path output) throws IOException {
    return new TargetFiles(
        output, request.resume(), request.input() != null, between, asked(), notes);
  }

  private BatchResult scored(TargetFiles target, Streams streams) throws IOException {
    try {
      Scored scored = scored((BatchTarget) target, streams);
      target.finish(scored.batch()::checkpoint, request.record().apply(scored.result()));
      return scored.result();
    } catch (ParleyException e) {
      if (target.begun() == null) {
        target.abandon();
      }
      throw e;
    }
  }

  /** A run that is through. */
  private record Scored(Batch batch, BatchResult result) {}

  private Scored scored(BatchTarget target, Streams streams) throws IOException {
    try (RecordSource source = source(streams, target.begun())) {
      Layout layout = layout(source);
      BlockScorer.Run run =
          new BlockScorer.Run(
              advisor, request.options(), source, inputName(), layout, form(source));
      refuseTwins(run.columns());
      Batch batch = new Batch(run, target, asked(), watcher);
      batch.all();
      return new Scored(batch, result(batch, layout, source));
    }
  }

  /** Mended rejects are fed in again, and a run into the same output would clear them away. */
  private void refuseToWriteOverTheInput() {
    if (request.input() == null || request.output() == null) {
      return;
    }
    Path input = request.input().toAbsolutePath().normalize();
    if (TargetFiles.written(request.output()).stream()
        .anyMatch(file -> file.toAbsolutePath().normalize().equals(input))) {
      throw ParleyException.in(
          request.input().toString(),
          "is what a run into %s writes itself: give another output"
              .formatted(request.output().getFileName()));
    }
  }

  /** Notes so often how far it has come. */
  BatchRun checkpointsEvery(Duration time) {
    between = time;
    return this;
  }

  private void requireResumable() {
    if (!request.resume()) {
      return;
    }
    if (request.input() == null || request.output() == null) {
      throw new ParleyException(
          "--resume: a standard stream cannot be resumed; give files in and out");
    }
  }

  /** The file beside an output that keeps the records which cannot be used. */
  public static Path rejectsBeside(Path output) {
    return TargetFiles.rejectsBeside(output);
  }

  private String inputName() {
    return request.input() == null ? STREAM : request.input().toString();
  }

  private RecordSource source(Streams streams, @Nullable Checkpoint begun) throws IOException {
    InputMark before = begun == null ? null : begun.input();
    try {
      if (request.input() == null) {
        BufferedInputStream in = new BufferedInputStream(streams.in(), FIRST);
        Format format = isJson(in) ? Format.JSON_LINES : Format.CSV;
        return source(format, new MarkedInput(in, before), 0);
      }
      MarkedInput input = new MarkedInput(Files.newInputStream(request.input()), before);
      return source(Format.of(request.input()), input, Files.size(request.input()));
    } catch (IOException e) {
      throw FileTrouble.unreadable(inputName(), e);
    }
  }

  /** Whether a stream begins with an object. */
  private static boolean isJson(BufferedInputStream in) throws IOException {
    in.mark(FIRST);
    int first = in.read();
    while (first >= 0 && Character.isWhitespace(first)) {
      first = in.read();
    }
    in.reset();
    return first == '{';
  }

  private RecordSource source(Format format, MarkedInput input, long size) throws IOException {
    return format == Format.JSON_LINES
        ? new JsonLinesSource(
            inputName(), input, size, known(), request.options().mapping().isEmpty())
        : new CsvSource(inputName(), input, encoding(), size);
  }

  private Charset encoding() {
    return request.options().mapping().map(Mapping::encoding).orElse(StandardCharsets.UTF_8);
  }

  /** The columns that a record of JSON may have. */
  private List<String> known() {
    Optional<Mapping> mapping = request.options().mapping();
    return mapping.isPresent()
        ? List.copyOf(mapping.get().columns())
        : advisor.base().vocabulary().factNames();
  }

  private Layout layout(RecordSource source) {
    Vocabulary vocabulary = advisor.base().vocabulary();
    Mapping mapping =
        request
            .options()
            .mapping()
            .orElseGet(() -> Layout.plain(inputName(), source.columns(), vocabulary));
    if (mapping.facts().isEmpty()) {
      throw new ParleyException(
          "the mapping '%s' makes events, and no facts: parley case events reads such files"
              .formatted(mapping.name()));
    }
    return new Layout(mapping, inputName(), source.columns(), vocabulary);
  }

  /** What is passed through must not be called as a score is. */
  private void refuseTwins(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw ParleyException.in(
            inputName(),
            "the column '%s' would be passed through, and a score is called so: give it another name"
                .formatted(column));
      }
    }
  }

  /** The form of the output: that of its name, or into a stream that of the input. */
  private Format form(RecordSource source) {
    if (request.output() != null) {
      return Format.of(request.output());
    }
    return source instanceof JsonLinesSource ? Format.JSON_LINES : Format.CSV;
  }

  /** A digest of all that the result depends on, but for the input. */
  private String asked() {
    BatchOptions options = request.options();
    KnowledgeVersion knowledge = advisor.knowledge();
    return Digests.hex(
        String.join(
            "\n",
            knowledge.version(),
            knowledge.engine(),
            options.mapping().map(Mapping::hash).orElse(""),
            options.events().hash(),
            String.valueOf(options.confidence()),
            String.valueOf(options.trace().isPresent()),
            request.output() == null ? "" : Format.of(request.output()).name()));
  }

  private BatchResult result(Batch batch, Layout layout, RecordSource source) {
    Map<String, Long> postures = new LinkedHashMap<>();
    for (Posture posture : Posture.values()) {
      postures.put(posture.label(), batch.postures().getOrDefault(posture, 0L));
    }
    KnowledgeVersion knowledge = advisor.knowledge();
    BatchOptions options = request.options();
    return new BatchResult(
        request.command(),
        new Knowledge(knowledge.version(), knowledge.engine()),
        options.mapping().map(m -> new MappingUsed(m.name(), m.hash())).orElse(null),
        new FileUsed(nameOf(request.input()), source.mark().digest()),
        options.events().hash().isEmpty()
            ? null
            : new FileUsed(options.events().name(), options.events().hash()),
        nameOf(request.output()),
        batch.counts(),
        postures,
        layout.sources().stream().map(s -> s.type().name()).toList(),
        layout.passedNames());
  }

  private static String nameOf(@Nullable Path file) {
    return file == null ? STREAM : String.valueOf(file.getFileName());
  }
}

package org.parley.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.batch.BatchResult.Counts;
import org.parley.explain.InOrder;

/** Scores the records of a source in their order, on several threads. */
final class Batch {
  /** So many blocks are read ahead for each thread: enough that none waits. */
  private static final int AHEAD = 4;

  private final BlockScorer.Run run;
  private final RecordSource source;
  private final BatchTarget target;
  private final String asked;
  private final RunWatcher watcher;
  private final ConcurrentLinkedQueue<BlockScorer> scorers = new ConcurrentLinkedQueue<>();
  private final Deque<RecordBlock> spare = new ArrayDeque<>();
  private final Map<Posture, Long> postures = new EnumMap<>(Posture.class);
  private final ByteBuffer rejectHeader;
  private Counts counts = new Counts(0, 0, 0, 0, 0);
  private InputMark mark = new InputMark(0, "");

  /**
   * @param asked a digest of all that the result depends on, but for the input
   */
  Batch(BlockScorer.Run run, BatchTarget target, String asked, RunWatcher watcher) {
    this.run = run;
    this.source = run.source();
    this.target = target;
    this.asked = asked;
    this.watcher = watcher;
    // one for all threads, before they ask for it together
    scorers.add(new BlockScorer(run));
    this.rejectHeader = new Lines.CsvLines(run.columnsOfRejects()).header();
  }

  /**
   * Scores all.
   *
   * @throws ParleyException if a record cannot be used and none may be rejected, or the source
   *     cannot be read any further
   */
  void all() throws IOException {
    Checkpoint begun = target.begun();
    long done = 0;
    if (begun == null) {
      target.write(Lines.of(run.form(), run.columns()).header());
    } else {
      counts = begun.counts();
      postures.putAll(begun.postures());
      done = skip(begun.counts().read());
    }
    if (done < 0) {
      throw new ParleyException("the input ends before the record that the run is to go on with");
    }
    InOrder<RecordBlock, ScoredBlock> results =
        new InOrder<>(new Blocks(), run.options().threads(), AHEAD, this::score);
    try {
      while (results.hasNext()) {
        take(results.next());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      results.end();
    }
  }

  /** Passes over the records that are done: blocks end at the same records in every run. */
  private long skip(long records) throws IOException {
    RecordBlock block = new RecordBlock();
    long skipped = 0;
    while (skipped < records) {
      block.clear();
      if (!source.read(block)) {
        return -1;
      }
      skipped += block.size();
      watcher.at(0, source.position(), source.size());
    }
    return skipped == records ? skipped : -1;
  }

  private ScoredBlock score(RecordBlock block) {
    BlockScorer scorer = scorers.poll();
    if (scorer == null) {
      scorer = new BlockScorer(run);
    }
    ScoredBlock scored = scorer.score(block);
    scorers.add(scorer);
    return scored;
  }

  private void take(ScoredBlock scored) throws IOException {
    if (!run.options().rejects() && scored.trouble().isPresent()) {
      throw new ParleyException(scored.trouble().get());
    }
    target.write(scored.lines());
    if (scored.rejected() > 0) {
      target.reject(rejectHeader.duplicate(), scored.rejects());
    }
    counts =
        new Counts(
            counts.read() + scored.block().size(),
            counts.scored() + scored.scored(),
            counts.unanswered() + scored.unanswered(),
            counts.rejected() + scored.rejected(),
            counts.leftOut() + scored.leftOut());
    scored.postures().forEach((posture, count) -> postures.merge(posture, count, Long::sum));
    InputMark reached = scored.block().mark();
    if (reached != null) {
      mark = reached;
    }
    spare.add(scored.block());
    target.reached(this::checkpoint);
    watcher.at(counts.read(), source.position(), source.size());
  }

  /** How far it has come. */
  Checkpoint checkpoint(long outputBytes, long rejectBytes) {
    return new Checkpoint(asked, mark, counts, postures, outputBytes, rejectBytes);
  }

  Counts counts() {
    return counts;
  }

  Map<Posture, Long> postures() {
    return postures;
  }

  /** The blocks that are left, each filled when it is asked for. */
  private final class Blocks implements Iterator<RecordBlock> {
    private @Nullable RecordBlock next;
    private boolean atEnd;

    @Override
    public boolean hasNext() {
      if (next == null && !atEnd) {
        RecordBlock block = spare.isEmpty() ? new RecordBlock() : spare.remove();
        block.clear();
        try {
          atEnd = !source.read(block);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        next = atEnd ? null : block;
      }
      return next != null;
    }

    @Override
    public RecordBlock next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      RecordBlock block = next;
      next = null;
      return block;
    }
  }
}

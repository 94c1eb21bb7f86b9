package org.parley.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A stream that a run writes to: what has gone into it cannot be taken back. */
final class TargetStream implements BatchTarget {
  private final OutputStream out;

  TargetStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public @Nullable Checkpoint begun() {
    return null;
  }

  @Override
  public void write(ByteBuffer lines) throws IOException {
    out.write(lines.array(), lines.arrayOffset() + lines.position(), lines.remaining());
  }

  @Override
  public void reject(ByteBuffer header, ByteBuffer lines) {
    throw new IllegalStateException("a run into a stream ends at the first of them");
  }

  @Override
  public void reached(Progress progress) {
    // nobody could go on from there
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

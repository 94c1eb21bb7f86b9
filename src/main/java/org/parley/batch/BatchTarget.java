package org.parley.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the lines of a run go. Not thread-safe. */
interface BatchTarget extends Closeable {

  /** How far an earlier run has come that this one goes on with; {@code null} where it is anew. */
  @org.jspecify.annotations.Nullable
  Checkpoint begun();

  void write(ByteBuffer lines) throws IOException;

  /**
   * Writes records that cannot be used.
   *
   * @param header the line that stands before all of them
   */
  void reject(ByteBuffer header, ByteBuffer lines) throws IOException;

  /** Notes how far the run has come, if it is time to. */
  void reached(Progress progress) throws IOException;

  /** How far a run has come. */
  interface Progress {
    Checkpoint at(long outputBytes, long rejectBytes);
  }
}

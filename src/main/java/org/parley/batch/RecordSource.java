package org.parley.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.parley.ParleyException;

/** Where records come from. Not thread-safe. */
interface RecordSource extends Closeable {

  /** The columns, in the order of the cells of a record. */
  List<String> columns();

  /** What a record that cannot be used is kept in. */
  List<String> columnsOfRejects();

  /** A record as it is kept where it cannot be used. */
  List<String> rejected(RecordBlock block, int record);

  /**
   * Reads on until a block is full or nothing is left.
   *
   * @return whether there is a record in it
   * @throws ParleyException if what comes cannot be read any further
   */
  boolean read(RecordBlock block) throws IOException;

  /** How much has been read, in the unit of {@link #size}. */
  long position();

  /** How much there is to be read; 0 where nobody knows. */
  long size();

  /** How far the input has been read, with its digest up to there. */
  InputMark mark();
}

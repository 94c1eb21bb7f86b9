package org.parley.batch;

/** Is told how far a run has come. */
@FunctionalInterface
public interface RunWatcher {

  /**
   * Takes a look.
   *
   * @param records that are done
   * @param position how much of the input has been read
   * @param size how much there is; 0 where nobody knows
   */
  void at(long records, long position, long size);
}

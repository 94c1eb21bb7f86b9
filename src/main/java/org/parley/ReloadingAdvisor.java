package org.parley;

import java.util.List;

/**
 * An advisor whose knowledge can be loaded anew while others ask it. Each call is answered by one
 * version from its beginning to its end: calls that are under way at a reload finish with the
 * version that they began with, which is closed when the last of them has ended. What an advice of
 * an earlier version would ask of its advisor ({@link Advice#seats}, {@link Advice#similar}) is
 * refused with an {@link IllegalStateException} then. Made by {@link Parley#watch}; thread-safe.
 */
public interface ReloadingAdvisor extends Advisor {

  /**
   * Reads the source again, and takes what it holds now if that can be used. Where nothing has
   * changed, nothing is done. Of several calls at once each waits for the one before.
   *
   * @throws IllegalStateException if the advisor is closed
   */
  Reload reload();

  /**
   * What came of a reload.
   *
   * @param outcome what was done
   * @param knowledge which knowledge answers from now on
   * @param problems why a new version was refused, else empty
   */
  record Reload(Outcome outcome, KnowledgeVersion knowledge, List<Problem> problems) {

    public Reload {
      problems = List.copyOf(problems);
    }
  }

  /** What a reload did. */
  enum Outcome {
    /** The new version answers. */
    RELOADED,
    /** The source holds what it held. */
    UNCHANGED,
    /** The new version cannot be used; the one before goes on to answer. */
    REFUSED
  }
}

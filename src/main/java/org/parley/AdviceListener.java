package org.parley;

import java.time.Duration;

/**
 * Hears of every case that an advisor was asked about, for a record or for metrics. Handed over
 * where the advisor is made ({@link Parley#load(KnowledgeSource, java.util.List, LoadOption...)},
 * {@link Parley#watch(KnowledgeSource, java.util.List, LoadOption...)}).
 *
 * <p>It is called by the thread that asked, before that has its answer, so what takes long belongs
 * elsewhere; by several threads at once where several ask. What it throws takes nothing away from
 * the caller or from other listeners: an exception is dropped, with a line in the log {@code
 * org.parley} at the level {@code WARNING}; an {@link Error} goes on to the caller. Not heard of
 * are cases that an advice itself asks about ({@link Advice#seats}, {@link Advice#similar}),
 * columns of codes, and a call to an advisor that is closed.
 */
@FunctionalInterface
public interface AdviceListener {

  /**
   * An advice was given.
   *
   * @param subject the case as it was asked about
   * @param advice what explains it is worked out when somebody asks for it, here too
   * @param took from the question to the answer
   * @param knowledge which knowledge it rests on
   */
  void advised(Case subject, Advice advice, Duration took, KnowledgeVersion knowledge);

  /**
   * No advice was given.
   *
   * @param subject the case as it was asked about
   * @param reason a {@link CaseRefused}, which the caller can mend, or a {@link KnowledgeDefect},
   *     which the owner of the knowledge can
   * @param took from the question to the refusal
   * @param knowledge which knowledge refused it
   */
  default void refused(
      Case subject, ParleyException reason, Duration took, KnowledgeVersion knowledge) {}
}

package org.parley.explain;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.AdviceListener;
import org.parley.Case;
import org.parley.KnowledgeVersion;
import org.parley.ParleyException;

/** Tells listeners what came of a question. */
final class Announcements {
  private static final System.Logger LOG = System.getLogger("org.parley");

  private final List<AdviceListener> listeners;
  private final KnowledgeVersion knowledge;

  Announcements(List<AdviceListener> listeners, KnowledgeVersion knowledge) {
    this.listeners = List.copyOf(listeners);
    this.knowledge = knowledge;
  }

  /** Whom it tells. */
  List<AdviceListener> listeners() {
    return listeners;
  }

  /**
   * Has a case answered, and tells of it.
   *
   * @throws ParleyException as the answer does
   */
  TableAdvice of(Case subject, Supplier<TableAdvice> answer) {
    if (listeners.isEmpty()) {
      return answer.get();
    }
    long begun = System.nanoTime();
    TableAdvice advice;
    try {
      advice = answer.get();
    } catch (ParleyException e) {
      Duration took = since(begun);
      tell(l -> l.refused(subject, e, took, knowledge));
      throw e;
    }
    Duration took = since(begun);
    tell(l -> l.advised(subject, advice, took, knowledge));
    return advice;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void tell(Consumer<AdviceListener> news) {
    for (AdviceListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a listener failed: {0}: {1}", listener, e);
        LOG.log(Level.DEBUG, "a listener failed", e);
      }
    }
  }
}

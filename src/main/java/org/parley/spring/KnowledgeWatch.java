package org.parley.spring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import org.parley.Advisor;
import org.parley.KnowledgeVersion;
import org.parley.Problem;
import org.parley.ReloadingAdvisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for newer knowledge every so often, and tells which one answers. */
final class KnowledgeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);

  private final Advisor advisor;
  private final @Nullable Timer clock;
  private volatile List<Problem> refused = List.of();

  /**
   * @param every how often, or {@code null} for never
   */
  KnowledgeWatch(Advisor advisor, @Nullable Duration every) {
    this.advisor = advisor;
    if (every == null) {
      this.clock = null;
      return;
    }
    if (!(advisor instanceof ReloadingAdvisor reloading)) {
      throw new IllegalArgumentException(
          "parley.reload-every needs a ReloadingAdvisor: make the application's advisor with"
              + " Parley.watch, or leave the property out");
    }
    long millis = every.toMillis();
    if (millis <= 0) {
      throw new IllegalArgumentException(
          "parley.reload-every=%s: give a time of at least a millisecond, such as 30s"
              .formatted(every));
    }
    this.clock = new Timer("parley-reload", true);
    TimerTask look =
        new TimerTask() {
          @Override
          public void run() {
            look(reloading);
          }
        };
    clock.schedule(look, millis, millis);
  }

  private void look(ReloadingAdvisor reloading) {
    try {
      ReloadingAdvisor.Reload reload = reloading.reload();
      if (reload.outcome() == ReloadingAdvisor.Outcome.RELOADED) {
        LOG.info("knowledge {} answers from now on", reload.knowledge().shortVersion());
      }
      if (!reload.problems().isEmpty() && !reload.problems().equals(refused)) {
        LOG.warn(
            "newer knowledge is refused, {} goes on to answer: {}",
            reload.knowledge().shortVersion(),
            reload.problems());
      }
      refused = reload.problems();
    } catch (RuntimeException e) {
      // a folder that cannot be read now may be there the next time
      LOG.warn("knowledge cannot be looked at: {}", e.getMessage());
    }
  }

  /** Which knowledge answers, and what is wrong with a newer one. */
  Map<String, Object> details() {
    KnowledgeVersion version = advisor.knowledge();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("knowledge", version.shortVersion());
    details.put("hash", version.version());
    details.put("engine", version.engine());
    List<Problem> wrong = refused;
    if (!wrong.isEmpty()) {
      details.put("refused", wrong.stream().map(Problem::toString).toList());
    }
    return details;
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.cancel();
    }
  }
}

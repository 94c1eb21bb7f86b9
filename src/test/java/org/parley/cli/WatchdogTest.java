package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;

class WatchdogTest {

  @Test
  void aStepThatTakesTooLongIsNamed() throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    Watchdog watchdog = new Watchdog(Duration.ofMillis(20), said::complete);

    String heard =
        watchdog.watch("reading the models", () -> said.orTimeout(20, TimeUnit.SECONDS).join());

    assertThat(heard)
        .isEqualTo(
            "reading the models takes more than 0 seconds and is given up;"
                + " PARLEY_TIME_LIMIT=SECONDS allows more");
  }

  @Test
  void whatEndsInTimeIsNotReported() {
    CompletableFuture<String> said = new CompletableFuture<>();
    Watchdog watchdog = new Watchdog(Duration.ofMillis(200), said::complete);

    assertThat(watchdog.watch("a step", () -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                watchdog.watch(
                    "a step",
                    () -> {
                      throw new ParleyException("refused");
                    }))
        .hasMessage("refused");

    assertThatThrownBy(() -> said.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
  }

  @Test
  void anAnalysisMayTakeTenTimesAsLong() throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    Watchdog watchdog = new Watchdog(Duration.ofMillis(100), said::complete);

    String heard =
        watchdog.watchAnalysis(
            "checking the tables", () -> said.orTimeout(20, TimeUnit.SECONDS).join());

    assertThat(heard).startsWith("checking the tables takes more than 1 second and is given up");
  }

  @Test
  void theLimitIsASetting() {
    assertThat(Watchdog.limit(null)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Watchdog.limit("5")).isEqualTo(Duration.ofSeconds(5));
    assertThatThrownBy(() -> Watchdog.limit("soon"))
        .hasMessage("PARLEY_TIME_LIMIT is set to no number of seconds");
  }

  @Test
  void noneIsHeldAgainstAStepWhereTheSettingSaysSo() {
    Watchdog watchdog = new Watchdog(Watchdog.limit("0"), message -> assertThat(message).isNull());

    assertThat(watchdog.watch("a step", () -> "done")).isEqualTo("done");
  }
}

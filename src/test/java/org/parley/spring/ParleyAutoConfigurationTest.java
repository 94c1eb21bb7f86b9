package org.parley.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Copy;
import org.parley.KnowledgeDefect;
import org.parley.Origin;
import org.parley.Parley;
import org.parley.Problem;
import org.parley.ReloadingAdvisor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.ProblemDetail;

/** A Spring application gets an advisor as its properties say. */
class ParleyAutoConfigurationTest {
  private static final Case NOTHING_KNOWN = Case.of(Map.of());

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ParleyAutoConfiguration.class, Boot3HealthAutoConfiguration.class));

  @TempDir private Path folder;

  @Test
  void withoutAPropertyItAdvisesFromTheBuiltInKnowledge() {
    application.run(
        context -> {
          Advisor advisor = context.getBean(Advisor.class);

          assertThat(advisor.advise(NOTHING_KNOWN).knowledge()).isEqualTo(advisor.knowledge());
          assertThat(context.getBean(HealthIndicator.class).health().getDetails())
              .containsOnlyKeys("knowledge", "hash", "engine")
              .containsEntry("hash", advisor.knowledge().version())
              .containsEntry("knowledge", advisor.knowledge().shortVersion());
        });
  }

  @Test
  void whereThereIsARegistryAdviceIsCountedInIt() {
    application
        .withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class))
        .withBean(SimpleMeterRegistry.class)
        .run(
            context -> {
              context.getBean(Advisor.class).advise(NOTHING_KNOWN);

              assertThat(
                      context
                          .getBean(SimpleMeterRegistry.class)
                          .get("parley.advice")
                          .tag("outcome", "advised")
                          .timer()
                          .count())
                  .isOne();
            });
  }

  @Test
  void whatCannotBeLookedAtAgainAndAgainStopsTheStart() {
    application
        .withPropertyValues("parley.reload-every=0s")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessage(
                        "parley.reload-every=PT0S: give a time of at least a millisecond, such as"
                            + " 30s"));
    try (Advisor own = Parley.builtIn()) {
      application
          .withBean("own", Advisor.class, () -> own)
          .withPropertyValues("parley.reload-every=30s")
          .run(
              context ->
                  assertThat(context.getStartupFailure())
                      .rootCause()
                      .hasMessageContaining("parley.reload-every needs a ReloadingAdvisor"));
    }
  }

  @Test
  void healthCanBeSwitchedOff() {
    application
        .withPropertyValues("management.health.parley.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void anAdvisorOfTheApplicationIsLeftAlone() {
    try (Advisor own = Parley.builtIn()) {
      application
          .withBean("own", Advisor.class, () -> own)
          .run(context -> assertThat(context).getBean(Advisor.class).isSameAs(own));
    }
  }

  @Test
  void rulesRunWhereTheyAreTrusted() throws Exception {
    Copy copy = changed();
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"),
            """
            id: T-1
            title: A test
            conflict: A war
            as of: 1968-04-01
            deciding party: Us
            adversary: Them
            events:
              - {date: 1968-01-30, type: offensive, by: Us, to: Them}
              - {date: 1968-03-25, type: estimate revised, by: Them, to: Us, direction: up}
            """);
    for (boolean trusted : List.of(true, false)) {
      application
          .withPropertyValues(
              "parley.knowledge=" + copy.folder(),
              "parley.require-complete=false",
              "parley.trust-rules=" + trusted)
          .run(
              context -> {
                Advisor advisor = context.getBean(Advisor.class);
                assertThat(advisor.advise(advisor.readCase(file)).facts())
                    .filteredOn(f -> f.origin() == Origin.DERIVED)
                    .hasSize(trusted ? 2 : 0);
              });
    }
  }

  @Test
  void tablesThatLeaveACaseWithoutAResultStopTheStart() throws Exception {
    Copy copy = changed();
    String posture = copy.read("dmn/posture.dmn");
    int rule = posture.indexOf("<rule ");
    int end = posture.indexOf("</rule>", rule) + "</rule>".length();
    copy.write("dmn/posture.dmn", posture.substring(0, rule) + posture.substring(end));

    application
        .withPropertyValues("parley.knowledge=" + copy.folder())
        .run(
            context -> {
              assertThat(context).hasFailed();
              FailureAnalysis told =
                  new KnowledgeFailureAnalyzer().analyze(context.getStartupFailure());
              assertThat(told.getDescription()).contains("dmn/posture.dmn");
              assertThat(told.getAction()).contains("parley.knowledge");
            });
  }

  @Test
  void newerKnowledgeIsTakenAndWhatCannotBeUsedIsToldInTheHealth() throws Exception {
    Copy copy = changed();
    application
        .withPropertyValues(
            "parley.knowledge=" + copy.folder(),
            "parley.require-complete=false",
            "parley.reload-every=50ms")
        .run(
            context -> {
              ReloadingAdvisor advisor = context.getBean(ReloadingAdvisor.class);
              String before = advisor.knowledge().version();
              copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");
              until(() -> !advisor.knowledge().version().equals(before));

              copy.write("dmn/posture.dmn", "nothing");
              HealthIndicator health = context.getBean(HealthIndicator.class);
              until(() -> health.health().getDetails().containsKey("refused"));
              assertThat(health.health().getDetails())
                  .extractingByKey("refused")
                  .asString()
                  .contains("dmn/posture.dmn");
            });
  }

  @Test
  void aRefusedCaseIsAProblemWithAllThatIsWrong() {
    try (Advisor advisor = Parley.builtIn()) {
      advisor.advise(Case.of(Map.of("resilience signal", "nonsense")));
      throw new AssertionError("a value that is none was taken");
    } catch (CaseRefused refused) {
      ProblemDetail detail = new RefusalHandler().of(refused);

      assertThat(detail.getStatus()).isEqualTo(422);
      assertThat(detail.getProperties())
          .extractingByKey("problems")
          .asInstanceOf(
              org.assertj.core.api.InstanceOfAssertFactories.list(RefusalHandler.Told.class))
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.kind()).isEqualTo(Problem.Kind.UNKNOWN_VALUE);
                assertThat(told.legal()).contains("strong", "unknown");
                assertThat(told.message()).contains("nonsense");
              });
    }
  }

  @Test
  void aDefectOfTheKnowledgeIsNotToldToWhoeverAsked() {
    ProblemDetail detail =
        new RefusalHandler()
            .of(new KnowledgeDefect(List.of(Problem.in("/etc/secret.dmn", "no row answers"))));

    assertThat(detail.getStatus()).isEqualTo(500);
    assertThat(detail.toString()).doesNotContain("secret").doesNotContain("no row");
  }

  /** Tables that are not those of the library, and say the same. */
  private Copy changed() throws Exception {
    Copy copy = Copy.into(folder);
    return copy.write("dmn/statements.csv", copy.read("dmn/statements.csv") + "\n");
  }

  private static void until(java.util.function.BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 600 && !holds.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }
}

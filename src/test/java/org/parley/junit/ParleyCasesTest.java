package org.parley.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.KnowledgeSource;
import org.parley.Parley;

/** A case file is a test, and says what decided where it fails. */
class ParleyCasesTest {
  private static final String FOLDER = "target/parley-cases";
  private static final Path CASES = Path.of(FOLDER);

  static class Pinned {
    @ParleyCases("cases/vietnam-war")
    void comesOutAsPinned() {}
  }

  static class Various {
    @ParleyCases(value = FOLDER, advisor = "source")
    void comesOutAsPinned() {}

    static KnowledgeSource source() {
      return KnowledgeSource.builtIn();
    }
  }

  static class WithAdvisor {
    static final Advisor ADVISOR = Parley.builtIn();

    @ParleyCases(value = "cases/vietnam-war/VN-04.yaml", advisor = "advisor")
    void looksCloser(Case subject, Advice advice) {
      assertThat(advice.subject()).isEqualTo(subject);
      assertThat(advice.knowledge()).isEqualTo(ADVISOR.knowledge());
      throw new IllegalStateException("the body ran");
    }

    static Advisor advisor() {
      return ADVISOR;
    }
  }

  static class Nowhere {
    @ParleyCases("src/main/resources")
    void comesOutAsPinned() {}
  }

  @Test
  void eachCaseIsATestWithItsName() throws IOException {
    EngineExecutionResults results = run(Pinned.class);

    try (var files = Files.list(Path.of("cases/vietnam-war"))) {
      long count = files.count();
      results.testEvents().assertStatistics(s -> s.succeeded(count).failed(0).skipped(0));
    }
    assertThat(names(results)).anyMatch(n -> n.startsWith("VN-04 Hanoi after"));
  }

  @Test
  void whatFailsSaysWhatDecidedAndWhatIsNotPinnedIsSkipped() {
    String shipped = read(Path.of("cases/vietnam-war/VN-04.yaml"));
    write("a.yaml", shipped);
    write(
        "b.yaml",
        shipped.replace("posture: open talks\n  unof", "posture: closed posture\n  unof"));
    write("c.yaml", shipped.substring(0, shipped.indexOf("\nexpected:") + 1));
    write("d.yaml", shipped.replace("facts:", "fact:"));

    EngineExecutionResults results = run(Various.class);

    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(2).aborted(1));
    List<String> messages =
        results.testEvents().failed().stream().map(ParleyCasesTest::message).toList();
    assertThat(messages)
        .anySatisfy(
            m ->
                assertThat(m)
                    .contains("VN-04", "b.yaml", "expected: closed posture", "actual: open talks")
                    .contains("decided by: open-safe-and-wanted (open talks verdict) There is"))
        .anySatisfy(m -> assertThat(m).contains("d.yaml", "fact"));
    assertThat(results.testEvents().aborted().stream().map(ParleyCasesTest::message))
        .singleElement()
        .asString()
        .contains("not pinned");
  }

  @Test
  void theMethodIsGivenWhatItAsksForAndAnAdvisorOfTheTestsOwnStaysOpen() {
    EngineExecutionResults results = run(WithAdvisor.class);

    assertThat(results.testEvents().failed().stream().map(ParleyCasesTest::message))
        .containsExactly("the body ran");
    assertThat(WithAdvisor.ADVISOR.advise(Case.of(java.util.Map.of())).posture()).isNotNull();
  }

  @Test
  void aFolderWithoutCasesFails() {
    EngineExecutionResults results = run(Nowhere.class);

    assertThat(results.allEvents().failed().stream().map(ParleyCasesTest::message))
        .singleElement()
        .asString()
        .contains("src/main/resources", "no case file");
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().started().stream()
        .map(e -> e.getTestDescriptor().getDisplayName())
        .toList();
  }

  private static String message(Event event) {
    return String.valueOf(
        event
            .getRequiredPayload(TestExecutionResult.class)
            .getThrowable()
            .orElseThrow()
            .getMessage());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String name, String text) {
    try {
      Files.createDirectories(CASES);
      Files.writeString(CASES.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

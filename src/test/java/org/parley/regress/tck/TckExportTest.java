package org.parley.regress.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;

/** Cases written as test cases of the DMN TCK, and run again by other means than advice is. */
class TckExportTest {
  private static KnowledgeBase knowledge;
  private static Advisor advisor;
  private static List<Case> cases;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void everyCaseExportedPassesOnTheEngineAlone() throws IOException {
    TckResult result = exported(cases);

    assertThat(result.failed()).isEmpty();
    assertThat(result.total()).isEqualTo(cases.size()).isEqualTo(result.passed());
  }

  @Test
  void aCaseExpectsEveryDecisionAndGivesEveryFact() throws Exception {
    exported(cases.subList(0, 1));
    TckFile.Test test = TckFile.of(TckXml.read(folder.resolve(TckExport.TESTS))).tests().get(0);

    assertThat(test.id()).isEqualTo(cases.get(0).id());
    assertThat(test.inputs())
        .extracting(TckFile.Given::name)
        .containsExactlyElementsOf(knowledge.vocabulary().factNames());
    assertThat(test.results())
        .extracting(TckFile.Expected::name)
        .containsExactlyElementsOf(knowledge.decisions().stream().map(Decision::name).toList());
  }

  @Test
  void whatIsPinnedIsExpectedSoThatAMismatchIsSeenElsewhereToo() throws IOException {
    Case pinnedOtherwise =
        cases.get(0).toBuilder()
            .expected(new Expectation(Posture.CLOSED_POSTURE, UnofficialTrack.NONE))
            .build();

    assertThat(exported(List.of(pinnedOtherwise)).failed())
        .singleElement()
        .extracting(TckOutcome::detail)
        .asString()
        .startsWith("'posture' should be \"closed posture\" and is \"");
  }

  @Test
  void aTextOfACaseCannotBecomeMarkup() throws Exception {
    Case hostile =
        cases.get(0).toBuilder().id("a<b>&\"c\"").title("]]></description><x/>\u0007").build();

    assertThat(exported(List.of(hostile)).outcomes())
        .singleElement()
        .extracting(TckOutcome::test, TckOutcome::verdict)
        .containsExactly("a<b>&\"c\"", TckOutcome.Verdict.PASSED);
    assertThat(Files.readString(folder.resolve(TckExport.TESTS))).doesNotContain("<x/>");
  }

  private TckResult exported(List<Case> some) throws IOException {
    for (Map.Entry<String, String> file :
        new TckExport(knowledge, advisor).files(some).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return new TckRun(Duration.ofSeconds(60)).run(folder);
  }
}

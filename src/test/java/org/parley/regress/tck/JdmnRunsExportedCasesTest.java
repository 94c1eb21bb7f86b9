package org.parley.regress.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDefinitions;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.feel.lib.StandardFEELLib;
import com.gs.dmn.log.BuildLogger;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.tck.TCKUtil;
import com.gs.dmn.tck.ast.ResultNode;
import com.gs.dmn.tck.ast.TestCase;
import com.gs.dmn.tck.ast.TestCases;
import com.gs.dmn.tck.serialization.xstream.XMLTCKSerializer;
import com.gs.dmn.transformation.InputParameters;
import com.gs.dmn.transformation.lazy.NopLazyEvaluationDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/**
 * Another engine answers the exported cases as the tables do. It takes the model but for two
 * things, both of which are put right here: it does not find names of several words in the
 * expressions of input columns, so blanks and hyphens of names become underscores; and it reads
 * annotations as expressions, so they are left out.
 */
class JdmnRunsExportedCasesTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "(<(?:inputData|decision|variable|output|itemComponent|inputNode|resultNode|component)"
              + "\\b[^>]*? name=\")([^\"]*)");
  private static final Pattern COLUMN =
      Pattern.compile("(<inputExpression\\b[^>]*>\\s*<text>)([^<]*)");
  private static final Pattern ANNOTATION =
      Pattern.compile("<(annotation|annotationEntry)\\b[^>]*?(/>|>.*?</\\1>)", Pattern.DOTALL);
  private static final BuildLogger SILENT = new NopBuildLogger();
  // it answers each decision anew with all that it needs, so not all cases can be run each time
  private static final int EACH = 15;
  private static final Set<String> FINAL =
      Set.of("posture", "unofficial_track", "open_talks_verdict", "closed_posture_verdict");

  private static TestCases tests;
  private static Peer peer;

  /** The other engine with the model, and what asks it as its own runner of the kit does. */
  private record Peer(
      DMNInterpreter<Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount> engine,
      TCKUtil<Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount> asking) {

    static Peer of(Path model, InputParameters parameters) {
      JavaTimeDMNDialectDefinition dialect = new JavaTimeDMNDialectDefinition();
      TDefinitions definitions =
          dialect.createDMNSerializer(SILENT, parameters).readModel(model.toFile());
      DMNModelRepository models = new DMNModelRepository(new ArrayList<>(List.of(definitions)));
      return new Peer(
          dialect.createDMNInterpreter(models, parameters),
          new TCKUtil<>(
              dialect.createBasicTransformer(models, new NopLazyEvaluationDetector(), parameters),
              (StandardFEELLib<
                      Number, LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount>)
                  dialect.createFEELLib()));
    }

    Object answer(TestCase test, ResultNode result) {
      return Result.value(asking.evaluate(engine, tests, test, result));
    }
  }

  @BeforeAll
  static void export(@TempDir Path folder) throws IOException {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    List<Case> cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    try (Advisor advisor = TableAdvisor.of(knowledge)) {
      for (Map.Entry<String, String> file :
          new TckExport(knowledge, advisor).files(cases).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
    for (String file : List.of(TckExport.MODEL, TckExport.TESTS)) {
      Path path = folder.resolve(file);
      Files.writeString(path, adapted(Files.readString(path)));
    }
    InputParameters parameters =
        new InputParameters(Map.of("singletonInputData", "true", "strongTyping", "false"));
    tests = new XMLTCKSerializer(SILENT, parameters).read(folder.resolve(TckExport.TESTS).toFile());
    peer = Peer.of(folder.resolve(TckExport.MODEL), parameters);
  }

  @Test
  void allDecisionsOfACaseAreAnsweredAlike() {
    TestCase test = tests.getTestCase().get(0);

    assertThat(test.getResultNode()).hasSizeGreaterThan(50);
    test.getResultNode().forEach(result -> isAnsweredAlike(test, result));
  }

  @Test
  void whatIsFavouredIsAnsweredAlikeInCasesOfManyConflicts() {
    List<TestCase> all = tests.getTestCase();
    List<TestCase> some =
        IntStream.range(0, all.size()).filter(i -> i % EACH == 1).mapToObj(all::get).toList();

    assertThat(some).hasSizeGreaterThan(6);
    for (TestCase test : some) {
      assertThat(test.getResultNode())
          .filteredOn(r -> FINAL.contains(r.getName()))
          .hasSameSizeAs(FINAL)
          .allSatisfy(r -> isAnsweredAlike(test, r));
    }
  }

  private static void isAnsweredAlike(TestCase test, ResultNode result) {
    Object expected = peer.asking().expectedValue(tests, test, result);
    Object answer = peer.answer(test, result);
    // it answers nothing where a table collects nothing
    Object found = answer == null && List.of().equals(expected) ? expected : answer;

    assertThat(SameValue.of(expected, found))
        .as("%s: %s should be %s and is %s", test.getId(), result.getName(), expected, found)
        .isTrue();
  }

  private static String adapted(String xml) {
    String plain = NAMED.matcher(xml).replaceAll(JdmnRunsExportedCasesTest::plainName);
    plain = COLUMN.matcher(plain).replaceAll(JdmnRunsExportedCasesTest::plainName);
    return ANNOTATION.matcher(plain).replaceAll("");
  }

  private static String plainName(MatchResult match) {
    String name = match.group(2).strip().replace(' ', '_').replace('-', '_');
    return Matcher.quoteReplacement(match.group(1) + name);
  }
}

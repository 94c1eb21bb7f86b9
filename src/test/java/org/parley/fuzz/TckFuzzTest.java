package org.parley.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.regress.tck.TckRun;

/** A test-case file of the DMN TCK beside its model. */
class TckFuzzTest {
  private static final Path FOLDER = folder();
  private static final TckRun RUN = new TckRun(Duration.ofSeconds(5));

  private static final String CASES =
      """
      <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>a.dmn</modelName>
      <testCase id="1"><inputNode name="a"><value xsi:type="xsd:string">b</value></inputNode>
      <resultNode name="c" type="decision"><expected><list><item><component name="d"><value xsi:type="xsd:decimal">1</value></component></item></list></expected></resultNode></testCase></testCases>
      """;
  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="urn:m">
      <inputData id="a" name="a"><variable name="a" typeRef="string"/></inputData>
      <decision id="c" name="c"><variable name="c"/><informationRequirement><requiredInput href="#a"/></informationRequirement><literalExpression><text>[{d: string length(a)}]</text></literalExpression></decision></definitions>
      """;

  static Stream<byte[]> seeds() {
    return Stream.of(
            CASES,
            CASES.replace("a.dmn", "../../a.dmn"),
            CASES.replace("decimal\">1", "decimal\">1e999999999"),
            CASES.replace("xsd:string\">b", "xsd:dateTime\">2020-13-45T99:00:00"),
            CASES.replace("xsd:string\">b", "xsd:duration\">P1Y2M3DT4H"),
            CASES.replace("<testCase id=\"1\"", "<testCase type=\"bkm\" invocableName=\"a\""),
            "<!DOCTYPE a><a/>")
        .map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "<testCase>",
    "<inputNode name=\\x22a\\x22>",
    "<resultNode name=\\x22c\\x22>",
    "<expected>",
    "<value>",
    "<list>",
    "<item>",
    "<component name=\\x22d\\x22>",
    "xsi:nil=\\x22true\\x22",
    "xsi:type=\\x22xsd:date\\x22",
    "xsi:type=\\x22xsd:time\\x22",
    "xsi:type=\\x22xsd:duration\\x22",
    "xsi:type=\\x22xsd:boolean\\x22",
    "type=\\x22decisionService\\x22",
    "errorResult=\\x22true\\x22",
    "P1D",
    "2020-01-01",
    "1e400",
    "INF",
    "NaN"
  })
  @Timeout(120)
  @FuzzTest(maxDuration = "", maxExecutions = 100_000)
  void run(byte[] cases) throws IOException {
    Files.write(FOLDER.resolve("a.xml"), cases);
    Only.refusals(() -> RUN.run(FOLDER));
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("parley-fuzz");
      Files.writeString(folder.resolve("a.dmn"), MODEL);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

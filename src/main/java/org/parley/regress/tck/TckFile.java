package org.parley.regress.tck;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * A test-case file.
 *
 * @param model the model that its tests run on
 * @param tests its tests
 */
record TckFile(Path model, List<Test> tests) {

  TckFile {
    tests = List.copyOf(tests);
  }

  /** What a test asks. */
  enum Kind {
    DECISION,
    BKM,
    SERVICE
  }

  /**
   * A test.
   *
   * @param id its id
   * @param kind what it asks
   * @param invocable the decision service or business knowledge model that it invokes, or an empty
   *     string
   * @param inputs what is given
   * @param results what is expected
   */
  record Test(String id, Kind kind, String invocable, List<Given> inputs, List<Expected> results) {

    Test {
      inputs = List.copyOf(inputs);
      results = List.copyOf(results);
    }
  }

  /** A value that a test gives. */
  record Given(String name, TckValue value) {}

  /** A value that a test expects; one that is an error is nothing. */
  record Expected(String name, TckValue value) {}

  /** Whether some XML holds test cases, of whichever version of the kit. */
  static boolean isOne(TckXml xml) {
    String namespace = xml.root().getNamespaceURI();
    return xml.root().getLocalName().equals("testCases")
        && namespace != null
        && namespace.matches("https?://www\\.omg\\.org/spec/DMN/\\d{8}/testcase/?");
  }

  static TckFile of(TckXml xml) throws Unusable {
    String model =
        TckXml.child(xml.root(), "modelName").map(e -> e.getTextContent().strip()).orElse("");
    if (model.isEmpty() || model.contains("/") || model.contains("\\") || model.startsWith("..")) {
      throw Unusable.broken("modelName must name a model beside the test cases");
    }
    List<Element> tests = TckXml.children(xml.root(), "testCase");
    return new TckFile(
        xml.file().resolveSibling(model),
        IntStream.range(0, tests.size()).mapToObj(i -> test(tests.get(i), i + 1)).toList());
  }

  private static Test test(Element test, int number) {
    String id = test.getAttribute("id");
    return new Test(
        id.isEmpty() ? "test " + number : id,
        kind(test.getAttribute("type")),
        test.getAttribute("invocableName"),
        TckXml.children(test, "inputNode").stream()
            .map(n -> new Given(n.getAttribute("name"), TckValue.in(n)))
            .toList(),
        TckXml.children(test, "resultNode").stream().map(TckFile::expected).toList());
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "decisionService" -> Kind.SERVICE;
      case "bkm" -> Kind.BKM;
      default -> Kind.DECISION;
    };
  }

  private static Expected expected(Element node) {
    Optional<Element> expected = TckXml.child(node, "expected");
    return new Expected(
        node.getAttribute("name"), expected.map(TckValue::in).orElseGet(TckValue.Nothing::new));
  }
}

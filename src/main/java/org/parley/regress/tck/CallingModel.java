package org.parley.regress.tck;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * A small model whose one decision calls a business knowledge model of another: an engine answers
 * decisions, not business knowledge models.
 */
final class CallingModel {
  static final String NAMESPACE = "urn:parley:tck:call";
  static final String NAME = "call";
  static final String DECISION = "result of the call";

  private static final String MODEL =
      """
      <definitions xmlns="%1$s" name="%2$s" id="%2$s" namespace="%3$s">
        <import name="called" namespace="%4$s" importType="%1$s"/>
      %5$s  <decision name="%6$s" id="result">
          <variable name="%6$s" typeRef="Any"/>
      %7$s    <knowledgeRequirement><requiredKnowledge href="%4$s#%8$s"/></knowledgeRequirement>
          <literalExpression><text>called.%9$s</text></literalExpression>
        </decision>
      </definitions>
      """;
  private static final String INPUT =
      """
        <inputData name="%2$s" id="in%1$d"><variable name="%2$s" typeRef="Any"/></inputData>
      """;
  private static final String REQUIREMENT =
      """
          <informationRequirement><requiredInput href="#in%1$d"/></informationRequirement>
      """;

  private CallingModel() {}

  /**
   * The model.
   *
   * @param called the model that has the business knowledge model
   * @param id the id of the business knowledge model
   * @param name its name
   * @param parameters the names of what it is given
   */
  static String of(Element called, String id, String name, List<String> parameters) {
    String call =
        parameters.stream().map(p -> p + ": " + p).collect(Collectors.joining(", ", "(", ")"));
    return MODEL.formatted(
        escaped(called.getNamespaceURI()),
        NAME,
        NAMESPACE,
        escaped(called.getAttribute("namespace")),
        forEach(parameters, INPUT),
        DECISION,
        forEach(parameters, REQUIREMENT),
        escaped(id),
        escaped(name + call));
  }

  private static String forEach(List<String> parameters, String element) {
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> element.formatted(i, escaped(parameters.get(i))))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

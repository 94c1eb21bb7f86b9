package org.parley.hostile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model of one decision on one fact, to which parts can be added. */
final class ModelText {
  static final String V13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  static final String V15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";

  private static final Pattern MARKER = Pattern.compile("[^\"\\\\]*mark-\\d+");

  private final String version;
  private String name = "hostile";
  private String description = "";
  private String imports = "";
  private String types = "";
  private String variable = "hostile answer";
  private String answerType = "";
  private String knowledge = "";
  private String requirement = "";
  private String logic = literal("\"weak\"");
  private String elements = "";
  private String artifacts = "";
  private String last = "";

  ModelText(String version) {
    this.version = version;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String literal(String text) {
    return "<literalExpression><text>%s</text></literalExpression>".formatted(escaped(text));
  }

  /** The marker that a hostile text would leave, as FEEL. */
  static String markerIn(String text) {
    Matcher marker = MARKER.matcher(text);
    return marker.find() ? '"' + marker.group() + '"' : text;
  }

  ModelText named(String text) {
    name = escaped(text);
    return this;
  }

  ModelText described(String text) {
    description = "<description>" + escaped(text) + "</description>";
    return this;
  }

  ModelText imports(String type, String text) {
    imports =
        "<import name=\"%s\" importType=\"%s\" namespace=\"urn:none\" locationURI=\"none.pmml\"/>"
            .formatted(escaped(text), type);
    return this;
  }

  /** A type that the answer may have. */
  ModelText type(String content) {
    types = "<itemDefinition id=\"tHostile\" name=\"tHostile\">" + content + "</itemDefinition>";
    return this;
  }

  ModelText typeNamed(String text) {
    types =
        "<itemDefinition name=\"%s\"><typeRef>string</typeRef></itemDefinition>"
            .formatted(escaped(text));
    return this;
  }

  ModelText answers(String type) {
    answerType = " typeRef=\"%s\"".formatted(type);
    return this;
  }

  ModelText variableNamed(String text) {
    variable = escaped(text);
    return this;
  }

  ModelText logic(String xml) {
    logic = xml;
    return this;
  }

  /** A business knowledge model, which must be called. */
  ModelText function(String attributes, String body) {
    knowledge =
        ("<businessKnowledgeModel id=\"lent\" name=\"lent\"><variable name=\"lent\"/>"
                + "<encapsulatedLogic%s><formalParameter name=\"one\"/>%s</encapsulatedLogic>"
                + "</businessKnowledgeModel>")
            .formatted(attributes, body);
    requirement =
        "<knowledgeRequirement><requiredKnowledge href=\"#lent\"/></knowledgeRequirement>";
    return this;
  }

  ModelText calls(String function, String argument) {
    logic =
        "<invocation>%s<binding><parameter name=\"one\"/>%s</binding></invocation>"
            .formatted(literal(function), literal(argument));
    return this;
  }

  ModelText element(String kind, String text, String content) {
    elements =
        "<%1$s id=\"more\" name=\"%2$s\">%3$s</%1$s>".formatted(kind, escaped(text), content);
    return this;
  }

  ModelText artifact(String xml) {
    artifacts = xml;
    return this;
  }

  ModelText last(String kind, String text) {
    last = "<%1$s id=\"more\" name=\"%2$s\"/>".formatted(kind, escaped(text));
    return this;
  }

  @Override
  public String toString() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="%s" id="hostile" name="%s" namespace="urn:hostile">
        %s%s
        <itemDefinition id="tResilienceSignal" name="tResilienceSignal">
          <typeRef>string</typeRef>
          <allowedValues id="tResilienceSignal-values"><text>"none","weak","strong","failed","unknown"</text></allowedValues>
        </itemDefinition>
        %s
        <inputData id="signal" name="resilience signal"><variable name="resilience signal" typeRef="tResilienceSignal"/></inputData>
        %s
        <decision id="hostile-answer" name="hostile answer">
          <variable name="%s"%s/>
          <informationRequirement><requiredInput href="#signal"/></informationRequirement>
          %s
          %s
        </decision>
        %s
        %s
        %s
        </definitions>
        """
        .formatted(
            version,
            name,
            description,
            imports,
            types,
            knowledge,
            variable,
            answerType,
            requirement,
            logic,
            elements,
            artifacts,
            last);
  }
}

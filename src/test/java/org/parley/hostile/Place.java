package org.parley.hostile;

import static org.parley.hostile.ModelText.V13;
import static org.parley.hostile.ModelText.V15;
import static org.parley.hostile.ModelText.literal;

import java.util.function.BiConsumer;

/** Where in a model an expression or a name can stand. */
// the writers hold nothing
@SuppressWarnings("ImmutableEnumChecker")
public enum Place {
  INPUT_CELL(V13, (m, e) -> m.logic(table().with("cell", e).toString())),
  OUTPUT_CELL(V13, (m, e) -> m.logic(table().with("answer", e).toString())),
  INPUT_EXPRESSION(V13, (m, e) -> m.logic(table().with("input", e).toString())),
  INPUT_VALUES(V13, (m, e) -> m.logic(table().with("input values", e).toString())),
  OUTPUT_VALUES(V13, (m, e) -> m.logic(table().with("output values", e).toString())),
  DEFAULT_OUTPUT(
      V13, (m, e) -> m.logic(table().with("cell", "\"none\"").with("default", e).toString())),
  ALLOWED_VALUES(V13, (m, e) -> m.type(values("allowedValues", e)).answers("tHostile")),
  COMPONENT_VALUES(
      V13,
      (m, e) ->
          m.type("<itemComponent name=\"part\">" + values("allowedValues", e) + "</itemComponent>")
              .answers("tHostile")
              .logic(literal("{part: \"weak\"}"))),
  NESTED_COMPONENT_VALUES(
      V13,
      (m, e) ->
          m.type(
                  "<itemComponent name=\"whole\"><itemComponent name=\"part\">"
                      + values("allowedValues", e)
                      + "</itemComponent></itemComponent>")
              .answers("tHostile")
              .logic(literal("{whole: {part: \"weak\"}}"))),
  TYPE_CONSTRAINT(V15, (m, e) -> m.type(values("typeConstraint", e)).answers("tHostile")),
  LITERAL(V13, (m, e) -> m.logic(literal(e))),
  CONTEXT_ENTRY(
      V13, (m, e) -> m.logic("<context>" + entry("one", literal(e)) + entry("two") + "</context>")),
  CONTEXT_RESULT(
      V13,
      (m, e) ->
          m.logic(
              "<context>"
                  + entry("one")
                  + "<contextEntry>"
                  + literal(e)
                  + "</contextEntry></context>")),
  BINDING(V13, (m, e) -> m.function("", literal("one")).calls("lent", e)),
  LIST_ELEMENT(V13, (m, e) -> m.logic("<list>" + literal(e) + literal("1") + "</list>")),
  RELATION_CELL(
      V13,
      (m, e) ->
          m.logic("<relation><column name=\"one\"/><row>" + literal(e) + "</row></relation>")),
  FUNCTION_BODY(
      V13,
      (m, e) ->
          m.logic(
              "<context>"
                  + entry("own", "<functionDefinition>" + literal(e) + "</functionDefinition>")
                  + "<contextEntry>"
                  + literal("own()")
                  + "</contextEntry></context>")),
  KNOWLEDGE_BODY(V13, (m, e) -> m.function("", literal(e)).calls("lent", "1")),
  KNOWLEDGE_TABLE_CELL(
      V13, (m, e) -> m.function("", table().with("cell", e).toString()).calls("lent", "1")),
  KNOWLEDGE_IN_JAVA(
      V13,
      (m, e) ->
          m.function(
                  " kind=\"Java\"",
                  "<context>"
                      + entry("class", literal("\"org.parley.hostile.Marker\""))
                      + entry("method signature", literal("\"leave(java.lang.String)\""))
                      + "</context>")
              .calls("lent", ModelText.markerIn(e))),
  // the engine pastes the name of the class into an expression
  KNOWLEDGE_IN_JAVA_PASTED(
      V13,
      (m, e) ->
          m.function(
                  " kind=\"Java\"",
                  "<context>"
                      + entry("class", literal("x\", y: " + e + ", z: \""))
                      + entry("method signature", literal("\"leave(java.lang.String)\""))
                      + "</context>")
              .calls("lent", "1")),
  KNOWLEDGE_IN_PMML(
      V13,
      (m, e) ->
          m.imports("http://www.dmg.org/PMML-4_2", "lent model")
              .function(
                  " kind=\"PMML\"",
                  "<context>"
                      + entry("document", literal("\"lent model\""))
                      + entry("model", literal(e))
                      + "</context>")
              .calls("lent", "1")),
  FUNCTION_IN_JAVA(
      V13,
      (m, e) ->
          m.logic(
              "<context>"
                  + entry(
                      "own",
                      "<functionDefinition kind=\"Java\"><formalParameter name=\"s\"/><context>"
                          + entry("class", literal("\"org.parley.hostile.Marker\""))
                          + entry("method signature", literal("\"leave(java.lang.String)\""))
                          + "</context></functionDefinition>")
                  + "<contextEntry>"
                  + literal("own(" + ModelText.markerIn(e) + ")")
                  + "</contextEntry></context>")),
  CONDITION(V15, (m, e) -> m.logic(conditional(e, "1", "2"))),
  CONSEQUENCE(V15, (m, e) -> m.logic(conditional("true", e, "2"))),
  ALTERNATIVE(V15, (m, e) -> m.logic(conditional("false", "1", e))),
  FILTERED(V15, (m, e) -> m.logic(filter(e, "true"))),
  FILTER(V15, (m, e) -> m.logic(filter("[1]", e))),
  LOOP_OVER(V15, (m, e) -> m.logic(loop("for", "return", e, "1"))),
  LOOP_BODY(V15, (m, e) -> m.logic(loop("for", "return", "[1]", e))),
  SOME_BODY(V15, (m, e) -> m.logic(loop("some", "satisfies", "[1]", e))),
  EVERY_BODY(V15, (m, e) -> m.logic(loop("every", "satisfies", "[1]", e))),
  // names that are the whole of what an expression says
  MODEL_NAME(V13, (m, e) -> m.named(e).logic(literal(e))),
  TYPE_NAME(V13, (m, e) -> m.logic(literal(e)).typeNamed(e)),
  COMPONENT_NAME(
      V13,
      (m, e) ->
          m.logic(literal(e))
              .type(
                  "<itemComponent name=\"%s\"><typeRef>string</typeRef></itemComponent>"
                      .formatted(ModelText.escaped(e)))),
  SOURCE_NAME(V13, (m, e) -> m.logic(literal(e)).element("knowledgeSource", e, "")),
  INPUT_NAME(V13, (m, e) -> m.logic(literal(e)).element("inputData", e, variable(e))),
  DECISION_NAME(
      V13, (m, e) -> m.logic(literal(e)).element("decision", e, variable(e) + literal("1"))),
  KNOWLEDGE_NAME(
      V13,
      (m, e) ->
          m.logic(literal(e))
              .element(
                  "businessKnowledgeModel",
                  e,
                  variable(e) + "<encapsulatedLogic>" + literal("1") + "</encapsulatedLogic>")),
  SERVICE_NAME(
      V13,
      (m, e) ->
          m.logic(literal(e))
              .element(
                  "decisionService",
                  e,
                  variable(e) + "<outputDecision href=\"#hostile-answer\"/>")),
  UNIT_NAME(V13, (m, e) -> m.logic(literal(e)).last("organizationUnit", e)),
  INDICATOR_NAME(V13, (m, e) -> m.logic(literal(e)).last("performanceIndicator", e)),
  IMPORT_NAME(V13, (m, e) -> m.logic(literal(e)).imports("urn:none", e)),
  COLUMN_NAME(V13, (m, e) -> m.logic(table().with("answer", e).with("name", e).toString())),
  COLUMN_LABEL(V13, (m, e) -> m.logic(table().with("input", e).with("label", e).toString())),
  PARAMETER_NAME(
      V13,
      (m, e) ->
          m.logic(
              "<context>"
                  + entry(
                      "own",
                      "<functionDefinition><formalParameter name=\""
                          + ModelText.escaped(e)
                          + "\"/>"
                          + literal(e)
                          + "</functionDefinition>")
                  + "<contextEntry>"
                  + literal("own(1)")
                  + "</contextEntry></context>")),
  ENTRY_NAME(
      V13,
      (m, e) ->
          m.logic(
              "<context>"
                  + entry(ModelText.escaped(e), literal(e))
                  + "<contextEntry>"
                  + literal(e)
                  + "</contextEntry></context>")),
  RELATION_COLUMN_NAME(
      V13,
      (m, e) ->
          m.logic(
              "<relation><column name=\"%s\"/><row>%s</row></relation>"
                  .formatted(ModelText.escaped(e), literal(e)))),
  VARIABLE_NAME(V13, (m, e) -> m.logic(literal(e)).variableNamed(e)),
  ANNOTATION_NAME(
      V13, (m, e) -> m.logic(table().with("answer", e).with("annotation name", e).toString())),
  // prose, which nobody evaluates
  ANNOTATION(V13, (m, e) -> m.logic(table().with("annotation", e).toString())),
  TEXT_ANNOTATION(
      V13,
      (m, e) ->
          m.artifact("<textAnnotation><text>" + ModelText.escaped(e) + "</text></textAnnotation>")),
  DESCRIPTION(V13, (m, e) -> m.described(e));

  private final String version;
  private final BiConsumer<ModelText, String> writer;

  Place(String version, BiConsumer<ModelText, String> writer) {
    this.version = version;
    this.writer = writer;
  }

  /** A model that has a text here, and is ordinary otherwise. */
  String model(String text) {
    ModelText model = new ModelText(version);
    writer.accept(model, text);
    return model.toString();
  }

  /** Whether what stands here is never an expression. */
  boolean isProse() {
    return this == ANNOTATION || this == TEXT_ANNOTATION || this == DESCRIPTION;
  }

  private static TableText table() {
    return new TableText();
  }

  private static String values(String element, String test) {
    return "<typeRef>string</typeRef><%1$s><text>%2$s</text></%1$s>"
        .formatted(element, ModelText.escaped(test));
  }

  private static String variable(String name) {
    return "<variable name=\"%s\"/>".formatted(ModelText.escaped(name));
  }

  private static String entry(String name) {
    return entry(name, literal("1"));
  }

  private static String entry(String name, String logic) {
    return "<contextEntry><variable name=\"%s\"/>%s</contextEntry>".formatted(name, logic);
  }

  private static String conditional(String condition, String one, String other) {
    return "<conditional><if>%s</if><then>%s</then><else>%s</else></conditional>"
        .formatted(literal(condition), literal(one), literal(other));
  }

  private static String filter(String list, String match) {
    return "<filter><in>%s</in><match>%s</match></filter>".formatted(literal(list), literal(match));
  }

  private static String loop(String kind, String body, String list, String text) {
    return "<%1$s iteratorVariable=\"i\"><in>%3$s</in><%2$s>%4$s</%2$s></%1$s>"
        .formatted(kind, body, literal(list), literal(text));
  }
}

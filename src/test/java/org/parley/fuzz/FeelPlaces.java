package org.parley.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** The places of a model where a text of FEEL may stand. */
public final class FeelPlaces {
  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="e" name="e" namespace="urn:e">
      <itemDefinition name="tS"><typeRef>string</typeRef><allowedValues><text>"spring","summer","winter","unknown"</text></allowedValues></itemDefinition>
      <itemDefinition name="tM"><typeRef>number</typeRef><allowedValues><text>null,[0..600]</text></allowedValues></itemDefinition>
      <inputData id="s" name="season"><variable name="season" typeRef="tS"/></inputData>
      <inputData id="m" name="months"><variable name="months" typeRef="tM"/></inputData>
      <businessKnowledgeModel id="g" name="g"><variable name="g"/><encapsulatedLogic><formalParameter name="p"/><literalExpression><text>p</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      """;

  /** Where FEEL may stand: {@code %s} is the text. */
  private static final List<String> PLACES =
      List.of(
          decision("string", "<literalExpression><text>%s</text></literalExpression>"),
          decision(
              "number",
              "<context><contextEntry><variable name='c'/><literalExpression><text>%s</text></literalExpression></contextEntry><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context>"),
          decision("Any", "<list><literalExpression><text>%s</text></literalExpression></list>"),
          decision(
              "Any",
              "<relation><column name='c'/><row><literalExpression><text>%s</text></literalExpression></row></relation>"),
          decision(
              "Any",
              "<invocation><literalExpression><text>g</text></literalExpression><binding><parameter name='p'/><literalExpression><text>%s</text></literalExpression></binding></invocation>"),
          table("season", "%s", "1"),
          table("months", "%s", "1"),
          table("%s", "-", "1"),
          table("season", "-", "%s"),
          "<itemDefinition name='t'><typeRef>string</typeRef><allowedValues><text>%s</text></allowedValues></itemDefinition>",
          "<businessKnowledgeModel id='f' name='f'><variable name='f'/><encapsulatedLogic><formalParameter name='p'/><literalExpression><text>%s</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>");

  private static final List<KnowledgeBase> EARLIER =
      PLACES.stream().map(FeelPlaces::earlier).toList();

  /** How many there are. */
  public static final int COUNT = PLACES.size();

  private FeelPlaces() {}

  /** Loads a knowledge base with a text in one of the places and asks it. */
  public static void load(int place, String text) {
    Only.refusals(
        () -> SmallBase.ask(EARLIER.get(place).changedTo(files(PLACES.get(place), text))));
  }

  /** The same with a text that may stand there: what differs in a text alone is read quicker. */
  private static KnowledgeBase earlier(String place) {
    List<Problem> refused = new ArrayList<>();
    List<String> texts = List.of("1", "months", "\"a\"", "\"winter\"");
    for (String text : texts) {
      try {
        return KnowledgeBase.of(files(place, text));
      } catch (ParleyException e) {
        refused.addAll(e.problems());
      }
    }
    throw new IllegalStateException(refused.toString());
  }

  private static KnowledgeFiles files(String place, String text) {
    String whole = place.replace("%s", escaped(text));
    // types stand first
    String model =
        place.startsWith("<item")
            ? MODEL.replaceFirst("(?=<item)", Matcher.quoteReplacement(whole))
            : MODEL + whole;
    return SmallBase.PLAIN.with(
        "dmn/extra.dmn", (model + "</definitions>").getBytes(StandardCharsets.UTF_8));
  }

  private static String decision(String type, String logic) {
    return "<decision id='d' name='d'><variable name='d' typeRef='"
        + type
        + "'/><informationRequirement><requiredInput href='#s'/></informationRequirement>"
        + "<informationRequirement><requiredInput href='#m'/></informationRequirement>"
        + "<knowledgeRequirement><requiredKnowledge href='#g'/></knowledgeRequirement>"
        + logic
        + "</decision>";
  }

  private static String table(String input, String test, String answer) {
    return decision(
        "Any",
        "<decisionTable hitPolicy='FIRST'><input><inputExpression><text>"
            + input
            + "</text></inputExpression></input><output/><rule id='r'><inputEntry><text>"
            + test
            + "</text></inputEntry><outputEntry><text>"
            + answer
            + "</text></outputEntry></rule></decisionTable>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}

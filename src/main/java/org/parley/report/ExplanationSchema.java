package org.parley.report;

import static org.parley.report.SchemaNodes.count;
import static org.parley.report.SchemaNodes.labels;
import static org.parley.report.SchemaNodes.list;
import static org.parley.report.SchemaNodes.measure;
import static org.parley.report.SchemaNodes.oneOf;
import static org.parley.report.SchemaNodes.reference;
import static org.parley.report.SchemaNodes.set;
import static org.parley.report.SchemaNodes.share;
import static org.parley.report.SchemaNodes.text;
import static org.parley.report.SchemaNodes.texts;
import static org.parley.report.SchemaNodes.truth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.parley.Changes;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.report.SchemaNodes.Closed;

/** The schema of what can be argued about an advice; each definition is one command's answer. */
final class ExplanationSchema {
  private static final String WHY = "why";
  private static final String CHANGE = "change";
  private static final String ASK = "ask";
  private static final String SIMILAR = "similarCase";
  private static final String NEAR_ROW = "nearRow";
  private static final String POSSIBLE = "possible";
  private static final List<String> KEYS = List.of("whyNot", "changes", "openQuestions", "similar");

  private final FactSchema facts;

  ExplanationSchema(FactSchema facts) {
    this.facts = facts;
  }

  /** The keys that a full explanation adds. */
  static Closed explanations() {
    int others = Posture.values().length - 1;
    return new Closed()
        .optional(
            "whyNot",
            list("Why not each of the other postures", reference("", WHY))
                .put("minItems", others)
                .put("maxItems", others))
        .optional("changes", reference("What would change the advice", CHANGE))
        .optional("openQuestions", reference("What is not known and could change it", ASK))
        .optional(
            "similar", list("The cases most like this one, nearest first", reference("", SIMILAR)));
  }

  /** Says that a full explanation has all its keys. */
  static ObjectNode allOrNone() {
    ObjectNode dependent = JsonNodeFactory.instance.objectNode();
    for (String key : KEYS) {
      dependent.set(key, Json.texts(KEYS.stream().filter(k -> !k.equals(key)).toList()));
    }
    return dependent;
  }

  /** The definitions that the keys refer to. */
  void define(ObjectNode definitions) {
    definitions.set(WHY, why());
    definitions.set(NEAR_ROW, nearRow().build("A row that does not match"));
    definitions.set(CHANGE, change());
    definitions.set(ASK, ask());
    definitions.set(POSSIBLE, possible());
    definitions.set(SIMILAR, similar());
  }

  private ObjectNode why() {
    ObjectNode then =
        new Closed()
            .key("posture", labels("The posture that the tables favour then", Posture.class))
            .key("verdict", labels("What they say of the posture asked", Verdict.Level.class))
            .build("What follows once the facts in its way pass");
    ObjectNode way =
        nearRow()
            .key("assuming", facts.values("The facts in its way, with the nearest passing value"))
            .key("then", then)
            .build("A row that would have given the posture");
    return head()
        .key("asked", labels("The posture asked about", Posture.class))
        .key("verdict", labels("What the tables say of it", Verdict.Level.class))
        .key("rows", list("The rows that would have given it, nearest first", way))
        .build("Why the tables do not favour a posture");
  }

  private Closed nearRow() {
    return new Closed()
        .key("id", text("Its id, unique in the knowledge base"))
        .key("table", text("The decision that its table belongs to"))
        .key("number", count("Its place in the table", 1))
        .key("result", text("What it would answer"))
        .optional("why", text("Its reason in one sentence"))
        .optional("source", text("The works that it rests on"))
        .key("statements", texts("The ids of the statements that it encodes"))
        .key("failing", list("The facts in its way, down to the last table", failingFact()))
        .key("cells", list("The cells that fail, in column order", failingCell()));
  }

  private ObjectNode failingFact() {
    return new Closed()
        .key("fact", text("Its name"))
        .key("value", facts.anyValue("What it is"))
        .key("wanted", texts("The values that would pass; of a number the bands"))
        .build("A fact in a row's way");
  }

  private ObjectNode failingCell() {
    return new Closed()
        .key("input", text("The fact or decision of its column"))
        .key("value", facts.anyValue("What it sees"))
        .key("wanted", texts("The values that would pass; of a number the bands"))
        .optional("through", reference("The nearest row that would give one", NEAR_ROW))
        .build("A cell that does not accept what it sees");
  }

  private ObjectNode change() {
    return head()
        .optional("to", labels("The posture asked for; any other without", Posture.class))
        .key("searched", count("Up to how many facts at once were searched", 0))
        .key("changes", list("Sets with no smaller one in them, smallest first", changeSet()))
        .key("distances", list("How far each other posture is", distance()))
        .key("robust", set("The facts that do not change it by themselves", facts.name("")))
        .build("What would change an advice");
  }

  private ObjectNode changeSet() {
    ObjectNode fact =
        new Closed()
            .key("name", facts.name("Its name"))
            .key("from", facts.anyValue("Its value now"))
            .key("to", facts.anyValue("The other value"))
            .key("actor", text("Who can act on it"))
            .key("steps", count("How far the value moves", 1))
            .build("A fact with another value");
    return new Closed()
        .key(
            "facts",
            list(
                    "In the order of the vocabulary",
                    facts.withValuesOf("name", List.of("from", "to"), fact))
                .put("minItems", 1))
        .key("posture", labels("The posture that the tables favour then", Posture.class))
        .key("unofficialTrack", labels("The unofficial track then", UnofficialTrack.class))
        .key("group", labels("How to read it: a condition is never a step", Changes.Group.class))
        .build("Facts that change the advice only together");
  }

  private static ObjectNode distance() {
    ObjectNode least = count("How many facts at least; null where more than searched", 1);
    least.putArray("type").add("integer").add("null");
    return new Closed()
        .key("posture", labels("The posture", Posture.class))
        .key("facts", least)
        .key("searched", count("Up to how many facts at once were searched", 0))
        .build("How far a posture is");
  }

  private ObjectNode ask() {
    return head()
        .key("exact", truth("Whether every world counts, or else a sample"))
        .key("error", share("How far a share may be off; 0 where exact"))
        .key("worlds", count("How many worlds there are", 1))
        .key("opened", set("The facts that were opened", facts.name("")))
        .key("holds", truth("Whether the advice holds whatever the answers"))
        .key("possible", possibilities("The postures that some world leads to"))
        .key("learnFirst", list("The facts that matter, most telling first", question()))
        .build("What the facts that are not known could still change");
  }

  private ObjectNode question() {
    ObjectNode answer =
        new Closed()
            .key("value", text("The value; of a number the band"))
            .key("postures", set("The postures possible then", labels("", Posture.class)))
            .key("possible", possibilities("The same with their shares"))
            .build("What one value would imply");
    ObjectNode question =
        new Closed()
            .key("fact", facts.name("Its name"))
            .key("narrowing", measure("How much an answer tells on average, in bits"))
            .key("answers", list("In the order of the vocabulary", answer))
            .build("A fact to learn");
    return facts.withAnswersOf("fact", "answers", "value", question);
  }

  private static ObjectNode possibilities(String description) {
    return list(description, reference("", POSSIBLE));
  }

  private static ObjectNode possible() {
    return new Closed()
        .key("posture", labels("The posture", Posture.class))
        .key("share", share("Of the worlds; it says how many, not how likely"))
        .build("A posture that some world leads to");
  }

  private ObjectNode similar() {
    ObjectNode advised =
        new Closed()
            .key("posture", labels("The posture", Posture.class))
            .key("unofficialTrack", labels("The unofficial track", UnofficialTrack.class))
            .build("What the tables favour in it");
    return new Closed()
        .optional("case", text("The short name of the case"))
        .optional("title", text("Its headline"))
        .optional("conflict", text("The conflict that it is a phase of"))
        .optional("asOf", text("The day of the advice"))
        .key("likeness", share("By its facts, from nothing in common to all equal"))
        .key("advised", advised)
        .optional("observed", observed())
        .key("differences", list("The facts on which the two differ", difference()))
        .build("A case like this one; that says nothing about what caused what");
  }

  private ObjectNode difference() {
    ObjectNode difference =
        new Closed()
            .key("fact", facts.name("Its name"))
            .key("here", facts.anyValue("Its value in this case"))
            .key("there", facts.anyValue("Its value in the other"))
            .key("weight", measure("How much it adds to the distance"))
            .build("A fact on which two cases differ");
    return facts.withValuesOf("fact", List.of("here", "there"), difference);
  }

  private static ObjectNode observed() {
    List<String> tracks = new ArrayList<>(Labelled.labels(UnofficialTrack.class));
    tracks.add(Observation.TRACK_TWO);
    return new Closed()
        .optional("posture", labels("The posture", Posture.class))
        .optional("unofficialTrack", oneOf("The unofficial track", tracks))
        .optional("confidence", labels("How sure the record is", Confidence.class))
        .optional("thirdParty", text("The third party"))
        .optional("note", text("A remark"))
        .optional("sources", texts("The works that show it"))
        .build("What history shows that was done in it");
  }

  private static Closed head() {
    return new Closed()
        .optional("case", text("The short name of the case"))
        .key("posture", labels("The posture that the tables favour", Posture.class));
  }
}

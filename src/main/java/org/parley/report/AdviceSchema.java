package org.parley.report;

import static org.parley.report.SchemaNodes.count;
import static org.parley.report.SchemaNodes.day;
import static org.parley.report.SchemaNodes.labels;
import static org.parley.report.SchemaNodes.list;
import static org.parley.report.SchemaNodes.oneOf;
import static org.parley.report.SchemaNodes.reference;
import static org.parley.report.SchemaNodes.set;
import static org.parley.report.SchemaNodes.text;
import static org.parley.report.SchemaNodes.texts;
import static org.parley.report.SchemaNodes.truth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.Confidence;
import org.parley.Origin;
import org.parley.Posture;
import org.parley.SecondOpinion;
import org.parley.UnofficialTrack;
import org.parley.Verdict;
import org.parley.knowledge.Vocabulary;
import org.parley.report.SchemaNodes.Closed;

/** The JSON Schema (2020-12) of advice, as {@link AdviceJson} writes it. */
public final class AdviceSchema {
  private static final String ADVICE = "advice";
  private static final String ROW = "row";
  private static final String EVENT = "event";

  private final Vocabulary vocabulary;
  private final FactSchema facts;

  /** The schema of advice in the words of a vocabulary. */
  public AdviceSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.facts = new FactSchema(vocabulary);
  }

  /** The schema as JSON text that ends with a line break. */
  public String render() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Parley advice");
    schema.put(
        "description",
        "What 'advise --format json' writes: an advice, or a list of them for several cases. With"
            + " '--explain full' it also says why not, what would change it, what is open, and"
            + " which cases are similar. Advice informs a decision; it does not take it.");
    schema.putObject("if").put("type", "array");
    schema.set("then", list("", reference("", ADVICE)));
    schema.set("else", reference("", ADVICE));
    ObjectNode definitions = schema.putObject("$defs");
    definitions.set(ADVICE, advice());
    definitions.set(ROW, row());
    definitions.set(EVENT, event());
    new ExplanationSchema(facts).define(definitions);
    facts.define(definitions);
    SchemaNodes.define(definitions);
    return Json.write(schema);
  }

  private ObjectNode advice() {
    ObjectNode advice =
        new Closed()
            .optional("case", text("The short name of the case"))
            .optional("asOf", day("The day of the advice; later events were not used"))
            .key("posture", labels("The posture that the tables favour", Posture.class))
            .key("combinedWith", texts("What to combine it with"))
            .key(
                "unofficialTrack",
                labels("The unofficial track to run beside it", UnofficialTrack.class))
            .key("confidence", labels("How far to rely on the advice", Confidence.class))
            .key("confidenceReasons", texts("Why no more and no less"))
            .key("verdicts", verdicts())
            .key("reasons", rows("The rows that weigh most, strongest first").put("maxItems", 3))
            .key("runnerUp", runnerUp())
            .and(guidance())
            .optional("reviewWithinDays", count("In how many days to look again at the latest", 0))
            .optional("reviewBy", day("The day to look again at the latest"))
            .key("facts", list("The facts that the tables saw", fact()))
            .key("unknown", set("The facts that are not known", facts.name("")))
            .key("findings", list("What the reader should know about the input", finding()))
            .key("rulesFired", texts("The rules that fired"))
            .optional("secondOpinion", secondOpinion())
            .key("trace", list("Every decision, behind those that it reads", decision()))
            .and(ExplanationSchema.explanations())
            .key("knowledge", knowledge())
            .build("What the tables favour in a case, with all that it follows from");
    advice.set("dependentRequired", ExplanationSchema.allOrNone());
    return advice;
  }

  private static Closed guidance() {
    return new Closed()
        .optional("format", texts("Kind, mode, instrument and conduct of talks"))
        .key("steps", texts("What to do, in this order"))
        .key("warnings", texts("What to beware of"))
        .optional("risks", texts("What could go wrong if the advice is followed"))
        .optional("costOfWaiting", texts("What each further month without talks costs"))
        .optional("mustAgree", texts("Whose agreement is needed, and when"))
        .optional("outlook", texts("What speaks for and against success"))
        .optional("thirdParty", texts("What outside powers can do"))
        .optional("trackTwo", texts("How to build the unofficial track"))
        .optional("fallback", texts("How to leave the posture, and what comes next"))
        .optional("ifLeaked", texts("What to do if contact becomes known"))
        .optional("reviewWhen", texts("Which event should make one look again before the date"));
  }

  private static ObjectNode verdicts() {
    int postures = Posture.values().length;
    return list("A verdict for each posture", verdict().build(""))
        .put("minItems", postures)
        .put("maxItems", postures);
  }

  private static Closed verdict() {
    return new Closed()
        .key("option", labels("The posture", Posture.class))
        .key("verdict", labels("How the tables judge it", Verdict.Level.class))
        .key("rows", texts("The ids of the rows that decided so"));
  }

  private static ObjectNode runnerUp() {
    return verdict()
        .key("arguments", texts("What speaks for it in this case"))
        .build("The posture that comes next, with the best case for it");
  }

  private ObjectNode fact() {
    ObjectNode fact =
        new Closed()
            .key("name", facts.name("Its name"))
            .key("value", facts.anyValue("Its value"))
            .key("origin", labels("Where the value comes from", Origin.class))
            .optional("why", text("The reason for the value"))
            .optional("source", text("The works that it rests on"))
            .optional("confidence", labels("How sure the coder is", Confidence.class))
            .optional("rule", text("The rule that derived the value"))
            .optional("events", list("The events that the rule rests on", reference("", EVENT)))
            .build("A fact of the case");
    return facts.withValuesOf("name", List.of("value"), fact);
  }

  private ObjectNode event() {
    ObjectNode details = SchemaNodes.described("The extra keys of the type").put("type", "object");
    details.set("additionalProperties", SchemaNodes.described("").put("type", "string"));
    return new Closed()
        .key("date", day("The day"))
        .key("type", oneOf("The type of the event", vocabulary.eventTypes().keySet()))
        .key("by", texts("Who acts"))
        .key("to", texts("Whom it is directed at or about"))
        .optional("details", details)
        .optional("note", text("What happened, in a few words"))
        .optional("source", text("The works that report it"))
        .build("A dated event of the case");
  }

  private ObjectNode finding() {
    return new Closed()
        .key("kind", text("What kind of finding"))
        .key("message", text("The finding in one sentence"))
        .optional("facts", set("The facts that it is about", facts.name("")))
        .optional("rule", text("The rule, or the row of a table, that found it"))
        .build("Something that the reader should know about the input");
  }

  private static ObjectNode secondOpinion() {
    return new Closed()
        .key("region", text("The region of the posture game that the case lies in"))
        .key("label", text("The region in a few words"))
        .key("meaning", text("The region in one sentence"))
        .key(
            "reasonable",
            set("What the game finds reasonable", labels("", SecondOpinion.Course.class))
                .put("minItems", 1))
        .key("agrees", truth("Whether game and tables agree"))
        .optional("partsOn", parting())
        .key("basis", text("What the game is"))
        .build("What the posture game says beside the tables");
  }

  private static ObjectNode parting() {
    ObjectNode parting =
        new Closed()
            .key("parameter", text("Its short name"))
            .key("meaning", text("What it is"))
            .key("value", number("Its value"))
            .optional("agreesFrom", number("They would agree from this value up"))
            .optional("agreesUpTo", number("They would agree up to this value"))
            .key("facts", texts("The facts that the value rests on, with their values"))
            .build("The number on which game and tables part");
    parting.withArray("oneOf").addObject().putArray("required").add("agreesFrom");
    parting.withArray("oneOf").addObject().putArray("required").add("agreesUpTo");
    return parting;
  }

  private static ObjectNode number(String description) {
    return SchemaNodes.described(description).put("type", "number");
  }

  private static ObjectNode decision() {
    return new Closed()
        .key("decision", text("Its name"))
        .optional("question", text("The question that it answers"))
        .optional(
            "result",
            SchemaNodes.described(
                "What it answered: a text, a number, true or false, a list or an object of these"))
        .key("rows", rows("The rows that matched, in the order of the table"))
        .build("A decision with the rows that answered it");
  }

  private static ObjectNode rows(String description) {
    return list(description, reference("", ROW));
  }

  private ObjectNode row() {
    return new Closed()
        .key("id", text("Its id, unique in the knowledge base"))
        .key("table", text("The decision that its table belongs to"))
        .optional("why", text("Its reason in one sentence"))
        .optional("source", text("The works that it rests on"))
        .key("statements", texts("The ids of the statements that it encodes"))
        .key("inputs", facts.valuesAmongOthers("The inputs that it tests, with what it found"))
        .key("decided", truth("False where a row of higher priority gave the result"))
        .build("A row of a decision table that matched");
  }

  private static ObjectNode knowledge() {
    return new Closed()
        .key("version", text("SHA-256 of the knowledge base").put("pattern", "^[0-9a-f]{64}$"))
        .key("engine", text("The engine that evaluated the tables"))
        .build("Which knowledge the advice rests on");
  }
}

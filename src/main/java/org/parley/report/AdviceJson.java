package org.parley.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.KnowledgeVersion;
import org.parley.RunnerUp;
import org.parley.Said;
import org.parley.SecondOpinion;
import org.parley.Verdict;
import org.parley.explain.FinalDecisions;

/**
 * Renders an advice as JSON, as {@link AdviceSchema} says. A text that is missing has no key;
 * nothing is {@code null} but a distance beyond what was searched.
 */
public final class AdviceJson {
  private static final String FORMAT = "format";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The advice as JSON text, laid out for people, ending with a line break. */
  public String render(Advice advice) {
    return Json.write(tree(advice));
  }

  /** Several advices as a JSON list. */
  public String renderAll(List<Advice> advices) {
    return Json.write(Json.array(advices, this::tree));
  }

  /** An advice with everything that can be argued about, as JSON text. */
  public String render(Briefing briefing) {
    return Json.write(tree(briefing));
  }

  /** Several advices with everything that can be argued about, as a JSON list. */
  public String renderBriefings(List<Briefing> briefings) {
    return Json.write(Json.array(briefings, this::tree));
  }

  /** The advice as a JSON tree. */
  public JsonNode tree(Advice advice) {
    return knowledge(answer(advice), advice.knowledge());
  }

  /** An advice with everything that can be argued about, as a JSON tree. */
  JsonNode tree(Briefing briefing) {
    Advice advice = briefing.advice();
    Case subject = advice.subject();
    ObjectNode json = answer(advice);
    json.set("whyNot", Json.array(briefing.whyNot(), w -> WhyNotJson.tree(subject, w)));
    json.set("changes", ChangesJson.tree(subject, briefing.changes()));
    json.set("openQuestions", OpenQuestionsJson.tree(subject, briefing.questions()));
    json.set("similar", Json.array(briefing.similar(), SimilarJson::tree));
    return knowledge(json, advice.knowledge());
  }

  private static ObjectNode answer(Advice advice) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", advice.subject().id());
    Json.text(json, "asOf", advice.subject().asOf());
    Json.text(json, "posture", advice.posture());
    json.set("combinedWith", Json.texts(advice.combinedWith()));
    Json.text(json, "unofficialTrack", advice.unofficialTrack());
    Json.text(json, "confidence", advice.confidence().level());
    json.set("confidenceReasons", Json.texts(Wording.reliance(advice)));
    json.set("verdicts", Json.array(advice.verdicts(), AdviceJson::verdict));
    json.set("reasons", Json.array(advice.reasons(), AdviceJson::row));
    json.set("runnerUp", runnerUp(advice.runnerUp()));
    topic(json, advice, FORMAT);
    json.set("steps", Json.texts(Wording.texts(advice.steps())));
    json.set("warnings", Json.texts(Wording.texts(advice.warnings())));
    FinalDecisions.TOPIC_KEYS.keySet().stream()
        .filter(key -> !key.equals(FORMAT))
        .forEach(key -> topic(json, advice, key));
    advice.reviewWithinDays().ifPresent(days -> json.put("reviewWithinDays", days));
    advice.reviewBy().ifPresent(day -> Json.text(json, "reviewBy", day));
    json.set("facts", Json.array(advice.facts(), AdviceJson::fact));
    json.set("unknown", Json.texts(advice.unknown()));
    json.set("findings", Json.array(advice.findings(), AdviceJson::finding));
    json.set("rulesFired", Json.texts(advice.rulesFired()));
    advice.secondOpinion().ifPresent(o -> json.set("secondOpinion", secondOpinion(o)));
    json.set("trace", Json.array(advice.trace(), AdviceJson::decision));
    return json;
  }

  private static ObjectNode knowledge(ObjectNode json, KnowledgeVersion knowledge) {
    json.putObject("knowledge")
        .put("version", knowledge.version())
        .put("engine", knowledge.engine());
    return json;
  }

  private static void topic(ObjectNode json, Advice advice, String key) {
    List<Said> sentences = advice.topic(FinalDecisions.TOPIC_KEYS.get(key));
    if (!sentences.isEmpty()) {
      json.set(key, Json.texts(Wording.texts(sentences)));
    }
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "option", verdict.option());
    Json.text(json, "verdict", verdict.level());
    json.set("rows", Json.texts(verdict.rows().stream().map(FiredRow::id).toList()));
    return json;
  }

  private static ObjectNode runnerUp(RunnerUp runnerUp) {
    ObjectNode json = verdict(runnerUp.verdict());
    json.set("arguments", Json.texts(Wording.texts(runnerUp.arguments())));
    return json;
  }

  private static ObjectNode fact(Fact fact) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "name", fact.name());
    json.set("value", Json.value(fact.value()));
    Json.text(json, "origin", fact.origin());
    Json.text(json, "why", fact.why());
    Json.text(json, "source", fact.source());
    Json.text(json, "confidence", fact.confidence());
    Json.text(json, "rule", fact.rule());
    if (!fact.events().isEmpty()) {
      json.set("events", Json.array(fact.events(), Json::event));
    }
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "kind", finding.kind());
    Json.text(json, "message", finding.message());
    if (!finding.facts().isEmpty()) {
      json.set("facts", Json.texts(finding.facts()));
    }
    Json.text(json, "rule", finding.rule());
    return json;
  }

  private static ObjectNode secondOpinion(SecondOpinion opinion) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "region", opinion.region());
    Json.text(json, "label", opinion.label());
    Json.text(json, "meaning", opinion.meaning());
    json.set(
        "reasonable",
        Json.texts(opinion.reasonable().stream().map(SecondOpinion.Course::label).toList()));
    json.put("agrees", opinion.agrees());
    opinion.partsOn().ifPresent(parting -> json.set("partsOn", parting(parting)));
    return json.put("basis", SecondOpinion.LABEL);
  }

  private static ObjectNode parting(SecondOpinion.Parting parting) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "parameter", parting.parameter());
    Json.text(json, "meaning", parting.meaning());
    json.put("value", Figures.exact(parting.value()));
    json.put(parting.above() ? "agreesFrom" : "agreesUpTo", Figures.exact(parting.turn()));
    json.set("facts", Json.texts(Wording.facts(parting)));
    return json;
  }

  private static ObjectNode decision(DecisionTrace trace) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "decision", trace.decision());
    Json.text(json, "question", trace.question());
    if (trace.result() != null) {
      json.set("result", result(trace.result()));
    }
    json.set("rows", Json.array(trace.rows(), AdviceJson::row));
    return json;
  }

  private static ObjectNode row(FiredRow row) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "id", row.id());
    Json.text(json, "table", row.table());
    Json.text(json, "why", row.why());
    Json.text(json, "source", row.source());
    json.set("statements", Json.texts(row.statements()));
    ObjectNode inputs = json.putObject("inputs");
    row.inputs().forEach((name, value) -> inputs.set(name, Json.value(value)));
    return json.put("decided", row.decided());
  }

  /**
   * A result of a decision; what is neither a number nor a list of something is written as text.
   */
  private static JsonNode result(Object result) {
    if (result instanceof Map<?, ?> map) {
      ObjectNode json = NODES.objectNode();
      map.forEach((name, value) -> json.set(String.valueOf(name), result(value)));
      return json;
    }
    if (result instanceof Collection<?> list) {
      return Json.array(list, AdviceJson::result);
    }
    if (result instanceof Boolean yes) {
      return NODES.booleanNode(yes);
    }
    return result instanceof BigDecimal number
        ? NODES.numberNode(number)
        : NODES.textNode(String.valueOf(result));
  }
}

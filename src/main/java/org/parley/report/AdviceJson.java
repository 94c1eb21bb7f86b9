package org.parley.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.RunnerUp;
import org.parley.Verdict;
import org.parley.knowledge.FactType;

/** Renders an advice as JSON. A text that is missing has no key; nothing is {@code null}. */
public final class AdviceJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final ObjectWriter writer = new ObjectMapper().writer(layout());

  /** The advice as JSON text, laid out for people, ending with a line break. */
  public String render(Advice advice) {
    try {
      return harmless(writer.writeValueAsString(tree(advice))) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The advice as a JSON tree. */
  public JsonNode tree(Advice advice) {
    ObjectNode json = NODES.objectNode();
    text(json, "case", advice.subject().id());
    text(json, "asOf", advice.subject().asOf());
    text(json, "posture", advice.posture());
    json.set("combinedWith", texts(advice.combinedWith()));
    text(json, "unofficialTrack", advice.unofficialTrack());
    text(json, "confidence", advice.confidence().level());
    json.set("confidenceReasons", texts(advice.confidence().reasons()));
    json.set("verdicts", array(advice.verdicts(), AdviceJson::verdict));
    json.set("reasons", array(advice.reasons(), AdviceJson::row));
    json.set("runnerUp", runnerUp(advice.runnerUp()));
    json.set("steps", texts(advice.steps()));
    json.set("warnings", texts(advice.warnings()));
    advice.reviewWithinDays().ifPresent(days -> json.put("reviewWithinDays", days));
    advice.reviewBy().ifPresent(day -> text(json, "reviewBy", day));
    json.set("facts", array(advice.facts(), AdviceJson::fact));
    json.set("unknown", texts(advice.unknown()));
    json.set("findings", array(advice.findings(), AdviceJson::finding));
    json.set("trace", array(advice.trace(), AdviceJson::decision));
    json.putObject("knowledge")
        .put("version", advice.knowledge().version())
        .put("engine", advice.knowledge().engine());
    return json;
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode json = NODES.objectNode();
    text(json, "option", verdict.option());
    text(json, "verdict", verdict.level());
    json.set("rows", texts(verdict.rows().stream().map(FiredRow::id).toList()));
    return json;
  }

  private static ObjectNode runnerUp(RunnerUp runnerUp) {
    ObjectNode json = verdict(runnerUp.verdict());
    json.set("arguments", texts(runnerUp.arguments()));
    return json;
  }

  private static ObjectNode fact(Fact fact) {
    ObjectNode json = NODES.objectNode();
    text(json, "name", fact.name());
    json.set("value", value(fact.value()));
    text(json, "origin", fact.origin());
    text(json, "why", fact.why());
    text(json, "source", fact.source());
    text(json, "confidence", fact.confidence());
    text(json, "rule", fact.rule());
    if (!fact.events().isEmpty()) {
      json.set("events", array(fact.events(), AdviceJson::event));
    }
    return json;
  }

  private static ObjectNode event(Event event) {
    ObjectNode json = NODES.objectNode();
    text(json, "date", event.date());
    text(json, "type", event.type());
    json.set("by", texts(event.by()));
    json.set("to", texts(event.to()));
    if (!event.details().isEmpty()) {
      json.set("details", result(event.details()));
    }
    text(json, "note", event.note());
    text(json, "source", event.source());
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = NODES.objectNode();
    text(json, "kind", finding.kind());
    text(json, "message", finding.message());
    return json;
  }

  private static ObjectNode decision(DecisionTrace trace) {
    ObjectNode json = NODES.objectNode();
    text(json, "decision", trace.decision());
    text(json, "question", trace.question());
    if (trace.result() != null) {
      json.set("result", result(trace.result()));
    }
    json.set("rows", array(trace.rows(), AdviceJson::row));
    return json;
  }

  private static ObjectNode row(FiredRow row) {
    ObjectNode json = NODES.objectNode();
    text(json, "id", row.id());
    text(json, "table", row.table());
    text(json, "why", row.why());
    text(json, "source", row.source());
    json.set("statements", texts(row.statements()));
    ObjectNode inputs = json.putObject("inputs");
    row.inputs().forEach((name, value) -> inputs.set(name, value(value)));
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
      return array(list, AdviceJson::result);
    }
    if (result instanceof Boolean yes) {
      return NODES.booleanNode(yes);
    }
    return result instanceof BigDecimal number
        ? NODES.numberNode(number)
        : NODES.textNode(String.valueOf(result));
  }

  /**
   * A value of a fact: no choice of the vocabulary is written in digits, so digits are a number.
   */
  private static JsonNode value(String value) {
    if (value == null) {
      return NODES.textNode(FactType.UNKNOWN);
    }
    return NUMBER.matcher(value).matches()
        ? NODES.numberNode(Integer.parseInt(value))
        : NODES.textNode(value);
  }

  private static void text(ObjectNode json, String key, Object text) {
    if (text != null && !text.toString().isEmpty()) {
      json.put(key, text.toString());
    }
  }

  private static ArrayNode texts(List<String> texts) {
    return array(texts, NODES::textNode);
  }

  private static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> write) {
    ArrayNode json = NODES.arrayNode();
    items.forEach(item -> json.add(write.apply(item)));
    return json;
  }

  /** JSON lets some control characters stand in texts; a terminal should not meet them. */
  private static String harmless(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c != '\n' && CleanText.steers(c)) {
                out.append("\\u%04x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}

package org.parley.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.Event;
import org.parley.Shown;
import org.parley.knowledge.FactType;

/** How reports write JSON: laid out for people, a missing text has no key. */
final class Json {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final int PLACES = 6;

  private Json() {}

  /** The tree as text that ends with a line break. */
  static String write(JsonNode tree) {
    try {
      return Shown.json(new ObjectMapper().writer(layout()).writeValueAsString(tree)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event of a case. */
  static ObjectNode event(Event event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    text(json, "date", event.date());
    text(json, "type", event.type());
    json.set("by", texts(event.by()));
    json.set("to", texts(event.to()));
    if (!event.details().isEmpty()) {
      ObjectNode details = json.putObject("details");
      event.details().forEach(details::put);
    }
    text(json, "note", event.note());
    text(json, "source", event.source());
    return json;
  }

  /**
   * A value of a fact: no choice of the vocabulary is written in digits, so digits are a number.
   */
  static JsonNode value(String value) {
    if (value == null) {
      return JsonNodeFactory.instance.textNode(FactType.UNKNOWN);
    }
    return NUMBER.matcher(value).matches()
        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(value))
        : JsonNodeFactory.instance.textNode(value);
  }

  /** A share or a measure, without the digits that rounding spoils. */
  static BigDecimal rounded(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  static void text(ObjectNode json, String key, Object text) {
    if (text != null && !text.toString().isEmpty()) {
      json.put(key, text.toString());
    }
  }

  static ArrayNode texts(List<String> texts) {
    return array(texts, JsonNodeFactory.instance::textNode);
  }

  static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> write) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> json.add(write.apply(item)));
    return json;
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

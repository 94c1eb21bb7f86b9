package org.parley.casefile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Shown;
import org.parley.knowledge.Jackson;

/** Writes an outline as JSON, the same on every system. */
final class JsonText {

  private JsonText() {}

  /** Pretty-printed, with a newline at the end. */
  static String of(Map<String, ?> outline) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Jackson.json().createGenerator(text)) {
      json.setPrettyPrinter(layout());
      write(outline, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shown.json(text.append('\n').toString());
  }

  /** A value on one line. */
  static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> inline(entry.getKey().toString()) + ": " + inline(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonText::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Jackson.json().createGenerator(text)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shown.json(text.toString());
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter(separators);
    layout.indentObjectsWith(lines);
    layout.indentArraysWith(lines);
    return layout;
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}

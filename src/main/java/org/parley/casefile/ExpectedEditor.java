package org.parley.casefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.Expectation;

/** Changes what a case file expects, and nothing else in it. */
final class ExpectedEditor {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final boolean json;

  ExpectedEditor(String file) {
    this.json = file.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** The content with another expectation; it must be a case file that can be read. */
  byte[] edit(byte[] content, Expectation expected) {
    String all = new String(content, StandardCharsets.UTF_8);
    String mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    String text = all.substring(mark.length());
    try (JsonParser parser =
        json ? new JsonFactory().createParser(text) : new YAMLFactory().createParser(text)) {
      Layout layout = new Walk(text, parser).layout();
      String changed =
          layout.expected().isEmpty()
              ? added(text, layout, expected)
              : replaced(text, layout.expected(), expected);
      return (mark + changed).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value of {@code expected} and where it stands. */
  private record Value(String key, String text, int from, int to) {}

  /**
   * What the text of a case file looks like.
   *
   * @param flow whether it is written in braces
   * @param indent how far its keys are indented
   * @param expected the values of {@code expected}, in their order
   * @param end where its last value ends
   * @param follower where the key begins before which {@code expected} belongs, or -1
   */
  private record Layout(boolean flow, int indent, List<Value> expected, int end, int follower) {}

  private static String replaced(String text, List<Value> values, Expectation expected) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = values.size() - 1; i >= 0; i--) {
      Value value = values.get(i);
      String now = wanted(value.key(), expected);
      if (!now.equals(value.text())) {
        String before = text.substring(value.from(), value.to());
        changed.replace(value.from(), value.to(), likeBefore(before, now));
      }
    }
    return changed.toString();
  }

  private static String wanted(String key, Expectation expected) {
    return key.equals(Keys.POSTURE)
        ? expected.posture().label()
        : expected.unofficialTrack().label();
  }

  private static String likeBefore(String before, String now) {
    char first = before.charAt(0);
    return first == '"' || first == '\'' ? first + now + first : YamlScalar.inFlow(now);
  }

  private static String added(String text, Layout layout, Expectation expected) {
    String line = text.contains("\r\n") ? "\r\n" : "\n";
    String indent = " ".repeat(layout.indent());
    if (layout.flow()) {
      String entry =
          "\"%s\": {\"%s\": \"%s\", \"%s\": \"%s\"}"
              .formatted(
                  Keys.EXPECTED,
                  Keys.POSTURE,
                  expected.posture().label(),
                  Keys.UNOFFICIAL_TRACK,
                  expected.unofficialTrack().label());
      boolean oneLine = text.strip().indexOf('\n') < 0;
      return text.substring(0, layout.end())
          + (oneLine ? ", " : "," + line + indent)
          + entry
          + text.substring(layout.end());
    }
    String block =
        indent
            + Keys.EXPECTED
            + ":"
            + (line + indent + "  " + Keys.POSTURE + ": " + expected.posture().label())
            + (line + indent + "  " + Keys.UNOFFICIAL_TRACK + ": ")
            + expected.unofficialTrack().label()
            + line;
    int at = layout.follower() < 0 ? text.length() : aboveComments(text, layout.follower());
    boolean needsLine = at > 0 && text.charAt(at - 1) != '\n';
    return text.substring(0, at) + (needsLine ? line : "") + block + text.substring(at);
  }

  /** The beginning of the line of a key, or of the comment right above it. */
  private static int aboveComments(String text, int key) {
    int at = text.lastIndexOf('\n', key - 1) + 1;
    while (at > 0) {
      int above = text.lastIndexOf('\n', at - 2) + 1;
      if (!text.substring(above, at).strip().startsWith("#")) {
        return at;
      }
      at = above;
    }
    return at;
  }

  /** One pass over a file. */
  private final class Walk {
    private final String text;
    private final JsonParser parser;
    private final List<Value> expected = new ArrayList<>();

    Walk(String text, JsonParser parser) {
      this.text = text;
      this.parser = parser;
    }

    Layout layout() throws IOException {
      parser.nextToken();
      boolean flow = text.charAt(from()) == '{';
      int indent = -1;
      int end = 0;
      int follower = -1;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        if (indent < 0) {
          indent = parser.currentTokenLocation().getColumnNr() - 1;
        }
        String key = parser.currentName();
        if (key.equals(Keys.DIFFERS_BECAUSE)) {
          follower = from();
        }
        parser.nextToken();
        if (key.equals(Keys.EXPECTED) && parser.currentToken() == JsonToken.START_OBJECT) {
          readExpected();
        } else {
          parser.skipChildren();
          parser.getText();
        }
        end = at(parser.currentLocation());
      }
      return new Layout(flow, Math.max(0, indent), expected, end, follower);
    }

    private void readExpected() throws IOException {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        String value = parser.getText();
        expected.add(new Value(key, value, from(), at(parser.currentLocation())));
      }
    }

    private int from() {
      return at(parser.currentTokenLocation());
    }

    /** The YAML reader counts characters, the JSON reader halves of them. */
    private int at(JsonLocation place) {
      int offset = (int) place.getCharOffset();
      return json ? offset : text.offsetByCodePoints(0, offset);
    }
  }
}

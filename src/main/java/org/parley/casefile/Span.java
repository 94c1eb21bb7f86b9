package org.parley.casefile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.Jackson;

/** Where a piece of a case file stands in its text: from its first character to behind its last. */
sealed interface Span {

  int from();

  int to();

  /**
   * A scalar; one that is left empty has no length and stands behind its key.
   *
   * @param text what it says
   */
  record Scalar(int from, int to, String text) implements Span {
    boolean isEmpty() {
      return from == to;
    }
  }

  /**
   * A mapping.
   *
   * @param flow whether it is written in braces
   */
  record Mapping(int from, int to, boolean flow, Map<String, Entry> entries) implements Span {

    /** The value of a key, or {@code null}. */
    Span at(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  record Listing(int from, int to, boolean flow, List<Span> items) implements Span {}

  /**
   * A value with its key.
   *
   * @param key without length where it cannot be told where it ends
   */
  record Entry(Scalar key, Span value) {}

  /** Where everything in a text stands that can be read as a case file. */
  static Span of(String text, boolean json) {
    try (JsonParser parser =
        json ? Jackson.json().createParser(text) : Jackson.yaml().createParser(text)) {
      parser.nextToken();
      return new Walk(text, parser, json).span();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One pass over a text. */
  final class Walk {
    private final String text;
    private final JsonParser parser;
    private final int[] offsets;

    /** The YAML reader counts characters, the JSON reader halves of them. */
    private Walk(String text, JsonParser parser, boolean json) {
      this.text = text;
      this.parser = parser;
      int points = text.codePointCount(0, text.length());
      this.offsets = json || points == text.length() ? null : new int[points + 1];
      for (int i = 0, at = 0; offsets != null && i <= points; i++) {
        offsets[i] = at;
        at += i < points ? Character.charCount(text.codePointAt(at)) : 0;
      }
    }

    private int at(JsonLocation place) {
      int offset = (int) place.getCharOffset();
      return offsets == null ? offset : offsets[offset];
    }

    private Span span() throws IOException {
      int from = at(parser.currentTokenLocation());
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return mapping(from);
      }
      if (token == JsonToken.START_ARRAY) {
        return listing(from);
      }
      String said = parser.getText();
      return new Scalar(from, Math.max(from, lastSaid(from, at(parser.currentLocation()))), said);
    }

    /** A block of text ends before the line break behind it. */
    private int lastSaid(int from, int to) {
      int end = Math.min(to, text.length());
      while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      return end;
    }

    private Mapping mapping(int from) throws IOException {
      boolean flow = from < text.length() && text.charAt(from) == '{';
      Map<String, Entry> entries = new LinkedHashMap<>();
      int to = from;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Scalar key = key(at(parser.currentTokenLocation()), parser.currentName());
        parser.nextToken();
        Span value = span();
        entries.put(key.text(), new Entry(key, value));
        to = value.to();
      }
      return new Mapping(from, flow ? at(parser.currentLocation()) : to, flow, entries);
    }

    private Scalar key(int from, String name) {
      char first = text.charAt(from);
      int to = from;
      if (first == '"' || first == '\'') {
        to = text.indexOf(first, from + 1) + 1;
      } else if (text.startsWith(name, from)) {
        to = from + name.length();
      }
      return new Scalar(from, to, name);
    }

    private Listing listing(int from) throws IOException {
      boolean flow = from < text.length() && text.charAt(from) == '[';
      List<Span> items = new ArrayList<>();
      int to = from;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Span item = span();
        items.add(item);
        to = item.to();
      }
      return new Listing(from, flow ? at(parser.currentLocation()) : to, flow, items);
    }
  }
}

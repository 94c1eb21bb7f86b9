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
import org.parley.ParleyException;

/**
 * Has a case file say a fact or a value in other words, or leave a fact out; all else in it stays,
 * byte by byte.
 */
public final class FactEditor {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final boolean json;
  private final String mark;
  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  // where the key 'facts' begins
  private int facts;
  private boolean flow;

  /**
   * A case file that can be read.
   *
   * @param file its name; JSON where it ends in {@code .json}, else YAML
   */
  public FactEditor(String file, byte[] content) {
    this.file = file;
    this.json = file.toLowerCase(Locale.ROOT).endsWith(".json");
    String all = new String(content, StandardCharsets.UTF_8);
    this.mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = all.substring(mark.length());
    try (JsonParser parser =
        json ? new JsonFactory().createParser(text) : new YAMLFactory().createParser(text)) {
      read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A fact as it is written.
   *
   * @param key its name
   * @param from where its name begins
   * @param value its value, or {@code null} where none is written
   * @param valueFrom where its value begins
   * @param valueTo where its value ends
   * @param to where all that is said of it ends
   */
  private record Entry(String key, int from, String value, int valueFrom, int valueTo, int to) {}

  /** The file with a fact under another name. */
  public byte[] renamed(String former, String now) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.key().equals(former)) {
        changed.replace(entry.from(), keyEnd(entry), written(entry.from(), now));
      }
    }
    return bytes(changed.toString());
  }

  /** The file with another value in the place of one of a fact's. */
  public byte[] valued(String fact, String former, String now) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.key().equals(fact) && former.equals(entry.value())) {
        changed.replace(entry.valueFrom(), entry.valueTo(), written(entry.valueFrom(), now));
      }
    }
    return bytes(changed.toString());
  }

  /** The file without a fact and what it says of it. */
  public byte[] without(String fact) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).key().equals(fact)) {
        cut(i, changed);
      }
    }
    return bytes(changed.toString());
  }

  private void cut(int place, StringBuilder changed) {
    Entry entry = entries.get(place);
    if (flow) {
      int from =
          place + 1 < entries.size() || place == 0 ? entry.from() : entries.get(place - 1).to();
      int to = place + 1 < entries.size() ? entries.get(place + 1).from() : entry.to();
      changed.delete(from, to);
      return;
    }
    int from = entries.size() == 1 ? facts : entry.from();
    int end = entry.to();
    if (end == 0 || text.charAt(end - 1) != '\n') {
      int line = text.indexOf('\n', end);
      end = line < 0 ? text.length() : line + 1;
    }
    changed.delete(text.lastIndexOf('\n', from - 1) + 1, end);
  }

  /** A word as the one that stands at a place is written. */
  private String written(int place, String word) {
    char first = text.charAt(place);
    if (first == '\'') {
      return first + word.replace("'", "''") + first;
    }
    if (first == '"') {
      return first + word.replace("\\", "\\\\").replace("\"", "\\\"") + first;
    }
    return flow ? YamlScalar.inFlow(word) : YamlScalar.plainOrQuoted(word);
  }

  private int keyEnd(Entry entry) {
    char first = text.charAt(entry.from());
    if (first == '"' || first == '\'') {
      return text.indexOf(first, entry.from() + 1) + 1;
    }
    if (!text.startsWith(entry.key(), entry.from())) {
      throw ParleyException.in(
          file, "'%s' cannot be changed in place: write it by hand".formatted(entry.key()));
    }
    return entry.from() + entry.key().length();
  }

  private byte[] bytes(String changed) {
    return (mark + changed).getBytes(StandardCharsets.UTF_8);
  }

  private void read(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean here = parser.currentName().equals(Keys.FACTS);
      int at = from(parser);
      parser.nextToken();
      if (here && parser.currentToken() == JsonToken.START_OBJECT) {
        facts = at;
        flow = text.charAt(from(parser)) == '{';
        readFacts(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readFacts(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int at = from(parser);
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        entries.add(longForm(key, at, parser));
      } else {
        parser.getText();
        int end = to(parser);
        String value = parser.currentToken().isScalarValue() ? parser.getText() : null;
        int begin = from(parser);
        parser.skipChildren();
        entries.add(new Entry(key, at, value, begin, end, Math.max(end, to(parser))));
      }
    }
  }

  private Entry longForm(String key, int at, JsonParser parser) throws IOException {
    boolean inBraces = text.charAt(from(parser)) == '{';
    String value = null;
    int begin = 0;
    int end = 0;
    int last = at;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isValue = parser.currentName().equals(Keys.VALUE);
      parser.nextToken();
      if (parser.currentToken().isScalarValue()) {
        String scalar = parser.getText();
        last = to(parser);
        if (isValue) {
          value = scalar;
          begin = from(parser);
          end = last;
        }
      } else {
        parser.skipChildren();
        last = to(parser);
      }
    }
    return new Entry(key, at, value, begin, end, inBraces ? to(parser) : last);
  }

  private int from(JsonParser parser) {
    return at(parser.currentTokenLocation());
  }

  private int to(JsonParser parser) {
    return at(parser.currentLocation());
  }

  /** The YAML reader counts characters, the JSON reader halves of them. */
  private int at(JsonLocation place) {
    int offset = (int) place.getCharOffset();
    return json ? offset : text.offsetByCodePoints(0, offset);
  }
}

package org.parley.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.knowledge.Jackson;

/**
 * Records of a file with a JSON object in each line, as they come. An object {@code facts} in it
 * counts as if its keys stood beside the others.
 */
final class JsonLinesSource implements RecordSource {
  private static final String FACTS = "facts";
  private static final String VALUE = "value";
  private static final String RECORD = "record";
  private static final int LONGEST_LINE = 1 << 22;

  private final String name;
  private final MarkedInput input;
  private final long size;
  private final BufferedReader lines;
  private final JsonFactory json = Jackson.json();
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean passesOthers;
  private @Nullable String next;
  private long line;

  /**
   * @param name of the file, for messages
   * @param size of the input in bytes; 0 where nobody knows
   * @param known the columns that a record may have
   * @param passesOthers whether what the first record has besides counts too; else it is passed
   *     over
   */
  JsonLinesSource(
      String name, MarkedInput input, long size, Collection<String> known, boolean passesOthers)
      throws IOException {
    this.name = name;
    this.input = input;
    this.size = size;
    this.passesOthers = passesOthers;
    this.lines =
        new BufferedReader(
            new InputStreamReader(
                input,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    advance();
    if (next == null) {
      throw ParleyException.in(name, "the file is empty: each line is a JSON object");
    }
    this.columns = List.copyOf(columns(known));
    columns.forEach(column -> places.put(column, places.size()));
  }

  private Set<String> columns(Collection<String> known) {
    Set<String> all = new LinkedHashSet<>();
    if (passesOthers && next != null) {
      try {
        all.addAll(object(next).keySet());
      } catch (IOException malformed) {
        // its own line will say so
      }
    }
    all.addAll(known);
    return all;
  }

  private void advance() throws IOException {
    do {
      next = lines.readLine();
      line++;
    } while (next != null && next.isBlank());
    if (next != null && next.length() > LONGEST_LINE) {
      throw new ParleyException(
          new Problem(
              Place.of(name, (int) line),
              "the line is longer than 4 MiB: are the records objects on lines of their own?"));
    }
    if (next != null && next.charAt(0) == '\uFEFF') {
      next = next.substring(1);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> columnsOfRejects() {
    return List.of(RECORD);
  }

  @Override
  public List<String> rejected(RecordBlock block, int record) {
    return List.of(block.cell(record, block.width(record) - 1));
  }

  @Override
  public boolean read(RecordBlock block) throws IOException {
    while (next != null && !block.isFull()) {
      add(next, block);
      advance();
    }
    block.setMark(input.mark());
    return block.size() > 0;
  }

  private void add(String text, RecordBlock block) {
    Map<String, String> cells = Map.of();
    String trouble = "";
    try {
      cells = object(text);
      trouble = strange(cells.keySet());
    } catch (JsonProcessingException e) {
      trouble = e.getOriginalMessage();
    } catch (IOException e) {
      trouble = "no JSON object";
    }
    for (String column : columns) {
      block.add(cells.getOrDefault(column, ""));
    }
    block.add(text);
    if (trouble.isEmpty()) {
      block.endRecord(line);
    } else {
      block.endRecord(line, trouble);
    }
  }

  private String strange(Set<String> keys) {
    if (!passesOthers) {
      return "";
    }
    for (String key : keys) {
      if (!places.containsKey(key)) {
        return "the key '%s' is no fact, and the first record does not have it"
            .formatted(Shown.piece(key));
      }
    }
    return "";
  }

  /** The cells of an object by their columns. */
  private Map<String, String> object(String text) throws IOException {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Strange("a line must be a JSON object, such as {\"id\": \"a\"}");
      }
      Map<String, String> cells = new LinkedHashMap<>();
      fill(parser, cells, /* nested= */ false);
      if (parser.nextToken() != null) {
        throw new Strange("something stands behind the JSON object");
      }
      return cells;
    } catch (Strange e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw new Strange(
          "this is not JSON from character %d on".formatted(e.getLocation().getColumnNr()));
    }
  }

  private static void fill(JsonParser parser, Map<String, String> cells, boolean nested)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && key.equals(FACTS) && !nested) {
        fill(parser, cells, /* nested= */ true);
      } else if (cells.put(key, value(parser, key, nested)) != null) {
        throw new Strange("the key '%s' stands there twice".formatted(Shown.piece(key)));
      }
    }
  }

  private static String value(JsonParser parser, String key, boolean nested) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_TRUE -> "yes";
      case VALUE_FALSE -> "no";
      case START_OBJECT -> {
        if (!nested) {
          throw new Strange(inside(key));
        }
        yield valueOf(parser, key);
      }
      case START_ARRAY -> throw new Strange(inside(key));
      default -> parser.getText();
    };
  }

  /** A fact with what else a case file says of it. */
  private static String valueOf(JsonParser parser, String key) throws IOException {
    List<String> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean counts = parser.currentName().equals(VALUE);
      parser.nextToken();
      String text = value(parser, key, /* nested= */ false);
      if (counts) {
        values.add(text);
      }
    }
    if (values.size() != 1) {
      throw new Strange("the fact '%s' has no value".formatted(Shown.piece(key)));
    }
    return values.get(0);
  }

  private static String inside(String key) {
    return "'%s' must be text or a number, not a list or an object".formatted(Shown.piece(key));
  }

  /** A line that is no record, and why. */
  private static final class Strange extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    Strange(String message) {
      super(message);
    }
  }

  @Override
  public long position() {
    return input.position();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputMark mark() {
    return input.mark();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

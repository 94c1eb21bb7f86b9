package org.parley.casefile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.knowledge.Jackson;

/** Reads YAML or JSON in one pass into nodes that know their place. */
public final class TreeReader {
  /** A case file nests four deep. */
  private static final int DEEPEST = 16;

  /** A sign that may be part of a text, but begins a comment behind a blank. */
  private static final char COMMENT = '#';

  private static final Pattern COMMENTED = Pattern.compile("[^\"']*\\s#\\S.*");

  private final Problems problems;
  private final boolean json;
  private final String what;
  private final String firstKey;
  private final List<Cut> cuts = new ArrayList<>();

  /**
   * A text that ends before what YAML takes for a comment, though it may not have been meant so.
   *
   * @param key what the text belongs to, or an empty string in a list
   * @param text what is left of it
   * @param lost what the reader does not see
   */
  record Cut(String key, String text, String lost, int line, int column) {}

  TreeReader(boolean json, Problems problems) {
    this(json, problems, "case", Keys.ID);
  }

  /** A reader of YAML files that hold something else than a case. */
  public static TreeReader ofYaml(Problems problems, String what, String firstKey) {
    return new TreeReader(/* json= */ false, problems, what, firstKey);
  }

  private TreeReader(boolean json, Problems problems, String what, String firstKey) {
    this.problems = problems;
    this.json = json;
    this.what = what;
    this.firstKey = firstKey;
  }

  /** The texts that a comment cuts short, in the order of the file. */
  List<Cut> cuts() {
    return cuts;
  }

  /** Whether a file is read as JSON. */
  static boolean isJson(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /**
   * The one document of a file. Duplicate keys are added to the problems.
   *
   * @throws ParleyException if it is malformed
   */
  public Node read(byte[] content) {
    SourceText source = new SourceText(problems);
    String text = source.decode(content);
    if (!json) {
      source.checkPrintable(text);
    }
    try (JsonParser parser = parser(text)) {
      return new Document(parser, text).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonParser parser(String text) throws IOException {
    return json ? Jackson.json().createParser(text) : Jackson.yaml().createParser(text);
  }

  /** One file being read. */
  private final class Document {
    private final JsonParser parser;
    private final String text;
    // by code point, which is what the parser counts; null where these are the characters
    private final int[] points;
    // whether a case's key has been met: what is no case is not quoted
    private boolean isCase;

    Document(JsonParser parser, String text) {
      this.parser = parser;
      this.text = text;
      this.points =
          text.codePointCount(0, text.length()) == text.length()
              ? null
              : text.codePoints().toArray();
    }

    private int character(int at) {
      return points == null ? text.charAt(at) : points[at];
    }

    Node read() throws IOException {
      try {
        return only();
      } catch (JsonProcessingException malformed) {
        throw new Malformed(malformed, parser.currentLocation(), json)
            .in(problems, json ? line -> "" : this::commentIn);
      }
    }

    /** That a line, or the one above it, has lost its end to a comment; empty where none has. */
    private String commentIn(int line) {
      List<String> lines = text.lines().limit(line).toList();
      for (int i = lines.size(); i > Math.max(0, line - 2); i--) {
        if (COMMENTED.matcher(lines.get(i - 1)).matches()) {
          return "; in line %d the # begins a comment: put a text with # in quotes".formatted(i);
        }
      }
      return "";
    }

    private Node only() throws IOException {
      if (parser.nextToken() == null) {
        throw problems.fatal(
            0, 0, "the file is empty; a %s file begins with '%s'".formatted(what, firstKey));
      }
      Node root = node(1, "");
      if (parser.nextToken() != null) {
        JsonLocation place = parser.currentTokenLocation();
        throw fatal(
            place, "a second document begins here; a %s file holds one %s".formatted(what, what));
      }
      return root;
    }

    /**
     * @param key what the node belongs to, or an empty string in a list
     */
    private Node node(int depth, String key) throws IOException {
      JsonLocation place = parser.currentTokenLocation();
      if (depth > DEEPEST) {
        throw fatal(place, "lists and mappings are nested too deep");
      }
      refuseYamlExtras(place);
      int line = place.getLineNr();
      int column = place.getColumnNr();
      return switch (parser.currentToken()) {
        case START_OBJECT -> new Node.Entries(entries(depth), line, column);
        case START_ARRAY -> new Node.Items(items(depth), line, column);
        case VALUE_NULL -> new Node.Text("", line, column);
        // of JSON alone: YAML's own words stay words
        case VALUE_TRUE -> json ? new Node.Text("yes", line, column) : scalar(key, place);
        case VALUE_FALSE -> json ? new Node.Text("no", line, column) : scalar(key, place);
        default -> scalar(key, place);
      };
    }

    private Node scalar(String key, JsonLocation place) throws IOException {
      String words = parser.getText();
      if (!json) {
        noteCut(key, words, place);
      }
      return new Node.Text(words, place.getLineNr(), place.getColumnNr());
    }

    /** Whoever means a comment leaves a blank behind the sign, but before a number. */
    private void noteCut(String key, String words, JsonLocation place) {
      int length = points == null ? text.length() : points.length;
      int begin = (int) place.getCharOffset();
      int at = (int) parser.currentLocation().getCharOffset();
      if (begin < 0 || begin >= length || "\"'|>".indexOf(character(begin)) >= 0) {
        return;
      }
      int sign = at;
      while (sign < length && (character(sign) == ' ' || character(sign) == '\t')) {
        sign++;
      }
      if (sign == at || sign + 1 >= length || character(sign) != COMMENT) {
        return;
      }
      String lost = lineFrom(sign, length);
      if (lost.matches("#(?:[^\\s#!]|\\s+\\d).*")) {
        cuts.add(new Cut(key, words, lost, place.getLineNr(), place.getColumnNr()));
      }
    }

    private String lineFrom(int begin, int length) {
      StringBuilder line = new StringBuilder();
      for (int i = begin; i < length && character(i) != '\n' && character(i) != '\r'; i++) {
        line.appendCodePoint(character(i));
      }
      return line.toString().stripTrailing();
    }

    private List<Node> items(int depth) throws IOException {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(depth + 1, ""));
      }
      return items;
    }

    private Map<String, Node.Entry> entries(int depth) throws IOException {
      Map<String, Node.Entry> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        JsonLocation place = parser.currentTokenLocation();
        refuseYamlExtras(place);
        String key = parser.getText();
        isCase |= Keys.OF_CASES_ALONE.contains(key);
        parser.nextToken();
        Node value = node(depth + 1, key);
        Node.Entry entry = new Node.Entry(value, place.getLineNr(), place.getColumnNr());
        Node.Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
          reportDuplicate(key, first, entry);
        }
      }
      return entries;
    }

    private void reportDuplicate(String key, Node.Entry first, Node.Entry again) {
      problems.add(
          again.line(),
          again.column(),
          problems.file(),
          "%s stands here again; it is already in line %d"
              .formatted(isCase ? "the key " + CaseWords.quoted(key) : "this key", first.line()));
    }

    /**
     * Refuses anchors and aliases, which can blow up a small file, and tags, which can turn a text
     * into something else. The parser does not tell of all of them, but where a value begins.
     */
    private void refuseYamlExtras(JsonLocation place) {
      long at = place.getCharOffset();
      if (json || at < 0 || at >= (points == null ? text.length() : points.length)) {
        return;
      }
      switch (character((int) at)) {
        case '&' ->
            throw fatal(place, "YAML anchors are not used here; put a text with & in quotes");
        case '*' ->
            throw fatal(place, "YAML aliases are not used here; put a text with * in quotes");
        case '!' -> throw fatal(place, "YAML tags are not used here; put a text with ! in quotes");
        default -> {}
      }
    }

    private ParleyException fatal(JsonLocation place, String message) {
      return problems.fatal(place.getLineNr(), place.getColumnNr(), message);
    }
  }
}

package org.parley.casefile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.ParleyException;

/** Says in plain words what a parser dislikes, and where; its own words are for programmers. */
final class Malformed {
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  /** A sign, never a letter or a digit: the file may be none of Parley's. */
  private static final Pattern CHARACTER =
      Pattern.compile("(?:found character|Unexpected character \\() ?'(\\p{Punct})'");

  private static final String BAD_ESCAPE = "unknown escape in quotes: write \\\\ for a backslash";
  private static final String QUOTED_TEXT = "while scanning a quoted scalar";
  private static final String END = "unexpected end of stream";

  /** Marks the lines in which the YAML parser quotes the file. */
  private static final String QUOTE = "    ";

  /** What a part of a YAML message means; the first that fits counts. */
  private static final List<Meaning> YAML =
      List.of(
          new Meaning(
              "mapping values are not allowed",
              "a colon is not expected here: put a text with a colon in quotes,"
                  + " or mend the indentation"),
          new Meaning("escape", BAD_ESCAPE),
          new Meaning(END, "this quote is not closed"),
          new Meaning("'\\t(TAB)'", "a tab is not allowed here: indent with spaces"),
          new Meaning("could not find expected ':'", "a colon is missing after the key"),
          new Meaning("expected ',' or '}'", "a comma or a closing } is missing"),
          new Meaning("expected ',' or ']'", "a comma or a closing ] is missing"),
          new Meaning(
              "expected <block end>",
              "this does not go with what stands above: mend the indentation or the quotes"),
          new Meaning(
              "sequence entries are not allowed", "a list with - begins on a line of its own"),
          new Meaning("Expected a field name", "a key must be a plain text"),
          new Meaning(
              "expected the node content",
              "a value is expected here: put a text with brackets or commas in quotes"));

  /** The same for JSON. */
  private static final List<Meaning> JSON =
      List.of(
          new Meaning("Unrecognized token", "a text stands in double quotes"),
          new Meaning("end-of-input", "the file ends before a bracket or a quote is closed"),
          new Meaning("start field name", "a key in double quotes is expected here"),
          new Meaning("expecting a colon", "a colon is missing after the key"),
          new Meaning("expecting comma", "a comma is missing"),
          new Meaning(
              "unquoted character", "a text in quotes holds a line break or a control character"),
          new Meaning("character escape", BAD_ESCAPE),
          new Meaning("exceeds the maximum", "a number or a key is too long"),
          new Meaning(
              "Invalid numeric value", "a number is written in a way that JSON does not allow"));

  private final String words;
  private final JsonLocation location;
  private final boolean json;

  /**
   * @param reached how far the parser came, for errors without a place of their own
   */
  Malformed(JsonProcessingException cause, JsonLocation reached, boolean json) {
    this.words =
        cause
            .getOriginalMessage()
            .lines()
            .filter(line -> !line.startsWith(QUOTE))
            .collect(Collectors.joining("\n"));
    this.location = cause.getLocation() == null ? reached : cause.getLocation();
    this.json = json;
  }

  /**
   * The exception to throw.
   *
   * @param likely what else is to be said of the line that the parser stopped in
   */
  ParleyException in(Problems problems, IntFunction<String> likely) {
    Optional<MatchResult> place = place();
    int line = place.map(p -> Integer.parseInt(p.group(1))).orElse(location.getLineNr());
    int column = place.map(p -> Integer.parseInt(p.group(2))).orElse(location.getColumnNr());
    String message = (json ? "this is not JSON: " : "this is not YAML: ") + meaning();
    return problems.fatal(line, column, message + likely.apply(line));
  }

  /** The place in a YAML message; the exception's own is that of the last good token. */
  private Optional<MatchResult> place() {
    if (json) {
      return Optional.empty();
    }
    boolean opened = words.startsWith(QUOTED_TEXT) && words.contains(END);
    return PLACE.matcher(words).results().reduce((first, later) -> opened ? first : later);
  }

  private String meaning() {
    return (json ? JSON : YAML)
        .stream()
            .filter(known -> words.contains(known.sign()))
            .map(Meaning::words)
            .findFirst()
            .orElseGet(this::culprit);
  }

  private String culprit() {
    Matcher character = CHARACTER.matcher(words);
    if (!character.find()) {
      return "it cannot be read from here on";
    }
    return json
        ? "%s is not expected here".formatted(character.group(1))
        : "a text that begins with %s must stand in quotes".formatted(character.group(1));
  }

  /** A part of a parser's message and what it means to the person who wrote the file. */
  private record Meaning(String sign, String words) {}
}

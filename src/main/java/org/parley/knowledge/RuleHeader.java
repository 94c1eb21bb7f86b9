package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule says of itself, read from its text without running it.
 *
 * @param file the file that it stands in
 * @param line the line of its name
 * @param name its name
 * @param why the reading of the events in one sentence, or an empty string
 * @param statements the ids of the statements that it rests on
 * @param source the works that it rests on, or an empty string
 * @param derives the facts that it sets
 * @param conditions the text between {@code when} and {@code then}
 * @param consequence the text behind {@code then}
 */
public record RuleHeader(
    String file,
    int line,
    String name,
    String why,
    List<String> statements,
    String source,
    List<String> derives,
    String conditions,
    String consequence) {
  private static final Pattern RULE =
      Pattern.compile(
          "^rule\\s+\"([^\"]+)\"(.*?)^\\s*when\\b(.*?)^\\s*then\\b(.*?)^\\s*end\\b",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BEGINNING = Pattern.compile("^rule\\b", Pattern.MULTILINE);
  private static final Pattern ANNOTATION =
      Pattern.compile("@(\\w+)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*\\)");

  public RuleHeader {
    statements = List.copyOf(statements);
    derives = List.copyOf(derives);
  }

  /** The rules of a file, in its order. */
  static List<RuleHeader> in(String file, String text) {
    List<RuleHeader> headers = new ArrayList<>();
    Matcher rule = RULE.matcher(text);
    int line = 1;
    int counted = 0;
    while (rule.find()) {
      line += (int) text.substring(counted, rule.start()).chars().filter(c -> c == '\n').count();
      counted = rule.start();
      Map<String, String> notes = new HashMap<>();
      Matcher note = ANNOTATION.matcher(rule.group(2));
      while (note.find()) {
        notes.put(note.group(1), note.group(2));
      }
      headers.add(
          new RuleHeader(
              file,
              line,
              rule.group(1),
              notes.getOrDefault("why", ""),
              split(notes.getOrDefault("statement", ""), " +"),
              notes.getOrDefault("source", ""),
              split(notes.getOrDefault("derives", ""), "; *"),
              rule.group(3),
              rule.group(4)));
    }
    return headers;
  }

  /** The lines on which rules begin that are not written as {@link #in} reads them. */
  static List<Integer> unread(String file, String text) {
    List<Integer> lines = new ArrayList<>();
    BEGINNING.matcher(text).results().forEach(m -> lines.add(line(text, m.start())));
    in(file, text).forEach(h -> lines.remove((Integer) h.line()));
    return lines;
  }

  private static int line(String text, int at) {
    return (int) text.substring(0, at).lines().count() + 1;
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).filter(t -> !t.isEmpty()).toList();
  }
}

package org.parley.casefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes what a case file says in the places where it says something else, and nothing around
 * them: comments, quotes, order and blanks stay.
 */
final class CaseEditor {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What stands on the line of its key where it is new. */
  private static final Set<String> ON_ONE_LINE = Set.of(Keys.SIDES, Keys.TAGS, Keys.SHORT_NAMES);

  private final boolean json;
  private final String mark;
  private final String text;
  private final String line;
  private final Span whole;
  private final TreeMap<Integer, Splice> splices = new TreeMap<>(Collections.reverseOrder());

  /** What takes the place of a piece of text, which may be empty. */
  private record Splice(int to, String text) {}

  /**
   * A case file that can be read.
   *
   * @param file its name; JSON where it ends in {@code .json}, else YAML
   */
  CaseEditor(String file, byte[] content) {
    String all = new String(content, StandardCharsets.UTF_8);
    this.json = file.toLowerCase(Locale.ROOT).endsWith(".json");
    this.mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = all.substring(mark.length());
    this.line = text.contains("\r\n") ? "\r\n" : "\n";
    this.whole = Span.of(text, json);
  }

  /** The file as it was read. */
  Span whole() {
    return whole;
  }

  /**
   * Has it say what another outline says.
   *
   * @param before what it says
   * @param after what it shall say
   */
  CaseEditor change(Map<String, Object> before, Map<String, Object> after) {
    change(whole, before, after, "");
    return this;
  }

  /** Has a word or a key be another one, in the quotes of the one before. */
  CaseEditor replace(Span.Scalar word, String now) {
    splice(word.from(), word.to(), likeBefore(word, now, true, ""));
    return this;
  }

  /** The file with all that was changed. */
  byte[] content() {
    StringBuilder changed = new StringBuilder(text);
    splices.forEach((from, splice) -> changed.replace(from, splice.to(), splice.text()));
    return (mark + changed).getBytes(StandardCharsets.UTF_8);
  }

  /** What is inserted at a place stands before what is replaced there. */
  private void splice(int from, int to, String by) {
    splices.merge(
        from,
        new Splice(to, by),
        (one, other) -> new Splice(Math.max(one.to(), other.to()), one.text() + other.text()));
  }

  /**
   * @param indent how far the key of the value is indented
   */
  private void change(Span span, Object before, Object after, String indent) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (span instanceof Span.Mapping mapping) {
      // a fact is a value, or a mapping that holds one
      Map<?, ?> old = asMap(before);
      Map<?, ?> now = asMap(after);
      changeEntries(mapping, old, now);
    } else if (span instanceof Span.Listing listing) {
      // who takes part is a name, or a list of names
      List<?> old = asList(before);
      List<?> now = asList(after);
      changeItems(listing, old, now);
    } else {
      replace(span, after, indent);
    }
  }

  private static Map<?, ?> asMap(Object value) {
    return value instanceof Map<?, ?> map
        ? map
        : value.equals("") ? Map.of() : Map.of(Keys.VALUE, value);
  }

  private static List<?> asList(Object value) {
    return value instanceof List<?> list ? list : value.equals("") ? List.of() : List.of(value);
  }

  // mappings

  private void changeEntries(Span.Mapping mapping, Map<?, ?> before, Map<?, ?> after) {
    String indent = mapping.flow() ? "" : indent(mapping);
    List<String> inFile = new ArrayList<>(mapping.entries().keySet());
    List<Piece> pieces = new ArrayList<>();
    Set<Integer> gone = new HashSet<>();
    for (String key : inFile) {
      Span.Entry entry = mapping.entries().get(key);
      pieces.add(new Piece(entry.key().from(), entry.value().to()));
      if (before.containsKey(key) && !after.containsKey(key)) {
        gone.add(pieces.size() - 1);
      } else if (after.containsKey(key)) {
        Object now = after.get(key);
        Object old = before.containsKey(key) ? before.get(key) : "";
        if (mapping.flow()) {
          changeInFlow(entry.value(), old, now);
        } else {
          change(entry.value(), old, now, indent);
        }
      }
    }
    List<Insertion> insertions = new ArrayList<>();
    int anchor = -1;
    for (Map.Entry<?, ?> entry : after.entrySet()) {
      String key = entry.getKey().toString();
      int place = inFile.indexOf(key);
      if (place >= 0) {
        anchor = Math.max(anchor, place);
      } else if (!entry.getValue().equals(before.get(key))) {
        insertions.add(
            new Insertion(
                anchor,
                mapping.flow()
                    ? quoted(key) + ": " + inFlow(entry.getValue())
                    : block(indent, key, entry.getValue())));
      }
    }
    rearrange(mapping.from(), mapping.to(), mapping.flow(), pieces, gone, insertions);
  }

  private String block(String indent, String key, Object value) {
    boolean short_ = indent.isEmpty() && ON_ONE_LINE.contains(key);
    String lines =
        short_ ? key + ": " + inFlow(value) : YamlText.entry(indent, key, value).stripTrailing();
    return lines.replace("\n", line);
  }

  // lists

  private void changeItems(Span.Listing listing, List<?> before, List<?> after) {
    List<Piece> pieces = new ArrayList<>();
    for (Span item : listing.items()) {
      pieces.add(new Piece(listing.flow() ? item.from() : dash(item.from()), item.to()));
    }
    Set<Integer> gone = new HashSet<>();
    List<Insertion> insertions = new ArrayList<>();
    int old = 0;
    int now = 0;
    for (int[] same : common(before, after)) {
      pair(listing, before, after, old, same[0], now, same[1], gone, insertions);
      old = same[0] + 1;
      now = same[1] + 1;
    }
    pair(listing, before, after, old, before.size(), now, after.size(), gone, insertions);
    rearrange(listing.from(), listing.to(), listing.flow(), pieces, gone, insertions);
  }

  /** Between items that stay, the first are changed into each other, the others come or go. */
  private void pair(
      Span.Listing listing,
      List<?> before,
      List<?> after,
      int oldFrom,
      int oldTo,
      int nowFrom,
      int nowTo,
      Set<Integer> gone,
      List<Insertion> insertions) {
    int pairs = Math.min(oldTo - oldFrom, nowTo - nowFrom);
    for (int i = 0; i < pairs; i++) {
      Span item = listing.items().get(oldFrom + i);
      if (listing.flow()) {
        changeInFlow(item, before.get(oldFrom + i), after.get(nowFrom + i));
      } else {
        change(item, before.get(oldFrom + i), after.get(nowFrom + i), indentOf(dash(item.from())));
      }
    }
    for (int i = oldFrom + pairs; i < oldTo; i++) {
      gone.add(i);
    }
    for (int i = nowFrom + pairs; i < nowTo; i++) {
      insertions.add(
          new Insertion(
              oldFrom + pairs - 1,
              listing.flow()
                  ? inFlow(after.get(i))
                  : indentOf(dash(listing.items().get(0).from()))
                      + "- "
                      + YamlText.item(after.get(i))));
    }
  }

  /** The places of a longest row of items that both lists have. */
  private static List<int[]> common(List<?> before, List<?> after) {
    int[][] length = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        length[i][j] =
            before.get(i).equals(after.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<int[]> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        common.add(new int[] {i++, j++});
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  // what both have in common

  /** An entry or an item. */
  private record Piece(int from, int to) {}

  /**
   * A new entry or item.
   *
   * @param behind the place of the piece that it stands behind, or -1 for the first
   */
  private record Insertion(int behind, String text) {}

  private void rearrange(
      int from,
      int to,
      boolean flow,
      List<Piece> pieces,
      Set<Integer> gone,
      List<Insertion> insertions) {
    if (flow) {
      rearrangeInFlow(from, pieces, gone, insertions);
      return;
    }
    for (Insertion insertion : insertions) {
      int behind = insertion.behind();
      while (behind >= 0 && gone.contains(behind)) {
        behind--;
      }
      if (behind >= 0) {
        int end = endOfLine(pieces.get(behind).to());
        splice(end, end, line + insertion.text());
      } else {
        int at = pieces.isEmpty() ? to : startOfLine(pieces.get(0).from());
        splice(at, at, insertion.text() + line);
      }
    }
    for (int i : gone) {
      int end = endOfLine(pieces.get(i).to());
      int next = text.startsWith("\r\n", end) ? end + 2 : Math.min(text.length(), end + 1);
      splice(startOfLine(pieces.get(i).from()), next, "");
    }
  }

  private void rearrangeInFlow(
      int from, List<Piece> pieces, Set<Integer> gone, List<Insertion> insertions) {
    boolean lines =
        !pieces.isEmpty()
            && (text.substring(from, pieces.get(0).from()).contains("\n")
                || (pieces.size() > 1
                    && text.substring(pieces.get(0).to(), pieces.get(1).from()).contains("\n")));
    String between = lines ? "," + line + indentOf(pieces.get(0).from()) : ", ";
    int last = pieces.size() - 1;
    while (last >= 0 && gone.contains(last)) {
      last--;
    }
    boolean first = last < 0;
    for (Insertion insertion : insertions) {
      int behind = insertion.behind();
      while (behind >= 0 && gone.contains(behind)) {
        behind--;
      }
      if (last < 0) {
        splice(from + 1, from + 1, (first ? "" : between) + insertion.text());
        first = false;
      } else if (behind >= 0) {
        int end = pieces.get(behind).to();
        splice(end, end, between + insertion.text());
      } else {
        int at = pieces.get(0).from();
        splice(at, at, insertion.text() + between);
      }
    }
    for (int i = 0; i < last; i++) {
      if (gone.contains(i)) {
        splice(pieces.get(i).from(), pieces.get(i + 1).from(), "");
      }
    }
    if (last < pieces.size() - 1) {
      int begin = last < 0 ? pieces.get(0).from() : pieces.get(last).to();
      splice(begin, pieces.get(pieces.size() - 1).to(), "");
    }
  }

  // values

  private void changeInFlow(Span span, Object before, Object after) {
    if (span instanceof Span.Scalar) {
      if (!Objects.equals(before, after)) {
        splice(span.from(), span.to(), spaced(span, likeBefore(span, after, true, "")));
      }
    } else {
      change(span, before, after, "");
    }
  }

  private void replace(Span span, Object after, String indent) {
    if (json) {
      splice(span.from(), span.to(), JsonText.inline(after));
      return;
    }
    boolean alone = text.substring(span.to(), endOfLine(span.to())).isBlank();
    if (after instanceof Map<?, ?> || after instanceof List<?>) {
      String now =
          alone
              ? YamlText.below(indent, after).stripTrailing().replace("\n", line)
              : " " + inFlow(after);
      // a value that was left out leaves no blank behind its key
      int from = span.from();
      while (from > 0 && text.charAt(from - 1) == ' ') {
        from--;
      }
      splice(from, span.to(), now);
      return;
    }
    splice(span.from(), span.to(), spaced(span, likeBefore(span, after, !alone, indent + "  ")));
  }

  private String spaced(Span span, String now) {
    boolean touches = span.from() > 0 && text.charAt(span.from() - 1) == ':';
    return touches && !json ? " " + now : now;
  }

  /**
   * A value in the quotes of the one before.
   *
   * @param oneLine whether it must not go on in further lines
   */
  private String likeBefore(Span span, Object after, boolean oneLine, String indent) {
    char first = span.from() < span.to() ? text.charAt(span.from()) : ' ';
    if (after instanceof Map<?, ?> || after instanceof List<?>) {
      return inFlow(after);
    }
    if (json) {
      return JsonText.inline(first == '"' ? after.toString() : after);
    }
    String now = after.toString();
    if (first == '"' && !now.contains("\n")) {
      return YamlScalar.quoted(now);
    }
    if (first == '\'' && YamlScalar.canStandInSingleQuotes(now)) {
      return "'" + now.replace("'", "''") + "'";
    }
    if (!(after instanceof String)) {
      return now;
    }
    return oneLine ? YamlScalar.inFlow(now) : YamlScalar.block(now, indent).replace("\n", line);
  }

  private String inFlow(Object value) {
    return json ? JsonText.inline(value) : YamlText.flow(value);
  }

  private String quoted(String key) {
    return json ? JsonText.inline(key) : YamlScalar.inFlow(key);
  }

  // places

  private String indent(Span.Mapping mapping) {
    return mapping.entries().isEmpty()
        ? ""
        : " ".repeat(column(mapping.entries().values().iterator().next().key().from()));
  }

  private String indentOf(int at) {
    return " ".repeat(column(at));
  }

  private int column(int at) {
    return text.codePointCount(startOfLine(at), at);
  }

  private int startOfLine(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int endOfLine(int at) {
    int end = text.indexOf('\n', at);
    if (end < 0) {
      return text.length();
    }
    return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Where the dash of an item stands. */
  private int dash(int item) {
    return text.lastIndexOf('-', item - 1);
  }
}

package org.parley.author.save;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An element of an XML text and where it stands there.
 *
 * @param name its name without prefix
 * @param prefix its prefix with the colon, or an empty string
 * @param namespace its namespace
 * @param attributes its attributes as written, by their names as written
 * @param start where its start tag begins
 * @param inside where its start tag ends
 * @param close where its end tag begins; where it has none, {@code end}
 * @param end where it ends
 * @param children its child elements
 * @param runs its own text, in pieces
 * @param remarks the comments and instructions directly in it
 */
record Markup(
    String name,
    String prefix,
    String namespace,
    Map<String, String> attributes,
    int start,
    int inside,
    int close,
    int end,
    List<Markup> children,
    List<Run> runs,
    List<Span> remarks) {

  Markup {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
    runs = List.copyOf(runs);
    remarks = List.copyOf(remarks);
  }

  /**
   * A piece of text.
   *
   * @param start where it begins
   * @param end where it ends
   * @param value what it says, once references are resolved
   * @param cdata whether it stands in a CDATA section, whose brackets are not part of it
   */
  record Run(int start, int end, String value, boolean cdata) {}

  /**
   * A part of the text.
   *
   * @param start where it begins
   * @param end where it ends
   */
  record Span(int start, int end) {}

  /** Whether it is written as one tag, such as {@code <text/>}. */
  boolean isEmptyTag() {
    return inside == end;
  }

  /** Its child elements of a kind, of its own namespace. */
  List<Markup> all(String kind) {
    return children.stream()
        .filter(c -> c.name.equals(kind) && c.namespace.equals(namespace))
        .toList();
  }

  Optional<Markup> first(String kind) {
    return all(kind).stream().findFirst();
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** What it says, as the reader of the tables sees it. */
  String value() {
    return runs.stream().map(Run::value).collect(Collectors.joining()).strip();
  }

  /** What the child {@code text} says, or an empty string. */
  String text() {
    return first("text").map(Markup::value).orElse("");
  }
}

package org.parley.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a YAML or JSON file as it was written, with its place: lines and columns count from 1.
 */
public sealed interface Node {

  int line();

  int column();

  /** What it is, in a message. */
  String kind();

  /** Whether nothing stands there: no text, or a bare {@code null}. */
  default boolean isNothing() {
    return this instanceof Text text && text.text().isEmpty();
  }

  /**
   * A scalar. Its text is what was written, never a number, a date or a truth value: whoever reads
   * it knows best what it should be.
   */
  record Text(String text, int line, int column) implements Node {

    @Override
    public String kind() {
      return "text";
    }
  }

  /** A list. */
  record Items(List<Node> nodes, int line, int column) implements Node {

    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order of the file. */
  record Entries(Map<String, Entry> entries, int line, int column) implements Node {

    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A value of a mapping, with the place of its key. */
  record Entry(Node value, int line, int column) {}
}

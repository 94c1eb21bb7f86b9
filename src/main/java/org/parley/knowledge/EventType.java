package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of dated event.
 *
 * @param name its name
 * @param by what {@code by} stands for, or an empty string where it is not used
 * @param to what {@code to} stands for, or an empty string where it is not used
 * @param details the extra keys
 * @param meaning what it means
 * @param facts the facts that it bears on
 */
public record EventType(
    String name,
    String by,
    String to,
    Map<String, Detail> details,
    String meaning,
    List<String> facts) {

  public EventType {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    facts = List.copyOf(facts);
  }

  /**
   * What an extra key takes.
   *
   * @param kind a date, one of some values, or any text
   * @param values the values, for a choice
   */
  public record Detail(Kind kind, List<String> values) {

    public Detail {
      values = List.copyOf(values);
    }

    /** The kinds of value. */
    public enum Kind {
      /** One of a list of values. */
      CHOICE,
      /** A day. */
      DATE,
      /** Any text. */
      TEXT
    }
  }
}

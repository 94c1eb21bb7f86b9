package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that a FEEL text may refer to, with their types. */
final class Scope {
  /** What a unary test looks at. */
  static final String TESTED = "?";

  static final Scope EMPTY = new Scope(Map.of());

  private final Map<String, ItemType> names;

  Scope(Map<String, ItemType> names) {
    this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  private Scope(Growing growing) {
    this.names = Collections.unmodifiableMap(growing.names);
  }

  /** What the engine knows by a name where the text stands. */
  Map<String, ItemType> names() {
    return names;
  }

  /** A context that is gone through: each entry sees those before it. */
  static final class Growing {
    private final Map<String, ItemType> names;
    private final Scope scope;

    Growing(Scope outer) {
      names = new LinkedHashMap<>(outer.names());
      scope = new Scope(this);
    }

    Scope now() {
      return scope;
    }

    void add(String name, ItemType type) {
      names.put(name, type);
    }
  }

  Scope with(String name, ItemType type) {
    Map<String, ItemType> more = new LinkedHashMap<>(names);
    more.put(name, type);
    return new Scope(more);
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  /** The type of a name; one of which nothing is known where there is no such name. */
  ItemType type(String name) {
    return names.getOrDefault(name, ItemType.UNKNOWN);
  }
}

package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a FEEL text may refer to, with their types. */
final class Scope {
  /** What a unary test looks at. */
  static final String TESTED = "?";

  /** The elements that can be called. */
  static final Set<String> FUNCTIONS = Set.of("businessKnowledgeModel", "decisionService");

  static final Scope EMPTY = new Scope(Map.of());

  private final Map<String, ItemType> names;

  Scope(Map<String, ItemType> names) {
    this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** The names that a decision, a function or a service requires, as the engine knows them. */
  static Scope of(ModelFile model, ModelElement element) {
    Map<String, ItemType> names = new LinkedHashMap<>();
    model.required(element).forEach(e -> names.put(e.name(), type(model, e)));
    return new Scope(names);
  }

  static ItemType type(ModelFile model, ModelElement target) {
    if (FUNCTIONS.contains(target.kind())) {
      return ItemType.FUNCTION;
    }
    ItemType declared = model.type(target);
    return declared.isKnown() ? declared : parts(model, target).orElse(declared);
  }

  /** What a decision without a type answers with, where its logic says so. */
  private static Optional<ItemType> parts(ModelFile model, ModelElement decision) {
    ModelElement table = decision.child("decisionTable");
    ModelElement context = decision.child("context");
    List<ModelElement> named = new ArrayList<>();
    if (table != null && table.children("output").size() > 1) {
      named.addAll(table.children("output"));
    } else if (context != null) {
      context.children("contextEntry").forEach(entry -> named.add(entry.child("variable")));
    }
    // an entry without a name is what the whole answers with
    if (named.isEmpty() || named.contains(null)) {
      return Optional.empty();
    }
    Map<String, ItemType> parts = new LinkedHashMap<>();
    named.forEach(part -> parts.put(part.name(), model.types().of(part)));
    return Optional.of(ItemType.notDeclared(parts));
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

package org.parley.decide;

import java.util.List;
import java.util.Map;

/**
 * What a decision can read or answer with: a fact, a decision, or something computed from them.
 *
 * @param expression its name or how it is computed
 * @param kind what it is
 * @param texts the texts that it can be, or that its list can hold
 * @param min about the least number that it can be
 * @param max about the greatest number that it can be
 * @param nullable whether it can be absent
 * @param parts the parts of a context
 * @param type the name of its type, or empty
 */
record Term(
    String expression,
    Kind kind,
    List<String> texts,
    int min,
    int max,
    boolean nullable,
    Map<String, Term> parts,
    String type) {

  /** The kinds of term. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    LIST,
    CONTEXT
  }

  static Term text(String expression, List<String> texts) {
    return new Term(expression, Kind.TEXT, List.copyOf(texts), 0, 0, false, Map.of(), "");
  }

  static Term number(String expression, int min, int max, boolean nullable) {
    return new Term(expression, Kind.NUMBER, List.of(), min, max, nullable, Map.of(), "");
  }

  static Term bool(String expression, boolean nullable) {
    return new Term(expression, Kind.BOOLEAN, List.of(), 0, 0, nullable, Map.of(), "");
  }

  static Term list(String expression, List<String> texts) {
    return new Term(expression, Kind.LIST, List.copyOf(texts), 0, 0, false, Map.of(), "");
  }

  static Term context(String expression, Map<String, Term> parts) {
    return new Term(expression, Kind.CONTEXT, List.of(), 0, 0, false, parts, "");
  }

  static Term of(Draft.Fact fact) {
    return (fact.values().isEmpty()
            ? number(fact.name(), fact.min(), fact.max(), true)
            : text(fact.name(), fact.values()))
        .typed(fact.type().name());
  }

  Term typed(String typeName) {
    return new Term(expression, kind, texts, min, max, nullable, parts, typeName);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it is a number that keeps to its range: of those, only facts are known to. */
  boolean isExactNumber() {
    return is(Kind.NUMBER) && nullable && !type.isEmpty();
  }

  /** FEEL's own type of it, or empty. */
  String feelType() {
    return switch (kind) {
      case TEXT -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case LIST, CONTEXT -> "";
    };
  }
}

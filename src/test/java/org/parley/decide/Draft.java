package org.parley.decide;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * A knowledge base on the drawing board, which a test writes into files and loads.
 *
 * @param facts the vocabulary
 * @param decisions the decisions of all models
 */
record Draft(List<Fact> facts, List<Decision> decisions) {

  Draft {
    facts = List.copyOf(facts);
    decisions = List.copyOf(decisions);
  }

  /** Writes it and loads it again, as staff's files are loaded. */
  KnowledgeBase loadFrom(Path folder) {
    new DraftWriter(this).writeTo(folder);
    return KnowledgeBase.load(folder);
  }

  /** A text as FEEL writes it. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Texts as FEEL lists them. */
  static String quoted(List<String> texts) {
    return texts.stream().map(Draft::quoted).collect(Collectors.joining(","));
  }

  /**
   * A fact.
   *
   * @param values what a choice allows; empty for a number
   * @param min the least number
   * @param max the greatest number
   * @param type how the models type it
   */
  record Fact(String name, List<String> values, int min, int max, Type type) {

    static Fact choice(String name, List<String> values) {
      return new Fact(
          name, List.copyOf(values), 0, 0, Type.of("t " + name, "string", quoted(values)));
    }

    static Fact choice(String name, String... values) {
      return choice(
          name, Stream.concat(Arrays.stream(values), Stream.of(FactType.UNKNOWN)).toList());
    }

    static Fact number(String name, int min, int max) {
      return new Fact(
          name,
          List.of(),
          min,
          max,
          Type.of("t " + name, "number", "null,[%d..%d]".formatted(min, max)));
    }
  }

  /**
   * A type.
   *
   * @param name of its item definition, or of FEEL's own type, or empty where there is none
   * @param base FEEL's own type, or empty for a context
   * @param allowed the values as FEEL lists them, or empty for all
   * @param collection whether it is a list
   * @param components the types of the parts of a context
   */
  record Type(
      String name,
      String base,
      String allowed,
      boolean collection,
      Map<String, String> components) {
    static final Type NONE = plain("");

    static Type plain(String feel) {
      return new Type(feel, feel, "", false, Map.of());
    }

    static Type of(String name, String base, String allowed) {
      return new Type(name, base, allowed, false, Map.of());
    }

    static Type listOf(String name, String base, String allowed) {
      return new Type(name, base, allowed, true, Map.of());
    }

    static Type context(String name, boolean collection, Map<String, String> components) {
      return new Type(name, "", "", collection, new LinkedHashMap<>(components));
    }

    boolean isDefined() {
      return !name.equals(base);
    }
  }

  /**
   * A decision.
   *
   * @param model the file that it stands in
   * @param reads the names of facts and decisions
   */
  record Decision(String name, String model, Type type, List<String> reads, Logic logic) {

    Decision {
      reads = List.copyOf(reads);
    }
  }

  /** How a decision comes to its result. */
  sealed interface Logic permits Table, Expression, Context {}

  /** A literal expression. */
  record Expression(String text) implements Logic {}

  /** A boxed context: an expression for each part. */
  record Context(Map<String, String> entries) implements Logic {

    Context {
      entries = new LinkedHashMap<>(entries);
    }
  }

  /**
   * A table.
   *
   * @param aggregation such as {@code SUM}, or empty
   */
  record Table(
      String hitPolicy,
      String aggregation,
      List<Input> inputs,
      List<Output> outputs,
      List<Row> rows)
      implements Logic {

    Table {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      rows = List.copyOf(rows);
    }
  }

  /**
   * An input column.
   *
   * @param type its type reference, or empty
   * @param values its input values, or empty
   */
  record Input(String expression, String type, String values) {

    static Input of(String expression) {
      return new Input(expression, "", "");
    }
  }

  /**
   * An output column.
   *
   * @param name its name, or empty where it is the only one
   * @param type its type reference, or empty
   * @param values its output values, or empty
   * @param otherwise its default output entry, or empty
   */
  record Output(String name, String type, String values, String otherwise) {
    static final Output SINGLE = new Output("", "", "", "");
  }

  /**
   * A row.
   *
   * @param id its id, or empty
   */
  record Row(String id, List<String> tests, List<String> results) {

    Row {
      tests = List.copyOf(tests);
      results = List.copyOf(results);
    }
  }
}

package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a knowledge base holds, as small records for whoever shows it or offers its words: {@link
 * Advisor#vocabulary}, {@link Advisor#statements}, {@link Advisor#tables}, {@link
 * Advisor#principles}. Texts that are not given are empty strings.
 */
public final class Catalogue {

  private Catalogue() {}

  /**
   * The words that cases may use.
   *
   * @param facts the facts, in their order
   * @param events the event types, in their order
   */
  public record Vocabulary(List<FactEntry> facts, List<EventEntry> events) {

    public Vocabulary {
      facts = List.copyOf(facts);
      events = List.copyOf(events);
    }

    /** A fact by name. */
    public Optional<FactEntry> fact(String name) {
      return facts.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** An event type by name. */
    public Optional<EventEntry> event(String type) {
      return events.stream().filter(e -> e.type().equals(type)).findFirst();
    }
  }

  /**
   * A fact that cases may give.
   *
   * @param name its name
   * @param group the group that it is shown in
   * @param values the values of a choice, {@code unknown} among them; empty for a number
   * @param ordered whether the values, but for {@code unknown}, stand in the order of a scale
   * @param least the least number allowed, or {@code null} for a choice
   * @param most the greatest number allowed, or {@code null} for a choice
   * @param meaning what it means
   * @param codingRule how to code it
   * @param ifAbsent what it means that a case does not give it, where that is more than unknown
   * @param actor who can act on it
   * @param closeToChoice whether it sits close to the choice that the advice is about
   */
  public record FactEntry(
      String name,
      String group,
      List<String> values,
      boolean ordered,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer least,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer most,
      String meaning,
      String codingRule,
      String ifAbsent,
      String actor,
      boolean closeToChoice) {

    public FactEntry {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
    }
  }

  /**
   * A type of dated event.
   *
   * @param type its name
   * @param by what {@code by} stands for, or an empty string where it is not used
   * @param to what {@code to} stands for, or an empty string where it is not used
   * @param details the values of each extra key; none of a key that takes any text, or a day
   * @param meaning what it means
   * @param facts the facts that it bears on
   */
  public record EventEntry(
      String type,
      String by,
      String to,
      Map<String, List<String>> details,
      String meaning,
      List<String> facts) {

    public EventEntry {
      Objects.requireNonNull(type, "type");
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
      facts = List.copyOf(facts);
    }
  }

  /**
   * A statement of a source: what rows and rules rest on.
   *
   * @param id its id, such as {@code S012}
   * @param document the document that makes it
   * @param kind {@code rule}, {@code case}, {@code definition} or {@code principle}
   * @param text what it says
   * @param caution what is contested or inconsistent
   * @param use what it can carry, such as {@code recommends}
   */
  public record StatementEntry(
      String id, String document, String kind, String text, String caution, String use) {}

  /**
   * A decision table.
   *
   * @param decision the decision that it answers
   * @param question the question that the decision answers
   * @param file the model that it stands in
   * @param hitPolicy such as {@code UNIQUE} or {@code COLLECT}
   * @param inputs what its columns test: mostly facts and decisions
   * @param outputs the names of its results; of a single one the decision
   * @param rows its rows, in their order
   */
  public record Table(
      String decision,
      String question,
      String file,
      String hitPolicy,
      List<String> inputs,
      List<String> outputs,
      List<TableRow> rows) {

    public Table {
      Objects.requireNonNull(decision, "decision");
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a decision table.
   *
   * @param id its id
   * @param tests the FEEL test of each column that it tests, by what the column tests
   * @param results the FEEL expression of each result, by its name
   * @param why its reason in one sentence
   * @param source the works that it rests on
   * @param statements the ids of the statements that it encodes
   */
  public record TableRow(
      String id,
      Map<String, String> tests,
      Map<String, String> results,
      String why,
      String source,
      List<String> statements) {

    public TableRow {
      Objects.requireNonNull(id, "id");
      tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
      results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
      statements = List.copyOf(statements);
    }
  }

  /**
   * What must hold in every possible case.
   *
   * @param id its id
   * @param text what must hold, such as {@code 'x' no → yes: 'y' must never rise}
   * @param statements the ids of the statements that it follows from
   * @param why the reason in a sentence
   */
  public record PrincipleEntry(String id, String text, List<String> statements, String why) {

    public PrincipleEntry {
      Objects.requireNonNull(id, "id");
      statements = List.copyOf(statements);
    }
  }
}

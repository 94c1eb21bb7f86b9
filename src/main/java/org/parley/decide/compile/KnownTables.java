package org.parley.decide.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.Domain;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/**
 * Masks that were made and proved before, perhaps for another knowledge base: those of a decision
 * that does the same with the same values need not be made again.
 *
 * @param version of the tables that they were made of
 * @param facts what each can stand for, in the order of the slots
 * @param decisions what is known of each, in the order of the slots
 */
public record KnownTables(String version, Map<String, Domain> facts, Map<String, Known> decisions) {
  /** None. */
  public static final KnownTables NONE = new KnownTables("", Map.of(), Map.of());

  /**
   * What is known of a decision.
   *
   * @param key what its masks depend on, as a digest; empty where it has none
   * @param frame the frame of its table
   * @param table its masks, or {@code null} where none could be made
   * @param reason why not, or an empty string
   */
  record Known(String key, String frame, CompiledTable table, String reason) {

    static Known of(String key, String frame, CompiledTable table) {
      return new Known(key, frame, table, "");
    }

    static Known without(String reason) {
      return new Known("", "", null, reason);
    }
  }

  /** Those of a knowledge base. */
  public static KnownTables of(KnowledgeBase knowledge, CompiledTables compiled) {
    Map<String, Domain> domains = new HashMap<>(compiled.facts());
    Map<String, Known> decisions = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      String name = decision.name();
      CompiledTable table = compiled.table(name);
      decisions.put(
          name,
          table == null
              ? Known.without(compiled.reason(name))
              : Known.of(key(knowledge, decision, domains), knowledge.frame(decision), table));
      domains.put(name, compiled.domain(compiled.slot(name)));
    }
    return new KnownTables(knowledge.tableVersion(), compiled.facts(), decisions);
  }

  boolean isEmpty() {
    return decisions.values().stream().allMatch(known -> known.table() == null);
  }

  /** All of them, for a knowledge base of the same version. */
  public CompiledTables all(KnowledgeBase same) {
    Map<String, CompiledTable> tables = new HashMap<>();
    Map<String, String> reasons = new HashMap<>();
    for (Map.Entry<String, Known> decision : decisions.entrySet()) {
      Known known = decision.getValue();
      if (known.table() == null) {
        reasons.put(decision.getKey(), known.reason());
      } else {
        tables.put(decision.getKey(), known.table());
      }
    }
    return new CompiledTables(facts, same.decisions(), tables, reasons);
  }

  /**
   * What the masks of a decision depend on, as a digest.
   *
   * @param domains of what it reads
   */
  static String key(KnowledgeBase knowledge, Decision decision, Map<String, Domain> domains) {
    StringBuilder text = new StringBuilder(knowledge.fingerprint(decision));
    for (List<String> read : List.of(decision.facts(), decision.decisions())) {
      for (String name : read) {
        Domain domain = domains.get(name);
        text.append('\n').append(name);
        if (domain != null) {
          text.append(domain.isBanded() ? " in bands " : " ").append(domain.values());
        }
      }
    }
    return Digests.hex(text.toString());
  }

  /** The decisions that the two do not answer alike for the same values of what they read. */
  public Set<String> differingFrom(KnownTables other) {
    Set<String> differing = new HashSet<>();
    for (KnownTables one : List.of(this, other)) {
      one.decisions.keySet().stream()
          .filter(name -> key(name).isEmpty() || !key(name).equals(other.key(name)))
          .forEach(differing::add);
    }
    return differing;
  }

  private String key(String decision) {
    Known known = decisions.get(decision);
    return known == null ? "" : known.key();
  }

  /**
   * Whether a table differs from one that is known in nothing but rows that only list texts and
   * numbers: what such rows mean is plain, and how a table of this frame is read has been proved.
   */
  public boolean isSafelyChanged(KnowledgeBase knowledge, Decision decision) {
    String frame = knowledge.frame(decision);
    return isPlain(decision) && decisions.values().stream().anyMatch(k -> k.frame().equals(frame));
  }

  private static boolean isPlain(Decision decision) {
    DecisionTable table = decision.decisionTable();
    return table != null && table.rows().stream().allMatch(row -> isPlain(row, table));
  }

  private static boolean isPlain(Row row, DecisionTable table) {
    if (row.tests().size() != table.inputs().size()
        || row.results().size() != table.outputs().size()
        || !row.tests().stream().allMatch(KnownTables::isPlain)) {
      return false;
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      DecisionTable.Output output = table.outputs().get(i);
      String result = row.results().get(i);
      if (!lets(output.values(), result)
          || !output.types().stream().allMatch(type -> isOf(type, result))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String test) {
    return !Cell.test(test).isOther();
  }

  private static boolean isOf(DecisionTable.Type type, String result) {
    String base = Cell.answer(result).text().isPresent() ? "string" : "number";
    return type.base().equals(base) && lets(type.allowed(), result);
  }

  /** Whether a result is a text or a number, and plain tests let it through, if there are any. */
  private static boolean lets(String tests, String result) {
    Cell answer = Cell.answer(result);
    Object value = answer.text().isPresent() ? answer.text().get() : answer.number().orElse(null);
    return value != null && (tests.isEmpty() || Cell.test(tests).accepts(value));
  }

  /**
   * A table that is known, or {@code null}.
   *
   * @param slots where it finds what it reads
   */
  CompiledTable find(String key, Map<String, Integer> slots) {
    List<String> names =
        Stream.concat(facts.keySet().stream(), decisions.keySet().stream()).toList();
    return decisions.values().stream()
        .filter(known -> known.key().equals(key))
        .findFirst()
        .map(known -> known.table().movedTo(slot -> slots.get(names.get(slot))))
        .orElse(null);
  }
}

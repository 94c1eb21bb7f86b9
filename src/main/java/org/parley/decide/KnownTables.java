package org.parley.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.decide.CompiledTable.Column;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/**
 * Masks that were made and proved before, perhaps for another knowledge base: those of a decision
 * that does the same with the same values need not be made again.
 */
final class KnownTables {
  /** None. */
  static final KnownTables NONE = new KnownTables(List.of(), Map.of(), Set.of());

  private final List<String> names;
  private final Map<String, CompiledTable> tables;
  private final Set<String> frames;

  /**
   * @param names of the slots that the tables see
   * @param tables by key
   * @param frames of the tables
   */
  KnownTables(List<String> names, Map<String, CompiledTable> tables, Set<String> frames) {
    this.names = List.copyOf(names);
    this.tables = Map.copyOf(tables);
    this.frames = Set.copyOf(frames);
  }

  /** Those of a knowledge base. */
  static KnownTables of(KnowledgeBase knowledge, CompiledTables compiled) {
    Map<String, CompiledTable> tables = new HashMap<>();
    Set<String> frames = new HashSet<>();
    keys(knowledge, compiled)
        .forEach(
            (name, key) -> {
              tables.put(key, compiled.table(name));
              frames.add(knowledge.frame(knowledge.decision(name).orElseThrow()));
            });
    return new KnownTables(names(knowledge), tables, frames);
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** The names of the slots of a knowledge base. */
  static List<String> names(KnowledgeBase knowledge) {
    List<String> names = new ArrayList<>(knowledge.vocabulary().factNames());
    knowledge.decisions().forEach(d -> names.add(d.name()));
    return names;
  }

  /** The key of each decision that has masks. */
  static Map<String, String> keys(KnowledgeBase knowledge, CompiledTables compiled) {
    Map<String, Domain> domains = new HashMap<>(compiled.facts());
    Map<String, String> keys = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      CompiledTable table = compiled.table(decision.name());
      domains.put(decision.name(), compiled.domain(compiled.slot(decision.name())));
      if (table != null) {
        keys.put(decision.name(), key(knowledge, decision, domains));
      }
    }
    return keys;
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

  /**
   * Whether a table differs from one that is known in nothing but rows that only list texts and
   * numbers: what such rows mean is plain, and how a table of this frame is read has been proved.
   */
  boolean isSafelyChanged(KnowledgeBase knowledge, Decision decision) {
    return isPlain(decision) && frames.contains(knowledge.frame(decision));
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
    CompiledTable table = tables.get(key);
    if (table == null) {
      return null;
    }
    List<Column> columns = table.columns().stream().map(c -> moved(c, slots)).toList();
    return new CompiledTable(table.policy(), columns, table.rows(), table.otherwise());
  }

  private Column moved(Column column, Map<String, Integer> slots) {
    int[] moved = Arrays.stream(column.slots()).map(slot -> slots.get(names.get(slot))).toArray();
    return new Column(moved, column.strides(), column.masks());
  }
}

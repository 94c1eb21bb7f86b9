package org.parley.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.decide.CompiledTable.Column;
import org.parley.knowledge.Decision;
import org.parley.knowledge.Digests;
import org.parley.knowledge.KnowledgeBase;

/**
 * Masks that were made and proved before, perhaps for another knowledge base: those of a decision
 * that does the same with the same values need not be made again.
 */
final class KnownTables {
  /** None. */
  static final KnownTables NONE = new KnownTables(List.of(), Map.of());

  private final List<String> names;
  private final Map<String, CompiledTable> tables;

  /**
   * @param names of the slots that the tables see
   * @param tables by key
   */
  KnownTables(List<String> names, Map<String, CompiledTable> tables) {
    this.names = List.copyOf(names);
    this.tables = Map.copyOf(tables);
  }

  /** Those of a knowledge base. */
  static KnownTables of(KnowledgeBase knowledge, CompiledTables compiled) {
    Map<String, CompiledTable> tables = new HashMap<>();
    keys(knowledge, compiled).forEach((name, key) -> tables.put(key, compiled.table(name)));
    return new KnownTables(names(knowledge), tables);
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

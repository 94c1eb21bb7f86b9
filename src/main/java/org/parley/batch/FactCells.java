package org.parley.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Fact;
import org.parley.Problem;
import org.parley.batch.mapping.Rule;
import org.parley.decide.answer.FactCodes;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * Reads the facts of records into codes. Each cell is looked up among those that have been read
 * before; only what is new is read as text. Not thread-safe.
 */
final class FactCells {
  private final Vocabulary vocabulary;
  private final FactCodes codes;
  private final byte[] unknown;
  private final FactColumn[] columnsOfFacts;
  // of those that one column says: this column, and what its cells have said before
  private final int[] alone;
  private final Dictionary[] dictionaries;
  private final int[] places;
  private final List<Guard> conditions = new ArrayList<>();
  private final List<String> columns;
  private final List<Trouble> troubles = new ArrayList<>();

  /**
   * A cell that says nothing.
   *
   * @param column its name, or an empty string where it is the record itself
   */
  record Trouble(String column, String reason) {}

  FactCells(Layout layout, List<String> columns, Vocabulary vocabulary, FactCodes codes) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.columns = columns;
    this.unknown = codes.encode(Map.of());
    this.columnsOfFacts =
        layout.sources().stream().map(s -> new FactColumn(s, layout)).toArray(FactColumn[]::new);
    this.alone = Stream.of(columnsOfFacts).mapToInt(FactColumn::columnAlone).toArray();
    this.places = Stream.of(columnsOfFacts).mapToInt(f -> f.place).toArray();
    this.dictionaries =
        Stream.of(columnsOfFacts)
            .map(f -> f.rules.length == 0 ? new Dictionary() : f.rules[0].known)
            .toArray(Dictionary[]::new);
    layout
        .conditions()
        .forEach(c -> conditions.add(new Guard(c.column(), raw -> c.filter().takes(raw))));
  }

  /** Whether a record counts, or is to be left out. */
  boolean counts(RecordBlock block, int record) {
    for (Guard condition : conditions) {
      if (!condition.holds(block, record)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the facts of a record.
   *
   * @param to takes a code for each fact of the vocabulary
   * @return whether all cells could be read
   */
  boolean read(RecordBlock block, int record, byte[] to) {
    troubles.clear();
    System.arraycopy(unknown, 0, to, 0, to.length);
    char[] characters = block.characters();
    for (int i = 0; i < columnsOfFacts.length; i++) {
      int code = Dictionary.NONE;
      if (alone[i] >= 0) {
        int begin = block.begin(record, alone[i]);
        int end = block.end(record, alone[i]);
        if (begin == end) {
          continue;
        }
        code = dictionaries[i].get(characters, begin, end);
      }
      if (code == Dictionary.NONE) {
        code = columnsOfFacts[i].code(block, record);
      }
      if (code >= 0) {
        to[places[i]] = (byte) code;
      }
    }
    return troubles.isEmpty();
  }

  /** The facts of a record that could be read, as they stand there and not as codes. */
  Map<String, String> values(RecordBlock block, int record) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FactColumn fact : columnsOfFacts) {
      String value = fact.value(block, record);
      if (!value.equals(FactType.UNKNOWN)) {
        values.put(fact.name, value);
      }
    }
    return values;
  }

  /** What was wrong with the record that was read last. */
  List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  private interface Test {
    boolean passes(String raw);
  }

  /** A column that must hold one of some codes. */
  private static final class Guard {
    private final int column;
    private final Test test;
    private final Dictionary known = new Dictionary();

    Guard(int column, Test test) {
      this.column = column;
      this.test = test;
    }

    boolean holds(RecordBlock block, int record) {
      int found =
          known.get(block.characters(), block.begin(record, column), block.end(record, column));
      if (found == Dictionary.NONE) {
        String raw = block.cell(record, column);
        found = test.passes(raw) ? 1 : 0;
        known.put(raw, found);
      }
      return found == 1;
    }
  }

  /** The columns that a fact is read from. */
  private final class FactColumn {
    private final String name;
    private final int place;
    private final int unknownCode;
    private final RuleColumn[] rules;

    FactColumn(Layout.Source source, Layout layout) {
      this.name = source.type().name();
      this.place = source.fact();
      this.unknownCode = unknown[place] & 0xFF;
      this.rules =
          source.rules().stream()
              .map(rule -> new RuleColumn(rule, source, layout.mapping().missing()))
              .toArray(RuleColumn[]::new);
    }

    /** The column that alone says it; negative where more is to be looked at. */
    int columnAlone() {
      return rules.length == 1 && rules[0].guards.length == 0 ? rules[0].column : -1;
    }

    /** The code of the first rule that knows one, or a negative number. */
    int code(RecordBlock block, int record) {
      for (RuleColumn rule : rules) {
        int code = rule.code(block, record);
        if (code != unknownCode) {
          return code;
        }
      }
      return unknownCode;
    }

    String value(RecordBlock block, int record) {
      return Stream.of(rules)
          .map(rule -> rule.value(block, record))
          .filter(value -> !value.equals(FactType.UNKNOWN))
          .findFirst()
          .orElse(FactType.UNKNOWN);
    }
  }

  /** The column that a rule reads. */
  private final class RuleColumn {
    private final Rule rule;
    private final int column;
    private final FactType type;
    private final int place;
    private final Set<String> missing;
    private final Guard[] guards;
    private final Dictionary known = new Dictionary();
    private final int constant;
    private final int size;

    RuleColumn(Layout.BoundRule bound, Layout.Source source, Set<String> missing) {
      this.rule = bound.rule();
      this.column = bound.column();
      this.type = source.type();
      this.place = source.fact();
      this.missing = missing;
      this.guards =
          bound.guards().entrySet().stream()
              .map(g -> new Guard(g.getValue(), raw -> rule.speaks(g.getKey(), raw)))
              .toArray(Guard[]::new);
      this.size = codes.values(place).size();
      this.constant = column < 0 ? codes.code(place, rule.constant()) : -1;
    }

    private boolean speaks(RecordBlock block, int record) {
      for (Guard guard : guards) {
        if (!guard.holds(block, record)) {
          return false;
        }
      }
      return true;
    }

    String value(RecordBlock block, int record) {
      if (!speaks(block, record)) {
        return FactType.UNKNOWN;
      }
      return column < 0 ? rule.constant() : today(rule.read(block.cell(record, column), missing));
    }

    private String today(Rule.Reading reading) {
      return vocabulary.today(Fact.assumed(type.name(), reading.value())).value();
    }

    int code(RecordBlock block, int record) {
      if (!speaks(block, record)) {
        return unknown[place] & 0xFF;
      }
      if (column < 0) {
        return constant;
      }
      int begin = block.begin(record, column);
      int end = block.end(record, column);
      if (begin == end) {
        return unknown[place] & 0xFF;
      }
      int code = known.get(block.characters(), begin, end);
      return code == Dictionary.NONE ? read(block.cell(record, column)) : code;
    }

    private int read(String raw) {
      Rule.Reading reading = rule.read(raw, missing);
      String trouble = reading.trouble();
      if (reading.isGood()) {
        String value = today(reading);
        Optional<Problem> objection = type.objection(value);
        int code = objection.isPresent() ? -1 : codes.code(place, value);
        if (code >= 0 && code < size) {
          known.put(raw, code);
          return code;
        }
        trouble =
            objection
                .map(Problem::message)
                .orElseGet(() -> "'%s' of '%s' has no code".formatted(value, type.name()));
      }
      troubles.add(new Trouble(columns.get(column), trouble));
      return -1;
    }
  }
}

package org.parley.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** Writes the methods that answer decisions: {@code c} is the case, {@code r} are the results. */
final class HandDecisions {
  private final HandConditions conditions;

  HandDecisions(KnowledgeBase knowledge) {
    conditions = new HandConditions(knowledge);
  }

  /** A class that answers decisions and keeps the rows that matched. */
  List<String> all(List<Decision> decisions) {
    List<String> lines = new ArrayList<>();
    addHead("AllDecisions", decisions, lines);
    for (Decision decision : decisions) {
      if (HandKind.matchesOneRow(decision)) {
        addFirstMatch(decision, decision.decisionTable().rows(), true, lines);
      } else {
        addEveryMatch(decision, lines);
      }
    }
    lines.add("}");
    return lines;
  }

  /** A class that answers decisions and does not keep rows: the first by priority is enough. */
  List<String> valuesOnly(List<Decision> decisions) {
    List<String> lines = new ArrayList<>();
    addHead("PostureDecisions", decisions, lines);
    for (Decision decision : decisions) {
      addFirstMatch(decision, byPriority(decision.decisionTable()), false, lines);
    }
    lines.add("}");
    return lines;
  }

  private static void addHead(String type, List<Decision> decisions, List<String> lines) {
    lines.add("final class %s {".formatted(type));
    for (Decision decision : decisions) {
      addConstants(decision, lines);
    }
    lines.add("  static void decide(HandCase c, HandResults r) {");
    for (Decision decision : decisions) {
      String call = "%s(c, r);".formatted(JavaNames.field(decision.name()));
      boolean list = HandKind.of(decision) == HandKind.LIST;
      lines.add(
          "    " + (list ? "" : "r.%s = ".formatted(JavaNames.field(decision.name()))) + call);
    }
    lines.add("  }");
  }

  private static void addConstants(Decision decision, List<String> lines) {
    HandKind kind = HandKind.of(decision);
    if (kind != HandKind.NUMBER && kind != HandKind.PARTS) {
      return;
    }
    for (Row row : decision.decisionTable().rows()) {
      String numbers =
          row.results().stream()
              .map("new java.math.BigDecimal(\"%s\")"::formatted)
              .collect(Collectors.joining(", "));
      String value =
          kind == HandKind.NUMBER ? numbers : "new %s(%s)".formatted(kind.type(decision), numbers);
      lines.add(
          "  private static final %s %s = %s;"
              .formatted(kind.type(decision), result(decision, row), value));
    }
  }

  private void addFirstMatch(
      Decision decision, List<Row> rows, boolean keepRow, List<String> lines) {
    String name = JavaNames.field(decision.name());
    lines.add(
        "  private static %s %s(HandCase c, HandResults r) {"
            .formatted(HandKind.of(decision).type(decision), name));
    for (Row row : rows) {
      lines.add("    // " + row.id());
      lines.add("    if (%s) {".formatted(conditions.of(decision.decisionTable(), row)));
      if (keepRow) {
        lines.add("      r.%sRow = %d;".formatted(name, row.number()));
      }
      lines.add("      return %s;".formatted(result(decision, row)));
      lines.add("    }");
    }
    lines.add("    throw new IllegalStateException(\"no row matches\");");
    lines.add("  }");
  }

  private void addEveryMatch(Decision decision, List<String> lines) {
    DecisionTable table = decision.decisionTable();
    HandKind kind = HandKind.of(decision);
    String name = JavaNames.field(decision.name());
    boolean list = kind == HandKind.LIST;
    lines.add(
        "  private static %s %s(HandCase c, HandResults r) {"
            .formatted(list ? "void" : kind.type(decision), name));
    lines.add("    long rows = 0;");
    Map<String, String> flags = list ? Map.of() : flags(decision);
    flags.values().forEach(flag -> lines.add("    boolean %s = false;".formatted(flag)));
    for (Row row : table.rows()) {
      lines.add("    // " + row.id());
      lines.add("    if (%s) {".formatted(conditions.of(table, row)));
      lines.add("      rows |= 1L << %d;".formatted(row.number() - 1));
      if (!list) {
        lines.add("      %s = true;".formatted(flags.get(row.results().get(0))));
      }
      lines.add("    }");
    }
    lines.add("    r.%sRows = rows;".formatted(name));
    flags.forEach(
        (value, flag) ->
            lines.add("    if (%s) return %s;".formatted(flag, constant(decision, value))));
    if (!list) {
      lines.add("    throw new IllegalStateException(\"no row matches\");");
    }
    lines.add("  }");
  }

  /** A variable for each result that says whether a row with it matched, by priority. */
  private static Map<String, String> flags(Decision decision) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (Row row : byPriority(decision.decisionTable())) {
      String value = row.results().get(0);
      flags.put(value, "is" + JavaNames.type(value.replace("\"", "")));
    }
    return flags;
  }

  private static List<Row> byPriority(DecisionTable table) {
    List<String> priority = JavaNames.texts(table.outputs().get(0).values());
    return table.hitPolicy().equals("PRIORITY")
        ? table.rows().stream()
            .sorted(
                Comparator.comparingInt(
                    row -> priority.indexOf(row.results().get(0).replace("\"", ""))))
            .toList()
        : table.rows();
  }

  private static String result(Decision decision, Row row) {
    return HandKind.of(decision) == HandKind.CHOICE
        ? constant(decision, row.results().get(0))
        : JavaNames.constant(decision.name()) + "_" + row.number();
  }

  private static String constant(Decision decision, String value) {
    return JavaNames.type(decision.name()) + "." + JavaNames.constant(value.replace("\"", ""));
  }
}

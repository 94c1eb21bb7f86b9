package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * Writes the tables down as a programmer would who wants them fast and readable: a class for the
 * case, enums for choices, a method for each decision.
 */
final class HandGenerator {
  static final String PACKAGE = "org.parley.bench.hand";

  /** The generated class that answers. */
  static final String CALLER = PACKAGE + ".HandWritten";

  private final KnowledgeBase knowledge;
  private final HandDecisions decisions;
  private final Path folder;

  HandGenerator(KnowledgeBase knowledge, Path sources) {
    this.knowledge = knowledge;
    this.decisions = new HandDecisions(knowledge);
    this.folder = sources.resolve(PACKAGE.replace('.', '/'));
  }

  void generate() throws IOException {
    Files.createDirectories(folder);
    for (FactType fact : knowledge.vocabulary().facts()) {
      if (fact.kind() == FactType.Kind.CHOICE) {
        writeEnum(fact.name(), fact.values());
      }
    }
    for (Decision decision : knowledge.decisions()) {
      switch (HandKind.of(decision)) {
        case CHOICE -> writeEnum(decision.name(), decision.allowed());
        case PARTS -> writeRecord(decision);
        default -> {}
      }
    }
    write("HandCase", caseLines());
    write("HandResults", resultLines());
    write("AllDecisions", decisions.all(knowledge.decisions()));
    write("PostureDecisions", decisions.valuesOnly(Finals.behindPosture(knowledge)));
    write("HandWritten", callerLines());
  }

  private void writeEnum(String name, List<String> values) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("enum " + JavaNames.type(name) + " {");
    values.forEach(v -> lines.add("  %s(\"%s\"),".formatted(JavaNames.constant(v), v)));
    lines.add("  ;");
    lines.add("  final String label;");
    lines.add("  %s(String label) { this.label = label; }".formatted(JavaNames.type(name)));
    lines.add("  static %1$s of(String label) {".formatted(JavaNames.type(name)));
    lines.add("    for (%s v : values()) {".formatted(JavaNames.type(name)));
    lines.add("      if (v.label.equals(label)) return v;");
    lines.add("    }");
    lines.add("    throw new IllegalArgumentException(label);");
    lines.add("  }");
    lines.add("}");
    write(JavaNames.type(name), lines);
  }

  private void writeRecord(Decision decision) throws IOException {
    String parts =
        decision.decisionTable().outputs().stream()
            .map(o -> "java.math.BigDecimal " + JavaNames.field(o.name()))
            .collect(Collectors.joining(", "));
    String type = JavaNames.type(decision.name());
    write(type, List.of("record %s(%s) {}".formatted(type, parts)));
  }

  private List<String> caseLines() {
    List<String> lines = new ArrayList<>();
    lines.add("final class HandCase {");
    lines.add("  static final int NOT_KNOWN = -1;");
    for (FactType fact : knowledge.vocabulary().facts()) {
      boolean choice = fact.kind() == FactType.Kind.CHOICE;
      lines.add(
          "  %s %s;"
              .formatted(
                  choice ? JavaNames.type(fact.name()) : "int", JavaNames.field(fact.name())));
    }
    lines.add("}");
    return lines;
  }

  private List<String> resultLines() {
    List<String> lines = new ArrayList<>();
    lines.add("final class HandResults {");
    for (Decision decision : knowledge.decisions()) {
      HandKind kind = HandKind.of(decision);
      String field = JavaNames.field(decision.name());
      if (kind != HandKind.LIST) {
        lines.add("  %s %s;".formatted(kind.type(decision), field));
      }
      lines.add(
          HandKind.matchesOneRow(decision)
              ? "  int %sRow;".formatted(field)
              : "  long %sRows;".formatted(field));
    }
    lines.add("}");
    return lines;
  }

  private List<String> callerLines() {
    List<String> lines = new ArrayList<>();
    lines.add("import java.util.LinkedHashMap;");
    lines.add("import java.util.Map;");
    lines.add("import org.openjdk.jmh.infra.Blackhole;");
    lines.add(
        "public final class HandWritten implements"
            + " org.parley.bench.HandTables<HandCase, HandResults> {");
    lines.add("  @Override public HandResults results() { return new HandResults(); }");
    method(lines, "HandCase encode(Map<String, String> facts)", encodeLines());
    method(
        lines,
        "void decideAll(HandCase c, HandResults r)",
        List.of("    AllDecisions.decide(c, r);"));
    method(lines, "void read(HandResults r, Blackhole reader)", readLines());
    method(
        lines,
        "void decidePosture(HandCase c, HandResults r)",
        List.of("    PostureDecisions.decide(c, r);"));
    method(
        lines,
        "void readPosture(HandResults r, Blackhole reader)",
        consume(List.of(Finals.POSTURE, Finals.UNOFFICIAL_TRACK)));
    method(lines, "Map<String, Object> values(HandResults r)", valueLines());
    method(lines, "Map<String, Long> rows(HandResults r)", rowLines());
    lines.add("}");
    return lines;
  }

  private static void method(List<String> lines, String signature, List<String> body) {
    lines.add("  @Override public " + signature + " {");
    lines.addAll(body);
    lines.add("  }");
  }

  private List<String> encodeLines() {
    List<String> lines = new ArrayList<>();
    lines.add("    HandCase c = new HandCase();");
    for (FactType fact : knowledge.vocabulary().facts()) {
      String field = JavaNames.field(fact.name());
      String value = "facts.get(\"%s\")".formatted(fact.name());
      lines.add(
          fact.kind() == FactType.Kind.CHOICE
              ? "    c.%s = %s.of(%s);".formatted(field, JavaNames.type(fact.name()), value)
              : "    c.%1$s = %2$s.equals(\"unknown\") ? HandCase.NOT_KNOWN : Integer.parseInt(%2$s);"
                  .formatted(field, value));
    }
    lines.add("    return c;");
    return lines;
  }

  private List<String> readLines() {
    List<String> lines = consume(Finals.POSTURE_AND_VERDICTS);
    for (Decision decision : knowledge.decisions()) {
      String rows = "r." + rows(decision);
      lines.add(
          HandKind.matchesOneRow(decision)
              ? "    reader.consume(%s);".formatted(rows)
              : "    for (long left = %s; left != 0; left &= left - 1) { reader.consume(Long.numberOfTrailingZeros(left) + 1); }"
                  .formatted(rows));
    }
    return lines;
  }

  private static List<String> consume(List<String> decisions) {
    return decisions.stream()
        .map(d -> "    reader.consume(r.%s);".formatted(JavaNames.field(d)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> valueLines() {
    List<String> lines = new ArrayList<>();
    lines.add("    Map<String, Object> values = new LinkedHashMap<>();");
    for (Decision decision : knowledge.decisions()) {
      String field = "r." + JavaNames.field(decision.name());
      String value =
          switch (HandKind.of(decision)) {
            case LIST -> null;
            case CHOICE -> "%1$s == null ? null : %1$s.label".formatted(field);
            case NUMBER -> field;
            case PARTS -> partsOf(decision.decisionTable(), field);
          };
      if (value != null) {
        lines.add("    values.put(\"%s\", %s);".formatted(decision.name(), value));
      }
    }
    lines.add("    return values;");
    return lines;
  }

  private static String partsOf(DecisionTable table, String field) {
    String parts =
        table.outputs().stream()
            .map(o -> "\"%s\", %s.%s()".formatted(o.name(), field, JavaNames.field(o.name())))
            .collect(Collectors.joining(", "));
    return "%s == null ? null : Map.of(%s)".formatted(field, parts);
  }

  private List<String> rowLines() {
    List<String> lines = new ArrayList<>();
    lines.add("    Map<String, Long> rows = new LinkedHashMap<>();");
    for (Decision decision : knowledge.decisions()) {
      String value =
          HandKind.matchesOneRow(decision)
              ? "1L << (r.%s - 1)".formatted(rows(decision))
              : "r." + rows(decision);
      lines.add("    rows.put(\"%s\", %s);".formatted(decision.name(), value));
    }
    lines.add("    return rows;");
    return lines;
  }

  private static String rows(Decision decision) {
    return JavaNames.field(decision.name()) + (HandKind.matchesOneRow(decision) ? "Row" : "Rows");
  }

  private void write(String type, List<String> lines) throws IOException {
    List<String> file =
        Stream.concat(Stream.of("package " + PACKAGE + ";"), lines.stream()).toList();
    Files.writeString(folder.resolve(type + ".java"), String.join("\n", file) + "\n");
  }
}

package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** The conditions of rows, as one would write them in Java. */
final class HandConditions {
  private static final Pattern COMPARISON = Pattern.compile("(<|<=|>|>=)\\s*(\\d+)");
  private static final Pattern RANGE = Pattern.compile("([\\[(])(\\d+)\\.\\.(\\d+)([\\])])");

  private final KnowledgeBase knowledge;

  HandConditions(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The condition under which a row matches. */
  String of(DecisionTable table, Row row) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      if (!row.tests().get(i).equals("-")) {
        conditions.add(condition(table.inputs().get(i).expression(), row.tests().get(i)));
      }
    }
    conditions.removeIf(String::isEmpty);
    if (conditions.size() == 1) {
      return conditions.get(0).replaceFirst("^\\((.*)\\)$", "$1");
    }
    return conditions.isEmpty() ? "true" : String.join(" && ", conditions);
  }

  private String condition(String input, String test) {
    FactType fact = knowledge.vocabulary().fact(input).orElse(null);
    if (fact == null) {
      Decision decision = knowledge.decision(input).orElseThrow();
      return choice("r." + JavaNames.field(input), input, decision.allowed(), test);
    }
    String field = "c." + JavaNames.field(input);
    return fact.kind() == FactType.Kind.NUMBER
        ? number(field, test)
        : choice(field, input, fact.values(), test);
  }

  /** A list is tested by what it has or by what it lacks, whichever is shorter. */
  private static String choice(String field, String type, List<String> all, String test) {
    List<String> named = JavaNames.texts(test);
    if (named.isEmpty() || !all.containsAll(named)) {
      throw new IllegalStateException("'%s' is no test of '%s'".formatted(test, type));
    }
    boolean not = test.startsWith("not(");
    List<String> accepted = all.stream().filter(v -> named.contains(v) != not).toList();
    List<String> refused = all.stream().filter(v -> !accepted.contains(v)).toList();
    if (accepted.size() <= refused.size()) {
      String any = compare(field, " == ", type, accepted, " || ");
      return accepted.size() == 1 ? any : "(" + any + ")";
    }
    return compare(field, " != ", type, refused, " && ");
  }

  private static String compare(
      String field, String operator, String type, List<String> values, String join) {
    return values.stream()
        .map(v -> field + operator + JavaNames.type(type) + "." + JavaNames.constant(v))
        .collect(Collectors.joining(join));
  }

  /** A cell may list several tests, of which one has to hold. */
  private static String number(String field, String tests) {
    List<String> any = Stream.of(tests.split(",")).map(t -> one(field, t.strip())).toList();
    return any.size() == 1
        ? any.get(0)
        : any.stream().map(test -> "(" + test + ")").collect(Collectors.joining(" || ", "(", ")"));
  }

  /** A number that is not known is less than all others. */
  private static String one(String field, String test) {
    if (test.equals("null")) {
      return field + " == HandCase.NOT_KNOWN";
    }
    Matcher comparison = COMPARISON.matcher(test);
    if (comparison.matches()) {
      String known = test.startsWith("<") ? field + " != HandCase.NOT_KNOWN && " : "";
      return known + field + " " + comparison.group(1) + " " + comparison.group(2);
    }
    Matcher range = RANGE.matcher(test);
    if (!range.matches()) {
      throw new IllegalStateException("'%s' is no test of a number".formatted(test));
    }
    return "%1$s %2$s %3$s && %1$s %4$s %5$s"
        .formatted(
            field,
            range.group(1).equals("[") ? ">=" : ">",
            range.group(2),
            range.group(4).equals("]") ? "<=" : "<",
            range.group(3));
  }
}

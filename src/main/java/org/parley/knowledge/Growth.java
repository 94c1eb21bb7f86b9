package org.parley.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * How large the result of an expression can be at most, and how many steps it takes to work it out.
 * Since nothing iterates, both can be told before anything runs.
 *
 * @param size characters and parts of the result
 * @param steps what the engine has to look at
 * @param number whether it is a number for certain
 */
record Growth(double size, double steps, boolean number) {
  /** One value that is small. */
  static final Growth ONE = new Growth(1, 1, false);

  /** A number. */
  static final Growth NUMBER = new Growth(1, 1, true);

  /** Beyond what can be told. */
  static final Growth ENDLESS =
      new Growth(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  /** Nothing. */
  static final Growth NONE = new Growth(0, 0, false);

  /** As many characters as a number can take when it is written out. */
  private static final double WRITTEN = 6_200;

  private static final Set<InfixOperator> OF_NUMBERS =
      Set.of(InfixOperator.SUB, InfixOperator.MULT, InfixOperator.DIV);

  /** Functions that hold everything against everything. */
  private static final Set<String> COMPARING =
      Set.of("distinct values", "union", "index of", "list contains", "contains", "remove");

  private static final Set<String> GIVE_NUMBERS =
      Set.of(
          "count",
          "sum",
          "mean",
          "abs",
          "floor",
          "ceiling",
          "decimal",
          "modulo",
          "round up",
          "round down",
          "round half up",
          "round half down",
          "number",
          "string length");

  /** One beside another, as in a list. */
  Growth and(Growth other) {
    return new Growth(size + other.size, steps + other.steps, false);
  }

  /** One or another: the steps of both, the result of one. */
  Growth or(Growth other) {
    return new Growth(Math.max(size, other.size), steps + other.steps, number && other.number);
  }

  /** The same as what a type holds it to. */
  Growth as(ItemType type) {
    boolean one = !type.collection() && type.components().isEmpty();
    return one && type.base().equals("number") ? new Growth(1, steps, true) : this;
  }

  /** As what is looked up: it was worked out before. */
  private Growth known() {
    return new Growth(size, 1, number);
  }

  /**
   * That of a tree.
   *
   * @param names what is known of the names that it looks up
   */
  static Growth of(ASTNode node, Map<String, Growth> names) {
    if (node == null) {
      return NONE;
    }
    if (node instanceof StringNode text) {
      return new Growth(1.0 + text.getValue().length(), 1, false);
    }
    if (node instanceof NumberNode) {
      return NUMBER;
    }
    if (node instanceof NameRefNode name) {
      return names.getOrDefault(name.getText().strip(), ONE).known();
    }
    if (node instanceof QualifiedNameNode name) {
      return of(name.getParts().get(0), names);
    }
    if (node instanceof PathExpressionNode path) {
      return of(path.getExpression(), names);
    }
    if (node instanceof NamedParameterNode parameter) {
      return of(parameter.getExpression(), names);
    }
    if (node instanceof IfExpressionNode choice) {
      Growth condition = of(choice.getCondition(), names);
      Growth either =
          of(choice.getThenExpression(), names).or(of(choice.getElseExpression(), names));
      return new Growth(either.size, either.steps + condition.steps, either.number);
    }
    if (node instanceof ContextNode context) {
      return ofContext(context, names);
    }
    if (node instanceof InfixOpNode infix) {
      return ofOperator(infix, names);
    }
    if (node instanceof FunctionInvocationNode call) {
      return ofCall(call, names);
    }
    Growth all = ofAll(node, names);
    boolean holds = node instanceof ListNode || node instanceof RangeNode;
    // all others test something or change a sign
    return holds ? all : new Growth(1, all.steps + all.size, false);
  }

  private static Growth ofAll(ASTNode node, Map<String, Growth> names) {
    Growth all = ONE;
    for (ASTNode child : node.getChildrenNode()) {
      all = all.and(of(child, names));
    }
    return all;
  }

  private static Growth ofContext(ContextNode context, Map<String, Growth> names) {
    Map<String, Growth> inner = new LinkedHashMap<>(names);
    Growth all = ONE;
    for (ContextEntryNode entry : context.getEntries()) {
      Growth value = of(entry.getValue(), inner);
      String key =
          entry.getName() instanceof StringNode text ? text.getValue() : entry.getName().getText();
      inner.put(key, value);
      all = all.and(value).and(new Growth(key.length(), 1, false));
    }
    return all;
  }

  private static Growth ofOperator(InfixOpNode infix, Map<String, Growth> names) {
    Growth left = of(infix.getLeft(), names);
    Growth right = of(infix.getRight(), names);
    double steps = 1 + left.steps + right.steps;
    if (OF_NUMBERS.contains(infix.getOperator())) {
      return new Growth(1, steps, true);
    }
    if (infix.getOperator() == InfixOperator.ADD) {
      boolean numbers = left.number && right.number;
      double size = left.size + right.size;
      return new Growth(numbers ? 1 : size, steps + size, numbers);
    }
    return new Growth(1, steps + left.size + right.size, false);
  }

  private static Growth ofCall(FunctionInvocationNode call, Map<String, Growth> names) {
    // "not(" without an end is a call of nothing
    if (call.getParams() == null) {
      return ONE;
    }
    Growth all = ofAll(call.getParams(), names);
    String function = String.join(" ", call.getName().getText().strip().split("\\s+"));
    boolean compares = COMPARING.contains(function);
    double steps = all.steps + (compares ? all.size * all.size : all.size);
    if (GIVE_NUMBERS.contains(function)) {
      return new Growth(1, steps, true);
    }
    return switch (function) {
      case "string" -> {
        double size = all.size * (isText(call.getParams()) ? 4 : WRITTEN);
        yield new Growth(size, steps + size, false);
      }
      case "string join" -> new Growth(all.size * all.size, steps + all.size * all.size, false);
      default -> new Growth(3 * all.size, steps, false);
    };
  }

  private static boolean isText(ListNode parameters) {
    return parameters.getElements().stream().allMatch(StringNode.class::isInstance);
  }
}

package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * How large the result of an expression can be at most, and how many steps it takes to work it out.
 * Since nothing iterates, both can be told before anything runs.
 *
 * @param size characters and parts of the result; of a number, the digits when it is written out,
 *     since the engine bounds those that count and not the exponent
 * @param steps what the engine has to look at
 * @param number whether it is a number for certain
 */
record Growth(double size, double steps, boolean number) {
  /** One value that is small. */
  static final Growth ONE = new Growth(1, 1, false);

  /** A number that is counted, not worked out. */
  static final Growth NUMBER = new Growth(20, 1, true);

  /** Beyond what can be told. */
  static final Growth ENDLESS =
      new Growth(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  /** Nothing. */
  static final Growth NONE = new Growth(0, 0, false);

  /** As many places as rounding may be asked for. */
  private static final double PLACES = 6_200;

  /** As many digits as the largest exponent stands for. */
  private static final double LARGEST_NUMBER = 1L << 31;

  /** What it takes to multiply by a power of ten grows so. */
  private static final double OF_POWERS_OF_TEN = 1.5;

  /** Functions that hold everything against everything. */
  private static final Set<String> COMPARING =
      Set.of("distinct values", "union", "index of", "list contains", "contains", "remove");

  private static final Set<String> GIVE_NUMBERS =
      Set.of("count", "string length", "sum", "mean", "abs");

  /** Functions that write a number out, digit by digit. */
  private static final Set<String> ROUND =
      Set.of(
          ("floor, ceiling, decimal, modulo, round up, round down, round half up, "
                  + "round half down")
              .split(", "));

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
    return one && type.base().equals("number") ? new Growth(size, steps, true) : this;
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
    if (node instanceof NumberNode number) {
      return new Growth(digits(number.getValue()), 1, true);
    }
    if (node instanceof SignedUnaryNode signed) {
      return of(signed.getExpression(), names);
    }
    if (node instanceof NameRefNode name) {
      return names.getOrDefault(FeelTree.name(name), ONE).known();
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
    // all others test something
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
      String key = FeelTree.key(entry);
      inner.put(key, value);
      all = all.and(value).and(new Growth(key.length(), 1, false));
    }
    return all;
  }

  private static Growth ofOperator(InfixOpNode infix, Map<String, Growth> names) {
    Growth left = of(infix.getLeft(), names);
    Growth right = of(infix.getRight(), names);
    double steps = 1 + left.steps + right.steps;
    double size = left.size + right.size;
    return switch (infix.getOperator()) {
      case MULT, DIV -> new Growth(size, steps, true);
      case SUB -> new Growth(Math.max(left.size, right.size) + 1, steps, true);
      case ADD -> {
        boolean numbers = left.number && right.number;
        double sum = numbers ? Math.max(left.size, right.size) + 1 : size;
        yield new Growth(sum, steps + size, numbers);
      }
      default -> new Growth(1, steps + size, false);
    };
  }

  private static Growth ofCall(FunctionInvocationNode call, Map<String, Growth> names) {
    // "not(" without an end is a call of nothing
    if (call.getParams() == null) {
      return ONE;
    }
    Growth all = ofAll(call.getParams(), names);
    String function = FeelTree.name(call.getName());
    boolean compares = COMPARING.contains(function);
    double steps = all.steps + (compares ? all.size * all.size : all.size);
    if (GIVE_NUMBERS.contains(function)) {
      return new Growth(NUMBER.size + all.size, steps, true);
    }
    if (ROUND.contains(function)) {
      return new Growth(all.size + PLACES, steps + Math.pow(all.size, OF_POWERS_OF_TEN), true);
    }
    return switch (function) {
      case "string" -> new Growth(4 * all.size, steps + 4 * all.size, false);
      case "number" -> new Growth(read(call.getParams()), steps, true);
      case "string join" -> new Growth(all.size * all.size, steps + all.size * all.size, false);
      default -> new Growth(3 * all.size, steps, false);
    };
  }

  /** The digits of a number that is read from a text. */
  private static double read(ListNode parameters) {
    List<BaseNode> texts = parameters.getElements();
    if (!texts.isEmpty() && texts.get(0) instanceof StringNode text) {
      // an exponent takes a letter
      return text.getValue().matches("[^eE]*") ? 1.0 + text.getValue().length() : LARGEST_NUMBER;
    }
    return LARGEST_NUMBER;
  }

  /** As many digits as a number has when it is written out. */
  private static double digits(BigDecimal number) {
    // the grammar takes 3E for a number
    return number == null
        ? 1
        : 1.0
            + Math.max(number.precision(), Math.abs((double) number.precision() - number.scale()))
            + Math.abs((double) number.scale());
  }
}

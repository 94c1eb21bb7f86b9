package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/**
 * What a cell compares with, where it does nothing but compare with what is written out: the places
 * where its answer can turn.
 *
 * @param values texts, numbers, truth values, dates, times and durations, as the engine has them
 * @param absent whether it names {@code null}
 */
public record Tested(Set<Object> values, boolean absent) {
  private static final Set<String> WRITTEN_OUT =
      Set.of("date", "time", "date and time", "duration");

  public Tested {
    values = Set.copyOf(values);
  }

  /** What a cell compares with; empty where it does more than that, or is no FEEL. */
  public static Optional<Tested> of(String cell) {
    FeelTree tree = Feel.WITHOUT_NAMES.test(cell);
    if (!tree.isFeel()) {
      return Optional.empty();
    }
    Walk walk = new Walk();
    return walk.tests(tree.root())
        ? Optional.of(new Tested(walk.values, walk.absent))
        : Optional.empty();
  }

  private static final class Walk {
    private final Set<Object> values = new LinkedHashSet<>();
    private boolean absent;

    boolean tests(ASTNode node) {
      if (node instanceof DashNode || node instanceof UndefinedValueNode) {
        return true;
      }
      if (node instanceof UnaryTestListNode list) {
        return all(list.getElements());
      }
      if (node instanceof ListNode list) {
        return all(list.getElements());
      }
      if (node instanceof UnaryTestNode test) {
        return switch (test.getOperator()) {
          case TEST -> false;
          default -> tests(test.getValue());
        };
      }
      if (node instanceof RangeNode range) {
        return tests(range.getStart()) && tests(range.getEnd());
      }
      if (node instanceof NullNode) {
        absent = true;
        return true;
      }
      return constant(node);
    }

    private boolean all(List<? extends ASTNode> nodes) {
      return nodes.stream().allMatch(this::tests);
    }

    private boolean constant(ASTNode node) {
      Optional<Object> value = writtenOut(node);
      value.ifPresent(values::add);
      return value.isPresent();
    }
  }

  /**
   * The value that a node writes out; empty where it does more, or where there is no such value.
   */
  static Optional<Object> writtenOut(ASTNode node) {
    return isWrittenOut(node)
        ? Optional.ofNullable(EngineLoader.within(() -> node.evaluate(EngineLoader.context())))
        : Optional.empty();
  }

  private static boolean isWrittenOut(ASTNode node) {
    if (node instanceof SignedUnaryNode signed) {
      return signed.getExpression() instanceof NumberNode number && number.getValue() != null;
    }
    if (node instanceof NumberNode number) {
      return number.getValue() != null && Cell.isWritable(number.getValue());
    }
    if (node instanceof FunctionInvocationNode call) {
      return WRITTEN_OUT.contains(FeelTree.name(call.getName()))
          && call.getParams().getElements().stream()
              .allMatch(p -> p instanceof StringNode || p instanceof NumberNode);
    }
    return node instanceof StringNode
        || node instanceof BooleanNode
        || node instanceof AtLiteralNode;
  }

  /** Whether FEEL needs to know nothing but what it tests to tell what a cell accepts. */
  public static boolean isSelfContained(String cell) {
    return of(cell).isPresent() || new FeelGuard().tests(cell, ItemType.UNKNOWN).isEmpty();
  }

  /** So many months, as the engine has them. */
  public static Object ofMonths(long months) {
    return ComparablePeriod.parse((months < 0 ? "-P" : "P") + Math.abs(months) + "M");
  }

  /** A value as FEEL readers write it, such as {@code 2024-01-31}. */
  public static String words(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof ComparablePeriod period
        ? period.asPeriod().toString()
        : String.valueOf(value);
  }
}

package org.parley.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.parley.knowledge.Cell.Range;

/** Reads off the engine's trees what cells say. */
final class CellReader {

  private CellReader() {}

  /** What a tree says. */
  static Cell cell(FeelTree tree) {
    if (!tree.isFeel()) {
      return new Cell.Other(tree);
    }
    Cell plain =
        tree.root() instanceof UnaryTestListNode list
            ? ofTests(list)
            : ofAlternatives(List.of(tree.root()));
    return plain == null ? new Cell.Other(tree) : plain;
  }

  private static Cell ofTests(UnaryTestListNode list) {
    List<? extends ASTNode> elements = list.getElements();
    boolean one = elements.size() == 1;
    if (one && elements.get(0) instanceof DashNode) {
      return list.isNegated() ? null : new Cell.Any();
    }
    if (one && elements.get(0) instanceof UnaryTestNode test && !list.isNegated()) {
      if (test.getOperator() == UnaryOperator.NE) {
        return not(ofAlternatives(List.of(test.getValue())));
      }
    }
    Cell cell = ofAlternatives(elements);
    return list.isNegated() ? not(cell) : cell;
  }

  private static Cell not(Cell cell) {
    return cell == null ? null : new Cell.Not(cell);
  }

  private static Cell ofAlternatives(List<? extends ASTNode> alternatives) {
    List<String> texts = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    boolean absent = false;
    for (ASTNode alternative : alternatives) {
      ASTNode value = tested(alternative);
      Optional<String> text = textOf(value);
      Optional<Range> range = rangeOf(value);
      text.ifPresent(texts::add);
      range.ifPresent(ranges::add);
      absent |= value instanceof NullNode;
      if (text.isEmpty() && range.isEmpty() && !(value instanceof NullNode)) {
        return null;
      }
    }
    if (!texts.isEmpty()) {
      return ranges.isEmpty() && !absent ? new Cell.Texts(texts) : null;
    }
    return new Cell.Numbers(ranges, absent);
  }

  /** What an alternative compares with, where that is all it does. */
  static ASTNode tested(ASTNode alternative) {
    if (!(alternative instanceof UnaryTestNode test)) {
      return alternative;
    }
    boolean range = test.getValue() instanceof RangeNode;
    return switch (test.getOperator()) {
      case EQ -> range ? null : test.getValue();
      case IN -> range ? test.getValue() : null;
      default -> null;
    };
  }

  private static Optional<String> textOf(ASTNode value) {
    if (value instanceof StringNode text) {
      return Optional.of(text.getValue());
    }
    // what = "a" is made into
    return value instanceof RangeNode range
            && range.getStart() instanceof StringNode low
            && range.getEnd() instanceof StringNode high
            && low.getValue().equals(high.getValue())
            && isClosed(range.getLowerBound())
            && isClosed(range.getUpperBound())
        ? Optional.of(low.getValue())
        : Optional.empty();
  }

  private static Optional<Range> rangeOf(ASTNode value) {
    if (value instanceof RangeNode range) {
      Optional<BigDecimal> low = number(range.getStart());
      Optional<BigDecimal> high = number(range.getEnd());
      boolean openLow = range.getStart() instanceof UndefinedValueNode;
      boolean openHigh = range.getEnd() instanceof UndefinedValueNode;
      return (low.isPresent() || openLow)
              && (high.isPresent() || openHigh)
              && (low.isPresent() || high.isPresent())
          ? Optional.of(
              new Range(
                  low.orElse(null),
                  isClosed(range.getLowerBound()),
                  high.orElse(null),
                  isClosed(range.getUpperBound())))
          : Optional.empty();
    }
    return number(value).map(n -> new Range(n, true, n, true));
  }

  static boolean isClosed(RangeNode.IntervalBoundary boundary) {
    return boundary == RangeNode.IntervalBoundary.CLOSED;
  }

  private static Optional<BigDecimal> number(ASTNode node) {
    if (node instanceof SignedUnaryNode signed) {
      boolean negative = signed.getSign() == SignedUnaryNode.Sign.NEGATIVE;
      return number(signed.getExpression()).map(n -> negative ? n.negate() : n);
    }
    return node instanceof NumberNode number
        ? Optional.ofNullable(number.getValue()).filter(Cell::isWritable)
        : Optional.empty();
  }
}

package org.parley.decide.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.ExecutionFrame;
import org.kie.dmn.feel.lang.impl.ExecutionFrameImpl;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.parley.knowledge.EngineLoader;
import org.parley.knowledge.EngineWords;
import org.parley.knowledge.Feel;
import org.parley.knowledge.FeelTree;

/** Puts cells of tables to the engine's own FEEL, and notes which names they look up. */
public final class Prober {
  private static final String INPUT = "?";

  private final Set<String> names;
  private final Feel feel;
  private final Map<String, FeelTree> expressions = new HashMap<>();
  private final Map<String, List<UnaryTest>> tests = new HashMap<>();

  /**
   * @param names what cells may refer to
   */
  public Prober(Set<String> names) {
    this.names = names;
    this.feel = Feel.with(names);
  }

  /**
   * What the expression of an input column stands for, or {@code null} where it stands for nothing.
   *
   * @param values of all facts and decisions
   */
  static Object valueOf(String expression, Map<String, Object> values) {
    try {
      return new Prober(values.keySet()).value(expression, values, new HashSet<>());
    } catch (Unfit e) {
      return null;
    }
  }

  /** FEEL that masks cannot stand for, and why. */
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    public Unfit(String reason) {
      super(reason);
    }
  }

  /**
   * What an expression stands for.
   *
   * @param values of the names that are known
   * @param asked to which every other name that it looks up is added; the result then counts for
   *     nothing
   */
  public Object value(String expression, Map<String, Object> values, Set<String> asked)
      throws Unfit {
    if (names.contains(expression)) {
      if (!values.containsKey(expression)) {
        asked.add(expression);
      }
      return values.get(expression);
    }
    FeelTree tree = expressions.get(expression);
    if (tree == null) {
      tree = understood(feel.expression(expression));
      expressions.put(expression, tree);
    }
    try {
      EvaluationContextImpl context = context(values, asked);
      ASTNode root = tree.root();
      return EngineLoader.within(() -> root.evaluate(context));
    } catch (RuntimeException e) {
      throw new Unfit(
          "'%s' has no value: %s".formatted(expression, EngineWords.of(e.getMessage())));
    }
  }

  private static FeelTree understood(FeelTree tree) throws Unfit {
    if (!tree.isFeel()) {
      throw new Unfit("'%s' %s".formatted(tree.text(), tree.error()));
    }
    return tree;
  }

  /**
   * Whether a cell accepts a value.
   *
   * @param values of the names that are known
   * @param asked to which every other name that it looks up is added
   */
  public boolean accepts(String cell, Object value, Map<String, Object> values, Set<String> asked)
      throws Unfit {
    EvaluationContextImpl context = context(values, asked);
    context.setValue(INPUT, value);
    return first(cell, context, value) < tests(cell).size();
  }

  /** The place of a value in a list of values, or their number where it is not among them. */
  public int rank(String list, Object value) throws Unfit {
    return first(list, context(Map.of(), new HashSet<>()), value);
  }

  private int first(String cell, EvaluationContextImpl context, Object value) throws Unfit {
    List<UnaryTest> compiled = tests(cell);
    try {
      return EngineLoader.within(() -> first(compiled, context, value));
    } catch (RuntimeException e) {
      throw new Unfit(
          "'%s' cannot test %s: %s".formatted(cell, value, EngineWords.of(e.getMessage())));
    }
  }

  private static int first(List<UnaryTest> tests, EvaluationContextImpl context, Object value) {
    int first = 0;
    while (first < tests.size() && !Boolean.TRUE.equals(tests.get(first).apply(context, value))) {
      first++;
    }
    return first;
  }

  private List<UnaryTest> tests(String cell) throws Unfit {
    List<UnaryTest> compiled = tests.get(cell);
    if (compiled == null) {
      compiled = understood(feel.test(cell)).unaryTests();
      tests.put(cell, compiled);
    }
    return compiled;
  }

  private EvaluationContextImpl context(Map<String, Object> values, Set<String> asked) {
    EvaluationContextImpl context = EngineLoader.context();
    context.push(new Frame(context.peek(), asked));
    values.forEach(context::setValue);
    return context;
  }

  /** Knows some names, and notes which others are looked up. */
  private final class Frame extends ExecutionFrameImpl {
    private final Set<String> asked;

    Frame(ExecutionFrame parent, Set<String> asked) {
      super(parent);
      this.asked = asked;
    }

    @Override
    public Object getValue(String name) {
      note(name);
      return super.getValue(name);
    }

    @Override
    public boolean isDefined(String name) {
      note(name);
      return super.isDefined(name);
    }

    private void note(String name) {
      if (names.contains(name) && !super.isDefined(name)) {
        asked.add(name);
      }
    }
  }
}

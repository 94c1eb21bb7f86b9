package org.parley.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.ExecutionFrame;
import org.kie.dmn.feel.lang.impl.ExecutionFrameImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.parley.knowledge.EngineWords;
import org.parley.knowledge.NumberTests;
import org.parley.knowledge.TextTests;

/** Puts cells of tables to the engine's own FEEL, and notes which names they look up. */
final class Prober {
  private static final String INPUT = "?";

  private final Set<String> names;
  private final Map<String, Type> types = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private final Map<String, CompiledExpression> expressions = new HashMap<>();
  private final Map<String, List<UnaryTest>> tests = new HashMap<>();
  private final Map<String, Optional<TextTests>> plain = new HashMap<>();
  // started when a cell needs it, since most only list texts
  private FEEL feel;
  private CompilerContext compiler;

  /**
   * @param names what cells may refer to
   */
  Prober(Set<String> names) {
    this.names = names;
  }

  private FEEL feel() {
    if (feel == null) {
      feel = FEEL.newInstance(Prober.class.getClassLoader(), List.of());
      compiler = feel.newCompilerContext();
      for (String name : names) {
        types.put(name, BuiltInType.UNKNOWN);
        compiler.addInputVariableType(name, BuiltInType.UNKNOWN);
      }
      feel.addListener(
          event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
              errors.add(EngineWords.of(event.getMessage()));
            }
          });
    }
    return feel;
  }

  /** FEEL that masks cannot stand for, and why. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
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
  Object value(String expression, Map<String, Object> values, Set<String> asked) throws Unfit {
    if (names.contains(expression)) {
      if (!values.containsKey(expression)) {
        asked.add(expression);
      }
      return values.get(expression);
    }
    Optional<String> text = TextTests.text(expression);
    if (text.isPresent()) {
      return text.get();
    }
    Optional<BigDecimal> number = NumberTests.number(expression);
    if (number.isPresent()) {
      return number.get();
    }
    CompiledExpression compiled = expressions.get(expression);
    if (compiled == null) {
      compiled = feel().compile(expression, compiler);
      refuseErrors(expression);
      expressions.put(expression, compiled);
    }
    try {
      return feel().evaluate(compiled, context(values, asked));
    } catch (RuntimeException e) {
      throw new Unfit(
          "'%s' has no value: %s".formatted(expression, EngineWords.of(e.getMessage())));
    }
  }

  /**
   * Whether a cell accepts a value.
   *
   * @param values of the names that are known
   * @param asked to which every other name that it looks up is added
   */
  boolean accepts(String cell, Object value, Map<String, Object> values, Set<String> asked)
      throws Unfit {
    Optional<TextTests> plain = plain(cell);
    if (plain.isPresent() && (plain.get().isAny() || value instanceof String)) {
      return plain.get().isAny() || plain.get().accepts((String) value);
    }
    Optional<NumberTests> numbers = NumberTests.of(cell);
    if (numbers.isPresent() && (value == null || value instanceof BigDecimal)) {
      return numbers.get().accepts((BigDecimal) value);
    }
    EvaluationContextImpl context = context(values, asked);
    context.setValue(INPUT, value);
    return first(cell, context, value) < tests(cell).size();
  }

  private Optional<TextTests> plain(String cell) {
    return plain.computeIfAbsent(cell, TextTests::of);
  }

  /** The place of a value in a list of values, or their number where it is not among them. */
  int rank(String list, Object value) throws Unfit {
    Optional<TextTests> plain = plain(list).filter(tests -> !tests.negated());
    if (plain.isPresent() && value instanceof String text) {
      List<String> texts = plain.get().texts();
      return texts.contains(text) ? texts.indexOf(text) : texts.size();
    }
    return first(list, context(Map.of(), new HashSet<>()), value);
  }

  private int first(String cell, EvaluationContextImpl context, Object value) throws Unfit {
    List<UnaryTest> compiled = tests(cell);
    try {
      int first = 0;
      while (first < compiled.size()
          && !Boolean.TRUE.equals(compiled.get(first).apply(context, value))) {
        first++;
      }
      return first;
    } catch (RuntimeException e) {
      throw new Unfit(
          "'%s' cannot test %s: %s".formatted(cell, value, EngineWords.of(e.getMessage())));
    }
  }

  private List<UnaryTest> tests(String cell) throws Unfit {
    List<UnaryTest> compiled = tests.get(cell);
    if (compiled == null) {
      compiled = feel().evaluateUnaryTests(cell, types);
      refuseErrors(cell);
      tests.put(cell, compiled);
    }
    return compiled;
  }

  private void refuseErrors(String text) throws Unfit {
    if (!errors.isEmpty()) {
      String first = errors.get(0);
      errors.clear();
      throw new Unfit("'%s' is not understood: %s".formatted(text, first));
    }
  }

  private EvaluationContextImpl context(Map<String, Object> values, Set<String> asked) {
    EvaluationContextImpl context =
        new EvaluationContextImpl(
            Prober.class.getClassLoader(),
            new FEELEventListenersManager(),
            FEELDialect.FEEL,
            DMNVersion.getLatest());
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

package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;
import org.parley.Problem;

/**
 * Lets through FEEL that always ends soon and reads nothing but its inputs: comparisons, ranges,
 * lists, contexts, {@code not}, {@code if} and a set of functions without iteration.
 */
final class FeelGuard {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "not",
          "all",
          "any",
          "and",
          "or",
          "count",
          "min",
          "max",
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
          "string",
          "number",
          "contains",
          "starts with",
          "ends with",
          "upper case",
          "lower case",
          "string length",
          "substring",
          "substring before",
          "substring after",
          "string join",
          "list contains",
          "append",
          "concatenate",
          "union",
          "distinct values",
          "flatten",
          "reverse",
          "index of",
          "remove",
          "insert before",
          "sublist",
          "is",
          "get value",
          "get entries");

  private static final Set<Class<? extends ASTNode>> ALLOWED =
      Set.of(
          BetweenNode.class,
          BooleanNode.class,
          ContextEntryNode.class,
          ContextNode.class,
          DashNode.class,
          IfExpressionNode.class,
          InNode.class,
          InfixOpNode.class,
          ListNode.class,
          NameDefNode.class,
          NamedParameterNode.class,
          NameRefNode.class,
          NullNode.class,
          QualifiedNameNode.class,
          NumberNode.class,
          RangeNode.class,
          SignedUnaryNode.class,
          StringNode.class,
          UnaryTestListNode.class,
          UndefinedValueNode.class,
          UnaryTestNode.class);

  private static final Map<Class<? extends ASTNode>, String> REFUSED =
      Map.of(
          ForExpressionNode.class, "a loop (for … in … return) is not allowed",
          QuantifiedExpressionNode.class, "a loop (some or every … satisfies) is not allowed",
          FilterExpressionNode.class, "a filter (list[condition]) is not allowed",
          FunctionDefNode.class, "a function of one's own is not allowed");

  private final Set<String> names;
  private final Map<String, Type> types = new HashMap<>();
  // cells call what they test by a name of its own
  private final Map<String, Type> inCells = new HashMap<>();
  private final Map<String, List<Objection>> known = new HashMap<>();

  /**
   * @param names what expressions may refer to
   */
  FeelGuard(Set<String> names) {
    this.names = names;
    names.forEach(n -> types.put(n, BuiltInType.UNKNOWN));
    inCells.putAll(types);
    inCells.put("?", BuiltInType.UNKNOWN);
  }

  /** What speaks against a text. */
  record Objection(Problem.Kind kind, String words) {}

  /** What speaks against a text of FEEL; empty where nothing does. */
  List<Objection> objections(String text, boolean unaryTests) {
    // most cells and columns are of these kinds, and the parser takes its time
    if (unaryTests ? isPlainTest(text) : isNameOrLiteral(text)) {
      return List.of();
    }
    return known.computeIfAbsent(unaryTests + text, t -> examine(text, unaryTests));
  }

  private static boolean isPlainTest(String text) {
    return TextTests.of(text).isPresent() || NumberTests.of(text).isPresent();
  }

  private boolean isNameOrLiteral(String text) {
    return names.contains(text)
        || TextTests.text(text).isPresent()
        || NumberTests.number(text).isPresent();
  }

  private List<Objection> examine(String text, boolean unaryTests) {
    List<Objection> objections = new ArrayList<>();
    FEELEventListenersManager events = new FEELEventListenersManager();
    events.addListener(event -> addError(event, objections));
    Map<String, Type> scope = unaryTests ? inCells : types;
    FEEL_1_1Parser parser =
        FEELParser.parse(events, text, scope, Map.of(), List.of(), List.of(), null);
    ParseTree tree = unaryTests ? parser.unaryTestsRoot() : parser.compilation_unit();
    if (objections.isEmpty()) {
      BaseNode ast = tree.accept(new ASTBuilderVisitor(scope, null));
      Set<String> found = new LinkedHashSet<>();
      visit(ast, found);
      found.forEach(words -> objections.add(new Objection(Problem.Kind.UNSAFE_FEEL, words)));
    }
    return List.copyOf(objections);
  }

  private void addError(FEELEvent event, List<Objection> objections) {
    if (event.getSeverity() == FEELEvent.Severity.ERROR && objections.isEmpty()) {
      objections.add(
          event instanceof UnknownVariableErrorEvent unknown
              ? new Objection(
                  Problem.Kind.UNQUOTED_TEXT,
                  unknownName(String.valueOf(unknown.getOffendingSymbol())))
              : new Objection(
                  Problem.Kind.INVALID_FEEL, "is not FEEL: " + EngineWords.of(event.getMessage())));
    }
  }

  private String unknownName(String name) {
    return "the name %1$s is not known here; a text needs quotes: \"%1$s\"%2$s"
        .formatted(name, Nearest.hint(name, names));
  }

  private void visit(ASTNode node, Set<String> objections) {
    if (node == null) {
      return;
    }
    String objection = objection(node);
    if (objection != null) {
      objections.add(objection);
    } else if (node instanceof FunctionInvocationNode call) {
      visit(call.getParams(), objections);
    } else if (node instanceof PathExpressionNode path) {
      visit(path.getExpression(), objections);
    } else {
      for (ASTNode child : node.getChildrenNode()) {
        visit(child, objections);
      }
    }
  }

  private static String objection(ASTNode node) {
    if (node instanceof FunctionInvocationNode call) {
      String function = call.getName().getText().replaceAll("\\s+", " ").strip();
      return FUNCTIONS.contains(function)
          ? null
          : "the function %s is not allowed%s"
              .formatted(function, Nearest.hint(function, FUNCTIONS));
    }
    if (node instanceof InfixOpNode infix && infix.getOperator() == InfixOperator.POW) {
      return "powers (**) are not allowed";
    }
    if (node instanceof PathExpressionNode || ALLOWED.contains(node.getClass())) {
      return null;
    }
    return REFUSED.getOrDefault(
        node.getClass(), "'%s' is not among the FEEL that is allowed".formatted(node.getText()));
  }
}

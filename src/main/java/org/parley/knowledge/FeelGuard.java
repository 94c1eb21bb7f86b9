package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.dmn.feel.lang.ast.ASTNode;
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
import org.parley.Problem;

/**
 * Lets through FEEL that always ends soon and reads nothing but its inputs: comparisons, ranges,
 * lists, contexts, {@code not}, {@code if} and a set of functions without iteration.
 */
final class FeelGuard {
  private static final int MOST_SHOWN = 60;
  private static final int MOST_NAMED = 5;

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("not, all, any, and, or, count, min, max, sum, mean, abs, floor, ceiling, "
                  + "decimal, modulo, round up, round down, round half up, round half down, "
                  + "string, number, contains, starts with, ends with, upper case, lower case, "
                  + "string length, substring, substring before, substring after, string join, "
                  + "list contains, append, concatenate, union, distinct values, flatten, reverse, "
                  + "index of, remove, insert before, sublist, is, get value, get entries")
              .split(", "));

  private static final Set<Class<? extends ASTNode>> ALLOWED =
      Set.of(
          BetweenNode.class,
          BooleanNode.class,
          DashNode.class,
          IfExpressionNode.class,
          InNode.class,
          InfixOpNode.class,
          ListNode.class,
          NullNode.class,
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

  private static final Set<Class<? extends ASTNode>> VALUES =
      Set.of(
          ContextNode.class, ListNode.class, NumberNode.class, RangeNode.class, StringNode.class);
  private static final Set<String> VALUE_TYPES = Set.of("string", "number");

  private final Scope scope;
  private final Map<Key, Boolean> plain;
  private final Map<Key, List<Objection>> known = new HashMap<>();

  /** One for texts that look up no name. */
  FeelGuard() {
    this(Scope.EMPTY, new HashMap<>());
  }

  private FeelGuard(Scope scope, Map<Key, Boolean> plain) {
    this.scope = scope;
    this.plain = plain;
  }

  /**
   * One for texts in another place; what says the same everywhere is not read again.
   *
   * @param inner what they may refer to
   */
  FeelGuard in(Scope inner) {
    return new FeelGuard(inner, plain);
  }

  /** What texts may refer to. */
  Scope scope() {
    return scope;
  }

  /**
   * What speaks against a text.
   *
   * @param external whether it would run code of another language
   */
  record Objection(Problem.Kind kind, String words, boolean external) {

    Objection(Problem.Kind kind, String words) {
      this(kind, words, false);
    }
  }

  /** Texts are alike over and over; the type is that of what unary tests look at. */
  private record Key(String text, ItemType tested) {}

  /** What speaks against an expression; empty where nothing does. */
  List<Objection> expression(String text) {
    if (plain.computeIfAbsent(new Key(text, null), key -> !Cell.answer(text).isOther())) {
      return List.of();
    }
    return known.computeIfAbsent(
        new Key(text, null),
        key -> objections(text, Feel.with(scope).expression(text), scope, ItemType.UNKNOWN));
  }

  /**
   * What speaks against unary tests; empty where nothing does.
   *
   * @param tested the type of what they look at
   */
  List<Objection> tests(String text, ItemType tested) {
    if (plain.computeIfAbsent(new Key(text, ItemType.UNKNOWN), key -> !Cell.test(text).isOther())) {
      return List.of();
    }
    return known.computeIfAbsent(
        new Key(text, tested),
        key -> {
          Scope here = scope.with(Scope.TESTED, tested);
          return objections(text, Feel.with(here).test(text), here, tested);
        });
  }

  private static List<Objection> objections(String text, FeelTree tree, Scope here, ItemType type) {
    Walk walk = new Walk();
    if (tree.root() != null) {
      walk.visit(tree.root(), here);
    }
    List<Objection> objections = new ArrayList<>();
    if (!walk.unknown.isEmpty() && walk.refused.isEmpty()) {
      objections.add(new Objection(Problem.Kind.UNQUOTED_TEXT, unknown(walk.unknown, here, type)));
    } else if (!tree.isFeel()) {
      boolean words = FeelTokens.of(text).wordsOnly();
      objections.add(
          words
              ? new Objection(Problem.Kind.UNQUOTED_TEXT, unknown(Set.of(text.strip()), here, type))
              : new Objection(Problem.Kind.INVALID_FEEL, tree.error()));
    }
    if (objections.isEmpty()) {
      walk.senseless.forEach(w -> objections.add(new Objection(Problem.Kind.INVALID_FEEL, w)));
    }
    walk.refused.forEach(
        w -> objections.add(new Objection(Problem.Kind.UNSAFE_FEEL, w, walk.external)));
    return List.copyOf(objections);
  }

  private static String unknown(Set<String> found, Scope here, ItemType type) {
    List<String> words = found.stream().limit(MOST_NAMED).map(FeelGuard::clipped).toList();
    boolean one = words.size() == 1;
    String names = String.join(", ", words);
    String known = one ? "the name %s is not known here" : "the names %s are not known here";
    if (type.base().equals("number")) {
      return (known + ", and what is tested is a number: compare it with one, such as >= 6")
          .formatted(names);
    }
    String quoted = words.stream().map(Cell::quoted).collect(Collectors.joining(", "));
    Set<String> near = new LinkedHashSet<>(type.values());
    near.addAll(here.names().keySet());
    return (known + "; %s: %s%s")
        .formatted(
            names,
            one ? "a text needs quotes" : "texts need quotes",
            quoted,
            type.values().containsAll(words) ? "" : Nearest.hint(words.get(0), near));
  }

  /** Goes over a tree, with the names that are known at each place. */
  private static final class Walk {
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<String> senseless = new LinkedHashSet<>();
    private boolean external;

    void visit(ASTNode node, Scope here) {
      if (node instanceof NameRefNode name) {
        look(name, here);
      } else if (node instanceof QualifiedNameNode name) {
        look(name.getParts().get(0), here);
        parts(here.type(names(name).get(0)), names(name).subList(1, names(name).size()), name);
      } else if (node instanceof PathExpressionNode path) {
        visit(path.getExpression(), here);
        parts(typeOf(path.getExpression(), here), names(path.getName()), path);
      } else if (node instanceof ContextNode context) {
        entries(context, here);
      } else if (node instanceof FunctionInvocationNode call) {
        call(call, here);
      } else if (node instanceof NamedParameterNode parameter) {
        visit(parameter.getExpression(), here);
      } else if (node != null) {
        String objection = objection(node);
        external |= node instanceof FunctionDefNode function && function.isExternal();
        if (objection != null) {
          refused.add(objection);
        } else {
          if (node instanceof InfixOpNode infix) {
            join(infix, here);
          }
          for (ASTNode child : node.getChildrenNode()) {
            visit(child, here);
          }
        }
      }
    }

    private void look(NameRefNode name, Scope here) {
      if (!here.has(FeelTree.name(name))) {
        unknown.add(FeelTree.name(name));
      } else if (here.type(FeelTree.name(name)).equals(ItemType.FUNCTION)) {
        refused.add(
            "'%s' is a function: it can be invoked by an invocation, and is no value"
                .formatted(clipped(name)));
      }
    }

    /** Anything but the parts of a context that is declared reads what Java keeps of a value. */
    private void parts(ItemType whole, List<String> parts, ASTNode node) {
      ItemType type = whole;
      for (String part : parts) {
        if (!type.components().containsKey(part)) {
          refused.add(
              "'%s' is not allowed: only parts that a type declares can be read%s"
                  .formatted(clipped(node), Nearest.hint(part, type.components().keySet())));
          return;
        }
        type = type.components().get(part);
      }
    }

    /** The names that a path goes along. */
    private static List<String> names(ASTNode path) {
      return path instanceof QualifiedNameNode qualified
          ? qualified.getParts().stream().map(FeelTree::name).toList()
          : List.of(FeelTree.name(path));
    }

    private void entries(ContextNode context, Scope outer) {
      Scope.Growing inner = new Scope.Growing(outer);
      for (ContextEntryNode entry : context.getEntries()) {
        visit(entry.getValue(), inner.now());
        inner.add(FeelTree.key(entry), typeOf(entry.getValue(), inner.now()));
      }
    }

    private void call(FunctionInvocationNode call, Scope here) {
      String function = FeelTree.name(call.getName());
      boolean named = call.getName() instanceof NameRefNode;
      if (!named || !FUNCTIONS.contains(function) || here.has(function)) {
        refused.add(
            "the function %s is not allowed%s"
                .formatted(clipped(call.getName()), Nearest.hint(function, FUNCTIONS)));
      }
      visit(call.getParams(), here);
    }

    /** To anything but conditions the engine answers null there. */
    private void join(InfixOpNode infix, Scope here) {
      InfixOperator operator = infix.getOperator();
      if ((operator == InfixOperator.AND || operator == InfixOperator.OR)
          && Stream.of(infix.getLeft(), infix.getRight()).anyMatch(n -> isValue(n, here))) {
        senseless.add(
            "'%s' stands between conditions only: commas stand between several values"
                .formatted(operator.symbol));
      }
    }

    private static boolean isValue(ASTNode node, Scope here) {
      // of what is no FEEL the tree may have holes
      return node != null
          && (VALUES.contains(node.getClass()) || VALUE_TYPES.contains(typeOf(node, here).base()));
    }

    private static String objection(ASTNode node) {
      if (node instanceof InfixOpNode infix && infix.getOperator() == InfixOperator.POW) {
        return "powers (**) are not allowed";
      }
      // the grammar takes 3E for a number
      if (node instanceof NumberNode number && number.getValue() == null) {
        return "'%s' is no number".formatted(clipped(node));
      }
      if (node instanceof NumberNode number && !Cell.isWritable(number.getValue())) {
        return "the number %s has %s".formatted(clipped(node), Limit.FEEL_NUMBER.exceeded());
      }
      return ALLOWED.contains(node.getClass())
          ? null
          : REFUSED.getOrDefault(
              node.getClass(),
              "'%s' is not among the FEEL that is allowed".formatted(clipped(node)));
    }

    private static ItemType typeOf(ASTNode node, Scope here) {
      if (node instanceof NameRefNode name) {
        return here.type(FeelTree.name(name));
      }
      if (node instanceof QualifiedNameNode name) {
        return part(here.type(names(name).get(0)), names(name).subList(1, names(name).size()));
      }
      if (node instanceof PathExpressionNode path) {
        return part(typeOf(path.getExpression(), here), names(path.getName()));
      }
      if (node instanceof ContextNode context) {
        Map<String, ItemType> parts = new LinkedHashMap<>();
        Scope.Growing inner = new Scope.Growing(here);
        for (ContextEntryNode entry : context.getEntries()) {
          parts.put(FeelTree.key(entry), typeOf(entry.getValue(), inner.now()));
          inner.add(FeelTree.key(entry), parts.get(FeelTree.key(entry)));
        }
        return new ItemType("", "", List.of(), false, parts);
      }
      return ItemType.UNKNOWN;
    }

    private static ItemType part(ItemType whole, List<String> path) {
      ItemType type = whole;
      for (String part : path) {
        type = type.components().getOrDefault(part, ItemType.UNKNOWN);
      }
      return type;
    }

    private static String clipped(ASTNode node) {
      return FeelGuard.clipped(node.getText());
    }
  }

  /** So much of a text as fits into a message. */
  static String clipped(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN - 3) + "..." : text;
  }
}

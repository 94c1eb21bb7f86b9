package org.parley.knowledge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.Problem;

/** Refuses decisions whose results could outgrow the memory, or take too long to work out. */
final class GrowthCheck {
  private static final int DEEPEST_CALLS = 50;
  private static final int MOST_CALLS = 10_000;
  private static final double LONGEST_VALUE = 1_000;
  private static final Set<String> LISTING = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

  private final Map<String, Linker.Part> parts;
  private final List<Problem> problems;
  private final Map<String, Growth> known = new HashMap<>();
  private final Map<Call, Growth> calls = new HashMap<>();

  /** A call of a function with arguments of some size. */
  private record Call(String function, Map<String, Growth> arguments) {}

  /**
   * @param parts decisions, functions and services by name
   */
  GrowthCheck(Map<String, Linker.Part> parts, List<Problem> problems) {
    this.parts = parts;
    this.problems = problems;
  }

  /** Goes over decisions, each behind those that it reads, until one is too large. */
  void check(List<Decision> decisions) {
    double steps = 0;
    for (Decision decision : decisions) {
      Linker.Part part = parts.get(decision.name());
      Growth growth = new Walk(part, 0).of(part);
      steps += growth.steps();
      boolean large = growth.size() > Limit.RESULT.most();
      if (large || steps > Limit.STEPS.most()) {
        problems.add(
            part.problem(
                Problem.Kind.UNSAFE_FEEL,
                large
                    ? "its result could grow too large, since it repeats what it reads: "
                        + Limit.RESULT.exceeded()
                    : "to work it out could take too long, since it repeats what it reads: "
                        + Limit.STEPS.exceeded()));
        return;
      }
      known.put(decision.name(), growth);
    }
  }

  /** Works out the growth of one decision or of one call of a function. */
  private final class Walk {
    private final Linker.Part part;
    private final int depth;
    private Scope scope;
    private final Map<String, Growth> names = new LinkedHashMap<>();

    Walk(Linker.Part part, int depth) {
      this.part = part;
      this.depth = depth;
      this.scope = Scope.of(part.model(), part.element());
      scope.names().keySet().forEach(name -> names.put(name, ofName(name)));
    }

    private Growth ofName(String name) {
      boolean fact = !parts.containsKey(name);
      return known
          .getOrDefault(name, fact ? new Growth(LONGEST_VALUE, 1, false) : Growth.ONE)
          .as(scope.type(name));
    }

    Growth of(Linker.Part whole) {
      Growth growth = Growth.NONE;
      for (ModelElement child : whole.element().children()) {
        growth = growth.and(of(child));
      }
      return growth.as(whole.type());
    }

    private Growth of(ModelElement element) {
      return switch (element.kind()) {
        case "literalExpression" -> text(element.text("text"));
        case "decisionTable" -> table(element);
        case "invocation" -> invocation(element);
        case "context" -> context(element);
        case "encapsulatedLogic",
            "list",
            "relation",
            "row",
            "contextEntry",
            "conditional",
            "if",
            "then",
            "else",
            "binding" ->
            all(element);
        default -> Growth.NONE;
      };
    }

    private Growth all(ModelElement element) {
      Growth growth = Growth.ONE;
      for (ModelElement child : element.children()) {
        growth = growth.and(of(child));
      }
      return growth;
    }

    private Growth context(ModelElement context) {
      Scope outer = scope;
      Map<String, Growth> outerNames = Map.copyOf(names);
      Growth growth = Growth.ONE;
      for (ModelElement entry : context.children("contextEntry")) {
        Growth value = all(entry);
        ModelElement variable = entry.child("variable");
        if (variable != null) {
          ItemType type = part.model().types().of(variable);
          scope = scope.with(variable.name(), type);
          names.put(variable.name(), value.as(type));
        }
        growth = growth.and(value);
      }
      scope = outer;
      names.clear();
      names.putAll(outerNames);
      return growth;
    }

    private Growth invocation(ModelElement invocation) {
      Growth bound = Growth.ONE;
      Map<String, Growth> arguments = new LinkedHashMap<>();
      for (ModelElement binding : invocation.children("binding")) {
        Growth value = all(binding);
        bound = bound.and(value);
        ModelElement parameter = binding.child("parameter");
        if (parameter != null) {
          arguments.put(parameter.name(), value);
        }
      }
      Linker.Part called = parts.get(invocation.text("literalExpression", "text"));
      Growth result = called == null ? Growth.ONE : call(called, arguments);
      return new Growth(result.size(), bound.steps() + result.steps(), result.number());
    }

    private Growth call(Linker.Part function, Map<String, Growth> arguments) {
      if (depth >= DEEPEST_CALLS || calls.size() >= MOST_CALLS) {
        return Growth.ENDLESS;
      }
      Call call = new Call(function.name(), arguments);
      Growth growth = calls.get(call);
      if (growth == null) {
        growth = work(function, arguments);
        calls.put(call, growth);
      }
      return growth;
    }

    private Growth work(Linker.Part function, Map<String, Growth> arguments) {
      Walk inner = new Walk(function, depth + 1);
      ModelElement logic = function.element().child("encapsulatedLogic");
      if (logic != null) {
        for (ModelElement parameter : logic.children("formalParameter")) {
          String name = parameter.name();
          ItemType type = function.model().types().of(parameter);
          inner.scope = inner.scope.with(name, type);
          inner.names.put(name, arguments.getOrDefault(name, Growth.ONE).as(type));
        }
      }
      return inner.of(function);
    }

    private Growth table(ModelElement table) {
      double steps = 0;
      double largest = 0;
      for (ModelElement input : table.children("input")) {
        steps += text(input.text("inputExpression", "text")).steps();
      }
      for (ModelElement output : table.children("output")) {
        for (ModelElement otherwise : output.children("defaultOutputEntry")) {
          Growth answer = text(otherwise.text("text"));
          steps += answer.steps();
          largest += answer.size();
        }
      }
      double sum = largest;
      for (ModelElement rule : table.children("rule")) {
        Growth answer = Growth.ONE;
        for (ModelElement cell : rule.children()) {
          String text = cell.text("text");
          if (cell.is("inputEntry")) {
            steps += tests(text).steps();
          } else if (cell.is("outputEntry")) {
            answer = answer.and(text(text));
          }
        }
        steps += answer.steps();
        sum += answer.size();
        largest = Math.max(largest, answer.size());
      }
      boolean list = LISTING.contains(table.attribute("hitPolicy"));
      return new Growth(list ? sum : largest, steps, false);
    }

    private Growth text(String text) {
      if (text.isEmpty() || names.containsKey(text)) {
        return names.getOrDefault(text, Growth.ONE);
      }
      return FeelTokens.of(text).literalsOnly()
          ? literals(text)
          : Growth.of(Feel.with(scope).expression(text).root(), names);
    }

    private Growth tests(String text) {
      return text.isEmpty() || FeelTokens.of(text).literalsOnly()
          ? literals(text)
          : Growth.of(
              Feel.with(scope.with(Scope.TESTED, ItemType.UNKNOWN)).test(text).root(), names);
    }

    /** What only lists is no larger than it is written. */
    private Growth literals(String text) {
      return new Growth(1.0 + text.length(), 1.0 + text.length() / 4.0, false);
    }
  }
}

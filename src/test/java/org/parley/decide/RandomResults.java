package org.parley.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.decide.Term.Kind;

/** The output side of a random table: its columns, its type, and what rows answer. */
final class RandomResults {
  private static final List<String> TEXTS =
      List.of("yes", "no", "wait", "go on", "été", "3", "stop; look", "none");
  private static final List<String> PARTS = List.of("kind", "how far", "reserve");
  private static final String FOREIGN = "\"foreign\"";

  private final Dice dice;
  private final String decision;
  private final Feature policy;
  private final List<Term> readable;
  private final Map<String, Term> parts = new LinkedHashMap<>();
  private final Draft.Type type;
  private final boolean valuesOfTheType;

  RandomResults(Dice dice, String decision, Feature policy, List<Term> readable) {
    this.dice = dice;
    this.decision = decision;
    this.policy = policy;
    this.readable = readable;
    drawParts();
    Feature typing = dice.among(Feature.ALLOWED_VALUES, Feature.PLAIN_TYPE, Feature.UNTYPED);
    this.type = type(typing);
    this.valuesOfTheType =
        isOrdered()
            && first().is(Kind.TEXT)
            && parts.size() == 1
            && typing == Feature.ALLOWED_VALUES
            && dice.rolls(Feature.PRIORITY_OF_THE_TYPE);
  }

  Draft.Type type() {
    return type;
  }

  /** What the decision answers, as later ones can read it. */
  Term term() {
    Term term =
        switch (policy) {
          case COLLECT, RULE_ORDER, OUTPUT_ORDER -> Term.list(decision, first().texts());
          case COLLECT_COUNT -> Term.number(decision, 0, 5, false);
          case COLLECT_SUM -> Term.number(decision, -20, 200, false);
          default ->
              parts.size() > 1
                  ? Term.context(decision, parts)
                  : new Term(
                      decision,
                      first().kind(),
                      first().texts(),
                      first().min(),
                      first().max(),
                      false,
                      Map.of(),
                      "");
        };
    return term.typed(type.name());
  }

  /** The output columns. */
  List<Draft.Output> outputs() {
    boolean otherwise = dice.rolls(Feature.DEFAULT_RESULT);
    boolean listed = !valuesOfTheType && (isOrdered() || dice.rolls(Feature.OUTPUT_VALUES));
    List<Draft.Output> outputs = new ArrayList<>();
    parts.forEach(
        (name, part) ->
            outputs.add(
                new Draft.Output(
                    parts.size() == 1 ? "" : name,
                    parts.size() == 1 ? "" : part.feelType(),
                    listed ? values(part) : "",
                    otherwise ? constant(part) : "")));
    return outputs;
  }

  /** What one row answers. */
  List<String> entries() {
    return parts.values().stream().map(this::entry).toList();
  }

  private void drawParts() {
    switch (policy) {
      case COLLECT_SUM -> parts.put("", number());
      case COLLECT_COUNT -> drawCounted();
      case COLLECT_MIN, COLLECT_MAX -> parts.put("", dice.percent(70) ? number() : text());
      default -> drawAnyParts();
    }
  }

  private void drawCounted() {
    if (dice.rolls(Feature.COUNT_OF_CONTEXTS)) {
      PARTS.subList(0, 2).forEach(name -> parts.put(name, text()));
    } else {
      parts.put("", dice.percent(50) ? text() : number());
    }
  }

  private void drawAnyParts() {
    Feature kind =
        dice.among(
            Feature.TEXT_RESULT,
            Feature.NUMBER_RESULT,
            Feature.BOOLEAN_RESULT,
            Feature.CONTEXT_RESULT);
    switch (kind) {
      case TEXT_RESULT -> parts.put("", text());
      case NUMBER_RESULT -> parts.put("", number());
      case BOOLEAN_RESULT -> parts.put("", Term.bool("", false));
      default -> {
        for (String name : PARTS.subList(0, dice.between(2, PARTS.size()))) {
          parts.put(name, dice.percent(60) ? text() : number());
        }
      }
    }
  }

  private Term text() {
    List<String> texts = new ArrayList<>(dice.some(TEXTS, 2, 5));
    if (dice.rolls(Feature.QUOTE_IN_RESULT)) {
      texts.add("say \"no\"");
    }
    return Term.text("", texts);
  }

  private Term number() {
    int least = dice.between(-5, 3);
    return Term.number("", least, least + dice.between(1, 6), false);
  }

  private Term first() {
    return parts.values().iterator().next();
  }

  private boolean isOrdered() {
    return policy == Feature.PRIORITY || policy == Feature.OUTPUT_ORDER;
  }

  private boolean isList() {
    return isCollected() || policy == Feature.OUTPUT_ORDER;
  }

  private boolean isCollected() {
    return policy == Feature.COLLECT || policy == Feature.RULE_ORDER;
  }

  private Draft.Type type(Feature typing) {
    if (typing == Feature.UNTYPED) {
      return Draft.Type.NONE;
    }
    boolean allowed = typing == Feature.ALLOWED_VALUES;
    String name = "t " + decision;
    if (policy == Feature.COLLECT_COUNT && !first().is(Kind.NUMBER) && !dice.isFaulty()) {
      // the engine checks what rows answer, not their number, against the type
      return Draft.Type.NONE;
    }
    if (policy == Feature.COLLECT_COUNT || policy == Feature.COLLECT_SUM) {
      return allowed ? Draft.Type.of(name, "number", "[-1000..1000]") : Draft.Type.plain("number");
    }
    if (parts.size() > 1) {
      return Draft.Type.context(
          name,
          isList(),
          parts.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      e -> e.getValue().feelType(),
                      (a, b) -> a,
                      LinkedHashMap::new)));
    }
    String values = allowed && !first().is(Kind.BOOLEAN) ? values(first()) : "";
    if (isList()) {
      return Draft.Type.listOf(name, first().feelType(), values);
    }
    return values.isEmpty()
        ? Draft.Type.plain(first().feelType())
        : Draft.Type.of(name, first().feelType(), values);
  }

  private String values(Term part) {
    return switch (part.kind()) {
      case TEXT -> Draft.quoted(part.texts());
      case NUMBER -> {
        List<String> numbers = new ArrayList<>();
        for (int number = part.max(); number >= part.min(); number--) {
          numbers.add(String.valueOf(number));
        }
        yield String.join(",", numbers);
      }
      default -> "true,false";
    };
  }

  private String entry(Term part) {
    if (dice.rolls(Feature.NULL_RESULT)) {
      return "null";
    }
    if (dice.rolls(Feature.FOREIGN_RESULT)) {
      return FOREIGN;
    }
    return dice.rolls(Feature.COMPUTED_RESULT) ? computed(part) : constant(part);
  }

  private String constant(Term part) {
    return switch (part.kind()) {
      case TEXT -> Draft.quoted(dice.one(part.texts()));
      case NUMBER -> String.valueOf(dice.between(part.min(), part.max()));
      default -> String.valueOf(dice.percent(50));
    };
  }

  private String computed(Term part) {
    Term other = dice.one(readable);
    if (other.kind() == part.kind() && dice.rolls(Feature.COMPUTED_WITHOUT_CARE)) {
      return part.is(Kind.NUMBER) ? other.expression() + " + 1" : other.expression();
    }
    String condition = condition(other);
    return part.is(Kind.BOOLEAN)
        ? condition
        : "if %s then %s else %s".formatted(condition, constant(part), constant(part));
  }

  /** Something about a term that is true or false. */
  private String condition(Term term) {
    return switch (term.kind()) {
      case TEXT -> "%s = %s".formatted(term.expression(), Draft.quoted(dice.one(term.texts())));
      case NUMBER -> "%s = null or %1$s > %d".formatted(term.expression(), term.min());
      case BOOLEAN -> term.expression();
      case LIST -> "count(%s) > 1".formatted(term.expression());
      case CONTEXT ->
          "%s.%s != null"
              .formatted(term.expression(), dice.one(List.copyOf(term.parts().keySet())));
    };
  }
}

package org.parley.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.decide.Term.Kind;

/** A random decision without a table: a literal expression or a boxed context. */
record RandomExpression(Draft.Logic logic, Term result) {

  static RandomExpression literal(Dice dice, String decision, List<Term> readable) {
    Term term = dice.one(readable);
    String name = term.expression();
    return switch (term.kind()) {
      case TEXT -> ofText(dice, decision, name, term.texts());
      case NUMBER ->
          new RandomExpression(
              new Draft.Expression(
                  (term.nullable() && !dice.isFaulty()
                          ? "if %s = null then -1 else %1$s"
                          : "%s + 1")
                      .formatted(name)),
              Term.number(decision, -1, term.max(), false));
      case BOOLEAN ->
          new RandomExpression(
              new Draft.Expression("not(%s)".formatted(name)), Term.bool(decision, false));
      case LIST ->
          new RandomExpression(
              new Draft.Expression("count(%s)".formatted(name)),
              Term.number(decision, 0, 5, false));
      case CONTEXT ->
          new RandomExpression(new Draft.Expression(name), Term.context(decision, term.parts()));
    };
  }

  static RandomExpression context(Dice dice, String decision, List<Term> readable) {
    Map<String, String> entries = new LinkedHashMap<>();
    Map<String, Term> parts = new LinkedHashMap<>();
    for (Term term : readable) {
      String part = "part " + (char) ('a' + parts.size());
      if (!term.is(Kind.LIST) && !term.is(Kind.CONTEXT)) {
        entries.put(part, term.expression());
        parts.put(part, term);
      }
    }
    if (dice.percent(50) || parts.isEmpty()) {
      entries.put("fixed", "\"yes\"");
      parts.put("fixed", Term.text("", List.of("yes")));
    }
    return new RandomExpression(new Draft.Context(entries), Term.context(decision, parts));
  }

  private static RandomExpression ofText(
      Dice dice, String decision, String name, List<String> texts) {
    String text = Draft.quoted(dice.one(texts));
    return dice.one(
        List.of(
            new RandomExpression(
                new Draft.Expression("if %s = %s then \"p\" else \"q\"".formatted(name, text)),
                Term.text(decision, List.of("p", "q"))),
            new RandomExpression(
                new Draft.Expression("%s = %s".formatted(name, text)), Term.bool(decision, false)),
            new RandomExpression(
                new Draft.Expression("[%s, \"p\"]".formatted(name)), Term.list(decision, texts)),
            new RandomExpression(new Draft.Expression(name), Term.text(decision, texts))));
  }
}

package org.parley.decide;

import java.util.List;
import org.parley.decide.Term.Kind;

/** Random input columns over what a decision reads. */
final class RandomColumns {
  private final Dice dice;

  RandomColumns(Dice dice) {
    this.dice = dice;
  }

  /** A column that tests a term itself or something computed from it. */
  Term column(Term term, List<Term> readable) {
    if (term.is(Kind.LIST)) {
      dice.note(Feature.CONTENT_OF_A_LIST);
      return content(term);
    }
    if (term.is(Kind.CONTEXT)) {
      dice.note(Feature.PART_OF_A_CONTEXT);
      String part = dice.one(List.copyOf(term.parts().keySet()));
      return renamed(term.parts().get(part), "%s.%s".formatted(term.expression(), part));
    }
    return dice.rolls(Feature.COMPUTED_INPUT) ? computed(term, readable) : term;
  }

  /** The column as the table writes it. */
  Draft.Input input(Term column) {
    String type = dice.rolls(Feature.TYPED_COLUMN) ? type(column) : "";
    String values = "";
    if (column.is(Kind.TEXT) && dice.rolls(Feature.INPUT_VALUES)) {
      boolean narrow = dice.rolls(Feature.NARROW_INPUT_VALUES);
      values = Draft.quoted(narrow ? column.texts().subList(0, 1) : column.texts());
    } else if (column.isExactNumber() && dice.rolls(Feature.INPUT_VALUES)) {
      values = "[%d..%d]".formatted(column.min(), column.max());
    }
    return new Draft.Input(column.expression(), type, values);
  }

  private String type(Term column) {
    return column.type().isEmpty() || dice.percent(50) ? column.feelType() : column.type();
  }

  private Term content(Term list) {
    return list.texts().isEmpty() || dice.percent(50)
        ? Term.number("count(%s)".formatted(list.expression()), 0, 4, false)
        : Term.bool(
            "list contains(%s, %s)"
                .formatted(list.expression(), Draft.quoted(dice.one(list.texts()))),
            false);
  }

  private Term computed(Term term, List<Term> readable) {
    String name = term.expression();
    return switch (term.kind()) {
      case TEXT -> computedOfText(term, readable);
      case NUMBER ->
          dice.one(
              List.of(
                  Term.number(name + " * 2", term.min() * 2, term.max() * 2, term.nullable()),
                  Term.number(name + " + 1", term.min() + 1, term.max() + 1, term.nullable()),
                  Term.bool("%s > %d".formatted(name, middle(term)), term.nullable()),
                  Term.text(
                      "if %s = null then \"absent\" else \"given\"".formatted(name),
                      List.of("absent", "given"))));
      default -> Term.bool("not(%s)".formatted(name), term.nullable());
    };
  }

  private Term computedOfText(Term term, List<Term> readable) {
    String name = term.expression();
    String text = Draft.quoted(dice.one(term.texts()));
    List<Term> others = readable.stream().filter(t -> t.is(Kind.TEXT) && !t.equals(term)).toList();
    if (!others.isEmpty() && dice.percent(30)) {
      Term other = dice.one(others);
      return Term.text(
          "if %s = %s then %s else %s"
              .formatted(name, text, other.expression(), Draft.quoted(other.texts().get(0))),
          other.texts());
    }
    return dice.one(
        List.of(
            Term.text("if %s = %s then \"p\" else \"q\"".formatted(name, text), List.of("p", "q")),
            Term.bool("%s = %s".formatted(name, text), false),
            Term.number("string length(%s)".formatted(name), 1, 9, false)));
  }

  private static int middle(Term number) {
    return number.min() + (number.max() - number.min()) / 2;
  }

  private static Term renamed(Term term, String expression) {
    return new Term(
        expression, term.kind(), term.texts(), term.min(), term.max(), true, term.parts(), "");
  }
}

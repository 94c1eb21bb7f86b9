package org.parley.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * The tokens of a FEEL text, as the engine's own lexer finds them: enough to tell how deep its tree
 * can be before anything recurses into it.
 */
record FeelTokens(
    int length, int depth, int signs, boolean wordsOnly, boolean literalsOnly, String slip) {
  private static final Set<Integer> OPENING =
      Set.of(FEEL_1_1Lexer.LPAREN, FEEL_1_1Lexer.LBRACE, FEEL_1_1Lexer.LBRACK);
  private static final Set<Integer> CLOSING =
      Set.of(FEEL_1_1Lexer.RPAREN, FEEL_1_1Lexer.RBRACE, FEEL_1_1Lexer.RBRACK);
  private static final Set<Integer> LITERALS =
      Set.of(
          FEEL_1_1Lexer.BooleanLiteral,
          FEEL_1_1Lexer.NULL,
          FEEL_1_1Lexer.IntegerLiteral,
          FEEL_1_1Lexer.FloatingPointLiteral,
          FEEL_1_1Lexer.StringLiteral);
  private static final Set<Integer> WORDS =
      Set.of(
          FEEL_1_1Lexer.Identifier,
          FEEL_1_1Lexer.IntegerLiteral,
          FEEL_1_1Lexer.FOR,
          FEEL_1_1Lexer.IN,
          FEEL_1_1Lexer.OF,
          FEEL_1_1Lexer.AND,
          FEEL_1_1Lexer.OR);

  /** What the parser tries in many ways, the more the deeper it stands. */
  private static final Map<Integer, Integer> SLOW =
      Map.of(
          FEEL_1_1Lexer.ELIPSIS, 8,
          FEEL_1_1Lexer.DOT, 8,
          FEEL_1_1Lexer.IN, 4,
          FEEL_1_1Lexer.SOME, 4,
          FEEL_1_1Lexer.EVERY, 4,
          FEEL_1_1Lexer.FOR, 4,
          FEEL_1_1Lexer.IF, 4);

  /** None of them can follow another; a sign can. */
  private static final Set<Integer> OPERATORS =
      Set.of(
          FEEL_1_1Lexer.EQUAL,
          FEEL_1_1Lexer.NOTEQUAL,
          FEEL_1_1Lexer.LT,
          FEEL_1_1Lexer.GT,
          FEEL_1_1Lexer.LE,
          FEEL_1_1Lexer.GE,
          FEEL_1_1Lexer.ADD,
          FEEL_1_1Lexer.MUL,
          FEEL_1_1Lexer.DIV,
          FEEL_1_1Lexer.POW);

  private static final int MOST_IN_A_ROW = 2;

  // of few the parser itself says where it breaks off
  private static final int MOST_OPEN = 10;

  /** All but comparisons, whose type is known from the operator. */
  private static final Set<Integer> ARITHMETIC =
      Set.of(
          FEEL_1_1Lexer.ADD,
          FEEL_1_1Lexer.SUB,
          FEEL_1_1Lexer.MUL,
          FEEL_1_1Lexer.DIV,
          FEEL_1_1Lexer.POW);

  private static final Set<Integer> LAYOUT =
      Set.of(FEEL_1_1Lexer.WS, FEEL_1_1Lexer.COMMENT, FEEL_1_1Lexer.LINE_COMMENT);

  static FeelTokens of(String text) {
    if (text.length() > Limit.FEEL_TEXT.most()) {
      return new FeelTokens(text.length(), 0, 0, false, false, "");
    }
    FEEL_1_1Lexer lexer = new FEEL_1_1Lexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    Count count = new Count();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      if (!LAYOUT.contains(t.getType())) {
        count.add(t.getType());
      }
    }
    return new FeelTokens(
        text.length(),
        count.deepest,
        count.literalsOnly ? 0 : count.signs,
        count.wordsOnly,
        count.literalsOnly,
        count.slip());
  }

  /** What makes it too large to be read, or would keep the parser; empty where nothing does. */
  Optional<String> excess() {
    return Stream.of(
            Map.entry(Limit.FEEL_TEXT, length),
            Map.entry(Limit.FEEL_DEPTH, depth),
            Map.entry(Limit.FEEL_SIGNS, signs))
        .filter(e -> e.getValue() > e.getKey().most())
        .findFirst()
        .map(e -> "is too large: " + e.getKey().exceeded() + "; make several decisions of it")
        .or(() -> Optional.of(slip).filter(words -> !words.isEmpty()));
  }

  /**
   * A tree gets deeper by a bracket, or by an operator or keyword; those of one list element lie in
   * each other at worst, those of different elements never do.
   */
  private static final class Count {
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int chain;
    private int below;
    private int deepest;
    private int operators;
    private int signs;
    private boolean tooMany;
    private final TypeSteps types = new TypeSteps();
    private boolean wordsOnly = true;
    private boolean literalsOnly = true;

    /** What the parser, which looks for a way on, would find only after a very long time. */
    String slip() {
      if (tooMany) {
        return "is not FEEL: operators follow each other";
      }
      if (types.tooMany()) {
        return "is too large: an entry of a context chains too many operators; make several"
            + " entries of it";
      }
      return below > MOST_OPEN ? "is not FEEL: a bracket is not closed" : "";
    }

    void add(int type) {
      types.add(type);
      operators = OPERATORS.contains(type) ? operators + 1 : 0;
      tooMany |= operators > MOST_IN_A_ROW;
      signs += LITERALS.contains(type) || type == FEEL_1_1Lexer.Identifier ? 0 : 1;
      wordsOnly &= WORDS.contains(type);
      boolean bracket = OPENING.contains(type) || CLOSING.contains(type);
      literalsOnly &=
          LITERALS.contains(type)
              || bracket
              || type == FEEL_1_1Lexer.COMMA
              || type == FEEL_1_1Lexer.SUB;
      if (OPENING.contains(type)) {
        outer.push(chain + 1);
        below += chain + 1;
        chain = 0;
      } else if (CLOSING.contains(type)) {
        if (!outer.isEmpty()) {
          chain = outer.pop();
          below -= chain;
        }
      } else if (type == FEEL_1_1Lexer.COMMA) {
        chain = 0;
      } else if (!LITERALS.contains(type) && type != FEEL_1_1Lexer.Identifier) {
        chain += SLOW.getOrDefault(type, 1);
      }
      deepest = Math.max(deepest, below + chain);
    }
  }

  /**
   * How often the engine looks at operands to tell the types of what contexts hold: an operator
   * asks its left side nine times at worst, an {@code if} its first branch twice, and so does each
   * that lies in it.
   */
  private static final class TypeSteps {
    private static final double MOST = 1e7;
    private static final double OF_OPERATOR = 9;
    private static final double OF_IF = 2;

    private final Deque<Double> outer = new ArrayDeque<>();
    private int contexts;
    private double here = 1;
    private double all;

    boolean tooMany() {
      return all > MOST;
    }

    void add(int type) {
      if (OPENING.contains(type)) {
        // the type of a context within is told once
        here = type == FEEL_1_1Lexer.LBRACE ? 1 : here;
        outer.push(here);
        contexts += type == FEEL_1_1Lexer.LBRACE ? 1 : 0;
      } else if (type == FEEL_1_1Lexer.COMMA) {
        here = outer.isEmpty() ? 1 : outer.peek();
      } else if (type == FEEL_1_1Lexer.RBRACE) {
        contexts--;
        outer.poll();
        here = outer.isEmpty() ? 1 : outer.peek();
      } else if (CLOSING.contains(type)) {
        outer.poll();
      } else if (contexts > 0 && (ARITHMETIC.contains(type) || type == FEEL_1_1Lexer.IF)) {
        here *= type == FEEL_1_1Lexer.IF ? OF_IF : OF_OPERATOR;
        all += here;
      }
    }
  }
}

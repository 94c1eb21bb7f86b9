package org.parley.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A test that lists texts and nothing else: {@code "low","medium"}, {@code not("high")}, or {@code
 * -} for any value. Most cells are of this kind; they look up no name, and no parser is needed to
 * say what they accept.
 *
 * @param negated whether it accepts all but these
 * @param texts as FEEL has them between quotes, without escapes
 */
public record TextTests(boolean negated, List<String> texts) {
  private static final String TEXT = "\"[^\"\\\\\\p{Cntrl}]*+\"";
  private static final Pattern ONE = Pattern.compile(TEXT);
  private static final Pattern LIST = Pattern.compile("%1$s(?:\\s*,\\s*%1$s)*+".formatted(TEXT));
  private static final String NOT = "not(";

  // possessive, since what could go back takes stack for each text of a long list
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern LITERALS =
      Pattern.compile("\\s*%1$s(?:\\s*,\\s*%1$s)*+\\s*".formatted(LITERAL.pattern()));

  public TextTests {
    texts = List.copyOf(texts);
  }

  /** The test that a cell writes, where it is one of this kind. */
  public static Optional<TextTests> of(String feel) {
    if (feel.equals("-")) {
      return Optional.of(new TextTests(true, List.of()));
    }
    boolean negated = feel.startsWith(NOT) && feel.endsWith(")");
    String list = negated ? feel.substring(NOT.length(), feel.length() - 1) : feel;
    return LIST.matcher(list).matches()
        ? Optional.of(
            new TextTests(
                negated,
                ONE.matcher(list).results().map(MatchResult::group).map(TextTests::bare).toList()))
        : Optional.empty();
  }

  /** The text that an expression writes, where it writes one and nothing else. */
  public static Optional<String> text(String feel) {
    return ONE.matcher(feel).matches() ? Optional.of(bare(feel)) : Optional.empty();
  }

  /**
   * The texts of a list such as {@code "a","b"}, escapes as they are written; empty where it is
   * anything else.
   */
  public static List<String> listed(String feel) {
    return LITERALS.matcher(feel).matches()
        ? LITERAL.matcher(feel).results().map(literal -> literal.group(1)).toList()
        : List.of();
  }

  /** Whether it accepts every value, of whatever kind. */
  public boolean isAny() {
    return negated && texts.isEmpty();
  }

  /** Whether it accepts a text. */
  public boolean accepts(String text) {
    return texts.contains(text) != negated;
  }

  private static String bare(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }
}

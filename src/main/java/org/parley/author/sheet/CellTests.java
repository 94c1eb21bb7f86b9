package org.parley.author.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cell of an input column accepts, where it has plain words: any of some texts, numbers and
 * ranges, or any but these.
 *
 * @param negated whether it accepts all but these
 * @param alternatives as FEEL; none for a cell that accepts anything
 */
record CellTests(boolean negated, List<String> alternatives) {
  private static final CellTests ANY = new CellTests(false, List.of());
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern ATOM =
      Pattern.compile(
          "(%2$s)|null|(?:[<>]=?\\s*)?%1$s|[\\[\\](]\\s*%1$s\\s*\\.\\.\\s*%1$s\\s*[\\])\\[]"
              .formatted(NUMBER, TEXT));
  private static final Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

  CellTests {
    alternatives = List.copyOf(alternatives);
  }

  static CellTests any() {
    return ANY;
  }

  boolean isAny() {
    return alternatives.isEmpty();
  }

  /** The tests that a cell writes; empty where they have no plain words. */
  static Optional<CellTests> ofFeel(String feel) {
    if (feel.equals("-")) {
      return Optional.of(ANY);
    }
    Matcher not = NEGATED.matcher(feel);
    boolean negated = not.matches();
    List<String> atoms = new ArrayList<>();
    String rest = (negated ? not.group(1) : feel).strip();
    while (true) {
      Matcher atom = ATOM.matcher(rest);
      if (!atom.lookingAt()) {
        return Optional.empty();
      }
      atoms.add(atom.group());
      String behind = rest.substring(atom.end()).stripLeading();
      if (behind.isEmpty()) {
        return Optional.of(new CellTests(negated, atoms));
      }
      if (!behind.startsWith(",")) {
        return Optional.empty();
      }
      rest = behind.substring(1).stripLeading();
    }
  }

  /** A number, a comparison or a range, where a text is one. */
  static boolean isNumeric(String atom) {
    return !atom.startsWith("\"") && !atom.equals("null") && ATOM.matcher(atom).matches();
  }

  /** As cells of the models are written. */
  String toFeel() {
    if (isAny()) {
      return "-";
    }
    String list = String.join(",", alternatives);
    return negated ? "not(" + list + ")" : list;
  }

  /** Whether the two accept the same. */
  boolean meansTheSameAs(CellTests other) {
    return negated == other.negated && plain().equals(other.plain());
  }

  private Set<String> plain() {
    return alternatives.stream().map(CellTests::plain).collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String atom) {
    if (atom.startsWith("\"")) {
      return atom;
    }
    Matcher number = Pattern.compile(NUMBER).matcher(atom.replaceAll("\\s+", ""));
    return number.replaceAll(n -> new BigDecimal(n.group()).stripTrailingZeros().toPlainString());
  }
}

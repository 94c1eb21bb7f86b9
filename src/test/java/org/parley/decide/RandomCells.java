package org.parley.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Random cells of a column: such as leave no gap and no overlap, and such as may do both. */
final class RandomCells {
  static final String ANYTHING = "-";

  private final Dice dice;
  private final List<Term> readable;

  /**
   * @param readable what cells may refer to by name
   */
  RandomCells(Dice dice, List<Term> readable) {
    this.dice = dice;
    this.readable = readable;
  }

  /** Cells of which exactly one accepts each value; at most so many. */
  List<String> partition(Term column, int most) {
    if (most < 2) {
      return List.of(ANYTHING);
    }
    if (dice.rolls(Feature.CELL_READS_A_NAME)) {
      List<Term> others =
          readable.stream()
              .filter(t -> t.kind() == column.kind() && !t.equals(column) && !t.is(Term.Kind.LIST))
              .toList();
      if (!others.isEmpty()) {
        String name = dice.one(others).expression();
        return List.of(name, "not(%s)".formatted(name));
      }
    }
    return switch (column.kind()) {
      case TEXT -> textCells(column.texts(), most);
      case NUMBER -> numberCells(column, most);
      case BOOLEAN -> booleanCells(column);
      case LIST, CONTEXT -> List.of(ANYTHING);
    };
  }

  /** A cell that says nothing of the others. */
  String any(Term column) {
    if (dice.percent(35)) {
      return ANYTHING;
    }
    if (dice.rolls(Feature.CELL_OF_NO_USE)) {
      return dice.one(
          List.of("\"never given\"", "-1", "not(\"never given\", -1)", "true", "< \"\""));
    }
    if (dice.rolls(Feature.CELL_THAT_FAILS)) {
      return dice.one(List.of("not(not(\"a\"))", "\"a\", not(\"b\")", "not(not(1))"));
    }
    if (dice.rolls(Feature.QUESTION_MARK_CELL)) {
      return questionMark(column);
    }
    if (column.is(Term.Kind.NUMBER) && dice.rolls(Feature.NUMBER_LIST_CELL)) {
      return "%s, %s".formatted(numberCell(column), numberCell(column));
    }
    if (column.is(Term.Kind.NUMBER) && dice.rolls(Feature.NOT_NULL_CELL)) {
      return "not(null)";
    }
    return dice.one(partition(column, 4));
  }

  private String questionMark(Term column) {
    return switch (column.kind()) {
      case TEXT ->
          dice.one(
                  List.of(
                      "? = %s",
                      "? != %s",
                      "list contains([\"a\", %s], ?)",
                      "starts with(?, %s)",
                      "string length(?) > string length(%s)",
                      "? in (%s, \"b\")"))
              .formatted(Draft.quoted(dice.one(column.texts())));
      case NUMBER ->
          // what compares an absent number has no result, and the engine refuses the case
          dice.one(
                  List.of(
                      "? = %d",
                      "? != null and ? > %d",
                      "? in (null, [1..%d])",
                      "if ? = null then false else ? * 2 > %d"))
              .formatted(dice.between(column.min(), column.max()));
      case BOOLEAN -> "? = true";
      case LIST, CONTEXT -> ANYTHING;
    };
  }

  private List<String> textCells(List<String> texts, int most) {
    List<String> left = dice.shuffled(texts);
    int groups = Math.min(left.size(), dice.between(2, Math.max(2, most)));
    List<String> cells = new ArrayList<>();
    for (int group = groups; group > 0; group--) {
      int size = group == 1 ? left.size() : dice.between(1, left.size() - group + 1);
      cells.add(textCell(left.subList(0, size), texts));
      left = left.subList(size, left.size());
    }
    return cells;
  }

  private String textCell(List<String> group, List<String> all) {
    List<String> others = all.stream().filter(t -> !group.contains(t)).toList();
    if (others.isEmpty()) {
      return ANYTHING;
    }
    if (dice.rolls(Feature.NEGATED_CELL)) {
      return "not(%s)".formatted(Draft.quoted(others));
    }
    if (dice.rolls(Feature.TEXT_RANGE_CELL)) {
      TreeSet<String> sorted = new TreeSet<>(group);
      if (others.stream().noneMatch(t -> isWithin(t, sorted.first(), sorted.last()))) {
        return "[%s..%s]".formatted(Draft.quoted(sorted.first()), Draft.quoted(sorted.last()));
      }
    }
    if (dice.rolls(Feature.LISTED_CELL)) {
      return "[%s]".formatted(Draft.quoted(group));
    }
    return dice.rolls(Feature.ESCAPED_CELL)
        ? group.stream().map(RandomCells::escaped).collect(Collectors.joining(", "))
        : Draft.quoted(group);
  }

  private static boolean isWithin(String text, String first, String last) {
    return first.compareTo(text) <= 0 && text.compareTo(last) <= 0;
  }

  /** A text with its first letter as FEEL writes any sign by its number. */
  private static String escaped(String text) {
    String rest = Draft.quoted(text.substring(1));
    return "\"\\u%04X%s".formatted((int) text.charAt(0), rest.substring(1));
  }

  private List<String> booleanCells(Term column) {
    List<String> cells =
        new ArrayList<>(dice.rolls(Feature.NEGATED_CELL) ? List.of("not(true)") : List.of("false"));
    cells.add("true");
    if (column.nullable() && !cells.contains("not(true)")) {
      cells.add("null");
    }
    return cells;
  }

  private List<String> numberCells(Term column, int most) {
    TreeSet<Integer> cuts = new TreeSet<>();
    for (int i = dice.between(1, Math.min(most, 5) - 1); i > 0; i--) {
      cuts.add(dice.between(column.min() + 1, Math.max(column.min() + 1, column.max())));
    }
    List<String> cells = new ArrayList<>();
    Integer last = null;
    for (int cut : cuts) {
      cells.add(last == null ? below(cut, column) : between(last, cut));
      last = cut;
    }
    cells.add(above(cuts.last(), column));
    boolean absentTaken = cells.stream().anyMatch(c -> c.startsWith("not("));
    if (column.nullable() && !absentTaken) {
      takeAbsent(cells);
    }
    return cells;
  }

  /** Gives the absent number a cell of its own or a place in another. */
  private void takeAbsent(List<String> cells) {
    if (dice.rolls(Feature.NULL_CELL)) {
      cells.add("null");
    } else {
      int at = dice.between(0, cells.size() - 1);
      cells.set(at, "null, " + cells.get(at));
    }
  }

  private String below(int cut, Term column) {
    if (column.nullable() && dice.rolls(Feature.NEGATED_CELL)) {
      return "not(>= %d)".formatted(cut);
    }
    List<String> ways = List.of("< %d", "<%d", "[%2$d..%1$d)", "[%2$d..%1$d[");
    return dice.one(column.isExactNumber() ? ways : ways.subList(0, 2))
        .formatted(cut, Math.min(column.min(), cut - 1));
  }

  private String between(int first, int end) {
    if (end == first + 1 && dice.percent(50)) {
      return String.valueOf(first);
    }
    return dice.one(List.of("[%1$d..%2$d)", "[%1$d..%3$d]", "(%4$d..%2$d)", "]%4$d..%3$d]"))
        .formatted(first, end, end - 1, first - 1);
  }

  private String above(int cut, Term column) {
    List<String> ways = List.of(">= %d", "> %3$d", "[%1$d..%2$d]");
    return dice.one(column.isExactNumber() ? ways : ways.subList(0, 2))
        .formatted(cut, Math.max(column.max(), cut), cut - 1);
  }

  private String numberCell(Term column) {
    int number = dice.between(column.min(), column.max());
    return dice.one(
            List.of(
                "%d", "< %d", ">= %d", "[%d..%2$d]", "(%d..%2$d]", "[%d..%2$d)", "%d.5", "<= %d"))
        .formatted(number, number + dice.between(0, 5));
  }
}

package org.parley.author.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.author.save.Column;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Moments;
import org.parley.knowledge.Nearest;

/**
 * Says what a cell of a column says in plain words, and reads such words back. What has no plain
 * words stays FEEL behind a marker.
 */
final class SheetWords {
  static final String ANY = "any";
  private static final String ANY_BUT = "any but ";
  private static final String OR = " or ";
  private static final String NOT_KNOWN = "not known";
  private static final String FEEL = "feel:";
  private static final Pattern BETWEEN = Pattern.compile("(?i)\\s+or\\s+|\\s*,\\s*");
  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final Pattern SPAN =
      Pattern.compile("(?i)(%1$s)\\s*(?:-|–|to|bis|à)\\s*(%1$s)".formatted(NUMBER));
  private static final Pattern PERCENT = Pattern.compile("(%s)\\s*%%".formatted(NUMBER));
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(?:[\\p{Sc}]|\\p{L}{1,3}\\.?)?\\s*%s\\s*(?:[\\p{Sc}]|\\p{L}[\\p{L}. ]*)?"
              .formatted(NUMBER));
  // what other languages, other signs and hasty fingers write between two words
  private static final Pattern JOINT = Pattern.compile("\\s+\\p{L}{1,5}\\.?\\s+|\\s*[/|;&+,]\\s*");
  private static final int LONGEST_LIST = 200;
  private static final Pattern NO_WIDTH = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern BLANK = Pattern.compile("\\h");
  private static final Pattern QUOTES = Pattern.compile("[“”„‟«»]");
  private static final Pattern LOOKS_LIKE_FEEL = Pattern.compile("[<>=\\[(\"?].*|not\\s*\\(.*");

  private final Column column;

  SheetWords(Column column) {
    this.column = column;
  }

  /** Words that cannot be read, and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** What a test says. */
  String ofTest(String feel) {
    String words = moments(feel).orElseGet(() -> isTruth(feel) ? feel : words(Cell.test(feel)));
    return readsBackAs(feel, words, true) ? words : FEEL + " " + feel;
  }

  private Optional<String> moments(String feel) {
    return column.kind().moments().flatMap(kind -> MomentWords.of(feel, kind));
  }

  private boolean isTruth(String feel) {
    return column.kind() == Column.Kind.BOOLEAN && feel.matches("true|false");
  }

  /** What a result says. */
  String ofResult(String feel) {
    Cell answer = Cell.answer(feel);
    String words =
        moments(feel).or(answer::text).orElseGet(() -> answer.isOther() ? feel : words(answer));
    return readsBackAs(feel, words, false) ? words : FEEL + " " + feel;
  }

  /** The test that words say; the one there is where it means the same. */
  String test(String words, String now) throws Unreadable {
    String said = typed(words, true);
    Optional<String> feel = feel(said);
    if (feel.isPresent()) {
      return feel.get();
    }
    Cell test = tests(said, now);
    return isSame(test, Cell.test(now), now) ? now : test.toFeel();
  }

  /** The result that words say; the one there is where it means the same. */
  String result(String words, String now) throws Unreadable {
    String said = isFree() ? words.strip() : typed(words, false);
    if (said.isEmpty()) {
      throw new Unreadable("is empty: a row needs its answer");
    }
    Optional<String> feel = feel(said);
    if (feel.isPresent()) {
      return feel.get();
    }
    Cell result = resultOf(said, now);
    return isSame(result, Cell.answer(now), now) ? now : result.toFeel();
  }

  private boolean isSame(Cell said, Cell there, String now) {
    return said.sameAs(there)
        || (column.kind().moments().isPresent()
            && Moments.of(said.toFeel())
                .flatMap(m -> Moments.of(now).filter(m::sameAs))
                .isPresent());
  }

  /** Whether every text is a result. */
  private boolean isFree() {
    return column.kind() == Column.Kind.TEXT && column.values().isEmpty();
  }

  /** Blanks, quotes and digits as a keyboard has them, where programs have put others. */
  private String typed(String words, boolean test) throws Unreadable {
    String said = QUOTES.matcher(blanks(words)).replaceAll("\"").strip();
    if (column.kind() != Column.Kind.NUMBER || isFeel(said)) {
      return said;
    }
    String typed = TypedNumbers.typed(said);
    return test || isOneNumber(typed) ? TypedNumbers.read(typed, false, test) : typed;
  }

  private static boolean isOneNumber(String typed) {
    return TypedNumbers.isOne(typed) || typed.startsWith("(");
  }

  /** A word with the blanks of a keyboard, and without what has no width. */
  static String blanks(String words) {
    return BLANK.matcher(NO_WIDTH.matcher(words).replaceAll("")).replaceAll(" ");
  }

  private boolean readsBackAs(String feel, String words, boolean test) {
    try {
      return !words.isEmpty()
          && words.equals(words.strip())
          && (test ? test(words, feel) : result(words, feel)).equals(feel);
    } catch (Unreadable e) {
      return false;
    }
  }

  /** Plain words; none where there are none. */
  private static String words(Cell cell) {
    if (cell instanceof Cell.Any) {
      return ANY;
    }
    if (cell instanceof Cell.Not not) {
      return ANY_BUT + words(not.cell());
    }
    List<String> parts = new ArrayList<>(cell.texts());
    if (cell instanceof Cell.Numbers numbers) {
      if (numbers.absent()) {
        parts.add(NOT_KNOWN);
      }
      numbers.ranges().forEach(range -> parts.add(range.toString()));
    }
    return String.join(OR, parts);
  }

  private Cell tests(String said, String now) throws Unreadable {
    if (said.isEmpty()) {
      throw new Unreadable(
          "is empty: write '%s' where the row does not look at this column".formatted(ANY));
    }
    if (said.equalsIgnoreCase(ANY) || said.equals("-")) {
      return new Cell.Any();
    }
    boolean negated = said.toLowerCase(Locale.ROOT).startsWith(ANY_BUT);
    String list = negated ? said.substring(ANY_BUT.length()).strip() : said;
    List<String> alternatives = new ArrayList<>();
    for (Cell alternative : alternatives(list, now)) {
      alternatives.add(alternative.toFeel());
    }
    Cell together = Cell.test(String.join(",", alternatives));
    return negated ? new Cell.Not(together) : together;
  }

  private List<Cell> alternatives(String list, String now) throws Unreadable {
    Optional<Cell> whole = value(list, now);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<Cell> alternatives = new ArrayList<>();
    for (String part : BETWEEN.split(list, -1)) {
      alternatives.add(value(part, now).orElseThrow(() -> unknown(part, several(part), true)));
    }
    return alternatives;
  }

  private Cell resultOf(String said, String now) throws Unreadable {
    if (isFree()) {
      return text(said);
    }
    return value(said, now)
        .filter(v -> !isRange(v))
        .orElseThrow(() -> unknown(said, List.of(), false));
  }

  private static boolean isRange(Cell value) {
    return value.ranges().stream().anyMatch(range -> range.number().isEmpty())
        || Moments.of(value.toFeel()).stream()
            .flatMap(m -> m.spans().stream())
            .anyMatch(span -> !span.isOne());
  }

  private static Cell text(String said) {
    return new Cell.Texts(List.of(said));
  }

  /** One value of the column; empty where the words are none. */
  private Optional<Cell> value(String word, String now) throws Unreadable {
    return switch (column.kind()) {
      case TEXT -> textOf(word).map(SheetWords::text);
      case NUMBER ->
          word.equalsIgnoreCase(NOT_KNOWN)
              ? Optional.of(new Cell.Numbers(List.of(), true))
              : Optional.of(Cell.test(word))
                  .filter(
                      c -> c instanceof Cell.Numbers n && !n.absent() && n.ranges().size() == 1);
      case BOOLEAN ->
          Optional.of(word.toLowerCase(Locale.ROOT))
              .filter(w -> w.matches("true|false"))
              .map(Cell::test);
      case DATE, TIME, DATE_TIME, DURATION ->
          word.equalsIgnoreCase(NOT_KNOWN)
              ? Optional.of(new Cell.Numbers(List.of(), true))
              : new MomentWords(column.kind().moments().orElseThrow(), now)
                  .feel(word)
                  .map(Cell::test);
      case OTHER -> Optional.empty();
    };
  }

  private Optional<String> textOf(String word) {
    if (!column.values().isEmpty()) {
      return oneOf(word);
    }
    boolean plain =
        !word.isEmpty()
            && !LOOKS_LIKE_FEEL.matcher(word).matches()
            && !BETWEEN.matcher(word).find();
    return plain ? Optional.of(word) : Optional.empty();
  }

  /** Spreadsheets like to begin a cell with a capital letter. */
  private Optional<String> oneOf(String word) {
    if (column.values().contains(word)) {
      return Optional.of(word);
    }
    List<String> alike =
        column.values().stream().filter(v -> v.equalsIgnoreCase(word)).limit(2).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** The values that a list names with something else than 'or' between; none where it is none. */
  private List<String> several(String words) {
    if (words.length() > LONGEST_LIST || column.kind() != Column.Kind.TEXT) {
      return List.of();
    }
    Optional<String> value = textOf(words.strip());
    if (value.isPresent()) {
      return value.stream().toList();
    }
    Matcher joint = JOINT.matcher(words);
    for (int from = 0; from < words.length() && joint.find(from); from = joint.start() + 1) {
      Optional<String> first = textOf(words.substring(0, joint.start()).strip());
      List<String> others = first.isEmpty() ? List.of() : several(words.substring(joint.end()));
      if (!others.isEmpty()) {
        List<String> all = new ArrayList<>(List.of(first.get()));
        all.addAll(others);
        return all;
      }
    }
    return List.of();
  }

  private Unreadable unknown(String word, List<String> several, boolean test) {
    if (several.size() > 1) {
      return new Unreadable(
          "'%s' is no value, but several: write '%s'".formatted(word, String.join(OR, several)));
    }
    return new Unreadable(
        switch (column.kind()) {
          case TEXT ->
              column.values().isEmpty()
                  ? "'%s' is no plain text; what is FEEL begins with '%s'".formatted(word, FEEL)
                  : "'%s' is not a value of '%s': %s%s"
                      .formatted(
                          word,
                          column.name(),
                          String.join(", ", column.values()),
                          Nearest.hint(word, column.values()));
          case NUMBER ->
              "'%s' is no number for '%s'%s%s"
                  .formatted(
                      word,
                      column.name(),
                      test ? ", nor a comparison such as >= 6 or a range such as [6..18)" : "",
                      offer(word, test));
          case BOOLEAN -> "'%s' is neither true nor false%s".formatted(word, truth(word));
          case DATE, TIME, DATE_TIME, DURATION ->
              MomentWords.objection(column.kind().moments().orElseThrow(), word, column.name());
          case OTHER ->
              "'%s' cannot be read, since no type says what this column holds: write '%s', or FEEL behind '%s', such as %s date(\"2024-06-01\")"
                  .formatted(word, ANY, FEEL, FEEL);
        });
  }

  /** What would be right where a number is meant, and only that. */
  private static String offer(String word, boolean test) {
    Matcher span = SPAN.matcher(word);
    Matcher percent = PERCENT.matcher(word);
    if (percent.matches()) {
      return ": write %s, or %s where the column counts percents"
          .formatted(
              new BigDecimal(percent.group(1))
                  .movePointLeft(2)
                  .stripTrailingZeros()
                  .toPlainString(),
              percent.group(1));
    }
    if (test && span.matches()) {
      return ": write [%s..%s]".formatted(span.group(1), span.group(2));
    }
    if (WITH_UNIT.matcher(word).matches()) {
      return ": write the number alone, in what the column counts";
    }
    return test ? "" : ": an answer takes no comparison and no choice: write a number";
  }

  private static String truth(String word) {
    String near = Nearest.hint(word, List.of("yes", "no"));
    return near.replace("'yes'", "'true'").replace("'no'", "'false'");
  }

  static boolean isFeel(String words) {
    return words.regionMatches(true, 0, FEEL, 0, FEEL.length());
  }

  private static Optional<String> feel(String words) throws Unreadable {
    if (!isFeel(words)) {
      return Optional.empty();
    }
    String feel = words.substring(FEEL.length()).strip();
    if (feel.isEmpty()) {
      throw new Unreadable("says nothing behind '%s'".formatted(FEEL));
    }
    return Optional.of(feel);
  }
}

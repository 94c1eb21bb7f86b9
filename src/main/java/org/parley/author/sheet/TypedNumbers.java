package org.parley.author.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers as people and programs of some countries type them, among the words of a cell: with
 * points, commas, blanks or apostrophes between their digits, and in digits of other scripts. What
 * can be read in two ways is never read in one of them.
 */
final class TypedNumbers {
  private static final String SIGN = "[+-]?\\s*";
  private static final String DIGITS = "\\d+(?:[.,' ]\\d+)*(?:[eE][+-]?\\d{1,4})?";
  private static final Pattern TOKEN = Pattern.compile("(?<![\\p{L}\\d_])" + DIGITS);
  private static final Pattern ALONE = Pattern.compile(SIGN + DIGITS);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\s*(" + DIGITS + ")\\s*\\)");
  private static final Pattern POWER = Pattern.compile("(\\d+(?:[.,]\\d+)?)[eE]([+-]?\\d{1,4})");
  private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]\\d+");
  private static final Pattern POINT = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern ENTRY = Pattern.compile("(?:0|[1-9]\\d*)(?:\\.\\d+)?");
  private static final List<String> MARKS = List.of(".", ",", "'", " ");
  private static final int FARTHEST_POWER = 30;

  private TypedNumbers() {}

  /** The words with the digits and signs of a keyboard. */
  static String typed(String words) {
    StringBuilder typed = new StringBuilder();
    words
        .codePoints()
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                typed.append(Character.digit(c, 10));
              } else {
                typed.append(mark(c));
              }
            });
    return typed.toString();
  }

  private static String mark(int c) {
    return switch (c) {
      case 0x2019, 0x02BC, 0x066C, 0xFF07 -> "'";
      case 0xFF0C -> ",";
      case 0x066B, 0xFF0E -> ".";
      case 0x2212, 0xFF0D -> "-";
      case 0xFF0B -> "+";
      case 0x2264 -> "<=";
      case 0x2265 -> ">=";
      default -> Character.toString(c);
    };
  }

  /** Whether the words are one number, however it is written, and nothing else. */
  static boolean isOne(String words) {
    return ALONE.matcher(words).matches();
  }

  /**
   * The words with each number as FEEL writes it.
   *
   * @param words in the signs of a keyboard
   * @param commas whether decimals have commas here, as the file says of itself
   * @param lists whether a comma may also stand between two numbers
   * @throws SheetWords.Unreadable if a number can be read in two ways, or is written as none here;
   *     names the readings
   */
  static String read(String words, boolean commas, boolean lists) throws SheetWords.Unreadable {
    Matcher brackets = IN_BRACKETS.matcher(words);
    if (brackets.matches()) {
      throw new SheetWords.Unreadable(
          "'%s' can be read in two ways: -%s, or %s? Write it without brackets"
              .formatted(words, brackets.group(1), brackets.group(1)));
    }
    StringBuilder read = new StringBuilder();
    Matcher token = TOKEN.matcher(words);
    int end = 0;
    while (token.find()) {
      read.append(words.substring(end, token.start()));
      read.append(number(words, token.toMatchResult(), commas, lists && !words.contains("..")));
      end = token.end();
    }
    return read.append(words.substring(end)).toString();
  }

  private static String number(String words, MatchResult token, boolean commas, boolean lists)
      throws SheetWords.Unreadable {
    String text = token.group();
    Matcher power = POWER.matcher(text);
    if (power.matches()) {
      return power(words, power.group(1), Integer.parseInt(power.group(2)), commas);
    }
    boolean decimalComma = DECIMAL.matcher(text).matches() && text.contains(",");
    if (POINT.matcher(text).matches() && !(commas && text.contains("."))) {
      return text;
    }
    List<String> readings = numbers(text);
    if (commas && decimalComma) {
      return text.replace(',', '.');
    }
    if (commas && readings.size() > 1) {
      throw new SheetWords.Unreadable(
          "'%s' can be read in two ways where commas stand for points: %s?"
              .formatted(
                  words,
                  readings.stream()
                      .map(r -> new BigDecimal(r).stripTrailingZeros().toPlainString())
                      .collect(Collectors.joining(", or "))));
    }
    if (commas) {
      return readings.isEmpty() ? text : readings.get(0);
    }
    String list = lists ? list(text) : "";
    if (!list.isEmpty()) {
      readings.add(list);
    }
    if (readings.isEmpty()) {
      return text;
    }
    throw refused(words, readings, !list.isEmpty());
  }

  private static SheetWords.Unreadable refused(
      String words, List<String> readings, boolean orList) {
    if (readings.size() == 1) {
      return new SheetWords.Unreadable(
          "'%s' is not how a number is written here: write %s".formatted(words, readings.get(0)));
    }
    return new SheetWords.Unreadable(
        "'%s' can be read in %s ways: %s? Write a point, %s"
            .formatted(
                words,
                readings.size() == 2 ? "two" : "three",
                String.join(", or ", readings),
                orList ? "or the word or" : "and nothing between thousands"));
  }

  /** A number with a power of ten; programs write large ones so when they leave digits out. */
  private static String power(String words, String digits, int power, boolean commas)
      throws SheetWords.Unreadable {
    BigDecimal value = new BigDecimal(digits.replace(',', '.')).scaleByPowerOfTen(power);
    if (Math.abs(power) > FARTHEST_POWER) {
      return digits + "E" + power;
    }
    String plain = GridReader.shortest(value).toPlainString();
    if (value.scale() < 0) {
      throw new SheetWords.Unreadable(
          "'%s' may be a longer number, cut off: write all digits, such as %s"
              .formatted(words, plain));
    }
    if (digits.contains(",") && !commas) {
      throw refused(words, List.of(plain), false);
    }
    return plain;
  }

  /** The numbers that a text can be, the one with decimals first. */
  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    if (DECIMAL.matcher(text).matches()) {
      numbers.add(text.replace(',', '.'));
    }
    for (String mark : MARKS) {
      String others = mark.equals(".") ? "," : mark.equals(",") ? "." : ".,";
      String grouped =
          "[1-9]\\d{0,2}(?:%s\\d{3})+(?:[%s]\\d+)?".formatted(Pattern.quote(mark), others);
      if (text.matches(grouped)) {
        numbers.add(text.replace(mark, "").replace(',', '.'));
      }
    }
    return numbers;
  }

  /** The numbers of a list without blanks; empty where it can be none. */
  private static String list(String text) {
    List<String> entries = List.of(text.split(",", -1));
    return entries.size() > 1 && entries.stream().allMatch(e -> ENTRY.matcher(e).matches())
        ? String.join(" or ", entries)
        : "";
  }
}

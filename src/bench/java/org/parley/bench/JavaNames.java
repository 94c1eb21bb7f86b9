package org.parley.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.Row;

/** What the words of tables are called in Java. */
final class JavaNames {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private JavaNames() {}

  /** {@code third party offer} as a type: {@code ThirdPartyOffer}. */
  static String type(String words) {
    return Arrays.stream(words.split("[^A-Za-z0-9]+", 0))
        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code third party offer} as a field or method: {@code thirdPartyOffer}. */
  static String field(String words) {
    String type = type(words);
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }

  /** {@code leans to us} as a constant: {@code LEANS_TO_US}. */
  static String constant(String words) {
    String plain = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return Character.isDigit(plain.charAt(0)) ? "N" + plain : plain;
  }

  /** The texts in a test or a list of values. */
  static List<String> texts(String expression) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = TEXT.matcher(expression);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }

  /** What a row answers: a text, a number, or a map of these where there are several outputs. */
  static Object result(DecisionTable table, Row row) {
    if (table.outputs().size() == 1) {
      return literal(row.results().get(0));
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      parts.put(table.outputs().get(i).name(), literal(row.results().get(i)));
    }
    return parts;
  }

  private static Object literal(String expression) {
    return expression.startsWith("\"")
        ? expression.substring(1, expression.length() - 1)
        : new BigDecimal(expression);
  }
}

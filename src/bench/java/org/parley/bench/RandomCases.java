package org.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Cases whose facts are drawn at random, the same ones in every run. */
final class RandomCases {
  /** How many are compared and measured. */
  static final int COUNT = 10_000;

  private static final long SEED = 20_261_122;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private RandomCases() {}

  /**
   * Cases as values of all facts by name. Each fact has one of its values, {@code unknown}
   * included, all with equal chance; a number is one time in two unknown or on or beside a border
   * that a table draws.
   */
  static List<Map<String, String>> draw(KnowledgeBase knowledge, int count) {
    Random random = new Random(SEED);
    Map<String, List<String>> borders = new LinkedHashMap<>();
    knowledge.vocabulary().facts().forEach(f -> borders.put(f.name(), borders(knowledge, f)));
    List<Map<String, String>> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, String> facts = new LinkedHashMap<>();
      for (FactType fact : knowledge.vocabulary().facts()) {
        facts.put(fact.name(), value(fact, borders.get(fact.name()), random));
      }
      cases.add(facts);
    }
    return List.copyOf(cases);
  }

  private static String value(FactType fact, List<String> borders, Random random) {
    if (fact.kind() == FactType.Kind.CHOICE) {
      return fact.values().get(random.nextInt(fact.values().size()));
    }
    return random.nextBoolean()
        ? borders.get(random.nextInt(borders.size()))
        : String.valueOf(fact.min() + random.nextInt(fact.max() - fact.min() + 1));
  }

  private static List<String> borders(KnowledgeBase knowledge, FactType fact) {
    TreeSet<Integer> numbers = new TreeSet<>(List.of(fact.min(), fact.max()));
    if (fact.kind() == FactType.Kind.NUMBER) {
      knowledge.decisions().stream()
          .flatMap(d -> d.table().stream())
          .forEach(table -> addBorders(table, fact.name(), numbers));
    }
    List<String> borders = new ArrayList<>(List.of(FactType.UNKNOWN));
    numbers.subSet(fact.min(), true, fact.max(), true).forEach(n -> borders.add(n.toString()));
    return borders;
  }

  private static void addBorders(DecisionTable table, String fact, Set<Integer> numbers) {
    for (int i = 0; i < table.inputs().size(); i++) {
      if (table.inputs().get(i).expression().equals(fact)) {
        int column = i;
        table.rows().forEach(row -> addBorders(row.tests().get(column), numbers));
      }
    }
  }

  private static void addBorders(String test, Set<Integer> numbers) {
    Matcher matcher = NUMBER.matcher(test);
    while (matcher.find()) {
      int border = Integer.parseInt(matcher.group());
      numbers.addAll(List.of(border - 1, border, border + 1));
    }
  }
}

package org.parley.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.parley.decide.answer.FactCodes;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** Facts at random, the same for the same seed: to hold two engines against each other. */
final class RandomFacts {
  private final Vocabulary vocabulary;
  private final FactCodes codes;
  private final Random random;

  RandomFacts(Vocabulary vocabulary, FactCodes codes, long seed) {
    this.vocabulary = vocabulary;
    this.codes = codes;
    this.random = new Random(seed);
  }

  /** Any of the allowed values for each fact; a number lies anywhere in one of its bands. */
  Map<String, String> next() {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> names = codes.names();
    for (int i = 0; i < names.size(); i++) {
      List<String> values = codes.values(i);
      int code = random.nextInt(values.size());
      FactType fact = vocabulary.fact(names.get(i)).orElseThrow();
      if (fact.kind() == FactType.Kind.NUMBER && code > 0) {
        int from = Integer.parseInt(values.get(code));
        int to = code + 1 < values.size() ? Integer.parseInt(values.get(code + 1)) - 1 : fact.max();
        facts.put(fact.name(), String.valueOf(from + random.nextInt(to - from + 1)));
      } else if (!values.get(code).equals(FactType.UNKNOWN)) {
        facts.put(fact.name(), values.get(code));
      }
    }
    return facts;
  }

  /** Several of them. */
  List<Map<String, String>> next(int size) {
    List<Map<String, String>> cases = new ArrayList<>();
    while (cases.size() < size) {
      cases.add(next());
    }
    return cases;
  }
}

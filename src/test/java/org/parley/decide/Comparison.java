package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.decide.answer.FactCodes;
import org.parley.decide.reference.ReferenceEngine;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** A hand-made knowledge base on which both engines agree over all combinations of its facts. */
final class Comparison {
  private final KnowledgeBase base;
  private final ReferenceEngine reference;

  private Comparison(KnowledgeBase base) {
    this.base = base;
    this.reference = new ReferenceEngine(base);
  }

  /**
   * Loads a draft and compares the engines.
   *
   * @param numbers the numbers to try for facts that are numbers
   */
  static Comparison of(Draft draft, Path folder, int... numbers) {
    Comparison comparison = new Comparison(draft.loadFrom(folder));
    var underTest = EngineUnderTest.of(comparison.base);
    for (Map<String, String> facts : comparison.combinations(numbers)) {
      String difference =
          Answer.of(underTest, facts, comparison.base).differenceFrom(comparison.answer(facts));
      assertThat(difference).as("%s", facts).isEmpty();
    }
    return comparison;
  }

  FactCodes codes() {
    return TableEngine.compile(base).codes();
  }

  /** What a decision answers to facts such as {@code "mood=good; n=3"}. */
  Object value(String decision, String facts) {
    Answer answer = answer(read(facts));
    assertThat(answer.refusal()).as("%s", facts).isNull();
    return answer.values().get(decision);
  }

  /** The rows of a decision that match, those in brackets that do not decide. */
  String rows(String decision, String facts) {
    return answer(read(facts)).matches().get(decision).stream()
        .map(m -> m.decided() ? String.valueOf(m.row()) : "(%d)".formatted(m.row()))
        .collect(Collectors.joining(" "));
  }

  /** The words in which the facts are refused. */
  String refusal(String facts) {
    Answer answer = answer(read(facts));
    assertThat(answer.isRefusal()).as("%s: %s", facts, answer.values()).isTrue();
    return answer.refusal();
  }

  private Answer answer(Map<String, String> facts) {
    return Answer.of(reference::evaluate, facts, base);
  }

  private static Map<String, String> read(String facts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String fact : facts.isEmpty() ? new String[0] : facts.split("; ")) {
      int at = fact.indexOf('=');
      values.put(fact.substring(0, at), fact.substring(at + 1));
    }
    return values;
  }

  private List<Map<String, String>> combinations(int... numbers) {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (FactType fact : base.vocabulary().facts()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> facts : all) {
        for (String value : values(fact, numbers)) {
          Map<String, String> more = new LinkedHashMap<>(facts);
          more.put(fact.name(), value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<String> values(FactType fact, int... numbers) {
    return fact.kind() == FactType.Kind.CHOICE
        ? fact.values()
        : Stream.concat(
                Stream.of(FactType.UNKNOWN), Arrays.stream(numbers).mapToObj(String::valueOf))
            .toList();
  }
}

package org.parley.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** The numbers of the shipped tables: every combination of rows makes a game of the model. */
class GameNumbersTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.builtIn();

  @Test
  void everyCombinationOfRowsKeepsToTheModelAndClearOfItsBorders() {
    int[] games = {0};
    eachGame(
        numbers -> {
          Parameters game = Parameters.of(numbers);
          assertThat(Border.HIGH_FEARS_ESCALATION.at(game)).as("A1, %s", game).isPositive();
          assertThat(Border.LOW_FEARS_ESCALATION.at(game)).as("A1, %s", game).isPositive();
          assertThat(Border.LOW_IS_KEENER.at(game)).as("A2, %s", game).isPositive();
          for (Border border : Border.values()) {
            if (border != Border.SECRECY_SERVES_HIGH && border != Border.SECRECY_SERVES_LOW) {
              assertThat(Math.abs(border.at(game))).as("%s, %s", border, game).isGreaterThan(1e-4);
            }
          }
          games[0]++;
        });
    assertThat(games[0]).isGreaterThan(40_000);
  }

  /** S004: whatever else is known, a prohibitive cost of escalation makes an open door safe. */
  @Test
  void aProhibitiveCostIsConditionOne() {
    Double prohibitive = number("cost of escalation", "price-prohibitive");
    eachGame(
        numbers -> {
          if (numbers.get(Parameter.C).equals(prohibitive)) {
            assertThat(new PostureGame(Parameters.of(numbers)).region()).isEqualTo(Region.SAFE);
          }
        });
  }

  /** S005, S006: where escalation is hard to assess, a strong signal makes an open door safe. */
  @Test
  void aStrongSignalIsConditionTwo() {
    Double strong = number("strength of the signal", "signal-strong");
    Double hard = number("promise of escalation", "promise-hard-to-assess");
    Double certain = number("promise of escalation", "promise-likely-success");
    Double prohibitive = number("cost of escalation", "price-prohibitive");
    eachGame(
        numbers -> {
          if (numbers.get(Parameter.LAMBDA_H).equals(strong)) {
            Region region = new PostureGame(Parameters.of(numbers)).region();
            if (numbers.get(Parameter.PI_H).equals(hard)) {
              assertThat(region).isIn(Region.SAFE, Region.REPUTATION);
            }
            if (numbers.get(Parameter.PI_H).equals(certain)
                && !numbers.get(Parameter.C).equals(prohibitive)
                && numbers.get(Parameter.G) == 0) {
              assertThat(region).isEqualTo(Region.CLOSED);
            }
          }
        });
  }

  /** S016. */
  @Test
  void faceSavingEntersNowhere() {
    Set<String> facts = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (Parameter parameter : Parameter.values()) {
      open.add(GameDecisions.decision(parameter));
    }
    open.add("own type");
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (seen.add(name)) {
        Decision decision = KNOWLEDGE.decision(name).orElseThrow();
        facts.addAll(decision.facts());
        open.addAll(decision.decisions());
      }
    }
    assertThat(facts)
        .contains("adversary escalation cost", "resilience signal", "mediator guarantee")
        .doesNotContain("face saving offer");
  }

  @Test
  void everyNumberIsLabelledAsACalibration() {
    for (Parameter parameter : Parameter.values()) {
      DecisionTable table = table(GameDecisions.decision(parameter));
      assertThat(table.rows()).allSatisfy(row -> assertThat(row.statements()).contains("P020"));
      assertThat(table.hitPolicy()).isEqualTo("UNIQUE");
    }
    assertThat(KNOWLEDGE.statements().get("P020").text()).contains("Parley's own");
  }

  private static void eachGame(Consumer<Map<Parameter, Double>> test) {
    List<List<Map<Parameter, Double>>> sources = new ArrayList<>();
    Set<String> decisions = new LinkedHashSet<>();
    for (Parameter parameter : Parameter.values()) {
      decisions.add(GameDecisions.decision(parameter));
    }
    decisions.forEach(decision -> sources.add(alternatives(decision)));
    combine(sources, 0, new EnumMap<>(Parameter.class), test);
  }

  private static void combine(
      List<List<Map<Parameter, Double>>> sources,
      int depth,
      Map<Parameter, Double> numbers,
      Consumer<Map<Parameter, Double>> test) {
    if (depth == sources.size()) {
      test.accept(numbers);
      return;
    }
    for (Map<Parameter, Double> alternative : sources.get(depth)) {
      numbers.putAll(alternative);
      combine(sources, depth + 1, numbers, test);
    }
  }

  /** What the rows of a decision give; rows that give the same count once. */
  private static List<Map<Parameter, Double>> alternatives(String decision) {
    // the secret channel has no part in the assumptions and the regions
    boolean secret =
        decision.equals(GameDecisions.decision(Parameter.T))
            || decision.equals(GameDecisions.decision(Parameter.V));
    return table(decision).rows().stream()
        .map(row -> given(decision, row))
        .distinct()
        .limit(secret ? 1 : Long.MAX_VALUE)
        .toList();
  }

  private static Map<Parameter, Double> given(String decision, Row row) {
    Map<Parameter, Double> given = new EnumMap<>(Parameter.class);
    int column = 0;
    for (Parameter parameter : Parameter.values()) {
      if (GameDecisions.decision(parameter).equals(decision)) {
        given.put(parameter, Double.valueOf(row.results().get(column++)));
      }
    }
    return given;
  }

  private static Double number(String decision, String row) {
    return table(decision).rows().stream()
        .filter(r -> r.id().equals(row))
        .map(r -> Double.valueOf(r.results().get(0)))
        .findFirst()
        .orElseThrow();
  }

  private static DecisionTable table(String decision) {
    return KNOWLEDGE.decision(decision).orElseThrow().table().orElseThrow();
  }
}

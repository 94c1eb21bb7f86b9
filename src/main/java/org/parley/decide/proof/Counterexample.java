package org.parley.decide.proof;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.FactValue;

/**
 * A case in which a principle does not hold; none has fewer known facts.
 *
 * @param facts the facts that are known beside the one that moves; of a band of a number its least
 * @param fact the fact that moves, or an empty string where none does
 * @param subject the decision
 * @param answers what it answers for the values of the fact, in the order of the step; one answer,
 *     for no value, where no fact moves
 */
public record Counterexample(
    @FactValue Map<String, String> facts, String fact, String subject, List<Answer> answers) {

  public Counterexample {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    answers = List.copyOf(answers);
  }

  /**
   * What is answered for a value.
   *
   * @param value of the fact that moves, or an empty string where none does
   */
  public record Answer(String value, String answer) {}

  /** The case in words. */
  @JsonProperty
  public String text() {
    String known =
        facts.isEmpty()
            ? "with nothing else known"
            : facts.entrySet().stream()
                .map(e -> "'%s' = %s".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ", "with ", ""));
    return fact.isEmpty()
        ? "'%s' is %s, %s".formatted(subject, answers.get(0).answer(), known)
        : answers.stream()
            .map(a -> "%s where '%s' is %s".formatted(a.answer(), fact, a.value()))
            .collect(Collectors.joining(", ", "'" + subject + "' is ", ", " + known));
  }

  /** The facts of a case that shows it: those known, and the first value of the one that moves. */
  public Map<String, String> start() {
    Map<String, String> all = new LinkedHashMap<>(facts);
    if (!fact.isEmpty()) {
      all.put(fact, answers.get(0).value());
    }
    return all;
  }
}

package org.parley.game;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.SecondOpinion;

/**
 * The posture game as it stands in a case.
 *
 * @param advice what the tables say of the case
 * @param game the game with the numbers of the case
 * @param assumed the numbers that were set by hand
 */
@JsonPropertyOrder({
  "case",
  "asOf",
  "basis",
  "region",
  "label",
  "meaning",
  "reasonable",
  "tables",
  "parameters",
  "assumed",
  "muStar",
  "belief",
  "signalDecides",
  "margins",
  "equilibria",
  "sensitivity",
  "rows"
})
public record GameReading(
    @JsonIgnore Advice advice, @JsonUnwrapped PostureGame game, Set<Parameter> assumed) {

  public GameReading {
    assumed =
        Collections.unmodifiableSet(
            assumed.isEmpty() ? EnumSet.noneOf(Parameter.class) : EnumSet.copyOf(assumed));
  }

  /**
   * Reads the game off an advice.
   *
   * @param assumed numbers to use in the place of those that the tables give
   * @throws ParleyException if the tables lack numbers for the game, or the numbers break an
   *     assumption of the model
   */
  public static GameReading of(Advice advice, Map<Parameter, ? extends Number> assumed) {
    Map<Parameter, Number> numbers = new EnumMap<>(Parameter.class);
    numbers.putAll(GameDecisions.numbers(results(advice)));
    numbers.putAll(assumed);
    if (numbers.size() < Parameter.values().length) {
      throw new ParleyException(
          "the knowledge base has no numbers for the posture game: its models lack %s"
              .formatted(String.join(", ", GameDecisions.missing(results(advice)))));
    }
    return new GameReading(
        advice, new PostureGame(Parameters.of(numbers)), Set.copyOf(assumed.keySet()));
  }

  /** Which kind the deciding party is; empty where that is not known. */
  public Optional<Kind> ownKind() {
    return GameDecisions.ownKind(results(advice));
  }

  /** What is reasonable for the deciding party now. */
  @JsonProperty
  public Set<SecondOpinion.Course> reasonable() {
    return Collections.unmodifiableSet(game.reasonable(ownKind()));
  }

  /** Whether the posture that is advised is among it. */
  public boolean agrees() {
    return SecondOpinion.agree(advice.posture(), reasonable());
  }

  /** The row that gave a number; empty where it was set by hand. */
  public Optional<FiredRow> row(Parameter parameter) {
    return assumed.contains(parameter)
        ? Optional.empty()
        : advice.trace(GameDecisions.decision(parameter)).stream()
            .map(DecisionTrace::rows)
            .flatMap(List::stream)
            .filter(FiredRow::decided)
            .findFirst();
  }

  @JsonProperty("case")
  String id() {
    return advice.subject().id();
  }

  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_NULL)
  LocalDate asOf() {
    return advice.subject().asOf();
  }

  /** What the game is. */
  @JsonProperty
  String basis() {
    return SecondOpinion.LABEL;
  }

  @JsonProperty
  Tables tables() {
    return new Tables(advice.posture(), advice.favoured(), agrees());
  }

  /** What the tables favour, or lean to, and whether the game agrees. */
  record Tables(Posture posture, boolean favoured, boolean agree) {}

  /** The rows that gave the numbers. */
  @JsonProperty
  Map<Parameter, String> rows() {
    Map<Parameter, String> rows = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      row(parameter).ifPresent(row -> rows.put(parameter, row.id()));
    }
    return rows;
  }

  private static Function<String, Object> results(Advice advice) {
    return decision -> advice.trace(decision).map(DecisionTrace::result).orElse(null);
  }
}

package org.parley;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case like another one. That two cases are alike says nothing about what caused what.
 *
 * @param advice what the tables favour in it
 * @param likeness how alike the two are by their facts, from 0, nothing in common, to 1, all equal
 * @param differences the facts on which they differ, those that weigh most first
 */
@JsonPropertyOrder({
  "case",
  "title",
  "conflict",
  "decidingParty",
  "adversary",
  "asOf",
  "likeness",
  "advised",
  "observed"
})
public record SimilarCase(
    @JsonIgnore Advice advice, double likeness, List<Difference> differences) {

  public SimilarCase {
    Objects.requireNonNull(advice, "advice");
    differences = List.copyOf(differences);
  }

  /** The case; {@link Case#observed()} says what was done in it, where that is known. */
  public Case subject() {
    return advice.subject();
  }

  @JsonProperty("case")
  String id() {
    return subject().id();
  }

  @JsonProperty
  String title() {
    return subject().title();
  }

  @JsonProperty
  String conflict() {
    return subject().conflict();
  }

  @JsonProperty
  String decidingParty() {
    return subject().decidingParty();
  }

  @JsonProperty
  String adversary() {
    return subject().adversary();
  }

  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable LocalDate asOf() {
    return subject().asOf();
  }

  @JsonProperty
  Recommendation advised() {
    return Recommendation.of(advice);
  }

  @JsonProperty
  boolean favoured() {
    return advice.favoured();
  }

  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable Observation observed() {
    return subject().observed();
  }

  /**
   * A fact on which two cases differ.
   *
   * @param fact its name
   * @param here its value in the case asked about; {@code unknown} where it is not known
   * @param there its value in the other
   * @param weight how much it adds to the distance of the two
   */
  public record Difference(
      String fact, @FactValue String here, @FactValue String there, double weight) {}
}

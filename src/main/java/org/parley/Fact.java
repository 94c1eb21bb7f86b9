package org.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a case.
 *
 * @param name its name in the vocabulary
 * @param value one of its allowed values, or a whole number written in digits; never {@code
 *     unknown} in the facts of an {@link Advice}
 * @param origin where the value comes from
 * @param why the reason for the value, or an empty string
 * @param source the works that it rests on, or an empty string
 * @param confidence how sure the coder is, or {@code null} where nobody said
 * @param rule the rule that derived the value, or an empty string
 * @param events the events that the rule rests on, earliest first; empty unless derived
 */
public record Fact(
    String name,
    @FactValue String value,
    Origin origin,
    String why,
    String source,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Confidence confidence,
    String rule,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Event> events) {

  public Fact {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
    events = List.copyOf(events);
  }

  /** The same fact in other words; this one where they are the same. */
  public Fact called(String otherName, String otherValue) {
    return otherName.equals(name) && otherValue.equals(value)
        ? this
        : new Fact(otherName, otherValue, origin, why, source, confidence, rule, events);
  }

  /** A value coded by an analyst. */
  public static Fact coded(
      String name, String value, String why, String source, @Nullable Confidence confidence) {
    return new Fact(name, value, Origin.CODED, why, source, confidence, "", List.of());
  }

  /** A value assumed for a what-if. */
  public static Fact assumed(String name, String value) {
    return new Fact(name, value, Origin.ASSUMED, "", "", null, "", List.of());
  }

  /** A value derived by a rule. */
  public static Fact derived(
      String name, String value, String why, String source, String rule, List<Event> events) {
    return new Fact(name, value, Origin.DERIVED, why, source, null, rule, events);
  }
}

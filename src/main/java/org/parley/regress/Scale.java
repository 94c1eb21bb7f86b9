package org.parley.regress;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.knowledge.FactType;

/**
 * Values in the order in which they are listed, to tell which lies nearest. What is not known lies
 * far from all others.
 *
 * @param values by code; {@code null} for a number that is not known
 * @param order the same in order
 */
record Scale(List<Object> values, List<Object> order) {

  /** Values that are listed in order. */
  static Scale of(List<Object> values, List<String> order) {
    boolean listed = order.stream().anyMatch(values::contains);
    if (listed) {
      return new Scale(values, List.copyOf(order));
    }
    boolean numbers = values.stream().allMatch(BigDecimal.class::isInstance);
    return new Scale(
        values,
        numbers
            ? values.stream().sorted(Comparator.comparing(BigDecimal.class::cast)).toList()
            : values);
  }

  /** The one of some codes that lies nearest to others, the first of those that lie as near. */
  Optional<Integer> nearest(Set<Integer> candidates, Set<Integer> to) {
    return candidates.stream()
        .min(
            Comparator.comparing((Integer code) -> isUnknown(code))
                .thenComparing(code -> distance(code, to))
                .thenComparing(this::place)
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The code of the value that is listed last. */
  int last() {
    int last = 0;
    for (int code = 1; code < values.size(); code++) {
      if (isUnknown(code) || (!isUnknown(last) && place(code) > place(last))) {
        last = code;
      }
    }
    return last;
  }

  private boolean isUnknown(int code) {
    Object value = values.get(code);
    return value == null || value.equals(FactType.UNKNOWN);
  }

  private int distance(int code, Set<Integer> to) {
    return to.stream()
        .filter(other -> !isUnknown(other))
        .mapToInt(other -> Math.abs(place(code) - place(other)))
        .min()
        .orElse(0);
  }

  private int place(int code) {
    Object value = values.get(code);
    int place = 0;
    while (place < order.size() && !Objects.equals(order.get(place), value)) {
      place++;
    }
    return place;
  }
}

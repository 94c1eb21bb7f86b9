package org.parley;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A constant that tables, case files and reports write as plain words. */
public interface Labelled {

  /** The words, in lower case, as tables and case files write them. */
  @JsonValue
  String label();

  /** The constant of a type that is written so. */
  static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
    // a loop: advice asks this many times
    for (E constant : type.getEnumConstants()) {
      if (constant.label().equals(label)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** The words for all constants of a type, in their order. */
  static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
  }
}

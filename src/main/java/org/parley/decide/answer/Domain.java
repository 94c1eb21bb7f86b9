package org.parley.decide.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.knowledge.FactType;

/**
 * Everything that a name can stand for, numbered from 0: the values of a choice, the bands of a
 * number, or the results of a decision. One code more, {@link #none()}, stands for a decision that
 * has no result.
 */
public final class Domain {
  /** What stands for all texts that no cell names. */
  public static final String OTHER_TEXT = "any other text";

  /** Codes are kept in bytes, and {@link #none()} takes one. */
  public static final int LARGEST = 255;

  private final List<Object> values;
  private final int size;
  private final boolean banded;
  // of bands whose ends are said; else empty
  private final List<Band> bands;
  private final Map<Object, Integer> codes = new HashMap<>();

  /**
   * @param values none of them twice; where they are bands of a number, the least number of each,
   *     ascending, behind {@code null} for not known
   */
  public Domain(List<?> values, boolean banded) {
    this(values, banded, List.of());
  }

  private Domain(List<?> values, boolean banded, List<Band> bands) {
    this.values = Collections.unmodifiableList(new ArrayList<>(values));
    this.size = values.size();
    this.banded = banded;
    this.bands = Collections.unmodifiableList(new ArrayList<>(bands));
    for (int code = 0; code < values.size(); code++) {
      codes.put(values.get(code), code);
    }
  }

  /** Separate values, none of them twice. */
  public static Domain of(List<?> values) {
    return new Domain(values, false);
  }

  /**
   * Bands of anything that has an order, each with a value out of it.
   *
   * @param bands one for each value; {@code null} for the lack of a value
   */
  public static Domain of(List<?> values, List<Band> bands) {
    return new Domain(values, /* banded= */ true, bands);
  }

  /** The bands by code, where their ends are said. */
  public List<Band> bands() {
    return bands;
  }

  /** The values by code: of a band its least number. */
  public List<Object> values() {
    return values;
  }

  public boolean isBanded() {
    return banded;
  }

  public int size() {
    return size;
  }

  /** Whether a code stands for something known, and not for the lack of it. */
  public boolean isKnown(int code) {
    Object value = values.get(code);
    return value != null && !value.equals(FactType.UNKNOWN);
  }

  /** The code of what has no value. */
  public int none() {
    return size;
  }

  /** The code of a value, or {@link #none()} where it is not among them. */
  public int code(Object value) {
    Integer code = codes.get(value);
    if (code != null) {
      return code;
    }
    return banded && value instanceof BigDecimal number ? band(number) : none();
  }

  private int band(BigDecimal number) {
    int code = values.size() - 1;
    while (code > 0 && number.compareTo((BigDecimal) values.get(code)) < 0) {
      code--;
    }
    return code == 0 ? none() : code;
  }
}

package org.parley.regress;

import java.math.BigDecimal;
import java.util.List;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** The words for what a column may see; of a number it is a band, which has no name. */
final class Bands {
  private Bands() {}

  /**
   * A value in words.
   *
   * @param name the fact or decision that the column tests
   * @param values what it may see, of a number's bands the least number
   * @param code which of them
   */
  static String word(KnowledgeBase knowledge, String name, List<Object> values, int code) {
    Object value = values.get(code);
    FactType number =
        knowledge
            .vocabulary()
            .fact(name)
            .filter(f -> f.kind() == FactType.Kind.NUMBER)
            .orElse(null);
    if (value == null || number == null) {
      return value == null ? FactType.UNKNOWN : value.toString();
    }
    int from = ((BigDecimal) value).intValueExact();
    int to =
        code + 1 < values.size()
            ? ((BigDecimal) values.get(code + 1)).intValueExact() - 1
            : number.max();
    return from == to ? String.valueOf(from) : from + " to " + to;
  }
}

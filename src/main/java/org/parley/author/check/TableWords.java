package org.parley.author.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.decide.answer.TableCells;
import org.parley.decide.answer.TableCells.Dimension;
import org.parley.knowledge.Vocabulary;

/** Says boxes and results in the words of a table. */
final class TableWords {
  private static final int FEW = 2;
  private static final int LONGEST = 60;

  private final Vocabulary vocabulary;
  private final List<Dimension> dimensions;

  TableWords(Vocabulary vocabulary, TableCells cells) {
    this.vocabulary = vocabulary;
    this.dimensions = cells.dimensions();
  }

  /** Such as {@code stage = war or pause, cost = high}. */
  String of(Box box) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      if (box.side(i).cardinality() < dimensions.get(i).values().size()) {
        parts.add(dimensions.get(i).name() + " = " + values(dimensions.get(i), box.side(i)));
      }
    }
    return parts.isEmpty() ? "every case" : String.join(", ", parts);
  }

  private String values(Dimension dimension, BitSet codes) {
    BitSet others = new BitSet();
    others.set(0, dimension.values().size());
    others.andNot(codes);
    boolean butFew = others.cardinality() <= FEW && codes.cardinality() > FEW + 1;
    return butFew ? "any but " + listed(dimension, others) : listed(dimension, codes);
  }

  private String listed(Dimension dimension, BitSet codes) {
    List<String> words = new ArrayList<>();
    for (int from = codes.nextSetBit(0); from >= 0; ) {
      int behind = dimension.banded() && from > 0 ? codes.nextClearBit(from) : from + 1;
      words.add(
          dimension.banded()
              ? bands(dimension, from, behind)
              : String.valueOf(dimension.values().get(from)));
      from = codes.nextSetBit(behind);
    }
    return String.join(" or ", words);
  }

  private String bands(Dimension dimension, int from, int behind) {
    if (from == 0) {
      return "not known";
    }
    BigDecimal least = (BigDecimal) dimension.values().get(from);
    BigDecimal most =
        behind < dimension.values().size()
            ? ((BigDecimal) dimension.values().get(behind)).subtract(BigDecimal.ONE)
            : vocabulary.fact(dimension.name()).map(f -> BigDecimal.valueOf(f.max())).orElse(least);
    return least.compareTo(most) == 0 ? least.toString() : least + " to " + most;
  }

  /** What a row says, such as {@code weak}, or {@code kind: visit, mode: secret}. */
  static String result(Object result) {
    String words =
        result instanceof Map<?, ?> context
            ? context.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "))
            : String.valueOf(result);
    return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
  }
}

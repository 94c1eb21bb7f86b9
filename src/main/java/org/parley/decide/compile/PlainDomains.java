package org.parley.decide.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.decide.answer.Band;
import org.parley.decide.answer.Domain;
import org.parley.decide.reference.Prober;
import org.parley.decide.reference.Prober.Unfit;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.PlainModel;
import org.parley.knowledge.Tested;

/**
 * What the columns of models by themselves may see: the values of an enumeration, true and false,
 * the texts that cells name and one for all others, or bands between the numbers, dates and times
 * that cells compare with, as far as a type allows them.
 */
final class PlainDomains {
  private final PlainModel plain;
  private final List<Decision> decisions;
  private final Prober prober;

  PlainDomains(KnowledgeBase knowledge, Prober prober) {
    this.plain = knowledge.plain().orElseThrow();
    this.decisions = knowledge.decisions();
    this.prober = prober;
  }

  /** What all columns that test the same say of it. */
  private record Column(List<String> cells, List<String> lists) {}

  /**
   * What the columns that test something may see.
   *
   * @param expression what they test
   */
  Domain of(String expression) throws Unfit {
    Column column = column(expression);
    if (plain.lists().contains(expression)) {
      return Domain.of(List.of("anything"));
    }
    FactType type = plain.column(expression).orElse(null);
    FactType.Kind kind = type == null ? FactType.Kind.ANY : type.kind();
    Set<Object> constants = new LinkedHashSet<>();
    boolean absent = false;
    for (String cell : column.cells()) {
      Optional<Tested> tested = Tested.of(cell);
      tested.ifPresent(t -> constants.addAll(t.values()));
      absent |= tested.isPresent() && tested.get().absent();
    }
    if (kind == FactType.Kind.CHOICE) {
      return exact(type.values(), absent);
    }
    if (kind == FactType.Kind.BOOLEAN
        || (!constants.isEmpty() && constants.stream().allMatch(Boolean.class::isInstance))) {
      return exact(List.of(true, false), absent);
    }
    String allowed = allowed(type, column);
    if (!Cell.listed(allowed).isEmpty()) {
      return exact(Cell.listed(allowed), absent);
    }
    Optional<Tested> allows = allowed.isEmpty() ? Optional.empty() : Tested.of(allowed);
    absent |= allows.isPresent() && allows.get().absent();
    allows.ifPresent(a -> constants.addAll(a.values()));
    if (constants.isEmpty()) {
      return Domain.of(absent ? Stream.of(null, Domain.OTHER_TEXT).toList() : List.of("anything"));
    }
    if (constants.stream().allMatch(String.class::isInstance)) {
      List<Object> texts = new ArrayList<>(constants);
      texts.add(Domain.OTHER_TEXT);
      return exact(texts, absent);
    }
    return bands(expression, constants, allowed, absent);
  }

  private static Domain exact(List<?> values, boolean absent) {
    List<Object> all = new ArrayList<>(values);
    if (absent) {
      all.add(0, null);
    }
    return Domain.of(all);
  }

  private Domain bands(
      String expression, Collection<Object> constants, String allowed, boolean absent)
      throws Unfit {
    boolean whole = plain.whole().contains(expression);
    List<Bands.Piece> pieces =
        Bands.between(constants, whole)
            .orElseThrow(
                () ->
                    new Unfit(
                        "the column '%s' compares with values of several kinds"
                            .formatted(expression)));
    List<Object> values = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    if (absent) {
      values.add(null);
      bands.add(null);
    }
    for (Bands.Piece piece : pieces) {
      if (allowed.isEmpty() || prober.accepts(allowed, piece.value(), Map.of(), new HashSet<>())) {
        values.add(piece.value());
        bands.add(piece.band());
      }
    }
    return Domain.of(values, bands);
  }

  private static String allowed(FactType type, Column column) {
    if (type != null && !type.values().isEmpty()) {
      return type.values().get(0);
    }
    return column.lists().contains("") ? "" : String.join(",", new LinkedHashSet<>(column.lists()));
  }

  private Column column(String expression) {
    List<String> cells = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    for (Decision decision : decisions) {
      DecisionTable table = decision.decisionTable();
      for (int i = 0; table != null && i < table.inputs().size(); i++) {
        int column = i;
        if (table.inputs().get(i).expression().equals(expression)) {
          lists.add(table.inputs().get(i).values());
          table.rows().forEach(r -> cells.add(r.tests().get(column)));
        }
      }
    }
    return new Column(cells, lists);
  }

  /** Some value that the type of a column allows; {@code null} where none is known. */
  Object sample(String expression) {
    FactType type = plain.column(expression).orElse(null);
    try {
      return type == null ? null : sample(type, of(expression));
    } catch (Unfit e) {
      return null;
    }
  }

  private static Object sample(FactType type, Domain domain) {
    Object known = domain.values().stream().filter(Objects::nonNull).findFirst().orElse(null);
    boolean number = type.kind() == FactType.Kind.QUANTITY;
    return switch (type.kind()) {
      case CHOICE, TEXT, BOOLEAN -> known;
      case QUANTITY -> known instanceof BigDecimal || !number ? known : BigDecimal.ONE;
      default -> "anything".equals(known) ? null : known;
    };
  }
}

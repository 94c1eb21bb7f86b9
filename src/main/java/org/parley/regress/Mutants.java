package org.parley.regress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.decide.TableEngine;
import org.parley.decide.search.CellChange;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.regress.Mutant.Kind;

/**
 * All mutants of the tables: for each cell the changes that a slip of the hand would make and that
 * are hardest to notice.
 *
 * <ul>
 *   <li>A cell with a condition comes to accept anything; each value that it names is taken out of
 *       it; and one more value, the nearest, is put in. (In a cell that says {@code not}, what is
 *       taken out is accepted from then on, and what is put in is refused.)
 *   <li>A cell without a condition comes to refuse one value, the last that its column lists: of a
 *       fact that is {@code unknown}, which every condition but one that names it refuses, so that
 *       whoever notices this notices any condition that is set by mistake.
 *   <li>A result becomes the nearest other result of the table; a posture or an unofficial track,
 *       which stand in no order, becomes each of the others.
 * </ul>
 */
final class Mutants {
  private final KnowledgeBase knowledge;
  private final TableEngine engine;

  Mutants(KnowledgeBase knowledge, TableEngine engine) {
    this.knowledge = knowledge;
    this.engine = engine;
  }

  /** Of every table, in the order of decisions, rows and columns. */
  List<Mutant> all() {
    return knowledge.decisions().stream()
        .filter(d -> d.table().isPresent())
        .flatMap(d -> of(d).stream())
        .toList();
  }

  private List<Mutant> of(Decision decision) {
    List<Mutant> mutants = new ArrayList<>();
    for (Row row : decision.decisionTable().rows()) {
      for (int column = 0; column < row.tests().size(); column++) {
        if (!engine.seen(decision.name(), column).isEmpty()) {
          mutants.addAll(new InputCell(decision, row, column).mutants());
        }
      }
      mutants.addAll(results(decision, row));
    }
    return mutants;
  }

  /** A cell under a column, with what it accepts and refuses, by code. */
  private final class InputCell {
    private final Decision decision;
    private final Row row;
    private final int column;
    private final Scale scale;
    private final Set<Integer> accepted = new TreeSet<>();
    private final Set<Integer> refused = new TreeSet<>();

    InputCell(Decision decision, Row row, int column) {
      this.decision = decision;
      this.row = row;
      this.column = column;
      List<Object> seen = engine.seen(decision.name(), column);
      this.scale = Scale.of(seen, order(expression()));
      List<Object> accepts = engine.accepted(decision.name(), row.number(), column);
      for (int code = 0; code < seen.size(); code++) {
        (accepts.contains(seen.get(code)) ? accepted : refused).add(code);
      }
    }

    private String expression() {
      return decision.decisionTable().inputs().get(column).expression();
    }

    List<Mutant> mutants() {
      if (accepted.isEmpty() || accepted.size() + refused.size() < 2) {
        return List.of();
      }
      if (refused.isEmpty()) {
        return List.of(refusing(Kind.CONDITION_SET, scale.last()));
      }
      List<Mutant> mutants = new ArrayList<>();
      mutants.add(accepting(Kind.CONDITION_DROPPED, refused));
      boolean negated = row.tests().get(column).strip().startsWith("not");
      if (negated) {
        takeOut(refused, code -> accepting(Kind.VALUE_ADDED, Set.of(code)), mutants);
      } else {
        takeOut(ends(accepted), code -> refusing(Kind.VALUE_TAKEN, code), mutants);
      }
      int next = scale.nearest(negated ? accepted : refused, negated ? refused : accepted).get();
      if (negated && accepted.size() > 1) {
        mutants.add(refusing(Kind.VALUE_TAKEN, next));
      } else if (!negated && refused.size() > 1) {
        mutants.add(accepting(Kind.VALUE_ADDED, Set.of(next)));
      }
      return mutants;
    }

    private void takeOut(Set<Integer> named, IntFunction<Mutant> mutant, List<Mutant> mutants) {
      if (named.size() > 1) {
        named.forEach(code -> mutants.add(mutant.apply(code)));
      }
    }

    /** Of a range of numbers only its ends are named. */
    private Set<Integer> ends(Set<Integer> codes) {
      boolean number =
          knowledge.vocabulary().fact(expression()).stream()
              .anyMatch(f -> f.kind() == FactType.Kind.NUMBER);
      TreeSet<Integer> sorted = new TreeSet<>(codes);
      return number && sorted.size() > 2
          ? new TreeSet<>(List.of(sorted.first(), sorted.last()))
          : sorted;
    }

    private Mutant accepting(Kind kind, Set<Integer> codes) {
      String value = codes.size() == 1 ? word(codes.iterator().next()) : "";
      return mutant(
          kind,
          kind == Kind.CONDITION_DROPPED ? "" : value,
          new CellChange.Accepts(
              decision.name(), row.number(), column, List.copyOf(new TreeSet<>(codes))));
    }

    private Mutant refusing(Kind kind, int code) {
      return mutant(
          kind,
          word(code),
          new CellChange.Refuses(decision.name(), row.number(), column, List.of(code)));
    }

    private Mutant mutant(Kind kind, String value, CellChange change) {
      return new Mutant(decision.name(), row.id(), expression(), kind, value, change);
    }

    private String word(int code) {
      int fact = engine.codes().names().indexOf(expression());
      return fact < 0 ? scale.values().get(code).toString() : engine.codes().word(fact, code);
    }
  }

  /** In which order the values of a fact or a decision are listed. */
  private List<String> order(String name) {
    return knowledge
        .vocabulary()
        .fact(name)
        .map(FactType::values)
        .orElseGet(() -> knowledge.decision(name).map(Decision::allowed).orElse(List.of()));
  }

  private List<Mutant> results(Decision decision, Row row) {
    Object result = engine.resultOf(decision.name(), row.number());
    if (result instanceof Map<?, ?> parts) {
      return parts.keySet().stream()
          .flatMap(output -> another(decision, row, String.valueOf(output), parts).stream())
          .toList();
    }
    return result == null
        ? List.of()
        : others(result, decision).stream()
            .map(other -> mutant(decision, row, decision.name(), other, other))
            .toList();
  }

  private List<Mutant> another(Decision decision, Row row, String output, Map<?, ?> parts) {
    List<Object> values =
        resultsOf(decision).stream()
            .map(r -> ((Map<?, ?>) r).get(output))
            .distinct()
            .collect(Collectors.toList());
    return nearest(parts.get(output), values, List.of()).stream()
        .map(
            other -> {
              Map<Object, Object> changed = new LinkedHashMap<>(parts);
              changed.put(output, other);
              return mutant(decision, row, output, other, changed);
            })
        .toList();
  }

  private List<Object> resultsOf(Decision decision) {
    Set<Object> results = new LinkedHashSet<>();
    decision
        .decisionTable()
        .rows()
        .forEach(r -> results.add(engine.resultOf(decision.name(), r.number())));
    return results.stream().filter(Objects::nonNull).toList();
  }

  private List<Object> others(Object result, Decision decision) {
    return FinalDecisions.isOption(decision.name())
        ? resultsOf(decision).stream().filter(other -> !other.equals(result)).toList()
        : nearest(result, resultsOf(decision), decision.allowed());
  }

  private static List<Object> nearest(Object to, List<Object> values, List<String> order) {
    int own = values.indexOf(to);
    Set<Integer> others =
        IntStream.range(0, values.size())
            .filter(code -> code != own)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    return Scale.of(values, order)
        .nearest(others, Set.of(own))
        .map(code -> List.of(values.get(code)))
        .orElse(List.of());
  }

  private static Mutant mutant(
      Decision decision, Row row, String output, Object value, Object result) {
    return new Mutant(
        decision.name(),
        row.id(),
        output,
        Kind.RESULT_CHANGED,
        String.valueOf(value),
        new CellChange.Says(decision.name(), row.number(), result));
  }
}

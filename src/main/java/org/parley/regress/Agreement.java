package org.parley.regress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Posture;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.regress.AgreementResult.CaseAdvice;
import org.parley.regress.AgreementResult.CodedPosture;
import org.parley.regress.AgreementResult.Difference;
import org.parley.regress.AgreementResult.Exchange;
import org.parley.regress.AgreementResult.FactAgreement;
import org.parley.regress.AgreementResult.Turn;
import org.parley.regress.AgreementResult.Value;

/** Compares codings of the same cases. */
public final class Agreement {
  private static final Map<String, Function<Case, Object>> HEAD = head();

  private final TableAdvisor advisor;
  private final Vocabulary vocabulary;

  /**
   * A comparison.
   *
   * @param advisor says what the codings come out as
   * @param vocabulary the facts, and which of them stand on a scale
   */
  public Agreement(TableAdvisor advisor, Vocabulary vocabulary) {
    this.advisor = advisor;
    this.vocabulary = vocabulary;
  }

  /**
   * What somebody coded.
   *
   * @param name who
   * @param cases the cases, no id twice
   */
  public record Coder(String name, List<Case> cases) {

    public Coder {
      cases = List.copyOf(cases);
    }
  }

  /** A coding of a case. */
  private record Coding(String coder, Case subject) {

    /** The value of a fact, or {@code null} where the coder does not know it. */
    String value(String fact) {
      Fact coded = subject.facts().get(fact);
      return coded == null || coded.value().equals(FactType.UNKNOWN) ? null : coded.value();
    }
  }

  /**
   * Compares.
   *
   * @param coders two or more
   * @param oneCase whether all that they coded is one case, whatever its ids are; else codings of
   *     one case share its id
   */
  public AgreementResult of(List<Coder> coders, boolean oneCase) {
    Map<String, List<Coding>> byCase = byCase(coders, oneCase);
    List<String> once =
        byCase.entrySet().stream()
            .filter(e -> e.getValue().size() < 2)
            .map(Map.Entry::getKey)
            .toList();
    byCase.keySet().removeAll(once);
    return new AgreementResult(
        coders.stream().map(Coder::name).toList(),
        vocabulary.facts().stream()
            .filter(f -> byCase.values().stream().anyMatch(c -> isKnown(f, c)))
            .map(f -> fact(f, byCase))
            .toList(),
        byCase.entrySet().stream().map(e -> advice(e.getKey(), e.getValue())).toList(),
        once);
  }

  private Map<String, List<Coding>> byCase(List<Coder> coders, boolean oneCase) {
    Map<String, List<Coding>> byCase = new TreeMap<>();
    Set<String> ids = new LinkedHashSet<>();
    coders.forEach(coder -> coder.cases().forEach(c -> ids.add(c.id())));
    for (Coder coder : coders) {
      for (Case subject : coder.cases()) {
        String id = oneCase ? String.join(" / ", ids) : subject.id();
        byCase
            .computeIfAbsent(id, i -> new ArrayList<>())
            .add(new Coding(coder.name(), vocabulary.today(subject)));
      }
    }
    return byCase;
  }

  private static boolean isKnown(FactType fact, List<Coding> codings) {
    return codings.stream().anyMatch(c -> c.value(fact.name()) != null);
  }

  private static FactAgreement fact(FactType fact, Map<String, List<Coding>> byCase) {
    List<List<Double>> units = new ArrayList<>();
    List<Difference> differ = new ArrayList<>();
    int equal = 0;
    int against = 0;
    for (Map.Entry<String, List<Coding>> one : byCase.entrySet()) {
      List<Value> values =
          one.getValue().stream()
              .filter(c -> c.value(fact.name()) != null)
              .map(c -> new Value(c.coder(), c.value(fact.name())))
              .toList();
      int unknown = one.getValue().size() - values.size();
      against += values.size() * unknown;
      units.add(values.stream().map(v -> place(fact, v.value())).toList());
      for (int i = 0; i < values.size(); i++) {
        for (int j = 0; j < i; j++) {
          equal += values.get(i).value().equals(values.get(j).value()) ? 1 : 0;
        }
      }
      if (values.stream().map(Value::value).distinct().count() > 1) {
        differ.add(new Difference(one.getKey(), values));
      }
    }
    Alpha.Level level = level(fact);
    OptionalDouble alpha = Alpha.of(units, level);
    int pairs = Alpha.pairs(units);
    return new FactAgreement(
        fact.name(),
        level.label(),
        alpha.isPresent() ? alpha.getAsDouble() : null,
        alpha.isPresent() ? "" : pairs < 2 ? "fewer than two pairs" : "all values are equal",
        (int) units.stream().filter(u -> u.size() > 1).count(),
        pairs,
        equal,
        against,
        differ);
  }

  private static Alpha.Level level(FactType fact) {
    if (fact.kind() == FactType.Kind.NUMBER) {
      return fact.min() < 0 ? Alpha.Level.INTERVAL : Alpha.Level.RATIO;
    }
    return fact.ordered() ? Alpha.Level.ORDINAL : Alpha.Level.NOMINAL;
  }

  private static double place(FactType fact, String value) {
    return fact.kind() == FactType.Kind.NUMBER
        ? Double.parseDouble(value)
        : fact.values().indexOf(value);
  }

  /** What the tables see of a coding, and what they make of it. */
  private record Seen(Coding coding, Map<String, String> facts, Advice advice) {

    String value(String fact) {
      return facts.getOrDefault(fact, FactType.UNKNOWN);
    }

    Exchange exchanged(String fact, Seen other) {
      return new Exchange(fact, value(fact), other.value(fact));
    }
  }

  private CaseAdvice advice(String id, List<Coding> codings) {
    List<Seen> all =
        codings.stream()
            .map(c -> new Seen(c, advisor.factsOf(c.subject()), advisor.advise(c.subject())))
            .toList();
    List<String> differ =
        vocabulary.factNames().stream()
            .filter(f -> all.stream().map(s -> s.value(f)).distinct().count() > 1)
            .toList();
    Set<Turn> turns = new LinkedHashSet<>();
    for (Seen one : all) {
      for (Seen other : all) {
        turns.addAll(turns(one, other, differ));
      }
    }
    return new CaseAdvice(
        id,
        all.stream()
            .map(
                s ->
                    new CodedPosture(
                        s.coding().coder(), s.advice().posture(), s.advice().favoured()))
            .toList(),
        HEAD.entrySet().stream()
            .filter(
                part ->
                    codings.stream()
                            .map(
                                c ->
                                    Objects.requireNonNullElse(
                                        part.getValue().apply(c.subject()), ""))
                            .distinct()
                            .count()
                        > 1)
            .map(Map.Entry::getKey)
            .toList(),
        differ,
        List.copyOf(turns));
  }

  private static Map<String, Function<Case, Object>> head() {
    Map<String, Function<Case, Object>> head = new LinkedHashMap<>();
    head.put("conflict", Case::conflict);
    head.put("as of", Case::asOf);
    head.put("deciding party", Case::decidingParty);
    head.put("adversary", Case::adversary);
    return head;
  }

  /** What of another coding turns one; pairs only where no single value brings it to that one. */
  private List<Turn> turns(Seen one, Seen other, List<String> differ) {
    List<Exchange> exchanges =
        differ.stream()
            .filter(f -> !one.value(f).equals(other.value(f)))
            .map(f -> one.exchanged(f, other))
            .toList();
    List<Turn> turns = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      Posture turned = posture(one, List.of(exchange));
      if (turned != one.advice().posture()) {
        turns.add(new Turn(one.coding().coder(), List.of(exchange), turned));
      }
    }
    Posture wanted = other.advice().posture();
    if (wanted != one.advice().posture() && turns.stream().noneMatch(t -> t.posture() == wanted)) {
      for (int i = 0; i < exchanges.size(); i++) {
        for (int j = i + 1; j < exchanges.size(); j++) {
          List<Exchange> both = List.of(exchanges.get(i), exchanges.get(j));
          if (posture(one, both) == wanted) {
            turns.add(new Turn(one.coding().coder(), both, wanted));
          }
        }
      }
    }
    return turns;
  }

  private Posture posture(Seen seen, List<Exchange> exchanged) {
    Map<String, String> facts = new HashMap<>(seen.facts());
    exchanged.forEach(e -> facts.put(e.name(), e.to()));
    return FinalDecisions.posture(
        advisor.engine().evaluate(name -> facts.getOrDefault(name, FactType.UNKNOWN)));
  }
}

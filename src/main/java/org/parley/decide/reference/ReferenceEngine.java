package org.parley.decide.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.kogito.dmn.DMNKogito;
import org.parley.KnowledgeDefect;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.decide.answer.Evaluation;
import org.parley.knowledge.Cell;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.EngineWords;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Row;
import org.parley.knowledge.SealedEngine;

/**
 * The reference: Kogito's DMN engine over the linked model, with types checked at run time (without
 * that a mistyped value becomes null and still yields advice). Thread-safe.
 */
public final class ReferenceEngine {
  private final KnowledgeBase knowledge;
  private final SealedEngine engine;
  private final DMNModel model;
  // the engine's listeners are shared by threads, so each thread has a place of its own to write to
  private final ThreadLocal<Map<String, AfterEvaluateDecisionTableEvent>> tables =
      ThreadLocal.withInitial(HashMap::new);

  /**
   * An engine on a knowledge base.
   *
   * @throws ParleyException if the models do not compile; it lists every message
   */
  public ReferenceEngine(KnowledgeBase knowledge) {
    this(knowledge, knowledge.linkedDmn());
  }

  /** An engine that can answer only some decisions, each alone. */
  public static ReferenceEngine of(KnowledgeBase knowledge, Set<String> decisions) {
    return new ReferenceEngine(knowledge, knowledge.linkedDmn(decisions));
  }

  private ReferenceEngine(KnowledgeBase knowledge, String dmn) {
    this.knowledge = knowledge;
    this.engine = compile(knowledge, dmn);
    this.model = engine.models().get(0);
    engine.addListener(
        new DMNRuntimeEventListener() {
          @Override
          public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            tables.get().put(event.getDecisionName(), event);
          }
        });
  }

  /** The name and version of the engine. */
  public static String describe() {
    String version = DMNKogito.class.getPackage().getImplementationVersion();
    return "Kogito DMN" + (version == null ? "" : " " + version);
  }

  /**
   * Answers all decisions.
   *
   * @param facts values by name; what is missing is not known
   * @throws KnowledgeDefect if a decision has no result, which a complete table rules out
   */
  public Evaluation evaluate(Map<String, String> facts) {
    return evaluate(fact -> facts.getOrDefault(fact, FactType.UNKNOWN));
  }

  public Evaluation evaluate(UnaryOperator<String> facts) {
    Map<String, Object> values = new LinkedHashMap<>();
    DMNContext context = engine.newContext();
    for (FactType fact : knowledge.vocabulary().facts()) {
      Object value = fact.encode(facts.apply(fact.name()));
      values.put(fact.name(), value);
      context.set(fact.name(), value);
    }
    tables.get().clear();
    DMNResult result = engine.evaluateAll(model, context);
    Map<String, AfterEvaluateDecisionTableEvent> events = Map.copyOf(tables.get());
    tables.remove();
    Map<String, List<Evaluation.Match>> matches = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      Evaluation.Answer answer = answer(decision, values::get, result, events.get(decision.name()));
      values.put(decision.name(), answer.value());
      matches.put(decision.name(), answer.matches());
    }
    return new ReferenceEvaluation(knowledge.decisions(), values, matches);
  }

  /**
   * Answers one decision alone.
   *
   * @param values what the facts and decisions that it reads stand for
   * @throws KnowledgeDefect if it has no result
   */
  public Evaluation.Answer answer(Decision decision, Function<String, Object> values) {
    DMNContext context = engine.newContext();
    decision.facts().forEach(name -> context.set(name, values.apply(name)));
    decision.decisions().stream()
        .filter(name -> knowledge.decision(name).isPresent())
        .forEach(name -> context.set(name, values.apply(name)));
    tables.get().clear();
    DMNResult result = engine.evaluateDecision(model, context, decision.name());
    AfterEvaluateDecisionTableEvent event = tables.get().get(decision.name());
    tables.remove();
    return answer(decision, values, result, event);
  }

  /**
   * The rows of a decision's table that match, by their numbers; empty where the engine does not
   * get as far as its table.
   *
   * @param values what it requires
   */
  public Optional<List<Integer>> matches(Decision decision, Map<String, Object> values) {
    DMNContext context = engine.newContext();
    values.forEach(context::set);
    tables.get().clear();
    engine.evaluateDecision(model, context, decision.name());
    AfterEvaluateDecisionTableEvent event = tables.get().get(decision.name());
    tables.remove();
    return Optional.ofNullable(event).map(AfterEvaluateDecisionTableEvent::getMatches);
  }

  private static Evaluation.Answer answer(
      Decision decision,
      Function<String, Object> values,
      DMNResult result,
      AfterEvaluateDecisionTableEvent event) {
    DMNDecisionResult answer = result.getDecisionResultByName(decision.name());
    if (answer.getEvaluationStatus() != DecisionEvaluationStatus.SUCCEEDED
        || answer.getResult() == null) {
      throw forbidden(decision, event).orElseGet(() -> noResult(decision, values, answer, event));
    }
    return new Evaluation.Answer(
        answer.getResult(),
        decision.decisionTable() == null || event == null
            ? List.of()
            : matches(decision.decisionTable(), event));
  }

  /** Rows that say the same as the one that the engine selected have decided as well. */
  private static List<Evaluation.Match> matches(
      DecisionTable table, AfterEvaluateDecisionTableEvent event) {
    Set<List<String>> results =
        event.getSelected().stream()
            .map(n -> table.rows().get(n - 1).results())
            .collect(Collectors.toSet());
    boolean priority = table.hitPolicy().equals("PRIORITY");
    List<Evaluation.Match> matches = new ArrayList<>();
    for (int number : event.getMatches()) {
      Row row = table.rows().get(number - 1);
      boolean decided =
          event.getSelected().contains(number) || (priority && results.contains(row.results()));
      matches.add(new Evaluation.Match(number, decided));
    }
    return List.copyOf(matches);
  }

  /** A row that matches and answers what the decision may not; the engine does not say which. */
  private static Optional<KnowledgeDefect> forbidden(
      Decision decision, AfterEvaluateDecisionTableEvent event) {
    List<String> allowed = decision.allowed();
    if (event == null || decision.decisionTable() == null || allowed.isEmpty()) {
      return Optional.empty();
    }
    for (int number : event.getMatches()) {
      Row row = decision.decisionTable().rows().get(number - 1);
      for (String result : row.results()) {
        Optional<String> text = Cell.answer(result).text().filter(t -> !allowed.contains(t));
        if (text.isPresent()) {
          String hint = Nearest.hint(text.get(), allowed);
          return Optional.of(
              refused(
                  Place.of(decision.file(), row.line())
                      .in("decision", decision.name())
                      .in("row", row.id()),
                  "answers %s, which is none of its values: %s%s"
                      .formatted(result, String.join(", ", allowed), hint)));
        }
      }
    }
    return Optional.empty();
  }

  private static KnowledgeDefect refused(Place place, String message) {
    return new KnowledgeDefect(List.of(new Problem(place, message, Problem.Kind.NO_RESULT)));
  }

  private static KnowledgeDefect noResult(
      Decision decision,
      Function<String, Object> values,
      DMNDecisionResult answer,
      AfterEvaluateDecisionTableEvent event) {
    String inputs =
        decision.table().stream()
            .flatMap(t -> t.inputs().stream())
            .map(DecisionTable.Input::expression)
            .filter(e -> decision.facts().contains(e) || decision.decisions().contains(e))
            .map(e -> e + " = " + values.apply(e))
            .collect(Collectors.joining(", "));
    String reason =
        answer.getMessages().isEmpty() || (event != null && event.getMatches().isEmpty())
            ? "no row fits: the table has a gap"
            : decision.table().flatMap(t -> clash(t, event)).orElseGet(() -> said(answer));
    int line =
        decision.table().flatMap(t -> t.rows().stream().findFirst()).map(Row::line).orElse(0);
    return refused(
        Place.of(decision.file(), line).in("decision", decision.name()),
        "has no result%s: %s".formatted(inputs.isEmpty() ? "" : " where " + inputs, reason));
  }

  /** Rows that match together where the hit policy does not let them. */
  private static Optional<String> clash(
      DecisionTable table, AfterEvaluateDecisionTableEvent event) {
    boolean alone = table.hitPolicy().equals("UNIQUE");
    if (event == null
        || event.getMatches().size() < 2
        || !(alone || table.hitPolicy().equals("ANY"))) {
      return Optional.empty();
    }
    return Optional.of(
        "rows %s match, and hit policy %s wants %s"
            .formatted(
                event.getMatches().stream()
                    .map(n -> "'%s'".formatted(table.rows().get(n - 1).id()))
                    .collect(Collectors.joining(" and ")),
                table.hitPolicy(),
                alone ? "one alone" : "them to agree"));
  }

  private static String said(DMNDecisionResult answer) {
    return answer.getMessages().stream()
        .map(DMNMessage::getText)
        .map(EngineWords::of)
        .collect(Collectors.joining("; "));
  }

  private static SealedEngine compile(KnowledgeBase knowledge, String dmn) {
    SealedEngine engine;
    try {
      engine = SealedEngine.of(dmn);
    } catch (RuntimeException e) {
      throw new ParleyException(
          List.of(
              Problem.in("dmn/", "the models cannot be compiled: " + EngineWords.of(e.getMessage()))
                  .as(Problem.Kind.COMPILATION)));
    }
    List<Problem> problems =
        engine.models().stream()
            .flatMap(m -> m.getMessages(DMNMessage.Severity.ERROR).stream())
            .map(m -> problem(m, knowledge))
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new ParleyException(problems);
    }
    return engine;
  }

  /** The linker put the name of the file before each id but those of rows. */
  private static Problem problem(DMNMessage message, KnowledgeBase knowledge) {
    String id = String.valueOf(message.getSourceId());
    String file =
        id.contains(".")
            ? (knowledge.files().arePlain() ? "" : "dmn/")
                + id.substring(0, id.indexOf('.'))
                + ".dmn"
            : knowledge.decisions().stream()
                .filter(
                    d ->
                        d.table().stream()
                            .flatMap(t -> t.rows().stream())
                            .anyMatch(r -> r.id().equals(id)))
                .map(Decision::file)
                .findFirst()
                .orElse("dmn/");
    return Problem.in(file, EngineWords.of(message.getText())).as(Problem.Kind.COMPILATION);
  }
}

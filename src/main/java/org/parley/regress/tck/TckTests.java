package org.parley.regress.tck;

import java.util.ArrayList;
import java.util.List;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.parley.knowledge.EngineWords;

/** Asks a model what a test asks, and compares. */
record TckTests(RawModel model) {

  /** What is not as expected, in one sentence each; nothing where the test passes. */
  List<String> objections(TckFile.Test test) throws Unusable {
    return switch (test.kind()) {
      case DECISION -> objections(test, this::decided);
      case SERVICE -> objections(test, this::served);
      case BKM -> objections(test, this::called);
    };
  }

  /** How a result is had. */
  private interface Asking {
    Answer ask(TckFile.Test test, String name) throws Unusable;
  }

  private record Answer(Object value, DMNResult result) {}

  private List<String> objections(TckFile.Test test, Asking asking) throws Unusable {
    List<String> objections = new ArrayList<>();
    if (test.results().isEmpty()) {
      objections.add("the test expects nothing");
    }
    for (TckFile.Expected expected : test.results()) {
      Answer answer = asking.ask(test, expected.name());
      Object wanted = EngineValues.of(expected.value(), resultType(expected.name()));
      if (!SameValue.of(wanted, answer.value())) {
        objections.add(objection(expected.name(), wanted, answer));
      }
    }
    return objections;
  }

  private Answer decided(TckFile.Test test, String name) {
    DMNResult result = model.engine().evaluateDecision(model.model(), context(test), name);
    return new Answer(result.getContext().get(name), result);
  }

  private Answer served(TckFile.Test test, String name) {
    DMNResult result =
        model.engine().evaluateService(model.model(), context(test), test.invocable());
    return new Answer(result.getContext().get(name), result);
  }

  private Answer called(TckFile.Test test, String name) throws Unusable {
    List<String> parameters = test.inputs().stream().map(TckFile.Given::name).toList();
    RawModel caller = model.calling(test.invocable(), parameters);
    DMNResult result =
        caller.engine().evaluateDecision(caller.model(), context(test), CallingModel.DECISION);
    return new Answer(result.getContext().get(CallingModel.DECISION), result);
  }

  private DMNContext context(TckFile.Test test) {
    DMNContext context = model.engine().newContext();
    test.inputs()
        .forEach(i -> context.set(i.name(), EngineValues.of(i.value(), inputType(i.name()))));
    return context;
  }

  /** A test may also give what a decision would have answered. */
  private DMNType inputType(String name) {
    InputDataNode input = model.model().getInputByName(name);
    return input == null ? resultType(name) : input.getType();
  }

  private DMNType resultType(String name) {
    DecisionNode decision = model.model().getDecisionByName(name);
    return decision == null ? null : decision.getResultType();
  }

  private static String objection(String name, Object wanted, Answer answer) {
    String reason =
        answer.result().getMessages(DMNMessage.Severity.ERROR).stream()
            .map(DMNMessage::getText)
            .findFirst()
            .map(text -> "; " + EngineWords.of(text))
            .orElse("");
    return "'%s' should be %s and is %s%s"
        .formatted(name, shown(wanted), shown(answer.value()), reason);
  }

  private static Object shown(Object value) {
    return value instanceof String ? "\"" + value + "\"" : value;
  }
}

package org.parley.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.parley.Case;
import org.parley.OpenQuestions;
import org.parley.OpenQuestions.Answer;
import org.parley.OpenQuestions.Possibility;
import org.parley.OpenQuestions.Question;

/** Renders as JSON what the facts that are not known could still change. */
public final class OpenQuestionsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OpenQuestionsJson() {}

  /** The answer as JSON text that ends with a line break. */
  public static String render(Case subject, OpenQuestions questions) {
    return Json.write(tree(subject, questions));
  }

  static ObjectNode tree(Case subject, OpenQuestions questions) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "case", subject.id());
    Json.text(json, "posture", questions.posture());
    json.put("exact", questions.exact());
    json.put("error", Json.rounded(questions.error()));
    // a count, however large, without an exponent
    json.put("worlds", new BigDecimal(questions.worlds()).toBigInteger());
    json.set("opened", Json.texts(questions.opened()));
    json.put("holds", questions.holds());
    json.set("possible", Json.array(questions.possible(), OpenQuestionsJson::possibility));
    json.set("learnFirst", Json.array(questions.questions(), OpenQuestionsJson::question));
    return json;
  }

  private static ObjectNode possibility(Possibility possible) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "posture", possible.posture());
    return json.put("share", Json.rounded(possible.share()));
  }

  private static ObjectNode question(Question question) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "fact", question.fact());
    json.put("narrowing", Json.rounded(question.narrowing()));
    json.set("answers", Json.array(question.answers(), OpenQuestionsJson::answer));
    return json;
  }

  private static ObjectNode answer(Answer answer) {
    ObjectNode json = NODES.objectNode();
    Json.text(json, "value", answer.value());
    json.set(
        "postures", Json.texts(answer.possible().stream().map(p -> p.posture().label()).toList()));
    json.set("possible", Json.array(answer.possible(), OpenQuestionsJson::possibility));
    return json;
  }
}

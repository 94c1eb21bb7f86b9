package org.parley.regress.tck;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Shown;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Evaluation;
import org.parley.explain.FinalDecisions;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * Writes cases as test cases of the DMN TCK, beside the linked model, so that any engine can be
 * held against what the tables say. Facts are given as they are once rules have added theirs, since
 * a model knows no events.
 */
public final class TckExport {
  /** The model. */
  public static final String MODEL = "parley.dmn";

  /** The test cases, named as the kit's own runners look for them. */
  public static final String TESTS = "parley-test-01.xml";

  private final KnowledgeBase knowledge;
  private final Advisor advisor;
  private final TableEngine engine;

  /**
   * An export from a knowledge base.
   *
   * @param advisor advises on it
   */
  public TckExport(KnowledgeBase knowledge, Advisor advisor) {
    this.knowledge = knowledge;
    this.advisor = advisor;
    this.engine = TableEngine.of(knowledge);
  }

  /** Model and test cases, by the names of their files. */
  public Map<String, String> files(List<Case> cases) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(MODEL, knowledge.linkedDmn());
    files.put(TESTS, Shown.xml(tests(cases)));
    return files;
  }

  private String tests(List<Case> cases) {
    StringWriter text = new StringWriter();
    try {
      TckWriter writer =
          new TckWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
      writer.begin(MODEL);
      for (Case subject : cases) {
        Map<String, String> facts = facts(subject);
        writer.begin(subject.id(), subject.title());
        for (FactType fact : knowledge.vocabulary().facts()) {
          String value = facts.getOrDefault(fact.name(), FactType.UNKNOWN);
          writer.input(fact.name(), fact.encode(value));
        }
        for (Map.Entry<String, Object> result : results(subject, facts).entrySet()) {
          writer.result(result.getKey(), result.getValue());
        }
        writer.end();
      }
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can always be written", e);
    }
    return text.toString();
  }

  private Map<String, String> facts(Case subject) {
    return advisor.advise(subject).facts().stream()
        .collect(Collectors.toMap(Fact::name, Fact::value));
  }

  /** What is approved where that is pinned, else what the tables say. */
  private Map<String, Object> results(Case subject, Map<String, String> facts) {
    Evaluation evaluation = engine.evaluate(facts);
    Map<String, Object> results = new LinkedHashMap<>();
    for (Decision decision : knowledge.decisions()) {
      results.put(decision.name(), evaluation.value(decision.name()));
    }
    Expectation pinned = subject.expected();
    if (pinned != null) {
      results.put(FinalDecisions.POSTURE, pinned.posture().label());
      results.put(FinalDecisions.UNOFFICIAL_TRACK, pinned.unofficialTrack().label());
    }
    return results;
  }
}

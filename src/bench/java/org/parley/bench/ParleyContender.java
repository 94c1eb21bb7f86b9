package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;

/** Parley. */
final class ParleyContender implements Contender<Case> {
  private final Advisor advisor;

  ParleyContender(KnowledgeBase knowledge) {
    advisor = TableAdvisor.of(knowledge);
  }

  @Override
  public Case encode(Map<String, String> facts) {
    return Case.of(facts);
  }

  @Override
  public void decideAll(Case facts, Blackhole reader) {
    Advice advice = advisor.advise(facts);
    reader.consume(advice.posture());
    reader.consume(advice.verdicts());
    reader.consume(advice.trace());
  }

  @Override
  public void decidePosture(Case facts, Blackhole reader) {
    Advice advice = advisor.advise(facts);
    reader.consume(advice.posture());
    reader.consume(advice.unofficialTrack());
  }

  /**
   * The parties have the names that stand for them in the tables, as the other engines show them.
   */
  @Override
  public Map<String, Answer> answers(Case facts) {
    Case named =
        facts.toBuilder()
            .decidingParty("{deciding party}")
            .adversary("{adversary}")
            .thirdParty("{third party}")
            .build();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (DecisionTrace decision : advisor.advise(named).trace()) {
      long rows = decision.rows().stream().mapToLong((FiredRow r) -> Answer.bit(r.number())).sum();
      answers.put(decision.decision(), Answer.of(decision.result(), rows));
    }
    return answers;
  }
}

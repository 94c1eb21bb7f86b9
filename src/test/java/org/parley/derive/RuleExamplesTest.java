package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleHeader;

/** Every rule on situations in which it fires and in which it does not. */
class RuleExamplesTest {
  // another file says how an advice on an earlier phase comes about
  private static final Set<String> NEEDS_TWO_PHASES = Set.of("the posture turns within sixty days");

  private static KnowledgeBase knowledge;
  private static Deriver deriver;

  @BeforeAll
  static void start() {
    knowledge = KnowledgeBase.builtIn();
    deriver = new Deriver(knowledge);
  }

  @AfterAll
  static void stop() {
    deriver.close();
  }

  static List<RuleExample> deriving() {
    return RuleExample.in("derive.txt");
  }

  static List<RuleExample> reviewing() {
    return RuleExample.in("review.txt");
  }

  @ParameterizedTest
  @MethodSource("deriving")
  void aRuleDerivesItsFactWhereItShould(RuleExample example) {
    assertThat(rulesBehind(deriver.derive(example.subject()).facts()).contains(example.rule()))
        .isEqualTo(example.fires());
  }

  @ParameterizedTest
  @MethodSource("reviewing")
  void aRuleFindsSomethingWhereItShould(RuleExample example) {
    Case subject = example.subject();
    List<Finding> findings =
        deriver
            .reviewer()
            .review(
                subject,
                deriver.derive(subject).facts(),
                Posture.OPEN_TALKS,
                UnofficialTrack.NONE,
                List.of());

    assertThat(findings.stream().anyMatch(f -> f.rule().equals(example.rule())))
        .isEqualTo(example.fires());
    assertThat(findings).allSatisfy(f -> assertThat(f.message()).matches("'?\\S.*[^.;: ]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"derive", "review"})
  void everyRuleHasExamplesOfBoth(String folder) {
    Map<Boolean, Set<String>> covered =
        RuleExample.in(folder + ".txt").stream()
            .collect(
                Collectors.partitioningBy(
                    RuleExample::fires, Collectors.mapping(RuleExample::rule, Collectors.toSet())));
    Set<String> rules =
        knowledge.rules().headers().stream()
            .filter(h -> h.file().startsWith("rules/" + folder))
            .filter(h -> !folder.equals("derive") || !h.derives().isEmpty())
            .map(RuleHeader::name)
            .filter(name -> !NEEDS_TWO_PHASES.contains(name))
            .collect(Collectors.toSet());

    assertThat(covered.get(true)).isEqualTo(rules);
    assertThat(covered.get(false)).isEqualTo(rules);
  }

  private static Set<String> rulesBehind(Map<String, Fact> facts) {
    return facts.values().stream().map(Fact::rule).collect(Collectors.toSet());
  }
}

package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.LoadOption;
import org.parley.Posture;
import org.parley.UnofficialTrack;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.RuleFiles;

class ReviewerTest {
  private static final LocalDate TODAY = LocalDate.parse("1970-06-30");

  @Test
  void aCaseWithoutEventsAndEarlierPhasesStartsNoDrools() {
    try (Deriver deriver = new Deriver(KnowledgeBase.builtIn())) {
      review(deriver, Case.of(Map.of("third party offer", "none", "third party role", "host")));
      assertThat(deriver.hasStarted()).isFalse();

      review(deriver, staleSignal());
      assertThat(deriver.hasStarted()).isTrue();
    }
  }

  @Test
  void theShippedReviewRulesFindNothingInFactsAlone() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Random random = new Random(7);
    try (RuleEngine rules = new RuleEngine(knowledge.rules())) {
      for (int i = 0; i < 300; i++) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Case subject = random(knowledge, random);
        subject.facts().values().stream()
            .filter(f -> !f.value().equals(FactType.UNKNOWN))
            .forEach(f -> facts.put(f.name(), f));
        Findings found = new Findings();
        ReviewMatter matter =
            new ReviewMatter(
                subject, facts, Posture.OPEN_TALKS, UnofficialTrack.SOFT_TRACK_TWO, List.of());
        rules.run(RuleCompiler.REVIEW, found, matter.all());

        assertThat(found.inOrder()).isEmpty();
      }
    }
    assertThat(ShippedRules.needHistory(knowledge.rules().hash())).isTrue();
    assertThat(Reviewer.needsHistory(knowledge.rules())).isTrue();
  }

  /** A reader of rule texts that is too clever keeps one of these from running. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "KnownFact(name == \"own resilience\", !(value == \"low\"))",
        "KnownFact(name == \"own resilience\", value != \"low\")",
        "KnownFact(!(name != \"own resilience\"))",
        "KnownFact(\"own resilience\" == name)",
        "exists KnownFact(name == \"own resilience\")",
        "not KnownFact(name == \"own resilience\", value == \"low\")",
        "not Happening(type == \"leak\")",
        "forall (Happening(byUs))",
        "Happening() or KnownFact(name == \"own resilience\")",
        "eval(true)",
        "",
      })
  void aRuleThatMayFindSomethingInFactsAloneRunsOnThem(String conditions) {
    assertThat(Reviewer.needsHistory(files(conditions))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Happening(type == \"leak\")",
        "KnownFact() exists EarlierAdvice()",
        "EarlierAdvice(posture != \"open talks\") and not Happening()",
      })
  void aRuleThatNeedsAnEventOrAnEarlierPhaseDoesNot(String conditions) {
    assertThat(Reviewer.needsHistory(files(conditions))).isTrue();
  }

  @Test
  void rulesThatCannotBeReadAreLeftToTheCompiler() {
    assertThat(Reviewer.needsHistory(files("Happening("))).isFalse();
  }

  private static RuleFiles files(String conditions) {
    String text =
        """
        package rules.review;
        import org.parley.derive.Happening;
        import org.parley.derive.EarlierAdvice;
        import org.parley.derive.KnownFact;
        global org.parley.derive.Findings findings;
        rule "own" when %s then findings.add("seen", "it is"); end
        """;
    return new RuleFiles(
        Map.of("rules/review/own.drl", text.formatted(conditions)), conditions, true);
  }

  @Test
  void foreignRulesReviewOnlyWhenTrusted(@TempDir Path folder) throws IOException {
    Copy.into(folder);

    try (Deriver untrusted = new Deriver(KnowledgeBase.load(folder))) {
      assertThat(review(untrusted, staleSignal())).isEmpty();
      assertThat(untrusted.hasStarted()).isFalse();
    }
    try (Deriver trusted = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(review(trusted, staleSignal())).hasSize(1);
    }
  }

  @Test
  void aKnowledgeBaseMayHaveNoReviewRules(@TempDir Path folder) throws IOException {
    Copy.into(folder);
    for (String name : List.of("bans", "flips", "overtures", "signals")) {
      Files.delete(folder.resolve("rules/review/" + name + ".drl"));
    }
    try (Deriver none = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(review(none, staleSignal())).isEmpty();
    }
  }

  private static Case staleSignal() {
    return Case.builder()
        .decidingParty("Us")
        .adversary("Them")
        .asOf(TODAY)
        .fact("resilience signal", "strong")
        .event(Event.of(TODAY.minusDays(200), "offensive", "Us", "Them"))
        .build();
  }

  private static List<Finding> review(Deriver deriver, Case subject) {
    return deriver
        .reviewer()
        .review(
            subject,
            deriver.derive(subject).facts(),
            Posture.CLOSED_POSTURE,
            UnofficialTrack.NONE,
            List.of());
  }

  private static Case random(KnowledgeBase knowledge, Random random) {
    Case.Builder subject = Case.builder().decidingParty("Us").adversary("Them").asOf(TODAY);
    for (FactType fact : knowledge.vocabulary().facts()) {
      subject.fact(
          fact.name(),
          fact.kind() == FactType.Kind.NUMBER
              ? String.valueOf(fact.min() + random.nextInt(30))
              : fact.values().get(random.nextInt(fact.values().size())));
    }
    return subject.build();
  }
}

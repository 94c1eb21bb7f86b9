package org.parley.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

class ReviewerTest {
  private static final Map<String, String> CONTRADICTION =
      Map.of("third party offer", "none", "third party role", "host");

  @Test
  void aFindingNamesBothFactsWhereTheyComeFromAndWhatToCheck() {
    try (Deriver deriver = new Deriver(KnowledgeBase.builtIn())) {
      assertThat(review(deriver, Case.of(CONTRADICTION)))
          .singleElement()
          .isEqualTo(
              new Finding(
                  "contradicting facts",
                  "'third party offer' is none (coded) and 'third party role' is host (coded): name"
                      + " the third party that offers the role, or take the role away",
                  List.of("third party offer", "third party role"),
                  "no offer of a third party, yet a role"));
    }
  }

  @Test
  void droolsStartsOnlyWhereARuleCouldFindSomething() {
    try (Deriver deriver = new Deriver(KnowledgeBase.builtIn())) {
      review(deriver, Case.of(Map.of("third party offer", "none", "own resilience", "high")));
      assertThat(deriver.hasStarted()).isFalse();

      review(deriver, Case.of(CONTRADICTION));
      assertThat(deriver.hasStarted()).isTrue();
    }
  }

  @Test
  void whatIsLeftOutForSpeedIsNeverAFinding() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();
    Random random = new Random(7);
    int found = 0;
    try (Deriver deriver = new Deriver(knowledge);
        RuleBase rules = new RuleBase(knowledge.rules())) {
      for (int i = 0; i < 300; i++) {
        Case subject = random(knowledge, random);
        Map<String, Fact> facts = deriver.derive(subject).facts();
        ReviewMatter matter =
            new ReviewMatter(
                subject, facts, Posture.OPEN_TALKS, UnofficialTrack.SOFT_TRACK_TWO, List.of());
        Findings always = new Findings();
        rules.engine().run(RuleCompiler.REVIEW, always, matter.all());

        assertThat(
                deriver
                    .reviewer()
                    .review(
                        subject,
                        facts,
                        Posture.OPEN_TALKS,
                        UnofficialTrack.SOFT_TRACK_TWO,
                        List.of()))
            .isEqualTo(always.inOrder());
        found += always.inOrder().size();
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void foreignRulesReviewOnlyWhenTrusted(@TempDir Path folder) throws IOException {
    Copy.into(folder);

    try (Deriver untrusted = new Deriver(KnowledgeBase.load(folder))) {
      assertThat(review(untrusted, Case.of(CONTRADICTION))).isEmpty();
      assertThat(untrusted.hasStarted()).isFalse();
    }
    try (Deriver trusted = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(review(trusted, Case.of(CONTRADICTION))).hasSize(1);
    }
  }

  @Test
  void aKnowledgeBaseMayHaveNoReviewRulesAndARuleInAnotherStyleStillRuns(@TempDir Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    for (String name : List.of("bans", "contradictions", "flips", "overtures", "signals")) {
      Files.delete(folder.resolve("rules/review/" + name + ".drl"));
    }
    try (Deriver none = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(review(none, Case.of(CONTRADICTION))).isEmpty();
    }
    copy.write(
        "rules/review/own.drl",
        """
        package rules.review;
        import org.parley.derive.KnownFact;
        global org.parley.derive.Findings findings;
        rule "either" when
            (KnownFact(name == "own resilience") or KnownFact(name == "third party role"))
        then findings.add("seen", "either is known"); end
        """);
    try (Deriver own = new Deriver(KnowledgeBase.load(folder, LoadOption.TRUST_RULES))) {
      assertThat(review(own, Case.of(CONTRADICTION)))
          .extracting(Finding::message)
          .containsExactly("either is known");
    }
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
    LocalDate today = LocalDate.parse("1970-06-30");
    Case.Builder subject = Case.builder().decidingParty("Us").adversary("Them").asOf(today);
    for (FactType fact : knowledge.vocabulary().facts()) {
      subject.fact(
          fact.name(),
          fact.kind() == FactType.Kind.NUMBER
              ? String.valueOf(fact.min() + random.nextInt(30))
              : fact.values().get(random.nextInt(fact.values().size())));
    }
    List<String> types = List.copyOf(knowledge.vocabulary().eventTypes().keySet());
    for (int i = random.nextInt(8); i > 0; i--) {
      subject.event(
          Event.of(
              today.minusDays(random.nextInt(400)),
              types.get(random.nextInt(types.size())),
              random.nextBoolean() ? "Us" : "Them",
              random.nextBoolean() ? "Us" : "Them"));
    }
    return subject.build();
  }
}

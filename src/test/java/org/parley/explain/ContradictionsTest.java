package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Finding;
import org.parley.Parley;
import org.parley.UnofficialTrack;
import org.parley.derive.RuleExample;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** What the tables of {@code dmn/review.dmn} find not to go together. */
class ContradictionsTest {
  // the shipped tables never favour a track under a ban
  private static final String NEVER = "an-unofficial-track-is-favoured-under-a-legal-ban";

  private static Advisor advisor;

  @BeforeAll
  static void start() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void stop() {
    advisor.close();
  }

  static List<RuleExample> examples() {
    return RuleExample.in("contradictions.txt");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRowFindsSomethingWhereItShould(RuleExample example) {
    assertThat(rows(example.subject()).contains(example.rule())).isEqualTo(example.fires());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRowFindsNothingWhereAFactIsNotKnown(RuleExample example) {
    for (String fact : example.subject().facts().keySet()) {
      Case less = example.subject().toBuilder().withoutFact(fact).build();

      assertThat(rows(less)).as("without %s", fact).doesNotContain(example.rule());
      assertThat(rows(example.subject().assuming(fact, "unknown")))
          .as("%s unknown", fact)
          .doesNotContain(example.rule());
    }
  }

  @Test
  void aCaseOfWhichNothingIsKnownHasNoContradiction() {
    assertThat(rows(Case.of(Map.of()))).isEmpty();
  }

  @Test
  void everyRowHasExamplesOfBoth() {
    Map<Boolean, Set<String>> covered =
        examples().stream()
            .collect(
                Collectors.partitioningBy(
                    RuleExample::fires, Collectors.mapping(RuleExample::rule, Collectors.toSet())));
    Set<String> rows =
        KnowledgeBase.builtIn().decisions().stream()
            .filter(d -> FinalDecisions.CONTRADICTIONS.contains(d.name()))
            .flatMap(d -> d.decisionTable().rows().stream())
            .map(Row::id)
            .filter(id -> !id.equals(NEVER))
            .collect(Collectors.toSet());

    assertThat(rows).hasSize(16);
    assertThat(covered.get(true)).isEqualTo(rows);
    assertThat(covered.get(false)).isEqualTo(rows);
  }

  @Test
  void aFindingNamesBothFactsWhereTheyComeFromAndWhatToCheck() {
    Advice advice =
        advisor.advise(Case.of(Map.of("third party offer", "none", "third party role", "host")));

    assertThat(advice.findings())
        .contains(
            new Finding(
                "contradicting facts",
                "'third party offer' stands at 'none' (coded) and 'third party role' stands at 'host' (coded): name"
                    + " the third party that offers the role, or take the role away",
                List.of("third party offer", "third party role"),
                List.of(),
                "no-offer-of-a-third-party-yet-a-role"));
    assertThat(advice.rulesFired()).isEmpty();
    assertThat(advice.trace("talks contradictions").orElseThrow().rows())
        .singleElement()
        .satisfies(r -> assertThat(r.why()).isEqualTo("Whoever offers a role offers help."));
  }

  @Test
  void anEditedTableThatFavoursATrackUnderABanIsFound(@TempDir Path folder) throws IOException {
    Copy.into(folder)
        .replace(
            "dmn/channels.dmn",
            "<outputEntry id=\"people-banned.result\"><text>\"barred\"",
            "<outputEntry id=\"people-banned.result\"><text>\"able\"");

    try (Advisor edited = Parley.load(folder)) {
      Advice advice = edited.advise(Case.of(Map.of("legal contact ban", "yes")));

      assertThat(advice.unofficialTrack()).isEqualTo(UnofficialTrack.SOFT_TRACK_TWO);
      assertThat(advice.findings())
          .filteredOn(f -> f.rule().equals(NEVER))
          .singleElement()
          .satisfies(
              f -> {
                assertThat(f.kind()).isEqualTo("contact under a legal ban");
                assertThat(f.message())
                    .startsWith("'legal contact ban' stands at 'yes' (coded): the tables favour");
                assertThat(f.facts()).containsExactly("legal contact ban");
              });
    }
  }

  private static Set<String> rows(Case subject) {
    return advisor.advise(subject).findings().stream()
        .map(Finding::rule)
        .filter(rule -> !rule.isEmpty())
        .collect(Collectors.toSet());
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.FiredRow;
import org.parley.Verdict;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** Redaction changes no advice, and leaves nothing of a channel in it. */
class RedactionTest {
  private static KnowledgeBase knowledge;
  private static TableAdvisor advisor;
  private static Redaction redaction;
  private static List<Case> cases;
  private static Set<String> channel;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
    advisor = TableAdvisor.of(knowledge);
    redaction = new Redaction(knowledge);
    cases = ReadCases.of(knowledge.vocabulary(), Path.of("cases")).cases();
    channel =
        knowledge.vocabulary().facts().stream()
            .filter(f -> f.group().equals("channel"))
            .map(FactType::name)
            .collect(Collectors.toSet());
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void aNamelessCaseGivesTheSameAdvice() {
    assertThat(channel).hasSize(4);
    assertThat(cases).hasSizeGreaterThan(90);
    for (Case subject : cases) {
      Advice open = advisor.advise(subject);
      Advice nameless = advisor.advise(redaction.nameless(subject));

      assertThat(values(nameless)).as(subject.id()).isEqualTo(values(open));
      assertThat(nameless.posture()).isEqualTo(open.posture());
      assertThat(levels(nameless)).isEqualTo(levels(open));
      assertThat(nameless.rulesFired()).as(subject.id()).isEqualTo(open.rulesFired());
      assertThat(redaction.of(nameless).posture()).isEqualTo(open.posture());
    }
  }

  private static List<String> values(Advice advice) {
    return advice.facts().stream().map(f -> f.name() + " = " + f.value()).toList();
  }

  private static List<Verdict.Level> levels(Advice advice) {
    return advice.verdicts().stream().map(Verdict::level).toList();
  }

  @Test
  void noChannelFactIsLeft() {
    for (Case subject : cases) {
      Advice advice = redaction.of(advisor.advise(redaction.nameless(subject)));

      assertThat(advice.facts()).extracting(Fact::name).doesNotContainAnyElementsOf(channel);
      assertThat(advice.subject().facts()).doesNotContainKeys(channel.toArray(String[]::new));
      assertThat(advice.unknown()).doesNotContainAnyElementsOf(channel);
      assertThat(advice.findings().get(0).kind()).isEqualTo("redacted");
      for (FiredRow row : rows(advice)) {
        channel.stream()
            .filter(row.inputs()::containsKey)
            .forEach(
                fact -> {
                  assertThat(row.inputs()).containsEntry(fact, Redaction.WITHHELD);
                  assertThat(row.id()).isEqualTo(Redaction.WITHHELD);
                  assertThat(row.why()).isEqualTo(Redaction.WITHHELD);
                });
      }
      for (String reason : advice.confidence().reasons()) {
        assertThat(channel).noneMatch(reason::contains);
      }
    }
  }

  private static List<FiredRow> rows(Advice advice) {
    List<FiredRow> rows = new ArrayList<>(advice.reasons());
    advice.verdicts().forEach(v -> rows.addAll(v.rows()));
    advice.trace().forEach(d -> rows.addAll(d.rows()));
    return rows;
  }

  /** A sentence that a row on a channel gave tells of it as well as the row. */
  @Test
  void sentencesThatRestOnAChannelFactGoToo() {
    int withheld = 0;
    for (Case subject : cases) {
      Advice open = advisor.advise(redaction.nameless(subject));
      Advice advice = redaction.of(open);
      Set<String> told =
          open.trace().stream()
              .filter(d -> d.decision().equals("leak response"))
              .filter(d -> restsOnAChannel(d))
              .map(d -> String.valueOf(d.result()))
              .collect(Collectors.toSet());
      if (!told.isEmpty()) {
        withheld++;
        assertThat(advice.guidance().ifLeaked()).contains(Redaction.WITHHELD);
      }
      assertThat(advice.warnings()).hasSizeLessThanOrEqualTo(open.warnings().size());
    }
    assertThat(withheld).isPositive();
  }

  private static boolean restsOnAChannel(DecisionTrace decision) {
    return decision.rows().stream()
        .filter(FiredRow::decided)
        .anyMatch(r -> r.inputs().keySet().stream().anyMatch(channel::contains));
  }

  @Test
  void whatCanBeArguedAboutNamesNoChannelFactEither() {
    for (Case subject : cases.subList(0, 12)) {
      Briefing open = advisor.briefing(redaction.nameless(subject), List.of());
      Briefing briefing = redaction.of(open);

      assertThat(briefing.changes().sets())
          .allSatisfy(s -> assertThat(s.facts()).noneMatch(f -> channel.contains(f.name())));
      assertThat(briefing.changes().robust()).doesNotContainAnyElementsOf(channel);
      assertThat(briefing.questions().opened()).doesNotContainAnyElementsOf(channel);
      assertThat(briefing.questions().questions()).noneMatch(q -> channel.contains(q.fact()));
      assertThat(briefing.questions().possible()).isEqualTo(open.questions().possible());
      briefing.whyNot().stream()
          .flatMap(w -> w.ways().stream())
          .forEach(
              way -> {
                way.row().facts().stream()
                    .filter(f -> channel.contains(f.fact()))
                    .forEach(f -> assertThat(f.wanted()).containsExactly(Redaction.WITHHELD));
                channel.stream()
                    .filter(way.assuming()::containsKey)
                    .forEach(f -> assertThat(way.assuming()).containsEntry(f, Redaction.WITHHELD));
              });
      for (UsedTable table : redaction.of(TableAdvisor.tables(open.advice()), open.advice())) {
        for (int i = 0; i < table.seen().size(); i++) {
          String input = table.decision().decisionTable().inputs().get(i).expression();
          if (channel.contains(input)) {
            int column = i;
            assertThat(table.seen().get(i)).isEqualTo(Redaction.WITHHELD);
            assertThat(table.rows()).allMatch(r -> r.row().tests().get(column).equals("-"));
          }
        }
      }
    }
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Briefing;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Event;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.FiredRow;
import org.parley.Posture;
import org.parley.Said;
import org.parley.SimilarCase;
import org.parley.Topic;
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
  private static final Said WITHHELD = new Said(Redaction.WITHHELD, "");
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
        assertThat(row.inputs()).doesNotContainKeys(channel.toArray(String[]::new));
        if (row.inputs().containsKey(Redaction.FACT)) {
          assertThat(row.inputs()).containsEntry(Redaction.FACT, Redaction.WITHHELD);
          assertThat(row.id()).isEqualTo(Redaction.WITHHELD);
          assertThat(row.why()).isEqualTo(Redaction.WITHHELD);
        }
      }
      for (Advice.Reason reason : advice.confidence().reasons()) {
        assertThat(channel).noneMatch(reason.text()::contains).noneMatch(reason.facts()::contains);
      }
    }
  }

  /** How many facts are filled in would tell whether those of a channel are known. */
  @Test
  void confidenceCountsNoChannelFact() {
    for (Case subject : cases) {
      Advice open = advisor.advise(redaction.nameless(subject));
      Advice advice = redaction.of(open);
      List<String> unknown = new ArrayList<>(open.confidence().reasons().get(0).facts());
      unknown.removeAll(channel);

      assertThat(advice.basis()).isEqualTo(open.basis());
      assertThat(advice.confidence().level()).isEqualTo(open.confidence().level());
      assertThat(advice.confidence().reasons().get(0).facts()).isEqualTo(unknown);
      assertThat(advice.confidence().completions().share())
          .isEqualTo(open.confidence().completions().share());
      assertThat(advice.confidence().completions().count())
          .isEqualTo(advice.openQuestions().worlds())
          .isGreaterThanOrEqualTo(1);
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
        assertThat(advice.topic("leak response")).contains(new Said(Redaction.WITHHELD, ""));
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
      TableAdvice advice = advisor.advise(redaction.nameless(subject));
      Briefing briefing = Briefing.of(redaction.of(advice), List.of());

      assertThat(briefing.changes().sets())
          .allSatisfy(s -> assertThat(s.facts()).noneMatch(f -> channel.contains(f.name())));
      assertThat(briefing.changes().robust()).doesNotContainAnyElementsOf(channel);
      assertThat(briefing.questions().opened()).doesNotContainAnyElementsOf(channel);
      assertThat(briefing.questions().questions()).noneMatch(q -> channel.contains(q.fact()));
      assertThat(briefing.questions().possible()).isEqualTo(advice.openQuestions().possible());
      briefing.whyNot().stream()
          .flatMap(w -> w.ways().stream())
          .forEach(
              way -> {
                assertThat(way.row().facts())
                    .noneMatch(f -> channel.contains(f.fact()))
                    .filteredOn(f -> f.fact().equals(Redaction.FACT))
                    .allMatch(f -> f.wanted().equals(List.of(Redaction.WITHHELD)));
                assertThat(way.assuming()).doesNotContainKeys(channel.toArray(String[]::new));
              });
      for (UsedTable table : new RedactedAdvice(advice, redaction).of(advice.tables())) {
        for (int i = 0; i < table.columns().size(); i++) {
          assertThat(channel).doesNotContain(table.columns().get(i).input());
          if (channel.contains(table.decision().decisionTable().inputs().get(i).expression())) {
            int column = i;
            assertThat(table.columns().get(i))
                .isEqualTo(new UsedTable.Column(Redaction.FACT, Redaction.WITHHELD));
            assertThat(table.rows()).allMatch(r -> r.row().tests().get(column).equals("-"));
          }
        }
      }
    }
  }

  /** What a row says goes with the row, whatever words it uses. */
  @Test
  void eachSentenceOfARowOnAChannelIsLeftOutAndNoOther() {
    for (Case subject : cases) {
      Advice open = advisor.advise(redaction.nameless(subject));
      Advice advice = redaction.of(open);
      Set<String> hidden =
          open.trace().stream()
              .flatMap(d -> d.rows().stream())
              .filter(r -> isHidden(r, withheld(open)))
              .map(FiredRow::id)
              .collect(Collectors.toSet());

      leftOf(open.steps(), advice.steps(), hidden);
      leftOf(open.warnings(), advice.warnings(), hidden);
      leftOf(open.runnerUp().arguments(), advice.runnerUp().arguments(), hidden);
      for (Topic topic : open.topics()) {
        leftOf(topic.sentences(), advice.topic(topic.name()), hidden);
      }
    }
  }

  /** Whether a row tests a channel fact, or an answer that is left out. */
  private static boolean isHidden(FiredRow row, Set<String> withheld) {
    return row.inputs().keySet().stream().anyMatch(withheld::contains);
  }

  /** The channel facts, and all answers that rest on them, but for those that an advice says. */
  private static Set<String> withheld(Advice open) {
    Set<String> withheld = new HashSet<>(channel);
    for (DecisionTrace decision : open.trace()) {
      if (!FinalDecisions.isTold(decision.decision())
          && decision.rows().stream().anyMatch(r -> r.decided() && isHidden(r, withheld))) {
        withheld.add(decision.decision());
      }
    }
    return withheld;
  }

  private static void leftOf(List<Said> open, List<Said> left, Set<String> hidden) {
    List<Said> stays =
        open.stream().filter(s -> !s.row().isEmpty() && !hidden.contains(s.row())).toList();
    assertThat(left).containsAll(stays).doesNotHaveDuplicates();
    assertThat(left).noneMatch(s -> hidden.contains(s.row()));
    assertThat(left).allMatch(s -> s.equals(WITHHELD) || open.contains(s));
  }

  @Test
  void aChoiceThatARowOnAChannelMadeIsLeftOutToo() {
    int withheld = 0;
    for (Case subject : cases) {
      Advice open = advisor.advise(redaction.nameless(subject));
      DecisionTrace choice = open.trace(FinalDecisions.COMBINED_WITH).orElseThrow();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < choice.rows().size(); i++) {
        boolean hidden = isHidden(choice.rows().get(i), withheld(open));
        withheld += hidden ? 1 : 0;
        expected.add(hidden ? Redaction.WITHHELD : (String) ((List<?>) choice.result()).get(i));
      }

      assertThat(redaction.of(open).combinedWith())
          .as(subject.id())
          .isEqualTo(expected.stream().distinct().toList());
    }
    assertThat(withheld).isPositive();
  }

  @Test
  void whatIsAskedOfARedactedAdviceIsRedacted() {
    for (Case subject : cases.subList(0, 5)) {
      TableAdvice open = advisor.advise(redaction.nameless(subject));
      Advice advice = redaction.of(open);

      assertThat(advice.seats().readings())
          .noneMatch(r -> channel.contains(r.fact()) || channel.contains(r.theirFact()))
          .isSubsetOf(open.seats().readings());
      for (Advice seat :
          List.of(advice.seats().ours(), advice.seats().theirs(), advice.seats().shared())) {
        assertThat(seat.facts()).extracting(Fact::name).doesNotContainAnyElementsOf(channel);
      }
      for (SimilarCase similar : advice.similar(cases, 3).cases()) {
        assertThat(similar.differences()).noneMatch(d -> channel.contains(d.fact()));
        assertThat(similar.advice().facts())
            .extracting(Fact::name)
            .doesNotContainAnyElementsOf(channel);
        assertThat(similar.subject().title()).isEmpty();
      }
      assertThat(advice.openQuestions(f -> true).opened()).doesNotContainAnyElementsOf(channel);
      assertThat(advice.changes(Posture.OPEN_TALKS, 2).sets())
          .noneMatch(s -> s.facts().stream().anyMatch(f -> channel.contains(f.name())));
    }
  }

  /** The rule says nothing of the event but its day. */
  @Test
  void aFindingOnASecretEventIsLeftOut() {
    Case.Builder subject =
        Case.builder().decidingParty("Us").adversary("Them").asOf(LocalDate.of(2000, 6, 1));
    for (int day = 1; day <= 3; day++) {
      subject.event(Event.of(LocalDate.of(2000, 1, day), "overture rebuffed", "Them", "Us"));
    }
    Event offer = Event.of(LocalDate.of(2000, 2, 1), "overture", "Us", "Them");
    Event meeting =
        new Event(
            LocalDate.of(2000, 7, 1),
            "talks open",
            List.of("Us"),
            List.of("Them"),
            Map.of("secret", "yes"),
            "",
            "");
    Advice advice = advisor.advise(subject.event(offer).event(meeting).build());

    assertThat(advice.findings())
        .anySatisfy(
            f -> {
              assertThat(f.kind()).isEqualTo("overture repeated");
              assertThat(f.eventTypes()).contains("overture");
            })
        .anySatisfy(
            f -> {
              assertThat(f.kind()).isEqualTo("later events");
              assertThat(f.eventTypes()).containsExactly("talks open");
            });
    assertThat(redaction.of(advice).findings())
        .extracting(Finding::kind)
        .contains("overture repeated")
        .doesNotContain("later events");
  }
}

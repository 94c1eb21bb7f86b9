package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.TimelineResult.FactChange;
import org.parley.regress.TimelineResult.Strand;
import org.parley.regress.TimelineResult.Turn;

class TimelineTest {
  private static Advisor advisor;
  private static List<Case> cases;

  @BeforeAll
  static void load() {
    advisor = Parley.builtIn();
    cases =
        ReadCases.of(KnowledgeBase.builtIn().vocabulary(), Path.of("cases/vietnam-war")).cases();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void hanoiTurnsInSpring1968AndTheSignalIsNamed() {
    Strand hanoi = strand("North Vietnam");
    Turn turn =
        hanoi.turns().stream()
            .filter(t -> t.to().posture() == Posture.OPEN_TALKS)
            .findFirst()
            .orElseThrow();

    assertThat(turn.to().date())
        .isBetween(LocalDate.parse("1968-01-01"), LocalDate.parse("1968-05-31"));
    assertThat(turn.from().posture()).isEqualTo(Posture.CLOSED_POSTURE);
    assertThat(turn.changed())
        .filteredOn(c -> c.name().equals("resilience signal"))
        .singleElement()
        .extracting(FactChange::to)
        .isEqualTo("strong");
  }

  @Test
  void pointsAreInOrderAndEveryTurnIsBetweenTwoThatDiffer() {
    for (Strand strand : timeline().strands()) {
      assertThat(strand.points()).extracting(p -> p.date()).isSorted();
      assertThat(strand.turns())
          .allSatisfy(t -> assertThat(t.to().advisesLike(t.from())).isFalse());
    }
  }

  @Test
  void whatIsSaidToSufficeForATurnReallyDoes() {
    int tried = 0;
    Map<String, Case> phases = cases.stream().collect(Collectors.toMap(Case::id, c -> c));
    List<Turn> turns =
        strand("United States").turns().stream()
            .filter(t -> phases.containsKey(t.from().phase()))
            .toList();
    for (Turn turn : turns) {
      for (List<FactChange> set : turn.turnedBy()) {
        Case changed = phases.get(turn.from().phase());
        for (FactChange change : set) {
          changed = changed.assuming(change.name(), change.to());
        }
        Advice then = advisor.advise(changed);
        assertThat(then.posture()).as("%s", set).isEqualTo(turn.to().posture());
        assertThat(then.unofficialTrack()).as("%s", set).isEqualTo(turn.to().unofficialTrack());
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(2);
  }

  @Test
  void aConflictThatNoCaseIsOfIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> new Timeline(advisor).of("Vietnam Wars", cases))
        .hasMessage("no case is of the conflict 'Vietnam Wars' (did you mean 'Vietnam War'?)");
  }

  private static TimelineResult timeline() {
    return new Timeline(advisor).of("Vietnam War", cases);
  }

  private static Strand strand(String party) {
    return timeline().strands().stream()
        .filter(s -> s.decidingParty().equals(party))
        .findFirst()
        .orElseThrow();
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Finding;
import org.parley.Parley;
import org.parley.Posture;

class ReviewedAdviceTest {
  private static final String RULE = "the posture turns within sixty days";
  private static Advisor advisor;

  @BeforeAll
  static void start() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void stop() {
    advisor.close();
  }

  @Test
  void aTurnWithinSixtyDaysIsAFindingWithTheFactsThatChanged() {
    Advice before = advisor.advise(closed("1968-02-02"));
    Advice now = advisor.advise(open(), List.of(before));

    assertThat(before.posture()).isEqualTo(Posture.CLOSED_POSTURE);
    assertThat(now.posture()).isEqualTo(Posture.OPEN_TALKS);
    assertThat(turns(now))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .startsWith(
                        "on 1968-02-02, 60 days before, the tables favoured 'closed posture'")
                    .contains("and now 'open talks'")
                    .contains("resilience signal"));
    assertThat(now.findings()).containsAll(advisor.advise(open()).findings());
  }

  @Test
  void aTurnAfterLongerOrOfAnotherPartyOrConflictOrWithoutEarlierAdviceIsNone() {
    Case early = closed("1968-02-01");
    Case foreign = closed("1968-03-01").toBuilder().decidingParty("Somebody").build();
    Case elsewhere = closed("1968-03-01").toBuilder().conflict("Another war").build();
    Case later = closed("1968-05-01");

    assertThat(turns(advisor.advise(open()))).isEmpty();
    for (Case other : List.of(early, foreign, elsewhere, later)) {
      assertThat(turns(advisor.advise(open(), List.of(advisor.advise(other))))).isEmpty();
    }
  }

  @Test
  void onlyTheLastAdviceBeforeCounts() {
    Advice closed = advisor.advise(closed("1968-02-15"));
    Advice same = advisor.advise(open().withAsOf(LocalDate.parse("1968-04-01")));

    assertThat(same.posture()).isEqualTo(Posture.OPEN_TALKS);
    assertThat(turns(advisor.advise(open(), List.of(closed, same)))).isEmpty();
  }

  private static Case open() {
    return advisor.readCase(Path.of("cases/vietnam-war/VN-04.yaml"));
  }

  private static Case closed(String asOf) {
    Case first = advisor.readCase(Path.of("cases/vietnam-war/VN-01.yaml"));
    Case.Builder moved =
        first.toBuilder().asOf(LocalDate.parse(asOf)).decidingParty(open().decidingParty());
    return moved.adversary(open().adversary()).conflict(open().conflict()).build();
  }

  private static List<Finding> turns(Advice advice) {
    return advice.findings().stream().filter(f -> f.rule().equals(RULE)).toList();
  }
}

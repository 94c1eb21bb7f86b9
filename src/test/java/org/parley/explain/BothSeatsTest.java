package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Fact;
import org.parley.Origin;
import org.parley.Parley;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Recommendation;
import org.parley.Seats;
import org.parley.Seats.Reading;
import org.parley.Sides;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

class BothSeatsTest {
  private static final Vocabulary VOCABULARY = KnowledgeBase.builtIn().vocabulary();
  private static Advisor advisor;

  @BeforeAll
  static void load() {
    advisor = Parley.builtIn();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @Test
  void theImaginedSeatIsOursTurnedRound() {
    Case ours = read("cases/vietnam-war/VN-01.yaml");

    Seats seats = advisor.advise(ours).seats();
    Case theirs = seats.theirs().subject();

    assertThat(seats.imagined()).isTrue();
    assertThat(seats.ours()).isEqualTo(advisor.advise(ours));
    assertThat(theirs.decidingParty()).isEqualTo("United States");
    assertThat(theirs.adversary()).isEqualTo("North Vietnam");
    assertThat(theirs.sides()).isEqualTo(new Sides(List.of("South Vietnam"), List.of("NLF")));
    assertThat(theirs.events()).isEqualTo(ours.events());
    assertThat(theirs.asOf()).isEqualTo(ours.asOf());
    assertThat(theirs.observed()).isNull();
    assertThat(theirs.expected()).isNull();
    assertThat(values(seats.theirs()))
        .containsEntry("relative power", "stronger")
        .containsEntry("battlefield trend", "losing")
        .containsEntry("own escalation cost", "acceptable")
        .containsEntry("adversary leak cost", "high")
        .containsEntry("adversary waiting out", "yes")
        .doesNotContainKey("own resilience")
        .doesNotContainKey("leader confidence");
  }

  @Test
  void whatOursHoldsTheImaginedSeatHoldsToo() throws IOException {
    for (Case ours : shipped()) {
      Seats seats = advisor.advise(ours).seats();

      assertThat(seats.readings())
          .as(ours.id())
          .allSatisfy(
              r -> assertThat(r.agrees() || r.ours().equals("unknown")).as(r.toString()).isTrue());
      assertThat(seats.readings().stream().map(Reading::fact))
          .as(ours.id())
          .containsAll(
              values(seats.ours()).keySet().stream()
                  .filter(f -> !VOCABULARY.fact(f).orElseThrow().counterpart().isEmpty())
                  .toList());
    }
  }

  @Test
  void theSeatOppositeTheSeatOppositeIsOurs() {
    Case ours =
        read("cases/vietnam-war/VN-01.yaml").toBuilder().fact("relative power", "weaker").build();

    Seats there = advisor.advise(ours).seats();
    Seats back = advisor.advise(there.theirs().subject()).seats();

    there
        .readings()
        .forEach(r -> assertThat(values(back.theirs())).containsEntry(r.fact(), r.ours()));
  }

  @Test
  void aFactTakenAwayForAWhatIfDoesNotComeBackInTheOtherSeat() {
    Case ours = read("cases/vietnam-war/VN-01.yaml").assuming("own preconditions", "unknown");

    Seats seats = advisor.advise(ours).seats();

    assertThat(values(seats.theirs())).doesNotContainKey("adversary preconditions");
    assertThat(seats.readings()).noneMatch(r -> r.fact().equals("own preconditions"));
  }

  @Test
  void whereAFactComesFromStaysWithIt() {
    Case ours = read("cases/vietnam-war/VN-01.yaml").assuming("relative power", "parity");

    List<Fact> theirs = advisor.advise(ours).seats().theirs().facts();

    assertThat(theirs)
        .filteredOn(f -> f.name().equals("relative power"))
        .extracting(Fact::origin)
        .containsExactly(Origin.ASSUMED);
    assertThat(theirs)
        .filteredOn(f -> f.name().equals("own escalation cost"))
        .extracting(Fact::source)
        .containsExactly("Logevall 1999; McNamara 1995");
  }

  @Test
  void likeIsComparedWithLike() {
    Case ours = Case.of(Map.of("relative power", "weaker", "own leak cost", "high"));

    Reading same = reading(ours, "relative power", "stronger", "relative power");
    Reading other = reading(ours, "relative power", "weaker", "relative power");
    Reading paired = reading(ours, "adversary leak cost", "low", "own leak cost");
    Reading open = reading(ours, "relative power", "unknown", "relative power");

    assertThat(same.agrees()).isTrue();
    assertThat(other.agrees()).isFalse();
    assertThat(other.theirs()).isEqualTo("weaker");
    assertThat(other.seenFromHere()).isEqualTo("stronger");
    assertThat(paired.isDisputed()).isTrue();
    assertThat(paired.theirFact()).isEqualTo("adversary leak cost");
    assertThat(open.agrees()).isFalse();
    assertThat(open.isDisputed()).isFalse();
  }

  @Test
  void whichDisagreementMattersIsFoundByBelievingIt() {
    Case ours = read("cases/india-pakistan/IP-04.yaml");
    Seats seats = advisor.advise(ours).seats(read("cases/india-pakistan/IP-03.yaml"));

    assertThat(seats.imagined()).isFalse();
    assertThat(seats.differences()).filteredOn(Seats.Reading::wouldChange).isNotEmpty();
    assertThat(seats.differences())
        .filteredOn(r -> !r.theirs().equals("unknown"))
        .allSatisfy(
            r -> {
              Advice believed = advisor.advise(ours.assuming(r.fact(), r.seenFromHere()));
              assertThat(r.wouldChange() ? r.then() : Recommendation.of(seats.ours()))
                  .isEqualTo(Recommendation.of(believed));
            });
    assertThat(seats.readings())
        .filteredOn(r -> r.agrees() || r.theirs().equals("unknown"))
        .noneMatch(Seats.Reading::wouldChange);
  }

  @Test
  void allDisagreementsAreBelievedAtOnceToo() {
    Case ours = read("cases/vietnam-war/VN-01.yaml");
    Seats seats = advisor.advise(ours).seats(read("cases/vietnam-war/VN-09.yaml"));

    assertThat(seats.readings()).noneMatch(Seats.Reading::wouldChange);
    assertThat(seats.wouldChange()).isTrue();
    assertThat(seats.ours().posture()).isEqualTo(Posture.CLOSED_POSTURE);
    assertThat(seats.shared().posture()).isEqualTo(Posture.SECRET_BACK_CHANNEL);
  }

  @Test
  void theSeatOfAnotherWarIsRefused() {
    Case ours = read("cases/vietnam-war/VN-01.yaml");

    assertThatThrownBy(
            () -> advisor.advise(ours).seats(read("cases/russia-ukraine-war/UA-05.yaml")))
        .isInstanceOf(ParleyException.class)
        .hasMessage(
            """
            the other seat is that of 'Russia', but the adversary is 'United States'
            the other seat faces 'Ukraine', but the deciding party is 'North Vietnam'""");
    assertThatThrownBy(() -> advisor.advise(ours).seats(ours)).isInstanceOf(ParleyException.class);
  }

  @Test
  void partiesThatNobodyNamedOrThatCountAsOneAreTaken() {
    Case ours = read("cases/vietnam-war/VN-01.yaml");

    assertThat(advisor.advise(ours).seats(Case.of(Map.of())).readings()).isNotEmpty();
    assertThat(
            advisor
                .advise(ours)
                .seats(Case.builder().decidingParty("South Vietnam").adversary("NLF").build())
                .imagined())
        .isFalse();
  }

  private static Reading reading(Case ours, String theirFact, String value, String fact) {
    Case theirs = Case.builder().fact(theirFact, value).build();
    return advisor.advise(ours).seats(theirs).readings().stream()
        .filter(r -> r.fact().equals(fact))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> values(Advice advice) {
    return advice.facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
  }

  private static Case read(String file) {
    return advisor.readCase(Path.of(file));
  }

  private static List<Case> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .map(advisor::readCase)
          .toList();
    }
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Parley;
import org.parley.SimilarCase;
import org.parley.SimilarCase.Difference;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/** What likeness is for any two cases, whatever their facts. */
class LikenessPropertyTest {
  private static Advisor advisor;
  private static List<FactType> facts;

  @BeforeContainer
  static void load() {
    advisor = Parley.builtIn();
    facts = List.copyOf(KnowledgeBase.builtIn().vocabulary().facts());
  }

  @AfterContainer
  static void close() {
    advisor.close();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void itLiesBetweenNothingAndAllAndTheDifferencesMakeIt(
      @ForAll("cases") Case here, @ForAll("cases") Case there) {
    SimilarCase similar = compared(here, there);

    assertThat(similar.likeness()).isBetween(0.0, 1.0);
    assertThat(similar.differences())
        .allSatisfy(d -> assertThat(d.weight()).isBetween(0.0, 2.0))
        .isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    assertThat(similar.likeness() == 1.0).isEqualTo(similar.differences().isEmpty());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void itIsTheSameTheOtherWayRoundWhereTheWeightsAre(
      @ForAll("cases") Case one, @ForAll("cases") Case two) {
    Case here = withWeightsOf(one, "stalled");
    Case there = withWeightsOf(two, "stalled");

    SimilarCase forth = compared(here, there);
    SimilarCase back = compared(there, here);

    assertThat(forth.likeness()).isCloseTo(back.likeness(), within(1e-12));
    assertThat(forth.differences())
        .isEqualTo(
            back.differences().stream()
                .map(d -> new Difference(d.fact(), d.there(), d.here(), d.weight()))
                .toList());
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aCaseIsWhollyLikeOneWithTheSameFacts(@ForAll("cases") Case here) {
    assertThat(compared(here, here).likeness()).isOne();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aFactTakenOverMakesACaseMoreAlike(@ForAll("cases") Case here, @ForAll("cases") Case there) {
    SimilarCase before = compared(here, there);
    Difference most =
        before.differences().stream()
            .filter(d -> !d.here().equals(FactType.UNKNOWN))
            .findFirst()
            .orElse(null);
    if (most != null) {
      Case nearer = there.toBuilder().fact(most.fact(), most.here()).build();

      assertThat(compared(here, nearer).likeness()).isGreaterThan(before.likeness());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.randoms()
        .map(
            random -> {
              Map<String, String> values = new HashMap<>();
              values.put("way out", "yes");
              for (FactType fact : facts) {
                if (random.nextInt(3) > 0) {
                  values.put(
                      fact.name(),
                      fact.kind() == FactType.Kind.NUMBER
                          ? String.valueOf(fact.min() + random.nextInt(fact.max() - fact.min()))
                          : fact.values().get(random.nextInt(fact.values().size())));
                }
              }
              return Case.of(values);
            });
  }

  private static Case withWeightsOf(Case subject, String talks) {
    return subject.toBuilder()
        .fact("official talks", talks)
        .fact("adversary escalation cost", "high")
        .build();
  }

  private static SimilarCase compared(Case here, Case there) {
    return advisor
        .advise(here.toBuilder().id("here").build())
        .similar(List.of(there.toBuilder().id("there").build()), 1)
        .cases()
        .get(0);
  }
}

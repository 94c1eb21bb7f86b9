package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Case;

class PlaceholdersTest {
  private final Placeholders named =
      of(Case.builder().decidingParty("Iran").adversary("Iraq").build());
  private final Placeholders nameless = of(Case.builder().build());

  private static Placeholders of(Case subject) {
    return new Placeholders(
        subject,
        Map.of("United States", "the United States", "Haitian junta", "the junta"),
        decision -> decision.equals("conflict") ? "crisis" : null);
  }

  @Test
  void namesStandForParts() {
    assertThat(named.fill("the {deciding party} side tells {adversary}, then {deciding party}"))
        .isEqualTo("the Iran side tells Iraq, then Iran");
  }

  @Test
  void aPartThatNobodyIsNamedForHasOneArticle() {
    assertThat(nameless.fill("the {deciding party} side tells {adversary}"))
        .isEqualTo("the deciding party side tells the adversary");
    assertThat(named.fill("ask {third party}")).isEqualTo("ask the third party");
  }

  @Test
  void aSentenceBeginsWithACapital() {
    assertThat(nameless.fill("{adversary} may wait")).isEqualTo("The adversary may wait");
  }

  @Test
  void aNameIsWrittenAsASentenceWritesIt() {
    Placeholders spoken =
        of(
            Case.builder()
                .decidingParty("United States")
                .adversary("Haitian junta")
                .thirdParty("North Vietnam")
                .shortNames(Map.of("North Vietnam", "Hanoi", "Haitian junta", "Port-au-Prince"))
                .build());

    assertThat(spoken.fill("{deciding party} may ask. {adversary} may ask {third party}"))
        .isEqualTo("The United States may ask. Port-au-Prince may ask Hanoi");
    assertThat(spoken.fill("the {deciding party}")).isEqualTo("the United States");
  }

  @Test
  void whatADecisionAnswersCanStandInASentence() {
    assertThat(named.fill("an end of the {conflict}")).isEqualTo("an end of the crisis");
  }

  @Test
  void otherBracesStay() {
    assertThat(named.fill("a {b} and {adversary")).isEqualTo("a {b} and {adversary");
    assertThat(named.fill("{{adversary}}")).isEqualTo("{Iraq}");
  }

  @Test
  void textsAreFilledWhereverTheyStand() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("option", "open talks");
    context.put("argument", "{adversary} waits");
    assertThat(named.fillAll(Arrays.asList("to {adversary}", null, context)))
        .isEqualTo(
            Arrays.asList(
                "to Iraq", null, Map.of("option", "open talks", "argument", "Iraq waits")));
    assertThat(named.fillAll(List.of())).isEqualTo(List.of());
  }
}

package org.parley.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.Case;
import org.parley.ParleyException;

class SelectionTest {
  private static final List<Case> ALL =
      List.of(
          subject("A-1", "First War", "interstate"),
          subject("A-2", "First War", "civil", "old"),
          subject("B-1", "Second War", "civil"));

  @Test
  void nothingAskedForIsEveryCase() {
    assertThat(chosen(List.of(), List.of(), List.of())).containsExactly("A-1", "A-2", "B-1");
  }

  @Test
  void wordsOfOneKindAddUpAndKindsNarrow() {
    assertThat(chosen(List.of("First War"), List.of(), List.of())).containsExactly("A-1", "A-2");
    assertThat(chosen(List.of("First War", "Second War"), List.of("civil"), List.of()))
        .containsExactly("A-2", "B-1");
    assertThat(chosen(List.of(), List.of("interstate", "old"), List.of()))
        .containsExactly("A-1", "A-2");
    assertThat(chosen(List.of(), List.of("civil"), List.of("B-1"))).containsExactly("B-1");
  }

  @Test
  void unknownWordsAreRefusedTogetherWithTheNearest() {
    assertThatThrownBy(() -> chosen(List.of("Frist War"), List.of("civl"), List.of("C-9")))
        .isInstanceOfSatisfying(
            ParleyException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "no case is of the conflict 'Frist War' (did you mean 'First War'?)",
                        "no case has the tag 'civl' (did you mean 'civil'?)",
                        "no case has the id 'C-9' (did you mean 'A-1', 'A-2', 'B-1'?)"));
  }

  @Test
  void aChoiceThatNothingFitsIsRefused() {
    assertThatThrownBy(() -> chosen(List.of("Second War"), List.of("old"), List.of()))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("no case fits all that was asked for");
  }

  private static List<String> chosen(List<String> conflicts, List<String> tags, List<String> ids) {
    return ALL.stream()
        .filter(new Selection(conflicts, tags, ids).among(ALL))
        .map(Case::id)
        .toList();
  }

  private static Case subject(String id, String conflict, String... tags) {
    return Case.builder()
        .id(id)
        .conflict(conflict)
        .asOf(LocalDate.of(2000, 1, 1))
        .decidingParty("A")
        .adversary("B")
        .tags(List.of(tags))
        .build();
  }
}

package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A row that nobody can justify does not exist. */
class ShippedContentTest {
  private static KnowledgeBase knowledge;

  @BeforeAll
  static void load() {
    knowledge = KnowledgeBase.builtIn();
  }

  @Test
  void everyDecisionIsATableThatSaysWhichQuestionItAnswers() {
    assertThat(knowledge.decisions())
        .allSatisfy(d -> assertThat(d.table()).as(d.name()).isPresent())
        .allSatisfy(d -> assertThat(d.question()).as(d.name()).endsWith("?"));
  }

  @Test
  void everyRowCarriesWhySourceAndKnownStatements() {
    assertThat(rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)+");
              assertThat(row.why()).as(row.id()).matches("(?s)[A-Z{].*[.?]");
              assertThat(row.source()).as(row.id()).isNotEmpty();
              assertThat(row.statements()).as(row.id()).isNotEmpty();
              assertThat(knowledge.statements().keySet())
                  .as(row.id())
                  .containsAll(row.statements());
            });
  }

  @Test
  void noTwoRowsOfATableHaveTheSameReason() {
    assertThat(knowledge.decisions())
        .allSatisfy(
            d ->
                assertThat(d.decisionTable().rows().stream().map(Row::why))
                    .as(d.name())
                    .doesNotHaveDuplicates());
  }

  @Test
  void theStatementsOfTheFirstDocumentsAreEncodedInRowsPrinciplesOrRules() {
    Set<String> encoded =
        Stream.of(
                rows().map(Row::statements),
                knowledge.principles().stream().map(Principle::statements),
                knowledge.rules().headers().stream().map(RuleHeader::statements))
            .flatMap(statements -> statements)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    List<String> required =
        IntStream.concat(IntStream.rangeClosed(1, 18), IntStream.rangeClosed(44, 66))
            .mapToObj("S%03d"::formatted)
            .filter(id -> knowledge.statements().get(id).kind().equals("rule"))
            .toList();

    assertThat(required).hasSizeGreaterThan(30);
    assertThat(encoded).containsAll(required);
  }

  @Test
  void theFalseClaimIsNowhere() {
    assertThat(knowledge.statements()).doesNotContainKey("S077");
    assertThat(rows().map(Row::toString))
        .noneMatch(r -> r.contains("S077"))
        .noneMatch(r -> r.contains("Franco-Russian") || r.contains("Russo-Turkish"));
  }

  @Test
  void theVocabularyHasItsFactsAndEveryOneOfThemMayBeUnknown() {
    assertThat(knowledge.vocabulary().facts()).hasSize(57);
    assertThat(knowledge.vocabulary().facts().stream().filter(FactType::closeToChoice)).hasSize(8);
    assertThat(knowledge.vocabulary().facts())
        .allSatisfy(f -> assertThat(f.objection(FactType.UNKNOWN)).isEmpty());
    assertThat(knowledge.vocabulary().eventTypes()).hasSize(42);
    assertThat(
            knowledge.vocabulary().event("statement").orElseThrow().details().get("says").values())
        .contains("talk is weakness", "victory is certain");
    assertThat(
            knowledge
                .vocabulary()
                .event("talks open")
                .orElseThrow()
                .details()
                .get("track")
                .values())
        .containsExactly("one", "one and a half", "two");
  }

  private static Stream<Row> rows() {
    return knowledge.decisions().stream()
        .flatMap(d -> d.table().stream())
        .flatMap(t -> t.rows().stream());
  }
}

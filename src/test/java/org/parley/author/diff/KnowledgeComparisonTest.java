package org.parley.author.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Detail;
import org.parley.author.diff.KnowledgeDiff.EntryChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** What differs is told row by row and cell by cell. */
class KnowledgeComparisonTest {
  private static final String COST = "dmn/conversation-cost.dmn";
  private static final String FIRST = "exposure-taboo-and-leak";
  private static final KnowledgeBase BASE = KnowledgeBase.builtIn();

  @Test
  void nothingDiffersFromItself() {
    assertThat(KnowledgeComparison.of(BASE, BASE).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "' hitPolicy=\"UNIQUE\"', ''",
    "<decisionTable, <decisionTable preferredOrientation=\"Rule-as-Row\"",
    "<decisionTable, <decisionTable outputLabel=\"cost\"",
    "<decisionTable, '<decisionTable xmlns:its=\"urn:an-editor\" its:annotationsWidth=\"400\"'",
    "<input id, '<input xmlns:its=\"urn:an-editor\" its:width=\"250\" id'",
    "<inputEntry, <inputEntry expressionLanguage=\"https://www.omg.org/spec/DMN/20191111/FEEL/\""
  })
  void whatAnEditorLeavesOutOrAddsOfItsOwnSaysNothing(String from, String to) {
    KnowledgeDiff diff = compare(from, to);

    assertThat(diff.isEmpty()).as(diff.toString()).isTrue();
    Decision shipped = BASE.decision("escalation means").orElseThrow();
    assertThat(with(BASE, from, to).frame(shipped)).isEqualTo(BASE.frame(shipped));
  }

  @Test
  void aCellThatSaysSomethingElse() {
    String row = row(FIRST);
    KnowledgeDiff diff =
        compare(row, row.replaceFirst("<text>\"high\"", "<text>\"medium\",\"high\""));

    assertThat(diff.rows()).hasSize(1);
    RowChange change = diff.rows().get(0);
    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.id()).isEqualTo(FIRST);
    assertThat(change.moved()).isFalse();
    String column =
        BASE.decision(change.decision()).orElseThrow().decisionTable().inputs().get(0).expression();
    assertThat(change.cells())
        .containsExactly(new CellChange(Part.INPUT, column, "\"high\"", "\"medium\",\"high\""));
    assertThat(diff.decisions()).isEmpty();
    assertThat(diff.vocabulary()).isEmpty();
    assertThat(diff.rules()).isEmpty();
  }

  @Test
  void anAnnotationThatSaysSomethingElse() {
    String row = row(FIRST);
    KnowledgeDiff diff = compare(row, row.replace("S052 S102", "S052"));

    assertThat(diff.rows()).hasSize(1);
    assertThat(diff.rows().get(0).cells())
        .containsExactly(new CellChange(Part.ANNOTATION, "Statement", "S052 S102", "S052"));
  }

  @Test
  void aRowThatIsGone() {
    KnowledgeDiff diff = compare(row(FIRST), "");

    assertThat(diff.rows()).hasSize(1);
    assertThat(diff.rows().get(0).kind()).isEqualTo(Kind.REMOVED);
    assertThat(diff.rows().get(0).to()).isZero();
    assertThat(diff.rows().get(0).cells()).extracting(CellChange::after).containsOnly("");
  }

  @Test
  void aRowThatIsNew() {
    KnowledgeBase without = with(BASE, row(FIRST), "");
    KnowledgeDiff diff = KnowledgeComparison.of(without, BASE);

    assertThat(diff.rows()).extracting(RowChange::kind).containsExactly(Kind.ADDED);
    assertThat(diff.rows().get(0).from()).isZero();
    assertThat(diff.rows().get(0).why()).isNotEmpty();
  }

  @Test
  void aRowUnderAnotherIdIsTheSameRowByItsContent() {
    String row = row(FIRST);
    KnowledgeDiff diff = compare(row, row.replace("\"" + FIRST + "\"", "\"exposure-doubled\""));

    assertThat(diff.rows()).hasSize(1);
    assertThat(diff.rows().get(0).kind()).isEqualTo(Kind.CHANGED);
    assertThat(diff.rows().get(0).id()).isEqualTo("exposure-doubled");
    assertThat(diff.rows().get(0).formerId()).isEqualTo(FIRST);
    assertThat(diff.rows().get(0).cells()).isEmpty();
  }

  @Test
  void aRowThatStandsElsewhereIsTheOnlyOneThatMoved() {
    String id = BASE.decision("exposure").orElseThrow().decisionTable().rows().get(0).id();
    String text = text(BASE);
    String row = row(id);
    String without = text.replace(row, "");
    int end = without.indexOf("</decisionTable>", text.indexOf(row));
    KnowledgeDiff diff =
        KnowledgeComparison.of(
            BASE, with(BASE, without.substring(0, end) + row + without.substring(end)));

    assertThat(diff.rows()).hasSize(1);
    RowChange change = diff.rows().get(0);
    assertThat(change.kind()).isEqualTo(Kind.MOVED);
    assertThat(change.id()).isEqualTo(id);
    assertThat(change.moved()).isTrue();
    assertThat(change.to()).isGreaterThan(change.from());
  }

  @Test
  void aQuestionThatAsksSomethingElse() {
    String question = BASE.decision("exposure").orElseThrow().question();
    KnowledgeDiff diff = compare(question, "What would it cost?");

    assertThat(diff.decisions()).hasSize(1);
    assertThat(diff.decisions().get(0).details())
        .containsExactly(new Detail("question", question, "What would it cost?"));
    assertThat(diff.rows()).isEmpty();
  }

  @Test
  void aFactThatIsCodedOtherwise() {
    String name = BASE.vocabulary().factNames().get(0);
    String meaning = BASE.vocabulary().fact(name).orElseThrow().meaning();
    KnowledgeDiff diff =
        KnowledgeComparison.of(BASE, withFile("dmn/vocabulary.csv", meaning, "Something else"));

    assertThat(diff.vocabulary()).hasSize(1);
    EntryChange change = diff.vocabulary().get(0);
    assertThat(change.name()).isEqualTo(name);
    assertThat(change.details()).containsExactly(new Detail("meaning", meaning, "Something else"));
  }

  @Test
  void aRuleIsToldByItsName() {
    var rule = BASE.rules().headers().get(0);
    KnowledgeDiff diff =
        KnowledgeComparison.of(BASE, withFile(rule.file(), rule.why(), "For another reason."));

    assertThat(diff.rules()).hasSize(1);
    assertThat(diff.rules().get(0).name()).isEqualTo(rule.name());
    assertThat(diff.rules().get(0).details())
        .containsExactly(new Detail("why", rule.why(), "For another reason."));
    assertThat(diff.rows()).isEmpty();
  }

  @Test
  void aWholeModelThatIsNew() {
    KnowledgeFiles files = BASE.files();
    String similarity =
        new String(files.get("dmn/similarity.dmn").orElseThrow(), StandardCharsets.UTF_8);
    String renamed =
        similarity
            .replace("fact weights", "fact weights too")
            .replaceAll("<rule id=\"", "<rule id=\"too-");
    KnowledgeDiff diff =
        KnowledgeComparison.of(
            BASE,
            BASE.changedTo(files.with("dmn/too.dmn", renamed.getBytes(StandardCharsets.UTF_8))));

    assertThat(diff.decisions()).extracting(d -> d.kind()).containsExactly(Kind.ADDED);
    assertThat(diff.rows()).isNotEmpty().allMatch(r -> r.kind() == Kind.ADDED);
  }

  private static String row(String id) {
    String text = text(BASE);
    int from = text.indexOf("<rule id=\"" + id + "\"");
    return text.substring(from, text.indexOf("</rule>", from) + "</rule>".length());
  }

  private static KnowledgeDiff compare(String from, String to) {
    assertThat(text(BASE)).contains(from);
    return KnowledgeComparison.of(BASE, with(BASE, from, to));
  }

  private static String text(KnowledgeBase base) {
    return new String(base.files().get(COST).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static KnowledgeBase with(KnowledgeBase base, String from, String to) {
    return with(base, text(base).replace(from, to));
  }

  private static KnowledgeBase with(KnowledgeBase base, String text) {
    return base.changedTo(base.files().with(COST, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static KnowledgeBase withFile(String file, String from, String to) {
    String text = new String(BASE.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return BASE.changedTo(
        BASE.files().with(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsListedIsInTheOrderOfTheTables() {
    List<String> order =
        BASE.decision("exposure").orElseThrow().decisionTable().rows().stream()
            .map(r -> r.id())
            .toList();
    KnowledgeDiff diff =
        KnowledgeComparison.of(BASE, with(BASE, text(BASE).replace("S052 S102", "S052")));

    List<String> changed =
        diff.rows().stream()
            .filter(r -> r.decision().equals("exposure"))
            .map(RowChange::id)
            .toList();
    assertThat(changed).isNotEmpty().isSubsetOf(order);
    assertThat(changed).isSortedAccordingTo((a, b) -> order.indexOf(a) - order.indexOf(b));
  }
}

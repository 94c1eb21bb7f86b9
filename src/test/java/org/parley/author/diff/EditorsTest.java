package org.parley.author.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.Checker;
import org.parley.author.save.RowDescriptions;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** What editors make of a model that is opened and saved, and that nobody changed. */
class EditorsTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.load(Path.of(""));
  private static final String MODEL = "dmn/ripeness.dmn";
  private static final String WHY = "A date for military action falls within a month.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the default that dmn-js leaves out
        " hitPolicy=\"UNIQUE\"->",
        // blanks between values, as Camunda's lists of values have them
        "\",\"->\", \"",
        // line ends of Windows
        "\n->\r\n",
        // blanks around a text
        "<text>->\n <text>\n  ",
        // another look on the page
        "<dc:Bounds x=\"->  <dc:Bounds x=\"1",
        // what is said by default
        "<decisionTable ->  <decisionTable preferredOrientation=\"Rule-as-Row\" "
      })
  void openAndSaveIsNoChange(String edit) {
    String[] way = edit.split("->", -1);

    KnowledgeBase saved = changed(text -> text.replace(way[0], way[1]));

    assertThat(saved.version()).isNotEqualTo(SHIPPED.version());
    KnowledgeDiff diff = KnowledgeComparison.of(SHIPPED, saved);
    assertThat(diff.rows()).isEmpty();
    assertThat(diff.decisions()).isEmpty();
    assertThat(diff.vocabulary()).isEmpty();
  }

  @Test
  void attributesInAnotherOrderAreNoChange() {
    KnowledgeBase saved =
        changed(
            text ->
                text.replaceAll("<variable (id=\"[^\"]*\") (name=\"[^\"]*\")", "<variable $2 $1"));

    KnowledgeDiff diff = KnowledgeComparison.of(SHIPPED, saved);
    assertThat(saved.version()).isNotEqualTo(SHIPPED.version());
    assertThat(diff.decisions()).isEmpty();
    assertThat(diff.rows()).isEmpty();
  }

  @Test
  void aBlankInAWordIsAChange() {
    KnowledgeBase saved = changed(text -> text.replace(WHY, WHY.replace("a month", "a  month")));

    assertThat(KnowledgeComparison.of(SHIPPED, saved).rows()).hasSize(1);
  }

  @Test
  void aDescriptionIsTheWhyOfARowThatHasNone() {
    KnowledgeBase without = changed(text -> text.replace(">" + WHY + "<", "><"));
    KnowledgeFiles described = RowDescriptions.addTo(SHIPPED.files());
    String text = new String(described.get(MODEL).orElseThrow(), StandardCharsets.UTF_8);
    KnowledgeBase only =
        SHIPPED.changedTo(
            described.with(
                MODEL,
                text.replace("<text>" + WHY + "</text>", "<text></text>")
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(why(without)).isEmpty();
    assertThat(text).contains("<description>" + WHY + "</description>");
    assertThat(why(only)).isEqualTo(WHY);
    assertThat(KnowledgeComparison.of(SHIPPED, SHIPPED.changedTo(described)).rows()).isEmpty();
    assertThat(RowDescriptions.addTo(described).version()).isEqualTo(described.version());
  }

  @Test
  void aDescriptionThatWasEditedAloneIsFound() {
    KnowledgeFiles described = RowDescriptions.addTo(SHIPPED.files());
    String text = new String(described.get(MODEL).orElseThrow(), StandardCharsets.UTF_8);
    KnowledgeFiles edited =
        described.with(
            MODEL,
            text.replace("<description>" + WHY, "<description>Soon.")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(Checker.of(edited).quick().check().findings())
        .filteredOn(f -> f.id().equals("row-description"))
        .extracting(CheckFinding::message)
        .containsExactly(
            "its description, 'Soon.', says otherwise than its Why: keep the one that is right; an"
                + " empty Why is read from the description");
  }

  private static String why(KnowledgeBase base) {
    return base.decision("time pressure").orElseThrow().table().orElseThrow().rows().get(0).why();
  }

  private static KnowledgeBase changed(UnaryOperator<String> edit) {
    String text = new String(SHIPPED.files().get(MODEL).orElseThrow(), StandardCharsets.UTF_8);
    return SHIPPED.changedTo(
        SHIPPED.files().with(MODEL, edit.apply(text).getBytes(StandardCharsets.UTF_8)));
  }
}

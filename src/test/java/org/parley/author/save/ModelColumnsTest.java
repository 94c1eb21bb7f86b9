package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.author.save.ModelColumns.LookedAt;

/** Columns of models as other editors write them: prefixes, no ids, no drawing, short rows. */
class ModelColumnsTest {
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>\r
      <dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">\r
      	<dmn:inputData id="i1" name="season"><dmn:variable name="season" typeRef="string"/></dmn:inputData>\r
      	<!-- what to eat -->\r
      	<dmn:decision id="dish" name="dish">\r
      		<dmn:variable name="dish" typeRef="string"/>\r
      		<dmn:informationRequirement><dmn:requiredInput href="#i1"/></dmn:informationRequirement>\r
      		<dmn:decisionTable>\r
      			<dmn:input><dmn:inputExpression typeRef="string"><dmn:text>season</dmn:text></dmn:inputExpression></dmn:input>\r
      			<dmn:output/>\r
      			<dmn:rule id="r1"><dmn:inputEntry><dmn:text>"winter"</dmn:text></dmn:inputEntry><dmn:outputEntry><dmn:text>"stew"</dmn:text></dmn:outputEntry></dmn:rule>\r
      			<dmn:rule id="r2"><dmn:outputEntry><dmn:text>"salad"</dmn:text></dmn:outputEntry></dmn:rule>\r
      		</dmn:decisionTable>\r
      	</dmn:decision>\r
      </dmn:definitions>\r
      """;
  private static final LookedAt GUESTS =
      new LookedAt("guests", "tGuests", "number", "null,[0..9]", "How many & who");

  @Test
  void aColumnIsWrittenInTheStyleOfTheFile() {
    ModelText with = ModelColumns.added(model(), "dish", GUESTS, -1);

    String text = new String(with.bytes(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains(
            "\r\n\t<dmn:itemDefinition id=\"tGuests\" name=\"tGuests\">",
            "<dmn:text>null,[0..9]</dmn:text>",
            "<dmn:description>How many &amp; who</dmn:description>",
            "<dmn:requiredInput href=\"#input-guests\"/>",
            "<dmn:inputEntry><dmn:text>\"winter\"</dmn:text></dmn:inputEntry><dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry><dmn:outputEntry>",
            // a row that left its cells out goes on leaving them out
            "<dmn:rule id=\"r2\"><dmn:outputEntry>");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(with.table("dish").orElseThrow().inputs())
        .extracting(Column::name)
        .containsExactly("season", "guests");
    ModelText without = ModelColumns.removed(with, "dish", 1, Set.of("season", "guests"));
    assertThat(without.bytes()).isEqualTo(model().bytes());
  }

  @Test
  void aMovedColumnTakesItsCellsAlong() {
    ModelText with = ModelColumns.added(model(), "dish", GUESTS, 0);

    TableDraft moved = ModelColumns.moved(with, "dish", 1, 0).table("dish").orElseThrow();

    assertThat(moved.inputs()).extracting(Column::name).containsExactly("season", "guests");
    assertThat(moved.rows())
        .extracting(RowDraft::tests)
        .containsExactly(List.of("\"winter\"", "-"), List.of("-", ""));
  }

  @Test
  void eachColumnOfEachShippedModelGoesThereAndBack() throws Exception {
    for (String name : List.of("channels", "ripeness", "similarity")) {
      Path file = Path.of("dmn/%s.dmn".formatted(name));
      ModelText before = ModelText.read(file.toString(), Files.readAllBytes(file));
      for (TableDraft table : before.tables()) {
        int last = table.inputs().size() - 1;
        ModelText there = ModelColumns.moved(before, table.decision(), 0, last);
        assertThat(ModelColumns.moved(there, table.decision(), last, 0).bytes())
            .isEqualTo(before.bytes());
        ModelText more = ModelColumns.added(before, table.decision(), GUESTS, 0);
        assertThat(ModelColumns.removed(more, table.decision(), 0, Set.of("guests")).bytes())
            .isEqualTo(before.bytes());
      }
    }
  }

  private static ModelText model() {
    return ModelText.read("m.dmn", MODEL.getBytes(StandardCharsets.UTF_8));
  }
}

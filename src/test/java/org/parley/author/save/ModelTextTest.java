package org.parley.author.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;

/** What an edit writes, in files as other programs write them. */
class ModelTextTest {
  private static final String HEAD =
      "<?xml version='1.0' encoding='UTF-8'?>\n"
          + "<d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/'"
          + " xmlns:x='urn:x' name='m' namespace='urn:m'>\n"
          + "<d:decision name='a &gt; b'><d:decisionTable>\n"
          + "<d:input><d:inputExpression typeRef='string'><d:text>f</d:text></d:inputExpression>"
          + "</d:input><d:output/><d:annotation name='Why'/><d:annotation name='Source'/>\n";
  private static final String TAIL = "\n</d:decisionTable></d:decision></d:definitions>\n";

  @Test
  void aCellKeepsItsCommentsItsBlanksAndItsSection() {
    String row =
        "<d:rule id='r' x:id=\" id='no' \"><d:inputEntry><d:text> <!-- a --> \"p\" <!-- b -->,"
            + "\"q\" </d:text></d:inputEntry>"
            + "<d:outputEntry><d:text><![CDATA[ \"<\" ]]></d:text></d:outputEntry></d:rule>";

    String edited =
        edit(
            row,
            t ->
                Edits.with(
                    t,
                    0,
                    r ->
                        Edits.withResult(Edits.withTest(r, 0, "\"s\" & 1"), 0, "\"<<\"")
                            .withId("s")));

    assertThat(edited)
        .isEqualTo(
            "<d:rule id='s' x:id=\" id='no' \"><d:inputEntry><d:text> <!-- a --> \"s\" &amp; 1"
                + " <!-- b --></d:text></d:inputEntry>"
                + "<d:outputEntry><d:text><![CDATA[ \"<<\" ]]></d:text></d:outputEntry></d:rule>");
  }

  @Test
  void whatIsLeftOutIsPutIn() {
    String row =
        "<d:rule><d:inputEntry/><d:outputEntry id='o'><d:text/></d:outputEntry>\n  "
            + "<d:annotationEntry/></d:rule>";

    String edited =
        edit(
            row,
            t ->
                Edits.with(
                    t,
                    0,
                    r ->
                        Edits.withAnnotation(
                            Edits.withResult(Edits.withTest(r.withId("n"), 0, "-"), 0, "1"),
                            1,
                            "Works")));

    assertThat(edited)
        .isEqualTo(
            "<d:rule id=\"n\"><d:inputEntry><d:text>-</d:text></d:inputEntry>"
                + "<d:outputEntry id='o'><d:text>1</d:text></d:outputEntry>\n  "
                + "<d:annotationEntry/>\n  "
                + "<d:annotationEntry><d:text>Works</d:text></d:annotationEntry></d:rule>");
  }

  @Test
  void aNewRowHasTheFormOfItsNeighbourButNothingOfItsOwn() {
    String row =
        "  <d:rule id='r' x:mark='1'><d:description>mine</d:description>"
            + "<d:extensionElements><x:y id='z'/></d:extensionElements>\n    <!-- mine -->\n    "
            + "<d:inputEntry id='r.1'><d:text>-</d:text></d:inputEntry>\n    "
            + "<d:outputEntry id='LiteralExpression_7'><d:text>1</d:text></d:outputEntry>\n  </d:rule>";

    String edited =
        edit(
            row,
            t ->
                Edits.inserted(
                    t, 1, Edits.added("n", List.of("\"p\""), List.of("2"), List.of("", ""))));

    assertThat(edited)
        .isEqualTo(
            row
                + "\n  <d:rule id='n'>\n    "
                + "<d:inputEntry id='n.1'><d:text>\"p\"</d:text></d:inputEntry>\n    "
                + "<d:outputEntry id='LiteralExpression_n_2'><d:text>2</d:text></d:outputEntry>\n"
                + "  </d:rule>");
  }

  @Test
  void aTableWithoutRowsGetsItsFirst() {
    ModelText model = read(HEAD.stripTrailing() + TAIL);

    ModelText edited =
        model.with(
            Edits.inserted(
                table(model), 0, Edits.added("n", List.of("-"), List.of("1"), List.of("W", "S"))));

    assertThat(edited.encoded().text())
        .contains("<d:annotation name='Source'/><d:rule id=\"n\"><d:inputEntry><d:text>-");
  }

  @Test
  void whatTheEncodingDoesNotHaveIsWrittenAsAReference() {
    String text = (HEAD + row("\"é\"") + TAIL).replace("UTF-8", "ISO-8859-1");
    ModelText model = ModelText.read("m", text.getBytes(StandardCharsets.ISO_8859_1));

    ModelText edited =
        model.with(Edits.with(table(model), 0, r -> Edits.withTest(r, 0, "\"é—🕊\"")));

    assertThat(new String(edited.bytes(), StandardCharsets.ISO_8859_1))
        .contains("<d:text>\"é&#8212;&#128330;\"</d:text>");
    assertThat(table(edited).rows().get(0).tests()).containsExactly("\"é—🕊\"");
  }

  @Test
  void anEditThatXmlCannotHoldIsRefused() {
    ModelText model = read(HEAD + row("-") + TAIL);

    assertThatThrownBy(
            () -> model.with(Edits.with(table(model), 0, r -> Edits.withTest(r, 0, "\"\u0001\""))))
        .isInstanceOf(ParleyException.class)
        .hasMessage("m: the character U+0001 cannot stand in a decision model");
  }

  @Test
  void aFileThatLiesAboutItsEncodingIsRefused() {
    byte[] content = (HEAD + row("\"é\"") + TAIL).getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ModelText.read("m", content))
        .isInstanceOf(ParleyException.class)
        .hasMessage("m: is not text in the encoding UTF-8 that it declares");
  }

  private static String row(String test) {
    return "<d:rule id='r'><d:inputEntry><d:text>%s</d:text></d:inputEntry>".formatted(test)
        + "<d:outputEntry><d:text>1</d:text></d:outputEntry></d:rule>";
  }

  /** What an edit makes of the rows of a table. */
  private static String edit(String rows, UnaryOperator<TableDraft> change) {
    ModelText model = read(HEAD + rows + TAIL);
    String edited = model.with(change.apply(table(model))).encoded().text();
    assertThat(edited).startsWith(HEAD).endsWith(TAIL);
    return edited.substring(HEAD.length(), edited.length() - TAIL.length());
  }

  private static ModelText read(String text) {
    return ModelText.read("m", text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableDraft table(ModelText model) {
    return model.table("a > b").orElseThrow();
  }
}

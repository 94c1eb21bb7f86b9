package org.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.FiredRow;
import org.parley.author.diff.KnowledgeComparison;
import org.parley.author.diff.KnowledgeDiff;
import org.parley.author.diff.KnowledgeDiff.CellChange;
import org.parley.author.diff.KnowledgeDiff.Kind;
import org.parley.author.diff.KnowledgeDiff.Part;
import org.parley.author.diff.KnowledgeDiff.RowChange;
import org.parley.casefile.CaseFiles;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** The shipped models in dmn-js: saved there as they are, and with a row added to every table. */
@Tag("browser")
class DmnJsBrowserTest {
  private static final Path DMN_JS = Path.of("target", "dmn-js", "package", "dist");
  private static final KnowledgeBase BASE = KnowledgeBase.builtIn();
  private static final KnowledgeDiff NOTHING =
      new KnowledgeDiff(List.of(), List.of(), List.of(), List.of());
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8">%s</head>
      <body><div id="editor" style="height: 900px"></div><script src="%s"></script>
      <script>const editor = new DmnJS({container: '#editor'});</script></body></html>
      """;
  private static final String OPEN =
      "xml => editor.importXML(xml).then(r => r.warnings.map(w => w.message))";
  private static final String SHOW_TABLE =
      "name => editor.open(editor.getViews().find("
          + "v => v.type === 'decisionTable' && v.element.name === name))";
  private static final String SAVE = "() => editor.saveXML({format: true}).then(r => r.xml)";

  private static final List<String> complaints = new ArrayList<>();
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void openEditor() throws IOException {
    chromium = new Chromium();
    page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1600, 1000));
    page.onPageError(complaints::add);
    page.onRequest(r -> complaints.addAll(Chromium.foreign(r.url())));
    Path file = folder.resolve("editor.html");
    Path script = DMN_JS.resolve("dmn-modeler.production.min.js");
    Files.writeString(file, PAGE.formatted(styles(), uri(script)));
    page.navigate(uri(file));
  }

  private static String styles() throws IOException {
    try (Stream<Path> files = Files.walk(DMN_JS.resolve("assets"))) {
      return String.join(
          "",
          files
              .filter(f -> f.toString().endsWith(".css"))
              .map(f -> "<link rel=\"stylesheet\" href=\"%s\">".formatted(uri(f)))
              .toList());
    }
  }

  private static String uri(Path file) {
    return file.toAbsolutePath().toUri().toString();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void forget() {
    complaints.clear();
  }

  static List<String> models() {
    return BASE.files().names().stream().filter(name -> name.endsWith(".dmn")).toList();
  }

  private static List<Decision> tables(String model) {
    return BASE.decisions().stream().filter(d -> d.file().equals(model)).toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void theRowsAddedThereAreAllThatDiffers(String model) {
    open(model);
    assertThat(KnowledgeComparison.of(BASE, load(model, save()))).isEqualTo(NOTHING);

    tables(model).forEach(DmnJsBrowserTest::addRow);
    String written = save();
    KnowledgeBase edited = load(model, written);

    assertThat(written).contains("<text></text>");
    KnowledgeDiff diff = KnowledgeComparison.of(BASE, edited);
    assertThat(diff.rows())
        .containsExactlyInAnyOrderElementsOf(
            tables(model).stream().map(d -> added(d, edited)).toList());
    assertThat(diff).isEqualTo(new KnowledgeDiff(List.of(), diff.rows(), List.of(), List.of()));
    // what a difference of rows would hide
    assertThat(BASE.decisions()).allMatch(d -> edited.frame(d).equals(BASE.frame(d)));
    assertThat(edited.diagrams()).isEqualTo(BASE.diagrams());
    assertThat(complaints).isEmpty();
  }

  @Test
  void aRowWhoseTestsAreLeftEmptyAlwaysHolds() {
    String model = "dmn/review.dmn";
    open(model);
    addRow(BASE.decision("war contradictions").orElseThrow());
    KnowledgeBase edited = load(model, save());

    try (TableAdvisor advisor = TableAdvisor.of(edited)) {
      CaseFiles cases = new CaseFiles(edited.vocabulary());
      assertThat(
              advisor
                  .advise(cases.read(Path.of("cases", "vietnam-war", "VN-04.yaml")))
                  .trace("war contradictions")
                  .orElseThrow()
                  .rows())
          .extracting(FiredRow::id)
          .contains(lastRow("war contradictions", edited).id());
    }
  }

  private static void open(String model) {
    Object warnings =
        page.evaluate(
            OPEN, new String(BASE.files().get(model).orElseThrow(), StandardCharsets.UTF_8));
    assertThat(warnings).isEqualTo(List.of());
  }

  private static String save() {
    return (String) page.evaluate(SAVE);
  }

  private static KnowledgeBase load(String model, String written) {
    return BASE.changedTo(BASE.files().with(model, written.getBytes(StandardCharsets.UTF_8)));
  }

  /** Clicks for a row at the end of a table and types answers, the same as those of the first. */
  private static void addRow(Decision decision) {
    page.evaluate(SHOW_TABLE, decision.name());
    page.locator(".add-rule-add button").click();
    Locator cells = page.locator("tbody tr:last-child td.output-cell");
    List<String> answers = answers(decision);
    assertThat(cells.count()).as(decision.name()).isEqualTo(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      cells.nth(i).click();
      page.keyboard().insertText(answers.get(i));
    }
  }

  private static List<String> answers(Decision decision) {
    return decision.decisionTable().rows().get(0).results();
  }

  private static Row lastRow(String decision, KnowledgeBase knowledge) {
    List<Row> rows = knowledge.decision(decision).orElseThrow().decisionTable().rows();
    return rows.get(rows.size() - 1);
  }

  /** The change that adding a row was. */
  private static RowChange added(Decision decision, KnowledgeBase edited) {
    DecisionTable table = decision.decisionTable();
    List<String> answers = answers(decision);
    return new RowChange(
        Kind.ADDED,
        decision.name(),
        decision.file(),
        lastRow(decision.name(), edited).id(),
        "",
        0,
        table.rows().size() + 1,
        false,
        List.of(),
        "",
        IntStream.range(0, answers.size())
            .mapToObj(i -> new CellChange(Part.OUTPUT, column(table, i), "", answers.get(i)))
            .toList());
  }

  private static String column(DecisionTable table, int output) {
    String name = table.outputs().get(output).name();
    return name.isEmpty() ? "result" : name;
  }
}

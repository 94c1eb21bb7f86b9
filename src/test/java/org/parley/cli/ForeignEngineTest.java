package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.parley.Shown;
import org.parley.author.sheet.Book;
import org.parley.decide.PlainEngine;
import org.parley.decide.answer.TableCells.Dimension;
import org.parley.knowledge.Decision;
import org.parley.knowledge.Encoding;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.PlainModel;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The engine that others use gives the same results on what the commands write as on what they
 * read: on many inputs for each model that is not Parley's.
 */
class ForeignEngineTest {
  static final Path MODELS = Path.of("src/test/resources/foreign");
  private static final int INPUTS = 60;

  /** What no column tests, and lists. */
  private static final Map<String, List<Object>> BESIDE =
      Map.of(
          "banned numbers", List.of(List.of("any other text"), List.of("1", "2")),
          "Children",
              List.of(
                  List.of(Map.of("name", "A", "age", BigDecimal.ONE)),
                  List.of(
                      Map.of("name", "B", "age", new BigDecimal(17)),
                      Map.of("name", "C", "age", BigDecimal.TEN),
                      Map.of("name", "D", "age", new BigDecimal(12)),
                      Map.of("name", "E", "age", new BigDecimal(20)))),
          "Breaks",
              List.of(
                  List.of(new BigDecimal(30), new BigDecimal(15)),
                  List.of(BigDecimal.ONE, new BigDecimal(30))));

  @TempDir private Path folder;

  /** The models, without {@code .dmn}. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".dmn"))
          .map(f -> f.substring(0, f.length() - ".dmn".length()))
          .sorted()
          .toList();
    }
  }

  /** The rows of a table that are edited: the first gets the answer of another. */
  private record Edit(String table, int other) {}

  @ParameterizedTest
  @MethodSource("names")
  void theEngineSaysTheSameOfWhatIsWritten(String name) throws Exception {
    Path model = Files.copy(MODELS.resolve(name + ".dmn"), folder.resolve(name + ".dmn"));
    byte[] before = Files.readAllBytes(model);
    KnowledgeBase base = KnowledgeBase.load(model);
    List<Map<String, Object>> inputs = inputs(base);
    List<Map<String, Object>> results = results(name, before, inputs);
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(50);
    // one is in a language that the engine does not know
    assertThat(results.stream().distinct().count())
        .as("results that differ")
        .isGreaterThan(name.equals("juel") ? 0 : 1);
    if (base.plain().orElseThrow().linkable()) {
      // as it is linked with others
      assertThat(Engine.of(List.of(base.linkedDmn())).results(inputs)).isEqualTo(results);
    }

    Edit edit = edit(base);
    Path earlier =
        Files.write(
            Files.createDirectory(folder.resolve("earlier")).resolve(name + ".dmn"), before);
    editInExcel(model, edit);

    byte[] edited = Files.readAllBytes(model);
    assertThat(linesThatDiffer(before, edited)).isEqualTo(1);
    assertThat(Shown.line(Run.of("diff", earlier.toString(), model.toString()).out()))
        .contains("1 row changed.");
    assertThat(results(name, edited, inputs))
        .isEqualTo(results(name, editedByHand(before, edit), inputs));

    editBackInCsv(model, edit);
    assertThat(model).hasBinaryContent(before);
    assertThat(results(name, Files.readAllBytes(model), inputs)).isEqualTo(results);
  }

  @Test
  void whatIsLinkedOfAFolderSaysWhatEachModelSays() throws Exception {
    Map<String, List<Map<String, Object>>> inputs = new TreeMap<>();
    for (String name : names()) {
      if (!name.equals("importing")) {
        Path model = Files.copy(MODELS.resolve(name + ".dmn"), folder.resolve(name + ".dmn"));
        inputs.put(name, inputs(KnowledgeBase.load(model)));
      }
    }
    Run link = Run.of("link", "--knowledge", folder.toString());
    assertThat(link.err()).isEmpty();
    Engine linked = Engine.of(List.of(link.out()));
    for (Map.Entry<String, List<Map<String, Object>>> of : inputs.entrySet()) {
      byte[] own = Files.readAllBytes(folder.resolve(of.getKey() + ".dmn"));
      List<Map<String, Object>> few = of.getValue().subList(0, 20);
      List<Map<String, Object>> results = results(of.getKey(), own, few);
      List<Map<String, Object>> said = linked.results(few);
      said.forEach(s -> s.keySet().retainAll(results.get(0).keySet()));
      assertThat(said).as(of.getKey()).isEqualTo(results);
    }
  }

  private static List<Map<String, Object>> results(
      String name, byte[] content, List<Map<String, Object>> inputs) throws IOException {
    List<String> models = new ArrayList<>(List.of(Encoding.xml(name, content)));
    if (name.equals("importing")) {
      models.add(Files.readString(MODELS.resolve("grades.dmn")));
    }
    Engine engine = Engine.of(models);
    // some programs leave out what the engine wants
    return engine.isWhole()
        ? engine.results(inputs)
        : Engine.of(List.of(PlainModel.completed(name + ".dmn", content))).results(inputs);
  }

  /** The engine as it comes, with nothing of Parley. */
  private record Engine(DMNRuntime runtime, DMNModel model) {

    static Engine of(List<String> models) {
      DMNRuntime runtime =
          DMNRuntimeBuilder.fromDefaults()
              .buildConfiguration()
              .fromResources(
                  models.stream()
                      .map(m -> ResourceFactory.newReaderResource(new StringReader(m), "UTF-8"))
                      .toList())
              .getOrElseThrow(IllegalStateException::new);
      String first = models.get(0);
      DMNModel model =
          runtime.getModels().stream()
              .filter(m -> first.contains("namespace=\"" + m.getNamespace() + '"'))
              .filter(m -> first.contains("name=\"" + m.getName() + '"'))
              .findFirst()
              .orElseThrow();
      return new Engine(runtime, model);
    }

    boolean isWhole() {
      return !model.hasErrors()
          && model.getDecisions().stream().noneMatch(d -> d.getResultType() == null)
          && model.getMessages(DMNMessage.Severity.WARN).isEmpty();
    }

    /** By decision; nothing where it has no result. */
    List<Map<String, Object>> results(List<Map<String, Object>> inputs) {
      List<Map<String, Object>> results = new ArrayList<>();
      for (Map<String, Object> input : inputs) {
        DMNContext context = runtime.newContext();
        input.forEach(context::set);
        Map<String, Object> result = new TreeMap<>();
        for (DMNDecisionResult said : runtime.evaluateAll(model, context).getDecisionResults()) {
          result.put(said.getDecisionName(), said.getResult());
        }
        results.add(result);
      }
      return results;
    }
  }

  /** Inputs out of what the columns of all tables tell apart; the same each time. */
  private static List<Map<String, Object>> inputs(KnowledgeBase base) {
    Map<String, List<Object>> seen = new LinkedHashMap<>();
    for (FactType fact : base.vocabulary().facts()) {
      seen.put(fact.name(), BESIDE.getOrDefault(fact.name(), sample(fact)));
    }
    PlainEngine engine = PlainEngine.of(base);
    for (Decision decision : base.decisions()) {
      if (decision.table().isPresent()) {
        for (Dimension column :
            engine.cells(decision.name()).map(c -> c.dimensions()).orElse(List.of())) {
          seen.computeIfPresent(column.name(), (n, v) -> column.values());
        }
      }
    }
    Random random = new Random(base.files().names().iterator().next().hashCode());
    List<Map<String, Object>> inputs = new ArrayList<>();
    for (int i = 0; i < INPUTS; i++) {
      Map<String, Object> input = new LinkedHashMap<>();
      seen.forEach((name, values) -> put(input, name, values.get(random.nextInt(values.size()))));
      inputs.add(input);
    }
    return inputs;
  }

  private static List<Object> sample(FactType fact) {
    return switch (fact.kind()) {
      case CHOICE -> List.copyOf(fact.values());
      case TEXT -> List.of("a", "b");
      case BOOLEAN -> List.of(true, false);
      case QUANTITY, NUMBER -> List.of(BigDecimal.ONE, new BigDecimal(50), new BigDecimal(5000));
      default -> Collections.singletonList(null);
    };
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> input, String name, Object value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      input.put(name, value);
    } else {
      put(
          (Map<String, Object>)
              input.computeIfAbsent(name.substring(0, dot), n -> new HashMap<String, Object>()),
          name.substring(dot + 1),
          value);
    }
  }

  private static Edit edit(KnowledgeBase base) {
    for (Decision decision : base.decisions()) {
      List<String> answers =
          decision.table().stream()
              .flatMap(t -> t.rows().stream())
              .map(r -> r.results().get(0))
              .toList();
      Optional<String> other = answers.stream().filter(a -> !a.equals(answers.get(0))).findFirst();
      if (other.isPresent()) {
        return new Edit(decision.name(), answers.indexOf(other.get()));
      }
    }
    throw new AssertionError("no table has two answers");
  }

  private void editInExcel(Path model, Edit edit) throws IOException {
    Path file = folder.resolve("tables.xlsx");
    Run export =
        Run.of(
            "table",
            "export",
            "--table",
            edit.table(),
            "--knowledge",
            model.toString(),
            "-o",
            file.toString());
    assertThat(export.err()).isEmpty();
    Book book = Book.open(file);
    String sheet =
        book.sheets().stream().filter(s -> book.says(s, "A1").equals("table")).findFirst().get();
    char column = 'B';
    while (!book.says(sheet, column + "5").startsWith("Then")) {
      column++;
    }
    String answer = book.says(sheet, "" + column + (7 + edit.other()));
    Object typed = answer.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(answer) : answer;
    book.type(sheet, column + "7", typed).save();
    Run run = Run.of("table", "import", file.toString(), "--save", "--knowledge", model.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("1 row changed");
  }

  private void editBackInCsv(Path model, Edit edit) throws IOException {
    Path sheets = folder.resolve("sheets");
    Path sheet = export(edit, model, sheets);
    Path earlier = folder.resolve("earlier").resolve(model.getFileName());
    String was =
        answers(Files.readString(export(edit, earlier, folder.resolve("earlier-sheets")))).get(0);
    Files.writeString(sheet, answering(Files.readString(sheet), was));
    Run back =
        Run.of("table", "import", sheets.toString(), "--save", "--knowledge", model.toString());
    assertThat(back.err()).isEmpty();
    assertThat(back.out()).contains("1 row changed");
  }

  private static Path export(Edit edit, Path model, Path sheets) throws IOException {
    Run export =
        Run.of(
            "table",
            "export",
            "--table",
            edit.table(),
            "--format",
            "csv",
            "--knowledge",
            model.toString(),
            "-o",
            sheets.toString());
    assertThat(export.err()).isEmpty();
    try (Stream<Path> files = Files.list(sheets)) {
      return files.filter(f -> f.toString().endsWith(".csv")).findFirst().orElseThrow();
    }
  }

  /** The model with the same edit, made by other means. */
  private static byte[] editedByHand(byte[] content, Edit edit) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
    Document document = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    NodeList decisions = document.getElementsByTagNameNS("*", "decision");
    for (int i = 0; i < decisions.getLength(); i++) {
      Element decision = (Element) decisions.item(i);
      if (decision.getAttribute("name").equals(edit.table())) {
        answer(decision, 0).setTextContent(answer(decision, edit.other()).getTextContent());
      }
    }
    StringWriter text = new StringWriter();
    document.setXmlStandalone(true);
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(text));
    return text.toString()
        .replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-8\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Element answer(Element decision, int row) {
    Element rule = (Element) decision.getElementsByTagNameNS("*", "rule").item(row);
    Element entry = (Element) rule.getElementsByTagNameNS("*", "outputEntry").item(0);
    return (Element) entry.getElementsByTagNameNS("*", "text").item(0);
  }

  static long linesThatDiffer(byte[] one, byte[] other) {
    List<String> a = new String(one, Charset.forName("ISO-8859-1")).lines().toList();
    List<String> b = new String(other, Charset.forName("ISO-8859-1")).lines().toList();
    assertThat(b).hasSameSizeAs(a);
    long differ = 0;
    for (int i = 0; i < a.size(); i++) {
      differ += a.get(i).equals(b.get(i)) ? 0 : 1;
    }
    return differ;
  }

  /** The sheet with the first answer of its first row as another row has it. */
  static String edited(String sheet) {
    List<String> answers = answers(sheet);
    return answering(
        sheet, answers.stream().filter(a -> !a.equals(answers.get(0))).findFirst().orElseThrow());
  }

  /** What the rows of a sheet answer in their first column of answers. */
  private static List<String> answers(String sheet) {
    List<List<String>> lines = lines(sheet);
    int parts = parts(lines);
    int answer = then(lines.get(parts));
    return lines.subList(parts + 2, lines.size()).stream().map(l -> l.get(answer)).toList();
  }

  /** Where the answers begin; a label may stand behind the word. */
  private static int then(List<String> parts) {
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).startsWith("Then"))
        .findFirst()
        .orElseThrow();
  }

  /** The sheet with another first answer of its first row. */
  private static String answering(String sheet, String answer) {
    List<List<String>> lines = lines(sheet);
    int parts = parts(lines);
    lines.get(parts + 2).set(then(lines.get(parts)), answer);
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      lines.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static int parts(List<List<String>> lines) {
    int parts = 0;
    while (!lines.get(parts).get(0).startsWith("parts")) {
      parts++;
    }
    return parts;
  }

  private static List<List<String>> lines(String sheet) {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(sheet)) {
      reader.forEach(r -> lines.add(new ArrayList<>(r.getFields())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}

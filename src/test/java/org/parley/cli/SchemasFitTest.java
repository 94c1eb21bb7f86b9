package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;
import org.parley.author.sheet.Book;

/** What a command writes as JSON is what its schema says, and nothing more. */
class SchemasFitTest {
  /** Keys whose value may be anything. */
  private static final Set<String> FREE = Set.of("result");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advice|advise cases/vietnam-war/VN-04.yaml --detail trace",
        "advice|advise cases/vietnam-war/VN-06.yaml --detail trace --redact",
        "advice|advise cases/vietnam-war/VN-01.yaml cases/haiti-1994/HT-01.yaml",
        "advice|advise %s",
        "why|why cases/haiti-1994/HT-01.yaml --not closed_posture",
        "why|why cases/vietnam-war/VN-04.yaml --not open_talks",
        "change|change cases/russia-ukraine-war/UA-04.yaml --max 1",
        "ask|ask cases/india-pakistan/IP-05.yaml --doubt low",
        "ask|ask %s",
        "challenge|challenge cases/haiti-1994/HT-01.yaml",
        "challenge|challenge cases/vietnam-war/VN-01.yaml --redact",
        "challenge|challenge %s",
        "game|game %s",
        "seats|seats cases/india-pakistan/IP-04.yaml --as cases/india-pakistan/IP-03.yaml",
        "seats|seats %s",
        "similar|similar cases/vietnam-war/VN-01.yaml",
        "similar|similar %s",
        "game|game cases/vietnam-war/VN-01.yaml --set c=0.4",
        "game|game cases/vietnam-war/VN-04.yaml",
        "timeline|timeline Vietnam_War",
        "regress|regress --derived-only",
        "regress|regress cases/cyprus --update --dry-run",
        "regress|regress %s",
        "coverage|coverage cases/cyprus",
        "agree|agree src/test/resources/codings/first src/test/resources/codings/third",
        "agree|agree src/test/resources/codings/first/VN-04.yaml"
            + " src/test/resources/codings/third/VN-04.yaml",
        "qca|qca cases/vietnam-war --outcome open_talks",
        "qca|qca cases/vietnam-war",
        "sweep|sweep cases/vietnam-war/VN-04.yaml --over months_of_fighting,way_out",
        "sweep|sweep cases/haiti-1994/HT-01.yaml --samples 100",
        "sweep|sweep cases/haiti-1994/HT-01.yaml --pairs",
        "coverage|coverage --mutants --knowledge src/test/resources/broken/base",
        "suggest|cases suggest --most 1",
        "check|check",
        "check|check --quick --knowledge src/test/resources/broken/base",
        "diff|diff . src/test/resources/broken/base",
        "vocabulary|value add official_talks collapsing",
        "vocabulary|fact rename stall_cause cause_of_the_stall",
        "checks|check --list",
        "principles|principles --knowledge src/test/resources/broken/base",
        "tck|tck src/test/resources/tck/failing --timeout 10",
      })
  void fitsWhatIsWritten(String of, String line) throws IOException {
    Path bare =
        Files.writeString(
            folder.resolve("bare.yaml"),
            "id: X-1\nas of: 1999-01-01\ndeciding party: Us\nadversary: Them\n");
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ")) {
      words.add(word.equals("%s") ? bare.toString() : word.replace('_', ' '));
    }
    int base = words.indexOf("--knowledge");
    String[] knowledge =
        base < 0 ? new String[0] : words.subList(base, base + 2).toArray(String[]::new);
    words.addAll(List.of("--format", "json"));

    fits(of, Run.of(words.toArray(String[]::new)), knowledge);
  }

  @Test
  void fitsWhatIsSavedAndUndone() throws IOException {
    Path base = Copy.into(folder.resolve("base")).folder();
    Path tables = Imports.exported(base);
    Imports.edit(tables, "once");
    String[] knowledge = {"--knowledge", base.toString()};
    fits(
        "import",
        Run.of(
            "table",
            "import",
            tables.toString(),
            knowledge[0],
            knowledge[1],
            "--save",
            "--format",
            "json"));

    fits("undo", Run.of("undo", "--list", knowledge[0], knowledge[1], "--format", "json"));
    fits("undo", Run.of("undo", knowledge[0], knowledge[1], "--format", "json"));
  }

  @Test
  void fitsAnImportOfCases() throws IOException {
    CaseDesk desk = CaseDesk.in(folder);
    String file = Files.readString(Path.of("cases/vietnam-war/VN-04.yaml"));
    desk.write("VN-04.yaml", file);
    Book book = desk.export();
    int signal = CaseDesk.line(book, "VN-04", "resilience signal");
    int event = CaseDesk.events(book, "VN-04");
    book.type("VN-04", "C" + signal, "weak").type("VN-04", "F" + event, "In other words").save();
    fits("caseimport", desk.take("--format", "json"));
    desk.write("VN-04.yaml", file.replace("value: strong", "value: none"));
    fits("caseimport", desk.take("--format", "json"));
    book.type("VN-04", "C" + signal, "strng").save();
    fits("caseimport", desk.take("--theirs", "--format", "json"));
    book.type("VN-04", "C" + CaseDesk.line(book, "VN-04", "way out"), "maybe").save();
    fits("caseimport", desk.take("--format", "json"));
  }

  /** A vocabulary may have choices in digits; they are written as numbers. */
  @Test
  void fitsAChoiceInDigits() throws IOException {
    Copy base = Copy.into(folder.resolve("base"));
    base.write(
        "dmn/vocabulary.csv",
        base.read("dmn/vocabulary.csv").stripTrailing()
            + "\ntalks,rounds,choice,1|2|unknown,,,Rounds of talks,Count them,own side,,\n");
    String knowledge = base.folder().toString();

    Run run =
        Run.of(
            "advise",
            "cases/vietnam-war/VN-04.yaml",
            "--set",
            "rounds=2",
            "--knowledge",
            knowledge,
            "--format",
            "json");

    assertThat(run.out()).contains("\"value\": 2,");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Run.of("schema", "--of", "advice", "--knowledge", knowledge).out());
    assertThat(schema.validate(run.json())).isEmpty();
  }

  private static void fits(String of, Run run, String... knowledge) throws IOException {
    assertThat(run.out()).as(run.err()).startsWith(run.out().startsWith("[") ? "[" : "{");
    List<String> asking = new ArrayList<>(List.of("schema", "--of", of));
    asking.addAll(List.of(knowledge));
    Run asked = Run.of(asking.toArray(String[]::new));
    assertThat(asked.code()).as(asked.err()).isZero();
    JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(asked.out());
    JsonNode written = run.json();

    assertThat(schema.validate(written)).isEmpty();
    List<String> taken = new ArrayList<>();
    for (String place : objects(written, "")) {
      ObjectNode spoilt = (ObjectNode) written.at(place);
      spoilt.put("nonsense", true);
      if (schema.validate(written).isEmpty()) {
        taken.add(place);
      }
      spoilt.remove("nonsense");
    }
    assertThat(taken).as("where it takes a key that nobody writes").isEmpty();
  }

  /** The places of all objects whose keys a schema can know; of a list the first two will do. */
  private static List<String> objects(JsonNode node, String place) {
    List<String> places = new ArrayList<>();
    if (node.isObject()) {
      places.add(place);
      node.properties().stream()
          .filter(e -> !FREE.contains(e.getKey()))
          .forEach(
              e ->
                  places.addAll(
                      objects(e.getValue(), place + "/" + e.getKey().replace("/", "~1"))));
    }
    for (int i = 0; node.isArray() && i < Math.min(node.size(), 2); i++) {
      places.addAll(objects(node.get(i), place + "/" + i));
    }
    return places;
  }
}

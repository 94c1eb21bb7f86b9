package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Shown;

/**
 * DMN files that are not Parley's, in the manner of three programs: every command that takes one.
 */
class ForeignModelsTest {
  private static final Path MODELS = Path.of("src/test/resources/foreign");
  private static final String NOTE = "a plain DMN file has none";

  @TempDir private Path folder;

  private Path copied(String name) throws IOException {
    return Files.copy(MODELS.resolve(name), folder.resolve(name));
  }

  /** What it printed in one line, however it was broken. */
  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call-centre|No finding.|a loop (some or every … satisfies) is not analysed",
        "claims|overlap matches together with row '_A5A3' for Class = 2|",
        "discount|No finding.|",
        "dish|gap no row for season = Spring, guestCount = <= 4, withChildren = true|",
        "eligibility|gap no row for Group = senior, Resident = false|business knowledge model 'Age Group'",
        "employment|gap no row for Hired = 2012-10-01|",
        "grades|overlap matches together with row '_A1E1' for Mark = 70, Attended = true|",
        "importing|No finding.|import 'grades': is not followed",
        "insurance|masked-row never decides|",
        "invoice|hit-policy no two rows|only some engines know the result of the decision 'Invoice Classification'",
        "juel|engine in 'Discount'|the expression language 'juel' is not FEEL",
        "loan|No finding.|the logic of 'Rate': it is no decision table",
        "mortgage|gap no row for Payment.share = [0.35..0.45), Rate = (0.05..1]|powers (**) are not analysed",
        "opening|Age of Card = >= P1Y6M|",
        "routing|No finding.|column 'Hour': > Words: it does more than compare",
        "score|No finding.|",
        "tariff|gap no row for Travel Day = [2024-04-01..2024-10-01), Departure = < 09:00|",
        "traffic|gap no row for Violation.Type = speed|what column 'Violation.Actual Speed - Violation.Speed Limit'",
        "vacation|No finding.|the logic of 'Total Days': it is no decision table",
        "versand|masked-row never decides|"
      })
  void checkSaysWhatTheTablesSayAndWhatNobodyLookedAt(
      String name, String found, String notAnalysed) {
    Run run = Run.of("check", MODELS.resolve(name + ".dmn").toString());

    String said = line(run.out().replaceAll("[✕▌•] (error|warning|note) (\\S+) · line .*", "$2"));
    assertThat(run.err()).isEmpty();
    assertThat(said).contains(found).contains(NOTE);
    assertThat(said).contains(notAnalysed == null ? "" : notAnalysed);
    assertThat(run.code()).isEqualTo(found.startsWith("No finding") ? Main.FINE : Main.FINDINGS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call-centre",
        "claims",
        "discount",
        "dish",
        "eligibility",
        "employment",
        "grades",
        "importing",
        "insurance",
        "invoice",
        "juel",
        "loan",
        "mortgage",
        "opening",
        "routing",
        "score",
        "tariff",
        "traffic",
        "vacation",
        "versand"
      })
  void everyCommandTakesIt(String name) throws IOException {
    Path model = copied(name + ".dmn");
    copied(name + "-test.xml");
    if (name.equals("importing")) {
      copied("grades.dmn");
    }
    byte[] before = Files.readAllBytes(model);
    Path earlier =
        Files.write(
            Files.createDirectory(folder.resolve("earlier")).resolve(name + ".dmn"), before);

    assertThat(Run.of("diff", earlier.toString(), model.toString()).out())
        .contains("Nothing differs.");
    Run prose = Run.of("knowledge", "--knowledge", model.toString());
    assertThat(prose.err()).isEmpty();
    assertThat(prose.out()).contains("\n## ").contains(" if ");
    linked(name, model, before);
    tested(name);
    xlsx(model, before);
    csv(model, earlier, before);
    tested(name);
  }

  private static void linked(String name, Path model, byte[] before) {
    Run run = Run.of("link", "--knowledge", model.toString());
    assertThat(run.err()).isEmpty();
    if (name.equals("versand")) {
      // its encoding is not the one that is written
      assertThat(run.out()).contains("Österreich").contains("encoding=\"UTF-8\"");
    } else {
      assertThat(run.out()).isEqualTo(new String(before, StandardCharsets.UTF_8));
    }
  }

  private void tested(String name) {
    Run run = Run.of("tck", folder.toString());
    assertThat(run.out()).as(name).contains("All 1 tests that were run passed.");
  }

  private void xlsx(Path model, byte[] before) throws IOException {
    String sheet = folder.resolve("tables.xlsx").toString();
    assertThat(Run.of("table", "export", "--knowledge", model.toString(), "-o", sheet).err())
        .isEmpty();
    Run run = Run.of("table", "import", sheet, "--save", "--knowledge", model.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("nothing changes");
    assertThat(model).hasBinaryContent(before);
  }

  /** A cell is edited and edited back; in between only that cell is another. */
  private void csv(Path model, Path earlier, byte[] before) throws IOException {
    String sheets = folder.resolve("sheets").toString();
    Run export =
        Run.of("table", "export", "--format", "csv", "--knowledge", model.toString(), "-o", sheets);
    assertThat(export.err()).isEmpty();
    Path sheet;
    try (Stream<Path> files = Files.list(Path.of(sheets))) {
      sheet = files.filter(f -> f.toString().endsWith(".csv")).sorted().findFirst().orElseThrow();
    }
    String exported = Files.readString(sheet);
    Files.writeString(sheet, edited(exported));

    Run edit = Run.of("table", "import", sheets, "--save", "--knowledge", model.toString());

    assertThat(edit.err()).isEmpty();
    assertThat(edit.out()).contains("1 row changed");
    assertThat(edit.code()).isZero();
    assertThat(Shown.line(Run.of("diff", earlier.toString(), model.toString()).out()))
        .contains("1 row changed.");
    assertThat(linesThatDiffer(before, Files.readAllBytes(model))).isEqualTo(1);

    // a sheet says what its table was when it was made, so it is made again
    Run again =
        Run.of(
            "table",
            "export",
            "--force",
            "--format",
            "csv",
            "--knowledge",
            model.toString(),
            "-o",
            sheets);
    assertThat(again.err()).isEmpty();
    Files.writeString(sheet, answering(Files.readString(sheet), answers(exported).get(0)));
    Run back = Run.of("table", "import", sheets, "--save", "--knowledge", model.toString());
    assertThat(back.err()).isEmpty();
    assertThat(model).hasBinaryContent(before);
  }

  private static long linesThatDiffer(byte[] one, byte[] other) {
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
  private static String edited(String sheet) {
    List<String> answers = answers(sheet);
    return answering(
        sheet, answers.stream().filter(a -> !a.equals(answers.get(0))).findFirst().orElseThrow());
  }

  /** What the rows of a sheet answer in their first column of answers. */
  private static List<String> answers(String sheet) {
    List<List<String>> lines = lines(sheet);
    int parts = parts(lines);
    int answer = lines.get(parts).indexOf("Then");
    return lines.subList(parts + 2, lines.size()).stream().map(l -> l.get(answer)).toList();
  }

  /** The sheet with another first answer of its first row. */
  private static String answering(String sheet, String answer) {
    List<List<String>> lines = lines(sheet);
    int parts = parts(lines);
    lines.get(parts + 2).set(lines.get(parts).indexOf("Then"), answer);
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

  @Test
  void modelsOfAFolderAreLinkedByName() {
    String linked = MODELS.resolve("linked").toString();

    assertThat(Run.of("link", "--knowledge", linked).out())
        .contains("<requiredDecision href=\"#applicant.standing\"/>");
    assertThat(line(Run.of("check", "--knowledge", linked).out()))
        .contains("the row never matches: its cell accepts none of the values");
  }

  @Test
  void whatAdviceNeedsIsSaidToBeMissingInOneLine() {
    String model = MODELS.resolve("dish.dmn").toString();
    Run run = Run.of("regress", "--knowledge", model);

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains("a plain DMN file has no cases and no posture");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fact rename season time", "fact remove season", "value add season Monsoon"})
  void whatChangesAVocabularySaysThatThereIsNone(String command) throws IOException {
    Path model = copied("dish.dmn");
    byte[] before = Files.readAllBytes(model);
    Run run = Run.of((command + " --save --knowledge " + model).split(" "));

    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains("a plain DMN file has no vocabulary");
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void anOlderVersionIsNamedWithWhatToDo() throws IOException {
    Path model = folder.resolve("old.dmn");
    Files.writeString(
        model,
        "<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\" id=\"x\" name=\"x\""
            + " namespace=\"x\"/>");

    Run run = Run.of("knowledge", "--knowledge", model.toString());

    assertThat(run.err()).contains("DMN 1.1").contains("Camunda Modeler");
    assertThat(run.code()).isEqualTo(Main.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(double)\" } }",
      })
  void codeOfAnotherLanguageIsRefused(String text) throws IOException {
    Path model = copied("vacation.dmn");
    Files.writeString(
        model, Files.readString(model).replace("<dmn:text>22<", "<dmn:text>" + text + "<"));

    Run run = Run.of("knowledge", "--knowledge", model.toString());

    assertThat(run.err()).contains("an external function").contains("Base Days");
    assertThat(run.code()).isEqualTo(Main.REFUSED);
  }

  @Test
  void aDoctypeIsRefused() throws IOException {
    Path model = copied("grades.dmn");
    Files.writeString(
        model, Files.readString(model).replace("<dmn:definitions", "<!DOCTYPE x><dmn:definitions"));

    assertThat(Run.of("check", model.toString()).out()).contains("DOCTYPE");
  }

  @Test
  void aTextWithoutQuotesIsAFindingAndKeepsNobodyFromTheTables() throws IOException {
    Path model = copied("insurance.dmn");
    Files.writeString(
        model, Files.readString(model).replace("<text>\"high\"</text>", "<text>high</text>"));

    assertThat(Run.of("check", model.toString()).out()).contains("unquoted-text");
    assertThat(
            Run.of(
                    "table",
                    "export",
                    "--knowledge",
                    model.toString(),
                    "-o",
                    folder.resolve("t.xlsx").toString())
                .code())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "tariff,date,2024-05-01,2023-02-30,'2023-02-30', which is no date",
    "grades,boolean,true,maybe,'maybe', which is no truth value: write true or false"
  })
  void impossibleValuesOfATestFailIt(
      String name, String type, String value, String other, String said, String more)
      throws IOException {
    copied(name + ".dmn");
    Path test = copied(name + "-test.xml");
    String value1 = "<value xsi:type=\"xsd:%s\">%s";
    Files.writeString(
        test,
        Files.readString(test)
            .replace(value1.formatted(type, value), value1.formatted(type, other)));

    Run run = Run.of("tck", folder.toString());

    assertThat(line(run.out())).contains(said).contains(more);
    assertThat(run.code()).isEqualTo(Main.FINDINGS);
  }

  @Test
  void anEarlierRevisionIsComparedAndASaveTakenBack() throws IOException, GitAPIException {
    Path model = copied("grades.dmn");
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("as it is")
          .setAuthor("a", "a@example.org")
          .setCommitter("a", "a@example.org")
          .setSign(false)
          .call();
    }
    byte[] before = Files.readAllBytes(model);
    Files.writeString(model, Files.readString(model).replace("\"A\"", "\"A+\""));

    Run run = Run.of("diff", "--knowledge", model.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1 row changed").contains("A+");

    Files.write(model, before);
    csvEdit(model);
    assertThat(model.toFile()).isFile();
    assertThat(Files.readAllBytes(model)).isNotEqualTo(before);
    Run undo = Run.of("undo", "--knowledge", model.toString());
    assertThat(undo.err()).isEmpty();
    assertThat(model).hasBinaryContent(before);
  }

  private void csvEdit(Path model) throws IOException {
    String sheets = folder.resolve("sheets").toString();
    assertThat(
            Run.of(
                    "table",
                    "export",
                    "--format",
                    "csv",
                    "--knowledge",
                    model.toString(),
                    "-o",
                    sheets)
                .code())
        .isZero();
    Path sheet = Path.of(sheets, "Grade.csv");
    Files.writeString(sheet, edited(Files.readString(sheet)));
    assertThat(Run.of("table", "import", sheets, "--save", "--knowledge", model.toString()).code())
        .isZero();
  }
}

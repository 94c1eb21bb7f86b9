package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "eligibility|gap no row for Group = senior, Resident = false|business knowledge model 'Age"
            + " Group'",
        "employment|gap no row for Hired = 2012-10-01|",
        "grades|overlap matches together with row '_A1E1' for Mark = 70, Attended = true|",
        "importing|No finding.|import 'grades': is not followed",
        "insurance|masked-row never decides|",
        "invoice|hit-policy no two rows|only some engines know the result of the decision 'Invoice"
            + " Classification'",
        "juel|engine in 'Discount'|the expression language 'juel' is not FEEL",
        "loan|No finding.|the logic of 'Rate': it is no decision table",
        "mortgage|gap no row for Payment.share = [0.35..0.45), Rate = (0.05..1]|powers (**) are not"
            + " analysed",
        "opening|Age of Card = >= P1Y6M|",
        "routing|No finding.|column 'Hour': > Words: it does more than compare",
        "score|No finding.|",
        "tariff|gap no row for Travel Day = [2024-04-01..2024-10-01), Departure = < 09:00|",
        "traffic|gap no row for Violation.Type = speed|what column 'Violation.Actual Speed -"
            + " Violation.Speed Limit'",
        "vacation|No finding.|the logic of 'Total Days': it is no decision table",
        "versand|masked-row never decides|",
        "benefits|gap no row for Region = north, Income = < 2000.5, Minor Count = < 0|a loop"
            + " (filter) is not analysed",
        "fees|No finding.|",
        "shifts|gap no row for Shift.Begin = [06:00..22:00), Shift.Day = < 2024-12-24 or >"
            + " 2024-12-26, Shift.Length = > PT10H, Rested = true|a function of one's own is not"
            + " analysed",
        "triage|No finding.|",
        "zinsen|gap no row for Beleihung = (0.6..1), Leitzins = -1|"
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
  @MethodSource("org.parley.cli.ForeignEngineTest#names")
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
  }

  private static void linked(String name, Path model, byte[] before) {
    Run run = Run.of("link", "--knowledge", model.toString());
    assertThat(run.err()).isEmpty();
    // where its encoding is not the one that is written, it is written anew
    switch (name) {
      case "versand" -> assertThat(run.out()).contains("Österreich").contains("encoding=\"UTF-8\"");
      case "zinsen" -> assertThat(run.out()).contains("not(\"€\",\"CHF\")");
      case "triage" -> assertThat(run.out()).contains("Patient.Heart Rate");
      // without the byte order mark
      case "benefits" ->
          assertThat("\uFEFF" + run.out()).isEqualTo(new String(before, StandardCharsets.UTF_8));
      default -> assertThat(run.out()).isEqualTo(new String(before, StandardCharsets.UTF_8));
    }
  }

  private void tested(String name) {
    Run run = Run.of("tck", folder.toString());
    assertThat(run.out()).as(name).containsPattern("All \\d tests that were run passed");
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

  @Test
  void modelsOfAFolderAreLinkedByName() {
    String linked = MODELS.resolve("linked").toString();

    assertThat(Run.of("link", "--knowledge", linked).out())
        .contains("<requiredDecision href=\"#applicant.standing\"/>");
    assertThat(line(Run.of("check", "--knowledge", linked).out()))
        .contains("the row never matches: its cell accepts none of the values");
  }

  /** A folder in which two models have decisions of one name, and input data of two types. */
  private Path clashing() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    for (String name : List.of("dish", "grades", "loan")) {
      Files.copy(MODELS.resolve(name + ".dmn"), models.resolve(name + ".dmn"));
    }
    Files.writeString(
        models.resolve("school.dmn"),
        Files.readString(MODELS.resolve("grades.dmn")).replace("\"A\"", "\"1\""));
    Files.writeString(
        models.resolve("bank.dmn"),
        Files.readString(MODELS.resolve("loan.dmn"))
            .replace("name=\"Eligibility\"", "name=\"Bonus\"")
            .replace("name=\"Rate\"", "name=\"Share\"")
            .replace(">Rate<", ">Share<"));
    return models;
  }

  @Test
  void modelsThatCallDifferentThingsByOneNameAreReadApart() throws IOException {
    Path models = clashing();
    String knowledge = models.toString();

    Run check = Run.of("check", knowledge);
    assertThat(check.err()).isEmpty();
    assertThat(line(check.out()))
        .contains("Checked 5 tables")
        .contains("grades.dmn Grade ✕ error overlap")
        .contains("school.dmn Grade ✕ error overlap")
        .contains("they are read apart", "stands twice: here and in")
        .doesNotContain("cannot be used");
    assertThat(Run.of("knowledge", "--knowledge", knowledge).out())
        .contains("## grades: Grade", "## school: Grade", "## Dish", "**1** if Mark is");
    Run link = Run.of("link", "--knowledge", knowledge);
    assertThat(link.code()).isEqualTo(Main.REFUSED);
    assertThat(link.out()).isEmpty();
    assertThat(link.err()).contains("cannot be one model").contains(".dmn").hasLineCount(1);
    Run column = Run.of("column", "remove", "Dish", "season", "--knowledge", knowledge);
    assertThat(column.err()).hasLineCount(1).contains("name the one with --knowledge");
  }

  @Test
  void modelsThatAreReadApartAreEditedTogether() throws IOException {
    Path models = clashing();
    Path earlier = Files.createDirectory(folder.resolve("earlier"));
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.toList()) {
        Files.copy(file, earlier.resolve(file.getFileName()));
      }
    }
    String knowledge = models.toString();
    String sheets = folder.resolve("sheets").toString();
    assertThat(
            Run.of("table", "export", "--format", "csv", "--knowledge", knowledge, "-o", sheets)
                .err())
        .isEmpty();
    assertThat(Run.of("table", "import", sheets, "--save", "--knowledge", knowledge).out())
        .contains("nothing changes");
    Path sheet = Path.of(sheets, "school-Grade.csv");
    Files.writeString(sheet, ForeignEngineTest.edited(Files.readString(sheet)));

    Run edit = Run.of("table", "import", sheets, "--save", "--knowledge", knowledge);

    assertThat(edit.err()).isEmpty();
    assertThat(edit.out()).contains("school: Grade", "Saved: school.dmn.");
    Run diff = Run.of("diff", earlier.toString(), knowledge);
    assertThat(diff.out()).contains("1 row changed.", "school: Grade", "result: 1 → B");
    assertThat(models.resolve("grades.dmn")).hasSameBinaryContentAs(MODELS.resolve("grades.dmn"));
    assertThat(Run.of("undo", "--knowledge", knowledge).err()).isEmpty();
    assertThat(Run.of("diff", earlier.toString(), knowledge).out()).contains("Nothing differs.");
  }

  @Test
  void modelsThatShareIdsOfRowsAreLinked() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.copy(MODELS.resolve("grades.dmn"), models.resolve("grades.dmn"));
    Files.writeString(
        models.resolve("school.dmn"),
        Files.readString(MODELS.resolve("grades.dmn")).replace("name=\"Grade\"", "name=\"Note\""));

    Run link = Run.of("link", "--knowledge", models.toString());

    assertThat(link.err()).isEmpty();
    assertThat(link.out()).containsOnlyOnce("\"_A1E1\"").containsOnlyOnce("\"school._A1E1\"");
    assertThat(Run.of("check", models.toString()).out()).doesNotContain("duplicate-row-id");
  }

  @ParameterizedTest
  @CsvSource({
    "tMark,string,'input data ''Mark'': has another type than in grades.dmn: here string, there"
        + " number [0..100]'",
    "boolean,string,'input data ''Attended'': has another type than in grades.dmn: here string,"
        + " there boolean'"
  })
  void inputDataOfTwoTypesAreNotOne(String type, String other, String said) throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.copy(MODELS.resolve("grades.dmn"), models.resolve("grades.dmn"));
    Files.writeString(
        models.resolve("school.dmn"),
        Files.readString(MODELS.resolve("grades.dmn"))
            .replace("\"Grade\"", "\"Note\"")
            .replace("typeRef=\"" + type, "typeRef=\"" + other));

    assertThat(line(Run.of("check", models.toString()).out())).contains(said);
    assertThat(Run.of("link", "--knowledge", models.toString()).err())
        .hasLineCount(1)
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "traffic,Fine,speed",
    "traffic,Should-the-driver-be-suspended,>= 20",
    "fees,Total,any but pickup",
    "triage,Plan,chest pain or stroke",
  })
  void cellsThatWriteValuesOutArePlainWords(String name, String table, String words)
      throws IOException {
    Path model = copied(name + ".dmn");
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
                .err())
        .isEmpty();

    assertThat(Files.readString(Path.of(sheets, table + ".csv")))
        .contains(words)
        .doesNotContain("feel:");
  }

  @Test
  void aColumnWithoutATypeTakesWhatIsTyped() throws IOException {
    Path model = copied("fees.dmn");
    String sheets = folder.resolve("sheets").toString();
    Run.of("table", "export", "--format", "csv", "--knowledge", model.toString(), "-o", sheets);
    Path sheet = Path.of(sheets, "Total.csv");
    Files.writeString(
        sheet,
        Files.readString(sheet)
            .replace("express or bulky,> 10", "express or parcel,[10..20)")
            .replace("any,<= 10", "any,feel: \"light\""));

    Run run =
        Run.of(
            "table",
            "import",
            sheets,
            "--save",
            "--force",
            "--reason",
            "a test",
            "--knowledge",
            model.toString());

    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(model))
        .contains("<text>\"express\",\"parcel\"</text>", "<text>[10..20)</text>", "\"light\"");
  }

  private Path written(String name, String elements) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".dmn"),
        ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"_m\""
                + " name=\"%1$s\" namespace=\"urn:%1$s\">\n%2$s</definitions>\n")
            .formatted(name, elements));
  }

  @Test
  void whatIsInAListIsNotToldApart() throws IOException {
    Path model =
        written(
            "tags",
            """
            <itemDefinition name="tTags" isCollection="true"><typeRef>string</typeRef>
            <allowedValues><text>"a","b"</text></allowedValues></itemDefinition>
            <inputData id="i" name="Tags"><variable name="Tags" typeRef="tTags"/></inputData>
            <decision id="d" name="Seen"><variable name="Seen" typeRef="string"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable>
            <input><inputExpression><text>Tags</text></inputExpression></input>
            <input><inputExpression typeRef="number"><text>Age</text></inputExpression></input>
            <output/>
            <rule id="r1"><inputEntry><text>list contains(?, "a")</text></inputEntry>
            <inputEntry><text>&lt; 5</text></inputEntry>
            <outputEntry><text>"x"</text></outputEntry></rule>
            </decisionTable></decision>
            """);

    assertThat(line(Run.of("check", model.toString()).out()))
        .contains("gap · line 5 no row for Age = >= 5")
        .contains("column 'Tags': list contains(?, \"a\"): what is in a list is not told apart")
        .doesNotContain("no row for Tags", "never");
  }

  @Test
  void aConstraintOfATypeAllowsValues() {
    assertThat(Run.of("check", MODELS.resolve("benefits.dmn").toString()).out())
        .doesNotContain("any other text");
  }

  @Test
  void typesThatAreLeftOutAreNoFault() throws IOException {
    Path model =
        written(
            "untyped",
            """
            <decision id="d" name="Size"><variable id="v" name="Size"/><decisionTable>
            <input><inputExpression><text>n</text></inputExpression></input><output/>
            <rule id="r1"><inputEntry><text>&lt; 5</text></inputEntry>
            <outputEntry><text>"small"</text></outputEntry></rule>
            <rule id="r2"><inputEntry><text>&gt;= 5</text></inputEntry>
            <outputEntry><text>"large"</text></outputEntry></rule>
            </decisionTable></decision>
            """);

    assertThat(Run.of("check", model.toString()).out()).contains("No finding.");
  }

  @Test
  void aModelWithoutATableHasNothingToExport() throws IOException {
    Path model = written("none", "<inputData id=\"a\" name=\"A\"/>");
    Path sheet = folder.resolve("t.xlsx");
    Run run = Run.of("table", "export", "--knowledge", model.toString(), "-o", sheet.toString());

    assertThat(run.err()).hasLineCount(1).contains("no model here has a decision table");
    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(sheet).doesNotExist();
  }

  @Test
  void proseSaysHowAnswersArePutTogether() {
    assertThat(Run.of("knowledge", "--knowledge", MODELS.resolve("fees.dmn").toString()).out())
        .contains(
            "added up.",
            "The least of those that hold counts.",
            "The greatest of those that hold counts.",
            "Those that hold are counted.");
    assertThat(Run.of("knowledge", "--knowledge", MODELS.resolve("triage.dmn").toString()).out())
        .contains(
            "All that hold count, in the order of the answers: red or yellow or green.",
            "Where none of them holds: green: 120.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advise CASE",
        "why CASE --not open-talks",
        "change CASE",
        "ask CASE",
        "similar CASE",
        "challenge CASE",
        "seats CASE",
        "game CASE",
        "regress",
        "regress CASE",
        "coverage",
        "agree CASE cases/vietnam-war/VN-01.yaml",
        "qca",
        "sweep CASE --pairs",
        "principles",
        "case new A B",
        "case export -o OUT.xlsx",
        "case import OUT.csv",
        "cases suggest",
        "timeline Vietnam",
        "schema",
        "knowledge --facts",
        "knowledge --event-types",
        "fact add x --values a,b --group g --meaning m",
        "value add season x",
        "column add Dish x",
        "diff --cases cases"
      })
  void whatAdviceNeedsIsSaidToBeMissingInOneLine(String command) throws IOException {
    copied("dish.dmn");
    copied("grades.dmn");
    Files.writeString(folder.resolve("OUT.csv"), "case\n");
    for (Path plain : List.of(folder, folder.resolve("dish.dmn"))) {
      String words =
          command
              .replace("CASE", "cases/vietnam-war/VN-04.yaml")
              .replace("OUT", folder.resolve("OUT").toString());
      Run run = Run.of((words + " --knowledge " + plain).split(" "));

      assertThat(run.code()).isEqualTo(Main.REFUSED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .hasLineCount(1)
          .contains("a plain DMN file ")
          .doesNotContain("dmn/", "rules/", "inside Parley");
    }
    assertThat(folder.resolve("OUT.xlsx")).doesNotExist();
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
        "function(x) external { java: { class: \"java.lang.Math\", method signature:"
            + " \"abs(double)\" } }",
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
    Files.writeString(sheet, ForeignEngineTest.edited(Files.readString(sheet)));
    assertThat(Run.of("table", "import", sheets, "--save", "--knowledge", model.toString()).code())
        .isZero();
  }
}

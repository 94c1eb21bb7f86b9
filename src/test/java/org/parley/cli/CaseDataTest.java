package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Copy;
import org.parley.knowledge.KnowledgeBase;

/** Cases as data for analysts, with what these have to know beside them. */
class CaseDataTest {
  private static final int FACTS = KnowledgeBase.builtIn().vocabulary().facts().size();

  @TempDir private Path folder;

  private Path export(String name, String... options) {
    Path file = folder.resolve(name);
    Run run =
        Run.of(
            Stream.concat(Stream.of("case", "export", "-o", file.toString()), Stream.of(options))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  private static List<NamedCsvRecord> lines(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      return lines.stream().toList();
    }
  }

  private static long caseFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("cases"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).count();
    }
  }

  @Test
  void theWideFormHasALineForEachCaseAndAColumnForEachFact() throws IOException {
    List<NamedCsvRecord> lines = lines(export("wide.csv", "--form", "wide"));

    assertThat(lines).hasSize((int) caseFiles());
    NamedCsvRecord tet =
        lines.stream().filter(l -> l.getField("case").equals("VN-04")).findFirst().orElseThrow();
    assertThat(tet.getFieldCount()).isEqualTo(13 + FACTS);
    assertThat(tet.getField("conflict")).isEqualTo("Vietnam War");
    assertThat(tet.getField("as of")).isEqualTo("1968-04-02");
    assertThat(tet.getField("deciding party")).isEqualTo("North Vietnam");
    assertThat(tet.getField("observed posture")).isEqualTo("open talks");
    assertThat(tet.getField("expected unofficial track")).isEqualTo("none");
    assertThat(tet.getField("resilience signal")).isEqualTo("strong");
    assertThat(tet.getField("own side waiting out")).isEmpty();
  }

  @Test
  void theLongFormSaysOfEachFactWhereItComesFrom() throws IOException {
    List<NamedCsvRecord> lines = lines(export("long.csv", "--form", "long"));

    assertThat(lines).hasSize((int) caseFiles() * FACTS);
    assertThat(lines).extracting(l -> l.getField("origin")).contains("coded", "derived", "");
    assertThat(lines)
        .filteredOn(l -> l.getField("origin").equals("derived"))
        .isNotEmpty()
        .allSatisfy(l -> assertThat(l.getField("rule")).isNotEmpty());
    assertThat(lines)
        .filteredOn(l -> l.getField("case").equals("VN-04"))
        .filteredOn(l -> l.getField("fact").equals("leader confidence"))
        .singleElement()
        .satisfies(
            l -> {
              assertThat(l.getField("value")).isEqualTo("high");
              assertThat(l.getField("confidence")).isEqualTo("medium");
              assertThat(l.getField("source")).isEqualTo("Nguyen 2012");
            });
  }

  /** The values of both forms are the same ones. */
  @Test
  void theTwoFormsSayTheSame() throws IOException {
    List<NamedCsvRecord> wide = lines(export("wide.csv", "VN-04", "CY-01", "--form", "wide"));
    List<NamedCsvRecord> lines = lines(export("long.csv", "VN-04", "CY-01", "--form", "long"));

    assertThat(lines)
        .hasSize(2 * FACTS)
        .allSatisfy(
            l ->
                assertThat(wide)
                    .filteredOn(w -> w.getField("case").equals(l.getField("case")))
                    .singleElement()
                    .satisfies(
                        w ->
                            assertThat(w.getField(l.getField("fact")))
                                .isEqualTo(l.getField("value"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wide", "long"})
  void theCodebookTellsEveryColumn(String form) throws IOException {
    Path data =
        form.isEmpty() ? export("data.csv", "VN-04") : export("data.csv", "VN-04", "--form", form);
    List<NamedCsvRecord> book = lines(folder.resolve("data.codebook.csv"));

    assertThat(book)
        .extracting(l -> l.getField("variable"))
        .doesNotHaveDuplicates()
        .containsAll(lines(data).get(0).getHeader());
    assertThat(book).allSatisfy(l -> assertThat(l.getField("meaning")).isNotEmpty());
    assertThat(book)
        .filteredOn(l -> l.getField("variable").equals("resilience signal"))
        .singleElement()
        .satisfies(
            l -> {
              assertThat(l.getField("values")).isEqualTo("none|weak|strong|failed|unknown");
              assertThat(l.getField("scale")).isEqualTo("nominal");
              assertThat(l.getField("coding rule")).isNotEmpty();
              assertThat(l.getField("who can act")).isNotEmpty();
            });
  }

  /** Of the Citation File Format 1.2.0 what it requires, and no key that it does not know. */
  @Test
  void licenceAndCitationLieBesideTheData() throws IOException {
    export("cases.csv");

    assertThat(folder.resolve("cases.licence.txt")).hasSameBinaryContentAs(Path.of("LICENSE"));
    JsonNode citation = new YAMLMapper().readTree(Files.readString(folder.resolve("CITATION.cff")));
    assertThat(citation.get("cff-version").asText()).isEqualTo("1.2.0");
    assertThat(citation.get("type").asText()).isEqualTo("dataset");
    assertThat(citation.get("license").asText()).isEqualTo("Apache-2.0");
    assertThat(citation.at("/authors/0/name").asText()).isNotEmpty();
    assertThat(citation.get("message").asText()).isNotEmpty();
    assertThat(citation.get("title").asText()).isNotEmpty();
    assertThat(
            Set.of(
                "cff-version",
                "message",
                "title",
                "abstract",
                "type",
                "authors",
                "license",
                "keywords"))
        .containsAll(Run.keys(citation));
  }

  @Test
  void dataAreWrittenAsRfc4180Says() throws IOException {
    String text = Files.readString(export("long.csv", "VN-04", "--form", "long"));

    assertThat(text).endsWith("\r\n");
    assertThat(text.replaceAll("\"[^\"]*\"", "").replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void whatSomebodyElseWroteThereStays() throws IOException {
    Path citation = Files.writeString(folder.resolve("CITATION.cff"), "cff-version: 1.2.0\n");
    Path data = folder.resolve("cases.csv");

    Run refused = Run.of("case", "export", "VN-04", "-o", data.toString(), "--form", "wide");

    assertThat(refused.code()).isEqualTo(Main.REFUSED);
    assertThat(refused.err()).contains("CITATION.cff", "--force");
    assertThat(data).doesNotExist();
    assertThat(citation).hasContent("cff-version: 1.2.0");
  }

  /** Cases of somebody else are not ours to license. */
  @Test
  void ofAnotherKnowledgeBaseItsOwnLicenceIsWrittenOrNone() throws IOException {
    Path base = Copy.into(folder.resolve("base")).folder();
    Files.createDirectories(base.resolve("cases"));
    Files.copy(Path.of("cases/vietnam-war/VN-04.yaml"), base.resolve("cases/VN-04.yaml"));
    String[] command = {
      "case", "export", "-o", folder + "/out/d.csv", "--form", "wide", "--knowledge", base + ""
    };

    Run run = Run.of(command);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("there is no LICENSE beside the cases", "no CITATION.cff");
    assertThat(folder.resolve("out/d.codebook.csv")).exists();
    assertThat(folder.resolve("out/d.licence.txt")).doesNotExist();
    assertThat(folder.resolve("out/CITATION.cff")).doesNotExist();
    Files.writeString(base.resolve("LICENSE"), "Ours alone.\n");
    assertThat(Run.of(command).code()).isZero();
    assertThat(folder.resolve("out/d.licence.txt")).hasContent("Ours alone.");
  }

  @Test
  void aSheetForPeopleStandsAlone() {
    export("cases.csv", "VN-04", "--for", "excel-de");
    export("cases.xlsx", "VN-04");

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("cases.csv", "cases.xlsx");
    assertThat(
            Run.of("case", "export", "-o", folder + "/x.csv", "--form", "wide", "--for", "plain")
                .err())
        .contains("give one of them");
    assertThat(Run.of("case", "export", "-o", folder + "/x.xlsx", "--form", "long").err())
        .contains("let the name end in .csv");
  }
}

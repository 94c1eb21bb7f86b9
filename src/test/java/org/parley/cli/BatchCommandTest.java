package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Advice;
import org.parley.Advisor;
import org.parley.Case;
import org.parley.Copy;
import org.parley.FiredRow;
import org.parley.Parley;
import org.parley.Posture;
import org.parley.Said;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;

/** Many cases in a file: the same as one by one, and nothing lost. */
class BatchCommandTest {
  private static final Vocabulary VOCABULARY = KnowledgeBase.builtIn().vocabulary();

  @TempDir private Path folder;
  private Path output;

  @BeforeEach
  void names() {
    output = folder.resolve("scores.csv");
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private Run batch(Path input, String... more) {
    return Run.of(
        Stream.concat(
                Stream.of("batch", input.toString(), "-o", output.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      return lines.stream().toList();
    }
  }

  private Path rejects() {
    return folder.resolve("scores.rejects.csv");
  }

  private JsonNode meta() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("scores.meta.json").toFile());
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** What an advice says, in the words of a record. */
  private static Map<String, String> told(Advice advice, boolean confidence) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("posture", advice.posture().label());
    told.put("unofficial track", advice.unofficialTrack().label());
    advice.verdicts().forEach(v -> told.put(v.option().label() + " verdict", v.level().label()));
    told.put("basis", advice.basis().label());
    told.put("rows", advice.reasons().stream().map(FiredRow::id).collect(Collectors.joining(" ")));
    told.put(
        "warnings",
        advice.warnings().stream()
            .map(Said::row)
            .filter(row -> !row.isEmpty())
            .collect(Collectors.joining(" ")));
    told.put("unknown", String.valueOf(advice.unknown().size()));
    if (confidence) {
      told.put("confidence", advice.confidence().level().label());
      for (Posture option : Posture.values()) {
        double share =
            advice.openQuestions().possible().stream()
                .filter(p -> p.posture() == option)
                .mapToDouble(p -> p.share())
                .sum();
        told.put(
            option.label() + " share",
            new BigDecimal(share).round(new MathContext(6)).stripTrailingZeros().toPlainString());
      }
    }
    told.put("error", "");
    return told;
  }

  private static Map<String, String> scores(NamedCsvRecord record, Map<String, String> told) {
    Map<String, String> scores = new LinkedHashMap<>();
    told.keySet().forEach(column -> scores.put(column, record.getField(column)));
    return scores;
  }

  private static Map<String, String> randomFacts(Random random, double known) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (FactType fact : VOCABULARY.facts()) {
      if (random.nextDouble() < known) {
        facts.put(
            fact.name(),
            fact.kind() == FactType.Kind.NUMBER
                ? String.valueOf(fact.min() + random.nextInt(fact.max() - fact.min() + 1))
                : fact.values().get(random.nextInt(fact.values().size())));
      }
    }
    return facts;
  }

  private static String line(String id, Map<String, String> facts) {
    return VOCABULARY.factNames().stream()
        .map(fact -> facts.getOrDefault(fact, ""))
        .collect(Collectors.joining(",", id + ",", ""));
  }

  private static String header() {
    return "id," + String.join(",", VOCABULARY.factNames());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.4, 0.95})
  void aRecordSaysWhatTheAdviceOnTheCaseSays(double known) throws IOException {
    Random random = new Random(18);
    List<Map<String, String>> cases = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of(header()));
    for (int i = 0; i < 400; i++) {
      cases.add(randomFacts(random, known));
      lines.add(line("c" + i, cases.get(i)));
    }

    Run run = batch(file("in.csv", lines.toArray(String[]::new)));

    assertThat(run.code()).as(run.err()).isZero();
    List<NamedCsvRecord> records = records(output);
    assertThat(records).hasSameSizeAs(cases);
    try (Advisor advisor = Parley.builtIn()) {
      for (int i = 0; i < cases.size(); i++) {
        Map<String, String> told = told(advisor.advise(Case.of(cases.get(i))), false);
        assertThat(records.get(i).getField("id")).isEqualTo("c" + i);
        assertThat(scores(records.get(i), told)).as("%s", cases.get(i)).isEqualTo(told);
      }
    }
  }

  @Test
  void theShippedCasesComeOutAsTheyDoOneByOne() throws IOException {
    Path wide = folder.resolve("wide.csv");
    Run export = Run.of("case", "export", "--form", "wide", "-o", wide.toString());
    assertThat(export.code()).as(export.err()).isZero();

    Run run = batch(wide, "--confidence");

    assertThat(run.code()).as(run.err()).isZero();
    List<NamedCsvRecord> cases = records(wide);
    List<NamedCsvRecord> records = records(output);
    assertThat(records).hasSameSizeAs(cases);
    try (Advisor advisor = Parley.builtIn()) {
      for (int i = 0; i < records.size(); i++) {
        Map<String, String> facts = new HashMap<>();
        for (String fact : VOCABULARY.factNames()) {
          if (!cases.get(i).getField(fact).isEmpty()) {
            facts.put(fact, cases.get(i).getField(fact));
          }
        }
        Map<String, String> told = told(advisor.advise(Case.of(facts)), true);
        assertThat(records.get(i).getField("case")).isEqualTo(cases.get(i).getField("case"));
        assertThat(scores(records.get(i), told)).isEqualTo(told);
      }
    }
  }

  @Test
  void jsonLinesSayTheSame() throws IOException {
    Path csv = file("in.csv", "id,relative power,days until war", "a,weaker,12", "b,,", "c,NA,900");
    Path json =
        file(
            "in.jsonl",
            "{\"id\": \"a\", \"facts\": {\"relative power\": {\"value\": \"weaker\", \"why\": \"w\"}}, \"days until war\": 12}",
            "{\"id\": \"b\", \"relative power\": null}",
            "",
            "{\"id\": \"c\", \"days until war\": 900}");
    assertThat(batch(csv).code()).isZero();
    List<NamedCsvRecord> expected = records(output);

    Run run = batch(json);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records(output))
        .extracting(NamedCsvRecord::getFieldsAsMap)
        .isEqualTo(expected.stream().map(NamedCsvRecord::getFieldsAsMap).toList());

    Path lines = folder.resolve("out.jsonl");
    Run out = Run.of("batch", csv.toString(), "-o", lines.toString(), "--confidence");
    assertThat(out.code()).as(out.err()).isZero();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(lines)) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    assertThat(nodes).hasSize(3);
    assertThat(nodes.get(0).get("posture").asText()).isEqualTo(expected.get(0).getField("posture"));
    assertThat(nodes.get(0).get("rows").isArray()).isTrue();
    assertThat(nodes.get(0).get("unknown").isInt()).isTrue();
    assertThat(nodes.get(0).get("closed posture share").isNumber()).isTrue();
  }

  @Test
  void badRecordsAreKeptApartWithLineColumnAndReason() throws IOException {
    Path input =
        file(
            "in.csv",
            "id,note,relative power,days until war",
            "a,\"two",
            "lines, and a \"\"quote\"\"\",weaker,12",
            "b,x,strong,12",
            "c,x,weaker",
            "d,x,mighty,-1",
            "e,x,parity,3650");

    Run run = batch(input);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("5 records: 2 scored, 3 rejected (scores.rejects.csv)");
    assertThat(records(output)).extracting(r -> r.getField("id")).containsExactly("a", "e");
    assertThat(records(output).get(0).getField("note")).isEqualTo("two\nlines, and a \"quote\"");
    List<NamedCsvRecord> rejects = records(rejects());
    assertThat(rejects).extracting(r -> r.getField("line")).containsExactly("4", "5", "6");
    assertThat(rejects)
        .extracting(r -> r.getField("column"))
        .containsExactly("relative power", "", "relative power; days until war");
    assertThat(rejects.get(0).getField("reason"))
        .isEqualTo(
            "'strong' is not a value of 'relative power': weaker, parity, stronger, unknown (did you mean 'stronger'?)");
    assertThat(rejects.get(1).getField("reason"))
        .isEqualTo("it has 3 cells, and the first line names 4 columns");
    assertThat(rejects.get(2).getField("reason")).contains("'mighty'").contains("'-1'");
    assertThat(rejects.get(2).getField("days until war")).isEqualTo("-1");
    JsonNode counts = meta().get("counts");
    assertThat(counts.get("read").asInt()).isEqualTo(5);
    assertThat(counts.get("scored").asInt() + counts.get("rejected").asInt()).isEqualTo(5);
  }

  @Test
  void rejectsThatWereMendedCanBeFedAgain() throws IOException {
    batch(file("in.csv", "id,relative power", "a,strong"));
    Path mended =
        Files.writeString(
            folder.resolve("mended.csv"),
            Files.readString(rejects()).replace(",strong", ",stronger"));

    Run again = batch(mended);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(records(output)).extracting(r -> r.getField("id")).containsExactly("a");
    assertThat(left()).contains("scores.meta.json").doesNotContain("scores.rejects.csv");
  }

  @Test
  void mendedRejectsAreNotClearedAwayByTheRunThatReadsThem() throws IOException {
    batch(file("in.csv", "id,relative power", "a,strong"));
    String kept = Files.readString(rejects());

    Run again = batch(rejects());

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is what a run into scores.csv writes itself");
    assertThat(rejects()).hasContent(kept);
  }

  @Test
  void badLinesOfJsonAreKeptWhole() throws IOException {
    Path input =
        file(
            "in.jsonl",
            "{\"id\": 1, \"relative power\": \"weaker\"}",
            "{\"id\": 2, \"relative power\": \"weaker\"",
            "[1]",
            "{\"id\": 3, \"relative powr\": \"weaker\"}",
            "{\"id\": 4, \"relative power\": [\"weaker\"]}",
            "{\"id\": 5, \"relative power\": \"weaker\", \"facts\": {\"relative power\": \"parity\"}}");

    Run run = batch(input);

    assertThat(run.code()).isEqualTo(2);
    assertThat(records(output)).extracting(r -> r.getField("id")).containsExactly("1");
    List<NamedCsvRecord> rejects = records(rejects());
    assertThat(rejects)
        .extracting(r -> r.getField("line"))
        .containsExactly("2", "3", "4", "5", "6");
    assertThat(rejects).extracting(r -> r.getField("record")).contains("[1]");
    assertThat(rejects)
        .extracting(r -> r.getField("reason"))
        .satisfies(
            reasons -> {
              assertThat(reasons.get(0)).startsWith("this is not JSON from character");
              assertThat(reasons.get(1)).contains("must be a JSON object");
              assertThat(reasons.get(2)).contains("'relative powr' is no fact");
              assertThat(reasons.get(3)).contains("must be text or a number");
              assertThat(reasons.get(4)).contains("'relative power' stands there twice");
            });
  }

  @Test
  void whoeverWantsNoRejectsGetsNothing() throws IOException {
    Path input = file("in.csv", "id,relative power", "a,weaker", "b,strong");

    Run run = batch(input, "--on-error", "fail");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("in.csv:3").contains("'strong' is not a value");
    assertThat(left()).containsExactly("in.csv");
  }

  @Test
  void aRunSaysWhatItIsAndTheSameRunSaysTheSame() throws IOException {
    Path input = file("in.csv", "id,relative power", "a,weaker", "b,stronger");
    batch(input);
    String first = Files.readString(output) + Files.readString(folder.resolve("scores.meta.json"));

    Run run = batch(input);

    assertThat(Files.readString(output) + Files.readString(folder.resolve("scores.meta.json")))
        .isEqualTo(first);
    JsonNode meta = meta();
    assertThat(Run.keys(meta))
        .containsExactly(
            "schemaVersion",
            "command",
            "knowledge",
            "input",
            "output",
            "counts",
            "postures",
            "facts",
            "passed");
    assertThat(meta.get("knowledge").get("hash").asText())
        .isEqualTo(KnowledgeBase.builtIn().version());
    assertThat(meta.get("input").get("hash").asText()).isEqualTo(sha256(input));
    assertThat(run.err()).contains("1 of the 57 facts have a column; passed through: id");
    assertThat(run.out()).isEmpty();
  }

  private static String sha256(Path file) throws IOException {
    return org.parley.knowledge.Digests.hex(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,relative powr|no fact (did you mean 'relative power'?)",
        "id,colour|no column is named as a fact: id, colour; a mapping (--map)",
        "id,relative power,relative power|the column 'relative power' stands here twice",
        "id,relative power,relative_power|two columns give the fact 'relative power'",
        "posture,relative power|would be passed through, and a score is called so",
      })
  void aHeaderThatMayNotMeanWhatItSaysIsRefused(String header, String message) throws IOException {
    Run run = batch(file("in.csv", header, "a,weaker,weaker"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
    assertThat(left()).containsExactly("in.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative_power", "relative.power", "Relative Power", "relative power"})
  void namesAreReadAsProgramsWriteThem(String name) throws IOException {
    batch(file("in.csv", "id," + name, "a,weaker"));

    assertThat(meta().get("facts").get(0).asText()).isEqualTo("relative power");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFid;relative power\na;weaker",
        "sep=;\nid;relative power\na;weaker",
        "id\trelative power\r\na\tweaker\r\n"
      })
  void filesOfSpreadsheetsAreRead(String text) throws IOException {
    Path input = Files.writeString(folder.resolve("in.csv"), text);

    Run run = batch(input);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records(output))
        .singleElement()
        .satisfies(r -> assertThat(r.getField("id")).isEqualTo("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the file is empty",
        "id,relative power%na,\"weaker%nb,weaker|in.csv:2: no CSV from here on",
      })
  void whatIsNoCsvIsRefused(String text, String message) throws IOException {
    Path input = Files.writeString(folder.resolve("in.csv"), text.replace("%n", "\n"));

    Run run = batch(input);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
    assertThat(left()).containsExactly("in.csv");
  }

  @Test
  void textInAnotherEncodingIsRefusedUnlessTheMappingSaysSo() throws IOException {
    Path input = folder.resolve("in.csv");
    Files.write(input, "land,power\nCôte,1\n".getBytes(Charset.forName("windows-1252")));
    Path utf8 =
        mapping(
            "utf8",
            "id: land",
            "facts:",
            "  relative power: {column: power, codes: {\"1\": weaker}}");
    Path western =
        mapping(
            "western",
            "id: land",
            "encoding: windows-1252",
            "facts:",
            "  relative power: {column: power, codes: {\"1\": weaker}}");

    assertThat(batch(input, "--map", utf8.toString()).err()).contains("not UTF-8 text");
    Run run = batch(input, "--map", western.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records(output).get(0).getField("land")).isEqualTo("Côte");
  }

  private Path mapping(String name, String... lines) throws IOException {
    return file(
        name + ".yaml",
        "name: " + name + "\nabout: Made up.\nsource: none\n" + String.join("\n", lines));
  }

  @Test
  void aMappingReadsWhatOthersHaveCoded() throws IOException {
    Path map =
        mapping(
            "made",
            "id: [crisis, actor]",
            "keep: [year, mood]",
            "missing: [\"\", \"-9\"]",
            "may be absent: [mood]",
            "where:",
            "  - {column: year, at least: 1950}",
            "  - {column: kind, is not: [test]}",
            "facts:",
            "  relative power: {column: pow, bands: [{below: -5, value: weaker}, {below: 6, value: parity}, {value: stronger}]}",
            "  months of fighting: {column: days, divide by: 30}",
            "  issue: {column: iss, codes: {\"1\": territory, \"2\": ceasefire}, otherwise: other}",
            "  conflict stage: {constant: mid war}",
            "  way out: {when: {iss: [\"2\"]}, constant: yes}",
            "  home pressure to end war: [mood, {when: {kind: [loud]}, constant: high}]",
            "  resilience signal: signal");
    Path input =
        file(
            "in.csv",
            "crisis,actor,year,kind,pow,days,iss,signal,unused",
            "1,A,1960,loud,-7.5,95,1.0,strong,x",
            "2,B,1949,loud,0,95,2,strong,x",
            "3,C,1960,test,0,95,2,strong,x",
            "4,D,1960,calm,5.9,-9,2,,x",
            "5,E,1960,calm,six,10,2,strong,x",
            "6,F,1960,calm,6,10,2,mighty,x");

    Run run = batch(input, "--map", map.toString(), "--detail", "trace");

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "6 records: 2 scored, 2 rejected (scores.rejects.csv), 2 left out by the mapping");
    List<NamedCsvRecord> records = records(output);
    assertThat(records.get(0).getHeader().subList(0, 4))
        .containsExactly("crisis", "actor", "year", "posture");
    try (Advisor advisor = Parley.builtIn()) {
      Map<String, String> first =
          told(
              advisor.advise(
                  Case.of(
                      Map.of(
                          "relative power",
                          "weaker",
                          "months of fighting",
                          "3",
                          "issue",
                          "territory",
                          "conflict stage",
                          "mid war",
                          "home pressure to end war",
                          "high",
                          "resilience signal",
                          "strong"))),
              false);
      assertThat(scores(records.get(0), first)).isEqualTo(first);
      Map<String, String> second =
          told(
              advisor.advise(
                  Case.of(
                      Map.of(
                          "relative power",
                          "parity",
                          "issue",
                          "ceasefire",
                          "conflict stage",
                          "mid war",
                          "way out",
                          "yes"))),
              false);
      assertThat(scores(records.get(1), second)).isEqualTo(second);
    }
    assertThat(new ObjectMapper().readTree(records.get(0).getField("trace")).isArray()).isTrue();
    assertThat(records(rejects()))
        .extracting(r -> r.getField("column"))
        .containsExactly("pow", "signal");
    assertThat(records(rejects()).get(0).getField("reason")).isEqualTo("'six' is not a number");
    assertThat(meta().get("mapping").get("hash").asText()).isEqualTo(sha256(map));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facts: {relative powr: x}|unknown fact 'relative powr'|(did you mean 'relative power'",
        "facts: {relative power: {column: x, codes: {1: strong}}}|'strong' is not a value of 'relative power'|stronger",
        "facts: {relative power: {colum: x}}|unknown key 'colum'|(did you mean 'column'",
        "facts: {relative power: {column: x, bands: [{value: weaker}, {below: 3, value: parity}]}}|no number is left for this band|rising order",
        "facts: {relative power: {column: x, constant: weaker}}|has both a column and a constant|",
        "observed: {mediaton: x}|nothing is held against 'mediaton'|'mediation'",
        "fact: {relative power: x}|unknown key 'fact'|'facts'",
        "facts: {relative power: {column: x, divide by: no}}|'divide by' must be a number|",
      })
  void aMappingThatSaysNothingIsRefusedWithItsLine(String line, String message, String hint)
      throws IOException {
    Path map = mapping("made", line);

    Run run = batch(file("in.csv", "x", "1"), "--map", map.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("made.yaml:4").contains(message);
    assertThat(run.err()).contains(hint == null ? "" : hint);
  }

  @Test
  void aFileThatLacksAColumnOfTheMappingIsRefused() throws IOException {
    Path map = mapping("made", "facts: {relative power: powdis}");

    Run run = batch(file("in.csv", "id,powdys", "1,weaker"), "--map", map.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "the mapping 'made' reads the column 'powdis', which is not there (did you mean 'powdys'?)");
    assertThat(batch(file("in.csv", "id", "1"), "--map", "icbb").err())
        .contains("there is no mapping 'icbb' (did you mean 'icb'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"icb", "cwm", "pncc", "ceasefire"})
  void theMappingsThatComeAlongReadDataOfTheirLayout(String name) throws IOException {
    Path input = Path.of("src/test/resources/org/parley/batch", name + ".csv");

    Run run = batch(input, "--map", name);

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode counts = meta().get("counts");
    assertThat(counts.get("scored").asInt() + counts.get("leftOut").asInt())
        .isEqualTo(counts.get("read").asInt())
        .isGreaterThan(30);
    assertThat(meta().get("mapping").get("name").asText()).isEqualTo(name);
  }

  @Test
  void eventsAreJoinedByTheIdOfTheCase() throws IOException {
    Path input =
        file(
            "in.csv",
            "id,as of,deciding party,adversary,relative power",
            "a,1968-04-01,North,South,weaker",
            "b,1968-04-01,North,South,weaker",
            "c,,North,South,weaker");
    Path events =
        file(
            "events.csv",
            "id,date,type,by,to",
            "a,1968-03-20,offensive,North,South",
            "c,1968-03-20,offensive,North,South",
            "elsewhere,1968-03-20,offensive,North,South");

    Run run = batch(input, "--events", events.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    List<NamedCsvRecord> records = records(output);
    assertThat(records).extracting(r -> r.getField("id")).containsExactly("a", "b");
    assertThat(Integer.parseInt(records.get(0).getField("unknown")))
        .isLessThan(Integer.parseInt(records.get(1).getField("unknown")));
    assertThat(records(rejects()).get(0).getField("reason")).contains("as of");
    assertThat(meta().get("events").get("hash").asText()).isEqualTo(sha256(events));
  }

  @Test
  void eventsThatAreNoneAreRefusedWithTheirLines() throws IOException {
    Path input = file("in.csv", "id,relative power", "a,weaker");
    Path events =
        file("events.csv", "id,date,type", "a,1968-03-20,ofensive", ",1968-03-20,offensive");

    Run run = batch(input, "--events", events.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("events.csv:2:3")
        .contains("'offensive'")
        .contains("events.csv:3")
        .contains("has no id");
  }

  @Test
  void tablesWithoutAnAnswerLeaveTheErrorBesideTheRecord() throws IOException {
    Path base = folder.resolve("base");
    String text = Files.readString(Path.of("dmn/posture.dmn"));
    int row = text.indexOf("<rule id=\"track-none\"");
    String rule = text.substring(row, text.indexOf("</rule>", row) + 7);
    Copy.into(base).replace("dmn/posture.dmn", rule, "");
    Path input = file("in.csv", "id,relative power", "a,weaker");

    Run run = batch(input, "--knowledge", base.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("1 scored (1 without an answer of the tables)");
    NamedCsvRecord record = records(output).get(0);
    assertThat(record.getField("posture")).isEmpty();
    assertThat(record.getField("error")).contains("unofficial track");
  }

  @Test
  void streamsAreReadAndWritten() throws IOException {
    Path input = file("in.csv", "id,relative power", "a,weaker");
    batch(input);
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(input)));
      Run run = Run.of("batch", "-");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).isEqualTo(Files.readString(output));

      System.setIn(
          new ByteArrayInputStream(
              " {\"id\": \"a\", \"relative power\": \"strong\"}\n"
                  .getBytes(StandardCharsets.UTF_8)));
      Run bad = Run.of("batch", "-");
      assertThat(bad.code()).isEqualTo(1);
      assertThat(bad.err()).contains("-:1").contains("'strong' is not a value");
    } finally {
      System.setIn(before);
    }
    assertThat(Run.of("batch", input.toString(), "--resume").err())
        .contains("a standard stream cannot be resumed");
    assertThat(Run.of("batch", input.toString(), "--on-error", "reject").err())
        .contains("rejects are kept beside the output");
  }

  @Test
  void whatIsAskedForMustBePossible() throws IOException {
    Path input = file("in.csv", "id,relative power", "a,weaker");

    assertThat(Run.of("batch", input.toString(), "-o", "scores.xlsx").err())
        .contains("names end in .csv or .jsonl");
    assertThat(Run.of("batch", "missing.csv", "-o", output.toString()).err())
        .contains("missing.csv: does not exist");
    assertThat(Run.of("batch", input.toString(), "-o", input.toString()).err())
        .contains("is given as IN too");
    assertThat(batch(input, "--detail", "full").err()).contains("short, or with their trace");
    assertThat(left()).containsExactly("in.csv");
  }
}

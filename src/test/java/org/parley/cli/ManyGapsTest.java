package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 400 rows and 10 columns, at random, that leaves thousands of regions open. */
class ManyGapsTest {
  private static final int ROWS = 400;
  private static final int COLUMNS = 10;
  private static final List<String> VALUES = List.of("red", "green", "blue", "white");

  @TempDir private Path folder;

  // for each row and column what its cell accepts
  private final List<List<Set<String>>> rows = new ArrayList<>();

  @Test
  void oneIsToldAndNoRowCoversIt() throws IOException {
    Path model = Files.writeString(folder.resolve("random.dmn"), model(new Random(42)));

    Run check = Run.of("check", "--knowledge", model.toString(), "--format", "json");

    List<String> gaps =
        StreamSupport.stream(check.json().at("/findings").spliterator(), false)
            .filter(f -> f.at("/id").asText().equals("gap"))
            .map(f -> f.at("/message").asText())
            .toList();
    assertThat(gaps)
        .singleElement()
        .asString()
        .endsWith("; what else is open falls into thousands of pieces");
    List<Set<String>> open = region(gaps.get(0));
    assertThat(rows)
        .noneMatch(
            row ->
                IntStream.range(0, COLUMNS)
                    .allMatch(i -> row.get(i).stream().anyMatch(open.get(i)::contains)));
    assertThat(check.json().at("/notAnalysed").findValuesAsText("what"))
        .contains("all gaps of 'answer'");
  }

  @Test
  void aRowWhichOthersCoverTogetherIsFoundAmongThem() throws IOException {
    String model = model(new Random(43));
    // the first row again, with what it accepts of one column spread over two rows before it
    int split =
        IntStream.range(0, COLUMNS)
            .filter(i -> rows.get(0).get(i).size() == 2)
            .findFirst()
            .orElseThrow();
    StringBuilder three = new StringBuilder();
    for (String value : rows.get(0).get(split)) {
      List<Set<String>> half = new ArrayList<>(rows.get(0));
      half.set(split, Set.of(value));
      three.append(rule("half-" + value, half));
    }
    three.append(rule("whole", rows.get(0)));
    String first = "<rule id=\"r0\">";
    Path file =
        Files.writeString(folder.resolve("random.dmn"), model.replace(first, three + first));

    Run check = Run.of("check", "--knowledge", file.toString(), "--format", "json");

    List<String> masked = new ArrayList<>();
    for (JsonNode finding : check.json().at("/findings")) {
      if (finding.at("/id").asText().equals("masked-row")) {
        masked.add(finding.at("/row").asText());
      }
    }
    assertThat(masked).contains("whole", "r0");
    assertThat(check.out()).doesNotContain("is masked: what the rows before it leave");
  }

  private String model(Random random) {
    StringBuilder xml = new StringBuilder();
    xml.append("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"m\"");
    xml.append(" name=\"m\" namespace=\"urn:m\"><itemDefinition id=\"t\" name=\"colour\">");
    xml.append(
        "<typeRef>string</typeRef><allowedValues><text>%s</text></allowedValues>"
            .formatted(quoted(VALUES)));
    xml.append("</itemDefinition>");
    StringBuilder table = new StringBuilder("<decisionTable hitPolicy=\"FIRST\">");
    StringBuilder needs = new StringBuilder();
    for (int i = 0; i < COLUMNS; i++) {
      xml.append(
          "<inputData id=\"i%d\" name=\"c%d\"><variable name=\"c%d\" typeRef=\"colour\"/></inputData>"
              .formatted(i, i, i));
      needs.append(
          "<informationRequirement><requiredInput href=\"#i%d\"/></informationRequirement>"
              .formatted(i));
      table.append(
          "<input><inputExpression typeRef=\"colour\"><text>c%d</text></inputExpression></input>"
              .formatted(i));
    }
    table.append("<output/>");
    for (int row = 0; row < ROWS; row++) {
      List<Set<String>> cells = new ArrayList<>();
      for (int i = 0; i < COLUMNS; i++) {
        Set<String> cell = new TreeSet<>(VALUES);
        while (random.nextInt(8) != 0 && cell.size() > 1) {
          cell.remove(VALUES.get(random.nextInt(VALUES.size())));
        }
        cells.add(cell);
      }
      rows.add(cells);
      table.append(rule("r" + row, cells));
    }
    return xml.append(
            "<decision id=\"d\" name=\"answer\"><variable name=\"answer\" typeRef=\"string\"/>")
        .append(needs)
        .append(table)
        .append("</decisionTable></decision></definitions>")
        .toString();
  }

  private static String rule(String id, List<Set<String>> cells) {
    return "<rule id=\"%s\">%s<outputEntry><text>\"%s\"</text></outputEntry></rule>%n"
        .formatted(
            id,
            cells.stream()
                .map(
                    c ->
                        "<inputEntry><text>%s</text></inputEntry>"
                            .formatted(c.size() == VALUES.size() ? "-" : quoted(c)))
                .collect(Collectors.joining()),
            id);
  }

  private static String quoted(Iterable<String> words) {
    return StreamSupport.stream(words.spliterator(), false)
        .map(w -> '"' + w + '"')
        .collect(Collectors.joining(","));
  }

  /** What a message says of each column, such as {@code c1 = red or blue, c2 = any but white}. */
  private static List<Set<String>> region(String message) {
    Map<String, Set<String>> said = new HashMap<>();
    String words = message.replaceFirst("no row for ", "").replaceFirst(";.*", "");
    for (String part : words.split(", ")) {
      String[] sides = part.split(" = ");
      Set<String> named =
          new TreeSet<>(Arrays.asList(sides[1].replaceFirst("any but ", "").split(" or ")));
      Set<String> all = new TreeSet<>(VALUES);
      if (sides[1].startsWith("any but ")) {
        all.removeAll(named);
        named = all;
      }
      assertThat(VALUES).containsAll(named);
      said.put(sides[0], named);
    }
    return IntStream.range(0, COLUMNS)
        .mapToObj(i -> said.getOrDefault("c" + i, new TreeSet<>(VALUES)))
        .toList();
  }
}

package org.parley.author.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;

/**
 * What our analysis and the engine's say of the same small tables. Where they differ, the last
 * column says why ours is right; where they agree, it is empty.
 */
class EngineComparisonTest {
  private static final String ROW =
      """
      <rule id="%1$s">
        <inputEntry id="%1$s.1"><text>%2$s</text></inputEntry>
        <inputEntry id="%1$s.2"><text>%3$s</text></inputEntry>
        <outputEntry id="%1$s.result"><text>"%4$s"</text></outputEntry>
        <annotationEntry><text>Why %1$s.</text></annotationEntry>
        <annotationEntry><text>A work</text></annotationEntry>
        <annotationEntry><text>S005</text></annotationEntry>
      </rule>
      """;
  private static final List<String> IDS = List.of("row-of-a", "row-of-b", "row-of-c");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          # policy | rows                                              | ours          | engine's  | why ours is right
          UNIQUE   | "war" / - / plenary; "pause" / "low" / plenary;not("war") / "high" / working level     | gap           | GAP       | ``
          UNIQUE   | "war","pause" / - / plenary; "pause","peace","unknown" / - / working level           | overlap       | OVERLAP_UNIQUE   | ``
          UNIQUE   | "war","pause" / - / plenary; "pause","peace","unknown" / "low" / plenary;"peace","unknown" / not("low") / working level  | overlap       | OVERLAP_UNIQUE   | ``
          ANY      | "war","pause" / - / plenary; "pause","peace","unknown" / - / working level           | overlap       | OVERLAP_ANY      | ``
          ANY      | "war","pause" / - / plenary; "pause" / "low" / plenary; "peace","unknown" / - / working level    | ``            | ``        | ``
          ANY      | "war" / - / plenary; "pause" / - / plenary; "war","pause" / "low" / working level             | gap overlap   | GAP OVERLAP_ANY  | ``
          FIRST    | - / "low" / plenary; "war" / - / working level                                                | gap           | GAP       | ``
          FIRST    | - / - / plenary; "war" / - / working level                                                    | masked-row    | ``        | the first row matches wherever the second does and decides: the engine looks for masked rows in PRIORITY tables only
          FIRST    | "war" / - / plenary; not("war") / - / plenary; - / "low" / working level                      | masked-row    | ``        | the first two rows together leave nothing to the third
          PRIORITY | - / - / plenary; "war" / - / working level                                                    | masked-row    | MASKED    | ``
          PRIORITY | "war" / - / working level; - / "low" / plenary                                                | gap           | GAP       | ``
          PRIORITY | "war" / - / plenary; not("war") / - / plenary; - / "low" / working level                      | masked-row    | ``        | the engine compares two rows at a time, and only both higher ones together mask the third
          COLLECT  | "war" / - / plenary; "pause" / - / working level                                              | ``            | ``        | ``
          COLLECT  | "war" / - / plenary; "war" / - / plenary; "pause" / "low" / working level                     | duplicate-row | ERROR     | the list has the same result twice; the engine's analysis breaks off with an error of its own
          UNIQUE   | "war" / - / plenary; "war" / - / plenary; not("war") / - / working level                      | duplicate-row | DUPLICATE OVERLAP_UNIQUE | it is one slip, so we say it once
          """)
  void bothSayOfATable(
      String policy, String rows, String ours, String engines, String whyOursIsRight) {
    String model = model(policy, rows);
    CheckResult result =
        Broken.base(folder).write("dmn/format.dmn", model).checker().quick().check();

    assertThat(ids(result)).as("ours").isEqualTo(words(ours));
    assertThat(engine(model)).as("the engine's").isEqualTo(words(engines));
    boolean same = agree(words(ours), words(engines));
    assertThat(same).as("they agree, or it says why not").isEqualTo(whyOursIsRight.isEmpty());
  }

  private static boolean agree(Set<String> ours, Set<String> engines) {
    Set<String> translated =
        engines.stream()
            .map(
                e ->
                    switch (e) {
                      case "OVERLAP_UNIQUE", "OVERLAP_ANY" -> "overlap";
                      case "MASKED" -> "masked-row";
                      case "DUPLICATE" -> "duplicate-row";
                      default -> e.toLowerCase(Locale.ROOT);
                    })
            .collect(Collectors.toCollection(TreeSet::new));
    return ours.equals(translated);
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without what both sides see otherwise as a matter of taste. */
  private static Set<String> ids(CheckResult result) {
    return result.findings().stream()
        .map(CheckFinding::check)
        .filter(
            c ->
                Set.of(Check.GAP, Check.OVERLAP, Check.MASKED_ROW, Check.DUPLICATE_ROW).contains(c))
        .map(Check::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> engine(String model) {
    DMNValidator validator = DMNValidatorFactory.newValidator();
    try {
      return validator.validate(new StringReader(model), Validation.ANALYZE_DECISION_TABLE).stream()
          .map(EngineComparisonTest::word)
          .filter(w -> !w.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } finally {
      validator.dispose();
    }
  }

  private static String word(DMNMessage message) {
    return switch (message.getMessageType()) {
      case DECISION_TABLE_GAP -> "GAP";
      case DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE -> "OVERLAP_UNIQUE";
      case DECISION_TABLE_OVERLAP_HITPOLICY_ANY -> "OVERLAP_ANY";
      case DECISION_TABLE_MASKED_RULE -> "MASKED";
      case DECISION_TABLE_ANALYSIS_ERROR -> "ERROR";
      case DECISION_TABLE_1STNFVIOLATION ->
          message.getText().contains("duplicates") ? "DUPLICATE" : "";
      default -> "";
    };
  }

  private static String model(String policy, String rows) {
    String sound = Broken.text("base/dmn/format.dmn");
    StringBuilder table = new StringBuilder();
    for (String row : rows.split(";", -1)) {
      String[] cells = row.split(" / ", -1);
      table.append(
          ROW.formatted(
              IDS.get(table.toString().split("<rule ", -1).length - 1),
              cells[0].strip(),
              cells[1].strip(),
              cells[2].strip()));
    }
    String changed =
        sound
            .replaceAll("(?s)<rule .*</rule>", Matcher.quoteReplacement(table.toString()))
            .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"%s\"".formatted(policy));
    if (policy.equals("COLLECT")) {
      changed = changed.replace("name=\"tFormat\">", "name=\"tFormat\" isCollection=\"true\">");
    }
    return policy.equals("PRIORITY")
        ? changed.replace(
            "<output id=\"format-result\"/>",
            "<output id=\"format-result\"><outputValues id=\"order\">"
                + "<text>\"plenary\",\"working level\"</text></outputValues></output>")
        : changed;
  }
}

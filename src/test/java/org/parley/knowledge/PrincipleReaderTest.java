package org.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

/** What {@code dmn/principles.csv} may say, and what is said of the rest. */
class PrincipleReaderTest {
  private static final String HEADER =
      "id,kind,fact,from,to,where,subject,must never,statement,why\n";
  private static final KnowledgeFiles FILES =
      KnowledgeFiles.of(Path.of("src/test/resources/broken/base"));

  @Test
  void noFileMeansNoPrinciples() {
    assertThat(KnowledgeBase.of(FILES).principles()).isEmpty();
  }

  @Test
  void stepsAreReadWithTheirScaleTheirConditionAndTheirOrder() {
    KnowledgeBase base =
        read(
            "a,step,cost,low,high,stage = war | pause; host != yes; ripeness = ripe,open talks"
                + " verdict,rise,S001 S002,So it is.\n"
                + "b,step,months,down,,,duration,become long,S001,So it is.\n"
                + "c,step,stage,war < pause < peace,,months = 0..12 | unknown,posture,change,S001,"
                + "So it is.\n");

    Principle first = base.principles().get(0);
    assertThat(first.scale()).containsExactly("low", "high");
    assertThat(first.where())
        .isEqualTo(
            Map.of(
                "stage",
                List.of("war", "pause"),
                "host",
                List.of("no", "unknown"),
                "ripeness",
                List.of("ripe")));
    assertThat(first.order()).containsExactly("recommended", "viable", "weak", "blocked");
    assertThat(first.rank("viable")).isEqualTo(2);
    assertThat(first.statements()).containsExactly("S001", "S002");
    assertThat(first.place()).isEqualTo(Place.entry("dmn/principles.csv", 2, "a"));
    assertThat(first.words())
        .isEqualTo(
            "'cost' low → high: 'open talks verdict' must never rise (where stage = war | pause;"
                + " host = no | unknown; ripeness = ripe)");
    Principle second = base.principles().get(1);
    assertThat(second.scale()).isEmpty();
    assertThat(second.down()).isTrue();
    assertThat(second.answers()).containsExactly("long");
    assertThat(second.order()).containsExactly("unknown", "long", "short");
    assertThat(base.principles().get(2).scale()).containsExactly("war", "pause", "peace");
    assertThat(base.principles().get(2).where())
        .isEqualTo(Map.of("months", List.of("0..12", "unknown")));
  }

  @Test
  void bansAreRead() {
    Principle ban =
        read("a,ban,,,,cost = high,posture,open talks | neutral mediator,S001,So it is.\n")
            .principles()
            .get(0);

    assertThat(ban.fact()).isEmpty();
    assertThat(ban.never()).isEqualTo(Principle.Never.BE);
    assertThat(ban.words())
        .isEqualTo("'posture' must never be open talks or neutral mediator (where cost = high)");
  }

  @Test
  void theyArePartOfTheContentAndNotOfTheTables() {
    KnowledgeBase without = KnowledgeBase.of(FILES);
    KnowledgeBase with = read("a,ban,,,,cost = high,posture,open talks,S001,So it is.\n");

    assertThat(with.version()).isNotEqualTo(without.version());
    assertThat(with.tableVersion()).isEqualTo(without.tableVersion());
    assertThat(without.changedTo(with.files()).principles()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a,stop,cost,low,high,,posture,change,S001,W # column 'kind': 'stop' is neither step nor ban",
        "a,step,cots,low,high,,posture,change,S001,W # column 'fact': unknown fact 'cots' (did you mean 'cost'",
        "a,step,,low,high,,posture,change,S001,W # column 'fact': it is empty: name a fact",
        "a,step,ripeness,ripe,unripe,,posture,change,S001,W # column 'fact': 'ripeness' is a decision: a step moves a fact",
        "a,step,cost,low,hihg,,posture,change,S001,W # column 'to': 'hihg' is not a value of 'cost': low, high, unknown (did you mean 'high'?)",
        "a,step,cost,low,,,posture,change,S001,W # column 'to': a value of 'cost' is missing: write 'up' or 'down', a scale such as 'low < high', or two values",
        "a,step,cost,,high,,posture,change,S001,W # column 'from': a value of 'cost' is missing: write 'up' or 'down', a scale such as 'low < high', or two values",
        "a,step,cost,low < high,high,,posture,change,S001,W # column 'to': 'from' is a scale by itself: leave 'to' empty",
        "a,step,cost,low < high < low,,,posture,change,S001,W # column 'from': 'cost' goes back to 'low'",
        "a,step,cost,low,low,,posture,change,S001,W # column 'to': 'cost' goes back to 'low'",
        "a,step,cost,up,,,posture,change,S001,W # column 'from': the values of 'cost' are no ordered scale: write them as 'low < high'",
        "a,step,months,up,12,,posture,change,S001,W # column 'to': 'up' takes all steps of the scale: leave 'to' empty",
        "a,step,months,3,700,,posture,change,S001,W # column 'to': '700' is not a value of 'months': a whole number from 0 to 600, or unknown",
        "a,step,cost,low,high,stage,posture,change,S001,W # column 'where': 'stage' is not written as 'fact = value'",
        "a,step,cost,low,high,cost = low,posture,change,S001,W # column 'where': 'cost' is the fact that moves",
        "a,step,cost,low,high,stage = war; stage = peace,posture,change,S001,W # column 'where': 'stage' stands here a second time",
        "a,step,cost,low,high,stag = war,posture,change,S001,W # column 'where': unknown fact or decision 'stag' (did you mean 'stage'?)",
        "a,step,cost,low,high,stage = wra,posture,change,S001,W # column 'where': 'wra' is not a value of 'stage': war, pause, peace, unknown (did you mean 'war'?)",
        "a,step,cost,low,high,months = 5..x,posture,change,S001,W # column 'where': 'x' is not a value of 'months': a whole number from 0 to 600, or unknown",
        "a,step,cost,low,high,months = 5..3,posture,change,S001,W # column 'where': no number is within '5..3'",
        "a,step,cost,low,high,months = 5..unknown,posture,change,S001,W # column 'where': no number is within '5..unknown'",
        "a,step,cost,low,high,months != 5,posture,change,S001,W # column 'where': of the number 'months' write a range such as 0..30 instead of !=",
        "a,step,cost,low,high,host != yes | no | unknown,posture,change,S001,W # column 'where': no value of 'host' is left",
        "a,step,cost,low,high,ripeness = rip,posture,change,S001,W # column 'where': 'rip' is not a value of 'ripeness': unripe, ripe (did you mean 'ripe'?)",
        "a,step,cost,low,high,warnings = x,posture,change,S001,W # column 'where': 'warnings' is no table that chooses one answer, such as UNIQUE",
        "a,step,cost,low,high,,postur,change,S001,W # column 'subject': unknown decision 'postur' (did you mean 'posture'",
        "a,step,cost,low,high,,warnings,change,S001,W # column 'subject': 'warnings' is no table that chooses one answer, such as UNIQUE",
        "a,step,cost,low,high,,posture,chnge,S001,W # column 'must never': 'chnge' is none of rise, fall, change and become X (did you mean 'change'?)",
        "a,step,cost,low,high,,posture,become open,S001,W # column 'must never': 'open' is not a value of 'posture': closed posture, neutral mediator, secret back-channel, open talks",
        "a,ban,,,,cost = high,posture,,S001,W # column 'must never': an answer of 'posture' is empty",
        "a,ban,cost,,,,posture,open talks,S001,W # column 'fact': a ban moves no fact: leave it empty",
        "a,ban,,,,,posture,open talks,,W # column 'statement': it is empty: name the statement that it follows from",
        "a,ban,,,,,posture,open talks,S01,W # column 'statement': unknown statement 'S01' (did you mean 'S001'",
        "a,ban,,,,,posture,open talks,S001, # column 'why': it is empty: say the reason in a sentence",
      })
  void eachMistakeIsOneMessage(String line, String message) {
    assertThatThrownBy(() -> read(line.strip() + "\n"))
        .isInstanceOfSatisfying(
            ParleyException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              Problem problem = e.problems().get(0);
              assertThat(problem.place().toString()).isEqualTo("dmn/principles.csv:2");
              assertThat(problem.message()).startsWith("principle 'a', " + message.strip());
            });
  }

  @Test
  void twoOfOneNameAreRefused() {
    String line = "a,ban,,,,cost = high,posture,open talks,S001,So it is.\n";

    assertThatThrownBy(() -> read(line + line))
        .hasMessageContaining("dmn/principles.csv:3")
        .hasMessageContaining("principle 'a' stands here a second time");
  }

  private static KnowledgeBase read(String lines) {
    return KnowledgeBase.of(
        FILES.with("dmn/principles.csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8)));
  }
}

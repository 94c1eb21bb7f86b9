package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.Draft.Fact;

/** What tables answer that read other decisions, names in their cells, or computed columns. */
class TckSpiritChainTest {
  private static final Fact MOOD = Fact.choice("mood", "good", "bad", "mixed");
  private static final Fact WILL = Fact.choice("will", "good", "bad");
  private static final Fact MONTHS = Fact.number("months of war", 0, 600);
  private static final Draft.Type TEXT = Draft.Type.plain("string");
  private static final Draft.Type NUMBER = Draft.Type.plain("number");
  private static final Draft.Type TEXTS = Draft.Type.listOf("t texts", "string", "");

  @TempDir private Path folder;

  @Test
  void truthAndNumbersPassedOnToAnotherModel() {
    Comparison chain =
        Comparison.of(
            new Draft(
                List.of(MOOD, MONTHS),
                List.of(
                    decision(
                        "hopeful",
                        "first",
                        Draft.Type.plain("boolean"),
                        "UNIQUE\nmood => it\n\"good\" => true\nnot(\"good\") => false",
                        "mood"),
                    decision(
                        "weight",
                        "second",
                        NUMBER,
                        """
                        UNIQUE
                        hopeful    | months of war => weight
                        true       | null          => 0.5
                        not(false) | not(null)     => months of war * 2
                        false      | -             => -1
                        """,
                        "hopeful",
                        "months of war"),
                    decision(
                        "it",
                        "third",
                        TEXT,
                        """
                        UNIQUE
                        weight + 1 => it
                        <= 0       => "stop"
                        (0..9]     => "wait"
                        > 9        => "go"
                        """,
                        "weight"))),
            folder.resolve("chain"),
            0,
            3,
            4,
            5);

    assertThat(chain.value("it", "mood=bad")).isEqualTo("stop");
    assertThat(chain.value("it", "mood=good")).isEqualTo("wait");
    assertThat(chain.value("it", "mood=good; months of war=4")).isEqualTo("wait");
    assertThat(chain.value("it", "mood=good; months of war=5")).isEqualTo("go");
    assertThat(chain.value("weight + 1", "mood=good")).isEqualTo(new BigDecimal("1.5"));
  }

  @Test
  void listsAreReadByCountAndByContent() {
    Comparison chain =
        Comparison.of(
            new Draft(
                List.of(MOOD),
                List.of(
                    decision(
                        "reasons",
                        "first",
                        TEXTS,
                        """
                        COLLECT
                        mood           => reasons
                        "good"         => "hope"
                        "good","mixed" => "say \\"yes\\""
                        """,
                        "mood"),
                    decision(
                        "it",
                        "second",
                        TEXT,
                        """
                        FIRST
                        list contains(reasons, "hope") | count(reasons) => it
                        true                           | > 1            => "go"
                        -                              | 1              => "wait"
                        -                              | 0              => "stop"
                        """,
                        "reasons"))),
            folder.resolve("lists"));

    assertThat(chain.value("reasons", "mood=mixed")).isEqualTo(List.of("say \"yes\""));
    assertThat(chain.value("it", "mood=good")).isEqualTo("go");
    assertThat(chain.value("it", "mood=mixed")).isEqualTo("wait");
    assertThat(chain.value("it", "mood=bad")).isEqualTo("stop");
  }

  @Test
  void cellsAndResultsThatReadAName() {
    Comparison table =
        Comparison.of(
            new Draft(
                List.of(MOOD, WILL),
                List.of(
                    decision(
                        "it",
                        "m",
                        TEXT,
                        """
                        UNIQUE
                        mood      | if will = "good" then "firm" else will => it
                        will      | -                                      => "as " + will
                        not(will) | "firm"                                 => mood
                        not(will) | not("firm")                            => "neither"
                        """,
                        "mood",
                        "will"))),
            folder.resolve("names"));

    assertThat(table.value("it", "mood=bad; will=bad")).isEqualTo("as bad");
    assertThat(table.value("it", "mood=mixed; will=good")).isEqualTo("mixed");
    assertThat(table.value("it", "mood=good; will=bad")).isEqualTo("neither");
  }

  private static Draft.Decision decision(
      String name, String model, Draft.Type type, String table, String... reads) {
    return new Draft.Decision(name, model, type, List.of(reads), TableText.read(name, table));
  }
}

package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.Draft.Fact;
import org.parley.decide.proof.BuiltIn;
import org.parley.decide.proof.Counterexample.Answer;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.knowledge.KnowledgeBase;

/** What comes of principles on small tables. */
class PrincipleProofsTest {
  private static final Fact WILL = Fact.choice("will", "low", "medium", "high");
  private static final Fact MOOD = Fact.choice("mood", "good", "bad");
  private static final Fact HOST = Fact.choice("host", "no", "yes");
  private static final Fact IDLE = Fact.choice("weather", "fair", "foul");
  private static final Fact MONTHS = Fact.number("months", 0, 600);
  private static final Draft.Type LEVELS =
      Draft.Type.of("t level", "string", "\"blocked\",\"weak\",\"viable\",\"recommended\"");
  private static final Draft.Type DEGREES =
      Draft.Type.of("t degree", "string", "\"small\",\"great\"");
  private static final Draft.Decision DANGER =
      decision(
          "danger",
          DEGREES,
          """
          UNIQUE
          mood        | months     => danger
          "bad"       | -          => "great"
          not("bad")  | null       => "small"
          not("bad")  | < 12       => "small"
          not("bad")  | >= 12      => "great"
          """,
          "mood",
          "months");
  private static final Draft.Decision VERDICT =
      decision(
          "verdict",
          LEVELS,
          """
          UNIQUE
          danger  | will             | host       => verdict
          "great" | "high"           | "yes"      => "viable"
          "great" | "high"           | not("yes") => "weak"
          "great" | not("high")      | -          => "blocked"
          "small" | "low"            | -          => "weak"
          "small" | "medium"         | -          => "recommended"
          "small" | "high","unknown" | -          => "viable"
          """,
          "danger",
          "will",
          "host");
  private static final Draft.Decision COUNTED =
      new Draft.Decision(
          "counted",
          "m",
          Draft.Type.plain("string"),
          List.of("mood"),
          new Draft.Expression("if mood = \"good\" then \"a\" else \"b\""));
  private static final Draft.Decision RESTS_ON_COUNTED =
      decision(
          "rests",
          LEVELS,
          """
          UNIQUE
          counted  => rests
          "a"      => "weak"
          not("a") => "viable"
          """,
          "counted");

  @TempDir private Path folder;

  @Test
  void aStepThatNeverMovesTheWrongWayIsProved() throws IOException {
    assertThat(state("step,host,no,yes,,verdict,fall")).isEqualTo(State.PROVED);
    assertThat(state("step,months,up,,,verdict,rise")).isEqualTo(State.PROVED);
    assertThat(state("step,months,down,,,danger,rise")).isEqualTo(State.PROVED);
    assertThat(state("step,months,3,30,will = high,verdict,rise")).isEqualTo(State.PROVED);
    assertThat(state("step,host,no,yes,,verdict,become recommended")).isEqualTo(State.PROVED);
    assertThat(state("step,will,low < medium,,danger = small,verdict,fall"))
        .isEqualTo(State.PROVED);
  }

  @Test
  void oneThatDoesIsBrokenWithTheSmallestCounterexample() throws IOException {
    Proof proof = proof("step,will,up,,,verdict,fall");

    assertThat(proof.state()).isEqualTo(State.BROKEN);
    assertThat(proof.counterexample().facts()).isEmpty();
    assertThat(proof.counterexample().answers())
        .containsExactly(new Answer("medium", "recommended"), new Answer("high", "viable"));
    assertThat(proof.counterexample().text())
        .isEqualTo(
            "'verdict' is recommended where 'will' is medium, viable where 'will' is high, with"
                + " nothing else known");
    assertThat(proof.counterexample().start()).isEqualTo(Map.of("will", "medium"));
  }

  @Test
  void whereADecisionHasAnAnswerBothWorldsHaveIt() throws IOException {
    assertThat(state("step,mood,good,bad,danger = small,verdict,change")).isEqualTo(State.PROVED);
    Proof proof = proof("step,host,no,yes,danger = great,verdict,change");

    assertThat(proof.state()).isEqualTo(State.BROKEN);
    assertThat(proof.counterexample().facts())
        .containsEntry("will", "high")
        .hasSize(2)
        .containsAnyOf(Map.entry("mood", "bad"), Map.entry("months", "12"));
  }

  @Test
  void whatCannotFailIsVacuousAndWhatNothingReadsHoldsByAbsence() throws IOException {
    assertThat(state("step,host,no,yes,danger = small,verdict,fall")).isEqualTo(State.VACUOUS);
    assertThat(state("step,host,no,unknown,,verdict,fall")).isEqualTo(State.VACUOUS);
    assertThat(state("step,weather,fair,foul,,verdict,fall")).isEqualTo(State.ABSENT);
    assertThat(state("step,host,no,yes,danger = small,verdict,change")).isEqualTo(State.PROVED);
    assertThat(state("step,host,no,yes,danger = small; mood = bad,verdict,change"))
        .isEqualTo(State.VACUOUS);
  }

  @Test
  void bansAreProvedBrokenOrVacuous() throws IOException {
    assertThat(state("ban,,,,mood = bad,verdict,recommended")).isEqualTo(State.PROVED);
    assertThat(state("ban,,,,danger = great; will != high,verdict,weak | viable"))
        .isEqualTo(State.PROVED);
    assertThat(state("ban,,,,mood = bad; danger = small,verdict,weak")).isEqualTo(State.VACUOUS);
    Proof proof = proof("ban,,,,months = 0..11,verdict,blocked");

    assertThat(proof.state()).isEqualTo(State.BROKEN);
    assertThat(proof.counterexample().start()).containsEntry("mood", "bad").hasSize(2);
    assertThat(proof.counterexample().text())
        .isEqualTo("'verdict' is blocked, with 'mood' = bad, 'months' = 0");
    assertThat(state("ban,,,,months = unknown; mood != bad,danger,great")).isEqualTo(State.PROVED);
  }

  @Test
  void whatHasNoMasksIsNotProved() throws IOException {
    Proof proof = proof("step,mood,good,bad,,rests,fall");

    assertThat(proof.state()).isEqualTo(State.UNPROVED);
    assertThat(proof.reason()).startsWith("no masks could be made of 'counted': ");
  }

  @Test
  void unknownStaysInsideAndNothingTurnsBack() throws IOException {
    KnowledgeBase base = base("");
    List<Proof> proofs =
        TableEngine.of(base).prove(BuiltIn.of(base.vocabulary(), List.of("verdict")));

    assertThat(proofs)
        .extracting(Proof::id, Proof::state)
        .containsExactly(
            tuple("unknown-inside-will-verdict", State.PROVED),
            tuple("no-surprise-will-verdict", State.BROKEN),
            tuple("unknown-inside-host-verdict", State.PROVED),
            tuple("unknown-inside-months-verdict", State.PROVED),
            tuple("no-surprise-months-verdict", State.PROVED));
    assertThat(proofs.get(1).counterexample().answers())
        .containsExactly(
            new Answer("low", "weak"),
            new Answer("medium", "recommended"),
            new Answer("high", "viable"));
  }

  private State state(String principle) throws IOException {
    return proof(principle).state();
  }

  /** What comes of one principle, from its kind to what must never be. */
  private Proof proof(String principle) throws IOException {
    KnowledgeBase base = base("p," + principle + ",S1,It is so.\n");
    return TableEngine.of(base).prove(base.principles()).get(0);
  }

  private KnowledgeBase base(String principles) throws IOException {
    new DraftWriter(
            new Draft(
                List.of(WILL, MOOD, HOST, IDLE, MONTHS),
                List.of(DANGER, VERDICT, COUNTED, RESTS_ON_COUNTED)))
        .writeTo(folder);
    Path vocabulary = folder.resolve("dmn/vocabulary.csv");
    StringBuilder ordered = new StringBuilder();
    for (String line : Files.readAllLines(vocabulary)) {
      ordered.append(line);
      if (line.startsWith("group")) {
        ordered.append(",ordered scale");
      } else if (line.contains("\"will\"")) {
        ordered.append(",yes");
      }
      ordered.append('\n');
    }
    Files.writeString(vocabulary, ordered);
    Files.writeString(
        folder.resolve("dmn/statements.csv"), "id,document,kind,statement\nS1,D,rule,So it is.\n");
    Files.writeString(
        folder.resolve("dmn/principles.csv"),
        "id,kind,fact,from,to,where,subject,must never,statement,why\n" + principles);
    return KnowledgeBase.load(folder);
  }

  private static Draft.Decision decision(
      String name, Draft.Type type, String table, String... reads) {
    return new Draft.Decision(name, "m", type, List.of(reads), TableText.read(name, table));
  }
}

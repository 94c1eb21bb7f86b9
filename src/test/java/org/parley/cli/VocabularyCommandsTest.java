package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Copy;

/** The commands that add, rename and remove facts, values and columns. */
class VocabularyCommandsTest {
  private static final String CASE = "cases/vietnam-war/VN-03.yaml";
  private static final String WORDS = "dmn/vocabulary.csv";

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copyKnowledge() throws IOException {
    copy = Copy.into(Files.createDirectories(folder.resolve("base")));
    copy.write(CASE, Files.readString(Path.of(CASE)));
  }

  @Test
  void aFactIsRenamedInEveryFileThatNamesItAndNowhereElse() throws IOException {
    Map<String, String> before = files();

    Run shown = run("fact", "rename", "stall cause", "cause of the stall");
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("~ cause of the stall (fact renamed)", "name: stall cause → cause of the stall")
        .contains("rules/derive/talks.drl, lines 104, 111")
        .contains("Nothing is saved yet: say --save.");
    assertThat(files()).isEqualTo(before);

    Run saved = run("fact", "rename", "stall cause", "cause of the stall", "--save");
    assertThat(saved.out()).contains("Saved: dmn/review.dmn, dmn/ripeness.dmn");
    Map<String, String> after = files();
    assertThat(after.get(CASE))
        .isEqualTo(before.get(CASE).replace("  stall cause:", "  cause of the stall:"));
    assertThat(after.get("dmn/ripeness.dmn"))
        .isEqualTo(
            before
                .get("dmn/ripeness.dmn")
                .replace("\"stall cause\"", "\"cause of the stall\"")
                .replace("<text>stall cause</text>", "<text>cause of the stall</text>")
                .replace("name=\"tStallCause\"", "name=\"tCauseOfTheStall\"")
                .replace("typeRef=\"tStallCause\"", "typeRef=\"tCauseOfTheStall\""));
    assertThat(after.get("dmn/similarity.dmn"))
        .contains(
            "<outputEntry id=\"weigh-cause-of-the-stall.result1\"><text>\"cause of the stall\"<");
    assertThat(after.get(WORDS))
        .contains("\ntalks,cause of the stall,choice,")
        .contains(",stall cause\n");
    assertThat(after.get("dmn/statements.csv"))
        .contains("Procedure disputes delay,stall cause=procedure,")
        .contains(",,cause of the stall,recommends\n");
    assertThat(after.get("rules/events.csv")).contains("official talks; cause of the stall");
    assertThat(changed(before, after))
        .containsExactly(
            CASE,
            "dmn/review.dmn",
            "dmn/ripeness.dmn",
            "dmn/similarity.dmn",
            "dmn/statements.csv",
            WORDS,
            "rules/events.csv");

    assertThat(run("undo").code()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anOldWordStaysReadableAndIsFound() throws IOException {
    String old = Files.readString(Path.of(CASE));
    run("fact", "rename", "stall cause", "cause of the stall", "--save");
    run("value", "rename", "cause of the stall", "substance", "the matter", "--save");
    assertThat(copy.read(CASE)).contains("  cause of the stall:\n    value: the matter\n");

    copy.write(CASE, old);
    Run check = run("check", "--quick");
    assertThat(check.out().replaceAll("\\s+", " "))
        .contains(
            "the fact 'stall cause' is called 'cause of the stall' now, and 'substance' of 'cause of"
                + " the stall' is 'the matter' now: it is read so");
    Run advice = run("advise", copy.folder().resolve(CASE).toString(), "--detail", "full");
    assertThat(advice.code()).as(advice.err()).isZero();
    assertThat(advice.out().replaceAll("\\s+", " "))
        .contains("the fact 'stall cause' is called 'cause of the stall' now");
    assertThat(run("regress").code()).isZero();
  }

  @Test
  void aNewNameThatCannotBeIsRefused() {
    assertThat(refused("fact", "rename", "stal cause", "x"))
        .contains("there is no fact 'stal cause' (did you mean 'stall cause'");
    assertThat(refused("fact", "rename", "stall cause", "official talks"))
        .isEqualTo("error: there is a fact 'official talks' already\n");
    assertThat(refused("fact", "rename", "stall cause", "posture"))
        .isEqualTo("error: 'posture' is a decision: call the fact otherwise\n");
    assertThat(refused("fact", "rename", "stall cause", "cause; stall"))
        .contains("'cause; stall' cannot be a fact");
    assertThat(refused("value", "rename", "official talks", "exhausted", "collapsed"))
        .contains("parley value remove \"official talks\" \"exhausted\" --use \"collapsed\"");
    run("fact", "rename", "stall cause", "cause of the stall", "--save");
    assertThat(
            refused(
                "fact",
                "add",
                "stall cause",
                "--values",
                "a|b",
                "--group",
                "talks",
                "--meaning",
                "X"))
        .contains("'stall cause' is what 'cause of the stall' was called before");
  }

  @Test
  void aFactThatIsAddedWaitsForAColumn() {
    Run run =
        run(
            "fact",
            "add",
            "press leaks",
            "--values",
            "rare | frequent",
            "--ordered",
            "--group",
            "home",
            "--meaning",
            "Whether what is said in confidence, by whomever, reaches the press",
            "--save");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("+ press leaks (fact added)")
        .contains("no table looks at 'press leaks' yet")
        .contains("'press leaks' gets the value unknown as well")
        .endsWith("Saved: dmn/vocabulary.csv.\n");
    assertThat(copy.read(WORDS))
        .contains(
            "\nhome,press leaks,choice,rare|frequent|unknown,yes,,\"Whether what is said in confidence,"
                + " by whomever, reaches the press\",,,,,\n");
    assertThat(refused("fact", "add", "x", "--group", "home", "--meaning", "X"))
        .contains("give its values with --values \"a|b|unknown\", or its range with --number");
    Run number =
        run("fact", "add", "leaks", "--number", "[0..60]", "--group", "home", "--meaning", "Leaks");
    assertThat(number.out()).contains("values: nothing → 0 to 60");
  }

  @Test
  void aValueThatIsAddedIsToldAsOneThatMayNowBe() {
    Run run =
        run("value", "add", "official talks", "collapsing", "--before", "collapsed", "--save");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("'official talks' may now be 'collapsing'")
        .contains(
            "table 'talks diagnosis' has no result there: no row for official talks = collapsing")
        .contains("table 'need for secrecy' has no row that names 'collapsing'")
        .doesNotContain("logic or types");
    assertThat(copy.read("dmn/channels.dmn")).contains("\"stalled\",\"collapsing\",\"collapsed\"");
    Run diff = Run.of("diff", ".", copy.folder().toString());
    assertThat(diff.out()).contains("'official talks' may now be 'collapsing'");
  }

  @Test
  void aValueIsRenamedInCellsTypesPrinciplesAndCases() throws IOException {
    Map<String, String> before = files();

    Run run = run("value", "rename", "own leak cost", "high", "grave", "--save");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("value: high → grave")
        .contains("'adversary leak cost' says the same from the other seat")
        .contains("rules/derive/channels.drl, lines 36, 49");
    assertThat(copy.read("dmn/conversation-cost.dmn"))
        .contains("<inputEntry id=\"exposure-tolerant.2\"><text>not(\"grave\")</text>")
        .contains("<inputEntry id=\"exposure-taboo-and-leak.1\"><text>\"high\"</text>");
    assertThat(copy.read("dmn/principles.csv"))
        .contains("step,own leak cost,low < medium < grave,")
        .contains("domestic opposition = high; own leak cost = grave; secrecy feasible");
    assertThat(run("check", "--quick").out()).contains("2 warnings").contains("former-word");
    assertThat(run("undo").code()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aValueGoesWhereAnotherStandsForIt() throws IOException {
    copy.write("cases/VN-04.yaml", Files.readString(Path.of("cases/vietnam-war/VN-04.yaml")));
    copy.write("cases/SYN-05.yaml", Files.readString(Path.of("cases/synthetic/SYN-05.yaml")));
    String refused = refused("value", "remove", "third party offer", "several");
    assertThat(refused)
        .contains("dmn/channels.dmn: 'several' is tested by table")
        .contains("say with --use VALUE which value stands for it: one of none, state,");

    Run run = run("value", "remove", "third party offer", "several", "--use", "state", "--save");

    assertThat(run.code()).as(run.err()).isNotEqualTo(Main.REFUSED);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("'third party offer' may no more be 'several'")
        .contains("mediator fitness in 1 case (SYN-05)");
    assertThat(copy.read("cases/VN-04.yaml")).contains("third party offer:\n    value: state\n");
    assertThat(copy.read(WORDS)).contains(",value: several → state\n");
    assertThat(copy.read("dmn/channels.dmn")).doesNotContain("\"several\"");
    assertThat(run("check", "--quick").out()).doesNotContain("error");
  }

  @Test
  void aColumnComesMovesAndGoesWithoutATrace() throws IOException {
    Map<String, String> before = files();
    String[] table = {"need for secrecy"};

    Run added = run("column", "add", table[0], "ally veto", "--before", "official talks", "--save");
    assertThat(added.out())
        .contains("column 'ally veto': not there → added")
        .contains("its 5 rows say any in the column");
    assertThat(changed(before, files())).containsExactly("dmn/channels.dmn");
    assertThat(copy.read("dmn/channels.dmn"))
        .contains("<inputEntry id=\"secrecy-useful.ally-veto\"><text>-</text></inputEntry>")
        .contains("<requiredInput href=\"#input-ally-veto\"/>")
        .contains("dmnElementRef=\"input-ally-veto\"")
        .contains("dmnElementRef=\"need-for-secrecy-needs-ally-veto\"");
    assertThat(
            run("column", "move", table[0], "official talks", "--before", "exposure", "--save")
                .out())
        .contains("order of columns:");
    assertThat(refused("column", "remove", table[0], "exposure"))
        .contains(
            "the column 'exposure' is tested by rows of 'need for secrecy': secrecy-exposure");
    run("column", "remove", table[0], "ally veto", "--save");
    run("column", "move", table[0], "official talks", "--save");

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aDecisionOfAnotherModelCanBeAColumn() {
    Run run = run("column", "add", "need for secrecy", "posture");
    assertThat(run.code()).isEqualTo(Main.REFUSED);
    assertThat(run.err()).contains("a circle");

    Run fine = run("column", "add", "overconfidence", "war duration", "--save");
    assertThat(fine.code()).as(fine.err()).isZero();
    assertThat(copy.read("dmn/guidance.dmn"))
        .contains("<inputData id=\"input-war-duration\" name=\"war duration\">")
        .contains("<itemDefinition id=\"tWarDuration\" name=\"tWarDuration\">");
    assertThat(refused("column", "add", "overconfidence", "stal cause"))
        .contains("there is no fact or decision 'stal cause' (did you mean 'stall cause'");
    assertThat(refused("column", "add", "overconfidense", "stall cause"))
        .contains("there is no table 'overconfidense' (did you mean 'overconfidence'");
  }

  @Test
  void aFactThatIsNeededIsNotRemoved() {
    String refused = refused("fact", "remove", "initiatives");
    assertThat(refused).contains("'initiatives' is needed by table");
    assertThat(refused("fact", "remove", "hurting stalemate"))
        .contains("dmn/principles.csv: 'hurting stalemate' is needed by the principles");
    run(
        "fact",
        "add",
        "press leaks",
        "--values",
        "rare|frequent",
        "--group",
        "home",
        "--meaning",
        "L",
        "--save");
    run("column", "add", "need for secrecy", "press leaks", "--save");
    String withFact =
        copy.read(CASE)
            .replace("facts:\n", "facts:\n  press leaks: {value: rare, why: So it was.}\n");
    String without = copy.read(CASE);
    copy.write(CASE, withFact);
    String model = copy.read("dmn/channels.dmn");

    assertThat(refused("fact", "remove", "press leaks"))
        .contains(
            "1 case would lose what they say of 'press leaks', with its reasons: VN-03 (rare)");
    assertThat(refused("fact", "remove", "press leaks", "--force"))
        .contains("--force: say why with --reason");
    Run run =
        run("fact", "remove", "press leaks", "--force", "--reason", "nobody codes it", "--save");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(copy.read(CASE)).isEqualTo(without);
    assertThat(model).contains("press leaks");
    assertThat(copy.read("dmn/channels.dmn"))
        .doesNotContain("press leaks")
        .doesNotContain("tPressLeaks");
    assertThat(run("undo", "--list").out()).contains("nobody codes it");
  }

  @Test
  void theResultAsJson() throws IOException {
    Run run = run("value", "add", "official talks", "collapsing", "--format", "json");

    assertThat(Run.keys(run.json())).contains("todo", "wordNotes", "caseFiles", "saved", "cases");
    assertThat(run.json().get("decisions").get(0).get("says").get(0).asText())
        .isEqualTo("'official talks' may now be 'collapsing'");
    assertThat(run.json().get("saved")).isEmpty();
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(copy.folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = copy.folder().relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(".parley")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    return after.keySet().stream().filter(n -> !after.get(n).equals(before.get(n))).toList();
  }

  private String refused(String... words) {
    Run run = run(words);
    assertThat(run.code()).as(run.out()).isEqualTo(Main.REFUSED);
    return run.err();
  }

  private Run run(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--knowledge", copy.folder().toString(), "--trust-rules"));
    return Run.of(all.toArray(String[]::new));
  }
}

package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Copy;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.search.CellChange;
import org.parley.decide.search.CellChange.Accepts;
import org.parley.decide.search.CellChange.Refuses;
import org.parley.decide.search.CellChange.Says;
import org.parley.decide.search.CellTrials;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;

/** What trials say of a change is what the tables say once the change stands in the file. */
class CellTrialsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.builtIn();
  private static final TableEngine ENGINE = TableEngine.of(KNOWLEDGE);
  private static final List<String> ALL =
      KNOWLEDGE.decisions().stream().map(Decision::name).toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ripeness.dmn | ripeness | ripe-stalemate-and-formula | way out | - | accepts
          posture.dmn | room for openness | openness-free | exposure | "low" | refuses
          outlook.dmn | arguments | for-open-no-leak | mediator guarantee | not("unknown") | refuses
          """)
  void aTrialSaysWhatAnEditOfTheFileDoes(
      String file,
      String table,
      String id,
      String column,
      String cell,
      String how,
      @TempDir Path folder)
      throws IOException {
    Row row = row(table, id);
    int place = column(table, column);
    TableEngine edited = edited(file, row, place, cell, folder);
    List<Integer> before = codes(ENGINE, table, row, place);
    List<Integer> after = codes(edited, table, row, place);
    List<Integer> difference = new ArrayList<>(how.equals("accepts") ? after : before);
    difference.removeAll(how.equals("accepts") ? before : after);
    CellChange change =
        how.equals("accepts")
            ? new Accepts(table, row.number(), place, difference)
            : new Refuses(table, row.number(), place, difference);

    assertThat(difference).isNotEmpty();
    assertSameEffect(change, edited);
  }

  @Test
  void aTrialOfAnotherResultSaysWhatAnEditOfTheFileDoes(@TempDir Path folder) throws IOException {
    Row row = row("open talks verdict", "open-bearable");
    TableEngine edited = edited("posture.dmn", row, row.tests().size(), "\"weak\"", folder);

    assertThat(row.results()).isNotEqualTo(List.of("\"weak\""));
    assertSameEffect(new Says("open talks verdict", row.number(), "weak"), edited);
  }

  /** What is answered with the changed tables as a whole is what a trial passes on. */
  @Test
  void changedTablesAnswerWhatATrialSays() {
    Random random = new Random(3);
    List<byte[]> cases = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] facts = new byte[ENGINE.codes().names().size()];
      for (int fact = 0; fact < facts.length; fact++) {
        facts[fact] = (byte) random.nextInt(ENGINE.codes().values(fact).size());
      }
      cases.add(facts);
    }
    CellTrials trials = ENGINE.trials(ALL);
    int moved = 0;
    for (Decision decision : KNOWLEDGE.decisions()) {
      CompiledTable table = ENGINE.tables().table(decision.name());
      for (CompiledTable.Outcome row : table.rows()) {
        Object other = table.rows().get(random.nextInt(table.rows().size())).result();
        CellChange change = new Says(decision.name(), row.number(), other);
        if (!trials.canTell(change)) {
          continue;
        }
        Answers answers = new Answers(CellTrials.changed(ENGINE.tables(), change), null);
        for (byte[] facts : cases) {
          trials.take(facts);
          answers.answer(facts);
          Map<String, Object> effect = trials.effect(change);
          moved += effect.isEmpty() ? 0 : 1;
          effect.forEach((name, value) -> assertThat(answers.value(name)).isEqualTo(value));
          ALL.stream()
              .filter(name -> !effect.containsKey(name))
              .forEach(name -> assertThat(answers.value(name)).isEqualTo(trials.value(name)));
        }
      }
    }
    assertThat(moved).isGreaterThan(1000);
  }

  @Test
  void whatAChangeCanDoIsExactlyWhatTryingAllThatTheTableMaySeeFinds() {
    for (String name : List.of("escalation means", "room for openness", "need for secrecy")) {
      CompiledTable table = ENGINE.tables().table(name);
      for (CellChange change : changes(name, table)) {
        boolean changes = new Trying(table, change).findsADifference();

        assertThat(ENGINE.trials(ALL).changesAnswer(change)).as("%s", change).isEqualTo(changes);
      }
    }
  }

  /** Each cell made to accept or refuse each of its values. */
  private static List<CellChange> changes(String name, CompiledTable table) {
    List<CellChange> changes = new ArrayList<>();
    for (CompiledTable.Outcome row : table.rows()) {
      for (int column = 0; column < table.columns().size(); column++) {
        SortedSet<Integer> accepted =
            table.accepted(table.bit(row.number()), table.columns().get(column));
        for (int code = 0; code < ENGINE.seen(name, column).size(); code++) {
          changes.add(
              accepted.contains(code)
                  ? new Refuses(name, row.number(), column, List.of(code))
                  : new Accepts(name, row.number(), column, List.of(code)));
        }
      }
    }
    return changes;
  }

  /** Tries a change on every combination, with masks that are made anew. */
  private record Trying(CompiledTable table, CellChange change) {

    boolean findsADifference() {
      return differs(changed(), 0, new int[ENGINE.tables().slots()]);
    }

    private boolean differs(CompiledTable changed, int column, int[] state) {
      if (column == table.columns().size()) {
        return !Objects.equals(answer(table, state), answer(changed, state));
      }
      int slot = table.columns().get(column).slots()[0];
      for (int code = 0; code < ENGINE.tables().domain(slot).size(); code++) {
        state[slot] = code;
        if (differs(changed, column + 1, state)) {
          return true;
        }
      }
      return false;
    }

    private static Object answer(CompiledTable table, int[] state) {
      long[] matching = new long[table.words()];
      return table.result(table.answer(state, matching, 0), matching, 0);
    }

    private CompiledTable changed() {
      int at = change instanceof Accepts accepts ? accepts.column() : ((Refuses) change).column();
      List<Integer> codes =
          change instanceof Accepts accepts ? accepts.codes() : ((Refuses) change).codes();
      List<CompiledTable.Column> columns = new ArrayList<>(table.columns());
      CompiledTable.Column old = columns.get(at);
      long[] masks = old.masks().clone();
      codes.forEach(code -> masks[code] ^= 1L << table.bit(change.row()));
      columns.set(at, new CompiledTable.Column(old.slots(), old.strides(), masks));
      return new CompiledTable(table.policy(), columns, table.rows(), table.otherwise());
    }
  }

  private static void assertSameEffect(CellChange change, TableEngine edited) {
    CellTrials trials = ENGINE.trials(ALL);
    RandomFacts random = new RandomFacts(KNOWLEDGE.vocabulary(), ENGINE.codes(), 7);
    int noticed = 0;
    assertThat(trials.canTell(change)).isTrue();
    for (Map<String, String> facts : random.next(3000)) {
      assertThat(trials.take(ENGINE.codes().encode(facts))).isTrue();
      Map<String, Object> effect = trials.effect(change);
      noticed += effect.isEmpty() ? 0 : 1;
      assertThat(effect.keySet()).isEqualTo(differences(facts, edited));
    }
    assertThat(noticed).isPositive();
  }

  /** The decisions that answer otherwise; where one has no result the engine says which. */
  private static Set<String> differences(Map<String, String> facts, TableEngine edited) {
    Answers before = ENGINE.answers();
    Answers after = edited.answers();
    before.answer(ENGINE.codes().encode(facts));
    after.answer(edited.codes().encode(facts));
    return ALL.stream()
        .filter(name -> !Objects.equals(before.value(name), after.value(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TableEngine edited(String file, Row row, int place, String cell, Path folder)
      throws IOException {
    Copy copy = Copy.into(folder);
    String path = "dmn/" + file;
    String text = copy.read(path);
    int from = text.indexOf("<rule id=\"" + row.id() + "\"");
    Matcher cells = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL).matcher(text);
    for (int i = 0, at = from; i <= place; i++, at = cells.end()) {
      assertThat(cells.find(at)).isTrue();
    }
    copy.write(path, text.substring(0, cells.start(1)) + cell + text.substring(cells.end(1)));
    return TableEngine.compile(KnowledgeBase.load(copy.folder()));
  }

  private static List<Integer> codes(TableEngine engine, String table, Row row, int column) {
    List<Object> seen = engine.seen(table, column);
    return engine.accepted(table, row.number(), column).stream().map(seen::indexOf).toList();
  }

  private static Row row(String table, String id) {
    return KNOWLEDGE.decision(table).orElseThrow().decisionTable().rows().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int column(String table, String expression) {
    List<String> columns =
        KNOWLEDGE.decision(table).orElseThrow().decisionTable().inputs().stream()
            .map(i -> i.expression())
            .toList();
    return columns.indexOf(expression);
  }
}

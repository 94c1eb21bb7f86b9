package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.FactCodes;
import org.parley.decide.compile.KnownTables;
import org.parley.decide.compile.MaskFile;
import org.parley.decide.world.ShiftCounter;
import org.parley.decide.world.Shifts;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.knowledge.ShippedFiles;

/** What is made anew after a change, and what the change does over all combinations of facts. */
class ChangedTablesTest {
  private static final Pattern CELL =
      Pattern.compile("<(inputEntry|outputEntry)[^>]*><text>(-|\"[^<]*|[0-9.]+)</text>");
  private static final int MOST_WORLDS = 5_000;

  @TempDir private Path folder;

  @Test
  void masksOfAChangedKnowledgeBaseAreThoseMadeFromNothing() {
    int compared = 0;
    for (int seed = 0; seed < 5; seed++) {
      KnowledgeBase before = RandomKnowledge.of(seed, folder.resolve("s" + seed)).base();
      TableEngine engine = TableEngine.of(before);
      for (KnowledgeBase after : changed(before, seed, 3)) {
        assertThat(engine.changedTo(after).toFile())
            .as("seed %d", seed)
            .isEqualTo(TableEngine.of(after).toFile());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  @Test
  void masksOfAChangedShippedTableAreThoseMadeFromNothing() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    for (KnowledgeBase after : changed(before, 3, 1)) {
      assertThat(TableEngine.of(after).toFile()).isEqualTo(TableEngine.compile(after).toFile());
    }
  }

  @Test
  void aChangedCellThatListsTextsIsReadAsTheEngineReadsIt() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    int trusted = 0;
    for (KnowledgeBase after : changed(before, 11, 12)) {
      Decision edited = edited(before, after);
      if (edited != null && shipped().isSafelyChanged(after, edited)) {
        assertThat(TableEngine.of(after).firstDifference(60)).as(edited.name()).isEmpty();
        trusted++;
      }
    }
    assertThat(trusted).isGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "dmn/conversation-cost.dmn, exposure-taboo-and-leak.result, \"raised\", true",
        "dmn/conversation-cost.dmn, exposure-taboo-and-leak.result, \"hihg\", false",
        "dmn/conversation-cost.dmn, exposure-taboo-and-leak.result, 3, false",
        "dmn/conversation-cost.dmn, exposure-taboo-and-leak.result, null, false",
        "dmn/conversation-cost.dmn, exposure-taboo-and-leak.result, if true then \"low\" else \"high\", false",
        "dmn/ripeness.dmn, duration-short.1, < 7, true",
        "dmn/ripeness.dmn, duration-short.1, < 7.5, true",
        "dmn/ripeness.dmn, duration-short.1, < 3 + 4, false"
      })
  void onlyWhatIsPlainIsTrusted(String file, String cell, String text, boolean plain) {
    KnowledgeBase before = KnowledgeBase.builtIn();
    String model = new String(before.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    String edited =
        model.replaceFirst(
            "(id=\"" + Pattern.quote(cell) + "\"><text>)[^<]*",
            "$1" + Matcher.quoteReplacement(escaped(text)));
    assertThat(edited).isNotEqualTo(model);
    KnowledgeBase after = with(before, file, edited);

    assertThat(shipped().isSafelyChanged(after, edited(before, after))).isEqualTo(plain);
    assertThat(TableEngine.of(after).firstDifference(60)).isEmpty();
  }

  @Test
  void anAnswerInAColumnOfSeveralIsHeldAgainstItsType() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    Decision several =
        before.decisions().stream()
            .filter(d -> d.table().isPresent() && d.decisionTable().outputs().size() > 1)
            .filter(d -> d.decisionTable().outputs().get(0).types().get(0).allowed().contains("\""))
            .findFirst()
            .orElseThrow();
    String model =
        new String(before.files().get(several.file()).orElseThrow(), StandardCharsets.UTF_8);
    Row row = several.decisionTable().rows().get(0);
    int at = model.indexOf("<outputEntry", model.indexOf("id=\"" + row.id() + "\""));
    String edited =
        model.substring(0, at)
            + model.substring(at).replaceFirst("<text>[^<]*", "<text>\"no such answer\"");
    KnowledgeBase after = with(before, several.file(), edited);

    assertThat(shipped().isSafelyChanged(before, several)).isTrue();
    assertThat(shipped().isSafelyChanged(after, edited(before, after))).isFalse();
  }

  @Test
  void aTableOfAnotherKindIsHeldAgainstTheEngine() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    Decision decision = before.decision("exposure").orElseThrow();
    String text =
        new String(before.files().get(decision.file()).orElseThrow(), StandardCharsets.UTF_8);
    String policy = "hitPolicy=\"" + decision.decisionTable().hitPolicy() + "\"";
    assertThat(text).contains(policy);
    KnowledgeBase after =
        with(before, decision.file(), text.replace(policy, "hitPolicy=\"FIRST\""));

    assertThat(shipped().isSafelyChanged(before, decision)).isTrue();
    assertThat(shipped().isSafelyChanged(after, after.decision(decision.name()).orElseThrow()))
        .isFalse();
  }

  private static KnownTables shipped() {
    return MaskFile.read(ShippedFiles.read(TableEngine.SHIPPED).orElseThrow());
  }

  /** The decision that does something else than before, or {@code null}. */
  private static Decision edited(KnowledgeBase before, KnowledgeBase after) {
    return after.decisions().stream()
        .filter(
            d ->
                !after
                    .fingerprint(d)
                    .equals(before.fingerprint(before.decision(d.name()).orElseThrow())))
        .findFirst()
        .orElse(null);
  }

  private static String escaped(String feel) {
    return feel.replace("<", "&lt;").replace(">", "&gt;");
  }

  @Test
  void countsTheSameSharesAsVisitingEachWorld() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    TableEngine engine = TableEngine.of(before);
    List<Decision> small =
        before.decisions().stream()
            .filter(d -> d.table().isPresent() && !d.allowed().isEmpty())
            .filter(d -> worlds(engine, d.name()) <= MOST_WORLDS)
            .toList();
    int shifted = 0;
    for (int i = 0; i < 16; i++) {
      Decision edited = small.get(i * small.size() / 16);
      KnowledgeBase after = withOtherAnswer(before, edited, i);
      TableEngine other = engine.changedTo(after);
      ShiftCounter counter = engine.counterTo(other);
      for (Decision decision : small) {
        if (decision.equals(edited) || decision.decisions().contains(edited.name())) {
          Map<String, Double> counted = shares(counter.exact(decision.name()).orElseThrow());
          Map<String, Double> visited = visit(engine, other, decision.name());
          assertThat(counted.keySet()).as(decision.name()).isEqualTo(visited.keySet());
          counted.forEach((k, share) -> assertThat(share).isCloseTo(visited.get(k), within(1e-9)));
          shifted += visited.isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(shifted).isGreaterThan(10);
  }

  @Test
  void aSampleComesNearTheTruth() {
    KnowledgeBase before = KnowledgeBase.builtIn();
    String file = "dmn/conversation-cost.dmn";
    String text = new String(before.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
    String row = "<outputEntry id=\"exposure-taboo-and-leak.result\"><text>\"";
    assertThat(text).contains(row + "high");
    KnowledgeBase after = with(before, file, text.replace(row + "high", row + "raised"));
    TableEngine engine = TableEngine.of(before);
    TableEngine other = engine.changedTo(after);
    ShiftCounter counter = engine.counterTo(other);

    String decision = "need for secrecy";
    List<String> decisions = List.of("posture", decision);
    Shifts exact = counter.exact(decision).orElseThrow();
    Shifts sampled =
        counter.sampled(decisions, engine.columns(decisions), other.columns(decisions), 5).get(1);

    assertThat(exact.share()).isBetween(0.001, 0.9);
    assertThat(sampled.exact()).isFalse();
    assertThat(sampled.share()).isCloseTo(exact.share(), within(2 * sampled.margin()));
  }

  private static Map<String, Double> shares(Shifts shifts) {
    Map<String, Double> shares = new TreeMap<>();
    shifts.shifts().forEach(s -> shares.put(s.from() + " to " + s.to(), s.share()));
    return shares;
  }

  private static double worlds(TableEngine engine, String decision) {
    return behind(engine, decision).stream()
        .mapToDouble(fact -> engine.codes().values(fact).size())
        .reduce(1, (a, b) -> a * b);
  }

  private static List<Integer> behind(TableEngine engine, String decision) {
    return List.copyOf(engine.tables().factsBehind(engine.tables().slot(decision)));
  }

  private static Map<String, Double> visit(TableEngine before, TableEngine after, String decision) {
    Map<String, Double> shares = new TreeMap<>();
    byte[] facts = new byte[before.codes().names().size()];
    List<Integer> behind = behind(before, decision);
    Answers one = before.answers();
    Answers other = after.answers();
    double share = 1 / worlds(before, decision);
    do {
      one.answer(facts);
      other.answer(facts);
      Object from = one.value(decision);
      Object to = other.value(decision);
      if (!from.equals(to)) {
        shares.merge(from + " to " + to, share, Double::sum);
      }
    } while (next(facts, behind, before.codes()));
    return shares;
  }

  private static boolean next(byte[] facts, List<Integer> behind, FactCodes codes) {
    for (int fact : behind) {
      facts[fact]++;
      if (facts[fact] < codes.values(fact).size()) {
        return true;
      }
      facts[fact] = 0;
    }
    return false;
  }

  /** The knowledge base with a row of a table answering what another row answers. */
  private static KnowledgeBase withOtherAnswer(KnowledgeBase before, Decision decision, int seed) {
    List<Row> rows = decision.decisionTable().rows();
    Row row = rows.get(seed % rows.size());
    String answer =
        rows.stream()
            .map(r -> r.results().get(0))
            .filter(r -> !r.equals(row.results().get(0)))
            .findFirst()
            .orElseThrow();
    String text =
        new String(before.files().get(decision.file()).orElseThrow(), StandardCharsets.UTF_8);
    int at =
        text.indexOf("<text>", text.indexOf("<outputEntry", text.indexOf('"' + row.id() + '"')));
    String edited =
        text.substring(0, at + 6) + answer + text.substring(text.indexOf("</text>", at));
    return with(before, decision.file(), edited);
  }

  /** Knowledge bases in which one cell says what another of its model says, if they load. */
  private static List<KnowledgeBase> changed(KnowledgeBase before, long seed, int count) {
    Random random = new Random(seed);
    List<KnowledgeBase> changed = new ArrayList<>();
    List<String> files =
        before.files().names().stream().filter(name -> name.endsWith(".dmn")).toList();
    for (int i = 0; i < count; i++) {
      String file = files.get(random.nextInt(files.size()));
      String text = new String(before.files().get(file).orElseThrow(), StandardCharsets.UTF_8);
      List<MatchResult> cells = CELL.matcher(text).results().toList();
      if (!cells.isEmpty()) {
        MatchResult cell = cells.get(random.nextInt(cells.size()));
        List<MatchResult> like =
            cells.stream().filter(c -> c.group(1).equals(cell.group(1))).toList();
        String other = like.get(random.nextInt(like.size())).group(2);
        String edited = text.substring(0, cell.start(2)) + other + text.substring(cell.end(2));
        try {
          changed.add(with(before, file, edited));
        } catch (ParleyException e) {
          // the other cell's words are not known here
          assertThat(e.problems()).isNotEmpty();
        }
      }
    }
    return changed;
  }

  private static KnowledgeBase with(KnowledgeBase before, String file, String text) {
    return before.changedTo(before.files().with(file, text.getBytes(StandardCharsets.UTF_8)));
  }
}

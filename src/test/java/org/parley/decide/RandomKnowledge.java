package org.parley.decide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;

/**
 * A small knowledge base from a seed, and random cases for it.
 *
 * @param counts how often each feature came up in it
 */
record RandomKnowledge(long seed, Draft draft, KnowledgeBase base, Map<Feature, Integer> counts) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");

  /** Writes the knowledge base of a seed into a folder and loads it. */
  static RandomKnowledge of(long seed, Path folder) {
    Dice dice = new Dice(seed);
    Draft draft = new Drawing(dice).draw();
    return new RandomKnowledge(seed, draft, draft.loadFrom(folder), dice.counts());
  }

  /** Random cases: facts missing, not known, or at the edges of the bands that tables speak of. */
  List<Map<String, String>> cases(int number) {
    Dice dice = new Dice(~seed);
    Map<String, List<String>> values = new LinkedHashMap<>();
    draft.facts().forEach(f -> values.put(f.name(), values(f)));
    List<Map<String, String>> cases = new ArrayList<>(List.of(Map.of()));
    while (cases.size() < number) {
      Map<String, String> facts = new LinkedHashMap<>();
      values.forEach(
          (name, possible) -> {
            if (dice.percent(90)) {
              facts.put(name, dice.percent(7) ? FactType.UNKNOWN : dice.one(possible));
            }
          });
      cases.add(facts);
    }
    return cases;
  }

  private List<String> values(Draft.Fact fact) {
    if (!fact.values().isEmpty()) {
      return fact.values();
    }
    TreeSet<Integer> numbers = new TreeSet<>(List.of(fact.min(), fact.max()));
    for (Draft.Decision decision : draft.decisions()) {
      Matcher matcher = NUMBER.matcher(decision.logic().toString());
      while (matcher.find()) {
        int number = Integer.parseInt(matcher.group());
        // a column may test the double
        IntStream.of(number, number / 2).forEach(n -> numbers.addAll(List.of(n - 1, n, n + 1)));
      }
    }
    return numbers.subSet(fact.min(), true, fact.max(), true).stream()
        .map(String::valueOf)
        .toList();
  }

  /** Draws the knowledge base. */
  private static final class Drawing {
    private static final List<String> FACTS =
        List.of(
            "mood",
            "war",
            "war aim",
            "état des lieux",
            "phase 2",
            "who's there",
            "self-rule",
            "the a and the b",
            "x",
            "days in the field");
    private static final List<String> NUMBERS =
        List.of("months", "days left", "n", "months of war");
    private static final List<String> DECISIONS =
        List.of(
            "verdict",
            "cost of talks",
            "grade 2",
            "coût",
            "cost of leaks",
            "war aim met",
            "d",
            "still in doubt",
            "mood of war");
    private static final List<String> VALUES =
        List.of("yes", "no", "high", "low", "very high", "none");
    private static final List<String> ODD_VALUES =
        List.of(
            "été",
            "10",
            "a,b",
            "it's",
            "x-y",
            "(none)",
            "<5",
            "null",
            "true",
            "-",
            "?",
            "a & b",
            "not(yes)",
            "日本",
            "ÜBER alles");

    private final Dice dice;
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, String> models = new HashMap<>();
    private final List<Draft.Decision> decisions = new ArrayList<>();

    Drawing(Dice dice) {
      this.dice = dice;
    }

    Draft draw() {
      List<Draft.Fact> facts = new ArrayList<>();
      dice.some(FACTS, 2, 6).forEach(n -> facts.add(choice(n)));
      dice.some(NUMBERS, 0, 2).forEach(n -> facts.add(number(n)));
      facts.forEach(f -> terms.add(Term.of(f)));
      int files = dice.between(1, 3);
      for (String name : dice.some(DECISIONS, 2, dice.between(3, 8))) {
        addDecision(name, "m" + dice.between(1, files));
      }
      noteUnread();
      return new Draft(facts, decisions);
    }

    private Draft.Fact choice(String name) {
      List<String> values = new ArrayList<>(dice.some(VALUES, 2, 6));
      values.replaceAll(v -> dice.rolls(Feature.ODD_TEXT) ? dice.one(ODD_VALUES) : v);
      values.add(FactType.UNKNOWN);
      return Draft.Fact.choice(name, values.stream().distinct().toList());
    }

    private Draft.Fact number(String name) {
      int max = dice.between(10, 600);
      if (dice.rolls(Feature.TINY_RANGE)) {
        max = dice.between(1, 3);
      } else if (dice.rolls(Feature.WIDE_RANGE)) {
        max = 2_000_000;
      }
      Draft.Fact fact =
          Draft.Fact.number(name, dice.percent(70) ? 0 : dice.between(0, max - 1), max);
      return dice.rolls(Feature.NUMBER_WITHOUT_RANGE)
          ? new Draft.Fact(name, List.of(), fact.min(), max, Draft.Type.plain("number"))
          : fact;
    }

    private void addDecision(String name, String model) {
      List<Term> reads = dice.some(terms.stream().filter(t -> isToldIn(t, model)).toList(), 1, 4);
      if (reads.stream().anyMatch(t -> !models.getOrDefault(t.expression(), model).equals(model))) {
        dice.note(Feature.READS_ANOTHER_MODEL);
      }
      Draft.Logic logic;
      Draft.Type type = Draft.Type.NONE;
      Term result;
      if (dice.rolls(Feature.EXPRESSION)) {
        RandomExpression expression = RandomExpression.literal(dice, name, reads);
        logic = expression.logic();
        result = expression.result();
      } else if (dice.rolls(Feature.BOXED_CONTEXT)) {
        RandomExpression expression = RandomExpression.context(dice, name, reads);
        logic = expression.logic();
        result = expression.result();
      } else {
        RandomTable table = new RandomTable(dice, name, reads);
        logic = table.table();
        type = table.type();
        result = table.result();
      }
      List<String> names = reads.stream().map(Term::expression).toList();
      decisions.add(new Draft.Decision(name, model, type, names, logic));
      models.put(name, model);
      terms.add(result);
    }

    /** Where another model has a context without a type, nobody can tell its parts. */
    private boolean isToldIn(Term term, String model) {
      return !term.is(Term.Kind.CONTEXT)
          || !term.type().isEmpty()
          || models.getOrDefault(term.expression(), model).equals(model);
    }

    private void noteUnread() {
      for (Draft.Decision decision : decisions) {
        if (decisions.stream().noneMatch(d -> d.reads().contains(decision.name()))) {
          dice.note(Feature.NOBODY_READS_IT);
        }
      }
    }
  }
}

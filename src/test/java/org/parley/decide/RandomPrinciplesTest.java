package org.parley.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.decide.answer.Answers;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.proof.Proof;
import org.parley.decide.proof.Proof.State;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Principle;
import org.parley.knowledge.Principle.Never;

/** A principle is broken on random tables exactly where visiting every world finds it broken. */
class RandomPrinciplesTest {
  private static final int MOST_WORLDS = 500;
  private static final List<Never> NEVERS = List.of(Never.values());

  @TempDir private Path folder;

  @Test
  void whatIsProvedAndBrokenIsWhatVisitingFinds() {
    Map<State, Integer> states = new LinkedHashMap<>();
    int conditions = 0;
    for (int seed = 0; seed < 150; seed++) {
      KnowledgeBase base = RandomKnowledge.of(seed, folder.resolve("s" + seed)).base();
      TableEngine engine = TableEngine.compile(base);
      if (worlds(engine) > MOST_WORLDS) {
        continue;
      }
      Random random = new Random(seed);
      List<Decision> subjects =
          base.decisions().stream().filter(d -> answers(engine, d.name()).size() > 0).toList();
      if (subjects.isEmpty()) {
        continue;
      }
      List<Principle> principles = new ArrayList<>();
      while (principles.size() < 40) {
        principles.add(principle(base, engine, subjects, random, principles.size()));
      }
      for (Proof proof : engine.prove(principles)) {
        states.merge(proof.state(), 1, Integer::sum);
        boolean onDecision =
            proof.principle().where().keySet().stream().anyMatch(n -> base.decision(n).isPresent());
        conditions += onDecision && proof.state() == State.PROVED ? 1 : 0;
        compare(base, engine, proof);
      }
    }
    assertThat(states).containsKeys(State.values());
    assertThat(states.get(State.PROVED)).isGreaterThan(30);
    assertThat(states.get(State.BROKEN)).isGreaterThan(30);
    assertThat(conditions).isGreaterThan(5);
  }

  private static double worlds(TableEngine engine) {
    return IntStream.range(0, engine.codes().names().size())
        .mapToDouble(fact -> engine.codes().values(fact).size())
        .reduce(1, (a, b) -> a * b);
  }

  /** The texts that a table answers with; none where it answers otherwise. */
  private static List<String> answers(TableEngine engine, String decision) {
    CompiledTable table = engine.tables().table(decision);
    return table == null || table.isList()
        ? List.of()
        : table.domain().values().stream()
            .filter(String.class::isInstance)
            .map(Object::toString)
            .toList();
  }

  private static Principle principle(
      KnowledgeBase base, TableEngine engine, List<Decision> subjects, Random random, int id) {
    Decision subject = subjects.get(random.nextInt(subjects.size()));
    List<String> order = new ArrayList<>(answers(engine, subject.name()));
    Collections.shuffle(order, random);
    List<FactType> facts = List.copyOf(base.vocabulary().facts());
    FactType fact = facts.get(random.nextInt(facts.size()));
    Never never = NEVERS.get(random.nextInt(NEVERS.size()));
    boolean whole = never == Never.LEAVE || never == Never.TURN || random.nextInt(3) == 0;
    List<String> scale =
        new ArrayList<>(engine.codes().values(base.vocabulary().factNames().indexOf(fact.name())));
    Collections.shuffle(scale, random);
    Map<String, List<String>> where = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      List<FactType> others =
          facts.stream()
              .filter(f -> never == Never.BE || !f.equals(fact))
              .filter(f -> f.kind() == FactType.Kind.CHOICE)
              .toList();
      if (!others.isEmpty()) {
        FactType other = others.get(random.nextInt(others.size()));
        where.put(other.name(), some(other.values(), random));
      }
    }
    if (random.nextBoolean()) {
      Decision other = subjects.get(random.nextInt(subjects.size()));
      where.put(other.name(), some(answers(engine, other.name()), random));
    }
    return new Principle(
        1,
        "p" + id,
        never == Never.BE ? "" : fact.name(),
        never == Never.BE || whole ? List.of() : scale,
        random.nextBoolean(),
        where,
        subject.name(),
        never,
        never == Never.BE || never == Never.BECOME ? some(order, random) : List.of(),
        order,
        List.of(),
        "");
  }

  private static List<String> some(List<String> values, Random random) {
    List<String> some = new ArrayList<>(values);
    Collections.shuffle(some, random);
    return some.subList(0, 1 + random.nextInt(some.size()));
  }

  private static void compare(KnowledgeBase base, TableEngine engine, Proof proof) {
    Principle principle = proof.principle();
    Visit visit = new Visit(base, engine, principle);
    visit.world(0);
    if (proof.state() == State.UNPROVED) {
      return;
    }
    assertThat(proof.state() == State.BROKEN)
        .as("%s is %s", principle.words(), proof.state())
        .isEqualTo(visit.least < Integer.MAX_VALUE);
    if (proof.state() == State.BROKEN) {
      // facts that must be known are in it as well
      long free =
          proof.counterexample().facts().keySet().stream()
              .filter(f -> visit.mayBeUnknown(base.vocabulary().factNames().indexOf(f)))
              .count();
      assertThat(free).as(principle.words()).isEqualTo(visit.least);
    } else {
      assertThat(visit.moved)
          .as("%s is %s", principle.words(), proof.state())
          .matches(
              moved -> moved || principle.never() == Never.CHANGE || proof.state() != State.PROVED)
          .matches(
              moved -> !moved || proof.state() == State.PROVED || principle.never() == Never.BE);
    }
  }

  /** All worlds of a principle, one by one. */
  private static final class Visit {
    private final KnowledgeBase base;
    private final TableEngine engine;
    private final Principle principle;
    private final int fact;
    private final byte[] facts;
    private int least = Integer.MAX_VALUE;
    private boolean moved;

    Visit(KnowledgeBase base, TableEngine engine, Principle principle) {
      this.base = base;
      this.engine = engine;
      this.principle = principle;
      this.fact = base.vocabulary().factNames().indexOf(principle.fact());
      this.facts = new byte[base.vocabulary().facts().size()];
    }

    void world(int place) {
      if (place == facts.length) {
        look();
        return;
      }
      if (place == fact) {
        world(place + 1);
        return;
      }
      List<String> values = engine.codes().values(place);
      for (int code = 0; code < values.size(); code++) {
        if (allows(place, values.get(code))) {
          facts[place] = (byte) code;
          world(place + 1);
        }
      }
    }

    private boolean allows(int place, String value) {
      List<String> allowed = principle.where().get(base.vocabulary().factNames().get(place));
      return allowed == null || allowed.contains(value);
    }

    boolean mayBeUnknown(int place) {
      return engine.codes().values(place).contains(FactType.UNKNOWN)
          && allows(place, FactType.UNKNOWN);
    }

    private int known() {
      return (int)
          IntStream.range(0, facts.length)
              .filter(i -> i != fact && mayBeUnknown(i))
              .filter(i -> !engine.codes().values(i).get(facts[i] & 0xFF).equals(FactType.UNKNOWN))
              .count();
    }

    private void look() {
      if (fact < 0) {
        String answer = answer("");
        moved |= answer != null;
        if (answer != null && principle.answers().contains(answer)) {
          least = Math.min(least, known());
        }
        return;
      }
      List<String> all = engine.codes().values(fact);
      List<String> scale = new ArrayList<>(principle.scale().isEmpty() ? all : principle.scale());
      if (principle.scale().isEmpty()) {
        scale.remove(FactType.UNKNOWN);
        if (principle.down()) {
          Collections.reverse(scale);
        }
      }
      List<Integer> ranks = new ArrayList<>();
      for (int i = 0; i < scale.size(); i++) {
        String now = answer(scale.get(i));
        ranks.add(now == null ? -1 : principle.rank(now));
        String before = i == 0 ? null : answer(scale.get(i - 1));
        if (before != null && now != null && !before.equals(now)) {
          moved |= principle.never() != Never.LEAVE;
          int rise = principle.rank(now) - principle.rank(before);
          boolean bad =
              switch (principle.never()) {
                case RISE -> rise > 0;
                case FALL -> rise < 0;
                case CHANGE -> true;
                case BECOME ->
                    principle.answers().contains(now) && !principle.answers().contains(before);
                default -> false;
              };
          least = bad ? Math.min(least, known()) : least;
        }
      }
      if (principle.never() == Never.LEAVE) {
        String unknown = answer(FactType.UNKNOWN);
        if (unknown != null && !ranks.contains(-1)) {
          int rank = principle.rank(unknown);
          moved |= ranks.stream().anyMatch(r -> r != rank);
          if (rank < Collections.min(ranks) || rank > Collections.max(ranks)) {
            least = Math.min(least, known());
          }
        }
      } else if (principle.never() == Never.TURN && !ranks.contains(-1)) {
        boolean up =
            IntStream.range(1, ranks.size()).anyMatch(i -> ranks.get(i) > ranks.get(i - 1));
        boolean down =
            IntStream.range(1, ranks.size()).anyMatch(i -> ranks.get(i) < ranks.get(i - 1));
        least = up && down ? Math.min(least, known()) : least;
      }
    }

    /** What the subject answers, or {@code null} where a decision has not the answer asked for. */
    private String answer(String value) {
      byte[] world = facts.clone();
      if (fact >= 0) {
        world[fact] = (byte) engine.codes().values(fact).indexOf(value);
      }
      Answers answers = engine.answers();
      answers.answer(world);
      for (var condition : principle.where().entrySet()) {
        if (base.decision(condition.getKey()).isPresent()
            && !condition.getValue().contains(String.valueOf(answers.value(condition.getKey())))) {
          return null;
        }
      }
      return String.valueOf(answers.value(principle.subject()));
    }
  }
}

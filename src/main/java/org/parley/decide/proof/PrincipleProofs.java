package org.parley.decide.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.decide.answer.CompiledTable;
import org.parley.decide.answer.CompiledTable.Column;
import org.parley.decide.answer.CompiledTables;
import org.parley.decide.answer.FactCodes;
import org.parley.decide.proof.Proof.State;
import org.parley.decide.world.SideBySide;
import org.parley.decide.world.SideBySide.Answered;
import org.parley.decide.world.Worlds;
import org.parley.knowledge.Principle;

/**
 * Proves principles over all combinations of legal values, unknown and absent numbers included. The
 * principles of one fact, subject and condition are read off one walk through the worlds.
 */
public final class PrincipleProofs {
  private static final String LATER = "not yet proved";

  private final CompiledTables tables;
  private final FactCodes codes;
  private final int mostStates;
  // the moment of System.nanoTime from which no proof is begun, where there is one
  private final OptionalLong end;

  /**
   * @param mostStates how many states one walk may visit
   */
  public PrincipleProofs(CompiledTables tables, FactCodes codes, int mostStates) {
    this(tables, codes, mostStates, OptionalLong.empty());
  }

  private PrincipleProofs(
      CompiledTables tables, FactCodes codes, int mostStates, OptionalLong end) {
    this.tables = tables;
    this.codes = codes;
    this.mostStates = mostStates;
    this.end = end;
  }

  /**
   * The same, but that no proof is begun after a time.
   *
   * @param nanos from now; {@link Long#MAX_VALUE} for no end
   */
  public PrincipleProofs within(long nanos) {
    return nanos == Long.MAX_VALUE
        ? this
        : new PrincipleProofs(
            tables, codes, mostStates, OptionalLong.of(System.nanoTime() + nanos));
  }

  /** What one walk answers. */
  private record Question(String fact, String subject, Map<String, List<String>> where) {

    static Question of(Principle principle) {
      return new Question(principle.fact(), principle.subject(), principle.where());
    }
  }

  /** Proves principles, several at a time; in the order given. */
  public List<Proof> of(List<Principle> principles) {
    Map<Question, List<Principle>> questions =
        principles.stream()
            .collect(Collectors.groupingBy(Question::of, LinkedHashMap::new, Collectors.toList()));
    Map<Principle, Proof> proofs =
        questions.entrySet().parallelStream()
            .flatMap(q -> prove(q.getKey(), q.getValue()).stream())
            .collect(Collectors.toMap(Proof::principle, Function.identity()));
    return principles.stream().map(proofs::get).toList();
  }

  /** Whether one of some principles that rest on a decision is broken. */
  public boolean breaks(String decision, List<Principle> principles) {
    int changed = tables.slot(decision);
    Map<Boolean, List<Principle>> near =
        principles.stream()
            .filter(p -> tables.behind(reads(Question.of(p))).contains(changed))
            .collect(Collectors.partitioningBy(p -> p.subject().equals(decision)));
    // those about the decision itself are soon asked, and mostly enough
    return isAnyBroken(near.get(true)) || isAnyBroken(near.get(false));
  }

  private boolean isAnyBroken(List<Principle> principles) {
    return principles.stream()
        .collect(Collectors.groupingBy(Question::of))
        .entrySet()
        .parallelStream()
        .anyMatch(
            q ->
                prove(q.getKey(), q.getValue()).stream()
                    .anyMatch(proof -> proof.state() == State.BROKEN));
  }

  /** The subject, and the decisions that must have given answers. */
  private List<String> reads(Question question) {
    List<String> reads = new ArrayList<>(question.where().keySet());
    reads.removeIf(name -> tables.slot(name) < tables.factCount());
    reads.add(question.subject());
    return reads;
  }

  private List<Proof> prove(Question question, List<Principle> principles) {
    if (end.isPresent() && System.nanoTime() - end.getAsLong() > 0) {
      return principles.stream().map(p -> new Proof(p, State.UNPROVED, LATER, null)).toList();
    }
    if (!question.fact().isEmpty() && !isRead(question)) {
      return principles.stream().map(p -> Proof.of(p, State.ABSENT)).toList();
    }
    Optional<String> obstacle = obstacle(reads(question));
    if (obstacle.isPresent()) {
      return principles.stream()
          .map(p -> new Proof(p, State.UNPROVED, obstacle.get(), null))
          .toList();
    }
    Walk walk = new Walk(question);
    if (question.fact().isEmpty()) {
      Optional<List<Answered>> answers = walk.answers();
      return principles.stream().map(p -> proof(p, answers, List.of(0), walk)).toList();
    }
    List<Integer> all = IntStream.range(0, walk.size()).boxed().toList();
    Optional<List<Answered>> together = walk.sideBySide(all);
    return principles.stream()
        .map(
            p -> {
              List<Integer> scale = walk.scale(p);
              return together.isPresent() || scale.size() == all.size()
                  ? proof(p, together, all, walk)
                  : proof(p, walk.sideBySide(scale), scale, walk);
            })
        .toList();
  }

  /** Whether anything that the subject rests on can tell values of the fact apart. */
  private boolean isRead(Question question) {
    int fact = tables.slot(question.fact());
    return tables.behind(List.of(question.subject())).stream()
        .anyMatch(
            slot ->
                tables.table(slot) == null
                    ? tables.decision(slot).facts().contains(question.fact())
                    : tables.table(slot).columns().stream()
                        .anyMatch(c -> tells(tables.table(slot), c, fact)));
  }

  private static boolean tells(CompiledTable table, Column column, int fact) {
    if (column.slots().length > 1) {
      return IntStream.of(column.slots()).anyMatch(slot -> slot == fact);
    }
    return column.slots()[0] == fact
        && IntStream.range(0, table.rows().size())
            .map(bit -> table.accepted(bit, column).size())
            .anyMatch(accepted -> accepted < table.codes(column));
  }

  /** Why worlds cannot be followed through what some decisions rest on. */
  private Optional<String> obstacle(List<String> decisions) {
    return tables.behind(decisions).stream().flatMap(slot -> obstacle(slot).stream()).findFirst();
  }

  private Optional<String> obstacle(int slot) {
    CompiledTable table = tables.table(slot);
    String name = tables.name(slot);
    if (table == null) {
      return Optional.of("no masks could be made of '%s': %s".formatted(name, tables.reason(name)));
    }
    if (table.isList()) {
      return Optional.of("'%s' collects a list".formatted(name));
    }
    return table.isPlain()
        ? Optional.empty()
        : Optional.of("a column of '%s' looks at more than one name".formatted(name));
  }

  /** Why a walk came to no end. */
  private String noEnd(String subject) {
    return tables.behind(List.of(subject)).stream()
        .filter(slot -> tables.table(slot).otherwise() != null || !tables.table(slot).answersAll())
        .findFirst()
        .map(slot -> "no row of '%s' answers some combination".formatted(tables.name(slot)))
        .orElse("it takes more than %d states to follow".formatted(mostStates));
  }

  /**
   * Reads a principle off what a walk has found.
   *
   * @param walked the codes that the answers belong to
   */
  private Proof proof(
      Principle principle, Optional<List<Answered>> found, List<Integer> walked, Walk walk) {
    if (found.isEmpty()) {
      return new Proof(principle, State.UNPROVED, noEnd(principle.subject()), null);
    }
    List<List<Integer>> steps = walk.steps(principle);
    boolean moved = false;
    List<Counterexample> broken = new ArrayList<>();
    List<Answered> simplest =
        found.get().stream().sorted(Comparator.comparingInt(Answered::known)).toList();
    for (Answered one : simplest) {
      for (List<Integer> step : steps) {
        List<Object> answers =
            step.stream().map(code -> walk.answer(one, walked.indexOf(code))).toList();
        if (!answers.contains(WhereTable.OUTSIDE)) {
          List<String> words = answers.stream().map(Object::toString).toList();
          moved |= principle.fact().isEmpty() || Set.copyOf(words).size() > 1;
          if (broken.isEmpty() && isBroken(principle, words)) {
            broken.add(walk.counterexample(one, step, words));
          }
        }
      }
    }
    if (!broken.isEmpty()) {
      return new Proof(principle, State.BROKEN, "", broken.get(0));
    }
    boolean means =
        principle.never() == Principle.Never.CHANGE
            ? walk.hasWorlds()
            : moved && canAnswer(principle);
    return Proof.of(principle, means ? State.PROVED : State.VACUOUS);
  }

  /** Whether some row gives one of the answers that must not be, if there are any. */
  private boolean canAnswer(Principle principle) {
    return principle.answers().isEmpty()
        || tables.table(principle.subject()).domain().values().stream()
            .map(Object::toString)
            .anyMatch(principle.answers()::contains);
  }

  /**
   * Whether answers are what a principle forbids.
   *
   * @param answers before and after a step; the one of a ban; or for unknown and all values in
   *     their order, or these alone, where a principle is about all of them
   */
  private static boolean isBroken(Principle principle, List<String> answers) {
    String first = answers.get(0);
    String last = answers.get(answers.size() - 1);
    return switch (principle.never()) {
      case RISE -> principle.rank(last) > principle.rank(first);
      case FALL -> principle.rank(last) < principle.rank(first);
      case CHANGE -> !first.equals(last);
      case BECOME -> principle.answers().contains(last) && !principle.answers().contains(first);
      case BE -> principle.answers().contains(first);
      case LEAVE -> {
        List<Integer> known =
            answers.subList(1, answers.size()).stream().map(principle::rank).sorted().toList();
        yield principle.rank(first) < known.get(0)
            || principle.rank(first) > known.get(known.size() - 1);
      }
      case TURN -> {
        Set<Integer> ways = new HashSet<>();
        for (int i = 1; i < answers.size(); i++) {
          ways.add(
              Integer.compare(principle.rank(answers.get(i)), principle.rank(answers.get(i - 1))));
        }
        yield ways.contains(1) && ways.contains(-1);
      }
    };
  }

  /** The worlds of a question, and how to follow and to read them. */
  private final class Walk {
    private final Question question;
    private final CompiledTables followed;
    private final String decision;
    private final int fact;
    private final List<Worlds.Open> open = new ArrayList<>();

    Walk(Question question) {
      this.question = question;
      Map<String, List<String>> decisions = new LinkedHashMap<>(question.where());
      decisions.keySet().removeIf(name -> tables.slot(name) < tables.factCount());
      boolean paired = !decisions.isEmpty();
      this.followed = paired ? WhereTable.beside(tables, question.subject(), decisions) : tables;
      this.decision = paired ? WhereTable.name(question.subject()) : question.subject();
      this.fact = tables.slot(question.fact());
      for (Worlds.Open all : Worlds.Open.all(tables)) {
        List<String> values = question.where().get(tables.name(all.fact()));
        open.add(
            values == null
                ? all
                : new Worlds.Open(
                    all.fact(),
                    values.stream()
                        .flatMap(v -> codes(all.fact(), v).boxed())
                        .distinct()
                        .sorted()
                        .toList()));
      }
    }

    private IntStream codes(int of, String value) {
      String[] ends = value.split("\\.\\.", 2);
      return tables.domain(of).isBanded() && ends.length > 1
          ? IntStream.rangeClosed(codes.code(of, ends[0]), codes.code(of, ends[1]))
          : IntStream.of(codes.code(of, value));
    }

    int size() {
      return open.get(fact).codes().size();
    }

    Optional<List<Answered>> sideBySide(List<Integer> moving) {
      List<Worlds.Open> some = new ArrayList<>(open);
      some.set(fact, new Worlds.Open(fact, moving));
      return SideBySide.of(followed, decision, fact, some, mostStates);
    }

    Optional<List<Answered>> answers() {
      return SideBySide.answers(followed, decision, open, mostStates);
    }

    /** Whether the decisions ever have the answers that they must have. */
    boolean hasWorlds() {
      return !followed.table(decision).domain().values().contains(WhereTable.OUTSIDE)
          || answers().stream()
              .flatMap(List::stream)
              .anyMatch(one -> !answer(one, 0).equals(WhereTable.OUTSIDE));
    }

    Object answer(Answered one, int place) {
      return followed.table(decision).domain().values().get(one.results().get(place));
    }

    /** The codes that the fact of a principle goes through. */
    List<Integer> scale(Principle principle) {
      List<Integer> known =
          IntStream.range(0, size()).filter(code -> isKnown(fact, code)).boxed().toList();
      return switch (principle.never()) {
        case LEAVE ->
            Stream.concat(
                    IntStream.range(0, size()).boxed().filter(code -> !isKnown(fact, code)),
                    known.stream())
                .toList();
        case TURN -> known;
        default ->
            principle.scale().isEmpty()
                ? principle.down()
                    ? known.stream().sorted(Comparator.reverseOrder()).toList()
                    : known
                : principle.scale().stream().map(value -> codes.code(fact, value)).toList();
      };
    }

    private boolean isKnown(int of, int code) {
      return tables.domain(of).isKnown(code);
    }

    /** The codes that are looked at together: two for a step, or all. */
    List<List<Integer>> steps(Principle principle) {
      if (fact < 0) {
        return List.of(List.of(0));
      }
      List<Integer> scale = scale(principle);
      return switch (principle.never()) {
        case LEAVE, TURN -> List.of(scale);
        default ->
            IntStream.range(1, scale.size())
                .mapToObj(i -> List.of(scale.get(i - 1), scale.get(i)))
                .toList();
      };
    }

    Counterexample counterexample(Answered one, List<Integer> step, List<String> words) {
      Map<String, String> facts = new LinkedHashMap<>();
      for (int other = 0; other < tables.factCount(); other++) {
        int code = one.world().get(other);
        if (other != fact && isKnown(other, code)) {
          facts.put(tables.name(other), codes.values(other).get(code));
        }
      }
      return new Counterexample(
          facts,
          question.fact(),
          question.subject(),
          IntStream.range(0, step.size())
              .mapToObj(
                  i ->
                      new Counterexample.Answer(
                          fact < 0 ? "" : codes.values(fact).get(step.get(i)), words.get(i)))
              .toList());
    }
  }
}

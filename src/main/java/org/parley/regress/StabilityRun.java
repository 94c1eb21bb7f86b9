package org.parley.regress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.decide.answer.ColumnEvaluator;
import org.parley.decide.answer.FactCodes;
import org.parley.derive.Deriver;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.precedent.NaiveBayes;
import org.parley.precedent.Precedent;
import org.parley.regress.Baselines.Training;
import org.parley.regress.Stability.Doubt;
import org.parley.regress.Stability.Doubted;
import org.parley.regress.Stability.Turning;

/** Runs cases with facts forgotten. */
public final class StabilityRun {
  private static final int DRAWS = 200;
  private static final double CHANCE = 0.2;
  private static final int SEED = 1;

  private final TableAdvisor advisor;
  private final KnowledgeBase knowledge;
  private final List<String> names;
  // cases run at the same time, and an evaluator serves one thread
  private final ThreadLocal<ColumnEvaluator> evaluators;

  public StabilityRun(TableAdvisor advisor, KnowledgeBase knowledge) {
    this.advisor = advisor;
    this.knowledge = knowledge;
    this.names = knowledge.vocabulary().factNames();
    this.evaluators =
        ThreadLocal.withInitial(() -> advisor.engine().columns(List.of(FinalDecisions.POSTURE)));
  }

  /**
   * Runs cases; those that were made up are left out.
   *
   * @return empty where tables that the posture rests on have no masks, or a fact more values than
   *     masks can tell apart: it would take too long
   */
  public Optional<Stability> run(List<Case> cases) {
    if (!advisor.engine().codes().areComplete() || !evaluators.get().isBulk()) {
      return Optional.empty();
    }
    List<Case> ran = cases.stream().filter(c -> !c.isMadeUp()).toList();
    List<Precedent> seen =
        ran.stream()
            .flatMap(c -> Precedent.of(c, knowledge.vocabulary()).stream())
            .filter(one -> one.posture().isPresent())
            .toList();
    Training training =
        new Training(
            seen,
            advisor.library().cases().stream().filter(c -> c.posture().isPresent()).toList(),
            knowledge.vocabulary());
    List<Tally> tallies = ran.parallelStream().map(c -> tally(c, training)).toList();
    List<Tally> compared = tallies.stream().filter(Tally::isCompared).toList();
    return Optional.of(
        new Stability(
            (int) tallies.stream().filter(t -> !t.turning().isEmpty()).count(),
            ran.size(),
            facts(tallies.stream().map(Tally::turning).toList()),
            compared.size(),
            (int) compared.stream().filter(t -> t.tables().agrees()).count(),
            (int) compared.stream().filter(t -> t.learner().agrees()).count(),
            Baselines.largestClass(seen),
            mean(compared.stream().map(Tally::tables).toList()),
            mean(compared.stream().map(Tally::learner).toList()),
            DRAWS,
            CHANCE,
            SEED,
            doubt(ran)));
  }

  private Doubt doubt(List<Case> ran) {
    List<Doubted> doubted =
        ran.parallelStream()
            .map(this::doubted)
            .filter(d -> d.values() > 0)
            .sorted(Comparator.comparing(Doubted::subject))
            .toList();
    return new Doubt(
        doubted.size(),
        (int) doubted.stream().filter(d -> !d.facts().isEmpty()).count(),
        doubted.stream().mapToDouble(Doubted::share).average().orElse(1),
        facts(doubted.stream().map(Doubted::facts).toList()),
        doubted.stream().filter(d -> !d.facts().isEmpty()).toList());
  }

  /** What each other value of each doubted fact does by itself. */
  private Doubted doubted(Case subject) {
    Map<String, String> known = new Memory(subject).without(Set.of());
    List<Map<String, String>> worlds = new ArrayList<>(List.of(known));
    List<String> changed = new ArrayList<>();
    FactCodes codes = advisor.engine().codes();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Fact fact = subject.facts().get(name);
      if (fact != null && fact.confidence() == Confidence.LOW && known.containsKey(name)) {
        int own = codes.code(i, known.get(name));
        List<String> values = codes.values(i);
        for (int code = 0; code < values.size(); code++) {
          if (code != own && !values.get(code).equals(FactType.UNKNOWN)) {
            Map<String, String> world = new LinkedHashMap<>(known);
            world.put(name, values.get(code));
            worlds.add(world);
            changed.add(name);
          }
        }
      }
    }
    List<String> postures = postures(worlds);
    Map<String, List<Boolean>> stands = new LinkedHashMap<>();
    for (int i = 0; i < changed.size(); i++) {
      stands
          .computeIfAbsent(changed.get(i), name -> new ArrayList<>())
          .add(postures.get(i + 1).equals(postures.get(0)));
    }
    return new Doubted(
        subject.id(),
        changed.size(),
        (int) stands.values().stream().flatMap(List::stream).filter(s -> s).count(),
        stands.values().stream()
            .mapToDouble(of -> of.stream().filter(s -> s).count() / (double) of.size())
            .average()
            .orElse(1),
        stands.entrySet().stream()
            .filter(e -> e.getValue().contains(false))
            .map(Map.Entry::getKey)
            .toList());
  }

  private List<Turning> facts(List<List<String>> turning) {
    return names.stream()
        .map(
            name -> new Turning(name, (int) turning.stream().filter(t -> t.contains(name)).count()))
        .filter(fact -> fact.turned() > 0)
        .sorted(Comparator.comparingInt(Turning::turned).reversed())
        .toList();
  }

  private static double mean(List<Hits> hits) {
    return hits.stream().mapToInt(Hits::drawn).sum() / (double) DRAWS;
  }

  /**
   * How often a voice said what was done.
   *
   * @param agrees whether with all facts
   * @param drawn in how many draws
   */
  private record Hits(boolean agrees, int drawn) {}

  /**
   * What came of one case.
   *
   * @param turning the facts that turn it
   * @param tables how often the tables agreed, or {@code null} where no posture is on record
   * @param learner how often the learner did, or {@code null} there
   */
  private record Tally(List<String> turning, Hits tables, Hits learner) {

    boolean isCompared() {
      return tables != null;
    }
  }

  private Tally tally(Case subject, Training training) {
    Memory memory = new Memory(subject);
    List<Map<String, String>> worlds = new ArrayList<>(List.of(memory.without(Set.of())));
    List<String> known = memory.known();
    known.forEach(name -> worlds.add(memory.without(Set.of(name))));
    Precedent own = Precedent.of(subject, knowledge.vocabulary()).orElse(null);
    boolean compared = own != null && own.posture().isPresent();
    if (compared) {
      worlds.addAll(draws(subject, memory, known));
    }
    List<String> postures = postures(worlds);
    String favoured = postures.get(0);
    List<String> turning =
        IntStream.range(0, known.size())
            .filter(i -> !postures.get(i + 1).equals(favoured))
            .mapToObj(known::get)
            .toList();
    if (!compared) {
      return new Tally(turning, null, null);
    }
    NaiveBayes learner = training.without(own.group(), Precedent::group);
    List<String> learned =
        Stream.concat(worlds.stream().limit(1), worlds.stream().skip(known.size() + 1))
            .map(world -> learner.total() == 0 ? "" : learner.predict(world))
            .toList();
    return new Tally(
        turning,
        hits(favoured, postures.subList(known.size() + 1, postures.size()), own.done()),
        hits(learned.get(0), learned.subList(1, learned.size()), own.done()));
  }

  private static Hits hits(String said, List<String> drawn, String done) {
    return new Hits(said.equals(done), (int) drawn.stream().filter(done::equals).count());
  }

  /** The worlds of a case in which chance has had facts forgotten; the same in every run. */
  private static List<Map<String, String>> draws(Case subject, Memory memory, List<String> known) {
    Random random = new Random((long) SEED << 32 ^ subject.id().hashCode());
    List<Map<String, String>> drawn = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      Set<String> forgotten = new HashSet<>();
      for (String name : known) {
        if (random.nextDouble() < CHANCE) {
          forgotten.add(name);
        }
      }
      drawn.add(memory.without(forgotten));
    }
    return drawn;
  }

  /** What the tables favour in some worlds. */
  private List<String> postures(List<Map<String, String>> worlds) {
    byte[][] columns = new byte[names.size()][worlds.size()];
    for (int world = 0; world < worlds.size(); world++) {
      byte[] codes = advisor.engine().codes().encode(worlds.get(world));
      for (int fact = 0; fact < codes.length; fact++) {
        columns[fact][world] = codes[fact];
      }
    }
    byte[][] results = new byte[1][worlds.size()];
    ColumnEvaluator evaluator = evaluators.get();
    evaluator.evaluate(columns, 0, worlds.size(), results);
    List<Object> postures = evaluator.results(FinalDecisions.POSTURE);
    return IntStream.range(0, worlds.size())
        .map(world -> results[0][world] & 0xFF)
        .mapToObj(code -> code < postures.size() ? String.valueOf(postures.get(code)) : "")
        .toList();
  }

  /** What is left of the facts of a case when some are forgotten. */
  private final class Memory {
    private final Case subject;
    private final Map<String, String> coded = new LinkedHashMap<>();
    private final List<Derived> derived = new ArrayList<>();

    /**
     * What rules derive.
     *
     * @param forgotten which of the facts that they ask for are forgotten
     */
    private record Derived(Set<String> forgotten, Deriver.Derived found) {}

    Memory(Case subject) {
      this.subject = subject;
      for (String name : names) {
        Fact fact = subject.facts().get(name);
        if (fact != null && !fact.value().equals(FactType.UNKNOWN)) {
          coded.put(name, fact.value());
        }
      }
    }

    /** The facts that can be forgotten, in the order of the vocabulary. */
    List<String> known() {
      return List.copyOf(coded.keySet());
    }

    Map<String, String> without(Set<String> forgotten) {
      Map<String, String> derived = derived(forgotten);
      Map<String, String> left = new LinkedHashMap<>();
      for (String name : names) {
        String value = forgotten.contains(name) ? null : coded.get(name);
        if (value == null) {
          value = derived.get(name);
        }
        if (value != null && !value.equals(FactType.UNKNOWN)) {
          left.put(name, value);
        }
      }
      return left;
    }

    /** Rules run again only where they have asked for something that they are told otherwise. */
    private Map<String, String> derived(Set<String> forgotten) {
      for (Derived before : derived) {
        if (common(before.found().asked(), forgotten).equals(before.forgotten())) {
          return before.found().values();
        }
      }
      Case.Builder left = subject.toBuilder();
      forgotten.forEach(left::withoutFact);
      Deriver.Derived found = advisor.fromEvents(left.build());
      derived.add(new Derived(common(found.asked(), forgotten), found));
      return found.values();
    }

    private Set<String> common(Set<String> some, Set<String> others) {
      Set<String> common = new HashSet<>(some);
      common.retainAll(others);
      return common;
    }
  }
}

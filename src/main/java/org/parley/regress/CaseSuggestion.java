package org.parley.regress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.Case;
import org.parley.Finding;
import org.parley.decide.search.CellTrials;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.regress.SuggestionResult.Suggested;

/**
 * Suggests new cases: few that exercise much. For each target the nearest world is sought; then the
 * world that serves most is taken up and changed further as long as it serves more, and so on with
 * what is left. A world in which facts contradict each other is passed over where another serves.
 */
public final class CaseSuggestion {
  private static final int MOST_CHANGES = 8;
  private static final int CHOICES = 12;

  private final TableAdvisor advisor;
  private final StartingCases starting;
  private final CellTrials trials;
  private final Stubs stubs;
  private final List<Target> targets = new ArrayList<>();
  private final List<World> worlds = new ArrayList<>();
  private final List<Target> impossible = new ArrayList<>();
  private final List<Target> notFound = new ArrayList<>();
  private WorldFinder finder;

  private CaseSuggestion(TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases) {
    this.advisor = advisor;
    this.starting = new StartingCases(advisor, knowledge, cases);
    this.trials = advisor.engine().trials(advisor.answers());
    this.stubs = new Stubs(starting, cases);
  }

  /**
   * Suggests cases.
   *
   * @param advisor an advisor on the knowledge base
   * @param knowledge the knowledge base
   * @param cases the cases that there are
   * @param most how many to suggest at most
   */
  public static SuggestionResult of(
      TableAdvisor advisor, KnowledgeBase knowledge, List<Case> cases, int most) {
    List<Target> open =
        new Targets(knowledge, advisor.engine())
            .of(
                Coverage.of(advisor, knowledge, cases),
                MutationAnalysis.withoutPrinciples(advisor, knowledge, cases));
    return new CaseSuggestion(advisor, knowledge, cases).run(open, most);
  }

  private SuggestionResult run(List<Target> all, int most) {
    finder = starting.finder().orElse(null);
    if (finder == null) {
      return new SuggestionResult(all.size(), List.of(), List.of(), all, List.of());
    }
    all.forEach(this::seek);
    List<Pick> picks = withoutIdle(cover(most));
    List<Suggested> suggested = new ArrayList<>();
    BitSet left = everything();
    for (Pick pick : inOrder(picks)) {
      BitSet serves = both(pick.serves(), left);
      if (suggested.size() < most && !serves.isEmpty()) {
        left.andNot(serves);
        suggested.add(suggested(pick.world(), targets(serves), suggested.size()));
      }
    }
    return new SuggestionResult(all.size(), suggested, impossible, notFound, targets(left));
  }

  private void seek(Target target) {
    WorldFinder.Result result = finder.find(target);
    if (result instanceof WorldFinder.Result.Found found) {
      targets.add(target);
      worlds.add(found.world());
    } else {
      (result instanceof WorldFinder.Result.Impossible ? impossible : notFound).add(target);
    }
  }

  /** A world, and the places of all targets that it serves. */
  private record Pick(World world, BitSet serves) {}

  private BitSet everything() {
    BitSet all = new BitSet();
    all.set(0, targets.size());
    return all;
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  private List<Target> targets(BitSet places) {
    return places.stream().mapToObj(targets::get).toList();
  }

  private BitSet served(World world) {
    byte[] facts = world.facts();
    BitSet served = new BitSet();
    if (trials.take(facts)) {
      IntStream.range(0, targets.size())
          .filter(i -> targets.get(i).isServed(trials, facts))
          .forEach(served::set);
    }
    return served;
  }

  /** Greedily: what serves most of what is left, until nothing is or there are enough. */
  private List<Pick> cover(int most) {
    List<Pick> choices = worlds.stream().map(w -> new Pick(w, served(w))).toList();
    List<Pick> picks = new ArrayList<>();
    BitSet left = everything();
    while (!left.isEmpty() && picks.size() < most) {
      Pick pick = grown(best(choices, left), left);
      left.andNot(pick.serves());
      picks.add(pick);
    }
    return picks;
  }

  private Pick best(List<Pick> choices, BitSet left) {
    List<Pick> best =
        choices.stream()
            .filter(p -> p.serves().intersects(left))
            .sorted(
                Comparator.comparing((Pick p) -> -both(p.serves(), left).cardinality())
                    .thenComparing(p -> p.world().changed().size()))
            .limit(CHOICES)
            .toList();
    return best.stream()
        .filter(p -> findings(p.world()).isEmpty())
        .findFirst()
        .orElseGet(() -> best.get(0));
  }

  /** Changes a world further as long as it serves more of what is left. */
  private Pick grown(Pick start, BitSet left) {
    Pick pick = start;
    int findings = findings(start.world()).size();
    for (int i = left.nextSetBit(0);
        i >= 0 && pick.world().changed().size() < MOST_CHANGES;
        i = left.nextSetBit(i + 1)) {
      if (!pick.serves().get(i)) {
        World world = finder.from(pick.world(), targets.get(i), false).orElse(null);
        if (world != null && world.changed().size() <= MOST_CHANGES) {
          BitSet serves = served(world);
          if (both(serves, left).cardinality() > both(pick.serves(), left).cardinality()
              && findings(world).size() <= findings) {
            pick = new Pick(world, serves);
          }
        }
      }
    }
    return pick;
  }

  private List<Finding> findings(World world) {
    return advisor.advise(stubs.bare(world)).findings();
  }

  /** Leaves out, from the last on, what others serve too. */
  private List<Pick> withoutIdle(List<Pick> picks) {
    List<Pick> kept = new ArrayList<>(picks);
    for (int i = picks.size() - 1; i >= 0; i--) {
      BitSet others = new BitSet();
      Pick pick = picks.get(i);
      kept.stream().filter(p -> !p.equals(pick)).forEach(p -> others.or(p.serves()));
      if (both(pick.serves(), others).equals(pick.serves())) {
        kept.remove(pick);
      }
    }
    return kept;
  }

  /** Those first that serve most of what those before them leave. */
  private List<Pick> inOrder(List<Pick> picks) {
    List<Pick> open = new ArrayList<>(picks);
    List<Pick> ordered = new ArrayList<>();
    BitSet left = everything();
    while (!open.isEmpty()) {
      Pick next =
          open.stream()
              .max(
                  Comparator.comparing((Pick p) -> both(p.serves(), left).cardinality())
                      .thenComparing(p -> -picks.indexOf(p)))
              .orElseThrow();
      open.remove(next);
      ordered.add(next);
      left.andNot(next.serves());
    }
    return ordered;
  }

  private Suggested suggested(World world, List<Target> serves, int place) {
    return new Suggested(
        stubs.stub(world, serves, place),
        starting.like(world).id(),
        starting.changes(world),
        serves,
        findings(world));
  }
}

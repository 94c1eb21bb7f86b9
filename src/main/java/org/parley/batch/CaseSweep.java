package org.parley.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.Advice;
import org.parley.Changes.Group;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Shown;
import org.parley.UnofficialTrack;
import org.parley.batch.SweepResult.Design;
import org.parley.batch.SweepResult.Interaction;
import org.parley.batch.SweepResult.PostureShare;
import org.parley.batch.SweepResult.SweptCell;
import org.parley.batch.SweepResult.SweptEffect;
import org.parley.batch.SweepResult.Tipping;
import org.parley.batch.SweepResult.TrackShare;
import org.parley.batch.SweepResult.ValueShares;
import org.parley.bulk.BulkAdvisor;
import org.parley.bulk.CaseColumns;
import org.parley.bulk.RepeatedSweep;
import org.parley.bulk.Sweep;
import org.parley.explain.FinalDecisions;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Vocabulary;
import org.parley.regress.RegressionResult.Interval;

/**
 * Varies some facts of a case, all others as they are, and counts what the tables favour. A value
 * that is given so beats what is coded and what rules derive. It works in blocks, so that memory
 * does not grow with the variations.
 */
public final class CaseSweep {
  /** More variations than these are not counted out. */
  public static final long MOST = 100_000_000;

  private static final int BLOCK = 4096;
  // of more facts only those with the largest main effects are looked at by two
  private static final int MOST_BY_TWO = 12;

  private final BulkAdvisor bulk;
  private final Map<String, String> known;
  private final Advice advice;
  private final List<SweptFact> facts;
  private final int leftOut;
  private final Design design;
  private final @Nullable Long seed;
  private final Variations variations;

  /** What is done with each block of variations. */
  public interface BlockReader<X extends Exception> {
    /**
     * Reads it.
     *
     * @param room the variations from its first case on
     * @param sweep what the tables favour in them
     * @param count how many there are
     */
    void read(CaseColumns room, Sweep sweep, int count) throws X;
  }

  private CaseSweep(
      TableAdvisor advisor,
      Advice advice,
      List<String> over,
      Design design,
      long worlds,
      @Nullable Long seed) {
    this.bulk = BulkAdvisor.of(advisor);
    this.advice = advice;
    this.known = advisor.factsOf(advice.subject());
    List<String> names = over.isEmpty() ? unknown(advisor.base()) : over;
    this.leftOut =
        over.isEmpty()
            ? advisor.base().vocabulary().factNames().size() - known().size() - names.size()
            : 0;
    this.facts = swept(advisor.base().vocabulary(), names);
    this.design = design;
    this.seed = seed;
    this.variations = variations(worlds);
  }

  /**
   * Every combination of all known values of some facts.
   *
   * @param over the names of the facts
   * @throws ParleyException if it does not know a fact, or there are too many combinations
   */
  public static CaseSweep grid(TableAdvisor advisor, Advice advice, List<String> over) {
    return new CaseSweep(advisor, advice, over, Design.FULL_GRID, 0, null);
  }

  /**
   * Worlds at random.
   *
   * @param over the names of the facts; none for those that are unknown in the case
   * @param worlds how many, from 1 to {@link #MOST}
   * @throws ParleyException if it does not know a fact, or there is none
   */
  public static CaseSweep samples(
      TableAdvisor advisor, Advice advice, List<String> over, long worlds, long seed) {
    return new CaseSweep(advisor, advice, over, Design.RANDOM_SAMPLE, worlds, seed);
  }

  /**
   * Few variations in which every two values of every two facts occur.
   *
   * @param over the names of the facts; none for those that are unknown in the case
   * @throws ParleyException if it does not know a fact, or there are not two
   */
  public static CaseSweep pairs(TableAdvisor advisor, Advice advice, List<String> over) {
    return new CaseSweep(advisor, advice, over, Design.PAIRWISE, 0, null);
  }

  private Set<String> known() {
    Set<String> names = new HashSet<>(known.keySet());
    names.removeIf(name -> FactType.UNKNOWN.equals(known.get(name)));
    return names;
  }

  /** What is unknown in the case and may change its posture or its unofficial track. */
  private List<String> unknown(KnowledgeBase base) {
    Set<String> read = new HashSet<>();
    base.behind(List.of(FinalDecisions.POSTURE, FinalDecisions.UNOFFICIAL_TRACK))
        .forEach(d -> read.addAll(d.facts()));
    List<String> names =
        base.vocabulary().factNames().stream()
            .filter(name -> read.contains(name) && !known().contains(name))
            .toList();
    if (names.isEmpty()) {
      throw new ParleyException(
          "no fact that the advice rests on is unknown in this case: name the facts to vary with"
              + " --over \"fact,fact\"");
    }
    return names;
  }

  private List<SweptFact> swept(Vocabulary vocabulary, List<String> names) {
    CaseColumns room = bulk.columns(1);
    room.set(0, known);
    List<SweptFact> swept = new ArrayList<>();
    for (String name : names) {
      FactType type =
          vocabulary
              .factEverCalled(name)
              .orElseThrow(
                  () ->
                      new ParleyException(
                          "--over: "
                              + vocabulary
                                  .objection(name, FactType.UNKNOWN)
                                  .orElseThrow()
                                  .message()));
      if (swept.stream().anyMatch(f -> f.name().equals(type.name()))) {
        throw new ParleyException("--over: '%s' is named twice".formatted(Shown.piece(name)));
      }
      swept.add(SweptFact.of(type, room.values(type.name()), room.value(0, type.name())));
    }
    return List.copyOf(swept);
  }

  private Variations variations(long worlds) {
    return switch (design) {
      case FULL_GRID -> {
        double size = FullGrid.size(facts);
        if (size > MOST) {
          throw new ParleyException(
              ("a full grid over these %d facts has %s variations, and at most %,d are counted out:"
                      + " take a random sample with --samples N, or name fewer facts")
                  .formatted(
                      facts.size(),
                      size < 1e15 ? "%,.0f".formatted(size) : "%.1e".formatted(size),
                      MOST));
        }
        yield new FullGrid(facts);
      }
      case RANDOM_SAMPLE -> new RandomWorlds(facts, worlds, seed == null ? 0 : seed);
      case PAIRWISE -> {
        if (facts.size() < 2) {
          throw new ParleyException(
              "--pairs takes two facts or more: '%s' is one".formatted(facts.get(0).name()));
        }
        yield new PairwiseDesign(facts);
      }
    };
  }

  /** The names of the facts that are varied. */
  public List<String> facts() {
    return facts.stream().map(SweptFact::name).toList();
  }

  /** How many variations there are. */
  public long size() {
    return variations.size();
  }

  /**
   * Goes over all variations in their order.
   *
   * @param reader what to do with each block; it keeps nothing of it
   */
  public <X extends Exception> void forEachBlock(BlockReader<X> reader) throws X {
    Room room = new Room();
    for (long first = 0; first < variations.size(); first += BLOCK) {
      int count = room.fill(first);
      reader.read(room.sweep.room(), room.sweep.sweep(count), count);
    }
  }

  /**
   * Counts what the tables favour.
   *
   * @param threads how many work at once
   */
  public SweepResult result(int threads) {
    boolean few = facts.size() <= MOST_BY_TWO;
    boolean told = design != Design.PAIRWISE;
    boolean two = facts.size() == 2;
    List<EffectCounts.Two> twos =
        (few && told) || two ? twos(IntStream.range(0, facts.size()).toArray()) : List.of();
    EffectCounts counts = count(twos, threads);
    EffectCounts byTwo = counts;
    if (!few && told) {
      twos = twos(largest(counts));
      byTwo = count(twos, threads);
    }
    Sweep meaning = bulk.repeated(1).sweep(1);
    long[] all = counts.all();
    List<Tipping> tipping = tipping();
    return new SweepResult(
        design,
        seed,
        variations.size(),
        facts(),
        advice.posture(),
        advice.unofficialTrack(),
        postures(meaning, all, variations.size()),
        tracks(meaning, counts.byTrack),
        all[all.length - 1],
        effects(meaning, counts),
        told ? interactions(counts, byTwo, twos) : List.of(),
        tipping,
        two ? cells(meaning, counts) : List.of(),
        leftOut);
  }

  private static List<EffectCounts.Two> twos(int... of) {
    List<EffectCounts.Two> twos = new ArrayList<>();
    for (int i = 0; i < of.length; i++) {
      for (int j = i + 1; j < of.length; j++) {
        twos.add(new EffectCounts.Two(of[i], of[j]));
      }
    }
    return twos;
  }

  private int[] largest(EffectCounts counts) {
    return IntStream.range(0, facts.size())
        .boxed()
        .sorted(Comparator.comparingDouble(f -> -counts.explainedBy(f, isSample())))
        .limit(MOST_BY_TWO)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private boolean isSample() {
    return design == Design.RANDOM_SAMPLE;
  }

  private EffectCounts count(List<EffectCounts.Two> twos, int threads) {
    AtomicLong next = new AtomicLong();
    long blocks = (variations.size() + BLOCK - 1) / BLOCK;
    int workers = (int) Math.max(1, Math.min(threads, blocks));
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<EffectCounts>> parts = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        parts.add(pool.submit(() -> part(twos, next)));
      }
      EffectCounts all = parts.get(0).get();
      for (Future<EffectCounts> part : parts.subList(1, workers)) {
        all.add(part.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while variations were counted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private EffectCounts part(List<EffectCounts.Two> twos, AtomicLong next) {
    Room room = new Room();
    Sweep meaning = room.sweep.sweep(0);
    EffectCounts counts =
        new EffectCounts(facts, twos, meaning.postures().size(), meaning.unofficialTracks().size());
    for (long first = next.getAndAdd(BLOCK);
        first < variations.size() && !Thread.currentThread().isInterrupted();
        first = next.getAndAdd(BLOCK)) {
      int count = room.fill(first);
      counts.add(room.columns, room.sweep.sweep(count), count);
    }
    return counts;
  }

  /** Room for a block of variations, in which what is not varied is as in the case. */
  private final class Room {
    final RepeatedSweep sweep =
        bulk.repeated((int) Math.min(BLOCK, Math.max(1, variations.size())));
    final byte[][] columns =
        facts.stream().map(f -> sweep.room().column(f.name())).toArray(byte[][]::new);

    Room() {
      CaseColumns room = sweep.room();
      room.set(0, known);
      for (String fact : room.facts()) {
        byte[] column = room.column(fact);
        Arrays.fill(column, column[0]);
      }
    }

    int fill(long first) {
      int count = (int) Math.min(columns[0].length, variations.size() - first);
      for (int fact = 0; fact < columns.length; fact++) {
        variations.fill(fact, first, count, columns[fact]);
      }
      return count;
    }
  }

  private @Nullable Interval interval(long count, long of) {
    return isSample() && of > 0 ? Interval.of((double) count, (int) of) : null;
  }

  private List<PostureShare> postures(Sweep meaning, long[] counts, long of) {
    List<PostureShare> shares = new ArrayList<>();
    for (Posture posture : Posture.values()) {
      int code = meaning.postures().indexOf(Optional.of(posture));
      long count = code < 0 ? 0 : counts[code];
      shares.add(new PostureShare(posture, count, share(count, of), interval(count, of)));
    }
    return shares;
  }

  private List<TrackShare> tracks(Sweep meaning, long[] counts) {
    List<TrackShare> shares = new ArrayList<>();
    for (UnofficialTrack track : UnofficialTrack.values()) {
      int code = meaning.unofficialTracks().indexOf(Optional.of(track));
      long count = code < 0 ? 0 : counts[code];
      long of = variations.size();
      shares.add(new TrackShare(track, count, share(count, of), interval(count, of)));
    }
    return shares;
  }

  private static double share(long count, long of) {
    return of == 0 ? 0 : (double) count / of;
  }

  private List<SweptEffect> effects(Sweep meaning, EffectCounts counts) {
    List<SweptEffect> effects = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      SweptFact fact = facts.get(i);
      List<ValueShares> values = new ArrayList<>();
      for (int value = 0; value < fact.size(); value++) {
        long[] with = Arrays.stream(counts.with(i, fact.code(value))).mapToLong(c -> c).toArray();
        long size = Arrays.stream(with).sum();
        values.add(
            new ValueShares(
                fact.value(value),
                fact.upTo(value),
                fact.isOwn(value),
                size,
                postures(meaning, with, size)));
      }
      effects.add(
          new SweptEffect(
              fact.name(),
              fact.ownValue(),
              isCondition(fact.type()),
              counts.explainedBy(i, isSample()),
              values));
    }
    effects.sort(Comparator.comparingDouble(SweptEffect::mainEffect).reversed());
    return effects;
  }

  private static boolean isCondition(FactType fact) {
    return Labelled.find(Group.class, fact.actor())
        .filter(Set.of(Group.OWN_SIDE, Group.ADVERSARY, Group.THIRD_PARTY)::contains)
        .isEmpty();
  }

  private List<Interaction> interactions(
      EffectCounts alone, EffectCounts both, List<EffectCounts.Two> twos) {
    List<Interaction> interactions = new ArrayList<>();
    for (int i = 0; i < twos.size(); i++) {
      int first = twos.get(i).first();
      int second = twos.get(i).second();
      double beyond =
          both.explainedByBoth(i, isSample())
              - alone.explainedBy(first, isSample())
              - alone.explainedBy(second, isSample());
      interactions.add(
          new Interaction(
              List.of(facts.get(first).name(), facts.get(second).name()), Math.max(0, beyond)));
    }
    interactions.sort(Comparator.comparingDouble(Interaction::effect).reversed());
    return interactions;
  }

  private List<SweptCell> cells(Sweep meaning, EffectCounts counts) {
    List<SweptCell> cells = new ArrayList<>();
    SweptFact first = facts.get(0);
    SweptFact second = facts.get(1);
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        int[] with = counts.with(0, first.code(i), second.code(j));
        for (int code = 0; code < with.length; code++) {
          if (with[code] > 0) {
            cells.add(
                new SweptCell(
                    first.value(i), second.value(j), meaning.postures().get(code).orElse(null)));
          }
        }
      }
    }
    return cells;
  }

  /** The case itself, changed in one fact at a time. */
  private List<Tipping> tipping() {
    List<Tipping> tipping = new ArrayList<>();
    for (SweptFact fact : facts) {
      CaseColumns room = bulk.columns(fact.size());
      byte[] column = room.column(fact.name());
      for (int value = 0; value < fact.size(); value++) {
        room.set(value, known);
        column[value] = (byte) fact.code(value);
      }
      Sweep sweep = bulk.sweep(room, 1);
      boolean goesOn = false;
      for (int value = 0; value < fact.size(); value++) {
        Posture posture = sweep.posture(value).orElse(null);
        if (posture == advice.posture()) {
          goesOn = false;
          continue;
        }
        Tipping last = tipping.isEmpty() ? null : tipping.get(tipping.size() - 1);
        boolean number = fact.type().kind() == FactType.Kind.NUMBER;
        String from = fact.value(value);
        if (number && goesOn && last != null && last.posture() == posture) {
          from = tipping.remove(tipping.size() - 1).value();
        }
        Integer to = fact.upTo(value);
        if (number && to == null && !from.equals(fact.value(value))) {
          to = Integer.valueOf(fact.value(value));
        }
        tipping.add(new Tipping(fact.name(), from, to, posture));
        goesOn = true;
      }
    }
    return tipping;
  }
}

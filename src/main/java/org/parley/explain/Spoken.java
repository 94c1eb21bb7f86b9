package org.parley.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.parley.Case;
import org.parley.Said;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Answers;

/**
 * Which rows of a decision speak in an advice, as {@link Sentences} chooses and orders them, told
 * by their ids. Not thread-safe.
 */
final class Spoken {
  /** More sentences than that no advice has room for; and so many ranks go into one key. */
  private static final int MOST = 8;

  private static final int MOST_RANKS = 1 << (Long.SIZE / MOST);

  private final TracePlan plan;
  private final String decision;
  private final int place;
  private final int room;
  private final int[] limits;
  // by row, from 1: its rank among those that speak, or -1 where it does not
  private final int[] ranks;
  private final List<String> ids = new ArrayList<>();
  private final boolean isPlain;
  private final Map<Long, List<String>> known = new HashMap<>();
  private final int[] best = new int[MOST];
  private int count;
  private int limit;
  private final IntConsumer taking = this::take;

  Spoken(TracePlan plan, TableEngine engine, String decision) {
    this.plan = plan;
    this.decision = decision;
    this.place = plan.place(decision);
    this.room = plan.place(FinalDecisions.ROOM);
    this.limits = limits(engine);
    List<TracePlan.Line> lines = place < 0 ? List.of() : plan.decisions().get(place).rows();
    this.ranks = new int[lines.size() + 1];
    Set<String> texts = new HashSet<>();
    boolean twins = false;
    List<TracePlan.Line> speaking = new ArrayList<>();
    for (TracePlan.Line line : lines) {
      Object says = engine.resultOf(decision, line.number());
      ranks[line.number()] = -1;
      if (!line.atFoot() && Sentences.says(says)) {
        speaking.add(line);
        twins |= !texts.add(String.valueOf(says));
      }
    }
    speaking.sort(Comparator.comparingInt(TracePlan.Line::weight).reversed());
    for (TracePlan.Line line : speaking) {
      ranks[line.number()] = ids.size();
      ids.add(line.id());
    }
    this.isPlain = !twins && ids.size() < MOST_RANKS - 1;
  }

  /** How many sentences there is room for, by the code of the decision that says so. */
  private int[] limits(TableEngine engine) {
    if (room < 0 || place < 0) {
      return new int[] {Integer.MAX_VALUE};
    }
    return engine.results(FinalDecisions.ROOM).stream()
        .mapToInt(
            result ->
                result instanceof Map<?, ?> all && all.get(decision) instanceof Number most
                    ? most.intValue()
                    : Integer.MAX_VALUE)
        .toArray();
  }

  /** The ids of the rows that speak, in the order of their sentences. */
  List<String> of(Answers answers) {
    if (place < 0) {
      return List.of();
    }
    limit = limits[room < 0 ? 0 : answers.code(room)];
    count = 0;
    if (isPlain && limit <= MOST) {
      answers.forEachMatch(place, taking);
      return kept();
    }
    Trace trace =
        new Trace(plan, answers, new Placeholders(Case.of(Map.of()), Map.of(), name -> null));
    Object limits = room < 0 ? null : answers.value(FinalDecisions.ROOM);
    return Sentences.of(plan, trace, limits, decision).stream()
        .map(Said::row)
        .filter(row -> !row.isEmpty())
        .toList();
  }

  /** Keeps a row among the best, as long as there is room. */
  private void take(int row) {
    int rank = ranks[row];
    if (rank < 0 || (count == limit && (count == 0 || rank > best[count - 1]))) {
      return;
    }
    int at = count == limit ? count - 1 : count++;
    while (at > 0 && best[at - 1] > rank) {
      best[at] = best[at - 1];
      at--;
    }
    best[at] = rank;
  }

  private List<String> kept() {
    long key = 0;
    for (int i = 0; i < count; i++) {
      key = key * MOST_RANKS + best[i] + 1;
    }
    List<String> before = known.get(key);
    if (before == null) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rows.add(ids.get(best[i]));
      }
      before = List.copyOf(rows);
      if (known.size() < CaseScorer.MOST_KEPT) {
        known.put(key, before);
      }
    }
    return before;
  }
}

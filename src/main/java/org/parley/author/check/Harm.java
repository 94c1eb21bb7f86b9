package org.parley.author.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.Place;
import org.parley.decide.PlainEngine;
import org.parley.decide.TableEngine;
import org.parley.decide.answer.Band;
import org.parley.decide.answer.TableCells;
import org.parley.decide.answer.TableCells.Dimension;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.DraftDecision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;

/**
 * What a change of a knowledge base makes worse, in the words of the checks. What was there before
 * is no part of it.
 *
 * @param faults combinations that lose their result, rows that contradict each other, and other
 *     errors
 * @param work combinations without a result because the vocabulary has got a value: rows to write
 * @param slips warnings
 */
public record Harm(List<CheckFinding> faults, List<CheckFinding> work, List<CheckFinding> slips) {

  /** That of a change which makes nothing worse. */
  public static final Harm NONE = new Harm(List.of(), List.of(), List.of());

  public Harm {
    faults = List.copyOf(faults);
    work = List.copyOf(work);
    slips = List.copyOf(slips);
  }

  /** Works out what a change makes worse; principles are not proved. */
  public static Harm between(KnowledgeBase before, KnowledgeBase after) {
    Set<List<String>> known =
        Checker.of(before.files()).quick().check().findings().stream()
            .map(Harm::key)
            .collect(Collectors.toCollection(HashSet::new));
    List<CheckFinding> come =
        Checker.of(after.files()).quick().check().findings().stream()
            .filter(f -> f.level() != Level.NOTE && !known.contains(key(f)))
            .toList();
    List<CheckFinding> faults = new ArrayList<>();
    List<CheckFinding> work = new ArrayList<>();
    Map<String, Set<String>> open =
        come.stream()
            .filter(f -> f.check() == Check.GAP)
            .map(CheckFinding::place)
            .collect(
                Collectors.groupingBy(
                    p -> after.isSplit() ? p.file() : "",
                    LinkedHashMap::new,
                    Collectors.mapping(
                        Place::decision, Collectors.toCollection(LinkedHashSet::new))));
    open.forEach(
        (file, decisions) -> {
          // the tables are compiled for this only
          Gaps gaps = new Gaps(before.part(file), after.part(file));
          decisions.forEach(decision -> gaps.sort(decision, faults, work));
        });
    come.stream()
        .filter(f -> f.level() == Level.ERROR && f.check() != Check.GAP)
        .forEach(faults::add);
    return new Harm(faults, work, come.stream().filter(f -> f.level() == Level.WARNING).toList());
  }

  /** A finding wherever its line has gone; a contradiction by the rows that it is between. */
  private static List<String> key(CheckFinding finding) {
    String message = finding.message();
    int region = finding.check() == Check.OVERLAP ? message.indexOf(" for ") : -1;
    return List.of(
        finding.id(),
        finding.place().file(),
        finding.place().decision(),
        finding.place().row(),
        finding.place().column(),
        region < 0 ? message : message.substring(0, region));
  }

  /** Tells gaps that a change opens from those that were there and those of new values. */
  private static final class Gaps {
    private final KnowledgeBase before;
    private final KnowledgeBase after;
    private final Function<String, Optional<TableCells>> was;
    private final Function<String, Optional<TableCells>> now;
    private final KnowledgeDraft draft;

    Gaps(KnowledgeBase before, KnowledgeBase after) {
      this.before = before;
      this.after = after;
      if (after.plain().isPresent()) {
        this.was = PlainEngine.of(before)::cells;
        this.now = PlainEngine.of(after)::cells;
      } else {
        TableEngine engine = TableEngine.of(before);
        this.was = engine::cells;
        this.now = engine.changedTo(after)::cells;
      }
      this.draft = KnowledgeDraft.of(after.files());
    }

    void sort(String decision, List<CheckFinding> faults, List<CheckFinding> work) {
      TableCells cells = now.apply(decision).orElseThrow();
      TableAnalysis analysis = analysis(after, decision, cells);
      List<Box> open = analysis.gaps().orElse(analysis.sample().stream().toList());
      List<Dimension> dimensions = cells.dimensions();
      Optional<TableCells> old = was.apply(decision);
      Optional<List<Box>> known =
          old.isEmpty() ? Optional.of(List.of()) : old(decision, old.get(), dimensions);
      if (known.isEmpty()) {
        // what was open in thousands of pieces is not held against anybody
        return;
      }
      List<Box> left =
          open.stream()
              .flatMap(box -> Box.left(box, known.get()).orElse(List.of(box)).stream())
              .toList();
      List<Box> fresh =
          left.stream()
              .filter(box -> old.isPresent() && isNew(box, dimensions, old.get()))
              .toList();
      List<Box> lost = left.stream().filter(box -> !fresh.contains(box)).toList();
      say(decision, cells, lost, faults);
      say(decision, cells, fresh, work);
    }

    private static TableAnalysis analysis(KnowledgeBase base, String decision, TableCells cells) {
      DecisionTable table = base.decision(decision).orElseThrow().table().orElseThrow();
      return TableLogic.of(table, cells, Map.of());
    }

    /** What was open before, in the values that there are now; empty where nobody can tell. */
    private Optional<List<Box>> old(String decision, TableCells old, List<Dimension> dimensions) {
      return analysis(before, decision, old)
          .gaps()
          .map(
              gaps ->
                  gaps.stream()
                      .flatMap(box -> translated(box, old.dimensions(), dimensions).stream())
                      .toList());
    }

    /** A box in other dimensions; empty where it depends on one that is there no more. */
    private static Optional<Box> translated(Box box, List<Dimension> from, List<Dimension> to) {
      List<String> names = to.stream().map(Dimension::name).toList();
      boolean whole =
          IntStream.range(0, from.size())
              .allMatch(
                  i ->
                      names.contains(from.get(i).name())
                          || box.side(i).cardinality() == from.get(i).values().size());
      if (!whole) {
        return Optional.empty();
      }
      List<List<Integer>> codes = new ArrayList<>();
      for (Dimension dimension : to) {
        int was = from.stream().map(Dimension::name).toList().indexOf(dimension.name());
        BitSet side = was < 0 ? null : box.side(was);
        codes.add(
            IntStream.range(0, dimension.values().size())
                .filter(code -> side == null || holds(side, from.get(was), dimension, code))
                .boxed()
                .toList());
      }
      return Optional.of(Box.of(codes));
    }

    /** Whether all that a code stands for was among some values before. */
    private static boolean holds(BitSet side, Dimension from, Dimension to, int code) {
      if (!to.bands().isEmpty() && !from.bands().isEmpty()) {
        return isWithin(to.bands().get(code), side, from);
      }
      if (!to.banded() || !from.banded() || code == 0) {
        int known = from.values().indexOf(to.values().get(code));
        int was = known < 0 ? from.others() : known;
        return was >= 0 && side.get(was);
      }
      int first = band(from, to.values().get(code));
      int behind = code + 1 < to.values().size() ? band(from, to.values().get(code + 1)) : -1;
      boolean split = behind >= 0 && !from.values().contains(to.values().get(code + 1));
      int last = behind < 0 ? from.values().size() - 1 : split ? behind : behind - 1;
      return IntStream.rangeClosed(first, Math.max(first, last)).allMatch(side::get);
    }

    /** Whether a band, or the lack of a value, lies within some that there were. */
    private static boolean isWithin(Band band, BitSet side, Dimension from) {
      if (band == null) {
        int absent = from.bands().indexOf(null);
        return absent >= 0 && side.get(absent);
      }
      return IntStream.range(0, from.bands().size())
          .filter(i -> from.bands().get(i) != null && from.bands().get(i).meets(band))
          .allMatch(side::get);
    }

    /** The band that a number lies in; the first stands for a number that is not known. */
    private static int band(Dimension dimension, Object number) {
      int band = 1;
      for (int i = 1; i < dimension.values().size(); i++) {
        if (compare(dimension.values().get(i), number) <= 0) {
          band = i;
        }
      }
      return band;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
      return ((Comparable<Object>) one).compareTo(other);
    }

    /** Whether a box holds nothing but values that a name did not have. */
    private static boolean isNew(Box box, List<Dimension> dimensions, TableCells old) {
      return IntStream.range(0, dimensions.size())
          .filter(i -> !dimensions.get(i).banded())
          .anyMatch(
              i ->
                  old.dimensions().stream()
                      .filter(d -> d.name().equals(dimensions.get(i).name()))
                      .filter(d -> d.others() < 0)
                      .anyMatch(
                          d ->
                              box.side(i).stream()
                                  .mapToObj(code -> dimensions.get(i).values().get(code))
                                  .noneMatch(d.values()::contains)));
    }

    private void say(
        String decision, TableCells cells, List<Box> boxes, List<CheckFinding> findings) {
      DraftDecision said =
          draft.tables().stream().filter(d -> d.name().equals(decision)).findFirst().orElseThrow();
      CheckFindings words = new CheckFindings();
      new TableWords(after.vocabulary(), cells, said, words).gaps(boxes);
      findings.addAll(words.inOrder());
    }
  }
}

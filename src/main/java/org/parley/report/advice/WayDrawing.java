package org.parley.report.advice;

import static j2html.TagCreator.each;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.DecisionTrace;
import org.parley.Fact;
import org.parley.explain.FinalDecisions;
import org.parley.explain.PathToPosture;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Svg;
import org.parley.report.document.Words;

/**
 * Draws what the posture rests on and nothing else, each thing below those that rest on it, in
 * letters that can be read on paper.
 */
final class WayDrawing {
  private static final int WIDTH = 138;
  private static final int HEIGHT = 48;
  private static final int LETTERS = 21;
  private static final int GAP = 10;
  private static final int LEVEL = HEIGHT + 24;
  private static final int MARGIN = 4;
  private static final int MOST_BESIDE = 5;
  private static final int SWEEPS = 4;

  private final NodeValues values;
  private final PathToPosture path;

  /** The decisions on the way, each before those that it rests on. */
  private final List<String> decisions;

  private final List<String> names;
  private final Map<String, Integer> levels = new LinkedHashMap<>();
  private final List<List<Place>> rows = new ArrayList<>();

  /**
   * A place in a row: of a box, or of a line on its way past the boxes.
   *
   * @param name what stands there, or where the line ends
   * @param from where the line comes from, or an empty string for a box
   */
  private record Place(String name, String from) {
    boolean isBox() {
      return from.isEmpty();
    }

    int width() {
      return isBox() ? WIDTH : GAP;
    }
  }

  private WayDrawing(Advice advice, PathToPosture path) {
    this.values = new NodeValues(advice);
    this.path = path;
    List<String> all =
        new ArrayList<>(advice.trace().stream().map(DecisionTrace::decision).toList());
    Collections.reverse(all);
    this.decisions = all.stream().filter(path::holds).toList();
    this.names =
        Stream.of(
                decisions,
                advice.facts().stream().map(Fact::name).toList(),
                advice.unknown(),
                path.names().stream().sorted().toList())
            .flatMap(List::stream)
            .filter(path::holds)
            .distinct()
            .toList();
  }

  static Block of(Advice advice, PathToPosture path) {
    WayDrawing drawing = new WayDrawing(advice, path);
    return new Block.PageOnly(
        List.of(
            Document.section(
                Words.plain("What the posture rests on"),
                Document.note(
                    "Boxes are decisions, rounded ones are facts; each stands below what rests on"
                        + " it. All models with all values are in the appendix on decision diagrams."),
                new Block.Picture(drawing.draw(), false))));
  }

  private Svg draw() {
    level();
    place();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      IntStream.range(1, rows.size()).forEach(row -> sort(row, row - 1));
      IntStream.iterate(rows.size() - 2, row -> row >= 0, row -> row - 1)
          .forEach(row -> sort(row, row + 1));
    }
    int width = rows.stream().mapToInt(WayDrawing::width).max().orElse(0) + 2 * MARGIN;
    Map<Place, Double> lefts = lefts(width);
    List<Svg> boxes =
        names.stream()
            .map(
                name ->
                    new NodeBox(
                            lefts.get(new Place(name, "")),
                            top(level(name)),
                            WIDTH,
                            HEIGHT,
                            LETTERS)
                        .of(
                            name,
                            values.of(name),
                            decisions.contains(name),
                            name.equals(FinalDecisions.POSTURE)))
            .toList();
    return Svg.drawing(
            "way",
            width,
            top(rows.size() - 1) + HEIGHT + MARGIN,
            "What the posture rests on",
            told())
        .withClass("model path")
        .with(Svg.of("path").withClass("edge").attr("d", lines(lefts)), each(boxes, box -> box));
  }

  private Stream<String> below(String name) {
    return names.stream().filter(other -> path.leads(other, name));
  }

  private int level(String name) {
    return levels.get(name);
  }

  private static double top(int level) {
    return MARGIN + (double) level * LEVEL;
  }

  /** Everything one level below the last that rests on it; of many facts the last go deeper. */
  private void level() {
    names.forEach(name -> levels.put(name, 0));
    for (String name : decisions) {
      below(name).forEach(b -> levels.merge(b, level(name) + 1, Math::max));
    }
    for (int level = 0;
        level <= levels.values().stream().max(Integer::compare).orElse(0);
        level++) {
      int now = level;
      List<String> beside = names.stream().filter(n -> level(n) == now).toList();
      beside.stream()
          .filter(n -> !decisions.contains(n))
          .skip(Math.max(0, MOST_BESIDE - beside.stream().filter(decisions::contains).count()))
          .toList()
          .forEach(n -> levels.put(n, now + 1));
    }
  }

  private void place() {
    int deepest = levels.values().stream().max(Integer::compare).orElse(0);
    IntStream.rangeClosed(0, deepest).forEach(level -> rows.add(new ArrayList<>()));
    for (String name : names) {
      rows.get(level(name)).add(new Place(name, ""));
      below(name)
          .forEach(
              b ->
                  IntStream.range(level(name) + 1, level(b))
                      .forEach(level -> rows.get(level).add(new Place(b, name))));
    }
  }

  /** Orders a row by where the ends of its lines stand in the row beside it. */
  private void sort(int row, int by) {
    Map<Place, Double> at = new HashMap<>();
    List<Place> beside = rows.get(by);
    double x = -width(beside) / 2.0;
    for (Place place : beside) {
      at.put(place, x + place.width() / 2.0);
      x += place.width() + GAP;
    }
    Map<Place, Double> middle = new HashMap<>();
    for (Place place : rows.get(row)) {
      middle.put(
          place,
          beside.stream()
              .filter(other -> row > by ? joins(other, place) : joins(place, other))
              .mapToDouble(at::get)
              .average()
              .orElse(0));
    }
    rows.get(row).sort(Comparator.comparingDouble(middle::get));
  }

  /** Whether a line goes from one place to another in the row below. */
  private boolean joins(Place upper, Place lower) {
    String from = upper.isBox() ? upper.name() : upper.from();
    String to = lower.name();
    return path.leads(to, from)
        && (upper.isBox() || upper.name().equals(to))
        && (lower.isBox() || lower.from().equals(from));
  }

  private static int width(List<Place> row) {
    return row.stream().mapToInt(p -> p.width() + GAP).sum() - GAP;
  }

  private Map<Place, Double> lefts(int width) {
    Map<Place, Double> lefts = new HashMap<>();
    for (List<Place> row : rows) {
      double x = (width - width(row)) / 2.0;
      for (Place place : row) {
        lefts.put(place, x);
        x += place.width() + GAP;
      }
    }
    return lefts;
  }

  private String lines(Map<Place, Double> lefts) {
    StringBuilder lines = new StringBuilder();
    for (int row = 1; row < rows.size(); row++) {
      for (Place upper : rows.get(row - 1)) {
        for (Place lower : rows.get(row)) {
          if (joins(upper, lower)) {
            double above = upper.isBox() ? HEIGHT : 0;
            lines.append(line(lefts, upper, top(row - 1) + above, lower, top(row)));
          }
        }
      }
    }
    return lines.toString();
  }

  /** A line that passes its row upright and bends before the next. */
  private static String line(
      Map<Place, Double> lefts, Place upper, double from, Place lower, double to) {
    double bend = to - (LEVEL - HEIGHT);
    String x1 = Svg.number(lefts.get(upper) + upper.width() / 2.0);
    String x2 = Svg.number(lefts.get(lower) + lower.width() / 2.0);
    String middle = Svg.number((bend + to) / 2);
    return "M%s %sV%sC%s %s %s %s %s %s"
        .formatted(
            x1, Svg.number(from), Svg.number(bend), x1, middle, x2, middle, x2, Svg.number(to));
  }

  private String told() {
    return names.stream()
        .map(name -> name + ": " + values.of(name))
        .collect(
            Collectors.joining(
                "; ", "", ". The lists and tables of this page say the same in words."));
  }
}

package org.parley.report.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Posture;
import org.parley.batch.SweepResult;
import org.parley.batch.SweepResult.SweptCell;
import org.parley.batch.SweepResult.SweptEffect;
import org.parley.batch.SweepResult.ValueShares;
import org.parley.report.document.Figures;
import org.parley.report.document.Svg;

/**
 * Draws a sweep: the posture of each two values where two facts were varied, else the main effects
 * as bars. Equal results give equal drawings, which say nothing by colour alone.
 */
public final class SweepCharts {
  private static final String INK = "#111111";
  private static final String FAINT = "#444444";
  private static final int TOP = 100;
  private static final int CELL = 132;
  private static final int LINE = 40;
  private static final int MOST_BARS = 20;
  private static final int BAR = 26;
  private static final int LONGEST = 320;
  private static final int LONGEST_LABEL = 34;
  private static final int LONGEST_IN_CELL = 20;
  private static final double LETTER = 7.2;
  private static final int LEAST_WIDTH = 640;

  private static final Map<Posture, String> GROUND =
      Map.of(
          Posture.OPEN_TALKS, "#cdeccd",
          Posture.SECRET_BACK_CHANNEL, "#d3e0fa",
          Posture.NEUTRAL_MEDIATOR, "#fdeebb",
          Posture.CLOSED_POSTURE, "#f6cfc9");

  private SweepCharts() {}

  /** The drawing that fits. */
  public static Svg of(SweepResult result) {
    return result.cells().isEmpty() ? bars(result) : heatMap(result);
  }

  /** The fact whose values stand below each other. */
  static SweptEffect first(SweepResult result) {
    return effect(result, 0);
  }

  /** The fact whose values stand beside each other. */
  static SweptEffect second(SweepResult result) {
    return effect(result, 1);
  }

  private static SweptEffect effect(SweepResult result, int place) {
    String name = result.varied().get(place);
    return result.facts().stream().filter(f -> f.fact().equals(name)).findFirst().orElseThrow();
  }

  private static Svg heatMap(SweepResult result) {
    List<ValueShares> down = first(result).values();
    List<ValueShares> right = second(result).values();
    double left = 40 + width(down.stream().map(ValueShares::words).toList());
    double width = Math.max(LEAST_WIDTH, left + right.size() * CELL + 20);
    double height = TOP + 30 + down.size() * LINE + 50;
    String title = "%s by %s".formatted(first(result).fact(), second(result).fact());
    Svg svg = ground("sweep", width, height, title, description(result));
    svg.with(
        text(20, 50, "The posture that the tables favour; the case itself has a thick frame.")
            .attr("fill", FAINT));
    svg.with(
        text(left + right.size() * CELL / 2.0, TOP - 22, second(result).fact())
            .attr("text-anchor", "middle"));
    for (int i = 0; i < right.size(); i++) {
      svg.with(
          text(left + (i + 0.5) * CELL, TOP, Svg.shortened(right.get(i).words(), LONGEST_IN_CELL))
              .attr("text-anchor", "middle")
              .attr("font-weight", "bold"));
    }
    svg.with(
        text(0, 0, first(result).fact())
            .attr("text-anchor", "middle")
            .attr(
                "transform",
                "translate(20 %s) rotate(-90)"
                    .formatted(Svg.number(TOP + 14 + down.size() * LINE / 2.0))));
    Svg frame = null;
    for (int j = 0; j < down.size(); j++) {
      double y = TOP + 14 + j * LINE;
      svg.with(
          text(left - 8, y + 25, Svg.shortened(down.get(j).words(), LONGEST_LABEL))
              .attr("text-anchor", "end")
              .attr("font-weight", "bold"));
      for (int i = 0; i < right.size(); i++) {
        double x = left + i * CELL;
        SweptCell cell = cell(result, down.get(j), right.get(i));
        svg.with(cell(x, y, down.get(j), right.get(i), cell));
        if (down.get(j).ofCase() && right.get(i).ofCase()) {
          frame =
              Svg.rect(x + 1.5, y + 1.5, CELL - 3, LINE - 3)
                  .attr("fill", "none")
                  .attr("stroke", INK)
                  .at("stroke-width", 3);
        }
      }
    }
    if (frame != null) {
      svg.with(frame);
    }
    return svg.with(
        text(
                20,
                height - 16,
                "Each cell is one assumption about the case: no probability, no forecast.")
            .attr("fill", FAINT));
  }

  private static SweptCell cell(SweepResult result, ValueShares down, ValueShares right) {
    return result.cells().stream()
        .filter(c -> c.first().equals(down.value()) && c.second().equals(right.value()))
        .findFirst()
        .orElse(null);
  }

  private static Svg cell(double x, double y, ValueShares down, ValueShares right, SweptCell cell) {
    String words = words(cell);
    String ground =
        cell == null || cell.posture() == null
            ? "#eeeeee"
            : GROUND.getOrDefault(cell.posture(), "#eeeeee");
    return Svg.of("g")
        .attr("class", "cell")
        .with(
            Svg.title("%s, %s: %s".formatted(down.words(), right.words(), words)),
            Svg.rect(x, y, CELL, LINE).attr("fill", ground).attr("stroke", "#777777"),
            text(x + CELL / 2.0, y + 25, words).attr("text-anchor", "middle"));
  }

  /** What a cell says. */
  static String words(SweptCell cell) {
    if (cell == null) {
      return "not drawn";
    }
    return cell.posture() == null ? "no answer" : cell.posture().label();
  }

  /** The words of the cell of two values. */
  static String words(SweepResult result, ValueShares down, ValueShares right) {
    return words(cell(result, down, right));
  }

  private static Svg bars(SweepResult result) {
    List<SweptEffect> effects = result.facts().stream().limit(MOST_BARS).toList();
    double left = 30 + width(effects.stream().map(SweptEffect::fact).toList());
    double width = Math.max(LEAST_WIDTH, left + LONGEST + 90);
    double height = TOP + effects.size() * BAR + 50;
    Svg svg = ground("sweep", width, height, "Main effects on the posture", description(result));
    svg.with(
        text(20, 50, "Share of the variance of the posture that a fact explains by itself,")
            .attr("fill", FAINT),
        text(
                20,
                68,
                "over %s (%s)."
                    .formatted(Figures.count(result.variations(), "variation"), result.design()))
            .attr("fill", FAINT));
    double greatest =
        Math.max(0.01, effects.stream().mapToDouble(SweptEffect::mainEffect).max().orElse(0));
    for (int i = 0; i < effects.size(); i++) {
      SweptEffect effect = effects.get(i);
      double y = TOP + i * BAR;
      double length = Math.max(1, effect.mainEffect() / greatest * LONGEST);
      svg.with(
          text(left - 8, y + 13, Svg.shortened(effect.fact(), LONGEST_LABEL))
              .attr("text-anchor", "end"),
          Svg.rect(left, y, length, BAR - 8).attr("fill", "#2b6cb0"),
          text(left + length + 6, y + 13, SweepReport.percent(effect.mainEffect())));
    }
    return svg.with(
        text(20, height - 16, "Variations are weighted equally: no probability, no forecast.")
            .attr("fill", FAINT));
  }

  private static double width(List<String> labels) {
    return labels.stream().mapToInt(l -> Math.min(LONGEST_LABEL, l.length())).max().orElse(0)
        * LETTER;
  }

  private static Svg ground(String id, double width, double height, String title, String words) {
    return Svg.drawing(id, width, height, title, words)
        .attr("font-family", "sans-serif")
        .attr("font-size", "13")
        .with(Svg.rect(0, 0, width, height).attr("fill", "#ffffff"))
        .with(text(20, 28, title).at("font-size", 19).attr("font-weight", "bold"));
  }

  private static Svg text(double x, double y, String words) {
    return Svg.text(x, y, words).attr("fill", INK);
  }

  private static String description(SweepResult result) {
    if (result.cells().isEmpty()) {
      return result.facts().stream()
          .limit(MOST_BARS)
          .map(f -> "%s: %s.".formatted(f.fact(), SweepReport.percent(f.mainEffect())))
          .collect(Collectors.joining(" "));
    }
    return first(result).values().stream()
        .map(
            down ->
                second(result).values().stream()
                    .map(right -> "%s %s".formatted(right.words(), words(result, down, right)))
                    .collect(Collectors.joining(", ", down.words() + ": ", ".")))
        .collect(Collectors.joining(" "));
  }
}

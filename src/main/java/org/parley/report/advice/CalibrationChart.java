package org.parley.report.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Precedents.Band;
import org.parley.Precedents.TrackRecord;
import org.parley.report.document.Chart;
import org.parley.report.document.Chart.Line;
import org.parley.report.document.Chart.Point;
import org.parley.report.document.Figures;
import org.parley.report.document.Svg;

/**
 * Draws how far the shares that a learner gives hold: a dot for each band of shares, the larger the
 * more lie in it. On the line shares would hold exactly.
 */
public final class CalibrationChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 560;
  private static final double LEAST_RADIUS = 4;

  private CalibrationChart() {}

  /** The drawing; equal records give equal drawings. */
  public static Svg of(TrackRecord record) {
    Chart chart =
        new Chart(
                "calibration",
                WIDTH,
                HEIGHT,
                "How far the shares of the precedents hold",
                "%s, each conflict left out. A label counts the shares."
                    .formatted(Figures.count(record.cases(), "case")),
                description(record))
            .right("share that the learner gave to a posture", 0, 1, ticks())
            .up("part of these in which it was done", 0, 1, ticks())
            .lines(List.of(new Line(new Point(0, 0), new Point(1, 1))), "#777777", 1.5);
    // dots lie above labels
    for (Band band : record.calibration()) {
      chart.label(
          new Point(Math.min(0.96, band.mean() + 0.055), Math.max(0.03, done(band) - 0.03)),
          List.of(String.valueOf(band.shares())),
          12,
          "middle");
    }
    for (Band band : record.calibration()) {
      chart.dot(
          new Point(band.mean(), done(band)),
          "#2b6cb0",
          "#111111",
          LEAST_RADIUS + Math.sqrt(band.shares()) / 2);
    }
    return chart.svg();
  }

  private static double done(Band band) {
    return (double) band.done() / band.shares();
  }

  private static Map<Double, String> ticks() {
    Map<Double, String> ticks = new LinkedHashMap<>();
    for (int part = 0; part <= 5; part++) {
      ticks.put(part / 5.0, part * 20 + "%");
    }
    return ticks;
  }

  private static String description(TrackRecord record) {
    StringBuilder words = new StringBuilder();
    for (Band band : record.calibration()) {
      words.append(
          "Of %s of %s%% on average, %s%% stood on what was done. "
              .formatted(
                  Figures.count(band.shares(), "share"),
                  Figures.percent(band.mean()),
                  Figures.percent(done(band))));
    }
    return words.toString().strip();
  }
}

package org.parley.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import org.parley.Shown;

/**
 * A drawing on two axes that is written as SVG: the one class that knows the plotting library. The
 * same drawing gives the same bytes everywhere, since no font is measured and no identifier is left
 * to chance.
 */
final class Plot {
  private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");
  private static final String LIBRARY_FONT = "Lucida Grande, sans-serif";
  private static final String FONT = "sans-serif";

  private final int width;
  private final int height;
  private final List<Object> layers = new ArrayList<>();
  private final List<Object> scales = new ArrayList<>();

  Plot(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** An axis; aesthetic {@code x} or {@code y}. */
  Plot axis(String aesthetic, String name, double from, double to) {
    return axis(aesthetic, name, from, to, Map.of());
  }

  /** An axis with ticks of its own; the library's where there are none. */
  Plot axis(String aesthetic, String name, double from, double to, Map<Double, String> ticks) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", name, "limits", list(from, to));
    scale.put("expand", list(0.0, 0.0));
    if (!ticks.isEmpty()) {
      scale.put("breaks", new ArrayList<Object>(ticks.keySet()));
      scale.put("labels", ticks.values().stream().map(l -> (Object) Shown.line(l)).toList());
    }
    scales.add(scale);
    return this;
  }

  /** A filled area without an outline. */
  Plot area(ConvexArea area, String fill) {
    List<ConvexArea.Point> corners = area.corners();
    return layer(
        "polygon",
        map(
            "x",
            corners.stream().map(c -> (Object) c.x()).toList(),
            "y",
            corners.stream().map(c -> (Object) c.y()).toList()),
        map("fill", fill, "alpha", 1.0, "size", 0));
  }

  /** Straight lines. */
  Plot lines(List<ConvexArea.Line> lines, String colour, double thickness) {
    return lines.isEmpty()
        ? this
        : layer("segment", ends(lines), map("color", colour, "size", thickness));
  }

  /** A line with an arrow head at its end. */
  Plot arrow(ConvexArea.Line line, String colour) {
    Map<String, Object> head =
        map("name", "arrow", "angle", 20, "length", 12, "ends", "last", "type", "closed");
    return layer("segment", ends(List.of(line)), map("color", colour, "size", 1.2, "arrow", head));
  }

  /** A dot with a rim. */
  Plot dot(ConvexArea.Point at, String fill, String rim, double size) {
    return layer(
        "point",
        map("x", list(at.x()), "y", list(at.y())),
        map("shape", 21, "fill", fill, "color", rim, "size", size, "stroke", 2));
  }

  /** A text on a white ground, so that it reads on any pattern; lines are parted by {@code \n}. */
  Plot label(ConvexArea.Point at, String text, double size, String anchor) {
    return layer(
        "label",
        map("x", list(at.x()), "y", list(at.y()), "label", list(clean(text))),
        map("size", size, "color", "#111111", "fill", "#ffffff", "label_size", 0, "hjust", anchor));
  }

  /**
   * The drawing as SVG with a title and a description for those who cannot see it.
   *
   * @param title stands above the drawing as well
   * @param subtitle stands below the title; not repeated in the description
   * @param description what the drawing shows, in words
   */
  String svg(String title, String subtitle, String description) {
    Map<String, Object> plot =
        map(
            "kind",
            "plot",
            "ggtitle",
            map("text", Shown.line(title), "subtitle", Shown.line(subtitle)),
            "layers",
            layers,
            "scales",
            scales,
            "theme",
            map("name", "light", "panel_grid", map("name", "blank", "blank", true)),
            "ggsize",
            map("width", width, "height", height));
    // images inside a drawing would be encoded; there are none
    String svg =
        PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
            plot, null, (columns, rows, pixels) -> "", false);
    return described(withSteadyNames(svg), Shown.line(title), Shown.line(description));
  }

  private static String clean(String text) {
    return text.lines().map(Shown::line).collect(Collectors.joining("\n"));
  }

  private Plot layer(String geometry, Map<String, Object> data, Map<String, Object> looks) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    data.keySet().forEach(name -> mapping.put(name, name));
    Map<String, Object> layer =
        map("geom", geometry, "data", data, "mapping", mapping, "show_legend", false);
    layer.put("tooltips", "none");
    layer.putAll(looks);
    layers.add(layer);
    return this;
  }

  private static Map<String, Object> ends(List<ConvexArea.Line> lines) {
    return map(
        "x", lines.stream().map(l -> (Object) l.from().x()).toList(),
        "y", lines.stream().map(l -> (Object) l.from().y()).toList(),
        "xend", lines.stream().map(l -> (Object) l.to().x()).toList(),
        "yend", lines.stream().map(l -> (Object) l.to().y()).toList());
  }

  /** The library draws lots for its identifiers. */
  private static String withSteadyNames(String svg) {
    String steady = svg.replace("\r\n", "\n").replace(LIBRARY_FONT, FONT);
    Matcher ids = ID.matcher(steady);
    Map<String, String> names = new LinkedHashMap<>();
    while (ids.find()) {
      names.putIfAbsent(ids.group(1), "part" + (names.size() + 1));
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      steady = steady.replace("id=\"" + name.getKey() + "\"", "id=\"" + name.getValue() + "\"");
      steady = steady.replace("#" + name.getKey() + " ", "#" + name.getValue() + " ");
      steady = steady.replace("url(#" + name.getKey() + ")", "url(#" + name.getValue() + ")");
    }
    return steady;
  }

  private String described(String svg, String title, String description) {
    String head =
        "<svg role=\"img\" aria-labelledby=\"title description\" viewBox=\"0 0 %d %d\""
            .formatted(width, height);
    int end = svg.indexOf('>') + 1;
    return svg.substring(0, end).replaceFirst("<svg", Matcher.quoteReplacement(head))
        + "\n  <title id=\"title\">%s</title>\n  <desc id=\"description\">%s</desc>"
            .formatted(escaped(title), escaped(description))
        + Shown.markup(svg.substring(end).stripTrailing())
        + "\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }

  /** The library takes plain maps and changes them. */
  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}

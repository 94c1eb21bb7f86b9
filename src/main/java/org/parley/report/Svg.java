package org.parley.report;

import j2html.tags.ContainerTag;
import java.util.Locale;

/** An element of a drawing that stands in an HTML page and takes its colours from there. */
final class Svg extends ContainerTag<Svg> {

  private Svg(String name) {
    super(name);
  }

  static Svg of(String name) {
    return new Svg(name);
  }

  /** A drawing with a title and a description for those who cannot see it. */
  static Svg drawing(String id, double width, double height, String title, String description) {
    return of("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", "0 0 %s %s".formatted(number(width), number(height)))
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("role", "img")
        .attr("aria-labelledby", id + "-title " + id + "-desc")
        .with(
            of("title").withId(id + "-title").with(HtmlParts.words(title)),
            of("desc").withId(id + "-desc").with(HtmlParts.words(description)));
  }

  static Svg rect(double x, double y, double width, double height) {
    return of("rect").at("x", x).at("y", y).at("width", width).at("height", height);
  }

  static Svg circle(double x, double y, double radius) {
    return of("circle").at("cx", x).at("cy", y).at("r", radius);
  }

  static Svg line(double x1, double y1, double x2, double y2) {
    return of("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
  }

  static Svg text(double x, double y, String words) {
    return of("text").at("x", x).at("y", y).with(HtmlParts.words(words));
  }

  /** This with a length or a place. */
  Svg at(String name, double value) {
    return attr(name, number(value));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}

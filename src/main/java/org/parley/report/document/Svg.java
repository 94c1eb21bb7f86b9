package org.parley.report.document;

import j2html.TagCreator;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Locale;
import org.parley.Shown;

/** An element of a drawing that stands in an HTML page and takes its colours from there. */
public final class Svg extends ContainerTag<Svg> {

  private Svg(String name) {
    super(name);
  }

  public static Svg of(String name) {
    return new Svg(name);
  }

  /** A drawing with a title and a description for those who cannot see it. */
  public static Svg drawing(
      String id, double width, double height, String title, String description) {
    return of("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", "0 0 %s %s".formatted(number(width), number(height)))
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("role", "img")
        .attr("aria-labelledby", id + "-title " + id + "-desc")
        .with(
            of("title").withId(id + "-title").with(words(title)),
            of("desc").withId(id + "-desc").with(words(description)));
  }

  /** What a pointer that rests on a part is told. */
  public static Svg title(String words) {
    return of("title").with(words(words));
  }

  /** A text that fits into a drawing; the whole of it must stand elsewhere. */
  public static String shortened(String words, int most) {
    String clean = Shown.line(words);
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
  }

  public static Svg rect(double x, double y, double width, double height) {
    return of("rect").at("x", x).at("y", y).at("width", width).at("height", height);
  }

  public static Svg circle(double x, double y, double radius) {
    return of("circle").at("cx", x).at("cy", y).at("r", radius);
  }

  public static Svg line(double x1, double y1, double x2, double y2) {
    return of("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
  }

  public static Svg text(double x, double y, String words) {
    return of("text").at("x", x).at("y", y).with(words(words));
  }

  /** A further line of a text. */
  public static Svg span(double x, double y, String words) {
    return of("tspan").at("x", x).at("y", y).with(words(words));
  }

  /** A text, escaped; quotation marks end nothing where a text stands, and there are many. */
  static DomContent words(String words) {
    return TagCreator.rawHtml(
        TagCreator.text(Shown.line(words)).render().replace("&quot;", "\"").replace("&#x27;", "'"));
  }

  /** The drawing as a file of its own that ends with a line break. */
  public String file() {
    return Shown.markup(render()) + "\n";
  }

  /** This with a length or a place. */
  public Svg at(String name, double value) {
    return attr(name, number(value));
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}

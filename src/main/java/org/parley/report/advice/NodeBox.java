package org.parley.report.advice;

import java.util.ArrayList;
import java.util.List;
import org.parley.report.document.Svg;

/**
 * Where a decision or a fact stands in a drawing, and how many letters a line of it takes.
 *
 * @param x of its left side
 * @param y of its top
 */
record NodeBox(double x, double y, double width, double height, int letters) {
  private static final int LINE = 14;

  /**
   * The box with a name in one line or two, and a value below it.
   *
   * @param decision whether it is one; else it is something that decisions read
   * @param way whether the posture rests on it
   */
  Svg of(String name, String value, boolean decision, boolean way) {
    List<String> lines = broken(name);
    String shown = Svg.shortened(value, letters);
    double middle = x + width / 2;
    double top = y + (height - LINE * (lines.size() + 1)) / 2 + LINE - 3;
    List<Svg> parts = new ArrayList<>();
    if (!shown.equals(value) || !String.join(" ", lines).equals(name)) {
      parts.add(Svg.title(name + ": " + value));
    }
    parts.add(Svg.rect(x, y, width, height).at("rx", decision ? 3 : height / 2));
    Svg text = Svg.text(middle, top, lines.get(0));
    for (int i = 1; i < lines.size(); i++) {
      text.with(Svg.span(middle, top + LINE * i, lines.get(i)));
    }
    parts.add(text.with(Svg.span(middle, top + LINE * lines.size() + 1, shown).withClass("value")));
    return Svg.of("g")
        .withClass("node" + (decision ? " decision" : "") + (way ? " way" : ""))
        .with(parts);
  }

  private List<String> broken(String name) {
    int space = name.length() <= letters ? -1 : name.lastIndexOf(' ', letters);
    return space < 0
        ? List.of(Svg.shortened(name, letters))
        : List.of(name.substring(0, space), Svg.shortened(name.substring(space + 1), letters));
  }
}

package org.parley.report;

import java.util.Arrays;
import java.util.List;
import org.parley.author.check.Check;

/** Tells what a knowledge base is checked for; the guide's catalogue is made of it. */
public final class CheckCatalogue {

  private CheckCatalogue() {}

  /** The checks for a terminal, with a line break at the end. */
  public static String text(Style style) {
    Page page = new Page(style);
    page.paragraph(Prose.strong("What `parley check` looks for"));
    for (Check.Group group : Check.Group.values()) {
      page.heading(group.title());
      for (Check check : of(group)) {
        page.bullet(
            Prose.strong(check.id())
                .then(Tone.DIM, "(" + check.level().label() + ")")
                .then(Tone.PLAIN, check.sentence()));
      }
    }
    return page.text();
  }

  /** The checks with an example each as Markdown that ends with a line break. */
  public static String markdown() {
    StringBuilder page = new StringBuilder("# What `parley check` looks for\n");
    for (Check.Group group : Check.Group.values()) {
      page.append("\n## ").append(group.title()).append("\n\n");
      page.append(group.sentence()).append("\n\n");
      page.append(Markdown.head("check", "level", "what it finds", "not", "but"));
      for (Check check : of(group)) {
        page.append(
            Markdown.row(
                "`" + check.id() + "`",
                check.level().label(),
                Markdown.escape(check.sentence()),
                Markdown.escape(check.bad()),
                Markdown.escape(check.good())));
      }
    }
    return page.toString();
  }

  private static List<Check> of(Check.Group group) {
    return Arrays.stream(Check.values()).filter(c -> c.group() == group).toList();
  }
}

package org.parley.report;

import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;

/** Renders a check as Markdown. */
public final class CheckMarkdown {

  private CheckMarkdown() {}

  /** The result as Markdown that ends with a line break. */
  public static String render(CheckResult result) {
    StringBuilder page = new StringBuilder("# Check\n\n");
    page.append(CheckWording.subject(result)).append(".\n\n");
    page.append("**").append(CheckWording.summary(result)).append("**\n");
    String file = "";
    for (CheckFinding finding : result.findings()) {
      if (!finding.place().file().equals(file)) {
        file = finding.place().file();
        page.append("\n## ").append(Markdown.escape(file)).append("\n\n");
        page.append(Markdown.head("level", "check", "line", "where", "finding"));
      }
      page.append(row(finding));
    }
    if (!result.turnedOff().isEmpty()) {
      page.append("\n## Turned off in dmn/checks.csv\n\n");
      result
          .turnedOff()
          .forEach(off -> page.append(bullet(CheckWording.turnedOff(off), off.setting().why())));
    }
    page.append("\n## Not analysed\n\n");
    if (result.notAnalysed().isEmpty()) {
      page.append(CheckWording.ALL_ANALYSED).append("\n");
    }
    result.notAnalysed().forEach(n -> page.append(bullet(n.what(), n.why())));
    return page.toString();
  }

  private static String row(CheckFinding finding) {
    int line = finding.place().line();
    return Markdown.row(
        finding.level().label(),
        "`" + finding.check().id() + "`",
        line == 0 ? "" : String.valueOf(line),
        Markdown.escape(finding.place().element()),
        Markdown.escape(finding.message()));
  }

  private static String bullet(String what, String why) {
    return "- " + Markdown.escape(what) + ": " + Markdown.escape(why) + "\n";
  }
}

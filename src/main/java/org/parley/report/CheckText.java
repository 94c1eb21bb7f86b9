package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Place;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;
import org.parley.author.check.Level;

/** Renders a check for a terminal. Immutable and thread-safe. */
public final class CheckText {
  private final Style style;

  public CheckText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The result as text that ends with a line break. */
  public String render(CheckResult result) {
    Page page = new Page(style);
    page.paragraph(Prose.strong(CheckWording.subject(result)));
    page.blank();
    boolean fine = result.findings().isEmpty();
    page.paragraph(Prose.of(fine ? Tone.GOOD : Tone.ALERT, CheckWording.summary(result)));
    findings(page, result.findings());
    if (!result.turnedOff().isEmpty()) {
      page.heading("Turned off in dmn/checks.csv");
      result
          .turnedOff()
          .forEach(
              off ->
                  page.bullet(
                      Prose.plain(CheckWording.turnedOff(off))
                          .and(Tone.PLAIN, ":")
                          .then(Tone.DIM, off.setting().why())));
    }
    page.heading("Not analysed");
    if (result.notAnalysed().isEmpty()) {
      page.indented(Prose.plain(CheckWording.ALL_ANALYSED));
    }
    result
        .notAnalysed()
        .forEach(
            n -> page.bullet(Prose.plain(n.what()).and(Tone.PLAIN, ":").then(Tone.DIM, n.why())));
    return page.text();
  }

  private void findings(Page page, List<CheckFinding> findings) {
    String file = "";
    String decision = "";
    for (CheckFinding finding : findings) {
      if (!finding.place().file().equals(file)) {
        file = finding.place().file();
        decision = "";
        page.heading(file);
      }
      if (!finding.place().decision().equals(decision)) {
        decision = finding.place().decision();
        page.indented(Prose.of(Tone.STRONG, decision));
      }
      finding(page, finding);
    }
  }

  private void finding(Page page, CheckFinding finding) {
    Prose head =
        Prose.of(tone(finding.level()), finding.level().label())
            .then(Tone.STRONG, finding.check().id());
    if (finding.place().line() > 0) {
      head = head.listed(Tone.DIM, style.sign(Sign.SEPARATOR), "line " + finding.place().line());
    }
    for (Place.Part part : finding.place().parts()) {
      boolean row = part.name().equals(finding.place().row());
      if (!part.name().equals(finding.place().decision())) {
        head =
            head.listed(
                Tone.PLAIN, style.sign(Sign.SEPARATOR), row ? part.name() : part.toString());
      }
    }
    page.item(new Page.Lead(tone(finding.level()), sign(finding.level()) + " "), head);
    page.item(Page.Lead.of("  "), Prose.plain(finding.message()));
  }

  private String sign(Level level) {
    return style.sign(
        switch (level) {
          case ERROR -> Sign.BLOCKED;
          case WARNING -> Sign.ALERT;
          case NOTE -> Sign.BULLET;
        });
  }

  private static Tone tone(Level level) {
    return switch (level) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.ALERT;
      case NOTE -> Tone.DIM;
    };
  }
}

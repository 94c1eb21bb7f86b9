package org.parley.report;

import java.util.List;
import org.parley.Advice;
import org.parley.Case;

/** Which case a page is about, with the banner of a war that goes on. */
record Headline(Style style) {

  void write(Page page, Advice advice) {
    Case subject = advice.subject();
    page.paragraph(Prose.strong(Wording.id(subject)).then(Tone.STRONG, Wording.title(subject)));
    page.paragraph(listed(Wording.setting(subject)));
    page.paragraph(listed(Wording.actors(subject)));
    if (Wording.isOngoing(advice)) {
      Page.Lead bar = new Page.Lead(Tone.ALERT, style.sign(Sign.ALERT) + " ");
      page.blank().hanging(bar, bar, Prose.of(Tone.ALERT, Wording.ONGOING));
    }
  }

  /** The same as Markdown that ends with a blank line. */
  static String markdown(Advice advice) {
    Case subject = advice.subject();
    StringBuilder page = new StringBuilder("# ");
    page.append(Markdown.listed(List.of(Wording.id(subject), Wording.title(subject))));
    page.append("\n\n");
    for (List<String> parts : List.of(Wording.setting(subject), Wording.actors(subject))) {
      if (!parts.isEmpty()) {
        page.append(Markdown.listed(parts)).append("\n\n");
      }
    }
    if (Wording.isOngoing(advice)) {
      page.append("> **").append(Wording.ONGOING).append("**\n\n");
    }
    return page.toString();
  }

  private Prose listed(List<String> parts) {
    Prose prose = Prose.EMPTY;
    for (String part : parts) {
      prose = prose.listed(Tone.PLAIN, style.sign(Sign.SEPARATOR), part);
    }
    return prose;
  }
}

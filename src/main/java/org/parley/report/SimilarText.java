package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.Advice;
import org.parley.Case;
import org.parley.SimilarCase;

/** Renders the cases most like another for a terminal. Immutable and thread-safe. */
public final class SimilarText {
  private static final Page.Lead UNDER = Page.Lead.of("      ");

  private final Style style;

  public SimilarText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /**
   * The cases as text that ends with a line break.
   *
   * @param advice on the case that they are compared with
   */
  public String render(Advice advice, List<SimilarCase> similar) {
    Page page = new Page(style);
    new Headline(style).write(page, advice);
    page.blank();
    page.paragraph(Prose.strong(Wording.FAVOUR).then(Tone.STRONG, SimilarWording.advised(advice)));
    page.indented(Prose.plain(Wording.closed(advice)));
    page.heading(SimilarWording.TITLE);
    if (similar.isEmpty()) {
      page.indented(Prose.plain(SimilarWording.NONE));
    }
    for (int i = 0; i < similar.size(); i++) {
      one(i == 0 ? page : page.blank(), similar.get(i));
    }
    page.blank().paragraph(Prose.dim(SimilarWording.HOW));
    page.paragraph(Prose.plain(SimilarWording.CAVEAT));
    return page.text();
  }

  private void one(Page page, SimilarCase similar) {
    Case subject = similar.subject();
    Page.Lead lead = new Page.Lead(Tone.STRONG, "%-6s".formatted(SimilarWording.likeness(similar)));
    page.item(lead, Prose.strong(Wording.id(subject)).then(Tone.STRONG, Wording.title(subject)));
    Prose setting = Prose.EMPTY;
    for (List<String> parts : List.of(Wording.setting(subject), Wording.actors(subject))) {
      for (String part : parts) {
        setting = setting.listed(Tone.DIM, style.sign(Sign.SEPARATOR), part);
      }
    }
    page.item(UNDER, setting);
    page.item(label("tables favour"), Prose.plain(SimilarWording.advised(similar.advice())));
    page.item(label("history shows"), Prose.plain(SimilarWording.observed(similar)));
    differences(page, similar);
  }

  private static void differences(Page page, SimilarCase similar) {
    Page.Lead lead = label("they differ on");
    for (String difference : SimilarWording.differences(similar)) {
      page.item(lead, Prose.plain(difference));
      lead = lead.blank();
    }
    if (similar.differences().isEmpty()) {
      page.item(lead, Prose.plain(SimilarWording.ALL_EQUAL));
    }
    page.item(lead, Prose.dim(SimilarWording.more(similar)));
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, UNDER.text() + "%-16s".formatted(text));
  }
}

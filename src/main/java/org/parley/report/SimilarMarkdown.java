package org.parley.report;

import java.util.List;
import org.parley.Advice;
import org.parley.Case;
import org.parley.SimilarCase;

/** Renders the cases most like another as Markdown, with the content of {@link SimilarText}. */
public final class SimilarMarkdown {

  private SimilarMarkdown() {}

  /**
   * The cases as Markdown that ends with a line break.
   *
   * @param advice on the case that they are compared with
   */
  public static String render(Advice advice, List<SimilarCase> similar) {
    StringBuilder page = new StringBuilder(Headline.markdown(advice));
    entry(page, "The tables favour", SimilarWording.advised(advice));
    if (!Wording.closed(advice).isEmpty()) {
      page.append('\n').append(Markdown.escape(Wording.closed(advice))).append('\n');
    }
    page.append("\n## ").append(SimilarWording.TITLE).append('\n');
    if (similar.isEmpty()) {
      page.append('\n').append(SimilarWording.NONE).append('\n');
    }
    similar.forEach(s -> one(page, s));
    page.append("\n---\n\n").append(SimilarWording.HOW).append("\n\n");
    page.append(SimilarWording.CAVEAT).append('\n');
    return page.toString();
  }

  private static void one(StringBuilder page, SimilarCase similar) {
    Case subject = similar.subject();
    page.append("\n### ")
        .append(
            Markdown.listed(
                List.of(
                    SimilarWording.likeness(similar), Wording.id(subject), Wording.title(subject))))
        .append("\n\n");
    for (List<String> parts : List.of(Wording.setting(subject), Wording.actors(subject))) {
      if (!parts.isEmpty()) {
        page.append(Markdown.listed(parts)).append("\n\n");
      }
    }
    entry(page, "tables favour", SimilarWording.advised(similar.advice()));
    entry(page, "history shows", SimilarWording.observed(similar));
    page.append("- **they differ on:**");
    if (similar.differences().isEmpty()) {
      page.append(' ').append(SimilarWording.ALL_EQUAL);
    }
    page.append('\n');
    SimilarWording.differences(similar).forEach(d -> item(page, d));
    if (!SimilarWording.more(similar).isEmpty()) {
      item(page, SimilarWording.more(similar));
    }
  }

  private static void entry(StringBuilder page, String name, String text) {
    page.append("- **").append(name).append(":** ").append(Markdown.escape(text)).append('\n');
  }

  private static void item(StringBuilder page, String text) {
    page.append("  - ").append(Markdown.escape(text)).append('\n');
  }
}

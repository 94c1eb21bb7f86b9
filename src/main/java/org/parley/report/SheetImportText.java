package org.parley.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.parley.author.diff.ChangeReview;
import org.parley.author.sheet.SheetImport;

/** Tells on a terminal what an import of sheets changes. Immutable and thread-safe. */
public final class SheetImportText {
  private final Style style;

  public SheetImportText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /**
   * The import as text that ends with a line break.
   *
   * @param review what it changes; empty where it changes nothing
   * @param saved the files that were written; none where nothing was
   */
  public String render(SheetImport read, Optional<ChangeReview> review, List<String> saved) {
    Page page = new Page(style);
    if (review.isEmpty()) {
      page.paragraph(Prose.plain("The tables say what they said: nothing changes."));
    }
    if (!read.notes().isEmpty()) {
      page.blank();
    }
    read.notes().forEach(note -> page.paragraph(Prose.dim("Note: " + note + ".")));
    if (review.isPresent()) {
      page.blank().paragraph(outcome(saved));
    }
    return review.map(new ReviewText(style)::render).orElse("") + page.text();
  }

  private static Prose outcome(List<String> saved) {
    return Prose.strong(
        saved.isEmpty()
            ? "Nothing is saved yet: say --save."
            : "Saved: %s.".formatted(String.join(", ", saved)));
  }
}

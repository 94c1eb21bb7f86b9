package org.parley.report;

import java.util.List;
import java.util.Objects;
import org.parley.FiredRow;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.game.Reach;

/** Renders the posture game of a case for a terminal. Immutable and thread-safe. */
public final class GameText {
  private final Style style;

  public GameText(Style style) {
    this.style = Objects.requireNonNull(style, "style");
  }

  /** The game as text that ends with a line break. */
  public String render(GameReading reading) {
    Page page = new Page(style);
    new Headline(style).write(page, reading.advice());
    result(page, reading);
    list(page, GameWording.PLAYED, GameWording.played(reading.game()));
    list(page, GameWording.MARGINS, GameWording.margins(reading));
    numbers(page, reading);
    reaches(page, reading);
    page.blank().paragraph(Prose.plain(Wording.CAVEAT));
    return page.text();
  }

  private static void result(Page page, GameReading reading) {
    page.blank();
    page.paragraph(Prose.strong(GameWording.headline(reading.game().region())));
    page.indented(Prose.plain(reading.game().region().meaning()));
    page.item(label("reasonable now"), Prose.plain(Wording.courses(reading.reasonable())));
    page.item(label("tables favour"), Prose.plain(GameWording.tables(reading)));
    page.item(label("belief"), Prose.plain(GameWording.belief(reading.game())));
    page.item(label("belief needed"), Prose.plain(GameWording.threshold(reading.game())));
    page.blank().indented(Prose.dim(GameWording.LABEL));
  }

  private static Page.Lead label(String text) {
    return new Page.Lead(Tone.DIM, "%-16s".formatted(text));
  }

  private static void list(Page page, String title, List<String> sentences) {
    page.heading(title);
    sentences.forEach(sentence -> page.bullet(Prose.plain(sentence)));
  }

  private static void numbers(Page page, GameReading reading) {
    page.heading(GameWording.NUMBERS);
    for (Parameter parameter : Parameter.values()) {
      String value = Figures.shown(reading.game().parameters().get(parameter));
      page.item(lead(parameter, value), Prose.plain(parameter.meaning()));
      String source = reading.row(parameter).map(FiredRow::id).orElse(GameWording.ASSUMED);
      page.item(lead(parameter, value).blank(), Prose.dim(source));
    }
  }

  private static void reaches(Page page, GameReading reading) {
    page.heading(GameWording.REACHES);
    for (Reach reach : reading.game().sensitivity()) {
      String turns = GameWording.reach(reach);
      if (!turns.isEmpty()) {
        String value = Figures.shown(reading.game().parameters().get(reach.parameter()));
        page.item(lead(reach.parameter(), value), Prose.plain(turns));
      }
    }
  }

  private static Page.Lead lead(Parameter parameter, String value) {
    return new Page.Lead(Tone.STRONG, "%-9s%-6s".formatted(parameter.symbol(), value));
  }
}

package org.parley.report;

import java.util.List;
import org.parley.FiredRow;
import org.parley.game.GameReading;
import org.parley.game.Parameter;
import org.parley.game.Reach;

/** Renders the posture game of a case as Markdown, with the same content as {@link GameText}. */
public final class GameMarkdown {

  private GameMarkdown() {}

  /** The game as Markdown that ends with a line break. */
  public static String render(GameReading reading) {
    StringBuilder page = new StringBuilder(Headline.markdown(reading.advice()));
    result(page, reading);
    list(page, GameWording.PLAYED, GameWording.played(reading.game()));
    list(page, GameWording.MARGINS, GameWording.margins(reading));
    numbers(page, reading);
    page.append("\n---\n\n").append(Wording.CAVEAT).append('\n');
    return page.toString();
  }

  private static void result(StringBuilder page, GameReading reading) {
    page.append("## ").append(Markdown.escape(GameWording.headline(reading.game().region())));
    page.append("\n\n").append(Markdown.escape(reading.game().region().meaning())).append("\n\n");
    entry(page, "Reasonable now", Wording.courses(reading.reasonable()));
    entry(page, "Tables favour", GameWording.tables(reading));
    entry(page, "Belief", GameWording.belief(reading.game()));
    entry(page, "Belief needed", GameWording.threshold(reading.game()));
    page.append('\n').append(Markdown.escape(GameWording.LABEL)).append('\n');
  }

  private static void entry(StringBuilder page, String name, String text) {
    page.append("- **").append(name).append(":** ").append(Markdown.escape(text)).append('\n');
  }

  private static void list(StringBuilder page, String title, List<String> sentences) {
    page.append("\n## ").append(title).append("\n\n");
    sentences.forEach(s -> page.append("- ").append(Markdown.escape(s)).append('\n'));
  }

  private static void numbers(StringBuilder page, GameReading reading) {
    page.append("\n## ").append(GameWording.NUMBERS).append("\n\n");
    page.append(Markdown.head("", "Value", "Meaning", "Row", GameWording.REACHES));
    for (Reach reach : reading.game().sensitivity()) {
      Parameter parameter = reach.parameter();
      page.append(
          Markdown.row(
              Markdown.escape(parameter.symbol()),
              Figures.shown(reading.game().parameters().get(parameter)),
              Markdown.escape(parameter.meaning()),
              Markdown.escape(reading.row(parameter).map(FiredRow::id).orElse(GameWording.ASSUMED)),
              Markdown.escape(GameWording.reach(reach))));
    }
  }
}

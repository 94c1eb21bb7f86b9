package org.parley.knowledge;

/**
 * How a CSV file is written: spreadsheets of some countries separate by semicolons, pasted tables
 * have tabs, and some files begin with a line that says it.
 *
 * @param separator what stands between two cells
 * @param start where the first record begins: 0, or behind the line {@code sep=;}
 */
public record CsvForm(char separator, int start) {
  private static final String SEPARATORS = ",;\t";
  private static final String SAID = "sep=";

  /** What the first line of a text says, or what stands most often in its first record. */
  public static CsvForm of(String text) {
    if (text.regionMatches(true, 0, SAID, 0, SAID.length()) && text.length() > SAID.length()) {
      char said = text.charAt(SAID.length());
      int end = text.indexOf('\n');
      boolean alone = text.substring(SAID.length() + 1, end < 0 ? text.length() : end).isBlank();
      if (alone && SEPARATORS.indexOf(said) >= 0) {
        return new CsvForm(said, end < 0 ? text.length() : end + 1);
      }
    }
    return new CsvForm(mostOften(text), 0);
  }

  private static char mostOften(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
        counts[SEPARATORS.indexOf(c)]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  /** What a reader calls the separators, such as {@code semicolons}. */
  public String separators() {
    return switch (separator) {
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "commas";
    };
  }
}

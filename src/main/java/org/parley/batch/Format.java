package org.parley.batch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.parley.ParleyException;

/** How records stand in a file. */
public enum Format {
  /** Comma-separated values, with a line that names the columns. */
  CSV,
  /** A JSON object in each line. */
  JSON_LINES;

  private static final Map<String, Format> BY_ENDING =
      Map.of("csv", CSV, "tsv", CSV, "txt", CSV, "jsonl", JSON_LINES, "ndjson", JSON_LINES);

  /**
   * The form that the name of a file says.
   *
   * @throws ParleyException if it says none of these
   */
  public static Format of(Path file) {
    String name = String.valueOf(file.getFileName());
    int point = name.lastIndexOf('.');
    Format format = BY_ENDING.get(name.substring(point + 1).toLowerCase(Locale.ROOT));
    if (point < 1 || format == null) {
      throw ParleyException.in(
          file.toString(), "many cases stand in files whose names end in .csv or .jsonl");
    }
    return format;
  }
}

package org.parley;

import java.util.Objects;

/**
 * One thing that is wrong with an input, in words for the person who can mend it.
 *
 * @param file the file, as given, or an empty string
 * @param line the line, from 1, or 0 where it is not known
 * @param column the column, from 1, or 0 where it is not known
 * @param element the place in the user's terms, such as {@code decision 'posture', row 'x'}, or an
 *     empty string
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, int column, String element, String message) {

  public Problem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(message, "message");
  }

  /** A problem without a place. */
  public static Problem of(String message) {
    return new Problem("", 0, 0, "", message);
  }

  /** A problem with a file as a whole. */
  public static Problem in(String file, String message) {
    return new Problem(file, 0, 0, "", message);
  }

  /** One line: {@code file:line:column: element: message}, without what is not known. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (line > 0 && column > 0) {
      text.append(':').append(column);
    }
    if (!file.isEmpty()) {
      text.append(": ");
    }
    if (!element.isEmpty()) {
      text.append(element).append(": ");
    }
    return text.append(message).toString().replaceAll("\\R\\s*", " ");
  }
}

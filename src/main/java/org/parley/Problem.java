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
 * @param kind what kind of problem it is, for programs
 */
public record Problem(
    String file, int line, int column, String element, String message, Kind kind) {

  private static final int LONGEST_ELEMENT = 300;
  private static final int LONGEST_MESSAGE = 1_500;

  /** What is longer than a person reads is cut off. */
  public Problem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    element = cut(Objects.requireNonNull(element, "element"), LONGEST_ELEMENT);
    message = cut(Objects.requireNonNull(message, "message"), LONGEST_MESSAGE);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  /** A problem of no particular kind. */
  public Problem(String file, int line, int column, String element, String message) {
    this(file, line, column, element, message, Kind.OTHER);
  }

  /** What kinds of problem keep a knowledge base from loading; stable, unlike messages. */
  public enum Kind {
    /** A file is no well-formed, valid model. */
    MALFORMED_MODEL,
    /** Two elements of one file have the same id. */
    DUPLICATE_ID,
    /** An expression could run code, read what it should not, or never end. */
    UNSAFE_FEEL,
    /** A text is not FEEL. */
    INVALID_FEEL,
    /** A name is not known; mostly a text that lacks its quotes. */
    UNQUOTED_TEXT,
    /** Input data is neither a fact nor a decision. */
    UNLINKED_INPUT,
    /** Types of one name differ, or differ from the vocabulary. */
    TYPE_MISMATCH,
    /** Something stands in two files. */
    DUPLICATE_DECISION,
    /** Two rows have the same id. */
    DUPLICATE_ROW_ID,
    /** Decisions need each other. */
    CIRCLE,
    /** A reference leads nowhere. */
    BROKEN_REFERENCE,
    /** A model imports another. */
    MODEL_IMPORT,
    /** The vocabulary, the statements or the event types cannot be used. */
    VOCABULARY,
    /** A decision that an advice needs is missing or answers in other words. */
    MISSING_DECISION,
    /** The engine does not take a model that is valid otherwise. */
    COMPILATION,
    /** Any other. */
    OTHER
  }

  /** The same problem, of a kind. */
  public Problem as(Kind kind) {
    return new Problem(file, line, column, element, message, kind);
  }

  /** The same problem, and what it came up with. */
  public Problem with(String circumstance) {
    return new Problem(
        file, line, column, element, "%s (%s)".formatted(message, circumstance), kind);
  }

  /** A problem without a place. */
  public static Problem of(String message) {
    return new Problem("", 0, 0, "", message);
  }

  /** A problem with a file as a whole. */
  public static Problem in(String file, String message) {
    return new Problem(file, 0, 0, "", message);
  }

  /**
   * One line: {@code file:line:column: element: message}, without what is not known; as {@link
   * Shown} shows it.
   */
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
    return Shown.line(text.append(message).toString().replaceAll("[\\r\\n]+\\s*", " "));
  }
}

package org.parley;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong with an input, in words for the person who can mend it.
 *
 * @param place where
 * @param message what is wrong and what would be right
 * @param kind what kind of problem it is, for programs
 * @param legal what could stand there, where that is one of some words; may be empty
 */
public record Problem(Place place, String message, Kind kind, List<String> legal)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_500;

  /** What is longer than a person reads is cut off. */
  public Problem {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(kind, "kind");
    legal = List.copyOf(legal);
    message = Shown.cut(Objects.requireNonNull(message, "message"), MOST);
  }

  /** A problem where no words could stand instead. */
  public Problem(Place place, String message, Kind kind) {
    this(place, message, kind, List.of());
  }

  /** A problem of no particular kind. */
  public Problem(Place place, String message) {
    this(place, message, Kind.OTHER);
  }

  /** What kinds of problem there are; stable, unlike messages. */
  public enum Kind {
    // of cases
    /** The vocabulary has no fact of this name. */
    UNKNOWN_FACT,
    /** What is given is not a value of its fact, of its key or of its event. */
    UNKNOWN_VALUE,
    /** The vocabulary has no event of this type. */
    UNKNOWN_EVENT_TYPE,
    /** Nothing is read under this key. */
    UNKNOWN_KEY,
    /** Something that must be given is not. */
    MISSING,
    /** It is no YAML or JSON, or something else stands where a text, a list or a mapping should. */
    MALFORMED_CASE,
    // of knowledge bases
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
    /** No row answers in a case that can be. */
    NO_RESULT,
    /** Any other. */
    OTHER
  }

  /** The same problem, of a kind. */
  public Problem as(Kind kind) {
    return new Problem(place, message, kind, legal);
  }

  /** The same problem, with the words that could stand there. */
  public Problem instead(Collection<String> words) {
    return new Problem(place, message, kind, List.copyOf(words));
  }

  /** The same problem, in other words. */
  public Problem inWords(String words) {
    return new Problem(place, words, kind, legal);
  }

  /** The same problem, at a place. */
  public Problem at(Place where) {
    return new Problem(where, message, kind, legal);
  }

  /** The same problem, and what it came up with. */
  public Problem with(String circumstance) {
    return new Problem(place, "%s (%s)".formatted(message, circumstance), kind, legal);
  }

  /** A problem without a place. */
  public static Problem of(String message) {
    return in("", message);
  }

  /** A problem with a file as a whole. */
  public static Problem in(String file, String message) {
    return new Problem(Place.of(file), message);
  }

  /** The file, as given, or an empty string. */
  public String file() {
    return place.file();
  }

  /** The line, from 1, or 0 where it is not known. */
  public int line() {
    return place.line();
  }

  /** The place within its file in one text, such as {@code decision 'x', row 'y'}. */
  public String element() {
    return Shown.line(place.element());
  }

  /**
   * One line: {@code file:line:character: element: message}, without what is not known; as {@link
   * Shown} shows it. Where there is no file, its line and column are all that stands before the
   * message, which says what it is about.
   */
  @Override
  public String toString() {
    String where =
        !place.file().isEmpty()
            ? place.toString()
            : place.line() == 0
                ? ""
                : "line %d, column %d".formatted(place.line(), place.character());
    String text = where.isEmpty() ? message : where + ": " + message;
    return Shown.line(text.replaceAll("[\\r\\n]+\\s*", " "));
  }
}

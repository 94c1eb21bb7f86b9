package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Labelled;
import org.parley.Place;

/**
 * What must hold in every possible case: a step of one fact that must not move a decision in some
 * way, or worlds in which a decision never gives an answer.
 *
 * @param line its line in the file, from 1; 0 of one that nobody wrote
 * @param id its id
 * @param fact the fact that moves, or an empty string where none does
 * @param scale the values that it goes through, one step from each to the next; empty where these
 *     are all that it has: the bands of a number, or the values of a choice without {@code unknown}
 * @param down whether all values are gone through from the last to the first
 * @param where for each fact or decision the values that it has in the worlds in question: of a
 *     number a whole number, {@code unknown}, or a range such as {@code 0..30}
 * @param subject the decision
 * @param never what must not happen
 * @param answers the answers that it must not become or be; empty where the order of its answers
 *     counts
 * @param order all answers of the subject, highest first: {@code recommended}, {@code viable},
 *     {@code weak}, {@code blocked} of a verdict; of another decision those that its type, or else
 *     its output column, lists last stand highest
 * @param statements the statements that it follows from
 * @param why the reason in a sentence
 */
public record Principle(
    int line,
    String id,
    String fact,
    List<String> scale,
    boolean down,
    Map<String, List<String>> where,
    String subject,
    Never never,
    List<String> answers,
    List<String> order,
    List<String> statements,
    String why) {
  /** The file that they stand in. */
  public static final String FILE = "dmn/principles.csv";

  public Principle {
    scale = List.copyOf(scale);
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    answers = List.copyOf(answers);
    order = List.copyOf(order);
    statements = List.copyOf(statements);
  }

  /** What must not happen. */
  public enum Never implements Labelled {
    /** A step leads to a higher answer. */
    RISE("rise"),
    /** A step leads to a lower answer. */
    FALL("fall"),
    /** A step leads to another answer. */
    CHANGE("change"),
    /** A step leads to one of some answers from one that is none of them. */
    BECOME("become"),
    /** One of some answers, whatever moves. */
    BE("be"),
    /** Unknown leads to a higher answer than all values, or to a lower one. */
    LEAVE("leave its range where it is unknown"),
    /** One step of a scale leads to a higher answer, and another to a lower one. */
    TURN("rise at one step and fall at another");

    private final String label;

    Never(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Where it stands. */
  public Place place() {
    return Place.entry(FILE, line, id);
  }

  /** How high an answer stands, from 0 for the lowest. */
  public int rank(String answer) {
    return order.size() - 1 - order.indexOf(answer);
  }

  /** What it says, such as {@code 'x' no → yes: 'y' must never rise (where z = a | b)}. */
  public String words() {
    String moves = fact.isEmpty() ? "" : "'%s' %s: ".formatted(fact, moves());
    String what = answers.isEmpty() ? "" : " " + String.join(" or ", answers);
    return "%s'%s' must never %s%s%s".formatted(moves, subject, never.label(), what, condition());
  }

  private String moves() {
    return scale.isEmpty() ? down ? "down its scale" : "up its scale" : String.join(" → ", scale);
  }

  private String condition() {
    List<String> parts =
        where.entrySet().stream()
            .map(e -> e.getKey() + " = " + String.join(" | ", e.getValue()))
            .toList();
    return parts.isEmpty() ? "" : " (where " + String.join("; ", parts) + ")";
  }
}

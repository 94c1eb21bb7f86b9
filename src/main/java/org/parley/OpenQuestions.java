package org.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What the facts that are not known could still change. Each of them may have any value of the
 * vocabulary but {@code unknown}, of a number any band that the tables tell apart; each combination
 * is a world, and all worlds count alike. A share says how many worlds there are, not how likely
 * they are.
 *
 * @param posture the posture that the tables favour now
 * @param opened the facts that were opened, in the order of the vocabulary
 * @param worlds how many worlds there are
 * @param exact whether every world counts; else a sample does, since there are too many to count or
 *     an interrupt or the limit of {@link Advice#within} ended the count
 * @param error how far a share may be off, in 95 of 100 samples at most; 0 where exact, and the
 *     greater the sooner the count was ended
 * @param possible the postures that some world leads to, most frequent first
 * @param questions the facts opened that matter, most telling first
 */
public record OpenQuestions(
    Posture posture,
    List<String> opened,
    double worlds,
    boolean exact,
    double error,
    List<Possibility> possible,
    @JsonProperty("learnFirst") List<Question> questions) {

  private static final int FIRST = 3;

  public OpenQuestions {
    Objects.requireNonNull(posture, "posture");
    opened = List.copyOf(opened);
    possible = List.copyOf(possible);
    questions = List.copyOf(questions);
  }

  /**
   * How many postures are open, each counted by its share: 1 where all worlds lead to one, 2 where
   * half of them lead to each of two.
   */
  @JsonProperty
  public double posturesOpen() {
    return Math.pow(2, possible.stream().mapToDouble(Possibility::bits).sum());
  }

  /** Whether the present advice holds whatever the answers; a sample cannot say so. */
  @JsonProperty
  public boolean holds() {
    return exact && isAlone();
  }

  private boolean isAlone() {
    return possible.stream().allMatch(p -> p.posture() == posture);
  }

  /** The share of the worlds that lead to the present posture, from 0 to 1. */
  public double share() {
    return isAlone()
        ? 1
        : possible.stream()
            .filter(p -> p.posture() == posture)
            .mapToDouble(Possibility::share)
            .sum();
  }

  /** The facts to learn first, most telling first; at most three. */
  public List<String> firstFacts() {
    return questions.stream().limit(FIRST).map(Question::fact).toList();
  }

  /**
   * A posture that some world leads to.
   *
   * @param posture the posture
   * @param share of the worlds, above 0 up to 1
   */
  public record Possibility(Posture posture, double share) {

    /** What it adds to how much is open, in bits. */
    public double bits() {
      return -share * Math.log(share) / Math.log(2);
    }
  }

  /**
   * A fact to learn.
   *
   * @param fact its name
   * @param narrowing how much an answer tells about the posture on average, in bits: 0 nothing, 1
   *     as much as decides between two equally frequent postures
   * @param posturesOpen how many postures an answer leaves open on average, each counted by its
   *     share
   * @param answers what each value would imply, in the order of the vocabulary
   */
  public record Question(String fact, double narrowing, double posturesOpen, List<Answer> answers) {

    public Question {
      answers = List.copyOf(answers);
    }
  }

  /**
   * What one value of a fact would imply.
   *
   * @param value the value; of a number the band, such as {@code 6 to 17}
   * @param possible the postures that are possible then, most frequent first
   */
  public record Answer(String value, List<Possibility> possible) {

    public Answer {
      possible = List.copyOf(possible);
    }

    /** The postures alone. */
    @JsonProperty
    public List<Posture> postures() {
      return possible.stream().map(Possibility::posture).toList();
    }
  }
}

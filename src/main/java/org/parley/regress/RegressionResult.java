package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.Advice;
import org.parley.Expectation;
import org.parley.KnowledgeVersion;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.Origin;
import org.parley.Posture;
import org.parley.Problem;

/**
 * What a regression found.
 *
 * @param ran the cases that ran, in their order, with those that came out without advice
 * @param expected the comparison with what the tables are approved to say
 * @param observed the comparison with what history shows: agreement is not correctness
 * @param stability how much hangs on single facts, or {@code null} where that was not asked for or
 *     cannot be told
 * @param derivedOnly the same cases on events alone, or {@code null} where that was not asked for
 * @param knowledge what the cases ran on; {@code null} where nobody said
 * @param date the day that whoever ran it put on it, as {@code 2026-11-30}; {@code null} where none
 *     was given, since a result knows no clock
 */
public record RegressionResult(
    @JsonIgnore List<Ran> ran,
    Expected expected,
    Observed observed,
    @JsonInclude(JsonInclude.Include.NON_NULL) Stability stability,
    @JsonInclude(JsonInclude.Include.NON_NULL) DerivedOnly derivedOnly,
    @JsonInclude(JsonInclude.Include.NON_NULL) KnowledgeVersion knowledge,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate date) {

  /** To be said wherever a rate of agreement is shown. */
  public static final String CAUTION =
      "Agreement with history is not correctness: leaders err, and the facts were coded by people.";

  public RegressionResult {
    ran = List.copyOf(ran);
  }

  /** How many cases ran. */
  @JsonProperty
  public int cases() {
    return ran.size();
  }

  /** This result with a run on events alone. */
  public RegressionResult with(DerivedOnly run) {
    return new RegressionResult(ran, expected, observed, stability, run, knowledge, date);
  }

  /** This result with how much hangs on single facts. */
  public RegressionResult with(Stability found) {
    return new RegressionResult(ran, expected, observed, found, derivedOnly, knowledge, date);
  }

  /**
   * This result with what it rests on.
   *
   * @param version what the cases ran on
   * @param day the day to put on it, or {@code null} for none
   */
  public RegressionResult with(KnowledgeVersion version, LocalDate day) {
    return new RegressionResult(ran, expected, observed, stability, derivedOnly, version, day);
  }

  /** The cases on which the tables give no advice, in their order. */
  @JsonProperty
  public List<NoAdvice> noAdvice() {
    return ran.stream()
        .filter(r -> r.actual() == null)
        .map(r -> new NoAdvice(r.subject(), r.gaps()))
        .toList();
  }

  /** Whether every pinned case came out as pinned, and no case without advice. */
  public boolean isClean() {
    return expected.differ().isEmpty() && noAdvice().isEmpty();
  }

  /**
   * A case that ran.
   *
   * @param subject its id
   * @param conflict the conflict that it is of, or an empty string
   * @param pinned whether it says what it is to come out as
   * @param actual what the tables say, or {@code null} where they give no advice
   * @param gaps what keeps them from giving one
   */
  public record Ran(
      String subject, String conflict, boolean pinned, Stance actual, List<Gap> gaps) {

    public Ran {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * A case on which the tables give no advice.
   *
   * @param subject its id
   * @param gaps what keeps them from giving one
   */
  public record NoAdvice(@JsonProperty("case") String subject, List<Gap> gaps) {

    public NoAdvice {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * What keeps the tables from an advice.
   *
   * @param decision the decision that has no result, or an empty string
   * @param file the file that it stands in, or an empty string
   * @param line where in the file, from 1; 0 where that is not known
   * @param message what it has no row for
   */
  public record Gap(String decision, String file, int line, String message) {

    static Gap of(Problem problem) {
      return new Gap(problem.place().decision(), problem.file(), problem.line(), problem.message());
    }

    /** The gap in one phrase. */
    public String describe() {
      return decision.isEmpty() ? message : "'%s' %s".formatted(decision, message);
    }
  }

  /**
   * The comparison with what is approved.
   *
   * @param agree pinned cases that came out so
   * @param unpinned ids of the cases without an expectation
   * @param differ pinned cases that did not
   */
  public record Expected(int agree, List<String> unpinned, List<Mismatch> differ) {

    public Expected {
      unpinned = List.copyOf(unpinned);
      differ = List.copyOf(differ);
    }
  }

  /**
   * A case that did not come out as pinned.
   *
   * @param subject its id
   * @param expected what is pinned
   * @param actual what the tables say
   * @param rows the rows that decided otherwise
   * @param decidedBy the facts that the posture rests on, down to the last table
   */
  public record Mismatch(
      @JsonProperty("case") String subject,
      Stance expected,
      Stance actual,
      List<DecidingRow> rows,
      List<DecidingFact> decidedBy) {

    public Mismatch {
      rows = List.copyOf(rows);
      decidedBy = List.copyOf(decidedBy);
    }
  }

  /**
   * A fact that the posture of a case rests on.
   *
   * @param fact its name
   * @param value its value; {@code unknown} where that is what was tested
   * @param origin where it comes from; {@code null} where it is not known
   */
  public record DecidingFact(
      String fact, String value, @JsonInclude(JsonInclude.Include.NON_NULL) Origin origin) {}

  /**
   * A row that decided, as a place to look.
   *
   * @param id its id
   * @param table its decision
   * @param why its reason
   */
  public record DecidingRow(String id, String table, String why) {}

  /**
   * A posture and an unofficial track, in words.
   *
   * @param posture the posture, or an empty string where none is given
   * @param unofficialTrack the track, or an empty string where none is given
   */
  public record Stance(String posture, String unofficialTrack) {

    /** What is advised. */
    static Stance of(Advice advice) {
      return new Stance(advice.posture().label(), advice.unofficialTrack().label());
    }

    /** What is expected. */
    static Stance of(Expectation expected) {
      return new Stance(expected.posture().label(), expected.unofficialTrack().label());
    }

    /** What history shows. */
    public static Stance of(Observation observed) {
      return new Stance(
          observed.posture() == null ? "" : observed.posture().label(), observed.unofficialTrack());
    }

    /** Both in one phrase. */
    public String describe() {
      if (posture.isEmpty()) {
        return unofficialTrack;
      }
      return unofficialTrack.isEmpty() || unofficialTrack.equals("none")
          ? posture
          : posture + " with " + unofficialTrack;
    }
  }

  /**
   * The comparison with history.
   *
   * @param compared cases with an observation
   * @param agree those that agree in every field that the observation gives
   * @param byPosture tallies by observed posture
   * @param byUnofficialTrack tallies by observed unofficial track
   * @param agreeWithoutCloseFacts how many agree once the facts close to the choice are hidden
   * @param confusion observed and advised postures, counted
   * @param baselines what learners without knowledge of the field reach on the same cases
   * @param scores how well the precedents tell the observed postures, or {@code null} where there
   *     is no case of another conflict to learn from
   * @param differ those that differ
   */
  public record Observed(
      int compared,
      int agree,
      Map<String, Tally> byPosture,
      Map<String, Tally> byUnofficialTrack,
      @JsonIgnore int agreeWithoutCloseFacts,
      Confusion confusion,
      Baseline baselines,
      @JsonInclude(JsonInclude.Include.NON_NULL) PrecedentScores scores,
      List<Difference> differ) {

    public Observed {
      byPosture = Collections.unmodifiableMap(new LinkedHashMap<>(byPosture));
      byUnofficialTrack = Collections.unmodifiableMap(new LinkedHashMap<>(byUnofficialTrack));
      differ = List.copyOf(differ);
    }

    /** Between which shares the true rate of agreement lies. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public Interval interval95() {
      return all().interval();
    }

    /** How intervals are worked out. */
    @JsonProperty
    public String method() {
      return Interval.METHOD;
    }

    /** Between which shares the true rates of the baselines lie. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public BaselineIntervals baselineIntervals() {
      return compared == 0
          ? null
          : new BaselineIntervals(
              Interval.of(baselines.largestClass(), compared),
              Interval.of(baselines.naiveBayes(), compared),
              Interval.of(baselines.naiveBayesByConflict(), compared));
    }

    /** What is to be said wherever this is shown. */
    @JsonProperty
    public String caution() {
      return CAUTION;
    }

    /** The tally of all. */
    public Tally all() {
      return new Tally(compared, agree);
    }

    /** The tally of all with the facts close to the choice hidden. */
    @JsonProperty("withoutCloseFacts")
    public Tally allWithoutCloseFacts() {
      return new Tally(compared, agreeWithoutCloseFacts);
    }
  }

  /**
   * How often which posture was advised where which was observed. Observations of an unofficial
   * track alone are not counted.
   *
   * @param counts a row for each observed posture, in it a column for each advised one, both in the
   *     order of {@link #postures}
   */
  public record Confusion(@JsonIgnore List<List<Integer>> counts) {

    public Confusion {
      counts = counts.stream().map(List::copyOf).toList();
    }

    /** The postures, as the tables name them. */
    public static List<String> postures() {
      return Labelled.labels(Posture.class);
    }

    /** How often an advised posture was the observed one, by the place of the observed one. */
    public Tally tally(int observed) {
      List<Integer> row = counts.get(observed);
      return new Tally(row.stream().mapToInt(Integer::intValue).sum(), row.get(observed));
    }

    /** A row for each observed posture, in the words of {@link #postures}. */
    @JsonValue
    List<Row> rows() {
      return IntStream.range(0, counts.size()).mapToObj(this::row).toList();
    }

    private Row row(int observed) {
      Map<String, Integer> advised = new LinkedHashMap<>();
      for (int i = 0; i < counts.size(); i++) {
        advised.put(postures().get(i), counts.get(observed).get(i));
      }
      return new Row(postures().get(observed), advised, tally(observed));
    }

    /**
     * What was advised where one posture was observed.
     *
     * @param observed the posture
     * @param advised how often each was advised
     * @param same how often the same one
     */
    public record Row(String observed, Map<String, Integer> advised, @JsonUnwrapped Tally same) {}

    /** How many cases are counted. */
    public int total() {
      return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * How many cases learners get right that know nothing of the field. They learn from the library
   * less all conflicts of the cases that run; where that leaves nothing, as it does where the
   * library itself runs, from those that run, leaving out one case or conflict in turn.
   *
   * @param largestClass always answering the most frequent observation
   * @param naiveBayes a naive Bayes learner on the coded facts, leaving each case out in turn
   * @param naiveBayesByConflict the same, leaving each conflict out in turn
   */
  public record Baseline(int largestClass, int naiveBayes, int naiveBayesByConflict) {}

  /**
   * A count of agreement.
   *
   * @param compared how many
   * @param agree how many of them agree
   */
  public record Tally(int compared, int agree) {

    /**
     * Between which shares the true rate lies with 95% confidence, if the cases were a fair sample
     * (they are not: they were chosen); {@code null} where none was compared. Wilson's score
     * interval (Wilson 1927).
     */
    @JsonProperty("interval95")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public Interval interval() {
      return compared == 0 ? null : Interval.of(agree, compared);
    }

    Tally plus(boolean agrees) {
      return new Tally(compared + 1, agree + (agrees ? 1 : 0));
    }
  }

  /**
   * A range, of shares from 0 to 1.
   *
   * @param low its lower end
   * @param high its upper end
   */
  public record Interval(double low, double high) {
    /** How an interval of a share is worked out. */
    public static final String METHOD =
        "intervals of shares: Wilson's score interval at 95% (Wilson 1927)";

    private static final double Z = 1.959964;

    /**
     * Wilson's score interval at 95%.
     *
     * @param count how many of the cases, on average where that is a mean
     * @param of how many cases there are, at least one
     */
    public static Interval of(double count, int of) {
      double share = count / of;
      double centre = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
      double half =
          Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
      return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
  }

  /**
   * Between which shares the true rates of the baselines lie, as {@link Tally#interval} has it.
   *
   * @param largestClass of always answering the most frequent observation
   * @param naiveBayes of the learner, leaving each case out in turn
   * @param naiveBayesByConflict of the same, leaving each conflict out in turn
   */
  public record BaselineIntervals(
      Interval largestClass, Interval naiveBayes, Interval naiveBayesByConflict) {}

  /**
   * A case in which history shows something else than the tables say.
   *
   * @param subject its id
   * @param observed what history shows
   * @param advised what the tables say
   * @param favoured whether enough is known to favour it; else it is a leaning
   * @param because why, as the case file says, or an empty string
   */
  public record Difference(
      @JsonProperty("case") String subject,
      Stance observed,
      Stance advised,
      boolean favoured,
      String because) {}
}

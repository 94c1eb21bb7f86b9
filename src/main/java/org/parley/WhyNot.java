package org.parley;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why the tables do not favour a posture, and what stands in its way.
 *
 * @param posture the posture that they favour
 * @param asked the posture asked about
 * @param verdict what they say of it
 * @param ways the rows that would have given it, nearest first; empty where it is favoured
 */
public record WhyNot(
    Posture posture,
    Posture asked,
    @JsonIgnore Verdict verdict,
    @JsonProperty("rows") List<Way> ways) {

  public WhyNot {
    Objects.requireNonNull(posture, "posture");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(verdict, "verdict");
    ways = List.copyOf(ways);
  }

  /** What was written down. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static WhyNot of(Written written) {
    return new WhyNot(
        written.posture(),
        written.asked(),
        new Verdict(written.asked(), written.verdict(), written.because()),
        written.rows());
  }

  /** Its keys. */
  record Written(
      Posture posture,
      Posture asked,
      Verdict.Level verdict,
      List<FiredRow> because,
      List<Way> rows) {}

  /** How the tables judge the posture asked about. */
  @JsonProperty("verdict")
  public Verdict.Level level() {
    return verdict.level();
  }

  /** The rows that gave the verdict. */
  @JsonProperty("because")
  List<FiredRow> because() {
    return verdict.rows();
  }

  /** Whether the posture asked about is the one that the tables favour. */
  public boolean isFavoured() {
    return posture == asked;
  }

  /**
   * A row that would have given the posture, with what would follow.
   *
   * @param row the row
   * @param assuming every fact in the row's way with the nearest value that would pass, by name
   * @param level what the tables say of the posture once the facts have these values
   * @param posture the posture that they favour then
   */
  public record Way(
      @JsonUnwrapped NearRow row,
      @FactValue Map<String, String> assuming,
      @JsonIgnore Verdict.Level level,
      @JsonIgnore Posture posture) {

    public Way {
      assuming = Collections.unmodifiableMap(new LinkedHashMap<>(assuming));
    }

    /** What was written down. */
    @JsonCreator
    static Way written(
        @JsonUnwrapped NearRow row,
        @JsonProperty("assuming") Map<String, String> assuming,
        @JsonProperty("then") Outcome then) {
      return new Way(row, assuming, then.verdict(), then.posture());
    }

    /** What follows once the facts have these values. */
    @JsonProperty
    public Outcome then() {
      return new Outcome(posture, level);
    }

    /**
     * What the tables say.
     *
     * @param posture the posture that they favour
     * @param verdict how they judge the posture asked about
     */
    public record Outcome(Posture posture, Verdict.Level verdict) {}
  }

  /**
   * A row of a decision table that does not match.
   *
   * @param id its id
   * @param table the decision that it belongs to
   * @param number its place in the table, from 1
   * @param result what it would answer
   * @param why its reason in one sentence
   * @param source the works that it rests on
   * @param statements the ids of the statements that it encodes
   * @param cells those of its cells that fail, in column order
   */
  public record NearRow(
      String id,
      String table,
      int number,
      String result,
      String why,
      String source,
      List<String> statements,
      List<FailingCell> cells) {

    public NearRow {
      statements = List.copyOf(statements);
      cells = List.copyOf(cells);
    }

    /** The facts in its way, down to the last table, none twice, with what would pass. */
    @JsonProperty("failing")
    public List<FailingFact> facts() {
      Map<String, FailingFact> facts = new LinkedHashMap<>();
      for (FailingCell cell : cells) {
        if (cell.through() == null) {
          facts.putIfAbsent(
              cell.input(), new FailingFact(cell.input(), cell.value(), cell.wanted()));
        } else {
          cell.through().facts().forEach(f -> facts.putIfAbsent(f.fact(), f));
        }
      }
      return List.copyOf(facts.values());
    }
  }

  /**
   * A cell that does not accept what its column sees.
   *
   * @param input the fact or decision of its column
   * @param value what it sees
   * @param wanted the values that would pass; of a number the bands, such as {@code 6 to 17}
   * @param through the nearest row of that decision that would give such a value, or {@code null}
   *     where the input is a fact
   */
  public record FailingCell(
      String input,
      @FactValue String value,
      List<String> wanted,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NearRow through) {

    public FailingCell {
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * A fact in a row's way.
   *
   * @param fact its name
   * @param value what it is
   * @param wanted the values that would pass
   */
  public record FailingFact(String fact, @FactValue String value, List<String> wanted) {}
}

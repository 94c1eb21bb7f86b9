package org.parley.regress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * Which mutants of the tables some cases or principles notice.
 *
 * @param cases how many cases ran
 * @param synthetic how many of them are made up
 * @param all all mutants
 * @param core how many rows behind what is recommended the principles hold in place
 * @param tables the tables cell by cell, in the order of decisions
 * @param byTable the same by table, in the order of decisions
 * @param byKind the same by kind of change
 * @param survivors those that no case and no principle notices though they make a difference
 * @param notAnalysed what could not be changed in this way, and why
 */
public record MutationResult(
    @JsonIgnore int cases,
    @JsonIgnore int synthetic,
    @JsonUnwrapped Score all,
    Core core,
    List<TriedTable> tables,
    List<Part> byTable,
    List<Part> byKind,
    List<Survivor> survivors,
    List<String> notAnalysed) {

  public MutationResult {
    tables = List.copyOf(tables);
    byTable = List.copyOf(byTable);
    byKind = List.copyOf(byKind);
    survivors = List.copyOf(survivors);
    notAnalysed = List.copyOf(notAnalysed);
  }

  /**
   * How many mutants are noticed.
   *
   * @param total how many there are
   * @param equivalent how many of them change no answer of their table, whatever it sees
   * @param noticed in some case an answer that reaches the reader is another, or there is none; or
   *     a principle is broken
   * @param byHistory noticed by cases that are not made up
   * @param pinned noticed since a pinned posture or unofficial track comes out otherwise
   * @param observed noticed since a case agrees with history where it did not, or no longer does
   * @param byPrinciple noticed since a principle that is proved would be broken; asked only of
   *     changed results, and of what no case notices
   * @param cells how many cells have mutants that are not equivalent
   * @param cellsNoticed how many of them have one that is noticed
   */
  public record Score(
      int total,
      int equivalent,
      int noticed,
      @JsonProperty("noticedByHistory") int byHistory,
      @JsonProperty("noticedByPin") int pinned,
      @JsonProperty("noticedByObservation") int observed,
      @JsonProperty("noticedByPrinciple") int byPrinciple,
      int cells,
      int cellsNoticed) {

    /** The mutants that count: all but the equivalent ones. */
    public int counted() {
      return total - equivalent;
    }

    /** The share noticed of those that count, from 0 to 1. */
    @JsonProperty("score")
    public double share() {
      return share(noticed);
    }

    /** The share that cases of history notice. */
    @JsonProperty("scoreByHistory")
    public double shareByHistory() {
      return share(byHistory);
    }

    private double share(int part) {
      return counted() == 0 ? 1 : (double) part / counted();
    }
  }

  /**
   * The rows behind what is recommended.
   *
   * @param rows how many there are whose result has another beside it
   * @param byPrinciple of how many a changed result breaks a principle that is proved
   */
  public record Core(int rows, @JsonProperty("noticedByPrinciple") int byPrinciple) {}

  /**
   * The mutants of a table, or of a kind.
   *
   * @param name the table or the kind
   * @param score how many are noticed
   */
  public record Part(String name, @JsonUnwrapped Score score) {}

  /**
   * A mutant that no case notices.
   *
   * @param mutant the mutant
   * @param breaksTable whether it leaves a gap in its table, or rows at odds, so that a look at the
   *     table alone shows it
   * @param remedy what a case that notices it would be like
   */
  public record Survivor(
      @JsonUnwrapped Mutant mutant, boolean breaksTable, @JsonIgnore Remedy remedy) {

    /** Whether it is proved that no case can notice it. */
    @JsonProperty
    public boolean impossible() {
      return remedy instanceof Remedy.None;
    }

    /** The case that would notice it, or {@code null} where none is known. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public Remedy.NewCase wouldNotice() {
      return remedy.newCase().orElse(null);
    }
  }

  /**
   * A table whose cells were changed.
   *
   * @param name its decision
   * @param columns what its columns test, then the names of its outputs
   * @param rows its rows
   */
  public record TriedTable(String name, List<String> columns, List<TriedRow> rows) {

    public TriedTable {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row whose cells were changed.
   *
   * @param id its id
   * @param cells one for each column of the table
   */
  public record TriedRow(String id, List<TriedCell> cells) {

    public TriedRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell that was changed.
   *
   * @param changes how many changes of it can make a difference to the table; 0 where none can
   * @param noticed how many of them are noticed
   */
  public record TriedCell(int changes, int noticed) {}

  /** The same with other survivors, such as those with remedies. */
  MutationResult with(List<Survivor> others) {
    return new MutationResult(
        cases, synthetic, all, core, tables, byTable, byKind, others, notAnalysed);
  }

  /** How many survivors a look at their table alone shows. */
  public int breaking() {
    return (int) survivors.stream().filter(Survivor::breaksTable).count();
  }

  /** How many survivors it is proved of that no case can notice them. */
  public int hopeless() {
    return (int) survivors.stream().filter(Survivor::impossible).count();
  }
}

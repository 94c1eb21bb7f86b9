package org.parley.author.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.Labelled;
import org.parley.knowledge.CellWords;

/**
 * What differs between two knowledge bases.
 *
 * @param decisions decisions that stand in one only, or differ in more than rows
 * @param rows rows that differ, in the order of the tables
 * @param vocabulary facts, event types and statements that differ
 * @param rules Drools rules that differ
 */
public record KnowledgeDiff(
    List<DecisionChange> decisions,
    List<RowChange> rows,
    List<EntryChange> vocabulary,
    List<EntryChange> rules) {

  public KnowledgeDiff {
    decisions = List.copyOf(decisions);
    rows = List.copyOf(rows);
    vocabulary = List.copyOf(vocabulary);
    rules = List.copyOf(rules);
  }

  /** Whether nothing differs that could be seen. */
  public boolean isEmpty() {
    return Stream.of(decisions, rows, vocabulary, rules).allMatch(List::isEmpty);
  }

  /**
   * The names of the decisions that differ in any way, those first that differ in more than rows.
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    decisions.forEach(d -> names.add(d.decision()));
    rows.forEach(r -> names.add(r.decision()));
    return names;
  }

  /** What differs in a decision apart from its rows; empty where nothing does. */
  public List<DecisionChange> decisions(String name) {
    return decisions.stream().filter(d -> d.decision().equals(name)).toList();
  }

  /** The rows of a decision that differ. */
  public List<RowChange> rows(String name) {
    return rows.stream().filter(r -> r.decision().equals(name)).toList();
  }

  /** The models that a decision stands or stood in, where it differs. */
  public Set<String> files(String name) {
    Set<String> files = new LinkedHashSet<>();
    decisions(name).forEach(d -> files.add(d.file()));
    rows(name).forEach(r -> files.add(r.file()));
    return files;
  }

  /** What happened to something. */
  public enum Kind implements Labelled {
    /** Only the later one has it. */
    ADDED("added"),
    /** Only the earlier one has it. */
    REMOVED("removed"),
    /** Both have it, and it says something else. */
    CHANGED("changed"),
    /** Both have it and it says the same, but in another place. */
    MOVED("moved"),
    /** Both have it, and it is called otherwise. */
    RENAMED("renamed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String label() {
      return word;
    }
  }

  /**
   * A text that differs.
   *
   * @param what what it is, such as {@code hit policy} or {@code column 'phase'}
   * @param before what it said, or an empty string where there was none
   * @param after what it says, or an empty string where there is none
   */
  public record Detail(String what, String before, String after) {}

  /**
   * A decision that differs in more than its rows.
   *
   * @param kind what happened to it
   * @param decision its name
   * @param file the model that it stands in
   * @param details what differs; empty where it was added or removed
   * @param says what differs and is told in sentences: values that what it looks at may have now,
   *     or has no more
   */
  public record DecisionChange(
      @JsonProperty("change") Kind kind,
      String decision,
      String file,
      List<Detail> details,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> says) {

    public DecisionChange {
      details = List.copyOf(details);
      says = List.copyOf(says);
    }
  }

  /**
   * A row that differs.
   *
   * @param kind what happened to it; a row that was changed may have moved as well
   * @param decision its decision
   * @param file the model that it stands in
   * @param id its id
   * @param formerId the id that it had, where that differs; otherwise an empty string
   * @param from its place before, from 1; 0 where there was none
   * @param to its place now, from 1; 0 where there is none
   * @param moved whether it stands elsewhere among the rows that both tables have
   * @param now of a row that is gone the ids of those that stand for it
   * @param why its reason as it is now, or was
   * @param cells the cells that differ; of a row added or removed those that say something
   */
  public record RowChange(
      @JsonProperty("change") Kind kind,
      @JsonProperty("table") String decision,
      String file,
      String id,
      String formerId,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int from,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int to,
      boolean moved,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> now,
      String why,
      List<CellChange> cells) {

    public RowChange {
      now = List.copyOf(now);
      cells = List.copyOf(cells);
    }

    /** The same of a row that is gone, with those that stand for it; any other as it is. */
    RowChange now(List<String> others) {
      return kind == Kind.REMOVED
          ? new RowChange(kind, decision, file, id, formerId, from, to, moved, others, why, cells)
          : this;
    }
  }

  /**
   * A cell that differs.
   *
   * @param part the part of the table that its column belongs to
   * @param column the name of its column
   * @param before its text before, as written; empty where there was none
   * @param after its text now, as written; empty where there is none
   */
  public record CellChange(
      Part part, String column, @JsonInclude String before, @JsonInclude String after) {

    /** Its text before in words; empty where there was none. */
    @JsonProperty
    public String beforeInWords() {
      return before.isEmpty() ? "" : part.words(before);
    }

    /** Its text now in words; empty where there is none. */
    @JsonProperty
    public String afterInWords() {
      return after.isEmpty() ? "" : part.words(after);
    }
  }

  /** The parts of a table. */
  public enum Part implements Labelled {
    /** What is tested. */
    INPUT,
    /** What is answered. */
    OUTPUT,
    /** What is said about a row. */
    ANNOTATION;

    @Override
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** In words what a cell of this part says. */
    public String words(String cell) {
      return this == INPUT ? CellWords.test(cell) : this == OUTPUT ? CellWords.values(cell) : cell;
    }
  }

  /**
   * A fact, event type, statement or rule that differs.
   *
   * @param kind what happened to it
   * @param type what it is: {@code fact}, {@code event type}, {@code statement} or {@code rule}
   * @param name its name or id
   * @param file where it stands
   * @param details what differs; of one added or removed what it said
   */
  public record EntryChange(
      @JsonProperty("change") Kind kind,
      String type,
      String name,
      String file,
      List<Detail> details) {

    public EntryChange {
      details = List.copyOf(details);
    }
  }
}

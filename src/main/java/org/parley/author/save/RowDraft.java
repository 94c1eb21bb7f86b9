package org.parley.author.save;

import java.util.List;

/**
 * A row as it shall be.
 *
 * @param origin the row that it is in the file, from 0, or {@code NEW}
 * @param like the row whose form a new row copies, from 0, or {@code NEW} for its neighbour's
 * @param id its id, or an empty string where it has none
 * @param tests one unary test for each input column
 * @param results one expression for each output column
 * @param annotations one text for each annotation column
 */
public record RowDraft(
    int origin,
    int like,
    String id,
    List<String> tests,
    List<String> results,
    List<String> annotations) {

  /** In place of a row of the file: there is none. */
  public static final int NEW = -1;

  public RowDraft {
    tests = List.copyOf(tests);
    results = List.copyOf(results);
    annotations = List.copyOf(annotations);
  }

  /** This row with another id. */
  public RowDraft withId(String other) {
    return new RowDraft(origin, like, other, tests, results, annotations);
  }

  /** A new row that says the same under another id, in the form of this one. */
  public RowDraft copied(String otherId) {
    return new RowDraft(NEW, origin == NEW ? like : origin, otherId, tests, results, annotations);
  }

  /** Whether the two say the same, whatever row of a file they are. */
  public boolean saysTheSameAs(RowDraft other) {
    return id.equals(other.id)
        && tests.equals(other.tests)
        && results.equals(other.results)
        && annotations.equals(other.annotations);
  }
}

package org.parley.casefile;

import java.util.List;
import org.parley.Case;
import org.parley.Finding;
import org.parley.Problem;

/**
 * A case as its file holds it.
 *
 * @param subject the case
 * @param formerWords where facts or values stand there by what they were called before
 * @param remarks what else its author should look at, by line where that is known: it is legal, but
 *     may not say what was meant
 * @param cuts those of the remarks that only the file shows: texts that a comment cuts short
 */
public record ReadCase(
    Case subject, List<Problem> formerWords, List<Problem> remarks, List<Finding> cuts) {

  public ReadCase {
    formerWords = List.copyOf(formerWords);
    remarks = List.copyOf(remarks);
    cuts = List.copyOf(cuts);
  }

  /** A case of whose file nothing is to be said. */
  public ReadCase(Case subject) {
    this(subject, List.of(), List.of(), List.of());
  }

  /** The case, with what only its file shows among its remarks. */
  public Case remarked() {
    Case.Builder remarked = subject.toBuilder();
    cuts.forEach(remarked::remark);
    return remarked.build();
  }

  /** The same file, with another case in its place. */
  public ReadCase with(Case other) {
    return new ReadCase(other, formerWords, remarks, cuts);
  }
}

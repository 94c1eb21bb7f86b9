package org.parley.report.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a memo of a document: the lines above what it says, and the look of a sheet that is
 * handed in.
 *
 * @param kind what it is, such as {@code Decision memo}
 * @param classification who may read it, at its top and bottom, or an empty string
 * @param author who answers for it, or an empty string
 * @param date the day that it speaks of, or {@code null}
 * @param lines such as to whom it goes
 * @param small whether it needs the smaller of two sizes of type to stay on one page
 */
public record Letterhead(
    String kind,
    String classification,
    String author,
    @Nullable LocalDate date,
    List<Block.Field> lines,
    boolean small) {

  public Letterhead {
    lines = List.copyOf(lines);
  }
}

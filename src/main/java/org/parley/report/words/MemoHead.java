package org.parley.report.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.report.document.Block;
import org.parley.report.document.Document;
import org.parley.report.document.Letterhead;

/**
 * Who hands in a memo, and to whom; what is not given is an empty string.
 *
 * @param author who answers for it
 * @param to who is to decide
 * @param classification who may read it
 */
public record MemoHead(String author, String to, String classification) {

  /**
   * The head of a memo.
   *
   * @param kind what it is, such as {@code Decision memo}
   * @param date the day that it speaks of, or {@code null}
   * @param small whether it needs the smaller type
   */
  public Letterhead letterhead(String kind, @Nullable LocalDate date, boolean small) {
    List<Block.Field> lines = new ArrayList<>();
    add(lines, "To", to);
    add(lines, "From", author);
    add(lines, "Date", date == null ? "" : date.toString());
    return new Letterhead(kind, classification, author, date, lines, small);
  }

  private static void add(List<Block.Field> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(Document.field(name, value));
    }
  }
}

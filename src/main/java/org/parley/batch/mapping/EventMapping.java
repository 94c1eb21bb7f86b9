package org.parley.batch.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a row of foreign data is an event.
 *
 * @param id the columns that say together whose case it belongs to; may be empty
 * @param where what a row must meet, or it is left out
 * @param date the column with the day, or the three with year, month and day
 * @param format of the day in one column, such as {@code yyyyMMdd}
 * @param by the columns with the names of those who act
 * @param to the columns with the names of those to whom it is done
 * @param separator what stands between several names or codes of one cell, or an empty string
 * @param note the column with a remark, or an empty string
 * @param code the columns with codes, each of which may be an event
 * @param types what each code comes to
 */
public record EventMapping(
    List<String> id,
    List<Filter> where,
    List<String> date,
    String format,
    List<String> by,
    List<String> to,
    String separator,
    String note,
    List<String> code,
    Map<String, Kind> types) {

  public EventMapping {
    id = List.copyOf(id);
    where = List.copyOf(where);
    code = List.copyOf(code);
    date = List.copyOf(date);
    by = List.copyOf(by);
    to = List.copyOf(to);
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /**
   * What a code comes to.
   *
   * @param type of the event
   * @param details what else the code says, by the keys of the type
   */
  public record Kind(String type, Map<String, String> details) {

    public Kind {
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
  }

  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    Stream.of(id, date, by, to, code, List.of(note))
        .flatMap(List::stream)
        .filter(c -> !c.isEmpty())
        .forEach(columns::add);
    where.forEach(f -> columns.add(f.column()));
    return columns;
  }
}

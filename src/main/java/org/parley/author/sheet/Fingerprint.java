package org.parley.author.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Shown;
import org.parley.knowledge.Digests;

/**
 * What a sheet remembers of the table that it was made from: a few letters for its columns, and for
 * the id and the words of each row. With them an import can tell what was edited in the sheet from
 * what was changed in the table since.
 *
 * @param columns of the names of the columns
 * @param rows in their order
 */
record Fingerprint(String columns, List<Print> rows) {
  /** So many letters, of 64, tell two texts of one table apart. */
  static final int LETTERS = 6;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  Fingerprint {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param id of its id
   * @param says of its words
   */
  record Print(String id, String says) {}

  static Fingerprint of(TablePage page) {
    return new Fingerprint(
        columns(page.header()),
        page.table().rows().stream().map(row -> of(row.id(), page.texts(row))).toList());
  }

  /** Of the names of columns. */
  static String columns(List<String> names) {
    return of(names);
  }

  static Print of(String id, List<String> texts) {
    return new Print(of(List.of(id)), says(texts));
  }

  /** Of what a row says; a program that saves it may write numbers and truth in its own way. */
  static String says(List<String> texts) {
    return of(texts.stream().map(Fingerprint::plain).toList());
  }

  private static String plain(String text) {
    String plain = text.replace("\r\n", "\n").strip();
    if (NUMBER.matcher(plain).matches()) {
      return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }
    if (plain.equalsIgnoreCase("true") || plain.equalsIgnoreCase("false")) {
      return plain.toLowerCase(Locale.ROOT);
    }
    // no sheet keeps what cannot be printed as it is
    return plain.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')
        ? Shown.line(plain)
        : plain;
  }

  private static String of(List<String> texts) {
    byte[] digest = HexFormat.of().parseHex(Digests.hex(String.join("\u0001", texts)));
    return Base64.getUrlEncoder().encodeToString(digest).substring(0, LETTERS);
  }

  /** As it stands in a cell. */
  String text() {
    return columns + rows.stream().map(p -> p.id() + p.says()).collect(Collectors.joining());
  }

  /** The one of a text; empty where that is none. */
  static Optional<Fingerprint> read(String text) {
    int row = 2 * LETTERS;
    if (text.length() % row != LETTERS || !text.matches("[A-Za-z0-9_-]*")) {
      return Optional.empty();
    }
    List<Print> rows = new ArrayList<>();
    for (int at = LETTERS; at < text.length(); at += row) {
      rows.add(new Print(text.substring(at, at + LETTERS), text.substring(at + LETTERS, at + row)));
    }
    return Optional.of(new Fingerprint(text.substring(0, LETTERS), rows));
  }

  /** What each row says by its id; a row without an id has that of no text. */
  Map<String, String> saysById() {
    Map<String, String> says = new LinkedHashMap<>();
    rows.forEach(p -> says.putIfAbsent(p.id(), p.says()));
    return says;
  }

  static String id(String id) {
    return of(List.of(id));
  }

  /** Whether each row can be told from the others by its id. */
  boolean hasIds() {
    return saysById().size() == rows.size() && !saysById().containsKey(id(""));
  }
}

package org.parley.author.sheet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.parley.Shown;

/** Gives sheets names that spreadsheets allow: short, without some signs, each another. */
final class SheetNames {
  private static final int LONGEST = 31;
  // some file systems count bytes, up to 255
  private static final int LONGEST_FILE = 80;

  private final int longest;
  private final Set<String> taken = new HashSet<>(Set.of("history"));

  SheetNames() {
    this(LONGEST);
  }

  private SheetNames(int longest) {
    this.longest = longest;
  }

  /** Those of files, which may be longer. */
  static SheetNames ofFiles() {
    return new SheetNames(LONGEST_FILE);
  }

  String of(String name) {
    String plain =
        Shown.line(name)
            .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
            .replaceAll("^[' ]+|[' ]+$", "");
    String wanted = plain.isEmpty() ? "table" : plain;
    String given = cut(wanted, longest);
    for (int i = 2; !taken.add(given.toLowerCase(Locale.ROOT)); i++) {
      String number = " " + i;
      given = cut(wanted, longest - number.length()) + number;
    }
    return given;
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length).replaceAll("[' ]+$", "");
  }
}

package org.parley.knowledge;

import java.util.Locale;

/**
 * How much of everything is read. A file beyond a limit is refused before it can fill the memory or
 * keep the reader waiting; the guide lists them.
 */
public enum Limit {
  /** One file with a model, a plain table or rules. */
  KNOWLEDGE_FILE(mebibytes(16), Unit.BYTES, "one file of a knowledge base"),
  /** However many links lead to one file, each counts. */
  KNOWLEDGE_BASE(mebibytes(64), Unit.BYTES, "all files of a knowledge base"),
  /** Models, plain tables and rules together. */
  KNOWLEDGE_FILES(500, Unit.FILES, "a knowledge base"),
  /** A table of 5,000 rows and 20 columns has about 250,000. */
  MODEL_ELEMENTS(1_000_000, Unit.ELEMENTS, "all models of a knowledge base"),
  /** Nested contexts take three for each. */
  MODEL_DEPTH(100, Unit.LEVELS, "XML elements within each other"),
  /** No element of DMN has more than fifteen. */
  MODEL_ATTRIBUTES(100, Unit.ATTRIBUTES, "one XML element"),
  /** Names are attributes. */
  MODEL_ATTRIBUTE(10_000, Unit.CHARACTERS, "an attribute of an XML element"),
  /** A list of 5,000 words of a dozen letters has 75,000. */
  FEEL_TEXT(100_000, Unit.CHARACTERS, "one FEEL text"),
  /** Where the engine's parser and evaluation still have room on a stack. */
  FEEL_DEPTH(200, Unit.LEVELS, "one FEEL text"),
  /** Those that no literals are: lists of words have none. */
  FEEL_SIGNS(2_000, Unit.SIGNS, "one FEEL text with more in it than words and numbers"),
  /** Before or behind the point. */
  FEEL_NUMBER(400, Unit.DIGITS, "a number in a table"),
  /** Since nothing iterates, it can be told before anything runs. */
  RESULT(10_000_000, Unit.CHARACTERS, "the result of a decision"),
  /** A table of 5,000 rows and 20 columns takes 200,000. */
  STEPS(50_000_000, Unit.STEPS, "working out one case"),
  /** Each behind the one that it reads. */
  CHAIN(500, Unit.DECISIONS, "a chain in which each reads the one before"),
  /** Of the vocabulary, the statements and the other plain tables. */
  CSV_ROWS(100_000, Unit.ROWS, "a plain table, such as the vocabulary"),
  /** The longest that comes with Parley has 35. */
  WORD(200, Unit.CHARACTERS, "a fact, a value, an event type or the id of a statement"),
  /** What the cell of a spreadsheet can hold. */
  CELL(32_767, Unit.CHARACTERS, "a cell of a spreadsheet or CSV file"),
  /** Of those with something in them. */
  COLUMNS(500, Unit.COLUMNS, "a sheet or CSV file"),
  /** Folders below count too. */
  FOLDER(100_000, Unit.FILES, "one folder, with all below it"),
  /** Far more than a case needs, and less than where the YAML reader gives up. */
  CASE_FILE(mebibytes(2), Unit.BYTES, "one case file"),
  /** The cases that come with Parley have a dozen at most. */
  EVENTS(1_000, Unit.EVENTS, "one case"),
  /** Those that one command reads. */
  CASES(mebibytes(128), Unit.BYTES, "all case files that are read together"),
  /** Those that one command reads. */
  CASE_FILES(20_000, Unit.FILES, "all case files that are read together"),
  /** As it lies on the disk. */
  SHEET_FILE(mebibytes(64), Unit.BYTES, "one spreadsheet or CSV file of a table"),
  /** A small file can hold a large one. */
  SHEET_UNPACKED(mebibytes(128), Unit.BYTES, "all parts of a spreadsheet, unpacked"),
  /** A cell with a value has two. */
  SHEET_ELEMENTS(5_000_000, Unit.ELEMENTS, "all parts of a spreadsheet"),
  /** Each sheet is one, and pictures are. */
  SHEET_PARTS(1_000, Unit.PARTS, "one spreadsheet"),
  /** The lines of a sheet with something in them. */
  SHEET_ROWS(120_000, Unit.ROWS, "a table's sheet or CSV file"),
  /** A model or a file of test cases. */
  TCK_FILE(mebibytes(16), Unit.BYTES, "one file of the TCK"),
  /** Reading, linking, compiling or evaluating, each by itself. */
  SECONDS(120, Unit.SECONDS, "reading, linking, compiling, or one piece of advice");

  private static final int SHIFT_OF_MEBI = 20;

  private final long most;
  private final Unit unit;
  private final String of;

  Limit(long most, Unit unit, String of) {
    this.most = most;
    this.unit = unit;
    this.of = of;
  }

  private enum Unit {
    BYTES,
    FILES,
    ELEMENTS,
    EVENTS,
    LEVELS,
    ATTRIBUTES,
    CHARACTERS,
    ROWS,
    COLUMNS,
    DECISIONS,
    DIGITS,
    PARTS,
    SIGNS,
    STEPS,
    SECONDS
  }

  /** The largest number that is read. */
  public long most() {
    return most;
  }

  /** It in words, such as {@code 16 MiB} or {@code 500 files}. */
  public String words() {
    return unit == Unit.BYTES
        ? (most >> SHIFT_OF_MEBI) + " MiB"
        : String.format(Locale.ROOT, "%,d %s", most, unit.name().toLowerCase(Locale.ROOT));
  }

  /** What it is the limit of. */
  public String of() {
    return of;
  }

  /** Says that something is beyond it. */
  public String exceeded() {
    return "more than %s: the most for %s".formatted(words(), of);
  }

  private static long mebibytes(int count) {
    return (long) count << SHIFT_OF_MEBI;
  }
}

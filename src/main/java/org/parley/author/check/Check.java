package org.parley.author.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.Problem;

/** Everything that a knowledge base is checked for: the catalogue that the guide is made from. */
public enum Check {
  MALFORMED_MODEL(
      Group.MODELS,
      Level.ERROR,
      "A file is no model that can be read: malformed XML, a DOCTYPE, or against the schema of its version of DMN.",
      "<decision name=\"ripeness\"> without its end",
      "a file as a DMN editor saves it"),
  UNSAFE_FEEL(
      Group.MODELS,
      Level.ERROR,
      "An expression could run code, read more than its inputs, or never end.",
      "for x in 1..1000000 return x",
      "a row for each case"),
  INVALID_FEEL(
      Group.MODELS,
      Level.ERROR,
      "A cell or expression is not FEEL.",
      "\"high\", or \"low\"",
      "\"high\",\"low\""),
  UNQUOTED_TEXT(
      Group.MODELS,
      Level.ERROR,
      "A text lacks its quotes, so that FEEL takes it for a name; what is no name is null, and null equals null.",
      "strong",
      "\"strong\""),
  UNLINKED_INPUT(
      Group.MODELS,
      Level.ERROR,
      "Input data is neither a fact of the vocabulary nor a decision of another model.",
      "input data 'resilience signl'",
      "input data 'resilience signal'"),
  TYPE_MISMATCH(
      Group.MODELS,
      Level.ERROR,
      "A type allows other values than the vocabulary, or than the type of the same name elsewhere.",
      "\"none\",\"weak\",\"strong\" where the vocabulary has failed and unknown as well",
      "the values of the vocabulary"),
  DUPLICATE_DECISION(
      Group.MODELS,
      Level.ERROR,
      "A decision stands twice, or is input data of its own model.",
      "'ripeness' in two files",
      "'ripeness' in one file, input data of that name in the other"),
  DUPLICATE_ROW_ID(
      Group.MODELS,
      Level.ERROR,
      "Two rows have the same id, so that no trace can tell which one spoke.",
      "'war-goes-on' in two tables",
      "'duration-war-goes-on' and 'pressure-war-goes-on'"),
  CIRCLE(
      Group.MODELS,
      Level.ERROR,
      "Decisions need each other.",
      "'ripeness' needs 'posture', which needs 'ripeness'",
      "one of the two decides without the other"),
  BROKEN_REFERENCE(
      Group.MODELS,
      Level.ERROR,
      "A decision requires something that its model does not have, or a model imports another.",
      "<requiredInput href=\"#input-stage\"/> without such input data",
      "input data with the id input-stage"),
  MISSING_DECISION(
      Group.MODELS,
      Level.ERROR,
      "A decision that every advice needs is missing, or answers in other words.",
      "no decision 'posture'",
      "a decision 'posture' that answers with the four postures"),
  VOCABULARY(
      Group.MODELS,
      Level.ERROR,
      "The vocabulary, the statements or the event types cannot be used.",
      "a choice without the value unknown",
      "yes|no|unknown"),

  GAP(
      Group.TABLES,
      Level.ERROR,
      "Some combination of values has no row, so that the table has no result there.",
      "rows for stage = war and for stage = pause only",
      "a row for stage = unknown as well"),
  OVERLAP(
      Group.TABLES,
      Level.ERROR,
      "Two rows match in the same case where the hit policy allows only one, or only the same answer.",
      "\"high\",\"medium\" in one row and \"medium\",\"low\" in the next of a UNIQUE table",
      "\"high\",\"medium\" and \"low\""),
  VALUE_NOT_ALLOWED(
      Group.TABLES,
      Level.ERROR,
      "A cell names a text that its column can never see, or a result that the type does not allow.",
      "\"stong\"",
      "\"strong\""),
  TYPE_ERROR(
      Group.TABLES,
      Level.ERROR,
      "A cell compares a text with a number, or a number with a text.",
      "\"18\" in a column of months",
      ">= 18"),
  OUTPUT_ORDER(
      Group.TABLES,
      Level.ERROR,
      "A PRIORITY table does not list its output values, so that the order of a type decides unseen.",
      "hitPolicy=\"PRIORITY\" without output values",
      "output values \"blocked\",\"weak\",\"viable\",\"recommended\""),
  MASKED_ROW(
      Group.TABLES,
      Level.WARNING,
      "A row never decides, since rows that come before it match wherever it does.",
      "a row for stage = war behind one for any stage in a FIRST table",
      "the particular row before the general one"),
  UNREACHABLE_ROW(
      Group.TABLES,
      Level.WARNING,
      "A row never matches, whatever the facts are.",
      "a row for cost = low and danger = high, where danger is high only if cost is",
      "no such row, or the decision behind it corrected"),
  DUPLICATE_ROW(
      Group.TABLES,
      Level.WARNING,
      "Two rows of a table say the same in the same cases.",
      "a copied row with a new id and the same cells",
      "one of the two"),
  HIT_POLICY(
      Group.TABLES,
      Level.WARNING,
      "No two rows ever match together, but the hit policy reads as if they did.",
      "a FIRST table whose order does not matter",
      "UNIQUE, which finds the slip when rows meet one day"),
  OUTPUT_NEVER_PRODUCED(
      Group.TABLES,
      Level.WARNING,
      "The type of a decision allows a result that no row gives.",
      "\"high\",\"medium\",\"low\" where no row says \"medium\"",
      "a row for it, or a type without it"),
  UNUSED_INPUT(
      Group.TABLES,
      Level.WARNING,
      "A column tests nothing, or a decision requires what no column looks at.",
      "a column of dashes",
      "no such column"),
  VALUE_NEVER_TESTED(
      Group.TABLES,
      Level.NOTE,
      "Rows name every value of a column but one, which may have been forgotten.",
      "\"weak\" in one row and \"strong\" in another, \"failed\" in none",
      "\"failed\" in the row where it belongs"),
  MERGEABLE_ROWS(
      Group.TABLES,
      Level.NOTE,
      "Two rows with one result and one reason could be one row.",
      "\"high\" in one row and \"medium\" in the next, all else the same",
      "\"high\",\"medium\" in one row"),
  TABLE_TOO_LARGE(
      Group.TABLES,
      Level.NOTE,
      "A table has more rows or columns than a reader can hold in mind.",
      "70 rows",
      "a table for each of the questions in it"),

  MISSING_WHY(
      Group.NOTES,
      Level.WARNING,
      "A row does not say why in a sentence.",
      "an empty Why",
      "Both sides have shown that the war hurts them."),
  ROW_DESCRIPTION(
      Group.NOTES,
      Level.WARNING,
      "The description of a row, which some editors show in place of annotations, says otherwise than its Why.",
      "a description that was edited in an editor without annotations",
      "one reason in both, or an empty Why: parley table annotations --as-description"),
  MISSING_SOURCE(
      Group.NOTES,
      Level.WARNING,
      "A row names no work that it rests on.",
      "an empty Source",
      "Zartman 2000"),
  MISSING_STATEMENT(
      Group.NOTES,
      Level.WARNING,
      "A row names no statement that it follows from.",
      "an empty Statement",
      "S101 S107"),
  UNKNOWN_STATEMENT(
      Group.NOTES,
      Level.WARNING,
      "A row, rule or fact names a statement that dmn/statements.csv does not have.",
      "S999",
      "S099"),
  UNTESTED_STATEMENT(
      Group.NOTES,
      Level.WARNING,
      "A row behind what is recommended does not test what a statement that it cites speaks of.",
      "S018 speaks of the mediator's guarantee, and the row tests only its neutrality",
      "a cell for the guarantee, or 'extends S018: ' and the reason in Why"),
  DESCRIBED_VERDICT(
      Group.NOTES,
      Level.WARNING,
      "A verdict rests on nothing but statements that describe what parties do.",
      "parties that hope to win refuse to talk, so the closed posture is recommended",
      "a statement that recommends or warns"),
  SENTENCE_PLACE(
      Group.NOTES,
      Level.WARNING,
      "The Place of a row is neither body nor footer, or its Weight is no whole number, so that it counts as not given.",
      "Place: bottom; Weight: first",
      "Place: footer; Weight: 10"),
  ROW_ID(
      Group.NOTES,
      Level.WARNING,
      "The id of a row does not say what it is about in small letters and hyphens, or would not outlive an edit.",
      "DecisionRule_0x1y2z, row-3",
      "weakness-signal-shown"),

  NEAR_DUPLICATE_VALUE(
      Group.KNOWLEDGE,
      Level.WARNING,
      "Two values of one type differ only in a letter, a blank or capitals.",
      "\"strong\",\"Strong \"",
      "\"strong\""),
  UNUSED_DECISION(
      Group.KNOWLEDGE,
      Level.WARNING,
      "No other decision reads a decision, and it is no part of an advice.",
      "a table that nobody asks",
      "input data of its name where it counts"),
  UNUSED_FACT(
      Group.KNOWLEDGE,
      Level.WARNING,
      "A fact of the vocabulary that no model declares as input data.",
      "a fact that is coded and never used",
      "a table that tests it"),
  UNUSED_STATEMENT(
      Group.KNOWLEDGE,
      Level.NOTE,
      "No row and no rule follows from a statement that gives a rule.",
      "a statement of kind rule without a row",
      "a row that names it"),
  BROKEN_PRINCIPLE(
      Group.KNOWLEDGE,
      Level.ERROR,
      "Some case breaks a principle of dmn/principles.csv, or one that holds for every fact: the smallest is shown.",
      "a row that turns a verdict down where a guarantee is added",
      "a row that leaves it as it is, or the principle mended"),
  UNPROVED_PRINCIPLE(
      Group.KNOWLEDGE,
      Level.WARNING,
      "Nobody knows whether a principle holds, since its decision cannot be followed through every case.",
      "a literal expression behind a verdict",
      "a table in its place"),
  CORE_LIMIT(
      Group.KNOWLEDGE,
      Level.WARNING,
      "What is recommended rests on more rows, fuller rows or other tables than dmn/checks.csv allows.",
      "a row that tests five facts where the limit is 3",
      "two small tables, one of which reads the other"),
  RULE_METADATA(
      Group.KNOWLEDGE,
      Level.WARNING,
      "A Drools rule lacks @why, @statement or @source, or cannot be read.",
      "rule \"x\" when … then … end",
      "rule \"x\" @why(\"…\") @statement(\"S010\") @source(\"…\") when … then … end"),
  CASE_FILE(
      Group.KNOWLEDGE,
      Level.ERROR,
      "A case file cannot be used.",
      "resilience signal: stong",
      "resilience signal: strong"),
  FORMER_WORD(
      Group.KNOWLEDGE,
      Level.WARNING,
      "A case file or a rule says a fact or a value by what it was called before: it is read as what it is called now.",
      "cause of the stall: substance, after it was renamed",
      "stall cause: substance"),
  CASE_SLIP(
      Group.KNOWLEDGE,
      Level.WARNING,
      "A case file can be used, but may not say what was meant: a text that a comment cuts short, a name or tag near to another, a party on both sides, an id that another file has.",
      "summary: Position #1 of the party",
      "summary: \"Position #1 of the party\""),
  CHECK_SETTING(
      Group.KNOWLEDGE,
      Level.WARNING,
      "A line of dmn/checks.csv names no check, gives no reason, or turns nothing off.",
      "mergeable-rows,,",
      "mergeable-rows,posture,The two rows rest on different works."),
  ENGINE(
      Group.KNOWLEDGE,
      Level.ERROR,
      "The engine has something to say of a model that no other check says.",
      "a name that the engine does not take",
      "the name as the engine wants it");

  private final Group group;
  private final Level level;
  private final String sentence;
  private final String bad;
  private final String good;

  Check(Group group, Level level, String sentence, String bad, String good) {
    this.group = group;
    this.level = level;
    this.sentence = sentence;
    this.bad = bad;
    this.good = good;
  }

  /** What a check looks at. */
  public enum Group {
    MODELS(
        "Models", "What keeps a knowledge base from being used; the tables are not analysed then."),
    TABLES("Tables", "What a table says, worked out over every combination of values."),
    NOTES("Notes of rows", "What makes a row fit to be argued with."),
    KNOWLEDGE("Words, rules, cases", "What stands beside the tables.");

    private final String title;
    private final String sentence;

    Group(String title, String sentence) {
      this.title = title;
      this.sentence = sentence;
    }

    /** Its heading. */
    public String title() {
      return title;
    }

    /** What it is, in a sentence. */
    public String sentence() {
      return sentence;
    }
  }

  /** Its id, such as {@code masked-row}; it stays the same. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it looks at. */
  public Group group() {
    return group;
  }

  /** How grave its findings are. */
  public Level level() {
    return level;
  }

  /** What it finds, in a sentence. */
  public String sentence() {
    return sentence;
  }

  /** An example that it finds. */
  public String bad() {
    return bad;
  }

  /** The example as it should be. */
  public String good() {
    return good;
  }

  /** The check of an id. */
  static Optional<Check> of(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Check::id).toList();
  }

  /** The check that stands for a problem that keeps a knowledge base from being used. */
  static Check of(Problem.Kind kind) {
    return switch (kind) {
      case MALFORMED_MODEL -> MALFORMED_MODEL;
      case DUPLICATE_ID, DUPLICATE_ROW_ID -> DUPLICATE_ROW_ID;
      case UNSAFE_FEEL -> UNSAFE_FEEL;
      case INVALID_FEEL -> INVALID_FEEL;
      case UNQUOTED_TEXT -> UNQUOTED_TEXT;
      case UNLINKED_INPUT -> UNLINKED_INPUT;
      case TYPE_MISMATCH -> TYPE_MISMATCH;
      case DUPLICATE_DECISION -> DUPLICATE_DECISION;
      case CIRCLE -> CIRCLE;
      case BROKEN_REFERENCE, MODEL_IMPORT -> BROKEN_REFERENCE;
      case VOCABULARY -> VOCABULARY;
      case MISSING_DECISION -> MISSING_DECISION;
      case COMPILATION, NO_RESULT, OTHER -> ENGINE;
      case UNKNOWN_FACT, UNKNOWN_VALUE, UNKNOWN_EVENT_TYPE, UNKNOWN_KEY, MISSING, MALFORMED_CASE ->
          CASE_FILE;
    };
  }
}

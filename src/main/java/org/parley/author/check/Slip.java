package org.parley.author.check;

import java.util.List;
import org.parley.Place;

/**
 * Something that stands somewhere and is most likely not meant so.
 *
 * @param kind what kind of slip it is
 * @param place where
 * @param of what it is about: the words that stand in its sentence, in their order
 */
record Slip(Kind kind, Place place, List<?> of) {

  static Slip of(Kind kind, Place place, Object... of) {
    return new Slip(kind, place, List.of(of));
  }

  /** In words. */
  CheckFinding finding() {
    return new CheckFinding(kind.check, place, kind.sentence.formatted(of.toArray()));
  }

  /** The kinds of slip, each with its sentence. */
  enum Kind {
    NUMBER_FOR_TEXT(Check.TYPE_ERROR, "%s is compared with a number, but '%s' is a text%s"),
    TEXT_FOR_NUMBER(
        Check.TYPE_ERROR,
        "\"%s\" is a text, but '%s' is a number: compare it with a number, such as >= 18, or with"
            + " null for not known"),
    NEVER_SEEN(Check.VALUE_NOT_ALLOWED, "'%s' can never be \"%s\"%s: it is one of \"%s\""),
    RESULT_OF_OTHER_TYPE(Check.TYPE_ERROR, "the result %s is a %s, but '%s' answers with a %s"),
    NEVER_ALLOWED(Check.VALUE_NOT_ALLOWED, "'%s' may never answer \"%s\"%s: it is one of \"%s\""),
    NAMES_NO_FACT(Check.VALUE_NOT_ALLOWED, "the answer \"%s\" has to be a fact, and is none%s"),
    CALLED_OTHERWISE(
        Check.VALUE_NOT_ALLOWED,
        "the answer \"%s\" has to be a fact, and that one is called '%s' now: write the new name"),
    NEVER_PRODUCED(
        Check.OUTPUT_NEVER_PRODUCED,
        "no row answers \"%s\", which the type allows: give it a row or take it out of the type"),
    NEVER_TESTED(Check.UNUSED_INPUT, "no row tests '%s': every cell of the column is a dash"),
    NO_COLUMN(Check.UNUSED_INPUT, "the decision requires '%s', but no column tests it"),
    NO_ORDER(
        Check.OUTPUT_ORDER,
        "the hit policy is %s, but the table does not list its output values in order"),
    NO_LIST(
        Check.TYPE_ERROR,
        "%s answers with a list, but the type of '%s' is no list: isCollection=\"true\""),
    TOO_LARGE(
        Check.TABLE_TOO_LARGE,
        "%d rows and %d columns to test; a reader can hold %d and %d in mind: split it"),
    NO_WHYS(
        Check.MISSING_WHY, "the table has no annotation 'Why': say in one sentence why it holds"),
    EMPTY_WHY(Check.MISSING_WHY, "the annotation 'Why' is empty: say in one sentence why it holds"),
    TWO_WHYS(
        Check.ROW_DESCRIPTION,
        "its description, '%s', says otherwise than its Why: keep the one that is right; an empty"
            + " Why is read from the description"),
    NO_SOURCES(
        Check.MISSING_SOURCE,
        "the table has no annotation 'Source': name the works that it rests on"),
    EMPTY_SOURCE(
        Check.MISSING_SOURCE, "the annotation 'Source' is empty: name the works that it rests on"),
    NO_STATEMENTS(
        Check.MISSING_STATEMENT,
        "the table has no annotation 'Statement': name the statements that it follows from"),
    EMPTY_STATEMENT(
        Check.MISSING_STATEMENT,
        "the annotation 'Statement' is empty: name the statements that it follows from"),
    NO_ID(Check.ROW_ID, "the row has no id: give it one that says what it is about"),
    ID_SAYS_NOTHING(
        Check.ROW_ID,
        "the id counts or was made by a program, so it says nothing and will not outlive an edit:"
            + " say what the row is about"),
    FORM_OF_ID(Check.ROW_ID, "write the id in small letters with hyphens, such as %s"),
    FORMER_ROW(
        Check.ROW_ID, "it is said to stand for the former row '%s', but no table has a row '%s'%s"),
    SENTENCE_PLACE(Check.SENTENCE_PLACE, "the annotation %s"),
    UNKNOWN_STATEMENT(Check.UNKNOWN_STATEMENT, "dmn/statements.csv has no statement %s%s"),
    NOT_TESTED(
        Check.UNTESTED_STATEMENT,
        "%s speaks of '%s', which the row does not test: test it, or write \"extends %s: \" and the"
            + " reason into Why"),
    STATEMENT_FACT(
        Check.UNTESTED_STATEMENT,
        "it is said to speak of '%s', which is neither a fact nor a decision%s"),
    STATEMENT_USE(Check.UNTESTED_STATEMENT, "its use is '%s': write one of %s, or nothing"),
    ONLY_DESCRIBED(
        Check.DESCRIBED_VERDICT,
        "%s only describes what parties do, which is no reason to advise it: name a statement that"
            + " recommends or warns"),
    OVER_LIMIT(Check.CORE_LIMIT, "%s: %s; the limit in dmn/checks.csv is %s"),
    NO_MEASURE(Check.CHECK_SETTING, "'%s' is nothing that core-limit measures%s"),
    NO_NUMBER(Check.CHECK_SETTING, "the limit '%s' is no number, such as 3 or 2.2"),
    NOT_REQUIRED(Check.UNUSED_INPUT, "no decision of this model requires the input data '%s'"),
    UNUSED_DECISION(
        Check.UNUSED_DECISION, "no other decision reads it, and it is no part of an advice"),
    UNUSED_FACT(
        Check.UNUSED_FACT, "no model declares it as input data, so coding it changes nothing"),
    UNUSED_STATEMENT(Check.UNUSED_STATEMENT, "no row and no rule follows from it"),
    RULE_LACKS(Check.RULE_METADATA, "the rule lacks %s"),
    NO_FACT(Check.RULE_METADATA, "@derives names '%s', which is no fact%s"),
    FORMER_NAME(
        Check.FORMER_WORD, "the rule says '%s', which is called '%s' now: write the new name"),
    FORMER_VALUE(
        Check.FORMER_WORD,
        "the rule says '%s', which '%s' had as a value once and is called '%s' now: what it compares"
            + " with the old word is never so; write the new one"),
    ALIKE(
        Check.NEAR_DUPLICATE_VALUE,
        "\"%s\" and \"%s\" are written almost alike: if they mean one thing, keep one"),
    NO_CHECK(Check.CHECK_SETTING, "there is no check '%s'%s"),
    NO_WHY(Check.CHECK_SETTING, "it does not say why, so nothing is turned off"),
    TURNS_NOTHING_OFF(Check.CHECK_SETTING, "it turns nothing off%s: take the line out");

    private final Check check;
    private final String sentence;

    Kind(Check check, String sentence) {
      this.check = check;
      this.sentence = sentence;
    }
  }
}

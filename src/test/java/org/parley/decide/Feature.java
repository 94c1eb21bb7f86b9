package org.parley.decide;

/** What a random knowledge base may have, each with its share in percent of the occasions. */
enum Feature {
  FAULTY(25),
  // the vocabulary
  ODD_TEXT(30),
  TINY_RANGE(25),
  WIDE_RANGE(25),
  NUMBER_WITHOUT_RANGE(20),
  // how decisions hang together
  READS_ANOTHER_MODEL(0),
  NOBODY_READS_IT(0),
  EXPRESSION(8),
  BOXED_CONTEXT(4),
  // hit policies, as weights among one another
  UNIQUE(26),
  FIRST(16),
  ANY(10),
  PRIORITY(14),
  COLLECT(14),
  RULE_ORDER(6),
  OUTPUT_ORDER(6),
  COLLECT_SUM(5),
  COLLECT_COUNT(5),
  COLLECT_MIN(4),
  COLLECT_MAX(4),
  // results, as weights among one another
  TEXT_RESULT(55),
  NUMBER_RESULT(20),
  BOOLEAN_RESULT(12),
  CONTEXT_RESULT(13),
  // their types, as weights among one another
  ALLOWED_VALUES(50),
  PLAIN_TYPE(30),
  UNTYPED(20),
  // columns
  COMPUTED_INPUT(8),
  PART_OF_A_CONTEXT(0),
  CONTENT_OF_A_LIST(0),
  TYPED_COLUMN(30),
  INPUT_VALUES(10),
  NARROW_INPUT_VALUES(50, true),
  // cells
  NEGATED_CELL(25),
  LISTED_CELL(25),
  TEXT_RANGE_CELL(8),
  ESCAPED_CELL(5),
  NULL_CELL(50),
  NOT_NULL_CELL(15),
  NUMBER_LIST_CELL(20),
  QUESTION_MARK_CELL(4),
  CELL_READS_A_NAME(6),
  CELL_OF_NO_USE(2),
  CELL_THAT_FAILS(1, true),
  // rows
  OVER_64_ROWS(2),
  OVER_128_ROWS(1),
  ROWS_WITHOUT_IDS(5),
  CATCH_ALL(60),
  GAP(8, true),
  ILLEGAL_OVERLAP(7, true),
  // results of rows
  COMPUTED_RESULT(1),
  COMPUTED_WITHOUT_CARE(40, true),
  COUNT_OF_CONTEXTS(20, true),
  NULL_RESULT(1, true),
  FOREIGN_RESULT(1, true),
  QUOTE_IN_RESULT(8),
  DEFAULT_RESULT(8),
  OUTPUT_VALUES(10),
  PRIORITY_OF_THE_TYPE(20);

  private final int share;
  private final boolean fault;

  Feature(int share) {
    this(share, false);
  }

  Feature(int share, boolean fault) {
    this.share = share;
    this.fault = fault;
  }

  /** In percent of the occasions; 0 where it comes by itself, or not at all. */
  int share() {
    return share;
  }

  /** Whether it is a mistake that makes the engine refuse some cases; only faulty ones have it. */
  boolean isFault() {
    return fault;
  }
}

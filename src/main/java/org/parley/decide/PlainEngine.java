package org.parley.decide;

import java.util.List;
import java.util.Optional;
import org.parley.decide.answer.OpenCell;
import org.parley.decide.answer.TableCells;
import org.parley.decide.compile.PlainTables;
import org.parley.decide.search.RowReach;
import org.parley.knowledge.KnowledgeBase;

/**
 * Tells what the tables of models by themselves accept. Nothing is answered with it: what such
 * models answer is for their own engines to say.
 */
public final class PlainEngine {
  private final PlainTables tables;

  private PlainEngine(PlainTables tables) {
    this.tables = tables;
  }

  /**
   * One on models by themselves.
   *
   * @param knowledge one that {@linkplain KnowledgeBase#plain() is none}
   */
  public static PlainEngine of(KnowledgeBase knowledge) {
    return new PlainEngine(new PlainTables(knowledge));
  }

  /** What the rows of a decision accept; empty where that is not known. */
  public Optional<TableCells> cells(String decision) {
    return tables.cells(decision);
  }

  /** The cells of a decision that count as accepting all. */
  public List<OpenCell> open(String decision) {
    return tables.open(decision);
  }

  /** Why the table of a decision was not analysed; empty where it was. */
  public Optional<String> reason(String decision) {
    return tables.reason(decision);
  }

  /** Tells which rows of a decision can match at all. */
  public RowReach reach(String decision) {
    return new RowReach(tables.view(decision));
  }
}

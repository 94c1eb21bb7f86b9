package org.parley.decide.answer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers a few decisions for many cases that stand in columns of codes. What lies between the
 * facts and these decisions is laid out as look-ups beforehand, and each is made for a block of
 * cases at a time. Not thread-safe: give each thread one of its own.
 */
public final class ColumnEvaluator {
  private static final int BLOCK = 256;

  private final CompiledTables tables;
  private final Answers answers;
  private final List<String> decisions;
  private final int[] wanted;
  private final int[] read;
  private final List<LookUp> steps;
  private final byte[][] registers;

  /**
   * @param answers for what look-ups cannot do, case by case
   * @param decisions to answer
   */
  public ColumnEvaluator(CompiledTables tables, Answers answers, List<String> decisions) {
    this.tables = tables;
    this.answers = answers;
    this.decisions = List.copyOf(decisions);
    this.wanted = decisions.stream().mapToInt(tables::slot).toArray();
    LookUps lookUps = new LookUps(tables.slots());
    boolean possible = true;
    Set<Integer> facts = new TreeSet<>();
    for (int slot : tables.behind(decisions)) {
      tables.decision(slot).facts().forEach(fact -> facts.add(tables.slot(fact)));
      CompiledTable table = tables.table(slot);
      possible = possible && table != null && lookUps.add(table, slot);
    }
    this.read = facts.stream().mapToInt(Integer::intValue).toArray();
    this.steps = possible ? lookUps.steps() : List.of();
    this.registers = new byte[lookUps.registers()][BLOCK];
  }

  /** Whether all goes through look-ups, which takes well under a microsecond for a case. */
  public boolean isBulk() {
    return !steps.isEmpty();
  }

  /** The results of a decision by their codes; one code more stands for no result. */
  public List<Object> results(String decision) {
    return tables.domain(tables.slot(decision)).values();
  }

  /**
   * Answers the decisions for some cases.
   *
   * @param facts for each fact of the vocabulary a column of codes, as {@link FactCodes} gives them
   * @param from the first case
   * @param to the case behind the last
   * @param results for each decision a column, which takes the codes at the places of the cases
   */
  public void evaluate(byte[][] facts, int from, int to, byte[][] results) {
    for (int start = from; start < to; start += BLOCK) {
      int size = Math.min(BLOCK, to - start);
      if (steps.isEmpty()) {
        oneByOne(facts, start, size, results);
      } else {
        block(facts, start, size, results);
      }
    }
  }

  private void block(byte[][] facts, int start, int size, byte[][] results) {
    for (int fact : read) {
      System.arraycopy(facts[fact], start, registers[fact], 0, size);
    }
    for (LookUp step : steps) {
      step.apply(registers, size);
    }
    for (int i = 0; i < wanted.length; i++) {
      System.arraycopy(registers[wanted[i]], 0, results[i], start, size);
    }
  }

  private void oneByOne(byte[][] facts, int start, int size, byte[][] results) {
    byte[] codes = new byte[facts.length];
    for (int i = start; i < start + size; i++) {
      for (int fact = 0; fact < codes.length; fact++) {
        codes[fact] = facts[fact][i];
      }
      answers.answer(codes);
      for (int decision = 0; decision < wanted.length; decision++) {
        results[decision][i] = (byte) answers.code(decisions.get(decision));
      }
    }
  }
}

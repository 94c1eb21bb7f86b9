package org.parley.bench;

import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The tables as a programmer would have written them down in Java.
 *
 * @param <C> a case: an object with a field for each fact
 * @param <R> results: an object with fields for the answer and the rows of each decision
 */
public interface HandTables<C, R> {

  /** The case with these facts. */
  C encode(Map<String, String> facts);

  /** Results to fill, again and again. */
  R results();

  /** Answers all decisions. */
  void decideAll(C facts, R results);

  /** Reads posture, verdicts and the rows of all decisions. */
  void read(R results, Blackhole reader);

  /** Answers posture and unofficial track, and what they need, without keeping rows. */
  void decidePosture(C facts, R results);

  /** Reads posture and unofficial track. */
  void readPosture(R results, Blackhole reader);

  /** The value of each decision that has one of its own: all but lists, which follow from rows. */
  Map<String, Object> values(R results);

  /** The rows of each decision, as {@link Answer#rows()}. */
  Map<String, Long> rows(R results);
}

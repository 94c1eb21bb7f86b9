package org.parley.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.Case;
import org.parley.CaseRefused;
import org.parley.Fact;
import org.parley.Place;
import org.parley.Problem;
import org.parley.decide.answer.FactCodes;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Days;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * The facts of many cases in columns: for each fact of the vocabulary one byte of each case, the
 * code of its value. Made by {@link BulkAdvisor}; not thread-safe while it is filled.
 */
public final class CaseColumns {
  private static final int MOST_DIGITS = 9;

  private final TableAdvisor advisor;
  private final Vocabulary vocabulary;
  private final FactCodes names;
  private final int size;
  private final byte[] unknown;
  private final byte[][] codes;
  private final Map<String, Integer> places = new HashMap<>();
  // by fact: the codes of values that were asked for
  private final List<Map<String, Byte>> known;

  CaseColumns(TableAdvisor advisor, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("there is no room for %d cases".formatted(size));
    }
    this.advisor = advisor;
    this.vocabulary = advisor.base().vocabulary();
    this.names = advisor.engine().codes();
    this.size = size;
    List<String> facts = names.names();
    this.unknown = names.encode(Map.of());
    this.codes = new byte[facts.size()][size];
    for (int i = 0; i < facts.size(); i++) {
      places.put(facts.get(i), i);
      Arrays.fill(codes[i], unknown[i]);
    }
    this.known = facts.stream().<Map<String, Byte>>map(f -> new HashMap<>()).toList();
    for (int i = 0; i < unknown.length; i++) {
      known.get(i).put(FactType.UNKNOWN, unknown[i]);
    }
  }

  /** The advisor whose codes these are. */
  TableAdvisor advisor() {
    return advisor;
  }

  /** How many cases there are. */
  public int size() {
    return size;
  }

  /** The facts, in the order of the vocabulary. */
  public List<String> facts() {
    return names.names();
  }

  /**
   * Sets a fact of a case.
   *
   * @param row the case, from 0
   * @param value as the vocabulary allows it; {@code unknown} takes the fact away
   * @throws CaseRefused if the vocabulary does not know the fact or the value
   */
  public void set(int row, String fact, String value) {
    int place = place(fact);
    codes[place][row] = code(place, fact, value);
  }

  /**
   * Sets the facts of a case; those that are not named are not known.
   *
   * @param row the case, from 0
   * @throws CaseRefused if the vocabulary does not know a fact or a value
   */
  public void set(int row, Map<String, String> facts) {
    clear(row);
    facts.forEach((fact, value) -> set(row, fact, value));
  }

  /**
   * Sets the facts of a case by look-ups alone, where all its words have been seen before and no
   * rule has anything to derive from.
   *
   * @return whether it could; else the row holds a part of them
   */
  boolean setAsSeen(int row, Case subject) {
    if (!subject.events().isEmpty()
        || (subject.asOf() != null && !Days.isWritable(subject.asOf()))) {
      return false;
    }
    clear(row);
    for (Fact fact : subject.facts().values()) {
      @Nullable Integer place = places.get(fact.name());
      if (place == null) {
        return false;
      }
      @Nullable Byte code = known.get(place).get(fact.value());
      if (code == null) {
        return false;
      }
      codes[place][row] = code;
    }
    return true;
  }

  private void clear(int row) {
    for (int i = 0; i < codes.length; i++) {
      codes[i][row] = unknown[i];
    }
  }

  /** What a case gives for a fact; of a number the least of its band. */
  public String value(int row, String fact) {
    int place = place(fact);
    return names.values(place).get(codes[place][row] & 0xFF);
  }

  /**
   * The column of a fact itself, for whoever fills it faster: codes as unsigned bytes.
   *
   * @see #values
   */
  public byte[] column(String fact) {
    return codes[place(fact)];
  }

  /**
   * The values of a fact by their codes; of a number the least of each band, {@code unknown} first.
   */
  public List<String> values(String fact) {
    return names.values(place(fact));
  }

  byte[][] codes() {
    return codes;
  }

  private int place(String fact) {
    Integer place = places.get(fact);
    if (place == null) {
      throw refused(vocabulary.objection(fact, FactType.UNKNOWN).orElseThrow());
    }
    return place;
  }

  private byte code(int place, String fact, String value) {
    Map<String, Byte> before = known.get(place);
    @Nullable Byte code = before.get(value);
    if (code != null) {
      return code;
    }
    vocabulary
        .objection(fact, value)
        .ifPresent(
            problem -> {
              throw refused(problem);
            });
    int made = names.code(place, value);
    if (made >= names.values(place).size()) {
      throw refused(
          new Problem(
              Place.of("").in("fact", fact),
              "'%s' of '%s' has no code: codes reach only so many values".formatted(value, fact),
              Problem.Kind.UNKNOWN_VALUE));
    }
    if (value.length() <= MOST_DIGITS
        || vocabulary.fact(fact).orElseThrow().values().contains(value)) {
      before.put(value, (byte) made);
    }
    return (byte) made;
  }

  private static CaseRefused refused(Problem problem) {
    return new CaseRefused(List.of(problem));
  }
}

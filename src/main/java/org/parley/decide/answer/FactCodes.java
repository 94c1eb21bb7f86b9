package org.parley.decide.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.parley.ParleyException;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * Numbers the values of facts, so that a case takes a byte for each fact. Of a number, which the
 * tables see in bands, it is the band that is numbered. Immutable.
 */
public final class FactCodes {
  private final List<FactType> facts;
  private final List<Domain> domains;

  public FactCodes(Vocabulary vocabulary, Map<String, Domain> domains) {
    this.facts = List.copyOf(vocabulary.facts());
    this.domains = facts.stream().map(f -> domains.get(f.name())).toList();
  }

  /** The facts in the order of their codes: that of the vocabulary. */
  public List<String> names() {
    return facts.stream().map(FactType::name).toList();
  }

  /**
   * The values of a fact by their codes, of a band its least number.
   *
   * @param fact its place among the names, from 0
   */
  public List<String> values(int fact) {
    return domains.get(fact).values().stream()
        .map(v -> v == null ? FactType.UNKNOWN : v.toString())
        .toList();
  }

  /**
   * A value of a fact in words; of a band its least number and its greatest.
   *
   * @param fact its place among the names, from 0
   * @param code the code of the value
   */
  public String word(int fact, int code) {
    List<Object> values = domains.get(fact).values();
    if (!(values.get(code) instanceof BigDecimal least)) {
      return values(fact).get(code);
    }
    BigDecimal greatest =
        code + 1 < values.size()
            ? ((BigDecimal) values.get(code + 1)).subtract(BigDecimal.ONE)
            : BigDecimal.valueOf(facts.get(fact).max());
    return least.compareTo(greatest) == 0 ? least.toString() : least + " to " + greatest;
  }

  /**
   * The code of a value, of a number that of its band.
   *
   * @param fact its place among the names, from 0
   * @param value as the vocabulary allows it
   */
  public int code(int fact, String value) {
    return domains.get(fact).code(facts.get(fact).encode(value));
  }

  /** Whether every value has a code, which it lacks only where its fact has too many. */
  public boolean areComplete() {
    return domains.stream().allMatch(domain -> domain.size() <= Domain.LARGEST);
  }

  /**
   * A code for each fact, to be read as an unsigned byte.
   *
   * @param values by name, as the vocabulary allows them; what is missing is not known
   * @throws ParleyException where a value has no code, since its fact has more values than a byte
   */
  public byte[] encode(Map<String, String> values) {
    for (int i = 0; i < facts.size(); i++) {
      String value = values.get(facts.get(i).name());
      if (value != null && domains.get(i).code(facts.get(i).encode(value)) >= Domain.LARGEST) {
        throw new ParleyException(
            "%s: \"%s\" has no code, since codes reach only the first %d values of a fact; evaluate the case without codes"
                .formatted(facts.get(i).name(), value, Domain.LARGEST));
      }
    }
    return encode(fact -> values.getOrDefault(fact, FactType.UNKNOWN));
  }

  public byte[] encode(UnaryOperator<String> values) {
    byte[] codes = new byte[facts.size()];
    for (int i = 0; i < codes.length; i++) {
      FactType fact = facts.get(i);
      codes[i] = (byte) domains.get(i).code(fact.encode(values.apply(fact.name())));
    }
    return codes;
  }

  /** The values behind codes, without the facts that are not known. */
  public Map<String, String> decode(byte[] codes) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      Object value = domains.get(i).values().get(codes[i] & 0xFF);
      if (value != null && !value.equals(FactType.UNKNOWN)) {
        values.put(facts.get(i).name(), value.toString());
      }
    }
    return values;
  }
}

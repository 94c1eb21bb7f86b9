package org.parley.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Place;

/**
 * A model as it stands in its file, before it is linked: what a check can say of it by itself.
 *
 * @param file the file
 * @param decisions its decisions
 * @param inputs its input data
 * @param types its types with allowed texts
 * @param places where each element stands, by the id that it has in the linked model
 */
public record DraftModel(
    String file,
    List<DraftDecision> decisions,
    List<Input> inputs,
    List<Type> types,
    Map<String, Place> places) {

  public DraftModel {
    decisions = List.copyOf(decisions);
    inputs = List.copyOf(inputs);
    types = List.copyOf(types);
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /**
   * Input data.
   *
   * @param name its name
   * @param line its line
   * @param required whether some decision of the model requires it
   */
  public record Input(String name, int line, boolean required) {}

  /**
   * A type with allowed texts.
   *
   * @param name its name, with that of a component behind a full stop
   * @param line its line
   * @param values the texts
   */
  public record Type(String name, int line, List<String> values) {

    public Type {
      values = List.copyOf(values);
    }
  }
}

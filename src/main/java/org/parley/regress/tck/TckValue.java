package org.parley.regress.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** A value as it stands in a test-case file. */
sealed interface TckValue {
  String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** No value: nil, or nothing given. */
  record Nothing() implements TckValue {}

  /**
   * A simple value.
   *
   * @param text as written
   * @param type the XML Schema type that it is marked with, such as {@code decimal}, or an empty
   *     string
   */
  record Scalar(String text, String type) implements TckValue {}

  /** A list. */
  record Items(List<TckValue> values) implements TckValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A context. */
  record Components(Map<String, TckValue> values) implements TckValue {
    public Components {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** The value that an element holds. */
  static TckValue in(Element holder) {
    List<Element> components = TckXml.children(holder, "component");
    if (!components.isEmpty()) {
      Map<String, TckValue> values = new LinkedHashMap<>();
      components.forEach(c -> values.put(c.getAttribute("name"), nil(c) ? new Nothing() : in(c)));
      return new Components(values);
    }
    Optional<Element> list = TckXml.child(holder, "list").filter(l -> !nil(l));
    if (list.isPresent()) {
      List<TckValue> values = new ArrayList<>();
      TckXml.children(list.get(), "item").forEach(i -> values.add(in(i)));
      return new Items(values);
    }
    return TckXml.child(holder, "value")
        .filter(v -> !nil(v))
        .map(TckValue::scalar)
        .orElseGet(Nothing::new);
  }

  private static TckValue scalar(Element value) {
    String type = value.getAttributeNS(SCHEMA_INSTANCE, "type");
    return new Scalar(value.getTextContent(), type.substring(type.indexOf(':') + 1));
  }

  private static boolean nil(Element element) {
    String nil = element.getAttributeNS(SCHEMA_INSTANCE, "nil");
    return nil.equals("true") || nil.equals("1");
  }
}

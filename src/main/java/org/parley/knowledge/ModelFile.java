package org.parley.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.Place;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A DMN file as XML. Versions of a knowledge base share the files that are the same, and with them
 * what was read out of them. Thread-safe.
 */
final class ModelFile {
  private final String file;
  private final String stem;
  private final String digest;
  private final DmnVersion version;
  private final Document document;
  private final Map<String, Element> byId = new HashMap<>();
  private final ItemTypes types;
  private final Map<Element, DecisionTable> tables = new HashMap<>();
  private final Map<Element, String> logic = new HashMap<>();
  private final Map<Element, List<Element>> references = new HashMap<>();

  /**
   * @param file its name
   * @param digest SHA-256 of its content
   * @param version its version of DMN
   * @param document its content; elements know their lines
   */
  ModelFile(String file, String digest, DmnVersion version, Document document) {
    this.file = file;
    this.stem = stemOf(file);
    this.digest = digest;
    this.version = version;
    this.document = document;
    children(definitions()).forEach(e -> byId.put(e.getAttribute("id"), e));
    this.types = new ItemTypes(this);
  }

  String file() {
    return file;
  }

  /** The file name without folder and ending, fit to be part of an XML id. */
  String stem() {
    return stem;
  }

  /** Where a named element stands, such as {@code input data 'x'}. */
  Place place(Element element) {
    String kind = element.getLocalName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Place.of(file, XmlReader.line(element)).in(kind, name(element));
  }

  /** SHA-256 of its content. */
  String digest() {
    return digest;
  }

  DmnVersion version() {
    return version;
  }

  Element definitions() {
    return document.getDocumentElement();
  }

  /** A top-level element, or {@code null}. */
  Element byId(String id) {
    return byId.get(id);
  }

  ItemTypes types() {
    return types;
  }

  /** The table of one of its decisions, or {@code null} where it has logic of another kind. */
  synchronized DecisionTable table(Element decision) {
    return tables.computeIfAbsent(decision, d -> TableReader.read(d, types));
  }

  /** The elements below one of its elements that point to another. */
  synchronized List<Element> references(Element element) {
    return references.computeIfAbsent(element, LinkedModelWriter::references);
  }

  /** A digest of what one of its elements says, without prose and ids. */
  synchronized String logic(Element element) {
    return logic.computeIfAbsent(element, e -> Digests.hex(LinkedModelWriter.logic(e)));
  }

  /** The top-level elements of a kind. */
  List<Element> all(String kind) {
    return children(definitions(), kind);
  }

  private static String stemOf(String file) {
    String stem = file.replaceAll("^.*/|\\.dmn$", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return stem.matches("[A-Za-z_].*") ? stem : "m" + stem;
  }

  /** What an element makes known to others: its name, stripped. */
  static String name(Element element) {
    return element.getAttribute("name").strip();
  }

  /** The child elements of a kind, whatever the version of DMN. */
  static List<Element> children(Element parent, String kind) {
    return children(parent).stream().filter(e -> e.getLocalName().equals(kind)).toList();
  }

  /** The child elements. */
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The first child element of a kind, or {@code null}. */
  static Element child(Element parent, String kind) {
    return children(parent, kind).stream().findFirst().orElse(null);
  }

  /** The text of the first child element of a kind, or an empty string. */
  static String text(Element parent, String kind) {
    Element child = parent == null ? null : child(parent, kind);
    return child == null ? "" : child.getTextContent().strip();
  }
}

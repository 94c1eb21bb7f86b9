package org.parley.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A DMN file as XML.
 *
 * @param file its name
 * @param stem the file name without folder and ending, fit to be part of an XML id
 * @param digest SHA-256 of its content
 * @param version its version of DMN
 * @param document its content; elements know their lines
 */
record ModelFile(String file, String stem, String digest, DmnVersion version, Document document) {

  ModelFile(String file, String digest, DmnVersion version, Document document) {
    this(file, stemOf(file), digest, version, document);
  }

  Element definitions() {
    return document.getDocumentElement();
  }

  /** The top-level elements of a kind. */
  List<Element> all(String kind) {
    return children(definitions(), kind);
  }

  private static String stemOf(String file) {
    String stem = file.replaceAll("^.*/|\\.dmn$", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return stem.matches("[A-Za-z_].*") ? stem : "m" + stem;
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

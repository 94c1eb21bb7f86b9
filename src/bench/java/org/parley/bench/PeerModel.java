package org.parley.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSOutput;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The linked model on its way to an engine that does not take it as it is. */
final class PeerModel {
  private final Document document;

  PeerModel(String dmn) {
    try {
      document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(dmn)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the linked model is well-formed", e);
    }
  }

  /** A name as engines want it whose expressions know no blanks and hyphens in names. */
  static String plain(String name) {
    return name.replace(' ', '_').replace('-', '_');
  }

  /** Gives facts, decisions and parts of results plain names, also where tables read them. */
  void usePlainNames() {
    Map<String, String> seen = new HashMap<>();
    Stream.of("inputData", "decision", "variable", "output", "itemComponent")
        .flatMap(kind -> all(kind).stream())
        .forEach(e -> rename(e, seen));
    for (Element expression : all("inputExpression")) {
      Element text = child(expression, "text");
      text.setTextContent(plain(text.getTextContent().strip()));
    }
  }

  private static void rename(Element element, Map<String, String> seen) {
    if (!element.hasAttribute("name")) {
      return;
    }
    String name = element.getAttribute("name");
    String other = seen.putIfAbsent(plain(name), name);
    if (other != null && !other.equals(name)) {
      throw new IllegalStateException("'%s' and '%s' become one name".formatted(name, other));
    }
    element.setAttribute("name", plain(name));
  }

  /** All elements of a kind, in the order of the model. */
  List<Element> all(String kind) {
    return elements(document.getElementsByTagNameNS("*", kind));
  }

  static List<Element> children(Element parent, String kind) {
    return elements(parent.getChildNodes()).stream()
        .filter(e -> e.getLocalName().equals(kind))
        .toList();
  }

  static Element child(Element parent, String kind) {
    return children(parent, kind).stream().findFirst().orElse(null);
  }

  /** A new element at the end of another. */
  Element add(Element parent, String kind) {
    Element added = document.createElementNS(document.getDocumentElement().getNamespaceURI(), kind);
    parent.appendChild(added);
    return added;
  }

  /** Takes all elements of the kinds away. */
  void remove(String... kinds) {
    Stream.of(kinds)
        .flatMap(kind -> all(kind).stream())
        .forEach(e -> e.getParentNode().removeChild(e));
  }

  Element definitions() {
    return document.getDocumentElement();
  }

  /** The model as text. */
  String text() {
    DOMImplementationLS load = (DOMImplementationLS) document.getImplementation();
    LSSerializer serializer = load.createLSSerializer();
    serializer.setNewLine("\n");
    LSOutput output = load.createLSOutput();
    output.setEncoding("UTF-8");
    StringWriter text = new StringWriter();
    output.setCharacterStream(text);
    serializer.write(document, output);
    return text.toString();
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return List.copyOf(elements);
  }
}

package org.parley.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.ext.DefaultHandler2;

/**
 * An element of DMN as it stands in a file, without what is neither read nor evaluated. Immutable.
 */
final class ModelElement {
  private final String namespace;
  private final String kind;
  private final int line;
  private final SortedMap<String, String> attributes;
  private final List<ModelElement> children;
  private final String text;

  private ModelElement(
      String namespace,
      String kind,
      int line,
      SortedMap<String, String> attributes,
      List<ModelElement> children,
      String text) {
    this.namespace = namespace;
    this.kind = kind;
    this.line = line;
    this.attributes = Collections.unmodifiableSortedMap(attributes);
    this.children = List.copyOf(children);
    this.text = text;
  }

  /**
   * The root element of a file.
   *
   * @param bounds of all files that are read with it
   * @throws ParleyException if it is malformed or beyond a limit
   */
  static ModelElement read(String file, byte[] content, BoundedXml bounds) {
    Reader reader = new Reader();
    bounds.parse(file, content, reader);
    return reader.document.children.get(0);
  }

  /** One that no file has. */
  static ModelElement made(
      String kind, int line, Map<String, String> attributes, List<ModelElement> children) {
    return new ModelElement("", kind, line, new TreeMap<>(attributes), children, "");
  }

  /** The same with other elements in it. */
  ModelElement with(List<ModelElement> others) {
    return new ModelElement(namespace, kind, line, new TreeMap<>(attributes), others, text);
  }

  /** The same with an attribute of another value. */
  ModelElement with(String attribute, String value) {
    SortedMap<String, String> changed = new TreeMap<>(attributes);
    changed.put(attribute, value);
    return new ModelElement(namespace, kind, line, changed, children, text);
  }

  /** Input data of its name and type. */
  ModelElement asInputData() {
    SortedMap<String, String> kept = new TreeMap<>(Map.of("id", id(), "name", attribute("name")));
    return new ModelElement(namespace, "inputData", line, kept, children("variable"), "");
  }

  /** The cell of a row that tests nothing. */
  static ModelElement testOfNothing(Map<String, String> attributes) {
    ModelElement dash = new ModelElement("", "text", 0, new TreeMap<>(), List.of(), FeelTree.DASH);
    return new ModelElement("", "inputEntry", 0, new TreeMap<>(attributes), List.of(dash), "");
  }

  String namespace() {
    return namespace;
  }

  /** Its name in DMN, such as {@code inputData}. */
  String kind() {
    return kind;
  }

  boolean is(String kind) {
    return this.kind.equals(kind);
  }

  /** Where it begins in its file, from 1. */
  int line() {
    return line;
  }

  /** Its attributes by name, but for those of other programs. */
  Map<String, String> attributes() {
    return attributes;
  }

  /** An attribute, or an empty string. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  String id() {
    return attribute("id");
  }

  /** What it makes known to others: its name, stripped. */
  String name() {
    return attribute("name").strip();
  }

  List<ModelElement> children() {
    return children;
  }

  /** The child elements of a kind. */
  List<ModelElement> children(String kind) {
    return children.stream().filter(c -> c.is(kind)).toList();
  }

  /** The first child element of a kind, or {@code null}. */
  ModelElement child(String kind) {
    return children.stream().filter(c -> c.is(kind)).findFirst().orElse(null);
  }

  /** All that it says, as written. */
  String content() {
    return text + children.stream().map(ModelElement::content).collect(Collectors.joining());
  }

  /** What the first child of a kind says, or that of the next kind in it; or an empty string. */
  String text(String... path) {
    ModelElement element = this;
    for (String kind : path) {
      element = element.child(kind);
      if (element == null) {
        return "";
      }
    }
    return element.content().strip();
  }

  /** An element whose end has not been read. */
  private static final class Opened {
    private final String namespace;
    private final String kind;
    private final int line;
    private final SortedMap<String, String> attributes = new TreeMap<>();
    private final List<ModelElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Opened(String namespace, String kind, int line) {
      this.namespace = namespace;
      this.kind = kind;
      this.line = line;
    }

    ModelElement closed() {
      return new ModelElement(namespace, kind, line, attributes, children, text.toString());
    }
  }

  private static final class Reader extends DefaultHandler2 {
    private final Opened document = new Opened("", "", 0);
    private final Deque<Opened> open = new ArrayDeque<>(List.of(document));
    // of the innermost element so far; what lies between elements is mostly layout
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    // how deep the parser is in a diagram or an extension: nothing that is read or evaluated
    private int skipped;

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      boolean root = open.element() == document;
      if (skipped > 0 || (!root && DmnVersion.ofNamespace(uri).isEmpty())) {
        skipped++;
        return;
      }
      addText(false);
      Opened element = new Opened(uri, local, locator.getLineNumber());
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getURI(i).isEmpty()) {
          element.attributes.put(attributes.getLocalName(i), attributes.getValue(i));
        }
      }
      open.push(element);
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      if (skipped > 0) {
        skipped--;
      } else {
        addText(open.element().children.isEmpty() && open.element().text.isEmpty());
        ModelElement closed = open.pop().closed();
        open.element().children.add(closed);
      }
    }

    @Override
    public void characters(char[] text, int start, int length) {
      if (skipped == 0) {
        this.text.append(text, start, length);
      }
    }

    /** Adds the text up to here; blanks only where they are all that an element says. */
    private void addText(boolean blanks) {
      if (!text.isEmpty() && (blanks || !text.toString().isBlank())) {
        open.element().text.append(text);
      }
      text.setLength(0);
    }
  }
}

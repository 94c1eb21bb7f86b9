package org.parley.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.ext.DefaultHandler2;

/** Reads XML into a document whose elements know their lines. */
final class XmlReader {
  private static final String LINE = "line";

  private XmlReader() {}

  /** Where an element begins in its file, from 1. */
  static int line(Element element) {
    return element.getUserData(LINE) instanceof Integer line ? line : 0;
  }

  /** Lets an element of another document stand for the line of this one. */
  static void setLine(Element element, int line) {
    element.setUserData(LINE, line, null);
  }

  /**
   * The document.
   *
   * @param bounds of all files that are read with it
   * @throws ParleyException if it is malformed or beyond a limit
   */
  static Document read(String file, byte[] content, BoundedXml bounds) {
    DocumentBuilder builder = new DocumentBuilder();
    bounds.parse(file, content, builder);
    return builder.document;
  }

  private static final class DocumentBuilder extends DefaultHandler2 {
    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    // of the innermost element so far; what lies between elements is mostly layout
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    // how deep the parser is in a diagram or an extension: nothing that is read or evaluated
    private int skipped;

    DocumentBuilder() {
      try {
        document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("every Java platform makes XML documents", e);
      }
      open.push(document);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      boolean root = open.element() instanceof Document;
      if (skipped > 0 || (!root && DmnVersion.ofNamespace(uri).isEmpty())) {
        skipped++;
        return;
      }
      addText(false);
      Element element = document.createElementNS(uri, qualified);
      for (int i = 0; i < attributes.getLength(); i++) {
        element.setAttributeNS(
            attributes.getURI(i).isEmpty() ? null : attributes.getURI(i),
            attributes.getQName(i),
            attributes.getValue(i));
      }
      setLine(element, locator.getLineNumber());
      open.element().appendChild(element);
      open.push(element);
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      if (skipped > 0) {
        skipped--;
      } else {
        addText(!open.element().hasChildNodes());
        open.pop();
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
        open.element().appendChild(document.createTextNode(text.toString()));
      }
      text.setLength(0);
    }
  }
}

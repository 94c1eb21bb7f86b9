package org.parley.regress.tck;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.knowledge.BoundedXml;
import org.parley.knowledge.Encoding;
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.PlainModel;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * An XML file that says nothing but what stands in it.
 *
 * @param file the file
 * @param text its text, as whoever else reads it must be given it
 * @param root its outermost element
 */
record TckXml(Path file, String text, Element root) {

  /**
   * Reads a file.
   *
   * @throws Unusable if it has a DOCTYPE (refused), is malformed or cannot be read
   */
  static TckXml read(Path file) throws Unusable {
    String name = String.valueOf(file.getFileName());
    try {
      String text = Encoding.xml(name, PlainFile.read(file, name, Limit.TCK_FILE));
      new BoundedXml(Limit.MODEL_ELEMENTS).parse(name, text, new DefaultHandler2());
      Document document = parser().parse(new InputSource(new StringReader(text)));
      return new TckXml(file, text, document.getDocumentElement());
    } catch (ParleyException e) {
      Problem problem = e.problems().get(0);
      if (problem.message().contains("DOCTYPE")) {
        throw Unusable.refused("%s has a DOCTYPE".formatted(name));
      }
      throw Unusable.broken(problem.toString());
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("what was read once reads again: " + name, e);
    }
  }

  /** A model with the variables and the input data that some programs take for granted. */
  TckXml completed() throws Unusable {
    boolean all =
        Stream.of("decision", "inputData")
            .flatMap(kind -> children(root, kind).stream())
            .allMatch(e -> child(e, "variable").isPresent());
    if (all || !children(root, "import").isEmpty()) {
      return this;
    }
    String name = String.valueOf(file.getFileName());
    try {
      String said = PlainModel.completed(name, PlainFile.read(file, name, Limit.TCK_FILE));
      Document document = parser().parse(new InputSource(new StringReader(said)));
      return new TckXml(file, said, document.getDocumentElement());
    } catch (ParleyException e) {
      throw Unusable.broken(e.problems().get(0).toString());
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("what was written is XML: " + name, e);
    }
  }

  /** The elements directly below one that have a name, whatever their namespace. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first of them. */
  static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return parsers.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }
}

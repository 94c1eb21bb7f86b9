package org.parley.regress.tck;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.parley.knowledge.MalformedXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

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
    String text = text(file);
    try {
      Document document = parser().parse(new InputSource(new StringReader(text)));
      return new TckXml(file, text, document.getDocumentElement());
    } catch (SAXParseException e) {
      if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
        throw Unusable.refused("%s has a DOCTYPE".formatted(file.getFileName()));
      }
      throw Unusable.broken(
          "%s:%d: malformed XML: %s"
              .formatted(file.getFileName(), e.getLineNumber(), MalformedXml.words(e)));
    } catch (SAXException | IOException e) {
      throw Unusable.broken(
          "%s: malformed XML: %s".formatted(file.getFileName(), MalformedXml.words(e)));
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

  /** Decoded once, so that nobody can read other characters in it than were looked at. */
  private static String text(Path file) throws Unusable {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Unusable.broken("%s is not UTF-8 text".formatted(file.getFileName()));
    } catch (IOException e) {
      throw Unusable.broken("%s cannot be read".formatted(file.getFileName()));
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = parsers.newDocumentBuilder();
      parser.setErrorHandler(new Thrower());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }

  /** Throws instead of printing to standard error. */
  private static final class Thrower implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      // a warning keeps nobody from reading on
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}

package org.parley.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.parley.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** Reads XML into a document whose elements know their lines; a DOCTYPE is refused. */
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

  /** The document, or the problem that keeps it from being read. */
  static Document read(String file, byte[] content) throws Refused {
    try {
      DocumentBuilder builder = new DocumentBuilder();
      XMLReader reader = parsers().newSAXParser().getXMLReader();
      reader.setContentHandler(builder);
      reader.setErrorHandler(builder);
      reader.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
      reader.parse(new InputSource(new ByteArrayInputStream(content)));
      return builder.document;
    } catch (SAXParseException e) {
      throw new Refused(
          new Problem(
                  file,
                  e.getLineNumber(),
                  e.getColumnNumber(),
                  "",
                  "malformed XML: " + MalformedXml.words(e))
              .as(Problem.Kind.MALFORMED_MODEL));
    } catch (DoctypeFound e) {
      throw new Refused(
          new Problem(
                  file, e.line, 0, "", "a DOCTYPE is not allowed in a decision model: take it out")
              .as(Problem.Kind.MALFORMED_MODEL));
    } catch (SAXException | IOException e) {
      throw new Refused(
          Problem.in(file, "malformed XML: " + MalformedXml.words(e))
              .as(Problem.Kind.MALFORMED_MODEL));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }

  /** Makes parsers that fetch nothing. */
  static SAXParserFactory parsers() throws ParserConfigurationException, SAXException {
    SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
    parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return parsers;
  }

  /** A file that cannot be used, and why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  private static final class DoctypeFound extends SAXException {
    private static final long serialVersionUID = 1L;

    private final int line;

    DoctypeFound(int line) {
      super("DOCTYPE");
      this.line = line;
    }
  }

  private static final class DocumentBuilder extends DefaultHandler2 {
    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    // of the innermost element so far; what lies between elements is mostly layout
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    // how deep the parser is in a diagram or an extension: nothing that is read or evaluated
    private int skipped;

    DocumentBuilder() throws ParserConfigurationException {
      document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      open.push(document);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
      throw new DoctypeFound(locator.getLineNumber());
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
      // declarations are looked up through the elements' own namespaces
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

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}

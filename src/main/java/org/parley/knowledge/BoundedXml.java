package org.parley.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;

/**
 * Parses XML that anybody may have written: it fetches nothing, and refuses a DOCTYPE, XML 1.1,
 * what parsers disagree about, and what is nested deeper or longer than a limit allows.
 */
public final class BoundedXml {
  private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
  private static final String OWN_LIMIT = "JAXP000";

  // of all files so far
  private final AtomicLong elements = new AtomicLong();
  private final Limit most;

  /**
   * For files that belong together.
   *
   * @param most how many elements they may have
   */
  public BoundedXml(Limit most) {
    this.most = most;
  }

  /**
   * Parses a file. Several threads may, each another one.
   *
   * @param reader is told what stands in it
   * @throws ParleyException if it is malformed or beyond a limit
   */
  public void parse(String file, byte[] content, DefaultHandler2 reader) {
    parse(file, Encoding.xml(file, content), reader);
  }

  /** Parses a text that has been decoded already. */
  public void parse(String file, String text, DefaultHandler2 reader) {
    Guard guard = new Guard(file, reader);
    try {
      XMLReader parser = parsers().newSAXParser().getXMLReader();
      parser.setContentHandler(guard);
      parser.setErrorHandler(guard);
      parser.setProperty(LEXICAL, guard);
      parser.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException e) {
      throw refused(file, e.getLineNumber(), e.getColumnNumber(), message(e));
    } catch (SAXException | IOException e) {
      throw refused(file, 0, 0, message(e));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }

  private static SAXParserFactory parsers() throws ParserConfigurationException, SAXException {
    SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
    parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return parsers;
  }

  private static String message(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.contains(OWN_LIMIT)
        ? "a name, or a list of attributes, is longer than any model needs"
        : "malformed XML: " + MalformedXml.words(e);
  }

  private static ParleyException refused(String file, int line, int column, String message) {
    return new ParleyException(
        new Problem(Place.of(file, line, column), message, Problem.Kind.MALFORMED_MODEL));
  }

  /** Looks at everything before a reader is told of it. */
  private final class Guard extends DefaultHandler2 {
    private final String file;
    private final DefaultHandler2 reader;
    private Locator locator;
    private int depth;

    Guard(String file, DefaultHandler2 reader) {
      this.file = file;
      this.reader = reader;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
      reader.setDocumentLocator(locator);
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
      throw refusal("a DOCTYPE is not allowed here: take it out");
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes)
        throws SAXException {
      if (depth == 0 && locator instanceof Locator2 more && "1.1".equals(more.getXMLVersion())) {
        throw refusal("XML 1.1 is not read: save it as XML 1.0");
      }
      if (++depth > Limit.MODEL_DEPTH.most()) {
        throw refusal(Limit.MODEL_DEPTH.exceeded());
      }
      if (elements.incrementAndGet() > most.most()) {
        throw refusal(most.exceeded());
      }
      if (attributes.getLength() > Limit.MODEL_ATTRIBUTES.most()) {
        throw refusal(Limit.MODEL_ATTRIBUTES.exceeded());
      }
      requireName(qualified);
      for (int i = 0; i < attributes.getLength(); i++) {
        requireName(attributes.getQName(i));
        if (attributes.getValue(i).length() > Limit.MODEL_ATTRIBUTE.most()) {
          throw refusal(Limit.MODEL_ATTRIBUTE.exceeded());
        }
      }
      reader.startElement(uri, local, qualified, attributes);
    }

    /** Some parsers take a name with a colon at its edge for one without. */
    private void requireName(String qualified) {
      int colon = qualified.indexOf(':');
      if (colon >= 0
          && (colon == 0
              || colon == qualified.length() - 1
              || colon != qualified.lastIndexOf(':'))) {
        throw refusal("malformed XML: a name has its colon in a wrong place");
      }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
      depth--;
      reader.endElement(uri, local, qualified);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
      reader.characters(text, start, length);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    private ParleyException refusal(String message) {
      return refused(file, locator.getLineNumber(), 0, message);
    }
  }
}

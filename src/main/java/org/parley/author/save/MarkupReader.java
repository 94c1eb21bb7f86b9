package org.parley.author.save;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.osgi.InputFactoryProviderImpl;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.BoundedXml;
import org.parley.knowledge.Limit;
import org.parley.knowledge.MalformedXml;
import org.xml.sax.ext.DefaultHandler2;

/** Finds where each element of an XML text stands. */
final class MarkupReader {
  private static final int CDATA_OPENING = "<![CDATA[".length();
  private static final int CDATA_CLOSING = "]]>".length();

  private final String file;
  private final String text;
  private final XMLStreamReader2 reader;

  private MarkupReader(String file, String text) throws XMLStreamException {
    this.file = file;
    this.text = text;
    // this one and no other parser tells exactly where things stand
    XMLInputFactory2 factory = new InputFactoryProviderImpl().createInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, (int) Limit.MODEL_DEPTH.most());
    // whole texts, however long
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, Integer.MAX_VALUE);
    reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(text));
  }

  /** The root element. */
  static Markup read(String file, String text) {
    // what this parser would take otherwise than the one that read the model is refused here
    new BoundedXml(Limit.MODEL_ELEMENTS).parse(file, text, new DefaultHandler2());
    try {
      return new MarkupReader(file, text).root();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new ParleyException(
          new Problem(Place.of(file, line), "malformed XML: " + MalformedXml.words(e)));
    }
  }

  private Markup root() throws XMLStreamException {
    Markup root = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        root = element();
      }
    }
    return root;
  }

  private Markup element() throws XMLStreamException {
    String name = reader.getLocalName();
    String prefix =
        reader.getPrefix() == null || reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":";
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    Map<String, String> attributes = attributes();
    int start = start();
    int inside = end();
    if (!text.startsWith("<" + prefix + name, start)) {
      throw new IllegalStateException(
          "an element of %s is not where it is said to be".formatted(file));
    }
    List<Markup> children = new ArrayList<>();
    List<Markup.Run> runs = new ArrayList<>();
    List<Markup.Span> remarks = new ArrayList<>();
    boolean emptyTag = reader.isEmptyElement();
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element());
        case XMLStreamConstants.CDATA -> runs.add(cdata());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> addCharacters(runs);
        default -> remarks.add(new Markup.Span(start(), end()));
      }
      event = reader.next();
    }
    return new Markup(
        name,
        prefix,
        namespace,
        attributes,
        start,
        inside,
        emptyTag ? inside : start(),
        emptyTag ? inside : end(),
        children,
        runs,
        remarks);
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String local = reader.getAttributeLocalName(i);
      attributes.put(
          prefix == null || prefix.isEmpty() ? local : prefix + ":" + local,
          reader.getAttributeValue(i));
    }
    return attributes;
  }

  private Markup.Run cdata() throws XMLStreamException {
    String value = reader.getText();
    return new Markup.Run(start() + CDATA_OPENING, end() - CDATA_CLOSING, value, true);
  }

  /** Long text comes in several events. */
  private void addCharacters(List<Markup.Run> runs) throws XMLStreamException {
    String value = reader.getText();
    Markup.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && !last.cdata() && last.end() == start()) {
      runs.set(runs.size() - 1, new Markup.Run(last.start(), end(), last.value() + value, false));
    } else {
      runs.add(new Markup.Run(start(), end(), value, false));
    }
  }

  private int start() {
    return (int) reader.getLocationInfo().getStartingCharOffset();
  }

  private int end() throws XMLStreamException {
    return (int) reader.getLocationInfo().getEndingCharOffset();
  }
}

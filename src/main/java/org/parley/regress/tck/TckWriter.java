package org.parley.regress.tck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a test-case file. */
final class TckWriter {
  private static final String NAMESPACE = "http://www.omg.org/spec/DMN/20160719/testcase";

  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;
  private int depth;

  TckWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void begin(String model) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testCases");
    depth++;
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeNamespace("xsi", TckValue.SCHEMA_INSTANCE);
    xml.writeNamespace("xsd", XMLConstants.W3C_XML_SCHEMA_NS_URI);
    text("modelName", model);
  }

  void begin(String id, String description) throws XMLStreamException {
    open("testCase");
    xml.writeAttribute("id", clean(id));
    if (!description.isEmpty()) {
      text("description", description);
    }
  }

  void input(String name, Object value) throws XMLStreamException {
    open("inputNode");
    xml.writeAttribute("name", name);
    value(value);
    leave();
  }

  void result(String name, Object value) throws XMLStreamException {
    open("resultNode");
    xml.writeAttribute("name", name);
    xml.writeAttribute("type", "decision");
    open("expected");
    value(value);
    leave();
    leave();
  }

  /** Ends a test case. */
  void end() throws XMLStreamException {
    leave();
  }

  /** Ends the file. */
  void close() throws XMLStreamException {
    leave();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
  }

  private void value(Object value) throws XMLStreamException {
    if (value instanceof Map<?, ?> context) {
      for (Map.Entry<?, ?> entry : context.entrySet()) {
        open("component");
        xml.writeAttribute("name", String.valueOf(entry.getKey()));
        value(entry.getValue());
        leave();
      }
    } else if (value instanceof List<?> list) {
      open("list");
      for (Object item : list) {
        open("item");
        value(item);
        leave();
      }
      leave();
    } else {
      simple(value);
    }
  }

  private void simple(Object value) throws XMLStreamException {
    line();
    if (value == null) {
      xml.writeEmptyElement("value");
      xml.writeAttribute("xsi", TckValue.SCHEMA_INSTANCE, "nil", "true");
      return;
    }
    xml.writeStartElement("value");
    xml.writeAttribute("xsi", TckValue.SCHEMA_INSTANCE, "type", "xsd:" + type(value));
    xml.writeCharacters(
        value instanceof BigDecimal number ? number.toPlainString() : clean(value.toString()));
    xml.writeEndElement();
  }

  private static String type(Object value) {
    if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof Number ? "decimal" : "string";
  }

  private void text(String element, String text) throws XMLStreamException {
    line();
    xml.writeStartElement(element);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private void open(String element) throws XMLStreamException {
    line();
    xml.writeStartElement(element);
    depth++;
  }

  private void leave() throws XMLStreamException {
    depth--;
    line();
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String clean(String text) {
    return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
  }
}

package org.parley.regress.tck;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;

/**
 * A small model whose one decision calls a business knowledge model of another: an engine answers
 * decisions, not business knowledge models.
 */
final class CallingModel {
  static final String NAMESPACE = "urn:parley:tck:call";
  static final String NAME = "call";
  static final String DECISION = "result of the call";
  private static final String PREFIX = "called";

  private CallingModel() {}

  /**
   * The model.
   *
   * @param called the model that has the business knowledge model
   * @param id the id of the business knowledge model
   * @param name its name
   * @param parameters the names of what it is given
   */
  static String of(Element called, String id, String name, List<String> parameters) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      String version = called.getNamespaceURI();
      xml.writeStartElement("definitions");
      xml.writeDefaultNamespace(version);
      attributes(xml, "name", NAME, "id", NAME, "namespace", NAMESPACE);
      String namespace = called.getAttribute("namespace");
      empty(xml, "import", "name", PREFIX, "namespace", namespace, "importType", version);
      for (int i = 0; i < parameters.size(); i++) {
        input(xml, "in" + i, parameters.get(i));
      }
      decision(xml, namespace + "#" + id, call(name, parameters), parameters.size());
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can always be written", e);
    }
    return text.toString();
  }

  private static String call(String name, List<String> parameters) {
    List<String> named = parameters.stream().map(p -> p + ": " + p).toList();
    return "%s.%s(%s)".formatted(PREFIX, name, String.join(", ", named));
  }

  private static void input(XMLStreamWriter xml, String id, String name) throws XMLStreamException {
    xml.writeStartElement("inputData");
    attributes(xml, "name", name, "id", id);
    empty(xml, "variable", "name", name, "typeRef", "Any");
    xml.writeEndElement();
  }

  private static void decision(XMLStreamWriter xml, String href, String call, int inputs)
      throws XMLStreamException {
    xml.writeStartElement("decision");
    attributes(xml, "name", DECISION, "id", "result");
    empty(xml, "variable", "name", DECISION, "typeRef", "Any");
    for (int i = 0; i < inputs; i++) {
      xml.writeStartElement("informationRequirement");
      empty(xml, "requiredInput", "href", "#in" + i);
      xml.writeEndElement();
    }
    xml.writeStartElement("knowledgeRequirement");
    empty(xml, "requiredKnowledge", "href", href);
    xml.writeEndElement();
    xml.writeStartElement("literalExpression");
    xml.writeStartElement("text");
    xml.writeCharacters(call);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(xml, attributes);
  }

  private static void attributes(XMLStreamWriter xml, String... namesAndValues)
      throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}

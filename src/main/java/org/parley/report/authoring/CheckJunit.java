package org.parley.report.authoring;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.parley.Shown;
import org.parley.author.check.Check;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.CheckResult;

/** Renders a check as JUnit XML, which every build server shows: a suite for each group. */
final class CheckJunit {
  private static final String NAME = "parley check";

  private final CheckResult result;
  private final XMLStreamWriter xml;

  private CheckJunit(CheckResult result, XMLStreamWriter xml) {
    this.result = result;
    this.xml = xml;
  }

  /** The result as XML that ends with a line break. */
  static String render(CheckResult result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new CheckJunit(result, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("every text can be written as XML", e);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
  }

  private void write() throws XMLStreamException {
    List<Check> clean = clean();
    open("testsuites", 0, "name", NAME);
    attribute("tests", clean.size() + result.findings().size());
    attribute("failures", result.findings().size());
    for (Check.Group group : Check.Group.values()) {
      suite(group, clean.stream().filter(c -> c.group() == group).toList());
    }
    close(0);
  }

  /** The checks that found nothing: each is a test that passed. */
  private List<Check> clean() {
    List<Check> clean = new ArrayList<>(Arrays.asList(Check.values()));
    result.findings().forEach(f -> clean.remove(f.check()));
    return clean;
  }

  private void suite(Check.Group group, List<Check> clean) throws XMLStreamException {
    List<CheckFinding> failures =
        result.findings().stream().filter(f -> f.check().group() == group).toList();
    open("testsuite", 1, "name", group.title());
    attribute("tests", clean.size() + failures.size());
    attribute("failures", failures.size());
    for (CheckFinding finding : failures) {
      open("testcase", 2, "classname", finding.check().id());
      attribute("name", finding.where());
      open("failure", 3, "type", finding.level().label());
      attribute("message", finding.message());
      xml.writeEndElement();
      close(2);
    }
    for (Check check : clean) {
      line(2);
      xml.writeEmptyElement("testcase");
      attribute("classname", check.id());
      attribute("name", check.sentence());
    }
    close(1);
  }

  private void open(String element, int depth, String name, String value)
      throws XMLStreamException {
    if (depth > 0) {
      line(depth);
    }
    xml.writeStartElement(element);
    attribute(name, value);
  }

  private void close(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, Shown.line(String.valueOf(value)));
  }
}

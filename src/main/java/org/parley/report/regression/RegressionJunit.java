package org.parley.report.regression;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.parley.Shown;
import org.parley.regress.RegressionResult;
import org.parley.regress.RegressionResult.Mismatch;
import org.parley.regress.RegressionResult.Ran;

/**
 * Renders a regression as JUnit XML, which build servers show: a suite for each conflict, a test
 * for each case. What history shows has no place there, since it is no test.
 */
public final class RegressionJunit {
  private static final String NO_CONFLICT = "no conflict";

  private final XMLStreamWriter xml;
  // ids need not be unique across folders, so each mismatch is used up once
  private final Map<String, List<Mismatch>> mismatches;

  private RegressionJunit(XMLStreamWriter xml, RegressionResult result) {
    this.xml = xml;
    this.mismatches =
        result.expected().differ().stream().collect(Collectors.groupingBy(Mismatch::subject));
  }

  /** The result as XML that ends with a line break. */
  public static String render(RegressionResult result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new RegressionJunit(xml, result).write(result);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can always be written", e);
    }
    return text.toString();
  }

  private void write(RegressionResult result) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "parley regress");
    counts(result.ran());
    Map<String, List<Ran>> suites =
        result.ran().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.conflict().isEmpty() ? NO_CONFLICT : r.conflict(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (Map.Entry<String, List<Ran>> suite : suites.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
  }

  private void suite(String conflict, List<Ran> cases) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", conflict);
    counts(cases);
    for (Ran ran : cases) {
      test(conflict, ran);
    }
    line(1);
    xml.writeEndElement();
  }

  private void counts(List<Ran> cases) throws XMLStreamException {
    attribute("tests", String.valueOf(cases.size()));
    attribute("failures", String.valueOf(cases.stream().filter(this::fails).count()));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(cases.stream().filter(r -> !r.pinned()).count()));
  }

  private boolean fails(Ran ran) {
    return mismatch(ran) != null;
  }

  private Mismatch mismatch(Ran ran) {
    return mismatches.getOrDefault(ran.subject(), List.of()).stream()
        .filter(m -> ran.pinned() && m.actual().equals(ran.actual()))
        .findFirst()
        .orElse(null);
  }

  private void test(String conflict, Ran ran) throws XMLStreamException {
    Mismatch mismatch = mismatch(ran);
    line(2);
    if (ran.pinned() && mismatch == null) {
      xml.writeEmptyElement("testcase");
      names(conflict, ran);
      return;
    }
    xml.writeStartElement("testcase");
    names(conflict, ran);
    line(3);
    if (mismatch == null) {
      xml.writeEmptyElement("skipped");
      attribute("message", "not pinned: the case file has no 'expected'");
    } else {
      failure(mismatch);
    }
    line(2);
    xml.writeEndElement();
  }

  private void names(String conflict, Ran ran) throws XMLStreamException {
    attribute("name", ran.subject());
    // build servers take a point for the end of a package
    attribute("classname", conflict.replace('.', ' '));
  }

  private void failure(Mismatch mismatch) throws XMLStreamException {
    String expected = mismatch.expected().describe();
    String actual = mismatch.actual().describe();
    xml.writeStartElement("failure");
    attribute("message", "expected %s, actual %s".formatted(expected, actual));
    attribute("type", "mismatch");
    StringBuilder text = new StringBuilder();
    text.append("expected: ").append(expected).append("\nactual: ").append(actual);
    mismatch
        .rows()
        .forEach(
            r -> text.append("\ndecided by: %s (%s) %s".formatted(r.id(), r.table(), r.why())));
    xml.writeCharacters(
        text.toString().lines().map(RegressionJunit::clean).collect(Collectors.joining("\n")));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** What XML can hold. */
  private static String clean(String text) {
    return Shown.line(text);
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}

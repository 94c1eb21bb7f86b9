package org.parley.report.document;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.parley.Shown;

/** Writes tests as JUnit XML, which every build server shows. */
public final class Junit {
  private final XMLStreamWriter xml;

  private Junit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Tests that belong together. */
  public record Suite(String name, List<Test> tests) {

    public Suite {
      tests = List.copyOf(tests);
    }
  }

  /**
   * A test.
   *
   * @param failure why it failed, or {@code null}
   * @param skipped why it was not run, or an empty string
   */
  public record Test(String group, String name, Failure failure, String skipped) {

    /** A test that passed. */
    public static Test passed(String group, String name) {
      return new Test(group, name, null, "");
    }

    /** A test that failed. */
    public static Test failed(String group, String name, Failure failure) {
      return new Test(group, name, failure, "");
    }

    /** A test that was not run. */
    public static Test skipped(String group, String name, String why) {
      return new Test(group, name, null, why);
    }
  }

  /**
   * Why a test failed.
   *
   * @param type what kind of failure
   * @param message in one line
   * @param details in several lines, or an empty string
   */
  public record Failure(String type, String message, String details) {}

  /** The suites as XML that ends with a line break. */
  public static String write(String name, List<Suite> suites) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Junit(xml).all(name, suites);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("every text can be written as XML", e);
    }
    return text + "\n";
  }

  private void all(String name, List<Suite> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    open(0, "testsuites", name);
    counts(suites.stream().flatMap(s -> s.tests().stream()).toList());
    for (Suite suite : suites) {
      open(1, "testsuite", suite.name());
      counts(suite.tests());
      for (Test test : suite.tests()) {
        test(test);
      }
      close(1);
    }
    close(0);
  }

  private void counts(List<Test> tests) throws XMLStreamException {
    attribute("tests", tests.size());
    attribute("failures", tests.stream().filter(t -> t.failure() != null).count());
    attribute("errors", 0);
    attribute("skipped", tests.stream().filter(t -> !t.skipped().isEmpty()).count());
  }

  private void test(Test test) throws XMLStreamException {
    open(2, "testcase", test.name());
    // build servers take a point for the end of a package
    attribute("classname", test.group().replace('.', ' '));
    if (test.failure() != null) {
      line(3);
      xml.writeStartElement("failure");
      attribute("type", test.failure().type());
      attribute("message", test.failure().message());
      xml.writeCharacters(
          test.failure().details().lines().map(Shown::line).collect(Collectors.joining("\n")));
      xml.writeEndElement();
    } else if (!test.skipped().isEmpty()) {
      line(3);
      xml.writeEmptyElement("skipped");
      attribute("message", test.skipped());
    }
    close(2);
  }

  private void open(int depth, String element, String name) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
    attribute("name", name);
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

package org.parley.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.kie.dmn.model.api.Definitions;
import org.parley.Place;
import org.parley.Problem;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks models against the XML schema of their DMN version. */
final class SchemaCheck {
  /** Where an element begins that the schemas let hold any text. */
  private static final Pattern BEFORE_ANY_TEXT =
      Pattern.compile(
          "<(?:\\w+:)?(?:text|description|question|allowedAnswers)(?:\\s+[\\w:.-]+=\"[^\"<>]*\")*\\s*>");

  // always the same for a version, for any thread, and longer in the making than any check
  private static final Map<DmnVersion, Schema> SCHEMAS = new ConcurrentHashMap<>();

  /** What keeps a model from being valid. */
  List<Problem> problems(ModelFile model, byte[] content) {
    List<Problem> problems = new ArrayList<>();
    check(model, content, problems);
    return problems;
  }

  private void check(ModelFile model, byte[] content, List<Problem> problems) {
    try {
      Validator validator =
          SCHEMAS.computeIfAbsent(model.version(), SchemaCheck::schema).newValidator();
      validator.setErrorHandler(new Reporter(model, problems));
      validator.validate(new StreamSource(new StringReader(Encoding.xml(model.file(), content))));
    } catch (SAXException | IOException e) {
      problems.add(
          Problem.in(model.file(), "cannot be checked: " + MalformedXml.words(e))
              .as(Problem.Kind.MALFORMED_MODEL));
    }
  }

  /**
   * Whether two files differ in nothing but texts, where any text may stand: if one is valid, so is
   * the other, as far as it is XML.
   */
  static boolean differInTexts(byte[] one, byte[] other) {
    int i = 0;
    int j = 0;
    int tag = 0;
    while (i < one.length && j < other.length) {
      int text = indexOf('<', one, i);
      int otherText = indexOf('<', other, j);
      if (!Arrays.equals(one, i, text, other, j, otherText)
          && !BEFORE_ANY_TEXT.matcher(latin(one, tag, i)).matches()) {
        return false;
      }
      tag = text;
      i = Math.min(one.length, indexOf('>', one, text) + 1);
      j = Math.min(other.length, indexOf('>', other, otherText) + 1);
      if (!Arrays.equals(one, text, i, other, otherText, j)) {
        return false;
      }
    }
    return i == one.length && j == other.length;
  }

  /** Where a character stands from some place on, or the length. */
  private static int indexOf(char c, byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != c) {
      at++;
    }
    return at;
  }

  /** Some bytes as characters: what marks up XML is the same in all encodings that begin so. */
  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static Schema schema(DmnVersion version) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      // the imports are given first, so they need not be looked up
      return factory.newSchema(
          version.schemas().stream().map(SchemaCheck::source).toArray(Source[]::new));
    } catch (SAXException e) {
      throw new IllegalStateException("the schema of DMN " + version.number(), e);
    }
  }

  private static Source source(String name) {
    InputStream schema = Definitions.class.getResourceAsStream(name);
    if (schema == null) {
      throw new IllegalStateException("not on the class path: " + name);
    }
    return new StreamSource(schema);
  }

  private static final class Reporter implements ErrorHandler {
    private final ModelFile model;
    private final List<Problem> problems;
    private int lastLine;

    Reporter(ModelFile model, List<Problem> problems) {
      this.model = model;
      this.problems = problems;
    }

    @Override
    public void warning(SAXParseException e) {
      // nothing that a reader of the model must know
    }

    @Override
    public void error(SAXParseException e) {
      // the validator says a second time, in other words, what it has just said of a place
      if (e.getLineNumber() == lastLine) {
        return;
      }
      lastLine = e.getLineNumber();
      problems.add(
          new Problem(
              Place.of(model.file(), e.getLineNumber(), e.getColumnNumber()),
              "not valid DMN %s: %s".formatted(model.version().number(), SchemaWords.of(e)),
              String.valueOf(e.getMessage()).startsWith("cvc-id.2")
                  ? Problem.Kind.DUPLICATE_ID
                  : Problem.Kind.MALFORMED_MODEL));
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}

package org.parley.knowledge;

import java.io.CharConversionException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Says in plain words what an XML parser dislikes. Its own words are for programmers, and quote a
 * file that may be no model at all.
 */
public final class MalformedXml {
  /** What a part of a parser's words means; the first that fits counts. */
  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    MEANINGS.put("not allowed in prolog", "it does not begin with <");
    MEANINGS.put("premature end of file", "the file is empty, or ends before its first element");
    MEANINGS.put("start and end within the same entity", "the file ends inside an element");
    MEANINGS.put("not allowed in trailing section", "something stands behind the last element");
    MEANINGS.put("following the root element", "something stands behind the last element");
    MEANINGS.put(
        "terminated by the matching end-tag", "an element is closed that is not open last");
    MEANINGS.put("must end with a '>'", "an end tag lacks its >");
    MEANINGS.put("end with the ';' delimiter", "an & is written &amp;");
    MEANINGS.put("entity name must immediately follow", "an & is written &amp;");
    MEANINGS.put("was referenced, but not declared", "an & is written &amp;");
    MEANINGS.put("must not contain the '<'", "a < in an attribute is written &lt;");
    MEANINGS.put("well-formed character data or markup", "a < in a text is written &lt;");
    MEANINGS.put("already specified", "an attribute stands twice in one element");
    MEANINGS.put("open quote is expected", "the value of an attribute stands in quotes");
    MEANINGS.put("must be followed by the ' = '", "an attribute has no value");
    MEANINGS.put("followed by either attribute specifications", "a tag is not closed with >");
    MEANINGS.put("prefix", "a prefix is used that no xmlns declares");
    MEANINGS.put("cannot have multiple colons", "a name holds more than one colon");
    MEANINGS.put("an invalid xml character", "it holds a character that XML does not allow");
    MEANINGS.put("character reference", "it refers to a character that XML does not allow");
    MEANINGS.put("invalid byte", "it is not text in the encoding that it names");
    MEANINGS.put("encoding", "it is in an encoding that is not known: save it as UTF-8");
    MEANINGS.put("xml version", "it is in a version of XML that is not read: use 1.0");
    MEANINGS.put("doctype", "a DOCTYPE is not allowed");
    MEANINGS.put("limit", "it is too large, or nested too deep");
  }

  private MalformedXml() {}

  /** What is wrong, fit to follow {@code malformed XML:}. */
  public static String words(Exception e) {
    if (e instanceof CharConversionException) {
      return MEANINGS.get("invalid byte");
    }
    String said = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
    return MEANINGS.entrySet().stream()
        .filter(known -> said.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("it cannot be read from here on");
  }
}

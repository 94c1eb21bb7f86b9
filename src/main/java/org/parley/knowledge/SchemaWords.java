package org.parley.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Shown;
import org.xml.sax.SAXParseException;

/**
 * Says in plain words what is not valid about a model; the schema's own words are for programmers.
 */
final class SchemaWords {
  private static final Pattern KEY = Pattern.compile("^(cvc-[\\w.-]+): (.*)$", Pattern.DOTALL);

  /** What stands in quotes: an element, an attribute, a value, or a list of what would be right. */
  private static final Pattern QUOTED =
      Pattern.compile("(?<![\\p{L}\\p{N}])'(.*?)'(?=[ .,;:)]|$)", Pattern.DOTALL);

  private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":|[{}]");

  /** By the rule of the schema language that is broken; longer keys first. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("cvc-complex-type.2.4.a", "the element %1$s is not expected here, but %2$s"),
          Map.entry("cvc-complex-type.2.4.b", "the element %1$s lacks one of %2$s"),
          Map.entry("cvc-complex-type.2.4.d", "the element %1$s is not expected here"),
          Map.entry("cvc-complex-type.2.3", "the element %1$s holds text beside its elements"),
          Map.entry("cvc-complex-type.3.2.2", "the element %2$s has no attribute %1$s"),
          Map.entry("cvc-complex-type.4", "the element %2$s lacks the attribute %1$s"),
          Map.entry("cvc-attribute.3", "the attribute %2$s cannot be '%1$s'"),
          Map.entry("cvc-datatype-valid.1.2.1", "'%1$s' is no value of the type %2$s"),
          Map.entry("cvc-enumeration-valid", "'%1$s' is none of %2$s"),
          Map.entry("cvc-id.2", "the id '%1$s' stands twice"),
          Map.entry("cvc-type.3.1.2", "the element %1$s holds elements where a text stands"),
          Map.entry("cvc-elt.1.a", "the element %1$s is none of DMN"),
          Map.entry("cvc-elt.1", "the element %1$s is none of DMN"));

  private SchemaWords() {}

  /** What is wrong. */
  static String of(SAXParseException e) {
    Matcher said = KEY.matcher(Objects.requireNonNullElse(e.getMessage(), ""));
    if (!said.matches()) {
      return MalformedXml.words(e);
    }
    List<String> quoted =
        QUOTED
            .matcher(said.group(2))
            .results()
            .map(q -> Shown.piece(NAMESPACE.matcher(q.group(1)).replaceAll(""), 300))
            .toList();
    String meaning = MEANINGS.get(said.group(1));
    int needed = meaning == null ? 0 : meaning.contains("%2$s") ? 2 : 1;
    return meaning == null || quoted.size() < needed
        ? "something here is not as the schema of DMN has it (%s)".formatted(said.group(1))
        : meaning.formatted(quoted.toArray());
  }
}

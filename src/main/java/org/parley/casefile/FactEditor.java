package org.parley.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.ParleyException;

/**
 * Has a case file say a fact or a value in other words, or leave a fact out; all else in it stays,
 * byte by byte. The file can be read; it is JSON where its name ends in {@code .json}, else YAML.
 */
public final class FactEditor {
  private FactEditor() {}

  /**
   * The file with a fact under another name.
   *
   * @throws ParleyException if the name is written so that it cannot be changed in place
   */
  public static byte[] renamed(String file, byte[] content, String former, String now) {
    CaseEditor editor = new CaseEditor(file, content);
    Span.Entry entry = facts(editor).get(former);
    if (entry == null) {
      return content;
    }
    if (entry.key().isEmpty()) {
      throw ParleyException.in(
          file, "'%s' cannot be changed in place: write it by hand".formatted(former));
    }
    return editor.replace(entry.key(), now).content();
  }

  /** The file with another value in the place of one of a fact's. */
  public static byte[] valued(String file, byte[] content, String fact, String former, String now) {
    CaseEditor editor = new CaseEditor(file, content);
    Span.Entry entry = facts(editor).get(fact);
    Span value = entry == null ? null : entry.value();
    if (value instanceof Span.Mapping parts) {
      value = parts.at(Keys.VALUE);
    }
    return value instanceof Span.Scalar scalar && scalar.text().equals(former)
        ? editor.replace(scalar, now).content()
        : content;
  }

  /** The file without a fact and what it says of it. */
  public static byte[] without(String file, byte[] content, String fact) {
    CaseEditor editor = new CaseEditor(file, content);
    Map<String, Object> before = new LinkedHashMap<>();
    facts(editor).keySet().forEach(f -> before.put(f, ""));
    Map<String, Object> after = new LinkedHashMap<>(before);
    after.remove(fact);
    return after.size() == before.size()
        ? content
        : editor
            .change(
                Map.of(Keys.FACTS, before), after.isEmpty() ? Map.of() : Map.of(Keys.FACTS, after))
            .content();
  }

  /** The facts as a file calls them. */
  static Map<String, Span.Entry> facts(CaseEditor editor) {
    return editor.whole() instanceof Span.Mapping whole
            && whole.at(Keys.FACTS) instanceof Span.Mapping facts
        ? facts.entries()
        : Map.of();
  }
}

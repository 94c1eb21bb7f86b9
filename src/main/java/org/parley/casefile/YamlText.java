package org.parley.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the outline of a case as YAML for people: events and other short mappings on a line each,
 * the rest in blocks, long texts folded, quotes only where a text would be read as something else.
 */
final class YamlText {
  /** What stands on the line of its key. */
  private static final Set<String> ON_ONE_LINE = Set.of(Keys.SIDES, Keys.TAGS, Keys.EXPECTED);

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Map<String, Object> outline) {
    if (outline.isEmpty()) {
      return "{}\n";
    }
    YamlText yaml = new YamlText();
    outline.forEach(
        (key, value) -> {
          if (ON_ONE_LINE.contains(key)) {
            yaml.out.append(key).append(": ").append(flow(value)).append('\n');
          } else {
            yaml.write("", key, value);
          }
        });
    return yaml.out.toString();
  }

  /** A key with its value, in lines of their own that are indented so. */
  static String entry(String indent, String key, Object value) {
    YamlText yaml = new YamlText();
    yaml.write(indent, key, value);
    return yaml.out.toString();
  }

  /** A mapping or a list that begins below its key, which is indented so. */
  static String below(String indent, Object value) {
    YamlText yaml = new YamlText();
    yaml.value(indent, value);
    return yaml.out.toString();
  }

  private void write(String indent, String key, Object value) {
    out.append(indent).append(YamlScalar.plainOrQuoted(key)).append(':');
    value(indent, value);
  }

  private void value(String indent, Object value) {
    String deeper = indent + "  ";
    if (value instanceof Map<?, ?> map) {
      out.append('\n');
      map.forEach((inner, innerValue) -> write(deeper, inner.toString(), innerValue));
    } else if (value instanceof List<?> list) {
      out.append('\n');
      list.forEach(item -> out.append(deeper).append("- ").append(item(item)).append('\n'));
    } else {
      out.append(' ').append(block(value, deeper)).append('\n');
    }
  }

  /** An item stands on one line, a mapping as well. */
  static String item(Object item) {
    return item instanceof String text ? YamlScalar.plainOrQuoted(text) : flow(item);
  }

  private static String block(Object scalar, String indent) {
    return scalar instanceof String text ? YamlScalar.block(text, indent) : scalar.toString();
  }

  /** A value within braces or brackets, or on the line of its key. */
  static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> flow(entry.getKey()) + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text ? YamlScalar.inFlow(text) : value.toString();
  }
}

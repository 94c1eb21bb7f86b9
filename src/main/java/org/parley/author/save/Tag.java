package org.parley.author.save;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The start tag of an element, whose attributes can be set where they stand. */
final class Tag {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\G\\s+([^\\s=/>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private final String text;
  private final Markup element;
  private final int behindName;

  Tag(String text, Markup element) {
    this.text = text;
    this.element = element;
    this.behindName = element.start() + 1 + element.prefix().length() + element.name().length();
  }

  /** Where the value of an attribute stands, between its quotes. */
  Optional<Markup.Span> value(String attribute) {
    Matcher matcher = ATTRIBUTE.matcher(text).region(behindName, element.inside());
    while (matcher.find()) {
      if (matcher.group(1).equals(attribute)) {
        int group = matcher.group(2) == null ? 3 : 2;
        return Optional.of(new Markup.Span(matcher.start(group), matcher.end(group)));
      }
    }
    return Optional.empty();
  }

  /** Gives an attribute a value, written as XML. */
  void set(String attribute, String written, Splices splices) {
    value(attribute)
        .ifPresentOrElse(
            v -> splices.replace(v.start(), v.end(), written),
            () -> splices.insert(behindName, " %s=\"%s\"".formatted(attribute, written)));
  }

  /** Takes out the attributes of other vocabularies, whose meaning is not known here. */
  void dropForeign(Splices splices) {
    Matcher matcher = ATTRIBUTE.matcher(text).region(behindName, element.inside());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name.contains(":") && !name.startsWith("xmlns:")) {
        splices.replace(matcher.start(), matcher.end(), "");
      }
    }
  }
}

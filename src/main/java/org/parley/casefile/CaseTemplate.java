package org.parley.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Labelled;
import org.parley.Shown;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * A case file to fill in: every fact with what it means, how to code it and its values, and every
 * event type, as comments. It can be read as it stands, with nothing known.
 */
final class CaseTemplate {
  private static final int WIDTH = 96;

  private final Vocabulary vocabulary;
  private final StringBuilder out = new StringBuilder();

  CaseTemplate(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The file of a case of which only the head is known. */
  String of(Case subject) {
    comment("", "A case to fill in. Leave out what is not known: unknown speaks neither for nor");
    comment("", "against. A text with a colon, a # or quotes in it stands in quotes.");
    entry(Keys.ID, YamlScalar.plainOrQuoted(subject.id()));
    entry(Keys.TITLE, "");
    entry(
        Keys.CONFLICT,
        subject.conflict().isEmpty() ? "" : YamlScalar.plainOrQuoted(subject.conflict()));
    comment("", "The day of the advice; later events are not used.");
    entry(Keys.AS_OF, String.valueOf(subject.asOf()));
    entry(Keys.DECIDING_PARTY, YamlScalar.plainOrQuoted(subject.decidingParty()));
    entry(Keys.ADVERSARY, YamlScalar.plainOrQuoted(subject.adversary()));
    comment("", "The lead third party, if there is one; the third-party facts are of it.");
    entry(Keys.THIRD_PARTY, "");
    comment("", "Further names in events that count as one of the two.");
    out.append("sides: {ours: [], theirs: []}\n");
    comment("", "The situation in two or three sentences.");
    entry(Keys.SUMMARY, "");
    comment("", "Free words; ongoing marks a war that goes on today.");
    out.append("tags: []\n");
    facts();
    events(subject);
    out.append('\n');
    comment("", "The works used, one behind each dash.");
    entry(Keys.SOURCES, "");
    return out.toString();
  }

  private void entry(String key, String value) {
    out.append(key).append(value.isEmpty() ? ":" : ": " + value).append('\n');
  }

  private void facts() {
    out.append('\n');
    vocabulary.facts().stream()
        .findFirst()
        .ifPresent(
            fact ->
                comment(
                    "",
                    ("The facts. One with its reason is written so: %s: {value: %s, why: \"…\","
                            + " source: \"…\", confidence: %s}")
                        .formatted(
                            fact.name(),
                            fact.kind() == FactType.Kind.NUMBER
                                ? String.valueOf(fact.min())
                                : fact.values().get(0),
                            String.join(" or ", Labelled.labels(Confidence.class)))));
    out.append(Keys.FACTS).append(":\n");
    String group = "";
    for (FactType fact : vocabulary.facts()) {
      out.append('\n');
      if (!fact.group().equals(group)) {
        group = fact.group();
        comment("  ", "== %s ==".formatted(group));
        out.append('\n');
      }
      comment("  ", fact.meaning());
      comment("  ", fact.codingRule());
      comment("  ", fact.ifAbsent().isEmpty() ? "" : "Left out it reads: " + fact.ifAbsent());
      comment("  ", values(fact));
      out.append("  ").append(YamlScalar.plainOrQuoted(fact.name())).append(": unknown\n");
    }
  }

  private static String values(FactType fact) {
    return fact.kind() == FactType.Kind.NUMBER
        ? fact.range() + " | unknown"
        : String.join(" | ", fact.values());
  }

  private void events(Case subject) {
    out.append('\n');
    comment("", "The dated events, from which rules derive facts. Each stands on a line such as");
    comment(
        "",
        "  - {date: %s, type: %s, by: %s, to: %s, note: \"…\", source: \"…\"}"
            .formatted(
                subject.asOf(),
                vocabulary.eventTypes().keySet().stream().findFirst().orElse("…"),
                YamlScalar.inFlow(subject.decidingParty()),
                YamlScalar.inFlow(subject.adversary())));
    comment("", "with one of these types:");
    vocabulary.eventTypes().values().forEach(type -> comment("", "  " + described(type)));
    entry(Keys.EVENTS, "");
  }

  private static String described(EventType type) {
    List<String> parts = new ArrayList<>();
    if (!type.by().isEmpty()) {
      parts.add("by: " + type.by());
    }
    if (!type.to().isEmpty()) {
      parts.add("to: " + type.to());
    }
    for (Map.Entry<String, EventType.Detail> detail : type.details().entrySet()) {
      parts.add(detail.getKey() + ": " + detail.getValue().words(" | "));
    }
    String keys =
        parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", " {", "}"));
    return type.name() + keys + (type.meaning().isEmpty() ? "" : ". " + type.meaning());
  }

  /** A comment of whole words; what is indented goes on further in. */
  private void comment(String indent, String text) {
    String plain = Shown.line(text.replaceAll("\\s*\\R\\s*", " "));
    if (plain.isBlank()) {
      return;
    }
    String margin = indent + "# " + " ".repeat(text.length() - text.stripLeading().length());
    StringBuilder row = new StringBuilder(margin);
    boolean begun = false;
    for (String word : plain.strip().split(" ")) {
      if (begun && row.length() + word.length() >= WIDTH) {
        out.append(row).append('\n');
        row = new StringBuilder(margin).append(margin.endsWith("  ") ? "    " : "");
        begun = false;
      }
      row.append(begun ? " " : "").append(word);
      begun = true;
    }
    out.append(row).append('\n');
  }
}

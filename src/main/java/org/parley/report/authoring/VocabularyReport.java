package org.parley.report.authoring;

import static org.parley.report.document.Document.note;
import static org.parley.report.document.Document.paragraph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;
import org.parley.report.document.Block;
import org.parley.report.document.Document;

/** Tells the words that cases are written in: the facts, and the types of events. */
public final class VocabularyReport {
  private VocabularyReport() {}

  /** Every fact, group by group. */
  public static Document facts(Vocabulary vocabulary) {
    Document document =
        new Document("Facts")
            .front(
                paragraph(
                    "Every fact that a case may give. Written by parley knowledge --facts; change"
                        + " dmn/vocabulary.csv, not this page."),
                note("Every fact may also be unknown, which speaks neither for nor against."));
    Map<String, List<FactType>> groups =
        vocabulary.facts().stream()
            .collect(
                Collectors.groupingBy(FactType::group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (group, facts) ->
            document.section(
                group,
                Document.table(
                    group,
                    Block.Column.all("fact", "values", "meaning", "how to code it", "who can act"),
                    facts,
                    f ->
                        Block.Line.of(
                            f.name(), values(f), f.meaning(), codingRule(f), f.actor()))));
    return document;
  }

  private static String values(FactType fact) {
    return fact.kind() == FactType.Kind.NUMBER ? fact.range() : String.join(", ", fact.known());
  }

  private static String codingRule(FactType fact) {
    return fact.ifAbsent().isEmpty()
        ? fact.codingRule()
        : "%s (left out it reads: %s)".formatted(fact.codingRule(), fact.ifAbsent()).strip();
  }

  /** Every type of event, with its keys. */
  public static Document eventTypes(Vocabulary vocabulary) {
    return new Document("Event types")
        .front(
            paragraph(
                "Every type of dated event that a case may give. Written by parley knowledge"
                    + " --event-types; change rules/events.csv, not this page."),
            note("Each event has a date and a type, and may have by, to, a note and a source."))
        .section(
            "Types",
            Document.table(
                "Types of events",
                Block.Column.all(
                    "type", "by", "to", "further keys", "meaning", "facts it bears on"),
                vocabulary.eventTypes().values(),
                t ->
                    Block.Line.of(
                        t.name(),
                        t.by(),
                        t.to(),
                        t.details().entrySet().stream()
                            .map(d -> d.getKey() + ": " + d.getValue().words(", "))
                            .collect(Collectors.joining("; ")),
                        t.meaning(),
                        String.join(", ", t.facts()))));
  }
}

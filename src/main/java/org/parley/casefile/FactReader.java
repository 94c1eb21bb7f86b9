package org.parley.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Confidence;
import org.parley.Fact;
import org.parley.Finding;
import org.parley.Place;
import org.parley.Problem;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Reads the facts of a case, in short form ({@code name: value}) or long form. */
final class FactReader {
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Map<Node.Entry, Finding> remarks = new LinkedHashMap<>();

  FactReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The facts that are without a problem. */
  List<Fact> read(Node.Entries facts) {
    List<Fact> read = new ArrayList<>();
    facts
        .entries()
        .forEach(
            (name, entry) ->
                vocabulary
                    .factEverCalled(name)
                    .ifPresentOrElse(
                        type -> read(type, name, entry, facts).ifPresent(read::add),
                        () -> reportUnknown(name, entry)));
    return read;
  }

  /** What is said in former words is read as it is called now, and remarked on. */
  private Optional<Fact> read(FactType type, String name, Node.Entry entry, Node.Entries facts) {
    if (!name.equals(type.name()) && facts.entries().containsKey(type.name())) {
      problems.add(
          entry.line(),
          entry.column(),
          problems.file().at(Keys.FACTS),
          "'%s' is called '%s' now, which stands here too: keep one".formatted(name, type.name()));
      return Optional.empty();
    }
    Optional<Fact> said = read(type, entry);
    return said.map(
        fact -> {
          Fact before = fact.called(name, fact.value());
          Fact now = vocabulary.today(before);
          if (!now.equals(before)) {
            remarks.put(entry, Vocabulary.remark(before, now));
          }
          return now;
        });
  }

  /** What is to be said of facts in former words, by where they stand. */
  Map<Node.Entry, Finding> remarks() {
    return remarks;
  }

  private void reportUnknown(String name, Node.Entry entry) {
    String hint =
        Keys.TOP.contains(name) || Keys.OF_FACT.contains(name)
            ? CaseWords.instead(name, vocabulary.factNames(), vocabulary)
            : CaseWords.isLong(name) ? "" : Nearest.hint(name, vocabulary.factNames());
    Place place = problems.file().at(Keys.FACTS);
    problems.add(
        entry.line(),
        entry.column(),
        place,
        new Problem(
            place,
            "unknown fact %s%s".formatted(CaseWords.quoted(name), hint),
            Problem.Kind.UNKNOWN_FACT,
            vocabulary.factNames()));
  }

  private Optional<Fact> read(FactType type, Node.Entry entry) {
    Place element = problems.file().in("fact", type.name());
    Node value = entry.value();
    if (value.isNothing()) {
      problems.add(entry.line(), entry.column(), element, missing(type, element, "a value"));
      return Optional.empty();
    }
    if (value instanceof Node.Text text) {
      return Optional.of(text)
          .filter(given -> isLegal(type, given, element))
          .map(given -> Fact.coded(type.name(), given.text(), "", "", null));
    }
    if (value instanceof Node.Entries entries) {
      return readLong(type, new Section(entries, element, problems));
    }
    problems.add(
        value,
        element,
        "must be a value or a mapping {value, why, source, confidence}, not " + value.kind());
    return Optional.empty();
  }

  private Optional<Fact> readLong(FactType type, Section fact) {
    fact.allowOnly(Keys.OF_FACT, key -> CaseWords.instead(key, Keys.OF_FACT, vocabulary));
    String why = fact.text(Keys.WHY);
    String source = fact.text(Keys.SOURCE);
    Confidence confidence = fact.constant(Keys.CONFIDENCE, Confidence.class);
    if (fact.value(Keys.VALUE).isEmpty()) {
      problems.add(fact.node(), fact.element(), missing(type, fact.element(), "'value'"));
      return Optional.empty();
    }
    return fact.asText(Keys.VALUE)
        .filter(given -> isLegal(type, given, fact.element()))
        .map(given -> Fact.coded(type.name(), given.text(), why, source, confidence));
  }

  private boolean isLegal(FactType type, Node.Text given, Place element) {
    Optional<Problem> objection =
        CaseWords.isLong(given.text()) && !type.values().contains(given.text())
            ? Optional.of(
                new Problem(
                    element,
                    "%s is not a value of '%s': %s"
                        .formatted(CaseWords.quoted(given.text()), type.name(), legal(type)),
                    Problem.Kind.UNKNOWN_VALUE,
                    type.values()))
            : type.formerly().now(given.text()).isPresent()
                ? Optional.empty()
                : type.objection(given.text());
    objection.ifPresent(problem -> problems.add(given, element, problem));
    return objection.isEmpty();
  }

  private static Problem missing(FactType type, Place element, String what) {
    return new Problem(
        element,
        "%s is missing: %s; leave the fact out where it is not known".formatted(what, legal(type)),
        Problem.Kind.MISSING,
        type.values());
  }

  private static String legal(FactType type) {
    return type.kind() == FactType.Kind.NUMBER
        ? type.range() + ", or unknown"
        : String.join(", ", type.values());
  }
}

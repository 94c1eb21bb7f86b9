package org.parley.casefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Event;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Labelled;
import org.parley.Observation;
import org.parley.Origin;
import org.parley.Sides;
import org.parley.knowledge.Days;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/**
 * A case as the mapping that its file holds: keys in their order, what is not given left out.
 * Values are texts, whole numbers, days, lists and mappings.
 */
final class CaseOutline {
  private final Vocabulary vocabulary;

  CaseOutline(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<String, Object> of(Case subject) {
    Map<String, Object> outline = new LinkedHashMap<>();
    put(outline, Keys.ID, subject.id());
    put(outline, Keys.TITLE, subject.title());
    put(outline, Keys.CONFLICT, subject.conflict());
    put(outline, Keys.AS_OF, subject.asOf());
    put(outline, Keys.DECIDING_PARTY, subject.decidingParty());
    put(outline, Keys.ADVERSARY, subject.adversary());
    put(outline, Keys.THIRD_PARTY, subject.thirdParty());
    put(outline, Keys.SHORT_NAMES, subject.shortNames());
    put(outline, Keys.SIDES, sides(subject.sides()));
    put(outline, Keys.SUMMARY, subject.summary());
    put(outline, Keys.TAGS, subject.tags());
    put(outline, Keys.FACTS, facts(subject.facts().values()));
    put(outline, Keys.EVENTS, subject.events().stream().map(this::event).toList());
    put(outline, Keys.SOURCES, subject.sources());
    put(outline, Keys.OBSERVED, observed(subject.observed()));
    put(outline, Keys.EXPECTED, expected(subject.expected()));
    put(outline, Keys.DIFFERS_BECAUSE, subject.differsBecause());
    return outline;
  }

  private static Map<String, Object> sides(Sides sides) {
    Map<String, Object> outline = new LinkedHashMap<>();
    put(outline, Keys.OURS, sides.ours());
    put(outline, Keys.THEIRS, sides.theirs());
    return outline;
  }

  private Map<String, Object> facts(Collection<Fact> facts) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact.origin() != Origin.DERIVED) {
        outline.put(fact.name(), fact(fact));
      }
    }
    return outline;
  }

  private Object fact(Fact fact) {
    Map<String, Object> outline = new LinkedHashMap<>();
    outline.put(Keys.VALUE, value(fact));
    put(outline, Keys.WHY, fact.why());
    put(outline, Keys.SOURCE, fact.source());
    put(outline, Keys.CONFIDENCE, label(fact.confidence()));
    return outline.size() == 1 ? outline.get(Keys.VALUE) : outline;
  }

  /** A number only where it reads back as the same digits. */
  private Object value(Fact fact) {
    boolean number =
        vocabulary
            .fact(fact.name())
            .filter(type -> type.kind() == FactType.Kind.NUMBER)
            .isPresent();
    return number && fact.value().matches("0|-?[1-9]\\d{0,8}")
        ? (Object) Integer.valueOf(fact.value())
        : fact.value();
  }

  private Map<String, Object> event(Event event) {
    Map<String, Object> outline = new LinkedHashMap<>();
    put(outline, Keys.DATE, event.date());
    put(outline, Keys.TYPE, event.type());
    put(outline, Keys.BY, oneOrMore(event.by()));
    put(outline, Keys.TO, oneOrMore(event.to()));
    event.details().forEach((key, value) -> put(outline, key, detail(event.type(), key, value)));
    put(outline, Keys.NOTE, event.note());
    put(outline, Keys.SOURCE, event.source());
    return outline;
  }

  /** A day only where it reads back as the same text. */
  private Object detail(String type, String key, String value) {
    return vocabulary
        .event(type)
        .map(known -> known.details().get(key))
        .filter(detail -> detail.kind() == EventType.Detail.Kind.DATE)
        .flatMap(detail -> Days.parse(value))
        .map(Object.class::cast)
        .orElse(value);
  }

  private static Object oneOrMore(List<String> names) {
    return names.size() == 1 ? names.get(0) : names;
  }

  private static Map<String, Object> observed(Observation observed) {
    Map<String, Object> outline = new LinkedHashMap<>();
    if (observed != null) {
      put(outline, Keys.POSTURE, label(observed.posture()));
      put(outline, Keys.UNOFFICIAL_TRACK, observed.unofficialTrack());
      put(outline, Keys.CONFIDENCE, label(observed.confidence()));
      put(outline, Keys.THIRD_PARTY, observed.thirdParty());
      put(outline, Keys.NOTE, observed.note());
      put(outline, Keys.SOURCES, observed.sources());
    }
    return outline;
  }

  private static Map<String, Object> expected(Expectation expected) {
    Map<String, Object> outline = new LinkedHashMap<>();
    if (expected != null) {
      put(outline, Keys.POSTURE, expected.posture().label());
      put(outline, Keys.UNOFFICIAL_TRACK, expected.unofficialTrack().label());
    }
    return outline;
  }

  private static String label(Labelled constant) {
    return constant == null ? "" : constant.label();
  }

  private static void put(Map<String, Object> outline, String key, Object value) {
    if (value != null && !value.equals("") && !value.equals(List.of()) && !value.equals(Map.of())) {
      outline.put(key, value);
    }
  }
}

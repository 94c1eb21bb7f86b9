package org.parley.batch.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.Shown;
import org.parley.batch.mapping.EventMapping.Kind;
import org.parley.batch.mapping.Rule.Band;
import org.parley.casefile.Node;
import org.parley.casefile.Problems;
import org.parley.casefile.Section;
import org.parley.casefile.TreeReader;
import org.parley.knowledge.Digests;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Nearest;
import org.parley.knowledge.Vocabulary;

/** Reads mapping files in the words of a vocabulary. */
public final class MappingReader {
  /** What the data can be held against, with the values that each may have. */
  public static final Map<String, List<String>> TARGETS = targets();

  private static final String NAME = "name";
  private static final String COLUMN = "column";
  private static final String CONSTANT = "constant";
  private static final String OTHERWISE = "otherwise";
  private static final String VALUE = "value";
  private static final String BELOW = "below";
  private static final String IS = "is";
  private static final String IS_NOT = "is not";
  private static final String AT_LEAST = "at least";
  private static final String AT_MOST = "at most";
  private static final String EVENTS = "events";
  private static final String TYPE = "type";
  private static final String ENCODING = "encoding";

  private static final List<String> OF_ALL = List.of(NAME, "about", "source");
  private static final List<String> OF_FILES = List.of("missing", ENCODING);
  private static final List<String> OF_CASES =
      List.of("id", "keep", "may be absent", "where", "year", "as of", "facts", "observed");
  private static final List<String> OF_RULE =
      List.of("when", COLUMN, "codes", "bands", "divide by", CONSTANT, OTHERWISE);
  private static final List<String> OF_FILTER = List.of(COLUMN, IS, IS_NOT, AT_LEAST, AT_MOST);
  private static final List<String> OF_EVENTS =
      List.of("id", "where", "date", "by", "to", "separator", "note", "code", "types");

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final String file;

  private MappingReader(Vocabulary vocabulary, String file) {
    this.vocabulary = vocabulary;
    this.file = file;
    this.problems = new Problems(file);
  }

  private static Map<String, List<String>> targets() {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    targets.put("mediation", List.of("yes", "no"));
    targets.put("talks", List.of("yes", "no"));
    targets.put("posture", Labelled.labels(Posture.class));
    return targets;
  }

  /**
   * Reads a mapping.
   *
   * @param file its name, for messages
   * @throws ParleyException if it is none; it lists all problems with their lines
   */
  public static Mapping read(Vocabulary vocabulary, String file, byte[] content) {
    return new MappingReader(vocabulary, file).read(content);
  }

  private Mapping read(byte[] content) {
    Node root = TreeReader.ofYaml(problems, "mapping", NAME).read(content);
    if (!(root instanceof Node.Entries entries)) {
      problems.add(
          root, Place.of(file), "a mapping file begins with 'name', not with " + root.kind());
      problems.throwIfAny();
      throw new AssertionError("it has a problem");
    }
    Section top = new Section(entries, Place.of(file), problems);
    List<String> keys = new ArrayList<>(OF_ALL);
    keys.addAll(OF_FILES);
    keys.addAll(OF_CASES);
    keys.addAll(Mapping.PARTIES);
    keys.add(EVENTS);
    top.allowOnly(keys);
    OF_ALL.forEach(top::require);
    Optional<EventMapping> events = top.section(EVENTS).map(this::events);
    if (events.isEmpty()) {
      top.require("facts");
    }
    Mapping mapping =
        new Mapping(
            top.text(NAME),
            top.text("about"),
            top.text("source"),
            top.names("id"),
            top.names("keep"),
            missing(top),
            new HashSet<>(top.names("may be absent")),
            encoding(top),
            filters(top),
            top.text("year"),
            top.text("as of"),
            parties(top),
            rules(top, "facts"),
            rules(top, "observed"),
            events,
            Digests.hex(content));
    problems.throwIfAny();
    return mapping;
  }

  /** Codes of what is not known; an empty cell says the same. */
  private Set<String> missing(Section top) {
    Set<String> missing = new HashSet<>();
    top.items("missing")
        .ifPresent(
            items -> {
              for (Node item : items.nodes()) {
                if (item instanceof Node.Text text) {
                  missing.add(Codes.plain(text.text()));
                } else {
                  problems.add(item, top.element(), "a code must be text, not " + item.kind());
                }
              }
            });
    return missing;
  }

  private static Charset encoding(Section top) {
    Optional<Node.Text> name = top.asText(ENCODING);
    if (name.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.get().text());
    } catch (IllegalArgumentException e) {
      top.object(
          name.get(),
          "no encoding is called '%s': UTF-8, ISO-8859-1 and windows-1252 are common"
              .formatted(Shown.piece(name.get().text())));
      return StandardCharsets.UTF_8;
    }
  }

  private static Map<String, String> parties(Section top) {
    Map<String, String> parties = new LinkedHashMap<>();
    for (String party : Mapping.PARTIES) {
      top.asText(party).ifPresent(column -> parties.put(party, column.text()));
    }
    return parties;
  }

  private List<Filter> filters(Section top) {
    List<Filter> filters = new ArrayList<>();
    for (Section filter : sections(top, "where")) {
      filter.allowOnly(OF_FILTER);
      filter.require(COLUMN);
      filters.add(
          new Filter(
              filter.text(COLUMN),
              Set.copyOf(new HashSet<>(filter.names(IS))),
              Set.copyOf(new HashSet<>(filter.names(IS_NOT))),
              number(filter, AT_LEAST),
              number(filter, AT_MOST)));
    }
    return filters;
  }

  /** The mappings of a list. */
  private List<Section> sections(Section top, String key) {
    List<Section> sections = new ArrayList<>();
    top.items(key)
        .ifPresent(
            items -> {
              for (Node item : items.nodes()) {
                section(item, key).ifPresent(sections::add);
              }
            });
    return sections;
  }

  private Optional<Section> section(Node node, String what) {
    Place place = Place.of(file).at(what);
    if (node instanceof Node.Entries entries) {
      return Optional.of(new Section(entries, place, problems));
    }
    problems.add(node, place, "must be a mapping such as {column: name}, not " + node.kind());
    return Optional.empty();
  }

  private OptionalDouble number(Section section, String key) {
    Optional<Node.Text> text = section.asText(key);
    OptionalDouble number = text.map(t -> Codes.number(t.text())).orElse(OptionalDouble.empty());
    if (text.isPresent() && number.isEmpty()) {
      section.object(
          text.get(),
          "'%s' must be a number, not '%s'".formatted(key, Shown.piece(text.get().text())));
    }
    return number;
  }

  private Map<String, List<Rule>> rules(Section top, String key) {
    boolean observed = key.equals("observed");
    Map<String, List<Rule>> rules = new LinkedHashMap<>();
    top.section(key)
        .ifPresent(
            section ->
                section
                    .node()
                    .entries()
                    .forEach(
                        (name, entry) -> rules.put(name, rules(section, name, entry, observed))));
    return rules;
  }

  private List<Rule> rules(Section section, String name, Node.Entry entry, boolean observed) {
    Place place = Place.of(file).in(observed ? "observed" : "fact", name);
    List<String> legal = legal(section, name, entry, observed);
    List<Rule> rules = new ArrayList<>();
    List<Node> nodes =
        entry.value() instanceof Node.Items items ? items.nodes() : List.of(entry.value());
    for (Node node : nodes) {
      if (node instanceof Node.Entries entries) {
        rules.add(rule(new Section(entries, place, problems), name, legal));
      } else if (node instanceof Node.Text column && !column.isNothing()) {
        rules.add(Rule.of(column.text()));
      } else {
        problems.add(node, place, "must be a column or a mapping such as {column: name}");
      }
    }
    return rules;
  }

  /** The values that rules may come to; nothing where any number within a range will do. */
  private List<String> legal(Section section, String name, Node.Entry entry, boolean observed) {
    if (observed) {
      if (!TARGETS.containsKey(name)) {
        object(
            entry,
            section,
            "nothing is held against '%s'%s".formatted(name, hint(name, TARGETS.keySet())));
      }
      return TARGETS.getOrDefault(name, List.of());
    }
    Optional<FactType> fact = vocabulary.fact(name);
    if (fact.isEmpty()) {
      vocabulary
          .objection(name, FactType.UNKNOWN)
          .ifPresent(problem -> object(entry, section, problem.message()));
    }
    return fact.map(FactType::values).orElse(List.of());
  }

  private static String hint(String word, Set<String> words) {
    String near = Nearest.hint(word, words);
    return near.isEmpty() ? ": " + String.join(", ", words) : near;
  }

  private void object(Node.Entry entry, Section section, String message) {
    problems.add(new Node.Text("", entry.line(), entry.column()), section.element(), message);
  }

  private Rule rule(Section rule, String name, List<String> legal) {
    rule.allowOnly(OF_RULE);
    boolean constant = rule.value(CONSTANT).isPresent();
    if (!constant) {
      rule.require(COLUMN);
    } else if (rule.value(COLUMN).isPresent()) {
      rule.object(rule.node(), "has both a column and a constant: it can come to one of them only");
    }
    checked(rule, CONSTANT, name, legal);
    checked(rule, OTHERWISE, name, legal);
    Map<String, Set<String>> when = new LinkedHashMap<>();
    rule.section("when")
        .ifPresent(
            guard ->
                guard
                    .node()
                    .entries()
                    .keySet()
                    .forEach(c -> when.put(c, Set.copyOf(new HashSet<>(guard.names(c))))));
    OptionalDouble divisor = number(rule, "divide by");
    if (divisor.isPresent() && divisor.getAsDouble() <= 0) {
      rule.object(rule.value("divide by").orElseThrow(), "'divide by' must be above 0");
    }
    return new Rule(
        when,
        constant ? "" : rule.text(COLUMN),
        codes(rule, name, legal),
        bands(rule, name, legal),
        divisor.orElse(1),
        Optional.of(rule.text(constant ? CONSTANT : OTHERWISE)).filter(v -> !v.isEmpty()));
  }

  private Map<String, String> codes(Section rule, String name, List<String> legal) {
    Map<String, String> codes = new LinkedHashMap<>();
    rule.section("codes")
        .ifPresent(
            section ->
                section
                    .node()
                    .entries()
                    .keySet()
                    .forEach(
                        code -> codes.put(Codes.plain(code), checked(section, code, name, legal))));
    return codes;
  }

  private List<Band> bands(Section rule, String name, List<String> legal) {
    List<Band> bands = new ArrayList<>();
    for (Section band : sections(rule, "bands")) {
      band.allowOnly(List.of(BELOW, VALUE));
      band.require(VALUE);
      OptionalDouble below = number(band, BELOW);
      OptionalDouble last =
          bands.isEmpty() ? OptionalDouble.empty() : bands.get(bands.size() - 1).below();
      if (!bands.isEmpty()
          && (last.isEmpty() || below.orElse(Double.POSITIVE_INFINITY) <= last.getAsDouble())) {
        band.object(
            band.node(),
            "no number is left for this band: bands stand in rising order, the last without 'below'");
      }
      bands.add(new Band(below, checked(band, VALUE, name, legal)));
    }
    return bands;
  }

  /** The text of a key, which must be a value. */
  private String checked(Section section, String key, String name, List<String> legal) {
    Optional<Node.Text> text = section.asText(key);
    text.flatMap(t -> objection(t.text(), name, legal))
        .ifPresent(message -> section.object(text.get(), message));
    return text.map(Node.Text::text).orElse("");
  }

  private Optional<String> objection(String value, String name, List<String> legal) {
    if (value.equals(FactType.UNKNOWN)) {
      return Optional.empty();
    }
    Optional<FactType> fact = vocabulary.fact(name);
    if (fact.isPresent()) {
      return fact.get().objection(value).map(Problem::message);
    }
    return legal.isEmpty() || legal.contains(value)
        ? Optional.empty()
        : Optional.of(Nearest.notAValue(value, name, legal));
  }

  private EventMapping events(Section events) {
    events.allowOnly(OF_EVENTS);
    List.of("date", "code", "types").forEach(events::require);
    List<String> date = List.of();
    String format = "yyyy-MM-dd";
    Optional<Node> day = events.value("date");
    if (day.isPresent() && day.get() instanceof Node.Entries entries) {
      Section section = new Section(entries, Place.of(file).at("date"), problems);
      section.allowOnly(List.of(COLUMN, "columns", "format"));
      date = section.names(section.value("columns").isPresent() ? "columns" : COLUMN);
      format = section.value("format").isPresent() ? section.text("format") : format;
    } else if (day.isPresent()) {
      date = events.names("date");
    }
    if (day.isPresent() && date.size() != 1 && date.size() != 3) {
      events.object(day.get(), "'date' is one column, or three: year, month and day");
    }
    Map<String, Kind> types = new LinkedHashMap<>();
    events
        .section("types")
        .ifPresent(
            section ->
                section
                    .node()
                    .entries()
                    .forEach(
                        (code, entry) -> types.put(Codes.plain(code), kind(section, code, entry))));
    return new EventMapping(
        events.names("id"),
        filters(events),
        date,
        format,
        events.names("by"),
        events.names("to"),
        events.text("separator"),
        events.text("note"),
        events.names("code"),
        types);
  }

  private Kind kind(Section types, String code, Node.Entry entry) {
    Map<String, String> details = new LinkedHashMap<>();
    String type;
    if (entry.value() instanceof Node.Entries entries) {
      Section kind = new Section(entries, Place.of(file).in("code", code), problems);
      kind.require(TYPE);
      type = kind.text(TYPE);
      entries.entries().keySet().stream()
          .filter(key -> !key.equals(TYPE))
          .forEach(key -> details.put(key, kind.text(key)));
    } else {
      type = types.text(code);
    }
    Optional<EventType> known = vocabulary.event(type);
    if (known.isEmpty()) {
      object(
          entry,
          types,
          "unknown event type '%s'%s"
              .formatted(Shown.piece(type), Nearest.hint(type, vocabulary.eventTypes().keySet())));
    } else {
      details.keySet().stream()
          .filter(key -> !known.get().details().containsKey(key))
          .forEach(
              key ->
                  object(
                      entry,
                      types,
                      "'%s' is no detail of '%s'%s"
                          .formatted(key, type, hint(key, known.get().details().keySet()))));
    }
    return new Kind(type, details);
  }
}

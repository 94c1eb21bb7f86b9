package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Problem;
import org.parley.Shown;

/** Reads the three plain files that staff open in a spreadsheet. */
final class VocabularyReader {
  static final String FACTS = "dmn/vocabulary.csv";
  static final String STATEMENTS = "dmn/statements.csv";
  static final String EVENTS = "rules/events.csv";

  private static final Pattern RANGE = Pattern.compile("(\\d{1,8})\\.\\.(\\d{1,8})");

  // each is looked for among all facts
  private static final int MOST_PROBLEMS = 100;

  private final KnowledgeFiles files;
  private final List<Problem> problems;

  VocabularyReader(KnowledgeFiles files, List<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  Vocabulary vocabulary() {
    return new Vocabulary(facts(), events());
  }

  Map<String, Statement> statements() {
    Map<String, Statement> statements = new LinkedHashMap<>();
    CsvFile csv = new CsvFile(STATEMENTS, problems);
    DistinctWords ids = new DistinctWords(csv, "statement");
    for (CsvFile.Line r : records(csv, STATEMENTS, "id", "document", "kind", "statement")) {
      Statement statement =
          new Statement(
              r.get("id"),
              r.get("document"),
              r.get("kind"),
              r.get("statement"),
              r.get("when"),
              r.get("then"),
              r.get("caution"),
              split(r.get("facts"), ";"),
              r.get("use"));
      if (ids.add(r.number(), statement.id())) {
        statements.put(statement.id(), statement);
      }
    }
    return statements;
  }

  private Map<String, FactType> facts() {
    Map<String, FactType> facts = new LinkedHashMap<>();
    CsvFile csv = new CsvFile(FACTS, problems);
    DistinctWords names = new DistinctWords(csv, "fact");
    int before = problems.size();
    List<CsvFile.Line> records = records(csv, FACTS, "group", "name", "type", "values", "meaning");
    if (records.isEmpty() && problems.size() == before) {
      csv.add(1, "has only its header: a fact stands in each line below it, and none is there");
    }
    for (CsvFile.Line r : records) {
      FactType fact = fact(r, csv);
      if (names.add(r.number(), r.get("name")) && fact != null) {
        facts.put(fact.name(), fact);
      }
    }
    for (CsvFile.Line r : records) {
      FactType fact = facts.get(r.get("name"));
      if (problems.size() < MOST_PROBLEMS && fact != null && !fact.counterpart().isEmpty()) {
        checkCounterpart(fact, r.number(), facts, csv);
      }
    }
    checkFormerNames(records, facts, csv);
    return facts;
  }

  /** An old name must lead to one fact, and must not be the name of another. */
  private void checkFormerNames(
      List<CsvFile.Line> records, Map<String, FactType> facts, CsvFile csv) {
    Map<String, String> seen = new HashMap<>();
    for (CsvFile.Line r : records) {
      FactType fact = facts.get(r.get("name"));
      for (String former : fact == null ? List.<String>of() : fact.formerly().names()) {
        String other = facts.containsKey(former) ? former : seen.putIfAbsent(former, fact.name());
        if (problems.size() < MOST_PROBLEMS && other != null) {
          csv.add(
              r.number(),
              "the former name '%s' of '%s' is that of '%s' as well: keep it with one of them"
                  .formatted(Shown.piece(former), fact.name(), other));
        }
      }
    }
  }

  private static void checkCounterpart(
      FactType fact, int line, Map<String, FactType> facts, CsvFile csv) {
    FactType there = facts.get(fact.counterpart());
    if (there != null && there.values().equals(fact.values())) {
      return;
    }
    csv.add(
        line,
        there == null
            ? "'%s' from the other seat is '%s', which is no fact%s"
                .formatted(
                    fact.name(),
                    fact.counterpart(),
                    Nearest.hint(fact.counterpart(), facts.keySet()))
            : "'%s' from the other seat is '%s', which has other values"
                .formatted(fact.name(), fact.counterpart()));
  }

  private static FactType fact(CsvFile.Line r, CsvFile csv) {
    boolean choice = r.get("type").equals("choice");
    List<String> values =
        choice
            ? distinct(
                r.get("values"),
                "\\|",
                r,
                new DistinctWords(csv, "'%s': the value".formatted(r.get("name"))))
            : List.of();
    int[] range = {0, 0};
    String objection = choice ? objection(values) : objection(r, range);
    if (!objection.isEmpty()) {
      csv.add(r.number(), objection.formatted(r.get("name"), range[0], range[1]));
      return null;
    }
    // "relative power, reversed"
    String[] seat = r.get("from the other seat").split(", reversed$", 2);
    FormerWords formerly = FormerWords.of(r.get(FormerWords.COLUMN));
    FactType fact =
        new FactType(
            r.get("name"),
            r.get("group"),
            choice ? FactType.Kind.CHOICE : FactType.Kind.NUMBER,
            values,
            r.get("ordered scale").equals("yes"),
            range[0],
            range[1],
            r.get("meaning"),
            r.get("how to code it"),
            r.get("if absent"),
            r.get("who can act"),
            r.get("close to the choice").equals("yes"),
            seat[0],
            seat.length > 1,
            r.words("statements"),
            formerly);
    formerly
        .objection(fact)
        .ifPresent(
            words -> csv.add(r.number(), "column '%s': %s".formatted(FormerWords.COLUMN, words)));
    return fact;
  }

  private static String objection(List<String> values) {
    if (!values.contains(FactType.UNKNOWN)) {
      return "choice '%s' lacks the value unknown";
    }
    return values.size() == 1 ? "choice '%s' has no value beside unknown" : "";
  }

  private static String objection(CsvFile.Line r, int[] range) {
    Matcher ends = RANGE.matcher(r.get("values"));
    if (!r.get("type").equals("number") || !ends.matches()) {
      return "'%s' is neither a choice with values a|b|unknown nor a number with a range 0..600";
    }
    range[0] = Integer.parseInt(ends.group(1));
    range[1] = Integer.parseInt(ends.group(2));
    return range[0] > range[1] ? "the range of '%s' is empty: no number is from %d to %d" : "";
  }

  private Map<String, EventType> events() {
    Map<String, EventType> events = new LinkedHashMap<>();
    CsvFile csv = new CsvFile(EVENTS, problems);
    DistinctWords names = new DistinctWords(csv, "event type");
    for (CsvFile.Line r : records(csv, EVENTS, "type", "by", "to", "extra")) {
      Map<String, EventType.Detail> details = details(r, csv);
      EventType event =
          new EventType(
              r.get("type"),
              r.get("by"),
              r.get("to"),
              details,
              r.get("meaning"),
              split(r.get("facts it bears on"), ";"),
              secretWhere(r, details, csv));
      if (names.add(r.number(), event.name())) {
        events.put(event.name(), event);
      }
    }
    return events;
  }

  private static Map<String, EventType.Detail> details(CsvFile.Line r, CsvFile csv) {
    Map<String, EventType.Detail> details = new LinkedHashMap<>();
    DistinctWords keys = new DistinctWords(csv, "'%s': the extra key".formatted(r.get("type")));
    for (String part : split(r.get("extra"), ";")) {
      int colon = part.indexOf(':');
      String key = colon < 0 ? part : part.substring(0, colon).strip();
      if (keys.add(r.number(), key)) {
        details.put(key, detail(colon < 0 ? "" : part.substring(colon + 1).strip(), r, csv));
      }
    }
    return details;
  }

  /** Such as {@code secret: yes}. */
  private static Map<String, String> secretWhere(
      CsvFile.Line r, Map<String, EventType.Detail> details, CsvFile csv) {
    Map<String, String> secret = new LinkedHashMap<>();
    for (String part : split(r.get("secret where"), ";")) {
      String[] pair = part.split(":", 2);
      EventType.Detail detail = details.get(pair[0].strip());
      if (detail == null || pair.length < 2 || !detail.values().contains(pair[1].strip())) {
        csv.add(
            r.number(),
            "'%s': '%s' is no extra key with one of its values, such as 'secret: yes'"
                .formatted(r.get("type"), part));
      } else {
        secret.put(pair[0].strip(), pair[1].strip());
      }
    }
    return secret;
  }

  private static EventType.Detail detail(String values, CsvFile.Line r, CsvFile csv) {
    if (values.isEmpty()) {
      return new EventType.Detail(EventType.Detail.Kind.TEXT, List.of());
    }
    if (values.equals("date")) {
      return new EventType.Detail(EventType.Detail.Kind.DATE, List.of());
    }
    return new EventType.Detail(
        EventType.Detail.Kind.CHOICE,
        distinct(
            values,
            values.contains("|") ? "\\|" : " or ",
            r,
            new DistinctWords(csv, "'%s': the value".formatted(r.get("type")))));
  }

  /** The words of a list that can be used; the others are reported. */
  private static List<String> distinct(
      String list, String separator, CsvFile.Line r, DistinctWords words) {
    return Arrays.stream(list.split(separator, -1))
        .map(String::strip)
        .filter(word -> words.add(r.number(), word))
        .toList();
  }

  private List<CsvFile.Line> records(CsvFile csv, String name, String... columns) {
    byte[] content = files.get(name).orElse(null);
    if (content == null) {
      problems.add(
          Problem.in(name, "the knowledge base lacks this file").as(Problem.Kind.VOCABULARY));
      return new ArrayList<>();
    }
    return csv.read(content, List.of(columns));
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}

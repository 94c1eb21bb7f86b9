package org.parley.author.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.Origin;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** Cases and all their facts as CSV for programs that analyse them; nothing reads it back. */
public final class CaseData {
  private static final List<Column> HEAD =
      List.of(
          new Column("case", "the short name of the case", Case::id),
          new Column("title", "what the case is called", Case::title),
          new Column("conflict", "the conflict that it is a phase of", Case::conflict),
          new Column("as of", "the day that it is coded for, as YYYY-MM-DD", Case::asOf),
          new Column("deciding party", "who is advised", Case::decidingParty),
          new Column("adversary", "whom that party faces", Case::adversary),
          new Column("third party", "the lead third party", Case::thirdParty),
          new Column(
              "made up",
              "yes where the case was made up to exercise rows and is no history",
              c -> c.isMadeUp() ? "yes" : "no"),
          new Column(
              "observed posture",
              "what history shows that the deciding party did; it is compared with advice and is no"
                  + " measure of what was right",
              observed(Observation::posture)),
          new Column(
              "observed unofficial track",
              "the unofficial track that history shows",
              observed(Observation::unofficialTrack)),
          new Column(
              "observed confidence",
              "how sure the record of what was done is",
              observed(Observation::confidence)),
          new Column(
              "expected posture",
              "what the tables are approved to say; no record of history",
              expected(Expectation::posture)),
          new Column(
              "expected unofficial track",
              "the same of the unofficial track",
              expected(Expectation::unofficialTrack)));
  private static final List<Column> OF_FACT =
      List.of(
          Column.described("group", "the group of facts that the fact belongs to"),
          Column.described("fact", "the name of the fact; its values are told below"),
          Column.described(
              "value", "its value; unknown where the coder says so, empty where nobody coded it"),
          Column.described("origin", "coded by an analyst, or derived by a rule from dated events"),
          Column.described("confidence", "how sure the coder is: high, medium or low"),
          Column.described("why", "the reason for the value"),
          Column.described("source", "the works that it rests on"),
          Column.described("rule", "the rule that derived it"));

  private static final List<Column> OF_SHEET =
      List.of(
          Column.described(CaseCells.ID, "the short name of the case"),
          Column.described("ours", "other names in events that count as the deciding party"),
          Column.described("theirs", "other names in events that count as the adversary"),
          Column.described("summary", "the situation in a few sentences"),
          Column.described("tags", "words to choose cases by; synthetic marks a made-up one"),
          Column.described(CaseCells.SOURCES, "the works used, a line for each"),
          Column.described("differs because", "why history and tables differ"),
          Column.described(
              CaseSheetExport.FINGERPRINT, "what 'case import' knows an edited line by"));

  private final Vocabulary vocabulary;
  private final Map<Case, Map<String, Fact>> cases = new LinkedHashMap<>();

  /** How the data are laid out. */
  public enum Layout {
    /** A line for each case, a column for each fact. */
    WIDE,
    /** A line for each case and fact. */
    LONG
  }

  /**
   * A column beside those of facts.
   *
   * @param text what it says of a case
   */
  private record Column(String name, String meaning, Function<Case, Object> text) {

    static Column described(String name, String meaning) {
      return new Column(name, meaning, c -> null);
    }

    String of(Case subject) {
      return Objects.toString(text.apply(subject), "");
    }
  }

  /**
   * The data of some cases.
   *
   * @param advisor knows what rules derive from their events
   */
  public CaseData(Vocabulary vocabulary, TableAdvisor advisor, List<Case> cases) {
    this.vocabulary = vocabulary;
    for (Case subject : cases) {
      Case today = vocabulary.today(subject);
      Map<String, Fact> facts = new LinkedHashMap<>(today.facts());
      Advice advice = advisor.advise(today);
      advice.facts().forEach(f -> facts.put(f.name(), f));
      this.cases.put(today, facts);
    }
  }

  private static Function<Case, Object> observed(Function<Observation, Object> part) {
    return c -> c.observed() == null ? null : part.apply(c.observed());
  }

  private static Function<Case, Object> expected(Function<Expectation, Object> part) {
    return c -> c.expected() == null ? null : part.apply(c.expected());
  }

  /** The cases. */
  public String csv(Layout layout) {
    return CsvDialect.data(layout == Layout.WIDE ? wide() : lines());
  }

  private List<List<String>> wide() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        Stream.concat(HEAD.stream().map(Column::name), vocabulary.facts().stream().map(this::name))
            .toList());
    cases.forEach(
        (subject, facts) -> {
          List<String> line = head(subject);
          vocabulary.facts().forEach(f -> line.add(value(facts.get(f.name()))));
          lines.add(line);
        });
    return lines;
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Stream.of(HEAD, OF_FACT).flatMap(List::stream).map(Column::name).toList());
    cases.forEach(
        (subject, facts) ->
            vocabulary
                .facts()
                .forEach(
                    f -> {
                      List<String> line = head(subject);
                      line.addAll(ofFact(f, facts.get(f.name())));
                      lines.add(line);
                    }));
    return lines;
  }

  private static List<String> head(Case subject) {
    return HEAD.stream().map(c -> c.of(subject)).collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<String> ofFact(FactType type, Fact fact) {
    return fact == null
        ? List.of(type.group(), type.name(), "", "", "", "", "", "")
        : List.of(
            type.group(),
            type.name(),
            fact.value(),
            fact.origin().label(),
            Objects.toString(fact.confidence(), ""),
            fact.why(),
            fact.source(),
            fact.origin() == Origin.DERIVED ? fact.rule() : "");
  }

  private static String value(Fact fact) {
    return fact == null ? "" : fact.value();
  }

  /** What a fact is called; another name where a column before those of facts is called so. */
  private String name(FactType fact) {
    return HEAD.stream().anyMatch(c -> c.name().equals(fact.name()))
        ? fact.name() + " (fact)"
        : fact.name();
  }

  /** What each column and each fact means, how it is coded, and on what scale its values stand. */
  public String codebook(Layout layout) {
    return codebook(
        vocabulary,
        layout == Layout.LONG ? Stream.of(HEAD, OF_FACT).flatMap(List::stream).toList() : HEAD,
        layout == Layout.LONG ? FactType::name : this::name);
  }

  /** The same of the CSV that {@link CaseSheetExport} writes. */
  public static String codebookOfSheet(Vocabulary vocabulary) {
    Map<String, Column> known = new HashMap<>();
    Stream.of(HEAD, OF_SHEET).flatMap(List::stream).forEach(c -> known.put(c.name(), c));
    return codebook(
        vocabulary,
        Stream.of(List.of(CaseCells.ID), CaseCells.HEAD, List.of(CaseSheetExport.FINGERPRINT))
            .flatMap(List::stream)
            .map(known::get)
            .toList(),
        f -> CaseCells.heading(f, vocabulary));
  }

  private static String codebook(
      Vocabulary vocabulary, List<Column> columns, Function<FactType, String> name) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "variable",
            "meaning",
            "values",
            "scale",
            "coding rule",
            "if absent",
            "who can act",
            "group",
            "close to the choice",
            "statements"));
    columns.forEach(c -> lines.add(List.of(c.name(), c.meaning(), "", "", "", "", "", "", "", "")));
    for (FactType fact : vocabulary.facts()) {
      boolean number = fact.kind() == FactType.Kind.NUMBER;
      lines.add(
          List.of(
              name.apply(fact),
              fact.meaning(),
              number ? "%d..%d".formatted(fact.min(), fact.max()) : String.join("|", fact.values()),
              number ? "number" : fact.ordered() ? "ordinal" : "nominal",
              fact.codingRule(),
              fact.ifAbsent(),
              fact.actor(),
              fact.group(),
              fact.closeToChoice() ? "yes" : "no",
              String.join(" ", fact.statements())));
    }
    return CsvDialect.data(lines);
  }
}

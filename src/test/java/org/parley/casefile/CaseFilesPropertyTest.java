package org.parley.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Event;
import org.parley.Expectation;
import org.parley.Fact;
import org.parley.Observation;
import org.parley.ParleyException;
import org.parley.Posture;
import org.parley.Sides;
import org.parley.UnofficialTrack;
import org.parley.knowledge.EventType;
import org.parley.knowledge.FactType;
import org.parley.knowledge.Vocabulary;

/** What holds for any case and any file. */
class CaseFilesPropertyTest {
  private static final Path CODED = Path.of("src/test/resources/casefile/W2-01.yaml");

  private final Vocabulary vocabulary = TestVocabulary.vocabulary();
  private final CaseFiles caseFiles = new CaseFiles(vocabulary);

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void filesReadBack(@ForAll("cases") Case subject) {
    String yaml = caseFiles.toYaml(subject);

    assertThat(read("a.yaml", yaml)).isEqualTo(subject);
    assertThat(caseFiles.toYaml(read("a.yaml", yaml))).isEqualTo(yaml);
    assertThat(read("a.json", caseFiles.toJson(subject))).isEqualTo(subject);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aDamagedFileIsReadOrRefused(
      @ForAll @IntRange(max = 9000) int at,
      @ForAll @IntRange(max = 20) int length,
      @ForAll("damage") String damage,
      @ForAll boolean json) {
    String sound = json ? caseFiles.toJson(caseFiles.read(CODED)) : content();
    int from = Math.min(at, sound.length());
    int to = Math.min(from + length, sound.length());
    String damaged = sound.substring(0, from) + damage + sound.substring(to);

    try {
      read(json ? "a.json" : "a.yaml", damaged);
    } catch (ParleyException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.place().character()).isPositive();
                assertThat(problem.toString())
                    .doesNotContain("com.fasterxml", "snakeyaml", "Exception", "\n", "reader");
              });
    }
  }

  @Provide
  Arbitrary<String> damage() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .withChars("{}[]:,-\"'#&*!|>%@`~? \n\t\\\u0007\u2028aé")
            .ofMaxLength(4),
        Arbitraries.of(
            "\n- ", "\n  x: y\n", "\n---\n", "? [a] : b", "\"\\x\"", "!!int 3", "<<: *a"));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            heads(), facts(), events(), observations(), texts().list().ofMaxSize(3))
        .as(
            (head, facts, events, observed, sources) -> {
              Case.Builder builder = head.toBuilder().sources(sources);
              facts.forEach(builder::fact);
              events.forEach(builder::event);
              return observed.equals(NOTHING_OBSERVED)
                  ? builder.build()
                  : builder.observed(observed).build();
            });
  }

  private static final Observation NOTHING_OBSERVED =
      new Observation(null, "", null, "", "", List.of());

  private Arbitrary<Case> heads() {
    Arbitrary<List<String>> names = texts().list().ofMaxSize(2);
    return Combinators.combine(
            texts(), textsOrNone(), days(), texts(), names, names, names, expected())
        .as(
            (id, title, day, party, ours, theirs, tags, expected) ->
                Case.builder()
                    .id(id)
                    .title(title)
                    .conflict(title)
                    .asOf(day)
                    .decidingParty(party)
                    .adversary(party)
                    .thirdParty(title)
                    .sides(new Sides(ours, theirs))
                    .summary(title)
                    .tags(tags)
                    .expected(expected)
                    .differsBecause(title)
                    .build());
  }

  private Arbitrary<List<Fact>> facts() {
    return Arbitraries.of(List.copyOf(vocabulary.facts()))
        .flatMap(
            type ->
                Combinators.combine(
                        values(type),
                        textsOrNone(),
                        textsOrNone(),
                        Arbitraries.of(Confidence.class).injectNull(0.5))
                    .as(
                        (value, why, source, sure) ->
                            Fact.coded(type.name(), value, why, source, sure)))
        .list()
        .ofMaxSize(4)
        .map(CaseFilesPropertyTest::oneOfEach);
  }

  private static List<Fact> oneOfEach(List<Fact> facts) {
    Map<String, Fact> byName = new LinkedHashMap<>();
    facts.forEach(fact -> byName.put(fact.name(), fact));
    return List.copyOf(byName.values());
  }

  private static Arbitrary<String> values(FactType type) {
    return type.kind() == FactType.Kind.CHOICE
        ? Arbitraries.of(type.values())
        : Arbitraries.oneOf(
            Arbitraries.integers().between(type.min(), type.max()).map(String::valueOf),
            Arbitraries.of("unknown", "007", "00"));
  }

  private Arbitrary<List<Event>> events() {
    return Arbitraries.of(List.copyOf(vocabulary.eventTypes().values()))
        .flatMap(
            type ->
                Combinators.combine(
                        days(),
                        texts().list().ofMaxSize(2),
                        details(type),
                        textsOrNone(),
                        textsOrNone())
                    .as(
                        (day, names, details, note, source) ->
                            new Event(day, type.name(), names, names, details, note, source)))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Map<String, String>> details(EventType type) {
    Arbitrary<Map<String, String>> all = Arbitraries.just(Map.of());
    for (Map.Entry<String, EventType.Detail> detail : type.details().entrySet()) {
      Arbitrary<String> value =
          switch (detail.getValue().kind()) {
            case CHOICE -> Arbitraries.of(detail.getValue().values());
            case DATE -> days().map(LocalDate::toString);
            case TEXT -> texts();
          };
      all =
          Combinators.combine(all, value)
              .as(
                  (before, one) -> {
                    Map<String, String> more = new LinkedHashMap<>(before);
                    more.put(detail.getKey(), one);
                    return more;
                  });
    }
    return all;
  }

  private static Arbitrary<Observation> observations() {
    List<String> tracks = new ArrayList<>(Keys.OBSERVED_TRACKS);
    tracks.add("");
    return Combinators.combine(
            Arbitraries.of(Posture.class).injectNull(0.3),
            Arbitraries.of(tracks),
            Arbitraries.of(Confidence.class).injectNull(0.3),
            textsOrNone(),
            texts().list().ofMaxSize(2))
        .as(
            (posture, track, sure, note, sources) ->
                posture == null && track.isEmpty()
                    ? NOTHING_OBSERVED
                    : new Observation(posture, track, sure, note, note, sources));
  }

  private static Arbitrary<Expectation> expected() {
    return Combinators.combine(Arbitraries.of(Posture.class), Arbitraries.of(UnofficialTrack.class))
        .as(Expectation::new)
        .injectNull(0.3);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 4000 * 365).map(LocalDate.EPOCH::plusDays);
  }

  private static Arbitrary<String> textsOrNone() {
    return Arbitraries.oneOf(Arbitraries.just(""), texts());
  }

  /** Texts that YAML or JSON might take for something else, and all kinds of other texts. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "yes",
            "NO",
            "null",
            "~",
            "true",
            "1968-04-01",
            "12",
            "-0",
            "1e3",
            "0x1F",
            "12:30:00",
            "a: b",
            "it's",
            "\"q\"",
            "--- a",
            "...",
            "| a",
            "\n",
            " ",
            "\u0085",
            "\uFEFFa",
            "a\r\nb");
    Arbitrary<String> symbols =
        Arbitraries.strings()
            .withChars("ab1 \n\t:#-,?{}[]&*!|>'\"%@`\\~.=+_é平\u2028\u00A0")
            .ofMinLength(1)
            .ofMaxLength(12);
    Arbitrary<String> unicode =
        Arbitraries.integers()
            .between(1, 0x10FFFF)
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .map(Character::toString)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(characters -> String.join("", characters));
    Arbitrary<String> prose =
        Arbitraries.strings()
            .withChars("abc:#-'\" \n")
            .ofMinLength(1)
            .ofMaxLength(9)
            .list()
            .ofMinSize(15)
            .ofMaxSize(40)
            .map(list -> String.join(" ", list));
    return Arbitraries.frequencyOf(
        Tuple.of(3, words), Tuple.of(5, symbols), Tuple.of(2, unicode), Tuple.of(2, prose));
  }

  private Case read(String name, String text) {
    return caseFiles.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String content() {
    try {
      return Files.readString(CODED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Copy;
import org.parley.DecisionTrace;
import org.parley.FiredRow;
import org.parley.Said;
import org.parley.Topic;
import org.parley.author.check.Check;
import org.parley.author.check.CheckFinding;
import org.parley.author.check.Checker;
import org.parley.knowledge.Decision;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;

/** A topic is a table and nothing else: what an advice says of it, and where, is up to its rows. */
class TopicsTest {
  private static final String PRESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                   id="press" name="Press" namespace="urn:parley:press">
        <itemDefinition id="tYesNo" name="tYesNo">
          <typeRef>string</typeRef>
          <allowedValues><text>"yes","no","unknown"</text></allowedValues>
        </itemDefinition>
        <itemDefinition id="tSentences" name="tSentences" isCollection="true">
          <typeRef>string</typeRef>
        </itemDefinition>
        <inputData id="i" name="way out"><variable id="v" name="way out" typeRef="tYesNo"/></inputData>
        <decision id="d" name="press lines"%s>
          <question>What is the press told?</question>
          <variable id="w" name="press lines" typeRef="tSentences"/>
          <informationRequirement id="n"><requiredInput href="#i"/></informationRequirement>
          <decisionTable id="t" hitPolicy="COLLECT">
            <input id="c"><inputExpression id="e"><text>way out</text></inputExpression></input>
            <output id="o"/>
            <annotation name="Why"/>
            <annotation name="Source"/>
            <annotation name="Statement"/>
            <annotation name="place"/>
            <annotation name="Weight"/>
      %s
          </decisionTable>
        </decision>
      </definitions>
      """;

  @TempDir private Path folder;
  private Copy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = Copy.into(folder);
  }

  private static String row(String id, String test, String says, String place, String weight) {
    return """
        <rule id="%s">
          <inputEntry id="%s.1"><text>%s</text></inputEntry>
          <outputEntry id="%s.2"><text>"%s"</text></outputEntry>
          <annotationEntry><text>It is so.</text></annotationEntry>
          <annotationEntry><text>Parley</text></annotationEntry>
          <annotationEntry><text>P001</text></annotationEntry>
          <annotationEntry><text>%s</text></annotationEntry>
          <annotationEntry><text>%s</text></annotationEntry>
        </rule>
        """
        .formatted(id, id, test, id, says, place, weight);
  }

  private KnowledgeBase withPress(String label, String... rows) {
    copy.write("dmn/press.dmn", PRESS.formatted(label, String.join("", rows)));
    return KnowledgeBase.load(folder);
  }

  private static Advice advise(KnowledgeBase knowledge) {
    try (TableAdvisor advisor = TableAdvisor.of(knowledge)) {
      return advisor.advise(Case.builder().adversary("Them").fact("way out", "yes").build());
    }
  }

  @Test
  void aFurtherTableIsAFurtherTopic() {
    KnowledgeBase knowledge =
        withPress(
            " label=\"What to tell the press\"",
            row("press-little", "-", "Say little.", "", ""),
            row("press-way-out", "\"yes\"", "{adversary} knows.", "Body", "2"),
            row("press-no-way-out", "\"no\"", "Say nothing.", "", "9"),
            row("press-one-voice", "-", "One voice speaks.", "", "10"),
            row("press-later", "-", "Answer later.", "", "-1"),
            row("press-less", "-", "Say less.", "", ""),
            row("press-numbers", "-", "Numbers are counted anew each day.", "footer", ""));

    Advice advice = advise(knowledge);

    Topic press = advice.topics().get(advice.topics().size() - 1);
    assertThat(press.name()).isEqualTo("press lines");
    assertThat(press.title()).isEqualTo("What to tell the press");
    assertThat(press.sentences())
        .containsExactly(
            new Said("One voice speaks.", "press-one-voice"),
            new Said("Them knows.", "press-way-out"),
            new Said("Say little.", "press-little"),
            new Said("Say less.", "press-less"),
            new Said("Answer later.", "press-later"));
    assertThat(advice.topic("press lines")).isEqualTo(press.sentences());
    assertThat(advice.topic("steps")).isEmpty();
    assertThat(advice.footer())
        .containsExactly(new Said("Numbers are counted anew each day.", "press-numbers"));
    assertThat(Checker.of(KnowledgeFiles.of(folder)).quick().check().findings())
        .extracting(CheckFinding::check)
        .doesNotContain(Check.UNUSED_DECISION, Check.SENTENCE_PLACE);
  }

  @Test
  void withoutALabelTheNameIsTheTitle() {
    Advice advice = advise(withPress("", row("press-little", "-", "Say little.", "", "")));

    assertThat(advice.topics().get(advice.topics().size() - 1).title()).isEqualTo("Press lines");
  }

  @Test
  void whatSeveralRowsSayIsSaidOnceByNoneOfThem() {
    Advice advice =
        advise(
            withPress(
                "",
                row("press-little", "-", "Say little.", "", ""),
                row("press-again", "\"yes\"", "Say little.", "", "1"),
                row("press-foot", "-", "Count anew.", "footer", "-1"),
                row("press-foot-too", "-", "Count again.", "footer", ""),
                row("press-foot-again", "\"yes\"", "Count anew.", "footer", "")));

    assertThat(advice.topic("press lines")).containsExactly(new Said("Say little.", ""));
    assertThat(advice.footer())
        .containsExactly(new Said("Count again.", "press-foot-too"), new Said("Count anew.", ""));
  }

  @Test
  void aTopicThatLeavesAllToTheFootIsNone() {
    Advice advice = advise(withPress("", row("press-foot", "-", "Count anew.", "footer", "")));

    assertThat(advice.topics()).extracting(Topic::name).doesNotContain("press lines");
    assertThat(advice.footer()).hasSize(1);
  }

  @Test
  void whatIsNeitherAPlaceNorAWeightIsFoundAndCountsAsNotGiven() {
    KnowledgeBase knowledge =
        withPress(
            "",
            row("press-bottom", "-", "Say little.", "bottom", "first"),
            row("press-half", "-", "Say less.", "", "1.5"),
            row("press-one-voice", "-", "One voice speaks.", "body", "+1"));

    assertThat(advise(knowledge).topic("press lines"))
        .extracting(Said::row)
        .containsExactly("press-bottom", "press-half", "press-one-voice");
    assertThat(Checker.of(KnowledgeFiles.of(folder)).quick().check().findings())
        .filteredOn(f -> f.check() == Check.SENTENCE_PLACE)
        .extracting(f -> f.place().row(), CheckFinding::message)
        .containsExactly(
            tuple("press-bottom", "the annotation 'Place' is 'bottom': write body or footer"),
            tuple(
                "press-bottom",
                "the annotation 'Weight' is 'first': write a whole number, such as 10"),
            tuple(
                "press-half", "the annotation 'Weight' is '1.5': write a whole number, such as 10"),
            tuple(
                "press-one-voice",
                "the annotation 'Weight' is '+1': write a whole number, such as 10"));
  }

  @Test
  void theLabelGoesWithTheLinkedModel() {
    KnowledgeBase knowledge = KnowledgeBase.builtIn();

    assertThat(knowledge.linkedDmn()).contains("label=\"What outside powers can do\"");
    assertThat(knowledge.decision("leak response").map(Decision::label)).contains("If it leaks");
  }

  /** Of the shipped tables, in every shipped case. */
  @Test
  void everySentenceIsWhatItsRowAnswers() {
    for (Case subject : ShippedCases.ALL) {
      Advice advice = ShippedCases.ADVISOR.advise(subject);

      says(advice, FinalDecisions.STEPS, advice.steps());
      says(advice, FinalDecisions.WARNINGS, advice.warnings());
      advice.topics().forEach(t -> says(advice, t.name(), t.sentences()));
      assertThat(advice.topics())
          .extracting(Topic::name)
          .isSubsetOf(FinalDecisions.TOPIC_KEYS.values())
          .isSortedAccordingTo(
              (a, b) ->
                  Integer.compare(
                      List.copyOf(FinalDecisions.TOPIC_KEYS.values()).indexOf(a),
                      List.copyOf(FinalDecisions.TOPIC_KEYS.values()).indexOf(b)));
      assertThat(ids(advice, FinalDecisions.ARGUMENTS))
          .containsAll(advice.runnerUp().arguments().stream().map(Said::row).toList());
    }
  }

  private static void says(Advice advice, String decision, List<Said> sentences) {
    DecisionTrace trace = advice.trace(decision).orElseThrow();
    List<?> answers = (List<?>) trace.result();
    List<String> ids = ids(advice, decision);
    List<Object> told = new ArrayList<>(sentences.stream().map(Said::text).toList());
    advice.more().stream()
        .filter(t -> t.name().equals(decision))
        .forEach(t -> t.sentences().forEach(s -> told.add(s.text())));
    // the foot of the page holds those of all decisions
    assertThat(told).doesNotHaveDuplicates().isSubsetOf(answers);
    advice.footer().forEach(s -> told.add(s.text()));
    assertThat(told).containsAll(answers);
    for (Said one : sentences) {
      if (!one.row().isEmpty()) {
        assertThat(answers.get(ids.indexOf(one.row()))).isEqualTo(one.text());
      }
    }
  }

  private static List<String> ids(Advice advice, String decision) {
    return advice.trace(decision).orElseThrow().rows().stream()
        .filter(FiredRow::decided)
        .map(FiredRow::id)
        .toList();
  }

  /** Sentences are the same, whether the trace was asked for before them or not. */
  @Test
  void theTraceChangesNoSentence() {
    Case subject = Case.of(Map.of("way out", "yes"));
    Advice one = ShippedCases.ADVISOR.advise(subject);
    Advice other = ShippedCases.ADVISOR.advise(subject);
    assertThat(other.trace()).isNotEmpty();

    assertThat(one.topics()).isEqualTo(other.topics());
    assertThat(one.steps()).isEqualTo(other.steps());
    assertThat(one.combinedWith()).isEqualTo(other.combinedWith());
  }
}

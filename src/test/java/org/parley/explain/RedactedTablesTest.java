package org.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Advice;
import org.parley.Case;
import org.parley.Copy;
import org.parley.Detail;
import org.parley.Event;
import org.parley.ParleyException;
import org.parley.SimilarCase;
import org.parley.casefile.ReadCases;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.report.advice.AdviceReport;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.json.Json;

/** However a table comes to read a channel fact, what it makes of it is left out. */
class RedactedTablesTest {
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                   id="q" name="Q" namespace="urn:parley:q">
        <itemDefinition id="tCost" name="tCost">
          <typeRef>string</typeRef>
          <allowedValues><text>"low","medium","high","unknown"</text></allowedValues>
        </itemDefinition>
        <itemDefinition id="tYesNo" name="tYesNo">
          <typeRef>string</typeRef>
          <allowedValues><text>"yes","no","unknown"</text></allowedValues>
        </itemDefinition>
        <itemDefinition id="tSentences" name="tSentences" isCollection="true">
          <typeRef>string</typeRef>
        </itemDefinition>
        <inputData id="i" name="own leak cost">
          <variable id="iv" name="own leak cost" typeRef="tCost"/>
        </inputData>
        <inputData id="j" name="way out"><variable id="jv" name="way out" typeRef="tYesNo"/></inputData>
        <decision id="l" name="quiet sum">
          <variable id="lv" name="quiet sum" typeRef="string"/>
          <informationRequirement id="l1"><requiredInput href="#i"/></informationRequirement>
          <literalExpression id="le"><text>"SUM " + own leak cost</text></literalExpression>
        </decision>
        <decision id="p" name="quiet lines">
          <variable id="pv" name="quiet lines" typeRef="tSentences"/>
          <informationRequirement id="p1"><requiredInput href="#i"/></informationRequirement>
          <informationRequirement id="p2"><requiredInput href="#j"/></informationRequirement>
          <informationRequirement id="p3"><requiredDecision href="#l"/></informationRequirement>
          <decisionTable id="pt" hitPolicy="COLLECT">
            <input id="c1"><inputExpression id="e1"><text>way out</text></inputExpression></input>
            <input id="c2"><inputExpression id="e2"><text>quiet sum</text></inputExpression></input>
            <output id="o"/>
            <annotation name="Why"/>
      %s%s%s%s
          </decisionTable>
        </decision>
      </definitions>
      """
          .formatted(
              row("q-sum", "-", "\"SUM high\"", "\"The SUMMED sentence.\""),
              row("q-result", "-", "-", "\"The RESULT is \" + own  leak cost"),
              row(
                  "q-cell",
                  "? != \"x\" and own leak cost = \"high\"",
                  "-",
                  "\"The CELL sentence.\""),
              row("q-open", "-", "-", "\"The open sentence.\""));

  @TempDir private Path folder;

  private static String row(String id, String one, String other, String says) {
    return """
        <rule id="%s">
          <inputEntry id="%s.1"><text>%s</text></inputEntry>
          <inputEntry id="%s.2"><text>%s</text></inputEntry>
          <outputEntry id="%s.3"><text>%s</text></outputEntry>
          <annotationEntry><text>WHY of %s.</text></annotationEntry>
        </rule>
        """
        .formatted(id, id, one, id, other, id, says, id);
  }

  private static Case.Builder subject() {
    return Case.builder()
        .id("X-1")
        .asOf(LocalDate.of(1968, 4, 1))
        .decidingParty("Us")
        .adversary("Them")
        .fact("own leak cost", "high")
        .fact("way out", "yes");
  }

  @Test
  void expressionsAndCellsThatReadAChannelFact() throws IOException {
    Copy copy = Copy.into(folder).write("dmn/quiet.dmn", MODEL);
    KnowledgeBase base = KnowledgeBase.of(KnowledgeFiles.of(copy.folder()));
    Redaction redaction = new Redaction(base);
    try (TableAdvisor advisor = TableAdvisor.of(base)) {
      TableAdvice advice = advisor.advise(redaction.nameless(subject().build()));
      String open = written(AdviceReport.of(Dossier.of(advice, List.of(), base), Detail.TRACE));
      String left =
          written(AdviceReport.of(Dossier.of(advice, List.of(), base, redaction), Detail.TRACE));

      assertThat(open)
          .contains("SUM high", "The SUMMED sentence.", "The RESULT is high", "The CELL sentence.");
      assertThat(left)
          .contains("The open sentence.", "q-open")
          .doesNotContain("SUM high", "SUMMED", "RESULT is", "CELL sentence")
          .doesNotContain("q-sum", "q-result", "q-cell", "own leak cost", "own  leak cost");
    }
  }

  @Test
  void aVocabularyWithoutChannelFactsIsRefused() throws IOException {
    Copy copy = Copy.into(folder);
    String renamed = copy.read("dmn/vocabulary.csv").replace("\nchannel,", "\nChannel,");
    copy.write("dmn/vocabulary.csv", renamed);

    assertThatThrownBy(() -> new Redaction(KnowledgeBase.of(KnowledgeFiles.of(copy.folder()))))
        .isInstanceOf(ParleyException.class)
        .hasMessageContaining("no fact of the group 'channel'");
  }

  @Test
  void rulesAndEventsOfAChannelAreLeftOut() {
    KnowledgeBase base = KnowledgeBase.builtIn();
    Redaction redaction = new Redaction(base);
    try (TableAdvisor advisor = TableAdvisor.of(base)) {
      Case subject =
          subject()
              .event(event("overture", Map.of("public", "no"), "Them", "Us"))
              .event(event("mediation offer", Map.of("kind", "state"), "Someone else", "Us"))
              .event(event("leak", Map.of(), "Nobody", "Us"))
              .event(event("contact ban", Map.of(), "Us", "Them"))
              .build();
      Advice open = advisor.advise(redaction.nameless(subject));
      Advice advice = redaction.of(open);

      assertThat(open.rulesFired()).anyMatch(r -> r.contains("law") && r.contains("contact"));
      assertThat(advice.rulesFired()).noneMatch(r -> r.contains("law") && r.contains("contact"));
      assertThat(advice.subject().events())
          .extracting(Event::type)
          .containsExactly("mediation offer");
      assertThat(advice.subject().events().get(0).by()).containsExactly("outsider 1");
    }
  }

  /** How alike two cases are, and which are nearest, would tell of what they are compared by. */
  @Test
  void similarCasesDoNotRestOnAChannelAndAreNoMadeUpOnes() {
    KnowledgeBase base = KnowledgeBase.builtIn();
    Redaction redaction = new Redaction(base);
    List<Case> history = ReadCases.of(base.vocabulary(), Path.of("cases")).cases();
    try (TableAdvisor advisor = TableAdvisor.of(base)) {
      List<List<Object>> seen =
          List.of("high", "low").stream()
              .map(cost -> subject().fact("own leak cost", cost).build())
              .map(c -> redaction.of(advisor.advise(redaction.nameless(c))))
              .map(a -> a.similar(history, 20).cases())
              .map(
                  similar ->
                      similar.stream()
                          .<Object>map(s -> List.of(s.subject().id(), s.likeness()))
                          .toList())
              .toList();

      assertThat(seen.get(0)).hasSize(20).isEqualTo(seen.get(1));
      Advice redacted = redaction.of(advisor.advise(redaction.nameless(subject().build())));
      assertThat(redacted.similar(history, 20).cases())
          .extracting(SimilarCase::subject)
          .noneMatch(Case::isMadeUp);
    }
  }

  private static Event event(String type, Map<String, String> details, String by, String to) {
    return new Event(LocalDate.of(1968, 3, 1), type, List.of(by), List.of(to), details, "", "");
  }

  private static String written(Report report) {
    return TextWriter.write(report.document().get(), Style.plain()).replaceAll("\\s+", " ")
        + HtmlWriter.write(report.document().get())
        + Json.write(report.record().get());
  }
}

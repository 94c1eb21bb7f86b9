package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Advice;
import org.parley.Case;
import org.parley.DecisionTrace;
import org.parley.Detail;
import org.parley.Event;
import org.parley.FiredRow;
import org.parley.Said;
import org.parley.Topic;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCases;
import org.parley.explain.Dossier;
import org.parley.explain.Redaction;
import org.parley.explain.TableAdvice;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.Decision;
import org.parley.knowledge.DecisionTable;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.Row;
import org.parley.report.advice.AdviceReport;
import org.parley.report.advice.ChallengeReport;
import org.parley.report.advice.MemoReport;
import org.parley.report.document.Document;
import org.parley.report.document.DocxWriter;
import org.parley.report.document.HtmlWriter;
import org.parley.report.document.MarkdownWriter;
import org.parley.report.document.Report;
import org.parley.report.document.Style;
import org.parley.report.document.TextWriter;
import org.parley.report.words.MemoHead;

/**
 * A redacted advice tells nothing of a channel in any form at any detail: neither name nor value of
 * a channel fact, no row that tests one or an answer that rests on one, no sentence of such a row,
 * and no event that bears on one. What rests on a channel is worked out here from the tables, apart
 * from the redaction.
 *
 * <p>Some words must stay. The advice itself may be a secret back-channel; tables have names such
 * as {@code need for secrecy}, which a page shows as columns and boxes whatever the case is; and
 * the same sentence may be said by a row that tests nothing secret.
 */
class RedactedFormsTest {
  private static final int SENTENCE = 20;
  private static final String TOLD = "posture|unofficial track|.* verdict|review within days";

  private static final KnowledgeBase BASE = KnowledgeBase.builtIn();
  private static final Redaction REDACTION = new Redaction(BASE);
  private static final Set<String> CHANNEL =
      BASE.vocabulary().facts().stream()
          .filter(f -> f.group().equals("channel"))
          .map(FactType::name)
          .collect(Collectors.toSet());
  private static TableAdvisor advisor;
  private static List<Case> history;

  @BeforeAll
  static void open() {
    advisor = TableAdvisor.of(BASE);
    history =
        ReadCases.of(BASE.vocabulary(), Path.of("cases")).cases().stream()
            .map(REDACTION::nameless)
            .toList();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  static List<String> cases() {
    return Stream.concat(
            EveryFormSaysTheSameTest.cases().stream().limit(14),
            Stream.of(
                "vietnam-war/VN-07",
                "vietnam-war/VN-09",
                "south-africa/SA-02",
                "northern-ireland/NI-01",
                "us-taliban/AF-03",
                "israel-plo/OS-03"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingOfAChannelIsTold(String name) {
    Case subject = new CaseFiles(BASE.vocabulary()).read(Path.of("cases", name + ".yaml"));
    TableAdvice advice = advisor.advise(REDACTION.nameless(subject));
    Set<String> secret = resting(advice);
    Set<String> ids = testing(secret);
    ids.addAll(telling(advice));
    Set<String> sentences = sentences(advice, ids);

    for (Detail detail : Detail.values()) {
      Report report =
          detail == Detail.SHORT
              ? AdviceReport.of(REDACTION.of(advice))
              : AdviceReport.of(Dossier.of(advice, history, BASE, REDACTION), detail);
      assertThat(leaks(Forms.of(report), subject, ids, sentences)).as(detail.name()).isEmpty();
    }
    Advice told = REDACTION.of(advice);
    Forms challenge = Forms.of(ChallengeReport.of(told, told.challenge(), true));
    assertThat(leaks(challenge, subject, ids, sentences)).as("challenge").isEmpty();
    Forms open = Forms.of(AdviceReport.of(Dossier.of(advice, List.of(), BASE), Detail.TRACE));
    assertThat(leaks(open, subject, ids, sentences)).hasSizeGreaterThan(100);
  }

  /** All cases, and the memo in each of its forms. */
  @Test
  void nothingOfAChannelIsToldInAMemo() throws IOException {
    for (Case subject : ReadCases.of(BASE.vocabulary(), Path.of("cases")).cases()) {
      TableAdvice advice = advisor.advise(REDACTION.nameless(subject));
      Set<String> ids = testing(resting(advice));
      ids.addAll(telling(advice));
      Document memo =
          MemoReport.of(
              REDACTION.of(advice), BASE.vocabulary(), new MemoHead("Desk", "Minister", "Secret"));
      String html = HtmlWriter.write(memo);
      Map<String, String> written =
          Map.of(
              "text", TextWriter.write(memo, Style.plain()).replaceAll("[│├└─▌]", " "),
              "Markdown", MarkdownWriter.write(memo).replaceAll("\\\\(\\p{Punct})", "$1"),
              "HTML", html.replaceAll("<[^<>]*>", " "),
              "Word", Word.text(DocxWriter.write(memo)));

      assertThat(leaks(written, html, subject, ids, sentences(advice, ids)))
          .as(subject.id())
          .isEmpty();
      assertThat(written.values())
          .allSatisfy(w -> assertThat(w.replaceAll("\\s+", " ")).contains(Redaction.NOTICE));
    }
  }

  private static List<String> leaks(
      Forms forms, Case subject, Set<String> ids, Set<String> sentences) {
    Map<String, String> written =
        Map.of(
            "text", forms.plainText(),
            "Markdown", forms.plainMarkdown(),
            "HTML", forms.html().replaceAll("<[^<>]*>", " "),
            "JSON", forms.json());
    return leaks(written, forms.html(), subject, ids, sentences);
  }

  private static List<String> leaks(
      Map<String, String> written,
      String html,
      Case subject,
      Set<String> ids,
      Set<String> sentences) {
    List<String> leaks = new ArrayList<>();
    written.forEach(
        (form, raw) -> {
          String words = raw.replaceAll("\\s+", " ");
          String where = " in " + form;
          Forms.rows(form.equals("HTML") ? html : words).stream()
              .filter(ids::contains)
              .forEach(id -> leaks.add("row " + id + where));
          Stream.concat(sentences.stream(), written(subject))
              .filter(words::contains)
              .forEach(sentence -> leaks.add("'" + sentence + "'" + where));
          CHANNEL.stream().filter(words::contains).forEach(fact -> leaks.add(fact + where));
          happenings(subject).stream()
              .filter(words.replaceAll("[^\\w-]+", " ").replace(" type ", " ")::contains)
              .forEach(event -> leaks.add(event + where));
        });
    return leaks;
  }

  /**
   * The channel facts, the decisions that a row that tests one has answered, and what rests on
   * these in turn, up to what an advice says by itself.
   */
  private static Set<String> resting(Advice advice) {
    Set<String> secret = new HashSet<>(CHANNEL);
    for (DecisionTrace decision : advice.trace()) {
      Set<String> ids = testing(secret);
      if (!decision.decision().matches(TOLD)
          && decision.rows().stream().anyMatch(r -> r.decided() && ids.contains(r.id()))) {
        secret.add(decision.decision());
      }
    }
    return secret;
  }

  /**
   * The ids of the rows that matched where the answer, left out, would be read off each of them.
   */
  private static Set<String> telling(Advice advice) {
    Set<String> secret = resting(advice);
    return advice.trace().stream()
        .filter(d -> !(d.result() instanceof List<?>))
        .filter(d -> secret.contains(d.decision()))
        .flatMap(d -> d.rows().stream())
        .map(FiredRow::id)
        .collect(Collectors.toSet());
  }

  /** The ids of all rows that test one of some facts and decisions. */
  private static Set<String> testing(Set<String> names) {
    Set<String> ids = new HashSet<>();
    for (Decision decision : BASE.decisions()) {
      for (Row row : decision.table().map(DecisionTable::rows).orElse(List.of())) {
        if (tested(decision, row).anyMatch(names::contains)) {
          ids.add(row.id());
        }
      }
    }
    return ids;
  }

  private static Stream<String> tested(Decision decision, Row row) {
    return IntStream.range(0, row.tests().size())
        .filter(i -> !row.tests().get(i).equals("-"))
        .mapToObj(i -> decision.decisionTable().inputs().get(i).expression());
  }

  /** What these rows say, in the tables and in the advice, and no other row says too. */
  private static Set<String> sentences(Advice advice, Set<String> ids) {
    Set<String> sentences = new TreeSet<>();
    Set<String> open = new HashSet<>();
    for (Decision decision : BASE.decisions()) {
      for (Row row : decision.table().map(DecisionTable::rows).orElse(List.of())) {
        Collection<String> says = ids.contains(row.id()) ? sentences : open;
        says.add(row.why());
        row.results().forEach(r -> says.add(r.replaceAll("^\"|\"$", "")));
      }
    }
    said(advice)
        .forEach(
            s -> (s.row().isEmpty() || !ids.contains(s.row()) ? open : sentences).add(s.text()));
    BASE.vocabulary().facts().stream()
        .filter(f -> CHANNEL.contains(f.name()))
        .forEach(f -> sentences.add(f.meaning()));
    sentences.removeAll(open);
    // what is chosen from a list, such as a track, is no sentence
    sentences.removeIf(s -> s.length() < SENTENCE || !s.endsWith("."));
    return sentences;
  }

  private static Stream<Said> said(Advice advice) {
    return Stream.of(
            advice.steps().stream(),
            advice.warnings().stream(),
            advice.footer().stream(),
            advice.runnerUp().arguments().stream(),
            advice.topics().stream().map(Topic::sentences).flatMap(List::stream))
        .flatMap(s -> s);
  }

  /** The days of the events on a channel, each with what happened, unless it is told of another. */
  private static Set<String> happenings(Case subject) {
    Set<String> secret = new TreeSet<>();
    Set<String> open = new HashSet<>();
    for (Event event : subject.events()) {
      boolean onChannel =
          "yes".equals(event.details().get("secret"))
              || "no".equals(event.details().get("public"))
              || BASE.vocabulary().event(event.type()).orElseThrow().facts().stream()
                  .anyMatch(CHANNEL::contains);
      (onChannel ? secret : open).add(event.date() + " " + event.type());
    }
    secret.removeAll(open);
    return secret;
  }

  /** What the author of the case wrote. */
  private static Stream<String> written(Case subject) {
    return Stream.concat(
            Stream.of(subject.title(), subject.summary()),
            Stream.concat(
                subject.facts().values().stream().flatMap(f -> Stream.of(f.why(), f.source())),
                subject.events().stream().map(Event::note)))
        .filter(w -> w.length() > SENTENCE);
  }
}

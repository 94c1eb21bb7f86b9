package org.parley.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.Case;
import org.parley.Problem;
import org.parley.casefile.CaseFiles;
import org.parley.decide.TableEngine;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeDraft;
import org.parley.knowledge.KnowledgeFiles;

/** A knowledge base of a few facts and decisions, with every kind of element: quick to load. */
public final class SmallBase {
  static final String MODEL = "dmn/small.dmn";
  static final String FINAL = "dmn/final.dmn";
  static final String VOCABULARY = "dmn/vocabulary.csv";
  static final String STATEMENTS = "dmn/statements.csv";
  static final String CHECKS = "dmn/checks.csv";
  static final String EVENTS = "rules/events.csv";
  static final String RULES = "rules/derive/small.drl";
  static final String CASE = "cases/small.yaml";

  /** The names of its files but for those of cases. */
  static final List<String> FILES =
      List.of(MODEL, FINAL, VOCABULARY, STATEMENTS, CHECKS, EVENTS, RULES);

  static final KnowledgeFiles KNOWLEDGE = knowledge();
  static final KnowledgeBase BASE = KnowledgeBase.of(KNOWLEDGE);
  static final Case SUBJECT =
      new CaseFiles(BASE.vocabulary()).read(CASE, text(CASE).getBytes(StandardCharsets.UTF_8));

  static final TableAdvisor ADVISOR = TableAdvisor.of(BASE);

  /** Its words with one model that says nothing: quickest to load. */
  static final KnowledgeFiles PLAIN = plain();

  static final KnowledgeBase PLAIN_BASE = KnowledgeBase.of(PLAIN);

  private SmallBase() {}

  private static KnowledgeFiles plain() {
    Map<String, byte[]> contents = new HashMap<>();
    KNOWLEDGE.names().stream()
        .filter(name -> !name.endsWith(".dmn"))
        .forEach(name -> contents.put(name, KNOWLEDGE.get(name).orElseThrow()));
    contents.put("dmn/plain.dmn", text("dmn/plain.dmn").getBytes(StandardCharsets.UTF_8));
    return KnowledgeFiles.of(contents);
  }

  private static KnowledgeFiles knowledge() {
    Map<String, byte[]> contents = new HashMap<>();
    FILES.forEach(name -> contents.put(name, text(name).getBytes(StandardCharsets.UTF_8)));
    return KnowledgeFiles.of(contents);
  }

  /** The content of one of its files. */
  static String text(String name) {
    return new String(bytes("/small/" + name), StandardCharsets.UTF_8);
  }

  /** A file that the tests come with, or the program. */
  static byte[] bytes(String resource) {
    try (InputStream in = SmallBase.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This base with another content of one of its files, or with one more. */
  static KnowledgeBase with(String name, byte[] content) {
    return BASE.changedTo(KNOWLEDGE.with(name, content));
  }

  /** The same of a base of the same words with next to no model. */
  static KnowledgeBase plainWith(String name, byte[] content) {
    return PLAIN_BASE.changedTo(PLAIN.with(name, content));
  }

  /** Reads what the check is told to leave out. */
  static void readSettings(byte[] content) {
    List<Problem> problems = new ArrayList<>();
    KnowledgeDraft.of(PLAIN.with(CHECKS, content)).settings(problems);
    problems.forEach(Only::check);
  }

  /** Asks all decisions of a base, the fast way and with the engine. */
  static void ask(KnowledgeBase base) {
    TableEngine.of(base).evaluate(Map.of("season", "winter", "months", "3"));
  }

  /** Asks an advisor on another version of this base for all that an advice says. */
  static void advise(KnowledgeBase base) {
    TableAdvisor advisor = ADVISOR.changedTo(base);
    advisor.advise(SUBJECT).topics();
  }
}

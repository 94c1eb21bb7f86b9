package org.parley.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.Place;
import org.parley.Problem;

/**
 * A knowledge base as far as it can be read, with all that keeps it from being used: what a check
 * goes over. Immutable; its rules are read and never run.
 */
public final class KnowledgeDraft {
  private final KnowledgeFiles files;
  private final Vocabulary vocabulary;
  private final Map<String, Statement> statements;
  private final List<DraftModel> models;
  private final RuleFiles rules;
  private final List<Problem> problems;
  private final boolean whole;
  private final Map<String, Map<String, Integer>> lines = new HashMap<>();
  private final PlainModel plain;
  private final KnowledgeBase base;
  private final List<KnowledgeDraft> parts;
  private final Problem clash;

  /**
   * @param whole whether all models and the vocabulary could be read
   * @param plain what there is to know of models by themselves, or {@code null} for others
   * @param base the knowledge base, or {@code null} where problems keep it from being used
   */
  KnowledgeDraft(
      KnowledgeFiles files,
      Vocabulary vocabulary,
      Map<String, Statement> statements,
      List<ModelFile> models,
      RuleFiles rules,
      List<Problem> problems,
      boolean whole,
      PlainModel plain,
      KnowledgeBase base) {
    this.files = files;
    this.vocabulary = vocabulary;
    this.statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    this.models = models.stream().map(DraftReader::read).toList();
    this.rules = rules;
    this.problems = List.copyOf(problems);
    this.whole = whole;
    this.plain = plain;
    this.base = base;
    this.parts = List.of();
    this.clash = null;
  }

  private KnowledgeDraft(KnowledgeDraft whole, List<KnowledgeDraft> parts, Problem clash) {
    this.files = whole.files;
    this.vocabulary = whole.vocabulary;
    this.statements = whole.statements;
    this.models = whole.models;
    this.rules = whole.rules;
    this.problems = whole.problems;
    this.whole = whole.whole;
    this.plain = whole.plain;
    this.base = whole.base;
    this.parts = List.copyOf(parts);
    this.clash = clash;
  }

  /**
   * The same as models that are read each by itself.
   *
   * @param clash why, or {@code null} where they are not
   */
  KnowledgeDraft apart(List<KnowledgeDraft> parts, Problem clash) {
    return new KnowledgeDraft(this, parts, clash);
  }

  /**
   * Models by themselves that cannot be read as one, each with those that it reads; empty where all
   * are read as one.
   */
  public List<KnowledgeDraft> parts() {
    return parts;
  }

  /** Why they cannot be read as one; empty where they are. */
  public Optional<Problem> clash() {
    return Optional.ofNullable(clash);
  }

  /** Reads what can be read of some files. */
  public static KnowledgeDraft of(KnowledgeFiles files) {
    return new KnowledgeReader(files, null).draft();
  }

  /** The facts and event types. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The statements of the sources, by id. */
  public Map<String, Statement> statements() {
    return statements;
  }

  /** The models that are XML of some version of DMN, in the order of their files. */
  public List<DraftModel> models() {
    return models;
  }

  /** The rules, which do not run. */
  public RuleFiles rules() {
    return rules;
  }

  /** What keeps it from being used; empty where nothing does. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Whether all models and the vocabulary could be read; where not, nobody knows what is missing.
   */
  public boolean isWhole() {
    return whole;
  }

  /** What there is to know of models by themselves; empty for a knowledge base. */
  public Optional<PlainModel> plain() {
    return Optional.ofNullable(plain);
  }

  /** The knowledge base; empty where problems keep it from being used. */
  public Optional<KnowledgeBase> base() {
    return Optional.ofNullable(base);
  }

  /** All decisions, in the order of their files. */
  public List<DraftDecision> decisions() {
    return models.stream().flatMap(m -> m.decisions().stream()).toList();
  }

  /** The decisions that are tables. */
  public List<DraftDecision> tables() {
    return decisions().stream().filter(d -> d.table().isPresent()).toList();
  }

  /** Where a fact stands. */
  public Place place(FactType fact) {
    return place(VocabularyReader.FACTS, "name", fact.name());
  }

  /** Where a statement stands. */
  public Place place(Statement statement) {
    return place(VocabularyReader.STATEMENTS, "id", statement.id());
  }

  private Place place(String file, String column, String word) {
    return Place.entry(file, lines(file, column).getOrDefault(word, 0), word);
  }

  /** Where each line of a plain file stands, by the word in its first column of that name. */
  private synchronized Map<String, Integer> lines(String file, String column) {
    return lines.computeIfAbsent(
        file,
        f -> {
          Map<String, Integer> found = new HashMap<>();
          files
              .get(f)
              .ifPresent(
                  content ->
                      new CsvFile(f, new ArrayList<>())
                          .read(content, List.of(column))
                          .forEach(l -> found.putIfAbsent(l.get(column), l.number())));
          return found;
        });
  }

  /**
   * The checks that are turned off, and the limits that are set.
   *
   * @param problems takes what is wrong with the file that says so
   */
  public List<CheckSetting> settings(List<Problem> problems) {
    byte[] content = files.get(CheckSetting.FILE).orElse(null);
    if (content == null) {
      return List.of();
    }
    return new CsvFile(CheckSetting.FILE, problems)
        .read(content, List.of("check", "where", "why")).stream()
            .map(
                l ->
                    new CheckSetting(
                        l.number(), l.get("check"), l.get("where"), l.get("limit"), l.get("why")))
            .toList();
  }
}

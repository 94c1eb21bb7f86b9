package org.parley.knowledge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.Problem;
import org.w3c.dom.Document;

/** Everything that advice rests on, read, checked and linked. Immutable. */
public final class KnowledgeBase {
  /** Holds the hash of a knowledge base that the build has found safe and valid. */
  static final String VERIFIED = "verified";

  private final Vocabulary vocabulary;
  private final Map<String, Statement> statements;
  private final LinkedModel linked;
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Map<String, byte[]> models;
  private final RuleFiles rules;
  private final String version;
  private final String tableVersion;

  private KnowledgeBase(
      Vocabulary vocabulary,
      Map<String, Statement> statements,
      LinkedModel linked,
      Map<String, byte[]> models,
      RuleFiles rules,
      String version,
      String tableVersion) {
    this.vocabulary = vocabulary;
    this.statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    this.linked = linked;
    linked.decisions().forEach(d -> decisions.put(d.name(), d));
    this.models = models;
    this.rules = rules;
    this.version = version;
    this.tableVersion = tableVersion;
  }

  /** The one that comes with the library; its rules run. */
  public static KnowledgeBase builtIn() {
    return read(KnowledgeFiles.builtIn(), true);
  }

  /**
   * The one of a folder with {@code dmn/} and {@code rules/}.
   *
   * @throws ParleyException if it is unsafe, ambiguous or malformed; it lists all problems
   */
  public static KnowledgeBase load(Path folder, LoadOption... options) {
    boolean trusted = Arrays.asList(options).contains(LoadOption.TRUST_RULES);
    return read(KnowledgeFiles.of(folder), trusted);
  }

  /** The facts and event types. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The statements of the sources, by id. */
  public Map<String, Statement> statements() {
    return statements;
  }

  /** The decisions, each behind those it reads. */
  public List<Decision> decisions() {
    return linked.decisions();
  }

  /** A decision by name. */
  public Optional<Decision> decision(String name) {
    return Optional.ofNullable(decisions.get(name));
  }

  /** All models as one ordinary DMN model. */
  public String linkedDmn() {
    return linked.dmn();
  }

  /** The drawings of the models, in the order of their files; read anew each time. */
  public List<Diagram> diagrams() {
    return models.entrySet().stream()
        .flatMap(m -> DiagramReader.read(m.getKey(), m.getValue()).stream())
        .toList();
  }

  /** The rules. */
  public RuleFiles rules() {
    return rules;
  }

  /** SHA-256 of the content. */
  public String version() {
    return version;
  }

  /** SHA-256 of what the decisions depend on: models and vocabulary. */
  public String tableVersion() {
    return tableVersion;
  }

  private static KnowledgeBase read(KnowledgeFiles files, boolean trusted) {
    List<Problem> problems = new ArrayList<>();
    String version = files.hash(name -> true);
    VocabularyReader reader = new VocabularyReader(files, problems);
    Vocabulary vocabulary = reader.vocabulary();
    Map<String, Statement> statements = reader.statements();
    List<ModelFile> models = readModels(files, isVerified(version), problems);
    LinkedModel linked =
        vocabulary.facts().isEmpty() || models.isEmpty()
            ? null
            : new Linker(models, vocabulary, problems).link().orElse(null);
    if (!problems.isEmpty() || linked == null) {
      throw new ParleyException(
          problems.isEmpty() ? List.of(Problem.in("dmn/", "no model (*.dmn) here")) : problems);
    }
    return new KnowledgeBase(
        vocabulary,
        statements,
        linked,
        files.endingWith(".dmn"),
        rules(files, trusted),
        version,
        files.hash(name -> name.startsWith("dmn/")));
  }

  private static List<ModelFile> readModels(
      KnowledgeFiles files, boolean verified, List<Problem> problems) {
    List<ModelFile> models = new ArrayList<>();
    SchemaCheck schema = new SchemaCheck(problems);
    SafetyCheck safety = new SafetyCheck(problems);
    files
        .endingWith(".dmn")
        .forEach(
            (name, content) -> {
              ModelFile model = readModel(name, content, problems);
              if (model != null && !verified) {
                schema.check(model, content);
                safety.check(model);
              }
              if (model != null) {
                models.add(model);
              }
            });
    return models;
  }

  private static ModelFile readModel(String name, byte[] content, List<Problem> problems) {
    try {
      Document document = XmlReader.read(name, content);
      String namespace = String.valueOf(document.getDocumentElement().getNamespaceURI());
      Optional<DmnVersion> version = DmnVersion.ofNamespace(namespace);
      if (version.isEmpty()) {
        problems.add(
            Problem.in(
                name, "not a DMN model of version 1.2 to 1.6: its namespace is " + namespace));
        return null;
      }
      return new ModelFile(name, version.get(), document);
    } catch (XmlReader.Refused e) {
      problems.add(e.problem());
      return null;
    }
  }

  private static boolean isVerified(String version) {
    return ShippedFiles.read(VERIFIED)
        .map(content -> new String(content, StandardCharsets.UTF_8).strip().equals(version))
        .orElse(false);
  }

  private static RuleFiles rules(KnowledgeFiles files, boolean trusted) {
    Map<String, String> sources = new LinkedHashMap<>();
    files
        .endingWith(".drl")
        .forEach((name, text) -> sources.put(name, new String(text, StandardCharsets.UTF_8)));
    return new RuleFiles(sources, files.hash(name -> name.endsWith(".drl")), trusted);
  }
}

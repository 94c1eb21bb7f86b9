package org.parley.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.Problem;

/** Everything that advice rests on, read, checked and linked. Immutable. */
public final class KnowledgeBase {
  /** The rows that are gone, and those that stand for them now. */
  public static final String FORMER_ROWS = "dmn/former-rows.csv";

  private static final Set<String> BESIDE_THE_TABLES =
      Set.of(
          CheckSetting.FILE,
          Principle.FILE,
          FORMER_ROWS,
          PartyNames.FILE,
          "dmn/forbidden.csv",
          "dmn/stances.csv");

  static {
    LibraryLog.find();
  }

  private final Vocabulary vocabulary;
  private final Map<String, Statement> statements;
  private final List<Principle> principles;
  private final Map<String, String> partyNames;
  private final LinkedModel linked;
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final KnowledgeFiles files;
  private final List<ModelFile> models;
  private final RuleFiles rules;
  // of models by themselves; else null
  private final PlainModel plain;
  // of models by themselves that are read each by itself, and why; else none, and null
  private final List<KnowledgeBase> parts;
  private final Problem clash;
  private final Map<String, String> ownNames = new HashMap<>();
  private final String version;
  private final String tableVersion;

  KnowledgeBase(
      KnowledgeFiles files,
      Vocabulary vocabulary,
      Map<String, Statement> statements,
      List<Principle> principles,
      Map<String, String> partyNames,
      List<ModelFile> models,
      LinkedModel linked,
      RuleFiles rules) {
    this(
        files,
        vocabulary,
        statements,
        principles,
        partyNames,
        models,
        linked,
        rules,
        null,
        List.of(),
        null);
  }

  private KnowledgeBase(
      KnowledgeFiles files,
      Vocabulary vocabulary,
      Map<String, Statement> statements,
      List<Principle> principles,
      Map<String, String> partyNames,
      List<ModelFile> models,
      LinkedModel linked,
      RuleFiles rules,
      PlainModel plain,
      List<KnowledgeBase> parts,
      Problem clash) {
    this.files = files;
    this.parts = List.copyOf(parts);
    this.clash = clash;
    this.vocabulary = clash == null ? vocabulary : PlainNames.facts(parts);
    this.statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    this.principles = List.copyOf(principles);
    this.partyNames = Map.copyOf(partyNames);
    this.models = List.copyOf(models);
    this.linked = linked;
    if (clash == null) {
      linked.decisions().forEach(d -> decisions.put(d.name(), d));
    } else {
      PlainNames.decisions(parts)
          .forEach(
              (decision, own) -> {
                decisions.put(decision.name(), decision);
                ownNames.put(decision.name(), own.name());
              });
    }
    this.rules = rules;
    this.plain = plain;
    this.version = files.version();
    this.tableVersion =
        files.hash(
            name ->
                (plain != null || name.startsWith("dmn/")) && !BESIDE_THE_TABLES.contains(name));
  }

  /** One of models by themselves. */
  static KnowledgeBase plain(
      KnowledgeFiles files,
      Vocabulary vocabulary,
      List<ModelFile> models,
      LinkedModel linked,
      RuleFiles rules,
      PlainModel plain) {
    return new KnowledgeBase(
        files,
        vocabulary,
        Map.of(),
        List.of(),
        Map.of(),
        models,
        linked,
        rules,
        plain,
        List.of(),
        null);
  }

  /** One of models by themselves that are read each by itself. */
  static KnowledgeBase plain(
      KnowledgeFiles files,
      List<ModelFile> models,
      RuleFiles rules,
      PlainModel plain,
      List<KnowledgeBase> parts,
      Problem clash) {
    return new KnowledgeBase(
        files,
        Vocabulary.EMPTY,
        Map.of(),
        List.of(),
        Map.of(),
        models,
        null,
        rules,
        plain,
        parts,
        clash);
  }

  /** The one that comes with the library; its rules run. */
  public static KnowledgeBase builtIn() {
    return of(KnowledgeFiles.builtIn(), LoadOption.TRUST_RULES);
  }

  /**
   * The one of a folder with {@code dmn/} and {@code rules/}.
   *
   * @throws ParleyException if it is unsafe, ambiguous or malformed; it lists all problems
   */
  public static KnowledgeBase load(Path folder, LoadOption... options) {
    return of(KnowledgeFiles.of(folder), options);
  }

  /**
   * The one of some files.
   *
   * @throws ParleyException if it is unsafe, ambiguous or malformed; it lists all problems
   */
  public static KnowledgeBase of(KnowledgeFiles files, LoadOption... options) {
    return new KnowledgeReader(files, null).read(trusts(options));
  }

  /**
   * The one of other files, most of which are the same as here: what is the same is not read again.
   *
   * @throws ParleyException if it is unsafe, ambiguous or malformed; it lists all problems
   */
  public KnowledgeBase changedTo(KnowledgeFiles files, LoadOption... options) {
    return new KnowledgeReader(files, this).read(trusts(options));
  }

  /** The same; its rules are trusted as they are here. */
  public KnowledgeBase withFiles(KnowledgeFiles files) {
    return new KnowledgeReader(files, this).read(rules.run());
  }

  private static boolean trusts(LoadOption... options) {
    return Arrays.asList(options).contains(LoadOption.TRUST_RULES);
  }

  /**
   * What there is to know of models by themselves, which have no vocabulary, no statements, no
   * rules, no cases and no posture; empty for a knowledge base.
   */
  public Optional<PlainModel> plain() {
    return Optional.ofNullable(plain);
  }

  /**
   * Whether it is of models by themselves that are read each by itself, since two of them have one
   * name for different things; such names stand behind that of their model, as in {@code loan:
   * Rate}.
   */
  public boolean isSplit() {
    return clash != null;
  }

  /** What one of its files is read with: the whole, or its part where models are read apart. */
  public KnowledgeBase part(String file) {
    return parts.stream().filter(p -> p.files().names().contains(file)).findFirst().orElse(this);
  }

  /** What the file of a decision calls it. */
  public String ownName(Decision decision) {
    return ownNames.getOrDefault(decision.name(), decision.name());
  }

  /** The files that it was read from. */
  public KnowledgeFiles files() {
    return files;
  }

  /** The facts and event types. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The statements of the sources, by id. */
  public Map<String, Statement> statements() {
    return statements;
  }

  /** What must hold in every possible case, in the order of the file; empty where there is none. */
  public List<Principle> principles() {
    return principles;
  }

  /** What sentences say for the name of a party, where that is not the name itself. */
  public Map<String, String> partyNames() {
    return partyNames;
  }

  /** The decisions, each behind those it reads. */
  public List<Decision> decisions() {
    return List.copyOf(decisions.values());
  }

  /** A decision by name. */
  public Optional<Decision> decision(String name) {
    return Optional.ofNullable(decisions.get(name));
  }

  /** Some decisions and all that they rest on, each behind those it reads. */
  public List<Decision> behind(Collection<String> names) {
    Set<String> read = new HashSet<>(names);
    List<Decision> behind = new ArrayList<>();
    for (int i = decisions().size() - 1; i >= 0; i--) {
      Decision decision = decisions().get(i);
      if (read.contains(decision.name())) {
        read.addAll(decision.decisions());
        behind.add(0, decision);
      }
    }
    return behind;
  }

  /** All models as one ordinary DMN model. */
  public String linkedDmn() {
    if (clash != null) {
      throw new ParleyException(
          new Problem(
              clash.place(),
              clash.message() + ": models with one name for two things cannot be one model",
              clash.kind()));
    }
    if (plain != null && !plain.linkable()) {
      throw new ParleyException(
          plain.unread().stream()
              .filter(p -> p.kind() == Problem.Kind.MODEL_IMPORT)
              .map(p -> new Problem(p.place(), "what a model imports is not linked", p.kind()))
              .toList());
    }
    return linked.dmn();
  }

  /**
   * Some decisions as one ordinary DMN model, in which other decisions that they read are input
   * data. Where they call functions or services of the models it is the whole.
   */
  public String linkedDmn(Set<String> decisions) {
    return linked.dmn(decisions);
  }

  /**
   * A digest of what a decision does, for the same values of what it reads: equal where only prose,
   * ids or other decisions differ.
   */
  public String fingerprint(Decision decision) {
    return part(decision.file()).linked.fingerprint(ownName(decision));
  }

  /**
   * A digest of what a decision does but for the rows of its table: equal where only rows differ,
   * and those are written in the same way.
   */
  public String frame(Decision decision) {
    return part(decision.file()).linked.frame(ownName(decision));
  }

  /** The drawings of the models, in the order of their files; read anew each time. */
  public List<Diagram> diagrams() {
    return files.endingWith(".dmn").entrySet().stream()
        .flatMap(m -> DiagramReader.read(m.getKey(), m.getValue()).stream())
        .toList();
  }

  /**
   * The rows that are gone, each with the ids of those that rest on the same statements now; read
   * anew each time.
   */
  public Map<String, List<String>> formerRows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    files
        .get(FORMER_ROWS)
        .map(content -> new CsvFile(FORMER_ROWS, new ArrayList<>()).read(content, List.of("row")))
        .ifPresent(lines -> lines.forEach(l -> rows.put(l.get("row"), l.words("now"))));
    return rows;
  }

  List<ModelFile> models() {
    return models;
  }

  /** SHA-256 of each model's content. */
  List<String> modelDigests() {
    return models.stream().map(ModelFile::digest).toList();
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
}

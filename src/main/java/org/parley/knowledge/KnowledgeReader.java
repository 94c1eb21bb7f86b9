package org.parley.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.Shown;

/** Reads the files of a knowledge base and links them; collects all problems. */
final class KnowledgeReader {
  /** Lists the digests of models that the build has found safe and valid. */
  static final String VERIFIED = "verified";

  /** Part of every namespace of DMN, of whatever version. */
  private static final String DMN = "omg.org/spec/DMN";

  private final KnowledgeFiles files;
  // an earlier version, or null
  private final KnowledgeBase earlier;
  private final Set<String> verified = new HashSet<>();
  private final BoundedXml bounds = new BoundedXml(Limit.MODEL_ELEMENTS);
  private final List<Problem> problems = new ArrayList<>();
  private final List<ModelFile> models = new ArrayList<>();
  // of models by themselves
  private final SafetyCheck.Aside aside;
  private final Map<String, Set<String>> wholeNumbers = new HashMap<>();
  private PlainModel plain;
  private Problem clash;
  // of models that are read each by itself
  private final List<KnowledgeDraft> parts = new ArrayList<>();
  private Vocabulary vocabulary;
  private Map<String, Statement> statements;
  // whether all models and the vocabulary could be read
  private boolean whole;

  /**
   * @param earlier another version, of which what is the same is not read again; or {@code null}
   */
  KnowledgeReader(KnowledgeFiles files, KnowledgeBase earlier) {
    this.files = files;
    // what is not analysed must be said of every version
    this.earlier = files.arePlain() ? null : earlier;
    this.aside =
        files.arePlain() ? new SafetyCheck.Aside(new ArrayList<>(), new ArrayList<>()) : null;
    ShippedFiles.read(VERIFIED)
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .ifPresent(digests -> digests.lines().forEach(verified::add));
  }

  /**
   * Reads.
   *
   * @param trusted whether its rules may run
   * @throws ParleyException if it is unsafe, ambiguous or malformed; it lists all problems
   */
  KnowledgeBase read(boolean trusted) {
    KnowledgeBase base = base(rules(trusted));
    ParleyException.throwIfAny(problems);
    return base;
  }

  /** Reads what can be read; no rule of it runs. */
  KnowledgeDraft draft() {
    RuleFiles rules = rules(false);
    KnowledgeBase base = base(rules);
    return draft(files, models, vocabulary, problems, plain, rules, base).apart(parts, clash);
  }

  private KnowledgeDraft draft(
      KnowledgeFiles files,
      List<ModelFile> models,
      Vocabulary vocabulary,
      List<Problem> problems,
      PlainModel plain,
      RuleFiles rules,
      KnowledgeBase base) {
    return new KnowledgeDraft(
        files, vocabulary, statements, models, rules, problems, whole, plain, base);
  }

  /** The whole, or {@code null} where problems keep it from being used. */
  private KnowledgeBase base(RuleFiles rules) {
    if (files.arePlain()) {
      return plain(rules);
    }
    VocabularyReader reader = new VocabularyReader(files, problems);
    vocabulary =
        isAsBefore(VocabularyReader.FACTS) && isAsBefore(VocabularyReader.EVENTS)
            ? earlier.vocabulary()
            : reader.vocabulary();
    whole = problems.isEmpty();
    statements =
        isAsBefore(VocabularyReader.STATEMENTS) ? earlier.statements() : reader.statements();
    readModels();
    whole &= models.size() == files.endingWith(".dmn").size();
    Optional<LinkedModel> linked =
        vocabulary.facts().isEmpty() || models.isEmpty()
            ? Optional.empty()
            : new Linker(models, vocabulary, whole, isProved(), aside, problems).link();
    if (problems.isEmpty() && linked.isEmpty()) {
      problems.add(Problem.in("dmn/", "no model (*.dmn) here").as(Problem.Kind.MALFORMED_MODEL));
    }
    List<Principle> principles =
        linked.filter(l -> problems.isEmpty()).map(this::principles).orElse(List.of());
    Map<String, String> names =
        files
            .get(PartyNames.FILE)
            .map(content -> PartyNames.read(content, new CsvFile(PartyNames.FILE, problems)))
            .orElse(Map.of());
    return linked
        .filter(l -> problems.isEmpty())
        .map(
            l ->
                new KnowledgeBase(
                    files, vocabulary, statements, principles, names, models, l, rules))
        .orElse(null);
  }

  /** Models by themselves: their vocabulary is what they say of their input data. */
  private KnowledgeBase plain(RuleFiles rules) {
    statements = Map.of();
    readModels();
    whole = models.size() == files.names().size();
    List<Problem> before = List.copyOf(problems);
    ModelGroups groups = new ModelGroups(models, whole);
    groups.groups().forEach(g -> problems.addAll(g.problems()));
    if (groups.clash().isEmpty()) {
      ModelGroups.Group all = groups.groups().get(0);
      vocabulary = new PlainReader(models).vocabulary();
      plain = plainModel(all);
      return problems.isEmpty()
          ? KnowledgeBase.plain(files, vocabulary, models, all.linked(), rules, plain)
          : null;
    }
    clash = groups.clash().get();
    for (ModelGroups.Group group : groups.groups()) {
      List<Problem> found = new ArrayList<>(before);
      found.removeIf(p -> !group.files().contains(p.file()));
      found.addAll(group.problems());
      parts.add(part(group, found, rules));
    }
    Set<String> read = models.stream().map(ModelFile::file).collect(Collectors.toSet());
    List<Problem> unreadable = before.stream().filter(p -> !read.contains(p.file())).toList();
    if (!unreadable.isEmpty()) {
      Set<String> names = unreadable.stream().map(Problem::file).collect(Collectors.toSet());
      ModelGroups.Group none = new ModelGroups.Group(List.of(), null, List.of(), List.of());
      parts.add(
          draft(
              files.only(names),
              List.of(),
              Vocabulary.EMPTY,
              unreadable,
              plainModel(none),
              rules,
              null));
    }
    vocabulary = Vocabulary.EMPTY;
    plain = new PlainModel(Map.of(), Set.of(), Set.of(), aside.doubts(), aside.unread(), false);
    return problems.isEmpty()
        ? KnowledgeBase.plain(
            files,
            models,
            rules,
            plain,
            parts.stream().map(p -> p.base().orElseThrow()).toList(),
            clash)
        : null;
  }

  private KnowledgeDraft part(ModelGroups.Group group, List<Problem> found, RuleFiles rules) {
    KnowledgeFiles own = files.only(group.files());
    Vocabulary words = new PlainReader(group.models()).vocabulary();
    PlainModel said = plainModel(group);
    KnowledgeBase base =
        found.isEmpty()
            ? KnowledgeBase.plain(own, words, group.models(), group.linked(), rules, said)
            : null;
    return draft(own, group.models(), words, found, said, rules, base);
  }

  private PlainModel plainModel(ModelGroups.Group group) {
    Set<String> of = group.files();
    List<Problem> unread = new ArrayList<>(aside.unread());
    unread.addAll(group.unread());
    unread.removeIf(p -> !of.contains(p.file()));
    return new PlainReader(group.models())
        .model(
            of.stream()
                .flatMap(f -> wholeNumbers.getOrDefault(f, Set.of()).stream())
                .collect(Collectors.toSet()),
            aside.doubts().stream().filter(p -> of.contains(p.file())).toList(),
            unread);
  }

  private List<Principle> principles(LinkedModel linked) {
    CsvFile csv = new CsvFile(Principle.FILE, problems);
    return files
        .get(Principle.FILE)
        .map(new PrincipleReader(vocabulary, linked.decisions(), statements, csv)::read)
        .orElse(List.of());
  }

  /** Whether the build, or an earlier version, has proved the whole. */
  private boolean isProved() {
    return models.stream().allMatch(m -> verified.contains(m.digest()))
        || (earlier != null && earlier.models().equals(models));
  }

  /** Whether a file has the same content as in the earlier version. */
  private boolean isAsBefore(String name) {
    return earlier != null
        && files.names().contains(name)
        && earlier.files().names().contains(name)
        && files.digest(name).equals(earlier.files().digest(name));
  }

  private void readModels() {
    Map<String, ModelFile> known = new HashMap<>();
    if (earlier != null) {
      earlier.models().forEach(m -> known.put(m.file(), m));
    }
    known.keySet().removeIf(name -> !isAsBefore(name));
    // this takes longest of all
    List<ReadModel> read =
        files.endingWith(".dmn").entrySet().parallelStream()
            .map(
                e ->
                    known.containsKey(e.getKey())
                        ? new ReadModel(known.get(e.getKey()), null)
                        : readModel(e.getKey(), e.getValue()))
            .toList();
    for (ReadModel r : read) {
      if (r.problem() == null) {
        models.add(r.model());
      } else if (r.problem().message().equals(Limit.MODEL_ELEMENTS.exceeded())) {
        // each file behind it is one too many as well, and what was read would take long to link
        throw new ParleyException(r.problem());
      } else {
        problems.add(r.problem());
      }
    }
    verify(
        models.stream()
            .filter(m -> !verified.contains(m.digest()) && !known.containsValue(m))
            .toList());
  }

  /** Checks models that nobody has checked before; both checks take their time, so side by side. */
  private void verify(List<ModelFile> models) {
    List<ModelFile> doubtful = models.stream().filter(m -> !isStillValid(m)).toList();
    CompletableFuture<Map<ModelFile, List<Problem>>> invalid =
        doubtful.isEmpty()
            ? CompletableFuture.completedFuture(Map.of())
            : CompletableFuture.supplyAsync(() -> invalid(doubtful));
    Map<ModelFile, List<Problem>> unsafe = new HashMap<>();
    for (ModelFile model : models) {
      List<Problem> found = new ArrayList<>();
      new SafetyCheck(model, found, aside).check();
      unsafe.put(model, found);
    }
    for (ModelFile model : models) {
      problems.addAll(invalid.join().getOrDefault(model, List.of()));
      problems.addAll(unsafe.get(model));
    }
  }

  /** Whether a model differs from one that is valid in a way that cannot make it invalid. */
  private boolean isStillValid(ModelFile model) {
    String name = model.file();
    Optional<byte[]> valid =
        earlier != null && earlier.models().stream().anyMatch(m -> m.file().equals(name))
            ? earlier.files().get(name)
            : ShippedFiles.read(name).filter(r -> verified.contains(Digests.hex(r)));
    return valid
        .filter(v -> SchemaCheck.differInTexts(v, files.get(name).orElseThrow()))
        .isPresent();
  }

  private Map<ModelFile, List<Problem>> invalid(List<ModelFile> models) {
    Map<ModelFile, List<Problem>> invalid = new HashMap<>();
    SchemaCheck check = new SchemaCheck();
    for (ModelFile model : models) {
      invalid.put(model, check.problems(model, files.get(model.file()).orElseThrow()));
    }
    return invalid;
  }

  /**
   * A file with a model.
   *
   * @param model {@code null} where a problem keeps it from being read
   */
  private record ReadModel(ModelFile model, Problem problem) {}

  private ReadModel readModel(String name, byte[] content) {
    try {
      ModelElement definitions = ModelElement.read(name, content, bounds);
      String namespace = definitions.namespace();
      DmnVersion version =
          DmnVersion.ofNamespace(namespace)
              .orElseThrow(
                  () ->
                      new ParleyException(
                          Problem.in(name, otherVersion(namespace))
                              .as(Problem.Kind.MALFORMED_MODEL)));
      return new ReadModel(model(name, version, definitions), null);
    } catch (ParleyException e) {
      return new ReadModel(null, e.problems().get(0).as(Problem.Kind.MALFORMED_MODEL));
    }
  }

  private ModelFile model(String name, DmnVersion version, ModelElement definitions) {
    if (!files.arePlain()) {
      return new ModelFile(name, files.digest(name), version, definitions);
    }
    Completion.Completed completed = Completion.of(name, definitions);
    synchronized (aside) {
      wholeNumbers.put(name, completed.whole());
      aside.unread().addAll(completed.notes());
    }
    return new ModelFile(name, files.digest(name), version, completed.definitions());
  }

  private static String otherVersion(String namespace) {
    if (namespace.contains("/DMN/2015")) {
      return "a model of DMN 1.1, and 1.2 to 1.6 are read: open it in Camunda Modeler, which offers"
          + " to bring it to DMN 1.3, and save it";
    }
    return "not a DMN model of version 1.2 to 1.6"
        + (namespace.contains(DMN) ? ": its namespace is " + Shown.piece(namespace) : "");
  }

  private RuleFiles rules(boolean trusted) {
    Map<String, String> sources = new LinkedHashMap<>();
    files
        .endingWith(".drl")
        .forEach((name, text) -> sources.put(name, new String(text, StandardCharsets.UTF_8)));
    return new RuleFiles(sources, files.hash(name -> name.endsWith(".drl")), trusted);
  }
}

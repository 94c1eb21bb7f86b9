package org.parley.author.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.Case;
import org.parley.Fact;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.author.history.FileChange;
import org.parley.author.save.ModelText;
import org.parley.author.save.ModelWords;
import org.parley.author.save.PlainTable;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Decision;
import org.parley.knowledge.FactType;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Nearest;

/** The files of a knowledge base and its cases while words in them change. */
final class WordDraft {
  static final String VOCABULARY = "dmn/vocabulary.csv";
  static final String PRINCIPLES = "dmn/principles.csv";
  static final String STATEMENTS = "dmn/statements.csv";
  static final String CHECKS = "dmn/checks.csv";
  static final String EVENTS = "rules/events.csv";
  static final String NAME = "name";
  static final String VALUES = "values";

  private static final int MOST_NAMED = 8;
  private static final Pattern DERIVES = Pattern.compile("@derives\\(\"([^\"]*)\"");

  private final KnowledgeBase base;
  private final Map<String, byte[]> casesBefore;
  private final Map<String, byte[]> cases;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> todo = new LinkedHashSet<>();
  private KnowledgeFiles files;

  /**
   * @param cases the case files by name, such as {@code cases/a.yaml}
   */
  WordDraft(KnowledgeBase base, Map<String, byte[]> cases) {
    this.base = base;
    this.files = base.files();
    this.casesBefore = cases;
    this.cases = new TreeMap<>(cases);
  }

  KnowledgeBase base() {
    return base;
  }

  KnowledgeFiles files() {
    return files;
  }

  void files(KnowledgeFiles changed) {
    files = changed;
  }

  void note(String note) {
    notes.add(note);
  }

  void todo(String what) {
    todo.add(what);
  }

  /** A fact of the vocabulary. */
  FactType fact(String name) {
    return base.vocabulary()
        .fact(name)
        .orElseThrow(
            () ->
                new ParleyException(
                    "there is no fact '%s'%s"
                        .formatted(name, Nearest.hint(name, base.vocabulary().factNames()))));
  }

  /** All names that stand in models. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(base.vocabulary().factNames());
    base.decisions().stream().map(Decision::name).forEach(names::add);
    return names;
  }

  Collection<String> facts() {
    return base.vocabulary().factNames();
  }

  /** The models as they are by now. */
  List<ModelText> models() {
    return files.names().stream()
        .filter(n -> n.endsWith(".dmn"))
        .map(n -> ModelText.read(n, files.get(n).orElseThrow()))
        .toList();
  }

  List<ModelWords> words() {
    return models().stream().map(ModelWords::new).toList();
  }

  /** Changes every model. */
  void models(UnaryOperator<ModelText> change) {
    for (ModelText model : models()) {
      files = files.with(model.file(), change.apply(model).bytes());
    }
  }

  void model(ModelText changed) {
    files = files.with(changed.file(), changed.bytes());
  }

  /** A plain table as it is by now; {@code null} where there is none. */
  PlainTable table(String file) {
    return files.get(file).map(content -> PlainTable.read(file, content)).orElse(null);
  }

  void table(String file, PlainTable changed) {
    files = files.with(file, changed.bytes());
  }

  /** Changes the cells of a column of a plain table, where there is such a file. */
  void cells(String file, String column, UnaryOperator<String> change) {
    cells(file, column, (record, cell) -> change.apply(cell));
  }

  /**
   * Changes the cells of a column of a plain table, where there is such a file.
   *
   * @param change what becomes of a cell, given the number of its record
   */
  void cells(String file, String column, BiFunction<Integer, String, String> change) {
    PlainTable table = table(file);
    if (table == null) {
      return;
    }
    for (int i = 1; i < table.size(); i++) {
      String cell = table.get(i, column);
      if (!cell.isEmpty()) {
        table = table.with(i, column, change.apply(i, cell));
      }
    }
    table(file, table);
  }

  /** Sets a cell of the record of a fact in the vocabulary. */
  void vocabulary(String fact, String column, String value) {
    PlainTable table = table(VOCABULARY);
    table(VOCABULARY, table.with(record(table, fact), column, value));
  }

  String vocabulary(String fact, String column) {
    PlainTable table = table(VOCABULARY);
    return table.get(record(table, fact), column);
  }

  /** The record of a fact in the vocabulary. */
  static int record(PlainTable table, String fact) {
    return table
        .find(NAME, fact)
        .orElseThrow(
            () ->
                ParleyException.in(
                    VOCABULARY,
                    "the row of '%s' cannot be changed in place: is there a blank beside a quote?"
                        .formatted(fact)));
  }

  /** The case files as they were read, by name. */
  Map<String, Case> readCases() {
    CaseFiles reader = new CaseFiles(base.vocabulary());
    Map<String, Case> read = new LinkedHashMap<>();
    casesBefore.forEach((name, content) -> read.put(name, reader.read(name, content)));
    return read;
  }

  /** Changes the content of every case file, by its name. */
  void cases(BiFunction<String, byte[], byte[]> change) {
    cases.replaceAll(change);
  }

  /** Names the places in rules where a word stands in quotes: nobody changes code but people. */
  void rules(String word, String now, Set<String> about) {
    base.rules()
        .sources()
        .forEach(
            (file, text) -> {
              if (!about.isEmpty() && about.stream().noneMatch(a -> text.contains('"' + a + '"'))) {
                return;
              }
              List<String> lines = text.lines().toList();
              List<String> found = new ArrayList<>();
              for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains('"' + word + '"') || derives(lines.get(i), word)) {
                  found.add(String.valueOf(i + 1));
                }
              }
              if (!found.isEmpty()) {
                todo(
                    "%s, %s %s: the rules say \"%s\"; %s"
                        .formatted(
                            file,
                            found.size() == 1 ? "line" : "lines",
                            String.join(", ", found),
                            word,
                            now));
              }
            });
  }

  /** A rule lists the facts that it derives. */
  private static boolean derives(String line, String word) {
    Matcher list = DERIVES.matcher(line);
    return list.find()
        && Arrays.stream(list.group(1).split(";")).map(String::strip).anyMatch(word::equals);
  }

  /** Notes where the meaning or the coding rule of a fact still says what a value was called. */
  void codingRules(Collection<String> facts, String word) {
    Pattern whole = whole(word);
    for (String fact : facts) {
      List<String> saying =
          List.of("meaning", "how to code it").stream()
              .filter(column -> whole.matcher(vocabulary(fact, column)).find())
              .toList();
      if (!saying.isEmpty()) {
        todo(
            "%s, fact '%s': '%s' still says \"%s\""
                .formatted(VOCABULARY, fact, String.join("' and '", saying), word));
      }
    }
  }

  private static Pattern whole(String word) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])".formatted(Pattern.quote(word)));
  }

  /** Notes where a word still stands in sentences, which nobody changes but people. */
  void prose(String word) {
    Pattern whole = whole(word);
    List<String> places = new ArrayList<>();
    for (String name : files.names()) {
      if (name.startsWith("dmn/")) {
        long count = count(whole, text(name));
        if (count > 0) {
          places.add("%s (%d)".formatted(name, count));
        }
      }
    }
    long inCases =
        cases.values().stream()
            .filter(c -> whole.matcher(new String(c, StandardCharsets.UTF_8)).find())
            .count();
    if (inCases > 0) {
      places.add(inCases == 1 ? "1 case file" : inCases + " case files");
    }
    if (!places.isEmpty()) {
      note(
          "'%s' still stands in sentences and labels, which are left as they are: %s"
              .formatted(word, String.join(", ", places)));
    }
  }

  /** A file without the words that were kept on purpose, so that old ones can be read. */
  private String text(String name) {
    if (!name.equals(VOCABULARY)) {
      String whole = new String(files.get(name).orElseThrow(), StandardCharsets.UTF_8);
      // ids and references are no sentences
      return name.endsWith(".dmn") ? whole.replaceAll("<[^>]*>", " ") : whole;
    }
    PlainTable table = table(VOCABULARY);
    StringBuilder prose = new StringBuilder();
    for (int i = 1; i < table.size(); i++) {
      prose.append(table.get(i, "meaning")).append('\n');
      prose.append(table.get(i, "how to code it")).append('\n');
    }
    return prose.toString();
  }

  private static long count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    long count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /**
   * What it comes to.
   *
   * @throws ParleyException if the knowledge base cannot be used so, or a case would say something
   *     else
   */
  WordChange done() {
    KnowledgeBase after = base.withFiles(files);
    List<FileChange> changed = new ArrayList<>();
    casesBefore.forEach(
        (name, content) -> {
          if (!Arrays.equals(content, cases.get(name))) {
            changed.add(new FileChange(name, content, cases.get(name)));
          }
        });
    return new WordChange(base, after, changed, notes, List.copyOf(todo));
  }

  /** The same with what was noted since. */
  WordChange done(WordChange change) {
    return new WordChange(
        change.before(), change.after(), change.cases(), notes, List.copyOf(todo));
  }

  /**
   * Requires that the changed cases say what they said, but for what is meant to be otherwise.
   *
   * @param meant what a fact shall be; {@code null} where it shall be gone
   */
  void requireSame(WordChange change, UnaryOperator<Fact> meant) {
    CaseFiles reader = new CaseFiles(change.after().vocabulary());
    Map<String, Case> before = readCases();
    for (FileChange file : change.cases()) {
      Case.Builder wanted = before.get(file.name()).toBuilder();
      Map<String, Fact> facts = before.get(file.name()).facts();
      facts.keySet().forEach(wanted::withoutFact);
      facts.values().stream().map(meant).filter(f -> f != null).forEach(wanted::fact);
      Case now = reader.read(file.name(), cases.get(file.name()));
      if (!wanted.build().facts().equals(now.facts())
          || !wanted.build().events().equals(now.events())) {
        throw ParleyException.in(
            file.name(), "cannot be changed in place: write the new word by hand");
      }
    }
  }

  /** A few of many, as a list in a sentence. */
  static String some(Collection<String> words) {
    List<String> first = words.stream().limit(MOST_NAMED).toList();
    int more = words.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** The rows that some places stand for, by their tables. */
  static List<String> rows(Collection<Place> places) {
    Map<String, List<String>> byTable = new LinkedHashMap<>();
    places.forEach(p -> byTable.computeIfAbsent(p.decision(), d -> new ArrayList<>()).add(p.row()));
    return byTable.entrySet().stream()
        .map(e -> "table '%s': %s".formatted(e.getKey(), some(e.getValue())))
        .toList();
  }
}

package org.parley.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.Case;
import org.parley.Confidence;
import org.parley.Expectation;
import org.parley.Finding;
import org.parley.Labelled;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Posture;
import org.parley.Problem;
import org.parley.knowledge.Days;
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;
import org.parley.knowledge.Vocabulary;

/** Reads and writes case files in the words of one vocabulary. Immutable and thread-safe. */
public final class CaseFiles {
  /** The file beside case files that holds their schema; its name is none of a case file. */
  public static final String SCHEMA = ".case.schema.json";

  /** What postures, tracks and confidence are called. */
  private static final Set<String> WORDS =
      Stream.of(
              Labelled.labels(Posture.class).stream(),
              Keys.OBSERVED_TRACKS.stream(),
              Labelled.labels(Confidence.class).stream())
          .flatMap(words -> words)
          .collect(Collectors.toUnmodifiableSet());

  // one more than a case may have, so that it is refused
  private static final int MOST = (int) Limit.CASE_FILE.most() + 1;

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  private final Vocabulary vocabulary;
  private final CaseOutline outline;

  /** Case files whose facts and events are those of a vocabulary. */
  public CaseFiles(Vocabulary vocabulary) {
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    this.outline = new CaseOutline(vocabulary);
  }

  /**
   * Reads a case file: JSON where its name ends in {@code .json}, else YAML.
   *
   * @throws ParleyException if it cannot be read or is not a case file; it lists all problems in
   *     order of place
   */
  public Case read(Path file) {
    return read(file.toString(), content(file));
  }

  /**
   * What a case file holds.
   *
   * @throws ParleyException if it cannot be read
   */
  public static byte[] content(Path file) {
    return PlainFile.read(file, file.toString(), Limit.CASE_FILE);
  }

  /**
   * What a stream holds, as far as a case may be long: of more there is so much that it is refused.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static byte[] content(InputStream stream) {
    try {
      return stream.readNBytes(MOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a reader holds, as {@link #content(InputStream)}.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static byte[] content(Reader reader) {
    try {
      StringBuilder read = new StringBuilder();
      char[] some = new char[8192];
      for (int n = 0; n >= 0 && read.length() < MOST; n = reader.read(some)) {
        read.append(some, 0, n);
      }
      return read.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the content of a case file.
   *
   * @param name its name, for messages; JSON where it ends in {@code .json}, else YAML
   * @throws ParleyException if it is not a case file; it lists all problems in order of place
   */
  public Case read(String name, byte[] content) {
    return readClosely(name, content).subject();
  }

  /**
   * Reads a case file with what its author should look at.
   *
   * @throws ParleyException if it cannot be read or is not a case file; it lists all problems in
   *     order of place
   */
  public ReadCase readClosely(Path file) {
    return readClosely(file.toString(), content(file));
  }

  /**
   * Reads the content of a case file with what its author should look at.
   *
   * @param name its name, for messages; JSON where it ends in {@code .json}, else YAML
   * @throws ParleyException if it is not a case file; it lists all problems in order of place
   */
  public ReadCase readClosely(String name, byte[] content) {
    return readClosely(name, content, /* whole= */ true);
  }

  /**
   * Reads the content of a case file, or a case that somebody sent, with what its author should
   * look at.
   *
   * @param name its name, for messages; JSON where it ends in {@code .json}, else YAML
   * @param whole whether it must have the keys that a file must have
   * @throws ParleyException if it is no case; it lists all problems in order of place
   */
  public ReadCase readClosely(String name, byte[] content, boolean whole) {
    Problems problems = new Problems(name);
    TreeReader reader = new TreeReader(TreeReader.isJson(name), problems);
    return read(reader.read(content), reader, problems, whole);
  }

  private ReadCase read(Node root, TreeReader reader, Problems problems, boolean whole) {
    String name = problems.file().file();
    CaseReader cases = new CaseReader(vocabulary, problems);
    Case subject = whole ? cases.read(root) : cases.readFreely(root);
    List<TreeReader.Cut> cuts = cuts(reader);
    List<Problem> remarks = new ArrayList<>();
    cuts.forEach(c -> remarks.add(new Problem(Place.of(name, c.line(), c.column()), said(c))));
    Oversights.slips(subject).forEach(s -> remarks.add(Problem.in(name, s.message())));
    return new ReadCase(
        subject,
        List.copyOf(problems.remarks()),
        remarks,
        cuts.stream().map(CaseFiles::remark).toList());
  }

  /**
   * Reads a case without its vocabulary: facts and events in whatever words, which whoever advises
   * on it checks, and without the keys that a file must have.
   *
   * @param json whether it is JSON, else YAML
   * @throws org.parley.CaseRefused if it is not a case; it lists all problems in order of place
   */
  public static Case readFreely(byte[] content, boolean json) {
    Problems problems = new Problems("");
    TreeReader reader = new TreeReader(json, problems);
    Node root = reader.read(content);
    return new CaseFiles(OwnWords.of(root))
        .read(root, reader, problems, /* whole= */ false)
        .remarked();
  }

  /** Case files that write a case as it is, whatever its words are. */
  public static CaseFiles inWordsOf(Case subject) {
    return new CaseFiles(OwnWords.of(subject));
  }

  private List<TreeReader.Cut> cuts(TreeReader reader) {
    return reader.cuts().stream().filter(c -> !isWord(c.text())).toList();
  }

  private static Finding remark(TreeReader.Cut cut) {
    return new Finding("text cut short", "line %d: %s".formatted(cut.line(), said(cut)));
  }

  private static String said(TreeReader.Cut cut) {
    return "%s ends before %s, which YAML takes for a comment: put the whole text in quotes"
        .formatted(
            cut.key().isEmpty() ? "this text" : CaseWords.quoted(cut.key()),
            CaseWords.quoted(cut.lost()));
  }

  /** What is whole as it stands: a comment behind it takes nothing from it. */
  private boolean isWord(String text) {
    return text.matches("-?\\d+")
        || Days.parse(text).isPresent()
        || WORDS.contains(text)
        || vocabulary.event(text).isPresent()
        || vocabulary.facts().stream().anyMatch(f -> f.values().contains(text))
        || vocabulary.eventTypes().values().stream()
            .flatMap(type -> type.details().values().stream())
            .anyMatch(detail -> detail.values().contains(text));
  }

  /**
   * The content of a case file with another expectation; all else stays as it is, byte by byte.
   *
   * @param name its name; JSON where it ends in {@code .json}, else YAML
   * @throws ParleyException if it is not a case file, or is written so that this cannot be done
   */
  public byte[] withExpected(String name, byte[] content, Expectation expected) {
    return with(
        name, content, outline.of(read(name, content).toBuilder().expected(expected).build()));
  }

  /**
   * The case as the mapping that its file holds: keys in their order, what is not given left out.
   * Values are texts, whole numbers, days, lists and mappings; the mapping is the caller's own.
   */
  public Map<String, Object> outline(Case subject) {
    return outline.of(subject);
  }

  /** The keys of case files in the order in which they are written. */
  public static List<String> keys() {
    return Keys.TOP;
  }

  /** The case file of an outline as YAML for people. */
  public String toYaml(Map<String, Object> written) {
    return YamlText.of(written);
  }

  /**
   * The content of a case file with what another outline says; what says the same stays as it is,
   * byte by byte.
   *
   * @param name its name; JSON where it ends in {@code .json}, else YAML
   * @param after what it shall say, as {@link #outline} has it
   * @throws ParleyException if it is not a case file then, or is written so that this cannot be
   *     done
   */
  public byte[] with(String name, byte[] content, Map<String, Object> after) {
    byte[] changed;
    try {
      CaseEditor editor = new CaseEditor(name, content);
      Map<String, Object> before = outline.of(read(name, content));
      changed = editor.change(asCalled(editor, before), asCalled(editor, after)).content();
    } catch (IndexOutOfBoundsException e) {
      throw notInPlace(name);
    }
    if (!outline.of(read(name, changed)).equals(after)) {
      throw notInPlace(name);
    }
    return changed;
  }

  /** An outline with the former names of facts where the file uses them. */
  private Map<String, Object> asCalled(CaseEditor editor, Map<String, Object> said) {
    Map<String, String> former = new HashMap<>();
    for (String name : FactEditor.facts(editor).keySet()) {
      vocabulary.factEverCalled(name).ifPresent(type -> former.put(type.name(), name));
    }
    Map<String, Object> called = new LinkedHashMap<>(said);
    called.computeIfPresent(
        Keys.FACTS,
        (key, facts) -> {
          Map<String, Object> names = new LinkedHashMap<>();
          ((Map<?, ?>) facts).forEach((n, f) -> names.put(former.getOrDefault(n, n.toString()), f));
          return names;
        });
    return called;
  }

  private static ParleyException notInPlace(String name) {
    return ParleyException.in(name, "cannot be changed in place: write it by hand");
  }

  /**
   * The case as YAML for people, which reads back as an equal case. Assumed facts are written like
   * coded ones; derived facts are not written.
   */
  public String toYaml(Case subject) {
    return YamlText.of(outline.of(subject));
  }

  /** The case as JSON with the same content as {@link #toYaml}. */
  public String toJson(Case subject) {
    return JsonText.of(outline.of(subject));
  }

  /** A JSON Schema (draft-07, which editors of YAML read) for case files. */
  public String schema() {
    return JsonText.of(new CaseSchema(vocabulary).build());
  }

  /** The case as {@link #toYaml}, for an editor that completes it by the schema beside it. */
  public String toTemplate(Case subject) {
    return "# yaml-language-server: $schema=%s\n%s".formatted(SCHEMA, toYaml(subject));
  }

  /**
   * A case file to fill in: every fact with what it means, how to code it and its values, and every
   * event type, as comments. It can be read as it stands, with nothing known.
   *
   * @param head the case; what else it holds than its id, its day, its conflict and its two parties
   *     is left out
   */
  public String toForm(Case head) {
    return new CaseTemplate(vocabulary).of(head);
  }

  /**
   * The case files below a folder, in the order of their names; a file is itself. Files and folders
   * whose names begin with a dot are left out.
   *
   * @throws ParleyException if there is no such file or folder
   */
  public static List<Path> in(Path fileOrFolder) {
    if (!Files.exists(fileOrFolder)) {
      throw refused(fileOrFolder, "does not exist");
    }
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    return PlainFile.below(
            fileOrFolder,
            fileOrFolder.toString(),
            file -> isCaseFile(slashed(fileOrFolder.relativize(file))))
        .stream()
        .sorted(Comparator.comparing(file -> slashed(fileOrFolder.relativize(file))))
        .toList();
  }

  /**
   * Whether a file is a case file by its name.
   *
   * @param name below the folder of cases, with forward slashes
   */
  public static boolean isCaseFile(String name) {
    return EXTENSIONS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
        && Arrays.stream(name.split("/")).noneMatch(part -> part.startsWith("."));
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static ParleyException refused(Path file, String why) {
    return ParleyException.in(file.toString(), why);
  }
}

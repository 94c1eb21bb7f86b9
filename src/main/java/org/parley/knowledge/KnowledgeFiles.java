package org.parley.knowledge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.KnowledgeSource;
import org.parley.ParleyException;

/**
 * The files of a knowledge base in memory, by name with forward slashes, such as {@code
 * dmn/posture.dmn}. Immutable.
 */
public final class KnowledgeFiles {
  /** Lists the files of the built-in knowledge base, since a class path has no folders to list. */
  static final String INDEX = "files";

  /** Holds the version of the built-in knowledge base. */
  static final String VERSION = "version";

  private static final String CASES = "cases";

  private static final Pattern BELONGS =
      Pattern.compile("dmn/[^/]+\\.(dmn|csv)|rules/events\\.csv|rules/.+\\.drl");

  /** Models by themselves, in a folder of any name. */
  private static final Pattern PLAIN = Pattern.compile("(?i)[^/]+\\.dmn");

  private final SortedMap<String, byte[]> contents;
  // what lies in the folder of the cases, by name below it, where that was read with them
  private final @Nullable SortedMap<String, byte[]> cases;
  private final Origin origin;
  // several hashes are asked for, and each file goes into two of them
  private final SortedMap<String, byte[]> digests = new TreeMap<>();

  /**
   * Where files stand, and so the cases beside them.
   *
   * @param folder that they are in, or {@code null}
   * @param builtIn whether they come with the library
   * @param plain whether they are models by themselves
   */
  private record Origin(Path folder, boolean builtIn, boolean plain) {
    static final Origin ELSEWHERE = new Origin(null, false, false);

    boolean takes(String name) {
      return (plain ? PLAIN : BELONGS).matcher(name).matches();
    }
  }

  private KnowledgeFiles(SortedMap<String, byte[]> contents, Origin origin) {
    this(contents, null, origin);
  }

  private KnowledgeFiles(
      SortedMap<String, byte[]> contents,
      @Nullable SortedMap<String, byte[]> cases,
      Origin origin) {
    this.contents = contents;
    this.cases = cases;
    this.origin = origin;
    contents.forEach((name, content) -> digests.put(name, Digests.sha256().digest(content)));
  }

  /**
   * Those of a folder with {@code dmn/}; or a model by itself, or all that lie in a folder without
   * {@code dmn/}.
   *
   * @throws ParleyException if it is neither, or cannot be read
   */
  public static KnowledgeFiles of(Path fileOrFolder) {
    if (isPlain(fileOrFolder)) {
      return plain(fileOrFolder);
    }
    if (!Files.isDirectory(fileOrFolder.resolve("dmn"))) {
      throw ParleyException.in(
          fileOrFolder.toString(),
          Files.isDirectory(fileOrFolder)
              ? "no .dmn file in it, and no knowledge base: it has no folder dmn/ with decision models"
              : Files.exists(fileOrFolder)
                  ? "is neither a .dmn file nor a folder"
                  : "there is no such folder");
    }
    return new KnowledgeFiles(
        SaveRecord.whole(fileOrFolder, () -> contents(fileOrFolder)),
        new Origin(fileOrFolder, false, false));
  }

  /**
   * Those of a source, but for a revision of git.
   *
   * @throws ParleyException if it holds no knowledge base, or cannot be read
   */
  public static KnowledgeFiles of(KnowledgeSource source) {
    return SourceFiles.of(source);
  }

  /**
   * Whether somebody named a model by itself, or a folder that holds such models and is no
   * knowledge base.
   */
  public static boolean isPlain(Path fileOrFolder) {
    return isModel(fileOrFolder)
        || (Files.isDirectory(fileOrFolder)
            && !Files.isDirectory(fileOrFolder.resolve("dmn"))
            && !models(fileOrFolder).isEmpty());
  }

  private static boolean isModel(Path file) {
    return Files.isRegularFile(file) && PLAIN.matcher(file.getFileName().toString()).matches();
  }

  private static List<Path> models(Path folder) {
    return PlainFile.in(folder, folder.toString(), KnowledgeFiles::isModel).stream()
        .sorted()
        .toList();
  }

  private static KnowledgeFiles plain(Path fileOrFolder) {
    boolean alone = isModel(fileOrFolder);
    Path parent = fileOrFolder.toAbsolutePath().getParent();
    Path folder = alone ? parent : fileOrFolder;
    return new KnowledgeFiles(
        SaveRecord.whole(folder, () -> contents(alone ? List.of(fileOrFolder) : models(folder))),
        new Origin(folder, false, true));
  }

  private static SortedMap<String, byte[]> contents(List<Path> models) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    Allowance allowance = Allowance.ofKnowledge();
    for (Path model : models) {
      String name = model.getFileName().toString();
      byte[] content = PlainFile.read(model, name, Limit.KNOWLEDGE_FILE);
      allowance.add(name, content.length);
      contents.put(name, content);
    }
    return contents;
  }

  private static SortedMap<String, byte[]> contents(Path folder) {
    SortedMap<String, Path> found = new TreeMap<>();
    for (String part : List.of("dmn", "rules")) {
      if (Files.isDirectory(folder.resolve(part))) {
        PlainFile.below(folder.resolve(part), part, file -> belongs(name(folder, file)))
            .forEach(file -> found.put(name(folder, file), file));
      }
    }
    SortedMap<String, byte[]> contents = new TreeMap<>();
    Allowance allowance = Allowance.ofKnowledge();
    found.forEach(
        (name, file) -> {
          byte[] content = PlainFile.read(file, name, Limit.KNOWLEDGE_FILE);
          allowance.add(name, content.length);
          contents.put(name, content);
        });
    return contents;
  }

  /**
   * Files that stand elsewhere, such as those of a revision.
   *
   * @param contents by name; what does not belong to a knowledge base is left out
   */
  public static KnowledgeFiles of(Map<String, byte[]> contents) {
    return of(contents, Origin.ELSEWHERE);
  }

  /**
   * Models by themselves that stand elsewhere.
   *
   * @param contents by name; what is no model is left out
   */
  public static KnowledgeFiles ofPlain(Map<String, byte[]> contents) {
    return of(contents, new Origin(null, false, true));
  }

  private static KnowledgeFiles of(Map<String, byte[]> contents, Origin origin) {
    SortedMap<String, byte[]> belonging = new TreeMap<>();
    contents.forEach(
        (name, content) -> {
          if (origin.takes(name)) {
            belonging.put(name, content.clone());
          }
        });
    return new KnowledgeFiles(belonging, origin);
  }

  /**
   * Those that come with the library.
   *
   * @throws ParleyException if they are not those that were put into it
   */
  public static KnowledgeFiles builtIn() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String name : shipped(INDEX).lines().toList()) {
      if (belongs(name)) {
        contents.put(name, ShippedFiles.read(name).orElseThrow(() -> missing(name)));
      }
    }
    KnowledgeFiles files = new KnowledgeFiles(contents, new Origin(null, true, false));
    if (!files.version().equals(shipped(VERSION))) {
      throw new ParleyException(
          "the built-in knowledge base is not the one that was put into the library: a file in the"
              + " archive was replaced");
    }
    return files;
  }

  private static String shipped(String name) {
    return ShippedFiles.read(name)
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .orElseThrow(() -> missing(name));
  }

  /** Whether they come with the library, perhaps with some of them changed. */
  public boolean areBuiltIn() {
    return origin.builtIn();
  }

  /**
   * Whether they are models by themselves, of any program, and no knowledge base: without
   * vocabulary, statements, rules and cases.
   */
  public boolean arePlain() {
    return origin.plain();
  }

  /** The same files as they are now in a folder. */
  public KnowledgeFiles again(Path folder) {
    return arePlain()
        ? new KnowledgeFiles(
            contents(names().stream().map(folder::resolve).filter(Files::exists).toList()), origin)
        : of(folder);
  }

  /** The same with the files of the cases beside them, by name below their folder. */
  public KnowledgeFiles withCases(Map<String, byte[]> files) {
    SortedMap<String, byte[]> copies = new TreeMap<>();
    files.forEach((name, content) -> copies.put(name, content.clone()));
    return new KnowledgeFiles(contents, copies, origin);
  }

  /** The files of the cases beside them, by name below their folder, where they were read too. */
  public Optional<SortedMap<String, byte[]>> cases() {
    return Optional.ofNullable(cases).map(Collections::unmodifiableSortedMap);
  }

  /** Whether other files, with the cases beside them, are these. */
  public boolean areSameAs(KnowledgeFiles other) {
    return version().equals(other.version()) && areSame(cases, other.cases);
  }

  private static boolean areSame(
      @Nullable Map<String, byte[]> some, @Nullable Map<String, byte[]> others) {
    if (some == null || others == null) {
      return some == others;
    }
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
  }

  /** The folder of the cases beside them, where there is one. */
  public Optional<Path> caseFolder() {
    return Optional.ofNullable(origin.plain() ? null : origin.folder())
        .map(folder -> folder.resolve(CASES))
        .filter(Files::isDirectory);
  }

  /** The names, in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(contents.keySet());
  }

  /** The content of a file. */
  public Optional<byte[]> get(String name) {
    return Optional.ofNullable(contents.get(name)).map(byte[]::clone);
  }

  /** SHA-256 of the content of one of the files, in hexadecimal digits. */
  public String digest(String name) {
    return HexFormat.of().formatHex(digests.get(name));
  }

  /** SHA-256 of all names and contents, in hexadecimal digits. */
  public String version() {
    return hash(name -> true);
  }

  /** These files with one replaced or added. */
  public KnowledgeFiles with(String name, byte[] content) {
    SortedMap<String, byte[]> changed = new TreeMap<>(contents);
    changed.put(name, content.clone());
    return new KnowledgeFiles(changed, cases, origin);
  }

  /**
   * These files with some replaced, added or, where a content is empty, removed.
   *
   * @param changed by name; what does not belong to a knowledge base is left out
   */
  public KnowledgeFiles with(Map<String, Optional<byte[]>> changed) {
    Map<String, byte[]> all = new TreeMap<>(contents);
    changed.forEach(
        (name, content) ->
            content.ifPresentOrElse(bytes -> all.put(name, bytes), () -> all.remove(name)));
    KnowledgeFiles files = of(all, origin);
    return new KnowledgeFiles(files.contents, cases, origin);
  }

  /** Some of these files. */
  KnowledgeFiles only(Set<String> names) {
    SortedMap<String, byte[]> some = new TreeMap<>(contents);
    some.keySet().retainAll(names);
    return new KnowledgeFiles(some, origin);
  }

  /** The files whose names end so, in the order of their names. */
  SortedMap<String, byte[]> endingWith(String suffix) {
    SortedMap<String, byte[]> found = new TreeMap<>(contents);
    found.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).endsWith(suffix));
    return found;
  }

  /** SHA-256 of names and contents of the files chosen. */
  String hash(Predicate<String> chosen) {
    MessageDigest whole = Digests.sha256();
    digests.forEach(
        (name, digest) -> {
          if (chosen.test(name)) {
            whole.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            whole.update(digest);
          }
        });
    return HexFormat.of().formatHex(whole.digest());
  }

  /** Whether a file of this name can be part of a knowledge base, or a model by itself. */
  public static boolean belongs(String name) {
    return BELONGS.matcher(name).matches() || PLAIN.matcher(name).matches();
  }

  /** The name of a file below a folder, with forward slashes. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static ParleyException missing(String name) {
    return ParleyException.in(name, "missing from the library: it was not built completely");
  }
}

package org.parley.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.parley.ParleyException;

/**
 * The files of a knowledge base in memory, by name with forward slashes, such as {@code
 * dmn/posture.dmn}. Immutable.
 */
public final class KnowledgeFiles {
  /** Lists the files of the built-in knowledge base, since a class path has no folders to list. */
  static final String INDEX = "files";

  private static final String CASES = "cases";

  private static final Pattern BELONGS =
      Pattern.compile("dmn/[^/]+\\.(dmn|csv)|rules/events\\.csv|rules/.+\\.drl");

  private final SortedMap<String, byte[]> contents;
  private final Origin origin;
  // several hashes are asked for, and each file goes into two of them
  private final SortedMap<String, byte[]> digests = new TreeMap<>();

  /**
   * Where files stand, and so the cases beside them.
   *
   * @param folder that they are in, or {@code null}
   * @param builtIn whether they come with the library
   */
  private record Origin(Path folder, boolean builtIn) {
    static final Origin ELSEWHERE = new Origin(null, false);
  }

  private KnowledgeFiles(SortedMap<String, byte[]> contents, Origin origin) {
    this.contents = contents;
    this.origin = origin;
    contents.forEach((name, content) -> digests.put(name, Digests.sha256().digest(content)));
  }

  /**
   * Those of a folder.
   *
   * @throws ParleyException if it is none, has no folder {@code dmn/}, or cannot be read
   */
  public static KnowledgeFiles of(Path folder) {
    if (!Files.isDirectory(folder.resolve("dmn"))) {
      throw ParleyException.in(
          folder.toString(),
          Files.isDirectory(folder)
              ? "no knowledge base: it has no folder dmn/ with decision models"
              : "there is no such folder");
    }
    return new KnowledgeFiles(
        SaveRecord.whole(folder, () -> contents(folder)), new Origin(folder, false));
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

  private static KnowledgeFiles of(Map<String, byte[]> contents, Origin origin) {
    SortedMap<String, byte[]> belonging = new TreeMap<>();
    contents.forEach(
        (name, content) -> {
          if (belongs(name)) {
            belonging.put(name, content.clone());
          }
        });
    return new KnowledgeFiles(belonging, origin);
  }

  /** Those that come with the library. */
  public static KnowledgeFiles builtIn() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    String index =
        ShippedFiles.read(INDEX)
            .map(content -> new String(content, StandardCharsets.UTF_8))
            .orElseThrow(() -> missing(INDEX));
    for (String name : index.lines().toList()) {
      if (belongs(name)) {
        contents.put(name, resource(name).orElseThrow(() -> missing(name)));
      }
    }
    return new KnowledgeFiles(contents, new Origin(null, true));
  }

  /** Whether they come with the library, perhaps with some of them changed. */
  public boolean areBuiltIn() {
    return origin.builtIn();
  }

  /** The folder of the cases beside them, where there is one. */
  public Optional<Path> caseFolder() {
    return Optional.ofNullable(origin.folder())
        .map(folder -> folder.resolve(CASES))
        .filter(Files::isDirectory);
  }

  /** The content of a file that comes with the library. */
  static Optional<byte[]> resource(String name) {
    try (InputStream in = KnowledgeFiles.class.getResourceAsStream("/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw FileTrouble.unreadable(name, e);
    }
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
    return new KnowledgeFiles(changed, origin);
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
    return of(all, origin);
  }

  /** The files whose names end so, in the order of their names. */
  SortedMap<String, byte[]> endingWith(String suffix) {
    SortedMap<String, byte[]> found = new TreeMap<>(contents);
    found.keySet().removeIf(name -> !name.endsWith(suffix));
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

  /** Whether a file of this name can be part of a knowledge base. */
  public static boolean belongs(String name) {
    return BELONGS.matcher(name).matches();
  }

  /** The name of a file below a folder, with forward slashes. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static ParleyException missing(String name) {
    return ParleyException.in(name, "missing from the library: it was not built completely");
  }
}

package org.parley;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where a knowledge base is: {@code dmn/} with decision models and their plain tables, and perhaps
 * {@code rules/}. A source is read whole when an advisor is made of it, and not looked at again.
 */
public sealed interface KnowledgeSource {

  /**
   * A source as properties and annotations name it.
   *
   * @param text {@code builtin}; {@code classpath:} and a prefix as {@link #classPath(String)}
   *     takes it; or the path of a zip or jar file, or of a folder, perhaps behind {@code file:}
   * @throws KnowledgeDefect if it is no path
   */
  static KnowledgeSource of(String text) {
    if (text.equals("builtin")) {
      return builtIn();
    }
    if (text.startsWith("classpath:")) {
      return classPath(text.substring("classpath:".length()));
    }
    Path path = path(text.startsWith("file:") ? text.substring("file:".length()) : text);
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || name.endsWith(".jar") ? zip(path) : folder(path);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new KnowledgeDefect(
          List.of(Problem.in(Shown.piece(text), "is no path: " + e.getReason())));
    }
  }

  /** The knowledge base that comes with the library. */
  static KnowledgeSource builtIn() {
    return new BuiltIn();
  }

  /** A folder with {@code dmn/}. */
  static KnowledgeSource folder(Path folder) {
    return new Folder(folder);
  }

  /** A zip or jar file with {@code dmn/} at its top, or in the one folder at its top. */
  static KnowledgeSource zip(Path file) {
    return new Zip(file);
  }

  /**
   * Files below a folder of the class path of whoever asks: that of the thread's context class
   * loader.
   *
   * @param prefix the folder that {@code dmn/} is in, such as {@code com/example/rules}
   */
  static KnowledgeSource classPath(String prefix) {
    return classPath(prefix, Thread.currentThread().getContextClassLoader());
  }

  /**
   * Files below a folder of a class path.
   *
   * @param prefix the folder that {@code dmn/} is in, such as {@code com/example/rules}
   */
  static KnowledgeSource classPath(String prefix, ClassLoader loader) {
    return new ClassPath(prefix, loader);
  }

  /**
   * Files in memory.
   *
   * @param texts by name with forward slashes, such as {@code dmn/posture.dmn}
   */
  static KnowledgeSource texts(Map<String, String> texts) {
    return new Texts(texts);
  }

  /**
   * A folder as it stands in a revision of the git repository that it lies in; needs JGit on the
   * class path.
   *
   * @param folder the folder with {@code dmn/}, or where it was
   * @param revision a commit, branch or tag
   */
  static KnowledgeSource git(Path folder, String revision) {
    return new GitRevision(folder, revision);
  }

  /** As {@link #builtIn}. */
  record BuiltIn() implements KnowledgeSource {}

  /** As {@link #folder}. */
  record Folder(Path folder) implements KnowledgeSource {
    public Folder {
      Objects.requireNonNull(folder, "folder");
    }
  }

  /** As {@link #zip}. */
  record Zip(Path file) implements KnowledgeSource {
    public Zip {
      Objects.requireNonNull(file, "file");
    }
  }

  /** As {@link #classPath(String, ClassLoader)}. */
  record ClassPath(String prefix, ClassLoader loader) implements KnowledgeSource {
    public ClassPath {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(loader, "loader");
    }
  }

  /** As {@link #texts}. */
  record Texts(Map<String, String> texts) implements KnowledgeSource {
    public Texts {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
      texts.forEach(
          (name, text) ->
              Objects.requireNonNull(text, () -> "the text of " + Objects.requireNonNull(name)));
    }
  }

  /** As {@link #git}. */
  record GitRevision(Path folder, String revision) implements KnowledgeSource {
    public GitRevision {
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(revision, "revision");
    }
  }
}

package org.parley.author.diff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.ParleyException;
import org.parley.knowledge.Limit;
import org.parley.knowledge.PlainFile;

/**
 * The files that git keeps about a repository, looked at before JGit opens them without asking what
 * they are.
 */
final class GitFolder {
  private static final List<String> SETTINGS = List.of("config", "config.worktree");
  private static final List<String> LISTS =
      List.of("HEAD", "packed-refs", "shallow", "objects/info/alternates");

  /** Another file with settings, which could be anything. */
  private static final Pattern INCLUDE =
      Pattern.compile(
          "^\\s*\\[\\s*include(?:if)?\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final String COMMON = "commondir";

  private GitFolder() {}

  /**
   * Refuses what is no plain file, or too large.
   *
   * @param folder mostly {@code .git}; that of a further work tree names the common one
   */
  static void check(Path folder) throws IOException {
    if (Files.exists(folder.resolve(COMMON))) {
      String common = text(folder, COMMON).strip();
      checkFiles(folder.resolve(common).normalize());
    }
    checkFiles(folder);
  }

  private static void checkFiles(Path folder) throws IOException {
    for (String name : LISTS) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        PlainFile.require(file, file.toString(), Limit.KNOWLEDGE_FILE);
      }
    }
    for (String name : SETTINGS) {
      if (Files.exists(folder.resolve(name)) && INCLUDE.matcher(text(folder, name)).find()) {
        throw ParleyException.in(
            folder.resolve(name).toString(),
            "includes another file, which is not read: write its settings here");
      }
    }
  }

  private static String text(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return new String(
        PlainFile.read(file, file.toString(), Limit.KNOWLEDGE_FILE), StandardCharsets.ISO_8859_1);
  }
}

package org.parley.author.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeFiles;

/** Revisions in which a few small objects stand for more than fits into the memory. */
class HostileRevisionTest {
  private static final Duration LATE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private Git git;
  private ObjectInserter objects;

  @BeforeEach
  void init() throws Exception {
    git = Git.init().setDirectory(folder.toFile()).call();
    objects = git.getRepository().newObjectInserter();
  }

  @AfterEach
  void close() {
    objects.close();
    git.close();
  }

  @Test
  void oneBlobUnderManyNames() throws IOException {
    ObjectId small = blob(10);
    assertThat(refusal(revision(named(small, 600))))
        .isEqualTo(
            "dmn/m500.dmn: with this file, more than 500 files: the most for a knowledge base");

    ObjectId large = blob(15 << 20);
    assertThat(refusal(revision(named(large, 600))))
        .isEqualTo(
            "dmn/m004.dmn: with this file, more than 64 MiB: the most for all files of a knowledge"
                + " base");
  }

  @Test
  void aBlobThatIsTooLarge() throws IOException {
    assertThat(refusal(revision(named(blob(17 << 20), 1))))
        .isEqualTo("dmn/m000.dmn: more than 16 MiB: the most for one file of a knowledge base");
  }

  @Test
  void aTreeOfTheSameTreesAgainAndAgain() throws IOException {
    ObjectId tree = tree(Map.of(), FileMode.TREE);
    for (int i = 0; i < 12; i++) {
      Map<String, ObjectId> same = new TreeMap<>();
      for (int j = 0; j < 10; j++) {
        same.put("d" + j, tree);
      }
      tree = tree(same, FileMode.TREE);
    }

    assertThat(refusal(revision(tree)))
        .isEqualTo("dmn: more than 100,000 files: the most for one folder, with all below it");
  }

  @Test
  void aTreeThatGoesDownAndDown() throws IOException {
    ObjectId tree = tree(Map.of("x.dmn", blob(1)), FileMode.REGULAR_FILE);
    for (int i = 0; i < 500; i++) {
      tree = tree(Map.of("d", tree), FileMode.TREE);
    }

    assertThat(refusal(revision(tree))).isEqualTo("dmn: folders are nested too deep: 20 at most");
  }

  @Test
  void linksAndOtherRepositoriesAreNoFiles() throws IOException {
    TreeFormatter dmn = new TreeFormatter();
    dmn.append("a.dmn", FileMode.SYMLINK, blob(10));
    dmn.append("b.dmn", FileMode.GITLINK, blob(10));
    dmn.append("c.dmn", FileMode.REGULAR_FILE, blob(10));

    try (GitRevisions revisions = new GitRevisions(folder)) {
      KnowledgeFiles files = revisions.knowledge(revision(objects.insert(dmn)));
      assertThat(files.names()).containsExactly("dmn/c.dmn");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[core\\n garbage | its git repository cannot be read: mend .git/config",
        "[include]\\npath = /dev/zero | includes another file, which is not read: write its settings here",
        "[IncludeIf \"gitdir:x\"]\\npath = y | includes another file, which is not read: write its settings here",
        "[core]\\nbare = true | is no part of the files of its git repository: look at core.bare and core.worktree in .git/config",
        "[core]\\nworktree = /etc | is no part of the files of its git repository: look at core.bare and core.worktree in .git/config",
      })
  void settings(String settings, String message) throws IOException {
    Files.writeString(folder.resolve(".git/config"), settings.replace("\\n", "\n"));

    assertThat(refusal("HEAD")).endsWith(": " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "packed-refs", "objects/info/alternates"})
  @EnabledOnOs(OS.LINUX)
  void whatIsNoPlainFileInTheFolderOfGit(String name) throws IOException {
    Path file = folder.resolve(".git").resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));

    assertThat(refusal("HEAD")).endsWith(name + ": not a plain file (a device)");
  }

  private String refusal(String revision) {
    return assertTimeoutPreemptively(
            LATE,
            () ->
                catchThrowableOfType(
                    ParleyException.class,
                    () -> {
                      try (GitRevisions revisions = new GitRevisions(folder)) {
                        revisions.knowledge(revision);
                      }
                    }))
        .getMessage();
  }

  private ObjectId blob(int size) throws IOException {
    return objects.insert(Constants.OBJ_BLOB, "a".repeat(size).getBytes(StandardCharsets.UTF_8));
  }

  private ObjectId named(ObjectId blob, int names) throws IOException {
    Map<String, ObjectId> files = new TreeMap<>();
    for (int i = 0; i < names; i++) {
      files.put("m%03d.dmn".formatted(i), blob);
    }
    return tree(files, FileMode.REGULAR_FILE);
  }

  private ObjectId tree(Map<String, ObjectId> entries, FileMode mode) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    entries.forEach((name, id) -> tree.append(name, mode, id));
    return objects.insert(tree);
  }

  /** A commit whose folder {@code dmn} is a tree. */
  private String revision(ObjectId dmn) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree(Map.of("dmn", dmn), FileMode.TREE));
    PersonIdent nobody = new PersonIdent("nobody", "nobody@example.org");
    commit.setAuthor(nobody);
    commit.setCommitter(nobody);
    commit.setMessage("x");
    ObjectId id = objects.insert(commit);
    objects.flush();
    return id.name();
  }
}

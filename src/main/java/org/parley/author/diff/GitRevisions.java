package org.parley.author.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.FS;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.knowledge.Allowance;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.LibraryLog;
import org.parley.knowledge.Limit;
import org.parley.knowledge.Nearest;

/**
 * Reads files as they stand in the revisions of the git repository that a folder lies in. It only
 * reads: nothing is checked out, and no hook, filter or rule is run.
 */
public final class GitRevisions implements AutoCloseable {
  /** The last commit. */
  public static final String LAST_COMMIT = "HEAD";

  private static final int DEEPEST = 20;

  static {
    LibraryLog.find();
  }

  private final Repository repository;
  private final String prefix;

  /**
   * Opens the repository of a folder.
   *
   * @throws ParleyException if it lies in none
   */
  public GitRevisions(Path folder) {
    try {
      // no setting of the system matters to a reader, and asking git for them takes a process
      FS.DETECTED.setGitSystemConfig(null);
      Path real = folder.toRealPath();
      FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
      if (builder.getGitDir() == null) {
        throw ParleyException.in(
            folder.toString(),
            "is in no git repository: name a folder with a knowledge base instead of a revision");
      }
      GitFolder.check(builder.getGitDir().toPath());
      this.repository = builder.build();
      this.prefix = prefix(repository, real);
    } catch (IOException e) {
      throw FileTrouble.unreadable(folder.toString(), e);
    } catch (IllegalArgumentException e) {
      // what JGit makes of a setting that it cannot read
      throw ParleyException.in(
          folder.toString(), "its git repository cannot be read: mend .git/config");
    }
  }

  /** Where a folder lies in the files of a repository. */
  private static String prefix(Repository repository, Path folder) throws IOException {
    if (!repository.isBare()) {
      Path top = repository.getWorkTree().toPath().toRealPath();
      if (folder.startsWith(top)) {
        String below = top.relativize(folder).toString().replace('\\', '/');
        return below.isEmpty() ? "" : below + "/";
      }
    }
    repository.close();
    throw ParleyException.in(
        folder.toString(),
        "is no part of the files of its git repository: look at core.bare and core.worktree in"
            + " .git/config");
  }

  /**
   * The knowledge base of the folder as it stands in a revision.
   *
   * @param revision a commit, branch, tag, or any other words that git understands
   * @throws ParleyException if there is no such revision, or no knowledge base in it
   */
  public KnowledgeFiles knowledge(String revision) {
    KnowledgeFiles files =
        KnowledgeFiles.of(
            files(
                revision,
                List.of("dmn", "rules"),
                KnowledgeFiles::belongs,
                Limit.KNOWLEDGE_FILE,
                Allowance.ofKnowledge()));
    if (files.names().stream().noneMatch(name -> name.endsWith(".dmn"))) {
      throw ParleyException.in(
          revision, "this revision has no knowledge base: no model in %sdmn/".formatted(prefix));
    }
    return files;
  }

  /**
   * Models by themselves in the folder as they stand in a revision.
   *
   * @param names of their files
   * @throws ParleyException if there is no such revision, or none of them in it
   */
  public KnowledgeFiles models(String revision, Set<String> names) {
    KnowledgeFiles files =
        KnowledgeFiles.ofPlain(
            files(
                revision,
                List.copyOf(names),
                names::contains,
                Limit.KNOWLEDGE_FILE,
                Allowance.ofKnowledge()));
    if (files.names().isEmpty()) {
      throw ParleyException.in(
          revision, "this revision has none of the files %s".formatted(String.join(", ", names)));
    }
    return files;
  }

  /**
   * The case files of the folder as they stand in a revision, by name with forward slashes.
   *
   * @throws ParleyException if there is no such revision
   */
  public Map<String, byte[]> cases(String revision) {
    return files(
        revision,
        List.of("cases"),
        CaseFiles::isCaseFile,
        Limit.CASE_FILE,
        new Allowance(Limit.CASE_FILES, Limit.CASES));
  }

  private Map<String, byte[]> files(
      String revision,
      List<String> folders,
      Predicate<String> chosen,
      Limit size,
      Allowance allowance) {
    Map<String, byte[]> contents = new TreeMap<>();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId tree = walk.parseCommit(resolve(revision)).getTree();
      for (String folder : folders) {
        for (Map.Entry<String, ObjectId> file : find(tree, prefix + folder, chosen).entrySet()) {
          ObjectLoader loader = repository.open(file.getValue());
          if (loader.getSize() > size.most()) {
            throw ParleyException.in(file.getKey(), size.exceeded());
          }
          allowance.add(file.getKey(), loader.getSize());
          contents.put(file.getKey(), loader.getBytes());
        }
      }
    } catch (IOException e) {
      throw FileTrouble.unreadable(revision, e);
    }
    return contents;
  }

  /**
   * Plain files below a folder; few objects can make up a tree that nobody ever sees the end of.
   */
  private SortedMap<String, ObjectId> find(ObjectId tree, String folder, Predicate<String> chosen)
      throws IOException {
    SortedMap<String, ObjectId> found = new TreeMap<>();
    int seen = 0;
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setFilter(PathFilter.create(folder));
      while (walk.next()) {
        String name = walk.getPathString();
        if (++seen > Limit.FOLDER.most()) {
          throw ParleyException.in(folder, Limit.FOLDER.exceeded());
        }
        if (walk.isSubtree()) {
          if (walk.getDepth() > DEEPEST) {
            throw ParleyException.in(
                folder, "folders are nested too deep: " + DEEPEST + " at most");
          }
          walk.enterSubtree();
        } else if (isPlain(walk.getFileMode(0)) && chosen.test(name.substring(prefix.length()))) {
          found.put(name.substring(prefix.length()), walk.getObjectId(0));
        }
      }
    }
    return found;
  }

  /** Neither a link nor another repository. */
  private static boolean isPlain(FileMode mode) {
    return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
  }

  private ObjectId resolve(String revision) throws IOException {
    try {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      if (commit != null) {
        return commit;
      }
    } catch (AmbiguousObjectException e) {
      throw ParleyException.in(
          revision, "could be several commits: write more of its first letters");
    } catch (IncorrectObjectTypeException e) {
      throw ParleyException.in(
          revision, "is a tree or a file of git, and no commit: name the commit");
    } catch (RevisionSyntaxException | MissingObjectException e) {
      // nothing that git could mean: reported like a name that it does not know
    }
    TreeSet<String> names = new TreeSet<>();
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      names.add(Repository.shortenRefName(ref.getName()));
    }
    throw ParleyException.in(
        revision,
        "neither a folder with a knowledge base nor a revision of the git repository%s"
            .formatted(Nearest.hint(revision, names)));
  }

  @Override
  public void close() {
    repository.close();
  }
}

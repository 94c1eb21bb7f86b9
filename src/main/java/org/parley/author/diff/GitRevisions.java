package org.parley.author.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.errors.AmbiguousObjectException;
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
import org.parley.Problem;
import org.parley.knowledge.FileTrouble;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Nearest;

/**
 * Reads files as they stand in the revisions of the git repository that a folder lies in. It only
 * reads: nothing is checked out, and no hook, filter or rule is run.
 */
public final class GitRevisions implements AutoCloseable {
  /** The last commit. */
  public static final String LAST_COMMIT = "HEAD";

  private static final long LARGEST = 16L << 20;

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
        throw new ParleyException(
            List.of(
                Problem.in(
                    folder.toString(),
                    "is in no git repository: name two folders with knowledge bases instead")));
      }
      this.repository = builder.build();
      Path top = repository.getWorkTree().toPath().toRealPath();
      String below = top.relativize(real).toString().replace('\\', '/');
      this.prefix = below.isEmpty() ? "" : below + "/";
    } catch (IOException e) {
      throw unreadable(folder.toString(), e);
    }
  }

  /**
   * The knowledge base of the folder as it stands in a revision.
   *
   * @param revision a commit, branch, tag, or any other words that git understands
   * @throws ParleyException if there is no such revision, or no knowledge base in it
   */
  public KnowledgeFiles knowledge(String revision) {
    KnowledgeFiles files = KnowledgeFiles.of(files(revision, List.of("dmn", "rules")));
    if (files.names().stream().noneMatch(name -> name.endsWith(".dmn"))) {
      throw new ParleyException(
          List.of(
              Problem.in(
                  revision,
                  "this revision has no knowledge base: no model in %sdmn/".formatted(prefix))));
    }
    return files;
  }

  /**
   * Files of the folder as they stand in a revision, by name with forward slashes.
   *
   * @param folders the folders below it to look into
   * @throws ParleyException if there is no such revision
   */
  public Map<String, byte[]> files(String revision, List<String> folders) {
    Map<String, byte[]> contents = new TreeMap<>();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId commit = resolve(revision);
      for (String folder : folders) {
        read(walk.parseCommit(commit).getTree(), prefix + folder, contents);
      }
    } catch (IOException e) {
      throw unreadable(revision, e);
    }
    return contents;
  }

  private void read(ObjectId tree, String folder, Map<String, byte[]> contents) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      walk.setFilter(PathFilter.create(folder));
      while (walk.next()) {
        FileMode mode = walk.getFileMode(0);
        if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
          String name = walk.getPathString();
          ObjectLoader loader = repository.open(walk.getObjectId(0));
          if (loader.getSize() > LARGEST) {
            throw new ParleyException(List.of(Problem.in(name, "larger than 16 MiB")));
          }
          contents.put(name.substring(prefix.length()), loader.getBytes());
        }
      }
    }
  }

  private ObjectId resolve(String revision) throws IOException {
    try {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      if (commit != null) {
        return commit;
      }
    } catch (AmbiguousObjectException e) {
      throw new ParleyException(
          List.of(
              Problem.in(revision, "could be several commits: write more of its first letters")));
    } catch (RevisionSyntaxException e) {
      // nothing that git could mean: reported like a name that it does not know
    }
    TreeSet<String> names = new TreeSet<>();
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      names.add(Repository.shortenRefName(ref.getName()));
    }
    throw new ParleyException(
        List.of(
            Problem.in(
                revision,
                "neither a folder with a knowledge base nor a revision of the git repository%s"
                    .formatted(Nearest.hint(revision, names)))));
  }

  private static ParleyException unreadable(String what, IOException e) {
    return new ParleyException(List.of(Problem.in(what, "cannot be read: " + FileTrouble.of(e))));
  }

  @Override
  public void close() {
    repository.close();
  }
}

package org.parley;

import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.author.check.Completeness;
import org.parley.author.diff.GitRevisions;
import org.parley.casefile.CaseFiles;
import org.parley.explain.AdviceAnswer;
import org.parley.explain.SwappedAdvisor;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.precedent.Library;
import org.parley.report.json.Json;

/** Where to begin: makes an {@link Advisor} from a knowledge base. */
public final class Parley {

  private Parley() {}

  /** An advisor on the knowledge base that comes with the library. */
  public static Advisor builtIn() {
    return load(KnowledgeSource.builtIn());
  }

  /**
   * An advisor on a knowledge base of your own.
   *
   * @param folder a folder with {@code dmn/} and perhaps {@code rules/}
   * @throws KnowledgeDefect if it cannot be used; it lists all problems
   */
  public static Advisor load(Path folder, LoadOption... options) {
    return load(KnowledgeSource.folder(folder), options);
  }

  /**
   * An advisor on a knowledge base, wherever it is. The rules of {@link KnowledgeSource#builtIn}
   * run without {@link LoadOption#TRUST_RULES}.
   *
   * @throws KnowledgeDefect if it cannot be used; it lists all problems
   */
  public static Advisor load(KnowledgeSource source, LoadOption... options) {
    return load(source, List.of(), options);
  }

  /**
   * The same, with listeners that hear of every case that it is asked about.
   *
   * @throws KnowledgeDefect if it cannot be used; it lists all problems
   */
  public static Advisor load(
      KnowledgeSource source, List<AdviceListener> listeners, LoadOption... options) {
    return load(source, listeners, null, options);
  }

  private static TableAdvisor load(
      KnowledgeSource source,
      List<AdviceListener> listeners,
      @Nullable TableAdvisor earlier,
      LoadOption... options) {
    try {
      boolean own = source instanceof KnowledgeSource.BuiltIn;
      KnowledgeFiles files = files(source);
      if (earlier != null && files.areSameAs(earlier.base().files())) {
        return earlier;
      }
      LoadOption[] trusted = own ? new LoadOption[] {LoadOption.TRUST_RULES} : options;
      KnowledgeBase knowledge =
          earlier == null
              ? KnowledgeBase.of(files, trusted)
              : earlier.base().changedTo(files, trusted);
      if (Arrays.asList(options).contains(LoadOption.REQUIRE_COMPLETE)) {
        Completeness.require(knowledge);
      }
      boolean explains = !Arrays.asList(options).contains(LoadOption.WITHOUT_EXPLANATIONS);
      TableAdvisor advisor =
          earlier == null
              ? TableAdvisor.of(knowledge, explains, listeners)
              : earlier.beside(knowledge);
      // the build has tried those of its own
      return own ? advisor : advisor.tried();
    } catch (KnowledgeDefect e) {
      throw e;
    } catch (ParleyException e) {
      throw new KnowledgeDefect(e.problems());
    }
  }

  /**
   * An advisor that can be told to load its knowledge anew.
   *
   * @throws KnowledgeDefect if it cannot be used now; it lists all problems
   */
  public static ReloadingAdvisor watch(KnowledgeSource source, LoadOption... options) {
    return watch(source, List.of(), options);
  }

  /**
   * The same, with listeners that hear of every case that it is asked about.
   *
   * @throws KnowledgeDefect if it cannot be used now; it lists all problems
   */
  public static ReloadingAdvisor watch(
      KnowledgeSource source, List<AdviceListener> listeners, LoadOption... options) {
    return new SwappedAdvisor(earlier -> load(source, listeners, earlier, options));
  }

  static Case readCase(String text, boolean json) {
    return CaseFiles.readFreely(text.getBytes(StandardCharsets.UTF_8), json);
  }

  static Case readCase(InputStream text, boolean json) {
    return CaseFiles.readFreely(CaseFiles.content(text), json);
  }

  static Case readCase(Reader text, boolean json) {
    return CaseFiles.readFreely(CaseFiles.content(text), json);
  }

  static String toYaml(Case subject) {
    return CaseFiles.inWordsOf(subject).toYaml(subject);
  }

  static String toJson(Case subject) {
    return CaseFiles.inWordsOf(subject).toJson(subject);
  }

  static String toJson(Advice advice, Detail detail, JsonLayout layout) {
    return Json.write(
        detail == Detail.SHORT ? AdviceAnswer.of(advice) : AdviceAnswer.argued(advice), layout);
  }

  static String toJson(Briefing briefing, JsonLayout layout) {
    return Json.write(AdviceAnswer.of(briefing), layout);
  }

  private static KnowledgeFiles files(KnowledgeSource source) {
    Objects.requireNonNull(source, "source");
    try {
      return read(source);
    } catch (FileSystemNotFoundException
        | ClosedFileSystemException
        | UnsupportedOperationException e) {
      throw ParleyException.in(
          Shown.piece(source.toString()), "files cannot be read from there: " + e);
    }
  }

  private static KnowledgeFiles read(KnowledgeSource source) {
    return source instanceof KnowledgeSource.GitRevision git
        ? Revisions.files(git)
        : Library.withCases(KnowledgeFiles.of(source));
  }

  /** Apart, so that nobody needs JGit who asks for no revision. */
  private static final class Revisions {

    /** By name below their folder. */
    private static Map<String, byte[]> below(Map<String, byte[]> cases) {
      Map<String, byte[]> below = new TreeMap<>();
      cases.forEach((name, content) -> below.put(name.replaceFirst("^cases/", ""), content));
      return below;
    }

    static KnowledgeFiles files(KnowledgeSource.GitRevision git) {
      try (GitRevisions revisions = new GitRevisions(git.folder())) {
        return revisions
            .knowledge(git.revision())
            .withCases(below(revisions.cases(git.revision())));
      } catch (NoClassDefFoundError e) {
        throw new KnowledgeDefect(
            List.of(
                Problem.in(
                    git.folder().toString(),
                    "a revision of git is read with JGit, which is not on the class path: add"
                        + " org.eclipse.jgit:org.eclipse.jgit")));
      }
    }
  }
}

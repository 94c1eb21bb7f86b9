package org.parley.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.parley.Case;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.author.diff.ChangeReview;
import org.parley.author.diff.ChangeReviewer;
import org.parley.author.diff.ChangeReviewer.Version;
import org.parley.author.diff.GitRevisions;
import org.parley.author.history.Entry;
import org.parley.author.history.History;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.ReadCase;
import org.parley.casefile.ReadCases;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.knowledge.Vocabulary;
import picocli.CommandLine.Option;

/** Which knowledge base a command reads. */
final class Knowledge {
  /** The launcher says with it where its checkout is. */
  private static final String HOME = "parley.home";

  private static final String PLAIN =
      "a plain DMN file has no cases and no posture, nor vocabulary, statements, rules or"
          + " principles: it is read by check, diff, table, column, link, knowledge and tck";

  private static final String READING = "reading the models";
  private static final String READING_CASES = "reading the cases";
  // nobody reads on to the last
  private static final int MOST_REMARKS = 20;
  private static final String COMPILING = "compiling the tables";

  private final Terminal terminal;

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description =
          "Use the knowledge base in DIR (dmn/, rules/, cases/) instead of Parley's own; some"
              + " commands also take a DMN file of any program, or a folder of them.")
  private Path folder;

  @Option(
      names = "--trust-rules",
      description = "Run the Drools rules of DIR too. Rules are code: trust whoever wrote them.")
  private boolean trustRules;

  private final Watchdog watchdog;

  Knowledge(Terminal terminal, Watchdog watchdog) {
    this.terminal = terminal;
    this.watchdog = watchdog;
  }

  /**
   * Does a step that knowledge can make endless.
   *
   * @param step what it is, such as {@code reading the models}
   */
  <T> T watch(String step, Supplier<T> work) {
    return watchdog.watch(step, work);
  }

  /** The knowledge base; what it has and models by themselves have not can be relied on. */
  KnowledgeBase load() {
    refusePlain();
    return loadTables();
  }

  /** The knowledge base, or models by themselves. */
  KnowledgeBase loadTables() {
    return load(files());
  }

  private void refusePlain() {
    if (isPlain()) {
      throw ParleyException.in(folder.toString(), PLAIN);
    }
  }

  /** The same with an analysis, which may take longer. */
  <T> T watchAnalysis(String step, Supplier<T> work) {
    return watchdog.watchAnalysis(step, work);
  }

  /** The knowledge base of its files, which were read before. */
  KnowledgeBase load(KnowledgeFiles files) {
    return watch(READING, () -> KnowledgeBase.of(files, options()));
  }

  /** Nobody but the user vouches for rules that are not Parley's own. */
  private LoadOption[] options() {
    return folder == null || trustRules
        ? new LoadOption[] {LoadOption.TRUST_RULES}
        : new LoadOption[0];
  }

  /** What was opened, read again after files have changed. */
  Corpus reopen(Corpus earlier, Path fileOrFolder) {
    KnowledgeBase base = watch(READING, () -> earlier.base().changedTo(files(folder()), options()));
    ReadCases read =
        watch(READING_CASES, () -> earlier.read().again(base.vocabulary(), from(fileOrFolder)));
    return watch(COMPILING, () -> new Corpus(base, read, earlier.advisor().changedTo(base)));
  }

  /** The folders whose files {@link #open} reads. */
  List<Path> sources(Path fileOrFolder) {
    return List.of(
        folder().resolve("dmn"),
        folder().resolve("rules"),
        fileOrFolder == null ? caseFolder() : fileOrFolder);
  }

  /** Its files as they stand, whether they can be used or not. */
  KnowledgeFiles files() {
    return folder == null && home() == null
        ? KnowledgeFiles.builtIn()
        : files(folder == null ? home() : folder);
  }

  /** Those of a folder, whole: a save that was broken off there is finished before. */
  KnowledgeFiles files(Path of) {
    history(of).recover();
    return watch("reading the files of " + of, () -> KnowledgeFiles.of(of));
  }

  /** Where a knowledge base is kept: the folder that somebody named, or that of a file. */
  private static Path folderOf(Path fileOrFolder) {
    Path parent = fileOrFolder.toAbsolutePath().getParent();
    return Files.isRegularFile(fileOrFolder) && parent != null ? parent : fileOrFolder;
  }

  private History history(Path of) {
    return new History(folderOf(of), Clock.systemUTC(), terminal::note);
  }

  /** The changes that the history of the knowledge base keeps, the last first. */
  List<Entry> saved() {
    return history(folder()).entries();
  }

  /** The history of what is saved. */
  History history() {
    if (!Files.isDirectory(toSaveIn())) {
      throw new ParleyException(
          List.of(Problem.in(toSaveIn().toString(), "there is no such folder")));
    }
    return history(toSaveIn());
  }

  /**
   * The history of case files: that of the knowledge base where they lie in it, else one of their
   * own.
   *
   * @param fileOrFolder where they are, or {@code null} for those of the knowledge base
   */
  CaseHistory caseHistory(Path fileOrFolder) {
    Path cases = from(fileOrFolder).toAbsolutePath().normalize();
    Path base = folder == null ? home() : folder;
    if (base != null && cases.startsWith(folderOf(base).toAbsolutePath().normalize())) {
      return new CaseHistory(history(base), base, true);
    }
    Path own = Files.isDirectory(cases) ? cases : cases.getParent();
    return new CaseHistory(history(own), own, false);
  }

  /**
   * The files of another version.
   *
   * @param version a folder, or a revision of the git repository that this one lies in
   */
  KnowledgeFiles files(String version) {
    return watch("reading " + version, () -> filesOf(version));
  }

  /**
   * The folder with a knowledge base that somebody named; empty where the words can only be those
   * of a revision, or of nothing.
   */
  static Optional<Path> named(String version) {
    // of words that can be no path at all, File says no
    File named = new File(version);
    return new File(named, "dmn").isDirectory()
            || (named.exists() && KnowledgeFiles.isPlain(named.toPath()))
        ? Optional.of(Path.of(version))
        : Optional.empty();
  }

  /** Whether it is a DMN file of any program, or a folder of them. */
  boolean isPlain() {
    return folder != null && KnowledgeFiles.isPlain(folder);
  }

  private KnowledgeFiles filesOf(String version) {
    Optional<Path> other = named(version);
    if (other.isPresent()) {
      return files(other.get());
    }
    try (GitRevisions revisions = new GitRevisions(folder())) {
      return isPlain() ? revisions.models(version, files().names()) : revisions.knowledge(version);
    }
  }

  /**
   * Opens the knowledge base with cases to run on it.
   *
   * @param fileOrFolder where the cases are, or {@code null} for those of the knowledge base
   */
  Corpus open(Path fileOrFolder) {
    refusePlain();
    // a missing folder is refused before anything is loaded
    Path from = withCases(from(fileOrFolder));
    KnowledgeBase base = load();
    ReadCases read = readCases(base.vocabulary(), from);
    return new Corpus(base, read, advisor(base));
  }

  /** Reads a case file, and says what its author should look at. */
  ReadCase readCase(Vocabulary words, Path file) {
    ReadCase read = new CaseFiles(words).readClosely(file);
    read.remarks().forEach(this::remark);
    return read;
  }

  /** Says what whoever asked should know beside the result. */
  void note(String message) {
    terminal.note("note: " + message);
  }

  private void remark(Problem remark) {
    note(remark.toString());
  }

  /** Reads cases, and says what the authors of their files should look at. */
  private ReadCases readCases(Vocabulary words, Path from) {
    ReadCases read = watch(READING_CASES, () -> ReadCases.of(words, from));
    List<Problem> remarks = read.remarks();
    remarks.stream().limit(MOST_REMARKS).forEach(this::remark);
    if (remarks.size() > MOST_REMARKS) {
      terminal.note("note: and %d more of these".formatted(remarks.size() - MOST_REMARKS));
    }
    return read;
  }

  /**
   * What a change that is not saved yet is and does.
   *
   * @param name what the knowledge base with it is called
   */
  ChangeReview review(KnowledgeBase before, String name, KnowledgeBase after) {
    try (ChangeReviewer reviewer = new ChangeReviewer(before, () -> history(before.vocabulary()))) {
      return watch(
          "comparing the two",
          () ->
              reviewer.review(
                  new Version("the tables as they are", before), new Version(name, after)));
    }
  }

  /** An advisor on a knowledge base. */
  TableAdvisor advisor(KnowledgeBase base) {
    return watch(COMPILING, () -> TableAdvisor.of(base));
  }

  /** Another version of a knowledge base; nobody vouches for its rules. */
  KnowledgeBase changed(KnowledgeBase base, KnowledgeFiles files) {
    return watch(READING, () -> base.changedTo(files));
  }

  /**
   * Reads cases.
   *
   * @param words that they use
   * @param fileOrFolder where they are, or {@code null} for those of the knowledge base
   */
  List<Case> cases(Vocabulary words, Path fileOrFolder) {
    Path from = withCases(from(fileOrFolder));
    return readCases(words, from).cases();
  }

  /** The folder that the knowledge base lies in, or the one of the process. */
  Path folder() {
    Path base = folder == null ? home() : folderOf(folder);
    return base == null ? Path.of("") : base;
  }

  /** The cases of the knowledge base, to look for similar ones; none where it has none. */
  List<Case> history(Vocabulary words) {
    return hasCases() ? readCases(words, caseFolder()).cases() : List.of();
  }

  /** A folder of that name may be anything where no tables stand beside it. */
  private boolean hasCases() {
    Path cases = caseFolder();
    return Files.isDirectory(cases) && Files.isDirectory(cases.resolveSibling("dmn"));
  }

  /** The folder that a changed knowledge base is written back to. */
  Path toSaveIn() {
    Path base = folder == null ? home() : folder;
    if (base == null) {
      throw new ParleyException(
          "the built-in knowledge base cannot be changed: name a folder with --knowledge DIR");
    }
    return folderOf(base);
  }

  /** Where its cases are, if it has any. */
  Path caseFolder() {
    return folder().resolve("cases");
  }

  /** Its case files by their names in its folder. */
  Map<String, byte[]> caseFiles() {
    Map<String, byte[]> cases = new TreeMap<>();
    Path folder = caseFolder();
    if (hasCases()) {
      for (Path file : CaseFiles.in(folder)) {
        String below = folder.relativize(file).toString().replace('\\', '/');
        cases.put(folder.getFileName() + "/" + below, CaseFiles.content(file));
      }
    }
    return cases;
  }

  private Path from(Path fileOrFolder) {
    if (fileOrFolder != null) {
      if (Files.isDirectory(fileOrFolder)) {
        history(fileOrFolder).recover();
      }
      return fileOrFolder;
    }
    Path cases = caseFolder();
    if (!Files.isDirectory(cases)) {
      throw new ParleyException("there is no folder %s: name the case files".formatted(cases));
    }
    return cases;
  }

  /** A file or folder that somebody named, where there is a case in it. */
  static Path withCases(Path fileOrFolder) {
    if (CaseFiles.in(fileOrFolder).isEmpty()) {
      throw new ParleyException(
          List.of(
              Problem.in(
                  fileOrFolder.toString(), "no case file (*.yaml, *.yml, *.json) lies in it")));
    }
    return fileOrFolder;
  }

  /** Where the launcher's checkout is, or {@code null}. */
  static Path home() {
    String home = System.getProperty(HOME, "");
    return home.isEmpty() ? null : Path.of(home);
  }
}

package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.Case;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.casefile.CaseFiles;
import org.parley.explain.TableAdvisor;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.KnowledgeFiles;
import org.parley.regress.Regression;
import picocli.CommandLine.Option;

/** Which knowledge base a command reads. */
final class Knowledge {
  /** The launcher says with it where its checkout is. */
  private static final String HOME = "parley.home";

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use the knowledge base in DIR (dmn/, rules/, cases/) instead of Parley's own.")
  private Path folder;

  @Option(
      names = "--trust-rules",
      description = "Run the Drools rules of DIR too. Rules are code: trust whoever wrote them.")
  private boolean trustRules;

  KnowledgeBase load() {
    if (folder != null) {
      return trustRules
          ? KnowledgeBase.load(folder, LoadOption.TRUST_RULES)
          : KnowledgeBase.load(folder);
    }
    Path home = home();
    return home == null
        ? KnowledgeBase.builtIn()
        : KnowledgeBase.load(home, LoadOption.TRUST_RULES);
  }

  /** Its files as they stand, whether they can be used or not. */
  KnowledgeFiles files() {
    if (folder != null) {
      return KnowledgeFiles.of(folder);
    }
    Path home = home();
    return home == null ? KnowledgeFiles.builtIn() : KnowledgeFiles.of(home);
  }

  /**
   * Opens the knowledge base with cases to run on it.
   *
   * @param fileOrFolder where the cases are, or {@code null} for those of the knowledge base
   */
  Corpus open(Path fileOrFolder) {
    // a missing folder is refused before anything is loaded
    Path from = fileOrFolder == null ? cases() : fileOrFolder;
    KnowledgeBase base = load();
    List<Case> cases = Regression.read(new CaseFiles(base.vocabulary()), from);
    return new Corpus(base, cases, TableAdvisor.of(base));
  }

  /** The cases of the knowledge base, to look for similar ones; none where it has none. */
  List<Case> history(KnowledgeBase base) {
    Path cases = caseFolder();
    // a folder of that name may be anything where no tables stand beside it
    return Files.isDirectory(cases) && Files.isDirectory(cases.resolveSibling("dmn"))
        ? Regression.read(new CaseFiles(base.vocabulary()), cases)
        : List.of();
  }

  /** Where its cases are, if it has any. */
  Path caseFolder() {
    Path base = folder == null ? home() : folder;
    return (base == null ? Path.of("") : base).resolve("cases");
  }

  private Path cases() {
    Path cases = caseFolder();
    if (!Files.isDirectory(cases)) {
      throw new ParleyException("there is no folder %s: name the case files".formatted(cases));
    }
    return cases;
  }

  private static Path home() {
    String home = System.getProperty(HOME, "");
    return home.isEmpty() ? null : Path.of(home);
  }
}

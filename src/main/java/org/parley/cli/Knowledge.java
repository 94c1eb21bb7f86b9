package org.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
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

  /** The folder of its cases. */
  Path cases() {
    Path base = folder == null ? home() : folder;
    Path cases = (base == null ? Path.of("") : base).resolve("cases");
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

package org.parley.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.LoadOption;
import org.parley.ParleyException;
import org.parley.knowledge.KnowledgeBase;
import org.parley.knowledge.ShippedFiles;

/** Run by the build: checks the shipped knowledge base and puts what loads fast into the jar. */
public final class ShipKnowledge {

  private ShipKnowledge() {}

  /**
   * Ships the knowledge base of a project.
   *
   * @param args the project's folder, and the folder of its compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path project = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    try {
      ShippedFiles.clear(classes);
      KnowledgeBase knowledge = KnowledgeBase.load(project, LoadOption.TRUST_RULES);
      ShippedFiles.write(project, classes, knowledge);
      byte[] module = RuleCompiler.compile(knowledge.rules().sources(), knowledge.rules().hash());
      Files.write(classes.resolve(ShippedRules.name(knowledge.rules().hash())), module);
    } catch (ParleyException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
